using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What a client asked for and what we promise, from its arrival to its end.</summary>
public sealed partial class Order : TenantOwned
{
    public const int NumberMaxLength = 20;
    public const int CustomerReferenceMaxLength = 70;
    public const int CancelReasonMaxLength = 1000;

    private readonly List<OrderLine> _lines = [];
    private readonly List<Finding> _findings = [];

    private Order() { }

    public OrderId Id { get; private set; }

    /// <summary>CV26-04518: what people see; empty until it is numbered, once.</summary>
    public string Number { get; private set; } = "";

    public ClientId ClientId { get; private set; }
    public SiteId? SiteId { get; private set; }
    public string? CustomerReference { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = null!;

    public DateOnly? RequestedOn { get; private set; }

    /// <summary>The arrival of the last line; null while a line has no date.</summary>
    public DateOnly? PromisedOn { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset AcknowledgementDueAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public OrderDocumentId? OrderDocumentId { get; private set; }
    public OrderStatus Status { get; private set; }

    /// <summary>Where it goes on when it is no longer held.</summary>
    public OrderStatus? HeldFrom { get; private set; }

    public string? CancelReason { get; private set; }
    public decimal TotalNet { get; private set; }

    /// <summary>How long its goods are on their way; see <see cref="Transport"/>.</summary>
    public int TransportDays { get; private set; }

    /// <summary>Whether there is something to answer the client: a promise, or that there is none.</summary>
    public bool IsAnswered => Status is not (OrderStatus.ToReview or OrderStatus.OnHold);

    public IReadOnlyList<OrderLine> Lines => _lines;
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Takes an order in as it was judged: it waits for review, even when something blocks.</summary>
    public static Result<Order> Receive(
        OrderId id, OrderDraft draft, Judgement judgement, DateTimeOffset receivedAt, DateTimeOffset acknowledgementDueAt, OrderDocumentId? document = null)
    {
        if (Check(draft) is { } refusal)
        {
            return refusal;
        }

        var order = new Order { Id = id, ReceivedAt = receivedAt, AcknowledgementDueAt = acknowledgementDueAt, OrderDocumentId = document };
        order.Take(draft, judgement);

        return order;
    }

    /// <summary>Gives the order the number people see; it never changes.</summary>
    public void Numbered(string number)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("An order is numbered once.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        Number = number;
    }

    /// <summary>Promises the order to the client, unless something still blocks.</summary>
    public Result Confirm(DateTimeOffset now)
    {
        if (!Status.CanBecome(OrderStatus.Confirmed) || Status is OrderStatus.OnHold)
        {
            return new OrderCannotBecome(Status, OrderStatus.Confirmed);
        }

        if (Unmet(Moments.None) is { Count: > 0 } blocking)
        {
            return new RequirementsNotMet(blocking);
        }

        _lines.ForEach(line => line.Commit(Revision));
        ConfirmedAt = now;
        var moved = MoveTo(OrderStatus.Confirmed);

        // What was being prepared, or had left in part, is so still.
        (Status, AmendedFrom) = (AmendedFrom ?? Status, null);

        return moved;
    }

    /// <summary>Takes the promise back before the client has heard of it: the order is reviewed again, and nothing was ever promised.</summary>
    public Result TakeBack()
    {
        if (Status is not OrderStatus.Confirmed)
        {
            return new OrderCannotBecome(Status, OrderStatus.ToReview);
        }

        _lines.ForEach(line => line.Uncommit(Revision));
        (Status, ConfirmedAt) = (OrderStatus.ToReview, null);
        Touch();

        return Result.Ok;
    }

    public Result Cancel(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new CancellationNeedsReason();
        }

        // What has left in part stays, also while a change of it is reviewed.
        if (_lines.Exists(line => line.ShippedQuantity > 0))
        {
            return new OrderCannotBecome(Status, OrderStatus.Cancelled);
        }

        var moved = MoveTo(OrderStatus.Cancelled);

        if (moved.IsOk)
        {
            (CancelReason, Revision) = (reason.Trim(), ConfirmedAt is null ? Revision : Revision + 1);
        }

        return moved;
    }

    public Result Hold()
    {
        var from = Status;
        var moved = MoveTo(OrderStatus.OnHold);

        if (moved.IsOk)
        {
            HeldFrom = from;
        }

        return moved;
    }

    /// <summary>Goes on where the order was held.</summary>
    public Result Resume()
    {
        if (HeldFrom is not { } from)
        {
            return new OrderCannotBecome(Status, Status);
        }

        HeldFrom = null;
        return MoveTo(from);
    }

    public Result StartPreparation() => Advance(OrderStatus.InPreparation);

    public Result ShipPartly() => Advance(OrderStatus.PartlyShipped);

    public Result Ship() => Advance(OrderStatus.Shipped);

    public Result Deliver() => Advance(OrderStatus.Delivered);

    public Result Close() => Advance(OrderStatus.Closed);

    private Result Advance(OrderStatus next) => Status is OrderStatus.OnHold ? new OrderCannotBecome(Status, next) : MoveTo(next);

    private Result MoveTo(OrderStatus next)
    {
        if (!Status.CanBecome(next))
        {
            return new OrderCannotBecome(Status, next);
        }

        (Status, WaitingFor, WaitingSince) = (next, null, null);
        Touch();

        if (next is OrderStatus.Cancelled)
        {
            HeldFrom = null;
        }

        return Result.Ok;
    }
}
