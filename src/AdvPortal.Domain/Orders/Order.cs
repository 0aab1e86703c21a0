using AdvPortal.Domain.Contracts;
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

    /// <summary>The agreement that the client names for the order; null where it names none.</summary>
    public string? ContractReference { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = null!;

    public DateOnly? RequestedOn { get; private set; }

    /// <summary>The arrival of the last line; null while a line has no date.</summary>
    public DateOnly? PromisedOn { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset AcknowledgementDueAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The revision that was last confirmed; what was promised anew since has a later one.</summary>
    public int? ConfirmedIn { get; private set; }

    /// <summary>What <see cref="ConfirmedIn"/> was before, for whoever takes the last confirmation back: an earlier one stands.</summary>
    public int? ConfirmedBefore { get; private set; }

    public OrderDocumentId? OrderDocumentId { get; private set; }
    public OrderStatus Status { get; private set; }

    /// <summary>Null unless it is cancelled, or cancelled before reasons were told apart.</summary>
    public CancelCause? CancelCause { get; private set; }

    [PersonalData]
    public string? CancelReason { get; private set; }

    public decimal TotalNet { get; private set; }

    /// <summary>How long its goods are on their way; see <see cref="Transport"/>.</summary>
    public int TransportDays { get; private set; }

    /// <summary>Who handles it, where that is not whoever answers for its client.</summary>
    public MemberId? HandlerId { get; private set; }

    /// <summary>How its goods go, by the calendars that were read with it; else as usual. Not stored: calendars change.</summary>
    public Transport Way { get => field ?? new(TransportDays); private set; }

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
    /// <param name="now">When.</param>
    /// <param name="by">Null for a program.</param>
    /// <param name="agreed">Of the agreements that it calls off, as they stand while nobody else can: whoever comes second has what the first leaves.</param>
    public Result Confirm(DateTimeOffset now, MemberId? by = null, IReadOnlyCollection<BlanketStanding>? agreed = null)
    {
        if (!Status.Allows(OrderAct.Confirm))
        {
            return new OrderCannotBecome(Status, OrderStatus.Confirmed);
        }

        var (over, beyond) = LookAtCallOffs(agreed);

        if (Unmet(Moments.None).Except(over).Concat(beyond).ToList() is { Count: > 0 } blocking)
        {
            return new RequirementsNotMet(blocking);
        }

        _findings.RemoveAll(over.Contains);
        _lines.ForEach(line => line.Commit(Revision));
        Enter(now, by);
        (ConfirmedAt, ConfirmedIn, ConfirmedBefore) = (now, Revision, ConfirmedIn);

        // What was being prepared, or had left in part, is so still.
        var goesOn = AmendedFrom ?? OrderStatus.Confirmed;
        AmendedFrom = null;
        MoveTo(goesOn);

        // The change may leave nothing to send of what had left in part.
        if (goesOn is OrderStatus.PartlyShipped)
        {
            Advance();
        }

        return Result.Ok;
    }

    /// <summary>Takes the promise back before the client has heard of it: the order is reviewed again, and what was promised before, if anything was, is what is promised.</summary>
    public Result TakeBack()
    {
        if (!Status.Allows(OrderAct.TakeBack))
        {
            return new OrderCannotBecome(Status, OrderStatus.ToReview);
        }

        // What was promised anew, or given up, since is told in a version of its own.
        if (ConfirmedIn is { } confirmed && confirmed != Revision)
        {
            return new ConfirmationHasLeft();
        }

        _lines.ForEach(line => line.Uncommit(Revision));
        _promises.RemoveAll(each => each.Revision == Revision);
        (ConfirmedAt, ConfirmedIn, ConfirmedBefore) = (null, ConfirmedBefore, null);
        MoveTo(OrderStatus.ToReview);

        return Result.Ok;
    }

    /// <param name="reason">In somebody's own words; may be empty where the cause says it all.</param>
    /// <param name="cause">From the list; null where nobody says.</param>
    public Result Cancel(string? reason, CancelCause? cause = null)
    {
        if (string.IsNullOrWhiteSpace(reason) && cause is null or Orders.CancelCause.Other)
        {
            return new CancellationNeedsReason();
        }

        // What has left in part stays, also while a change of it is reviewed.
        if (!Status.Allows(OrderAct.Cancel) || _lines.Exists(line => line.ShippedQuantity > 0))
        {
            return new OrderCannotBecome(Status, OrderStatus.Cancelled);
        }

        MoveTo(OrderStatus.Cancelled);
        (CancelReason, CancelCause, Revision) = (string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), cause, ConfirmedAt is null ? Revision : Revision + 1);

        return Result.Ok;
    }

    // The act was looked up in the table before.
    private void MoveTo(OrderStatus next)
    {
        (Status, WaitingFor, WaitingSince) = (next, null, null);

        if (next is not OrderStatus.OnHold)
        {
            (HeldFrom, Hold) = (null, null);
        }

        Reckon();
        Touch();
    }
}
