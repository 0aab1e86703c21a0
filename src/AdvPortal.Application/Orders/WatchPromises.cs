using AdvPortal.Domain.History;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>Looks again at what was promised when a calendar or a requirement has changed since: a promised day that is closed by now puts its order at risk, and moves nothing.</summary>
[UseCase]
public sealed class WatchPromises(UnitOfWork unitOfWork, TenantClock clock)
{
    // As many orders as are read, judged and written at once.
    private const int OrdersAtATime = 200;

    // As history names them: what was done with a requirement, and what else closes days.
    private const string OfRequirement = "Requirement";
    private const string Listed = nameof(Imports.RunImport);
    private const string OfCalendars = nameof(Tenants.ChangeShippingCalendars);

    // What was promised, or let go, after a day was closed: it was not under way when that was looked at.
    private static readonly string[] _promising = [nameof(ConfirmOrder), nameof(ReleaseOrder), nameof(ChangeOrders), nameof(UndoOrderChanges)];

    // What brings orders their goods back, to be sent again: history tells it of the delivery.
    private static readonly string[] _bringingBack = [nameof(Deliveries.VoidDelivery), nameof(Deliveries.RefuseDelivery)];

    /// <returns>How many orders were found to stand otherwise.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct = default)
    {
        if (await LookAsync(ct) is not { } news)
        {
            return 0;
        }

        var changed = 0;

        foreach (var ids in news.Orders.Chunk(OrdersAtATime))
        {
            var batch = await WatchAsync(ids, ct);

            // Somebody works on one of them: the next round looks at all of them again.
            if (!batch.IsOk)
            {
                return changed;
            }

            changed += batch.Value.Count;
        }

        await unitOfWork.RunUnrecordedAsync(async db =>
        {
            var watch = await db.PromiseWatches.AsTracking().SingleOrDefaultAsync(ct);

            if (watch is null)
            {
                db.PromiseWatches.Add(watch = new());
            }

            watch.Reach(news.Position);

            return true;
        }, ct);

        return changed;
    }

    // What history tells since: null where nothing was written at all.
    private Task<News?> LookAsync(CancellationToken ct) => unitOfWork.ReadAsAnyoneAsync<News?>(async db =>
    {
        var seen = await db.PromiseWatches.Select(w => (long?)w.Position).SingleOrDefaultAsync(ct) ?? 0;
        var visit = new Visit(db);
        var last = visit.Ask(db.History.Where(h => h.Position > seen).OrderByDescending(h => h.Position).Select(h => h.Position).Take(1));
        var told = visit.Ask(db.History.Where(h => h.Position > seen && (h.SubjectKind == OfRequirement || h.UseCase == OfCalendars)).Select(h => h.ClientId).Distinct());
        var listed = visit.Ask(Listing(db).Where(h => h.Position > seen).Select(h => h.ClientId).Distinct());
        await visit.GoAsync(ct);

        if (last.Rows is not [var position])
        {
            return null;
        }

        // Our own calendars, and a list of several clients, are of no one client.
        List<ClientId?> of = [.. told.Rows, .. listed.Rows];
        var clients = of.OfType<ClientId>().ToList();

        // One of its lines may be late and another due: what is past is passed over line by line.
        var open = db.Orders.Where(o => o.OpenLines > 0).UnderWay();
        var promised =
            from happening in db.History
            where happening.Position > seen && happening.Position <= position && _promising.Contains(happening.UseCase)
            join order in open on happening.SubjectId equals (Guid)(object)order.Id
            select order.Id;
        var back =
            from happening in db.History
            where happening.Position > seen && happening.Position <= position && _bringingBack.Contains(happening.UseCase)
            join delivery in db.Deliveries on happening.SubjectId equals (Guid)(object)delivery.Id
            from line in delivery.Lines
            join order in open on line.OrderId equals order.Id
            select order.Id;
        var theirs = of.Contains(null) ? open.Select(o => o.Id) : open.Where(o => clients.Contains(o.ClientId)).Select(o => o.Id).Union(promised).Union(back);

        return new News(position, [.. (await theirs.ToListAsync(ct)).OrderBy(id => id.Value)]);
    }, ct);

    // A list of prices or of what has left closes no day.
    private static IQueryable<Happening> Listing(AdvDbContext db) =>
        db.History.FromSql($"""select * from history where use_case = {Listed} and strpos(changes::text, '"kind":"Requirement') > 0""");

    private Task<Result<List<IId>>> WatchAsync(OrderId[] ids, CancellationToken ct) =>
        unitOfWork.RunOnManyAsync<Result<List<IId>>>(this, Permission.HandleOrders, changed => changed.Value!, async db =>
        {
            var orders = await ReadOrder.FindAsync(db, ids, ct);
            var visit = new Visit(db);
            var steps = OrderSteps.Ask(db, visit, clock, orders);
            await visit.GoAsync(ct);

            return orders.Where(order => order.Bar(PromiseBarrier.Of(order, steps(order).Days(), clock.Today))).Select(order => (IId)order.Id).ToList();
        }, ct);

    /// <param name="Orders">Those whose promises may be concerned.</param>
    private sealed record News(long Position, IReadOnlyList<OrderId> Orders);
}
