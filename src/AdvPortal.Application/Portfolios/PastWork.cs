using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// What members have had to do with clients until now: stood in for them, handled their orders, owned them. The cover plan and the map of
/// knowledge read familiarity here, so that both mean the same by it.
/// </summary>
internal sealed class PastWork
{
    // What somebody did longer ago is forgotten, or has changed.
    private const int MonthsRemembered = 12;

    private const string OrderKind = "Order";

    private readonly Dictionary<(ClientId, MemberId), Trace> _all = [];
    private readonly Dictionary<ClientId, List<MemberId>> _byClient = [];

    private PastWork() { }

    /// <summary>What a member had had to do with a client by a day; null for nothing.</summary>
    public Acquaintance? Of(ClientId client, MemberId member, DateOnly asOf)
    {
        if (!_all.TryGetValue((client, member), out var trace))
        {
            return null;
        }

        var begins = HalfDay.Of(asOf, DayHalf.Morning);
        var it = new Acquaintance(trace.Stood.Count(last => last < begins), trace.Handled, trace.OwnedUntil < asOf, 0, null);

        return it == Acquaintance.None ? null : it;
    }

    public IEnumerable<(MemberId Who, Acquaintance Knows)> Of(ClientId client, DateOnly asOf) =>
        from member in _byClient.GetValueOrDefault(client, [])
        let it = Of(client, member, asOf)
        where it is not null
        select (member, it);

    /// <param name="db">Where it is asked.</param>
    /// <param name="visit">With what else is asked.</param>
    /// <param name="clock">What is how long ago.</param>
    /// <param name="asOf">The last day that <see cref="Of(ClientId, DateOnly)"/> will be asked for.</param>
    /// <param name="only">The clients that are asked about; null for all.</param>
    public static Func<PastWork> Ask(AdvDbContext db, Visit visit, TenantClock clock, DateOnly asOf, IQueryable<ClientId>? only = null)
    {
        var (begins, since) = (HalfDay.Of(asOf, DayHalf.Morning), clock.Now.AddMonths(-MonthsRemembered));
        var (covers, history, ownerships) = (
            db.Covers.Where(k => k.IsPublished && k.LastHalf < begins),
            db.History.Where(h => h.SubjectKind == OrderKind && h.MemberId != null && h.ClientId != null && h.At >= since),
            db.Ownerships.Where(o => o.Until < asOf));

        if (only is not null)
        {
            (covers, history, ownerships) = (
                covers.Where(k => only.Contains(k.ClientId)), history.Where(h => only.Contains(h.ClientId!.Value)), ownerships.Where(o => only.Contains(o.ClientId)));
        }

        var stood = visit.Ask(covers.GroupBy(k => new { k.ClientId, k.StandInId, k.AbsenceId }).Select(g => new { g.Key.ClientId, g.Key.StandInId, Last = g.Max(k => k.LastHalf) }));
        var handled = visit.Ask(
            from order in history.Select(h => new { h.ClientId, h.MemberId, h.SubjectId }).Distinct()
            group order by new { order.ClientId, order.MemberId } into orders
            select new { orders.Key.ClientId, orders.Key.MemberId, Orders = orders.Count() });
        var owned = visit.Ask(ownerships.GroupBy(o => new { o.ClientId, o.OwnerId }).Select(g => new { g.Key.ClientId, g.Key.OwnerId, Until = g.Min(o => o.Until) }));

        return () =>
        {
            var past = new PastWork();

            foreach (var row in stood.Rows)
            {
                past.At(row.ClientId, row.StandInId).Stood.Add(row.Last);
            }

            foreach (var row in handled.Rows)
            {
                past.At(row.ClientId!.Value, row.MemberId!.Value).Handled = row.Orders;
            }

            foreach (var row in owned.Rows)
            {
                past.At(row.ClientId, row.OwnerId).OwnedUntil = row.Until;
            }

            return past;
        };
    }

    private Trace At(ClientId client, MemberId member)
    {
        if (!_all.TryGetValue((client, member), out var trace))
        {
            _all[(client, member)] = trace = new();
            (_byClient.TryGetValue(client, out var members) ? members : _byClient[client] = []).Add(member);
        }

        return trace;
    }

    private sealed class Trace
    {
        /// <summary>The last half-day of each absence stood in for.</summary>
        public List<int> Stood { get; } = [];

        public int Handled { get; set; }

        /// <summary>The first time it ended; null while it never did.</summary>
        public DateOnly? OwnedUntil { get; set; }
    }
}
