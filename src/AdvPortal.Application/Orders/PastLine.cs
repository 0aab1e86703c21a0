using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>One of the last lines in which a client ordered a product: what is usual, and what may be the same order once more.</summary>
internal sealed record PastLine(ProductId ProductId, decimal Quantity, string Unit, OrderId OrderId, string Number, DateTimeOffset ReceivedAt, DateOnly? RequestedOn, int LineCount, OrderStatus Status, OrderStatus? HeldFrom, OrderedAs? Ordered)
{
    /// <summary>How many of our units one of theirs is, as a person said who approved the order; null where nobody did, or where the product is counted in another unit by now.</summary>
    /// <param name="ours">The product's unit.</param>
    public OrderedAs? AnswerIn(string ours) =>
        (HeldFrom ?? Status) is not OrderStatus.ToReview && Ordered is { Basis: ConversionBasis.Person or ConversionBasis.Answered } && UnitOfMeasure.AreSame(Unit, ours) ? Ordered : null;

    // Habits change: what was usual long ago is not any more.
    private const int OfEachProduct = 10;

    private const string OrderKey = "OrderId";

    /// <summary>The newest lines of each product, by the index that is there for them: whatever else the client ordered is not read.</summary>
    public static IQueryable<PastLine> Of(AdvDbContext db, IQueryable<Product> products, ClientId client, OrderId? self) =>
        from line in Newest(db, products, client)
        join order in db.Orders on EF.Property<OrderId>(line, OrderKey) equals order.Id
        where order.Id != self && order.Status != OrderStatus.Cancelled
        select new PastLine(line.ProductId!.Value, line.Quantity, line.Unit, order.Id, order.Number, order.ReceivedAt, order.RequestedOn, 0, order.Status, order.HeldFrom, line.Ordered);

    /// <summary>How many lines the orders have of which these are: each counted once, for one of ten thousand lines may be among them for every product.</summary>
    /// <param name="since">Only orders from then on may be the same; the lines of the others are not counted.</param>
    public static IQueryable<Whole> Wholes(AdvDbContext db, IQueryable<Product> products, ClientId client, DateTimeOffset since) =>
        from id in (
            from line in Newest(db, products, client)
            select EF.Property<OrderId>(line, OrderKey)).Distinct()
        join order in db.Orders on id equals order.Id
        where order.ReceivedAt >= since
        select new Whole(order.Id, db.Set<OrderLine>().Count(l => EF.Property<OrderId>(l, OrderKey) == order.Id));

    /// <summary>The newest order with the very same products and quantities. For another day it is another order: clients repeat themselves.</summary>
    public static SameContent? SameAs(OrderDraft draft, IReadOnlyList<PastLine> past, TenantClock clock)
    {
        if (past.Count == 0 || draft.Lines.Any(line => line.ProductId is null || line.Quantity is not > 0))
        {
            return null;
        }

        var wanted = Sums(draft.Lines.Select(line => (line.ProductId!.Value, line.Quantity!.Value)));
        var same = past.Where(line => line.LineCount == draft.Lines.Count && (line.RequestedOn is null || draft.RequestedOn is null || line.RequestedOn == draft.RequestedOn))
            .GroupBy(line => line.OrderId)
            .Where(lines => lines.Count() == draft.Lines.Count && Sums(lines.Select(line => (line.ProductId, line.Quantity))).SequenceEqual(wanted))
            .MaxBy(lines => lines.First().ReceivedAt)?.First();

        return same is null ? null : new(same.OrderId, same.Number, clock.DayOf(same.ReceivedAt));
    }

    // « Not archived » is true of every product asked for; without it EF would number all the lines of the client instead of looking each product up.
    private static IQueryable<OrderLine> Newest(AdvDbContext db, IQueryable<Product> products, ClientId client) =>
        from product in products
        from line in db.Set<OrderLine>().Where(l => l.ProductId == product.Id && l.ClientId == client && !product.IsArchived).OrderByDescending(l => l.Id).Take(OfEachProduct)
        select line;

    private static List<(ProductId, decimal)> Sums(IEnumerable<(ProductId Product, decimal Quantity)> lines) =>
        [.. lines.GroupBy(line => line.Product, (product, its) => (product, its.Sum(line => line.Quantity))).OrderBy(sum => sum.product.Value)];

    /// <summary>An order, and how many lines it has.</summary>
    internal sealed record Whole(OrderId Id, int LineCount);
}
