namespace AdvPortal.Domain.Orders;

/// <summary>What a client changes of an order that it has sent before: the same order, under the same number, judged and answered again.</summary>
public sealed partial class Order
{
    /// <summary>1 until the client changes what was promised; what is answered after that is another version of the same answer.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Where an order that was under way goes on once its change is confirmed.</summary>
    public OrderStatus? AmendedFrom { get; private set; }

    /// <summary>Every change that was decided, in its turn.</summary>
    [PersonalData]
    public IReadOnlyList<DecidedAmendment> Amendments { get; private set; } = [];

    /// <summary>What has left cannot be changed, nor what was given up.</summary>
    public bool MayBeAmended => Status.IsOpen();

    /// <summary>The line that a client means who gives this number, and says nothing against it; null where there is none.</summary>
    public OrderLine? LineNumbered(string lineNo) =>
        _lines.Find(line => line.LineNo == lineNo) ?? _lines.Find(line => string.Equals(LineMatching.Bare(line.LineNo), LineMatching.Bare(lineNo), StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes a client's change and its judgement. What was promised before is to be promised anew.</summary>
    /// <param name="draft">The order as it shall be.</param>
    /// <param name="judgement">Of that draft.</param>
    /// <param name="amendment">What was decided, line by line.</param>
    public Result Amend(OrderDraft draft, Judgement judgement, DecidedAmendment amendment)
    {
        if (Check(amendment, Status) is { } settled)
        {
            return settled;
        }

        if ((Check(draft) ?? Shipped(draft)) is { } refusal)
        {
            return refusal;
        }

        Reserve();
        Take(draft, judgement);
        _lines.ForEach(line => line.ReserveIfNew());
        Reopen();
        Keep(amendment);

        return Result.Ok;
    }

    /// <summary>Gives the order up because the client does. Of one that has left in part, what has left stays.</summary>
    public Result CancelFor(DecidedAmendment amendment, string reason)
    {
        if (Check(amendment, Status) is { } settled)
        {
            return settled;
        }

        if (_lines.Exists(line => line.ShippedQuantity > 0))
        {
            _lines.RemoveAll(line => line.ShippedQuantity == 0);
            _lines.ForEach(line => line.Reduce());
            _lines.ForEach(line => line.Release());
            (CancelReason, TotalNet) = (reason, _lines.Sum(line => line.LineAmount ?? 0));
            Revision++;
            Keep(amendment);

            // Also from where a change of it was being reviewed, or held.
            AmendedFrom = null;
            MoveTo(OrderStatus.Shipped);

            return Result.Ok;
        }

        var cancelled = Cancel(reason);

        if (cancelled.IsOk)
        {
            Keep(amendment);
        }

        return cancelled;
    }

    /// <summary>Leaves the order as it is, whatever the client wanted.</summary>
    public Result Decline(DecidedAmendment amendment)
    {
        if (IsDecided(amendment))
        {
            return new AmendmentDecided();
        }

        Keep(amendment);
        Touch();

        return Result.Ok;
    }

    private Refusal? Check(DecidedAmendment amendment, OrderStatus status) =>
        IsDecided(amendment) ? new AmendmentDecided()
        : !MayBeAmended ? new OrderNotAmendable(status)
        : null;

    // What came without a document is said once, by whoever decides it.
    private bool IsDecided(DecidedAmendment amendment) => amendment.DocumentId is { } document && Amendments.Any(each => each.DocumentId == document);

    private LineHasShipped? Shipped(OrderDraft draft)
    {
        var asked = draft.Lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);

        foreach (var line in _lines.Where(line => line.ShippedQuantity > 0))
        {
            if (!asked.TryGetValue(line.LineNo, out var after) || after.Quantity is not { } quantity || quantity < line.ShippedQuantity || after.ProductId != line.ProductId || after.Unit != line.Unit)
            {
                return new LineHasShipped(line.LineNo, line.ShippedQuantity);
            }
        }

        return null;
    }

    // What was promised goes on taking of agreements; a second change before the first one is confirmed changes nothing of that.
    private void Reserve()
    {
        if (ConfirmedAt is not null)
        {
            _lines.ForEach(line => line.Reserve());
        }
    }

    // Until it is confirmed again nothing new is promised, and the client has heard of the promise before.
    private void Reopen()
    {
        if (ConfirmedAt is not null)
        {
            (Revision, ConfirmedAt) = (Revision + 1, null);
        }

        if (Status is OrderStatus.OnHold)
        {
            (AmendedFrom, HeldFrom) = (UnderWay(HeldFrom) ?? AmendedFrom, OrderStatus.ToReview);
        }
        else
        {
            (AmendedFrom, Status) = (UnderWay(Status) ?? AmendedFrom, OrderStatus.ToReview);
        }

        Touch();
    }

    private static OrderStatus? UnderWay(OrderStatus? status) => status is OrderStatus.InPreparation or OrderStatus.PartlyShipped ? status : null;

    private void Keep(DecidedAmendment amendment) => Amendments = [.. Amendments, amendment with { Revision = Revision }];
}
