using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>An order as the client's own document states it, to hold ours against.</summary>
internal static class OriginalOrder
{
    public static IQueryable<OrderDocument> Document(AdvDbContext db, Order order) =>
        db.OrderDocuments.AsNoTracking().Include(d => d.Orders).Where(d => d.Id == order.OrderDocumentId);

    /// <summary>Null for an order that came without a document.</summary>
    public static PurchaseOrder? Of(OrderDocument? document, OrderId order) =>
        document?.Orders.FirstOrDefault(o => o.OrderId == order)?.Index is { } at ? OrderDocumentView.Read(document)?.Orders.ElementAtOrDefault(at) : null;
}
