using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What leaves of an order, what comes back to be sent again, and what will not leave any more. Quantities always add up: ordered = shipped + outstanding + cancelled, but for what may leave beyond the order.</summary>
public sealed partial class Order
{
    public Result StartPreparation()
    {
        if (!Status.Allows(OrderAct.StartPreparation))
        {
            return new OrderDoesNotAllow(OrderAct.StartPreparation, Status);
        }

        MoveTo(OrderStatus.InPreparation);

        return Result.Ok;
    }

    /// <summary>Goods leave. All of it is taken, or nothing is.</summary>
    /// <param name="quantities">In the lines' units, by the lines' numbers.</param>
    /// <param name="terms">What the client takes.</param>
    public Result Ship(IReadOnlyDictionary<string, decimal> quantities, ShippingTerms terms)
    {
        if (WhyNotShip(quantities, terms) is { } refusal)
        {
            return refusal;
        }

        foreach (var line in _lines.Where(line => quantities.ContainsKey(line.LineNo)))
        {
            line.Ship(quantities[line.LineNo]);

            // Less within what is tolerated is all; what the client does not want later never leaves.
            if (line.ShippedQuantity >= terms.Tolerance.Least(line.Quantity - line.CancelledQuantity) || terms.BackOrder is BackOrderPolicy.Cancel)
            {
                line.CloseShort();
            }
        }

        Advance();

        return Result.Ok;
    }

    /// <summary>Ships all that is outstanding.</summary>
    public Result ShipAll() =>
        Ship(_lines.Where(line => line.OutstandingQuantity > 0).ToDictionary(line => line.LineNo, line => line.OutstandingQuantity, StringComparer.Ordinal), ShippingTerms.Usual);

    /// <summary>What was said to have left has not, or came back to be sent again.</summary>
    /// <param name="quantities">By the lines' numbers.</param>
    /// <param name="reopened">What was given up when it left, and is outstanding again; by the lines' numbers.</param>
    public Result TakeShipmentBack(IReadOnlyDictionary<string, decimal> quantities, IReadOnlyDictionary<string, decimal>? reopened = null)
    {
        if (WhyNotTakeBack(quantities) is { } refusal)
        {
            return refusal;
        }

        foreach (var line in _lines.Where(line => quantities.ContainsKey(line.LineNo)))
        {
            line.TakeBack(quantities[line.LineNo], reopened?.GetValueOrDefault(line.LineNo) ?? 0, _promises.FindLast(each => each.LineId == line.Id)?.Parts ?? []);
        }

        MoveTo(_lines.Exists(line => line.ShippedQuantity > 0) ? OrderStatus.PartlyShipped : OrderStatus.Confirmed);

        return Result.Ok;
    }

    /// <summary>What stands against these quantities' coming back; null when nothing does.</summary>
    internal Refusal? WhyNotTakeBack(IReadOnlyDictionary<string, decimal> quantities)
    {
        if (!Status.Allows(OrderAct.TakeShipmentBack))
        {
            return new OrderDoesNotAllow(OrderAct.TakeShipmentBack, Status);
        }

        foreach (var (lineNo, quantity) in quantities)
        {
            if (_lines.Find(each => each.LineNo == lineNo) is not { } line)
            {
                return new NoSuchLine(lineNo);
            }

            if (quantity <= 0 || quantity > line.ShippedQuantity)
            {
                return new HasNotShipped(lineNo, line.ShippedQuantity);
            }
        }

        return null;
    }

    /// <summary>Everything that left has arrived.</summary>
    public Result Deliver()
    {
        if (!Status.Allows(OrderAct.Deliver))
        {
            return new OrderDoesNotAllow(OrderAct.Deliver, Status);
        }

        MoveTo(OrderStatus.Delivered);

        return Result.Ok;
    }

