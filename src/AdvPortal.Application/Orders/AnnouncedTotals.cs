using AdvPortal.Application.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>The net total that the client's own document states, to be held against the lines again.</summary>
internal static class AnnouncedTotals
{
    public static async Task<decimal?> OfAsync(AdvDbContext db, Order order, CancellationToken ct)
    {
        if (order.OrderDocumentId is not { } id || await db.OrderDocuments.AsNoTracking().Include(d => d.Orders).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } document)
        {
            return null;
        }

        var index = document.Orders.FirstOrDefault(o => o.OrderId == order.Id)?.Index;

        return index is { } at ? OrderDocumentView.Read(document)?.Orders.ElementAtOrDefault(at)?.Totals?.LineExtension : null;
    }
}
