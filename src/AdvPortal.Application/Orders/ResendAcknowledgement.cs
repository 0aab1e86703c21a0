using AdvPortal.Domain.Orders;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>Answers the client once more, as the order stands and to whoever has an address now; what did not get through is tried at once.</summary>
[UseCase]
public sealed class ResendAcknowledgement(UnitOfWork unitOfWork, AcknowledgementPosting posting, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            if (version is { } seen && seen != order.Version)
            {
                return new ChangedMeanwhile();
            }

            if (!order.IsAnswered)
            {
                return new NotConfirmedYet();
            }

            var last = await AcknowledgementPosting.Of(db, id).OrderByDescending(m => m.CreatedAt).FirstOrDefaultAsync(ct);

            switch (last)
            {
                case { Status: OutboxStatus.Waiting, Attempts: > 0 } waiting:
                    waiting.Postpone(waiting.LastError ?? "", clock.Now);
                    (await db.OutboxTurns.SingleAsync(t => t.Id == waiting.Id, ct)).Hasten(clock.Now);
                    break;
                case { IsUnderway: true }:
                    return new AcknowledgementUnderway();
                default:
                    if (await posting.PostAsync(db, order, TimeSpan.Zero, ct) is null)
                    {
                        return new NobodyToWriteTo();
                    }

                    break;
            }

            return await ReadOrder.ViewAsync(db, clock, order, ct);
        }, ct);
}
