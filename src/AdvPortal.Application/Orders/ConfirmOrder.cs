using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Orders;

/// <summary>Promises the order to the client, as the person saw it on the screen, and answers by mail.</summary>
/// <remarks>A person has a moment to think again (<see cref="UndoConfirmation"/>); what a program confirms is answered at once.</remarks>
[UseCase]
public sealed class ConfirmOrder(ActOnOrder act, AcknowledgementPosting posting, KeepCallOffFindings keep, CurrentMember member)
{
    /// <summary>How long a person's answer waits before it leaves.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromSeconds(8);

    public async Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default)
    {
        var answered = await act.RunAsync(
            this, id, version,
            async (db, order, now) =>
            {
                var gate = await CallOffGate.ReadAsync(db, [order], ct);
                var confirmed = order.Confirm(now, member.Id, gate.Of(order));

                if (confirmed.IsOk)
                {
                    await posting.PostAsync(db, order, member.Id is null ? TimeSpan.Zero : UndoFor, ct);
                }

                return confirmed;
            },
            ct);

        return KeepCallOffFindings.Has(answered.Refusal) ? await keep.ExecuteAsync([id], ct) : answered;
    }
}

/// <summary>Takes a confirmation back while the client has not heard of it.</summary>
[UseCase]
public sealed class UndoConfirmation(ActOnOrder act)
{
    // On its way from the screen to here.
    private static readonly TimeSpan _lastClick = TimeSpan.FromSeconds(5);

    /// <summary>From then on a confirmation that a person gave stands.</summary>
    internal static TimeSpan PossibleFor => ConfirmOrder.UndoFor + _lastClick;

    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, now) =>
            {
                var (waited, hasLeft) = await AcknowledgementPosting.StopAsync(db, order, ct);

                // Without a mail to stop, somebody tells the client another way, and nobody knows when.
                if (hasLeft || (!waited && now - order.ConfirmedAt > PossibleFor))
                {
                    return new ConfirmationHasLeft();
                }

                return order.TakeBack();
            },
            ct);
}
