using AdvPortal.Domain.Portfolios;
using AdvPortal.Exchange.Absences;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>Looks at a calendar file for when a member will be away in the year to come. Nothing is declared: a person chooses what of it is.</summary>
[UseCase]
public sealed class ReadAbsenceCalendar(UnitOfWork unitOfWork, CurrentMember current, TenantClock clock, LimitedReader reader)
{
    private const int BytesOfMegabyte = 1024 * 1024;

    public async Task<Result<Found>> ExecuteAsync(MemberId away, ReadOnlyMemory<byte> bytes, CancellationToken ct = default)
    {
        // Whoever may not declare it costs no process.
        var declared = await unitOfWork.ReadAsync(this, away == current.Id ? Permission.HandleOrders : Permission.ManagePortfolios, db => DeclaredAsync(db, away, ct), ct);

        if (!declared.IsOk)
        {
            return declared.Refusal;
        }

        var calendar = await reader.ReadAbsencesAsync(bytes, new(clock.Today, clock.Today.AddDays(Absence.MostDays - 1), clock.Zone.Id), ct);

        return calendar.Failure switch
        {
            CalendarFailure.NoCalendar => new NotACalendar(),
            CalendarFailure.TooLarge => new CalendarTooLarge(AbsenceCalendar.MostBytes / BytesOfMegabyte),
            CalendarFailure.Broken => new CalendarBroken(),
            _ => new Found([.. calendar.Spans.Select(span => RowOf(span, declared.Value))], calendar.Unread),
        };
    }

    private async Task<Result<List<CoveredDays>>> DeclaredAsync(AdvDbContext db, MemberId away, CancellationToken ct)
    {
        var today = clock.Today;
        var visit = new Visit(db);
        var members = visit.Ask(db.Members.Where(m => m.Id == away && !m.IsDisabled).Select(m => m.Id));
        var absences = visit.Ask(db.Absences.Where(a => a.MemberId == away && a.Until >= today && a.PlanStatus != CoverPlanStatus.Withdrawn).Select(a => new { a.From, a.Until, a.FromHalf, a.UntilHalf }));
        await visit.GoAsync(ct);

        return members.Rows.Count == 0 ? new NoSuchMember() : absences.Rows.Select(a => new CoveredDays(a.From, a.Until, a.FromHalf, a.UntilHalf)).ToList();
    }

    private static Row RowOf(CalendarSpan span, List<CoveredDays> declared)
    {
        var days = new CoveredDays(span.From, span.Until, span.FromHalf, span.UntilHalf);

        return new(days, span.Title, span.IsBusy, declared.Exists(known => First(known) <= Last(days) && Last(known) >= First(days)));
    }

    private static int First(CoveredDays days) => HalfDay.Of(days.From, days.FromHalf ?? DayHalf.Morning);

    private static int Last(CoveredDays days) => HalfDay.Of(days.Until, days.UntilHalf ?? DayHalf.Afternoon);

    /// <param name="Unread">How many events of the file could not be understood.</param>
    public sealed record Found(IReadOnlyList<Row> Rows, int Unread);

    /// <param name="Title">As the calendar calls it.</param>
    /// <param name="IsBusy">Its time counts as taken there.</param>
    /// <param name="IsDeclared">An absence of this member covers a part of it already.</param>
    public sealed record Row(CoveredDays Days, string? Title, bool IsBusy, bool IsDeclared);
}
