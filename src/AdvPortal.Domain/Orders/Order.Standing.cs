namespace AdvPortal.Domain.Orders;

/// <summary>What the order book asks of an order again and again, reckoned when the order changes: what is next, what is open, what is threatened.</summary>
public sealed partial class Order
{
    /// <summary>The next arrival that is promised of what is outstanding; null when nothing is, or no date is.</summary>
    public DateOnly? NextDueOn { get; private set; }

    /// <summary>The departure of that, or an earlier one of something else: what is not gone by then is in danger.</summary>
    public DateOnly? NextShipOn { get; private set; }

    /// <summary>What is outstanding cannot be ready in time: its promise will not be kept unless it moves.</summary>
    public bool IsThreatened { get; private set; }

    /// <summary>What turned out to stand against a promised day after it was promised; null while nothing does.</summary>
    public PromiseBarrier? Barrier { get; private set; }

    /// <summary>How many lines have something outstanding.</summary>
    public int OpenLines { get; private set; }

    /// <summary>What is outstanding, at the lines' prices, 2 decimals.</summary>
    public decimal OutstandingNet { get; private set; }

    /// <summary>What may be done with it: what the table allows, but for what only an order of which nothing has left, or nothing was promised since, can go through.</summary>
    public IReadOnlyList<OrderAct> Acts => [.. Status.Acts().Where(act => act switch
    {
        OrderAct.TakeBack => ConfirmedIn is null || ConfirmedIn == Revision,
        OrderAct.Cancel => !_lines.Exists(line => line.ShippedQuantity > 0),
        _ => true,
    })];

    /// <summary>By which calendars its goods go from now on.</summary>
    public void GoBy(Transport transport) => Way = transport;

    /// <summary>A day that is promised was closed since, or is open again. The promise stands as it is: it is a person who moves it.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Bar(PromiseBarrier? barrier)
    {
        if (Barrier == barrier)
        {
            return false;
        }

        Barrier = barrier;
        Reckon();
        Touch();

        return true;
    }

    /// <summary>Gives it to somebody to handle; the client stays with whoever answers for it.</summary>
    /// <param name="handler">Null: whoever answers for the client.</param>
    public Result Assign(MemberId? handler)
    {
        if (!Status.IsOpen())
        {
            return new NothingToHandle(Status);
        }

        if (HandlerId == handler)
        {
            return new HandlerUnchanged();
        }

        HandlerId = handler;
        Touch();

        return Result.Ok;
    }

    /// <summary>Where the promise stands on a day.</summary>
    /// <param name="today">In the company's time zone.</param>
    /// <param name="firstDeparture">The first day on which goods may still leave: today, or the next day once the carrier has come.</param>
    public PromiseStanding StandingOn(DateOnly today, DateOnly firstDeparture) =>
        PromiseStandings.Of(Status, NextDueOn, NextShipOn, IsThreatened, today, firstDeparture);

    /// <summary>Where the promise of one of its lines stands on a day.</summary>
    /// <param name="line">Of this order.</param>
    /// <param name="today">In the company's time zone.</param>
    /// <param name="firstDeparture">The first day on which goods may still leave.</param>
    public PromiseStanding StandingOn(OrderLine line, DateOnly today, DateOnly firstDeparture) =>
        PromiseStandings.Of(Status, line.NextDueOn, line.NextShipOn, line.IsThreatened || (Barrier is { } barrier && line.Promises(barrier.Day)), today, firstDeparture);

    private void Reckon()
    {
        var open = Status is OrderStatus.Cancelled or OrderStatus.Closed ? [] : _lines.FindAll(line => line.OutstandingQuantity > 0);

        (NextDueOn, NextShipOn) = (open.Min(line => line.NextDueOn), open.Min(line => line.NextShipOn));
        Barrier = Barrier is { } barrier && open.Exists(line => line.Promises(barrier.Day)) ? barrier : null;
        IsThreatened = Barrier is not null || open.Exists(line => line.IsThreatened);
        OpenLines = open.Count;
        OutstandingNet = open.Sum(line => line.OutstandingAmount);
        PromisedOn = _lines.TrueForAll(line => line.PromisedOn is not null) ? _lines.Max(line => line.PromisedOn) : null;
    }
}
