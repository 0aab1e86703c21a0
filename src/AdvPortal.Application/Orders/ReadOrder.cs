using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>One order with its lines and findings.</summary>
[UseCase]
public sealed class ReadOrder(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<OrderView>(this, Permission.ReadOrders, async db =>
            await FindAsync(db, id, ct) is { } order ? await ViewAsync(db, clock, order, ct) : new NoSuchOrder(), ct);

    internal static Task<Order?> FindAsync(AdvDbContext db, OrderId id, CancellationToken ct) =>
        db.Orders.Include(o => o.Lines).Include(o => o.Findings).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, ct);

    internal static async Task<Result<OrderView>> ViewAsync(AdvDbContext db, TenantClock clock, Order order, CancellationToken ct)
    {
        var mails = AcknowledgementProgress.Mails(db, order.Id);
        var around = await db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).Where(r => r.ClientId == order.ClientId)
            .Select(r => new { Responsible = r, LastMail = mails.FirstOrDefault() }).SingleOrDefaultAsync(ct);

        return OrderView.Of(order, around?.Responsible) with { Acknowledgement = AcknowledgementProgress.Of(db, order, around?.LastMail) };
    }
}
