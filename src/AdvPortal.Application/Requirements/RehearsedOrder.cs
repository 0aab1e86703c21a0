using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Requirements;

/// <summary>As much of an order as judging it again needs: a hundred thousand of them pass by one at a time.</summary>
internal sealed record RehearsedOrder(OrderId Id, string Number, OrderStatus Status, DateTimeOffset ReceivedAt, decimal TotalNet, int TransportDays, OrderDraft Draft)
{
    /// <summary>What was ordered on lines whose quantity has been raised since: a rehearsal begins where the client did.</summary>
    public static async Task<ILookup<OrderId, (string LineNo, decimal Quantity)>> RaisedAsync(AdvDbContext db, ClientId client, CancellationToken ct) =>
        (await db.Orders.Where(o => o.ClientId == client && o.Status != OrderStatus.Cancelled)
            .SelectMany(
                o => o.Findings.Where(f => f.Kind == Packaging.KindName && f.LineNo != null && (f.State == FindingState.Applied || f.State == FindingState.Accepted)),
                (o, f) => new { o.Id, f.LineNo, f.Before, f.After })
            .AsNoTracking().ToListAsync(ct))
        .Where(raised => raised is { Before.Quantity: not null, After.Quantity: not null })
        .ToLookup(raised => raised.Id, raised => (raised.LineNo!, raised.Before!.Quantity!.Value));

    /// <summary>The order as it was before its quantities were raised.</summary>
    public RehearsedOrder AsOrdered(IEnumerable<(string LineNo, decimal Quantity)> raised)
    {
        var ordered = raised.ToLookup(line => line.LineNo, line => line.Quantity, StringComparer.Ordinal);

        return ordered.Count == 0 ? this : this with { Draft = Draft with { Lines = [.. Draft.Lines.Select(line => ordered[line.LineNo].FirstOrDefault() is > 0 and var quantity ? line with { Quantity = quantity } : line)] } };
    }

    /// <summary>The client's orders that are open or came in since an instant, the newest first; those of one site, where one is given.</summary>
    public static IAsyncEnumerable<RehearsedOrder> Of(AdvDbContext db, ClientId client, SiteId? site, DateTimeOffset since)
    {
        var orders = db.Orders.Where(o => o.ClientId == client && o.Status != OrderStatus.Cancelled
            && (o.ReceivedAt >= since || (o.Status != OrderStatus.Shipped && o.Status != OrderStatus.Delivered && o.Status != OrderStatus.Closed)));

        return (site is null ? orders : orders.Where(o => o.SiteId == site))
            .OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id)
            .Select(o => new RehearsedOrder(o.Id, o.Number, o.Status, o.ReceivedAt, o.TotalNet, o.TransportDays, new OrderDraft
            {
                ClientId = o.ClientId,
                SiteId = o.SiteId,
                CustomerReference = o.CustomerReference,
                Currency = o.Currency,
                RequestedOn = o.RequestedOn,
                Lines = o.Lines.OrderBy(l => l.Position).Select(l => new DraftLine
                {
                    LineNo = l.LineNo,
                    ProductCode = l.ProductCode,
                    ProductFamily = l.ProductFamily,
                    BuyerCode = l.SentBuyerCode,
                    Quantity = l.Quantity == 0 ? null : l.Quantity,
                    NetPrice = l.NetPrice,
                    PriceBaseQuantity = l.PriceBaseQuantity,
                    RequestedOn = l.OwnRequestedOn,
                }).ToList(),
            }))
            .AsNoTracking().AsSingleQuery().AsAsyncEnumerable();
    }
}

/// <summary>Counts what a requirement does to the orders that pass by, and keeps the first that it changes.</summary>
internal sealed class EffectCount
{
    private readonly List<OrderRehearsal> _orders = [];
    private int _examined;
    private int _changed;
    private int _conflicts;

    public void Add(OrderRehearsal? changed)
    {
        _examined++;

        if (changed is null)
        {
            return;
        }

        _changed++;
        _conflicts += changed.IsConflict ? 1 : 0;

        if (_orders.Count < RehearseRequirement.MostOrders)
        {
            _orders.Add(changed);
        }
    }

    public Effect ToEffect() => new(_examined, _changed, _examined - _changed, _conflicts, _orders);
}
