namespace AdvPortal.Domain.Orders;

/// <summary>What is promised of a line, what of it has left, and what will not.</summary>
public sealed partial class OrderLine
{
    /// <summary>The first commitment, set once, at confirmation: what punctuality is measured against.</summary>
    public DateOnly? FirstPromisedOn { get; private set; }

    /// <summary>The revision of the order in which that was; null in the first.</summary>
    public int? FirstPromisedIn { get; private set; }

    /// <summary>Arrival.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>Departure.</summary>
    public DateOnly? ShipOn { get; private set; }

    /// <summary>What may still leave: what was ordered, and has neither left nor been given up.</summary>
    public decimal OutstandingQuantity { get; private set; }

    /// <summary>What has left; beyond what was ordered only within what the client tolerates.</summary>
    public decimal ShippedQuantity { get; private set; }

    /// <summary>What was ordered and will not leave.</summary>
    public decimal CancelledQuantity { get; private set; }

    /// <summary>What is outstanding, where it arrives in several parts, soonest first; empty when all of it comes on <see cref="PromisedOn"/>.</summary>
    public IReadOnlyList<PromisedPart> Schedule { get; private set; } = [];

    /// <summary>When what is outstanding can leave, as stock or workshop say; null when they say nothing.</summary>
    public Readiness? Ready { get; private set; }

    /// <summary>The next arrival that is promised; null when nothing is outstanding, or no date is promised.</summary>
    public DateOnly? NextDueOn => OutstandingQuantity == 0 ? null : Schedule is [var next, ..] ? next.DeliverOn : PromisedOn;

    public DateOnly? NextShipOn => OutstandingQuantity == 0 ? null : Schedule is [var next, ..] ? next.ShipOn : ShipOn;

    /// <summary>It cannot leave in time.</summary>
    public bool IsThreatened => OutstandingQuantity > 0 && Ready?.On > (Schedule is [.., var last] ? last.ShipOn : ShipOn);

    /// <summary>Whether something outstanding is promised for a day.</summary>
    public bool Promises(DateOnly day) => OutstandingQuantity > 0 && (Schedule.Count > 0 ? Schedule.Any(part => part.DeliverOn == day) : PromisedOn == day);

    /// <summary>2 decimals.</summary>
    public decimal OutstandingAmount => NetPrice is { } price ? LineAmounts.Of(OutstandingQuantity, price, PriceBaseQuantity) : 0;

    public LineStanding StandingIn(OrderStatus order) =>
        order is OrderStatus.Cancelled || (ShippedQuantity == 0 && CancelledQuantity > 0 && OutstandingQuantity == 0) ? LineStanding.Cancelled
        : ShippedQuantity > 0 ? (OutstandingQuantity > 0 ? LineStanding.PartlyShipped : CancelledQuantity > 0 ? LineStanding.ClosedShort : LineStanding.Shipped)
        : FirstPromisedOn is null ? LineStanding.ToReview
        : LineStanding.Promised;

    // Parts whose last one arrives then are promised as they were.
    internal void Promise(DateOnly? on, DateOnly? shipOn)
    {
        Schedule = on == PromisedOn && Schedule.Sum(part => part.Quantity) == OutstandingQuantity ? Schedule : [];
        (PromisedOn, ShipOn) = (on, shipOn);
    }

    /// <summary>All that is outstanding, in one part or several.</summary>
    internal void Promise(IReadOnlyList<PromisedPart> parts)
    {
        List<PromisedPart> inTurn = [.. parts.OrderBy(part => part.DeliverOn)];
        (PromisedOn, ShipOn, Schedule) = (inTurn[^1].DeliverOn, inTurn[^1].ShipOn, inTurn.Count > 1 ? inTurn : []);
    }

    internal bool Promises(IReadOnlyList<PromisedPart> parts) =>
        parts is [var all] ? Schedule.Count == 0 && (all.DeliverOn, all.ShipOn) == (PromisedOn, ShipOn) : Schedule.SequenceEqual(parts.OrderBy(part => part.DeliverOn));

    internal void Await(Readiness? ready) => Ready = ready;

    internal void Ship(decimal quantity)
    {
        ShippedQuantity += quantity;
        Count(Quantity);

        // What was promised first leaves first.
        List<PromisedPart> left = [];
        var gone = quantity;

        foreach (var part in Schedule)
        {
            var rest = part.Quantity - decimal.Min(part.Quantity, gone);
            gone -= part.Quantity - rest;

            if (rest > 0)
            {
                left.Add(part with { Quantity = rest });
            }
        }

        Schedule = left.Count > 1 ? left : [];
    }

    /// <param name="quantity">What came back.</param>
    /// <param name="reopened">What is wanted again.</param>
    /// <param name="promised">The parts as the ledger has them: what is outstanding again is due when it was.</param>
    internal void TakeBack(decimal quantity, decimal reopened, IReadOnlyList<PromisedPart> promised)
    {
        (ShippedQuantity, CancelledQuantity) = (ShippedQuantity - quantity, decimal.Max(0, CancelledQuantity - reopened));
        Count(Quantity);
        Schedule = Last(promised, OutstandingQuantity);
    }

    internal void Commit(int revision)
    {
        if (FirstPromisedOn is null)
        {
            (FirstPromisedOn, FirstPromisedIn) = (PromisedOn, revision == 1 ? null : revision);
        }
    }

    /// <summary>What an earlier revision promised was promised.</summary>
    internal void Uncommit(int revision)
    {
        if ((FirstPromisedIn ?? 1) == revision)
        {
            (FirstPromisedOn, FirstPromisedIn) = (null, null);
        }
    }

    /// <summary>Nothing more is to leave.</summary>
    internal void CloseShort()
    {
        (CancelledQuantity, Schedule, Ready) = (CancelledQuantity + OutstandingQuantity, [], null);
        Count(Quantity);
    }

    /// <summary>The client wants no more than what has left.</summary>
    internal void Reduce()
    {
        CancelledQuantity = 0;
        Order(ShippedQuantity);
    }

    /// <summary>Ordered anew, in another quantity: nothing of it is given up any more.</summary>
    internal void Reopen()
    {
        CancelledQuantity = 0;
        Count(Quantity);
    }

    // What was promised first has left first: what is outstanding is the end of it. What left before it was promised so is due with the first part.
    private static List<PromisedPart> Last(IReadOnlyList<PromisedPart> promised, decimal outstanding)
    {
        List<PromisedPart> last = [];

        foreach (var part in promised.Reverse())
        {
            var quantity = decimal.Min(part.Quantity, outstanding);
            outstanding -= quantity;

            if (quantity > 0)
            {
                last.Insert(0, part with { Quantity = quantity });
            }
        }

        if (outstanding > 0 && last.Count > 0)
        {
            last[0] = last[0] with { Quantity = last[0].Quantity + outstanding };
        }

        return last.Count > 1 ? last : [];
    }

    private void Count(decimal ordered) => (Quantity, OutstandingQuantity) = (ordered, decimal.Max(0, ordered - CancelledQuantity - ShippedQuantity));

    internal LineMemory Remember() => new(PromisedOn, ShipOn, Schedule, FirstPromisedOn, FirstPromisedIn);

    internal void Restore(LineMemory memory) =>
        (PromisedOn, ShipOn, Schedule, FirstPromisedOn, FirstPromisedIn) = (memory.PromisedOn, memory.ShipOn, memory.Schedule, memory.FirstPromisedOn, memory.FirstPromisedIn);
}
