using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Finds the order that a change or a cancellation speaks of: the client's own, under the client's own number. Two that fit are as good as none.</summary>
internal static class DocumentLinking
{
    public const int MostCandidates = 10;

    public static async Task LinkAsync(AdvDbContext db, OrderDocument document, DocumentReading reading, CancellationToken ct)
    {
        var told = document.ClientId;
        var client = told ?? (await PartyMatching.FindAsync(db, reading.Change!.Document, told, document.SiteId, reading.Sender, ct)).Client;
        document.ComesFrom(client, document.SiteId);

        if (document.AmendsOrderId is null && client is not null && reading.RefersTo is { } reference)
        {
            document.Amends(Only(await Named(db, client, reference).OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Select(o => new Meant(o.Id, o.Status)).Take(MostCandidates).ToListAsync(ct)));
        }

        // Nothing is changed before somebody decides.
        document.Settle(document.AmendsOrderId is null && client is null ? OrderDocumentStatus.NeedsClient : OrderDocumentStatus.NeedsReview);
    }

    /// <summary>The orders that may be meant: those of that number, else what is open at the client's; the newest first.</summary>
    public static IQueryable<Order> Candidates(AdvDbContext db, ClientId? client, string? reference)
    {
        var named = Named(db, client, reference ?? "");
        var open = db.Orders.AsNoTracking().Where(o => o.ClientId == client && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Closed && o.Status != OrderStatus.Delivered);

        return db.Orders.AsNoTracking().Where(o => named.Any(n => n.Id == o.Id) || (!named.Any() && open.Any(n => n.Id == o.Id))).OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(MostCandidates);
    }

    // Somebody who answers our acknowledgement may well give our number.
    private static IQueryable<Order> Named(AdvDbContext db, ClientId? client, string reference)
    {
        var number = reference.Trim();

        return db.Orders.AsNoTracking().Where(o => (client == null || o.ClientId == client) && (o.CustomerReference == number || o.Number == number));
    }

    private static OrderId? Only(List<Meant> meant) =>
        meant.FindAll(each => each.Status is not OrderStatus.Cancelled) is [var live] ? live.Id : meant is [var only] ? only.Id : null;

    private sealed record Meant(OrderId Id, OrderStatus Status);
}
