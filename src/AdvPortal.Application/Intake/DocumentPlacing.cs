using System.Collections.Frozen;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

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

        var (doubts, layouts) = (OriginalOrder.Doubts(reading), new LayoutUnits(reading.Layout));
        var (toldClient, toldSite) = (document.ClientId, document.SiteId);
        var (waiting, clients, sites) = (false, new HashSet<ClientId?>(), new HashSet<SiteId?>());
        var wanted = new List<Wanted>();
        var known = new Dictionary<(Party?, Party?, Party?), (ClientId? Client, SiteId? Site, bool SiteIsUnknown)>();

        for (var index = 0; index < reading.Orders.Count; index++)
        {
            var order = reading.Orders[index];

            if (document.OrderAt(index) is not null)
            {
                continue;
            }

            // A file of many orders names the same few parties: each is asked for once.
            var parties = (order.Buyer, order.Invoicee, PartyMatching.PlaceOf(order));

            if (!known.TryGetValue(parties, out var found))
            {
                known[parties] = found = await PartyMatching.FindAsync(db, order, toldClient, toldSite, reading.Sender, ct);
            }

            var (client, site, unknownSite) = found;
            clients.Add(client);
            sites.Add(site);

            if (client is null || unknownSite || order.Lines.Count == 0)
            {
                waiting = true;
                continue;
            }

            wanted.Add(new(index, client.Value, Asked(order, OrderBounds.Fit(order), site, codes, await layouts.UnitsAsync(db, client.Value, ct)) with { Doubts = doubts }));
        }

        if (await PlaceAsync(db, clock, document, wanted, ct) is { IsOk: false } refused)
        {
            return refused;
        }

        // What one order of a file says of itself is nothing to put upon the next.
        document.ComesFrom(toldClient ?? Only(clients), toldSite ?? Only(sites));
        document.Settle(waiting ? OrderDocumentStatus.NeedsClient : OrderDocumentStatus.Done);

        return Result.Ok;
    }

    // What is known of a client is read once for all the orders of a document, and their numbers are taken at once.
    private static async Task<Result> PlaceAsync(AdvDbContext db, TenantClock clock, OrderDocument document, List<Wanted> wanted, CancellationToken ct)
    {
        var orders = new List<(int Index, Order Order)>(wanted.Count);

        foreach (var ofClient in wanted.GroupBy(each => each.Client))
        {
            var basis = await OrderBasis.ReadAsync(db, new Visit(db), clock, ofClient.Key, [.. ofClient.Select(each => each.Asked)], self: null, ct);

            if (!basis.IsOk)
            {
                return basis.Refusal;
            }

            foreach (var each in ofClient)
            {
                var received = PlaceOrder.Receive(basis.Value, clock, Ids.New<OrderId>(), each.Asked, document.Id);

                if (!received.IsOk)
                {
                    return received.Refusal;
                }

                orders.Add((each.Index, received.Value));
            }
        }

        if (orders.Count > 0)
        {
            orders.Sort((one, other) => one.Index.CompareTo(other.Index));
            await PlaceOrder.AddAsync(db, clock, orders.ConvertAll(each => each.Order), ct);
            orders.ForEach(each => document.Became(each.Index, each.Order.Id));
        }

        return Result.Ok;
    }

    /// <summary>What a line of a document is called when a person is asked which of our products it is.</summary>
    internal static string? CodeOf(PurchaseOrderLine line) => line.BuyerCode ?? line.SupplierCode ?? line.Gtin;

    private static T? Only<T>(HashSet<T?> found) where T : struct => found.Count == 1 ? found.Single() : null;

    // A person names codes as the file has them.
    private static AskedOrder Asked(PurchaseOrder read, PurchaseOrder order, SiteId? site, IReadOnlyDictionary<string, string> codes, IReadOnlyDictionary<string, string> units) => new(
        site, order.OrderNumber, order.Currency, Day(order.RequestedDelivery), order.Totals?.LineExtension, SiteIsUnknown: false,
        [.. order.Lines.Select((line, index) => new AskedLine(
            line.LineNo!, AnswerOrderDocument.NameOf(read.Lines[index]) is { } code && codes.TryGetValue(code, out var ours) ? ours : line.SupplierCode,
            line.BuyerCode, line.Gtin, line.Description, line.Quantity, line.Unit is { } unit ? units.GetValueOrDefault(unit, unit) : null, line.NetPrice, line.PriceBaseQuantity, Day(line.RequestedDelivery))
        {
            LineAmount = line.LineAmount,
        })])
    {
        ReferenceExpected = true,
        ContractReference = order.ContractReference,
    };

    private static DateOnly? Day(RequestedDelivery? wanted) => wanted?.Date ?? wanted?.Start ?? wanted?.End;

    /// <param name="Index">Of the order in the document, from 0.</param>
    private sealed record Wanted(int Index, ClientId Client, AskedOrder Asked);
}
