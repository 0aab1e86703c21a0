using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Application.Orders;

/// <summary>What we answer to the client's order, in the client's codes and language.</summary>
[UseCase]
public sealed class ReadAcknowledgement(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Acknowledgement>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Acknowledgement>(this, Permission.ReadOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            return order.IsAnswered ? (await AcknowledgementBasis.ReadAsync(db, clock, order, ct)).Describe() : new NotConfirmedYet();
        }, ct);
}

/// <summary>An acknowledgement promises what was confirmed: before, there is nothing to promise.</summary>
public sealed record NotConfirmedYet : Refusal;
