using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Orders;

/// <summary>What a client still waits for, line by line, soonest first: what one must say when the client calls.</summary>
[UseCase]
public sealed class ListOpenLines(UnitOfWork unitOfWork)
{
    private const int MostOrders = 200;

    private static readonly OrderStatus[] _open = [.. Enum.GetValues<OrderStatus>().Where(status => status.IsOpen())];

    public Task<Result<OpenLines>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<OpenLines>(this, Permission.ReadOrders, async db =>
        {
            if (!await db.Clients.AnyAsync(c => c.Id == id, ct))
            {
                return new NoSuchClient();
            }

            var open = db.Orders.Where(o => o.ClientId == id && _open.Contains(o.Status));
            var orders = await open.OrderBy(o => o.PromisedOn).ThenBy(o => o.Id).Take(MostOrders).Include(o => o.Lines).Include(o => o.Findings).AsSplitQuery().ToListAsync(ct);
            var rows = orders.SelectMany(o => o.Lines.Where(l => l.OutstandingQuantity > 0).OrderBy(l => l.Position).Select(l => Row.Of(o, l)));

            return new OpenLines(await open.CountAsync(ct), [.. rows.OrderBy(r => r.PromisedOn ?? DateOnly.MaxValue)]);
        }, ct);

    /// <param name="Orders">How many orders are open, even where their lines are too many to list.</param>
    public sealed record OpenLines(int Orders, IReadOnlyList<Row> Lines);

    /// <param name="ToSettle">Something about it waits for a decision.</param>
    /// <param name="Why">What moved its date, or waits; null when it runs as asked.</param>
    public sealed record Row(
        OrderId OrderId, string Number, string? Reference, SiteId? SiteId, string LineNo, string? ProductCode, string? BuyerCode, string Description,
        decimal Outstanding, string Unit, DateOnly? RequestedOn, DateOnly? PromisedOn, bool ToSettle, Message? Why)
    {
        internal static Row Of(Order order, OrderLine line)
        {
            var about = order.Findings.Where(f => f.Step is Moments.None && (f.LineNo is null || f.LineNo == line.LineNo)).ToList();
            var open = about.Find(f => f.State is FindingState.Open);
            var moved = about.Find(f => f.Kind == DeliveryDays.KindName && f.State is (FindingState.Applied or FindingState.Accepted));

            return new(
                order.Id, order.Number, order.CustomerReference, order.SiteId, line.LineNo, line.ProductCode, line.BuyerCode, line.Description,
                line.OutstandingQuantity, line.Unit, line.RequestedOn ?? order.RequestedOn, line.PromisedOn ?? order.PromisedOn, open is not null, (open ?? moved)?.Explanation);
        }
    }
}