    /// <summary>Nothing more of these lines leaves: « solder ».</summary>
    /// <param name="lineNos">The lines; all of them when none is named.</param>
    /// <param name="reason">In a person's words.</param>
    public Result CloseShort(IReadOnlyCollection<string> lineNos, string reason)
    {
        if (!Status.Allows(OrderAct.CloseShort))
        {
            return new OrderDoesNotAllow(OrderAct.CloseShort, Status);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new CancellationNeedsReason();
        }

        if (lineNos.FirstOrDefault(lineNo => !_lines.Exists(line => line.LineNo == lineNo)) is { } nowhere)
        {
            return new NoSuchLine(nowhere);
        }

        var closed = _lines.FindAll(line => line.OutstandingQuantity > 0 && (lineNos.Count == 0 || lineNos.Contains(line.LineNo)));

        if (closed.Count == 0)
        {
            return new NothingOutstanding(lineNos.FirstOrDefault() ?? "");
        }

        // An order of which nothing has left and nothing will is cancelled, not closed.
        if (_lines.TrueForAll(line => line.ShippedQuantity == 0 && (line.OutstandingQuantity == 0 || closed.Contains(line))))
        {
            return new CancelInstead();
        }

        closed.ForEach(line => line.CloseShort());
        (Revision, CancelReason) = (Revision + 1, reason.Trim());
        Advance();

        return Result.Ok;
    }

    public Result Close()
    {
        if (!Status.Allows(OrderAct.Close))
        {
            return new OrderDoesNotAllow(OrderAct.Close, Status);
        }

        MoveTo(OrderStatus.Closed);

        return Result.Ok;
    }

    /// <summary>What stands against these quantities' leaving; null when nothing does.</summary>
    internal Refusal? WhyNotShip(IReadOnlyDictionary<string, decimal> quantities, ShippingTerms terms)
    {
        if (!Status.Allows(OrderAct.Ship))
        {
            return new OrderDoesNotAllow(OrderAct.Ship, Status);
        }

        if (quantities.Count == 0)
        {
            return new NothingToShip();
        }

        foreach (var (lineNo, quantity) in quantities)
        {
            if (Check(_lines.Find(line => line.LineNo == lineNo), lineNo, quantity, terms.Tolerance) is { } refusal)
            {
                return refusal;
            }
        }

        return !terms.InParts && Remains(quantities, terms) is { } left ? new GoesTogether(left) : null;
    }

    private static Refusal? Check(OrderLine? line, string lineNo, decimal quantity, DeliveryTolerance tolerance)
    {
        if (line is null)
        {
            return new NoSuchLine(lineNo);
        }

        if (quantity <= 0)
        {
            return new ShippedQuantityNotPositive(lineNo);
        }

        var most = tolerance.Most(line.Quantity - line.CancelledQuantity) - line.ShippedQuantity;

        return line.OutstandingQuantity == 0 ? new NothingOutstanding(lineNo) : quantity > most ? new ShipsTooMuch(lineNo, decimal.Round(most, 4, MidpointRounding.ToZero)) : null;
    }

    // The first line of which something would stay behind.
    private string? Remains(IReadOnlyDictionary<string, decimal> quantities, ShippingTerms terms) =>
        _lines.Find(line => line.OutstandingQuantity > 0 && terms.Gathers(line.LineNo, quantities)
            && line.ShippedQuantity + quantities.GetValueOrDefault(line.LineNo) < terms.Tolerance.Least(line.Quantity - line.CancelledQuantity))?.LineNo;

    private void Advance()
    {
        var left = _lines.Exists(line => line.ShippedQuantity > 0);
        MoveTo(!left ? Status : _lines.Exists(line => line.OutstandingQuantity > 0) ? OrderStatus.PartlyShipped : OrderStatus.Shipped);
    }
}

/// <summary>What a client takes of what leaves.</summary>
/// <param name="Tolerance">How much more or less than ordered.</param>
/// <param name="InParts">Whether it takes an order in several deliveries.</param>
/// <param name="BackOrder">What becomes of what stays behind of a line; null: it is kept.</param>
public sealed record ShippingTerms(DeliveryTolerance Tolerance, bool InParts = true, BackOrderPolicy? BackOrder = null)
{
    /// <summary>The lines that leave together, once one of them does; null for all of them.</summary>
    public IReadOnlySet<string>? Together { get; init; }

    internal bool Gathers(string lineNo, IReadOnlyDictionary<string, decimal> leaving) => Together is null || (Together.Contains(lineNo) && leaving.Keys.Any(Together.Contains));

    /// <summary>As ordered, in as many deliveries as it takes; what stays behind is kept.</summary>
    public static ShippingTerms Usual { get; } = new(DeliveryTolerance.None);
}
