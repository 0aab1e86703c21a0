using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Contracts;

/// <summary>What orders take of agreements, added up where they are read: no row keeps it, so nothing can say otherwise.</summary>
internal static class BlanketStandings
{
    /// <param name="blankets">Of whose lines.</param>
    /// <param name="lines">Which of them.</param>
    /// <param name="but">Orders whose own call-offs are left out.</param>
    public static IQueryable<BlanketStanding> Of(AdvDbContext db, IQueryable<BlanketOrder> blankets, IQueryable<BlanketLine> lines, IReadOnlyCollection<OrderId> but)
    {
        var called = db.Orders.Where(o => o.Status != OrderStatus.Cancelled && !but.Contains(o.Id)).SelectMany(o => o.Lines, (o, l) => new
        {
            l.BlanketLineId,
            Taken = o.ConfirmedIn == null || l.Quantity < l.CancelledQuantity ? 0 : l.Quantity - l.CancelledQuantity,
            InReview = o.ConfirmedIn != null || l.Quantity < l.CancelledQuantity ? 0 : l.Quantity - l.CancelledQuantity,
        });

        return
            from blanket in blankets
            join line in lines on blanket.Id equals EF.Property<BlanketOrderId>(line, "BlanketOrderId")
            select new BlanketStanding(
                line.Id, blanket.Id, blanket.Number, blanket.CustomerReference, blanket.Status, blanket.ValidFrom, blanket.ValidUntil, blanket.Currency,
                line.ProductId, line.ProductCode, line.AgreedQuantity, line.NetPrice, line.PriceBaseQuantity,
                called.Where(c => c.BlanketLineId == line.Id).Sum(c => c.Taken), called.Where(c => c.BlanketLineId == line.Id).Sum(c => c.InReview));
    }

    /// <summary>The agreements of these lines, held until the transaction ends: whoever else promises of them, or changes them, waits.</summary>
    public static IQueryable<BlanketOrderId> Locked(AdvDbContext db, IEnumerable<BlanketLineId> lines)
    {
        var (tenant, ids) = (db.Tenant!.Value.Value, lines.Select(line => line.Value).ToArray());

        return db.BlanketOrders.FromSql(
            $"""
            select * from blanket_orders
            where tenant_id = {tenant} and id in (select blanket_order_id from blanket_lines where tenant_id = {tenant} and id = any({ids}))
            order by id for update
            """).AsNoTracking().Select(b => b.Id);
    }

    /// <summary>One agreement, held in the same way.</summary>
    public static IQueryable<BlanketOrder> Locked(AdvDbContext db, BlanketOrderId id)
    {
        var (tenant, blanket) = (db.Tenant!.Value.Value, id.Value);

        return db.BlanketOrders.FromSql($"select * from blanket_orders where tenant_id = {tenant} and id = {blanket} for update");
    }
}
