namespace AdvPortal.Domain.Orders;

/// <summary>An order that waits for somebody's word, and one that gives way to another.</summary>
public sealed partial class Order
{
    /// <summary>Whose answer it waits for; null when it is ours to go on.</summary>
    public WaitingFor? WaitingFor { get; private set; }

    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>The order that stands in the place of this one, which is cancelled for it.</summary>
    public OrderId? SupersededById { get; private set; }

    /// <summary>Somebody was asked: until they answer, nobody is expected to go on.</summary>
    public Result WaitFor(WaitingFor whom, DateTimeOffset now)
    {
        if (Status is not OrderStatus.ToReview)
        {
            return new OrderNotToReview(Status);
        }

        (WaitingFor, WaitingSince) = (whom, now);
        Touch();

        return Result.Ok;
    }

    /// <summary>The answer is there, or nobody waits for it any more.</summary>
    public void StopWaiting()
    {
        (WaitingFor, WaitingSince) = (null, null);

        // Also when nobody waited: an answer that came late is news of the order.
        Touch();
    }

    /// <summary>Cancels it in favour of another order: the one that replaces it, or the one of which it is the double.</summary>
    public Result GiveWayTo(OrderId other, string reason)
    {
        var cancelled = Cancel(reason);

        if (cancelled.IsOk)
        {
            SupersededById = other;
        }

        return cancelled;
    }
}
