using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Deliveries;

/// <summary>When goods leave here: on which days, by which carriers, and until which hour.</summary>
/// <param name="Kept">Null for the usual calendars.</param>
/// <param name="LeavesAt">When the carrier comes, in the company's time zone; null where it comes at no fixed hour.</param>
// A row that may hold none: whoever asks for a column alone cannot tell no row from no calendar.
internal sealed record Departures(ShippingCalendars? Kept, TimeOnly? LeavesAt)
{
    public ShippingCalendars Calendars => Kept ?? ShippingCalendars.Usual;

    public static Func<Departures> Ask(AdvDbContext db, Visit visit)
    {
        var asked = visit.Ask(db.TenantSettings.Select(s => new Departures(s.Calendars, s.DepartureAt)));

        return () => asked.Only ?? new(null, null);
    }

    public static async Task<Departures> ReadAsync(AdvDbContext db, CancellationToken ct)
    {
        var visit = new Visit(db);
        var asked = Ask(db, visit);
        await visit.GoAsync(ct);

        return asked();
    }

    /// <summary>The first day on which something can still leave: today, until the carrier has come.</summary>
    public DateOnly First(TenantClock clock) =>
        Calendars.Transport.DepartureFrom(LeavesAt is { } hour && TimeOnly.FromDateTime(clock.Local(clock.Now).DateTime) > hour ? clock.Today.AddDays(1) : clock.Today);

    /// <summary>The first day on which what is outstanding of a line can leave: it is ready, and the carrier comes again. Null where nothing keeps it here.</summary>
    /// <param name="line">Of an order.</param>
    /// <param name="first">See <see cref="First"/>.</param>
    /// <param name="today">In the company's time zone.</param>
    public static DateOnly? ReadyOn(OrderLine line, DateOnly first, DateOnly today) => first > today && !(line.Ready?.On > first) ? first : line.Ready?.On;
}
