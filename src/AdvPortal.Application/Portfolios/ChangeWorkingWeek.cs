using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Says which half-days of every week a member does not work: part time, or school. Proposals go by it from then on.</summary>
[UseCase]
public sealed class ChangeWorkingWeek(UnitOfWork unitOfWork)
{
    public Task<Result<WorkingWeek>> ExecuteAsync(MemberId id, Form form, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<WorkingWeek>>(this, Permission.ManagePortfolios, id, async db =>
        {
            var week = new WorkingWeek(Set(form.PartTime), Set(form.School));

            if (!week.IsSound)
            {
                return new WeekNotSound();
            }

            if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
            {
                return new NoSuchMember();
            }

            member.Work(week);

            return week;
        }, ct);

    private static int Set(IReadOnlyList<HalfOfWeek>? halves) =>
        (halves ?? []).Aggregate(0, (set, half) => set | WorkingWeek.Bit(half.Day, half.Half));

    /// <summary>The half-days that are not worked; none for a full week.</summary>
    public sealed record Form(IReadOnlyList<HalfOfWeek>? PartTime, IReadOnlyList<HalfOfWeek>? School);

    public sealed record HalfOfWeek(DayOfWeek Day, DayHalf Half);
}
