using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;
using FluentValidation;

namespace AdvPortal.Application.Portfolios;

/// <summary>How a member works: which half-days not, how much they carry in a week, and what they speak. Proposals go by it.</summary>
[UseCase]
public sealed class ReadWorkingWeek(UnitOfWork unitOfWork)
{
    public Task<Result<WorkingWeekView>> ExecuteAsync(MemberId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<WorkingWeekView>(this, Permission.ReadPortfolios, async db =>
            await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is { } member ? WorkingWeekView.Of(member, member.Version) : new NoSuchMember(), ct);
}

/// <summary>Says how a member works. Proposals go by it from then on.</summary>
[UseCase]
public sealed class ChangeWorkingWeek(UnitOfWork unitOfWork, IValidator<ChangeWorkingWeek.Form> validator)
{
    /// <param name="id">Whose week.</param>
    /// <param name="form">All of it: what is left out is as usual.</param>
    /// <param name="version">As it was seen; null for whatever it is.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<Result<WorkingWeekView>> ExecuteAsync(MemberId id, Form form, int? version = null, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.RunAsync<Result<WorkingWeekView>>(this, Permission.ManagePortfolios, id, async db =>
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

            if (version is { } seen && seen != member.Version)
            {
                return new ChangedMeanwhile();
            }

            if (member.Serve(form.Capacity, form.Languages ?? [], form.Team).Refusal is { } refusal)
            {
                return refusal;
            }

            member.Work(week);
            db.ChangeTracker.DetectChanges();

            return WorkingWeekView.Of(member, db.VersionAfterSaving(member));
        }, ct);
    }

    private static int Set(IReadOnlyList<HalfOfWeek>? halves) =>
        (halves ?? []).Aggregate(0, (set, half) => set | WorkingWeek.Bit(half.Day, half.Half));

    /// <summary>The half-days that are not worked, none for a full week; how much is carried in a full week, as usual where it is left out.</summary>
    public sealed record Form(IReadOnlyList<HalfOfWeek>? PartTime, IReadOnlyList<HalfOfWeek>? School)
    {
        /// <summary>Points of work in a full week; part time takes its share off.</summary>
        public decimal? Capacity { get; init; }

        /// <summary>ISO 639-1; none for the language they read the portal in.</summary>
        public IReadOnlyList<string>? Languages { get; init; }

        public string? Team { get; init; }
    }

    public sealed record HalfOfWeek(DayOfWeek Day, DayHalf Half);

    public sealed class Validator : AbstractValidator<Form>
    {
        private const int MostLanguages = 12;

        public Validator()
        {
            RuleFor(f => f.Languages).Must(spoken => spoken!.Count <= MostLanguages && spoken.All(IsLanguage)).When(f => f.Languages is not null).WithMessage("LanguageUnknown");
            RuleFor(f => f.Team).MaximumLength(Member.TeamMaxLength).WithMessage("TeamTooLong");
        }

        private static bool IsLanguage(string? code) => code is [>= 'a' and <= 'z', >= 'a' and <= 'z'];
    }
}

/// <summary>How a member works, as the API tells it and takes it.</summary>
/// <param name="PartTime">Half-days of every week that are not worked.</param>
/// <param name="School">Half-days of every week at school.</param>
/// <param name="Capacity">Points of work in a full week.</param>
/// <param name="WeeklyCapacity">What is left of it in the week that is worked: the 100 % of their load.</param>
/// <param name="Languages">ISO 639-1: what they answer clients in.</param>
public sealed record WorkingWeekView(
    MemberId MemberId, IReadOnlyList<ChangeWorkingWeek.HalfOfWeek> PartTime, IReadOnlyList<ChangeWorkingWeek.HalfOfWeek> School,
    decimal Capacity, decimal WeeklyCapacity, IReadOnlyList<string> Languages, string? Team)
{
    /// <summary>Of the member.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    internal static WorkingWeekView Of(Member member, int version) => new(
        member.Id, Halves(member.Week?.PartTime ?? 0), Halves(member.Week?.School ?? 0), member.Capacity ?? Workload.Capacity, member.WeeklyCapacity, member.Speaks, member.Team)
    { Version = version };

    private static List<ChangeWorkingWeek.HalfOfWeek> Halves(int set) =>
        [.. from day in Enumerable.Range((int)DayOfWeek.Monday, 5) from half in Enum.GetValues<DayHalf>() where (set & WorkingWeek.Bit((DayOfWeek)day, half)) != 0 select new ChangeWorkingWeek.HalfOfWeek((DayOfWeek)day, half)];
}
