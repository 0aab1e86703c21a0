using System.Collections.Frozen;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Makes orders of what was read in a document, as far as client and site are known; what changes an order is put to it, and waits.</summary>
internal static class DocumentPlacing
{
    public static readonly IReadOnlyDictionary<string, string> NoCodes = FrozenDictionary<string, string>.Empty;

    /// <param name="codes">The client's code → ours, as a person said for this document.</param>
    public static async Task<Result> PlaceAsync(
        AdvDbContext db, TenantClock clock, OrderDocument document, DocumentReading reading, IReadOnlyDictionary<string, string> codes, CancellationToken ct)
    {
        if (reading.Change is not null)
        {
            await DocumentLinking.LinkAsync(db, document, reading, ct);
            return Result.Ok;
        }

        if (reading.Orders.Count == 0)
        {
            return Result.Ok;
        }

        var (doubts, layouts) = (OriginalOrder.Doubts(reading), new LayoutUnits(db, reading.Layout));
        var (toldClient, toldSite) = (document.ClientId, document.SiteId);
        var (waiting, clients, sites) = (false, new HashSet<ClientId?>(), new HashSet<SiteId?>());

        for (var index = 0; index < reading.Orders.Count; index++)
        {
            var order = reading.Orders[index];

            if (document.OrderAt(index) is not null)
            {
                continue;
            }

            var (client, site, unknownSite) = await PartyMatching.FindAsync(db, order, toldClient, toldSite, reading.Sender, ct);
            clients.Add(client);
            sites.Add(site);

            if (client is null || unknownSite || order.Lines.Count == 0)
            {
                waiting = true;
                continue;
            }

            var id = Ids.New<OrderId>();
            var received = await PlaceOrder.ReceiveAsync(db, clock, id, client.Value, Asked(order, OrderBounds.Fit(order), site, codes, await layouts.UnitsAsync(client.Value, ct)) with { Doubts = doubts }, document.Id, ct);

            if (!received.IsOk)
            {
                return received.Refusal;
            }

            document.Became(index, id);
        }

        // What one order of a file says of itself is nothing to put upon the next.
        document.ComesFrom(toldClient ?? Only(clients), toldSite ?? Only(sites));
        document.Settle(waiting ? OrderDocumentStatus.NeedsClient : OrderDocumentStatus.Done);

        return Result.Ok;
    }

    /// <summary>What a line of a document is called when a person is asked which of our products it is.</summary>
    internal static string? CodeOf(PurchaseOrderLine line) => line.BuyerCode ?? line.SupplierCode ?? line.Gtin;

    private static T? Only<T>(HashSet<T?> found) where T : struct => found.Count == 1 ? found.Single() : null;

    // A person names codes as the file has them.
    private static AskedOrder Asked(PurchaseOrder read, PurchaseOrder order, SiteId? site, IReadOnlyDictionary<string, string> codes, IReadOnlyDictionary<string, string> units) => new(
        site, order.OrderNumber, order.Currency, Day(order.RequestedDelivery), order.Totals?.LineExtension, SiteIsUnknown: false,
        [.. order.Lines.Select((line, index) => new AskedLine(
            line.LineNo!, CodeOf(read.Lines[index]) is { } code && codes.TryGetValue(code, out var ours) ? ours : line.SupplierCode,
            line.BuyerCode, line.Gtin, line.Description, line.Quantity, line.Unit is { } unit ? units.GetValueOrDefault(unit, unit) : null, line.NetPrice, line.PriceBaseQuantity, Day(line.RequestedDelivery))
        {
            LineAmount = line.LineAmount,
        })])
    {
        ReferenceExpected = true,
    };

    private static DateOnly? Day(RequestedDelivery? wanted) => wanted?.Date ?? wanted?.Start ?? wanted?.End;
}
