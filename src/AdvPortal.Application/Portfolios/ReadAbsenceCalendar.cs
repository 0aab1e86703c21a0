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
            _ => new Found([.. calendar.Spans.SelectMany(span => RowsOf(span, declared.Value))], calendar.Unread),
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

    // Cut where what is declared begins and ends: of a leave of which a part is declared, the rest still can be. At the weekend alone nobody is missed.
    private static IEnumerable<Row> RowsOf(CalendarSpan span, List<CoveredDays> declared)
    {
        var (first, last) = (HalfDay.Of(span.From, span.FromHalf ?? DayHalf.Morning), HalfDay.Of(span.Until, span.UntilHalf ?? DayHalf.Afternoon));
        var begins = declared.SelectMany(known => new[] { First(known), Last(known) + 1 }).Where(half => half > first && half <= last).Append(first).Distinct().Order().ToList();

        return
            from cut in begins.Zip(begins.Skip(1).Append(last + 1), (begin, next) => Enumerable.Range(begin, next - begin))
            let worked = cut.Where(half => !HalfDay.IsWeekend(half)).ToList()
            where worked.Count > 0
            select new Row(CoveredDays.Of(worked[0], worked[^1]), span.Title, span.IsBusy, declared.Exists(known => First(known) <= worked[^1] && Last(known) >= worked[0]));
    }

    private static int First(CoveredDays days) => HalfDay.Of(days.From, days.FromHalf ?? DayHalf.Morning);

    private static int Last(CoveredDays days) => HalfDay.Of(days.Until, days.UntilHalf ?? DayHalf.Afternoon);

    /// <param name="Unread">How many events of the file could not be understood.</param>
    public sealed record Found(IReadOnlyList<Row> Rows, int Unread);

    /// <param name="Title">As the calendar calls it.</param>
    /// <param name="IsBusy">Its time counts as taken there.</param>
    /// <param name="IsDeclared">An absence of this member covers it already; what it leaves uncovered is a row of its own.</param>
    public sealed record Row(CoveredDays Days, string? Title, bool IsBusy, bool IsDeclared);
}
