using System.Text.Json;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Mapping;

namespace AdvPortal.Application.Deliveries;

/// <summary>By which calendars goods left on a day that is past: those of today, but for what was changed since, which history keeps as it was.</summary>
internal sealed class PastCalendars
{
    private readonly List<(DateTimeOffset At, ShippingCalendars Before)> _changes;
    private readonly ShippingCalendars _now;

    private PastCalendars(List<(DateTimeOffset At, ShippingCalendars Before)> changes, ShippingCalendars now) => (_changes, _now) = (changes, now);

    /// <param name="db">Where it is asked.</param>
    /// <param name="visit">What it rides along with.</param>
    /// <param name="since">The earliest instant that will be asked about.</param>
    /// <param name="now">Those of today, once they are there.</param>
    public static Func<PastCalendars> Ask(AdvDbContext db, Visit visit, DateTimeOffset since, Func<ShippingCalendars> now)
    {
        var company = db.Tenant!.Value.Value;
        var told = visit.Ask(db.History.Where(h => h.SubjectId == company && h.At > since && h.UseCase == nameof(ChangeShippingCalendars)).OrderBy(h => h.Position).Select(h => new { h.At, h.Changes }));

        return () => new([.. told.Rows.SelectMany(change => Before(change.Changes).Select(before => (change.At, before)))], now());
    }

    public ShippingCalendars On(DateTimeOffset at)
    {
        var next = _changes.FindIndex(change => change.At > at);

        return next < 0 ? _now : _changes[next].Before;
    }

    private static IEnumerable<ShippingCalendars> Before(string changes)
    {
        using var rows = JsonDocument.Parse(changes);

        foreach (var row in rows.RootElement.EnumerateArray())
        {
            if (row.TryGetProperty("kind", out var kind) && kind.GetString() == nameof(TenantSettings) && row.TryGetProperty("before", out var before) && before.TryGetProperty("calendars", out var calendars))
            {
                yield return calendars.Deserialize<ShippingCalendars>(StoredJson.Options) ?? ShippingCalendars.Usual;
            }
        }
    }
}
