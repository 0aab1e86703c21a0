using AdvPortal.Domain.Orders;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>The order book: newest first, a page at a time.</summary>
[UseCase]
public sealed class ListOrders(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<OrderView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(Permission.ReadOrders, async db =>
        {
            var orders = db.Orders.AsQueryable();
            orders = query.Status is { } status ? orders.Where(o => o.Status == status) : orders;
            orders = query.ClientId is { } client ? orders.Where(o => o.ClientId == client) : orders;
            orders = query.From is { } from ? orders.Where(o => o.PromisedOn >= from) : orders;
            orders = query.Until is { } until ? orders.Where(o => o.PromisedOn <= until) : orders;
            orders = query.Reference is { Length: > 0 } text ? orders.Where(o => o.CustomerReference == text || o.Number == text) : orders;
            var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));

            if (query.Owner is { } owner)
            {
                orders = orders.Where(o => responsible.Any(r => r.ClientId == o.ClientId && (r.OwnerId == owner || r.ActingOwnerId == owner)));
            }

            if (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id))
            {
                orders = orders.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.ReceivedAt, o.Id), ValueTuple.Create(at, new OrderId(id))));
            }

            var rows = await orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(query.Size + 1)
                .Include(o => o.Lines).Include(o => o.Findings).AsSplitQuery().ToListAsync(ct);
            var clients = rows.Select(o => o.ClientId).Distinct().ToList();
            var by = await responsible.Where(r => clients.Contains(r.ClientId)).ToDictionaryAsync(r => r.ClientId, ct);

            return rows.Select(o => OrderView.Of(o, by.GetValueOrDefault(o.ClientId))).ToList().Cut(query.Size, o => Cursor.Write(o.ReceivedAt, o.Id.Value));
        }, ct);

    public sealed record Query(OrderStatus? Status = null, ClientId? ClientId = null, MemberId? Owner = null, string? Reference = null, DateOnly? From = null, DateOnly? Until = null, string? After = null, int Size = 25);
}
