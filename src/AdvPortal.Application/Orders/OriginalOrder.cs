using System.Collections.Frozen;
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

    /// <summary>What other findings tell of the same matter: said twice, it would be settled twice.</summary>
    private static readonly FrozenSet<string> _toldByFindings = new[] { "quantity-missing", "quantity-zero", "totals-differ", "order-number-missing" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many points of a reading a person has to decide on, beside those that the order's own findings tell.</summary>
    public static int Doubts(DocumentReading reading) => reading.Problems.Count(problem => problem.Severity is ProblemSeverity.Error && !_toldByFindings.Contains(problem.Code));

    /// <summary>The order as asked for, with what its document says of it.</summary>
    /// <remarks>The total of a document is of what it ordered: once the client has changed that, it says nothing any more.</remarks>
    public static AskedOrder Tell(AskedOrder asked, OrderDocument? document, Order order) =>
        document is not null && OrderDocumentView.Read(document) is { } reading
            ? asked with { AnnouncedTotal = order.Revision > 1 ? null : Of(document, order.Id)?.Totals?.LineExtension, Doubts = Doubts(reading), ContractReference = asked.ContractReference ?? Of(document, order.Id)?.ContractReference }
            : asked;

    /// <summary>Null for an order that came without a document.</summary>
    public static PurchaseOrder? Of(OrderDocument? document, OrderId order) =>
        document?.Orders.FirstOrDefault(o => o.OrderId == order)?.Index is { } at ? OrderDocumentView.Read(document)?.Orders.ElementAtOrDefault(at) : null;
}
