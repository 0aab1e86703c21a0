namespace AdvPortal.Domain.Orders;

/// <summary>An order that is held, with the reason, until when and who may let it go on.</summary>
public sealed partial class Order
{
    /// <summary>Where it goes on when it is no longer held.</summary>
    public OrderStatus? HeldFrom { get; private set; }

    /// <summary>Null while it is not held.</summary>
    public OrderHold? Hold { get; private set; }

    /// <param name="hold">Why, until when, and who may let it go on.</param>
    /// <param name="today">In the company's time zone.</param>
    public Result HoldBack(OrderHold hold, DateOnly today)
    {
        if (!Status.Allows(OrderAct.Hold))
        {
            return new OrderDoesNotAllow(OrderAct.Hold, Status);
        }

        if (hold.Until < today)
        {
            return new HoldEndsInPast(hold.Until.Value);
        }

        if (hold.Reason is HoldReason.Other && string.IsNullOrWhiteSpace(hold.Note))
        {
            return new HoldNeedsNote();
        }

        (HeldFrom, Hold) = (Status, hold with { Note = string.IsNullOrWhiteSpace(hold.Note) ? null : hold.Note.Trim() });
        MoveTo(OrderStatus.OnHold);

        return Result.Ok;
    }

    /// <summary>Who may let it go on today: one that has run out, anybody.</summary>
    public HoldRelease ReleasedBy(DateOnly today) => Hold is { } hold && !hold.HasRunOut(today) ? hold.Release : HoldRelease.Anybody;

    /// <summary>Goes on where the order was held.</summary>
    /// <param name="may">What the person may release; a hold that has run out is released like one that is anybody's.</param>
    /// <param name="today">In the company's time zone.</param>
    public Result Release(IReadOnlyCollection<HoldRelease> may, DateOnly today)
    {
        if (!Status.Allows(OrderAct.Release) || HeldFrom is not { } from)
        {
            return new OrderDoesNotAllow(OrderAct.Release, Status);
        }

        var needed = ReleasedBy(today);

        if (!may.Contains(needed))
        {
            return new NotYoursToRelease(needed);
        }

        MoveTo(from);

        return Result.Ok;
    }
}
