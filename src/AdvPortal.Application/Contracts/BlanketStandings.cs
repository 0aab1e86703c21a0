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
        var called = Called(db, db.Orders.Where(o => !but.Contains(o.Id)));

        return
            from blanket in blankets
            join line in lines on blanket.Id equals EF.Property<BlanketOrderId>(line, "BlanketOrderId")
            select new BlanketStanding(
                line.Id, blanket.Id, blanket.Number, blanket.CustomerReference, blanket.Status, blanket.ValidFrom, blanket.ValidUntil, blanket.Currency,
                line.ProductId, line.ProductCode, line.AgreedQuantity, line.NetPrice, line.PriceBaseQuantity,
                called.Where(c => (c.AskedOf == line.Id || c.ReservedOf == line.Id) && c.TakenOf == line.Id).Sum(c => c.Taken),
                called.Where(c => c.AskedOf == line.Id).Sum(c => c.TakenOf != c.AskedOf ? c.Asked : c.Asked > c.Taken ? c.Asked - c.Taken : 0));
    }

    /// <summary>The same rule as <see cref="Order.CalledOff"/>: what is promised is taken, what was given up is not, and while a change is reviewed it is what was promised before.</summary>
    public static IQueryable<CalledOff> Called(AdvDbContext db, IQueryable<Order> orders) =>
        from o in orders
        where o.Status != OrderStatus.Cancelled
        from l in o.Lines
        where l.BlanketLineId != null || l.ReservedLineId != null
        select new CalledOff
        {
            LineId = l.Id,
            AskedOf = l.BlanketLineId,
            Asked = l.Quantity < l.CancelledQuantity ? 0 : l.Quantity - l.CancelledQuantity,
            ReservedOf = l.ReservedLineId,
            TakenOf = o.ConfirmedAt == null && l.ReservedQuantity != null ? l.ReservedLineId : l.BlanketLineId,
            Taken = o.ConfirmedIn == null ? 0 : o.ConfirmedAt == null && l.ReservedQuantity != null ? l.ReservedQuantity.Value : l.Quantity < l.CancelledQuantity ? 0 : l.Quantity - l.CancelledQuantity,
        };

    /// <summary>What one order line asks for and takes, of which agreement each; in its unit.</summary>
    internal sealed class CalledOff
    {
        public Guid LineId { get; init; }
        public BlanketLineId? AskedOf { get; init; }
        public decimal Asked { get; init; }
        public BlanketLineId? ReservedOf { get; init; }

        /// <summary>One of the two before, which have an index each: whoever looks for what is taken of a line looks there first.</summary>
        public BlanketLineId? TakenOf { get; init; }
        public decimal Taken { get; init; }
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
