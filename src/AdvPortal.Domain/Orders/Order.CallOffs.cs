using AdvPortal.Domain.Contracts;

namespace AdvPortal.Domain.Orders;

/// <summary>What an order takes of its client's blanket orders: nothing before it is promised, and nothing of what is given up.</summary>
public sealed partial class Order
{
    /// <summary>Promised once and not cancelled.</summary>
    public bool CallsOff => ConfirmedIn is not null && Status is not OrderStatus.Cancelled;

    /// <summary>In the unit of the agreement; while a change of it is reviewed, what was promised before. A line that the change takes out is given up at once.</summary>
    public decimal CalledOff(BlanketLineId line) => CallsOff ? _lines.Sum(each => each.CallsOffOf(line, isPromised: ConfirmedAt is not null)) : 0;

    /// <summary>The same once it is promised as it stands.</summary>
    public decimal WouldCallOff(BlanketLineId line) => _lines.Where(each => each.BlanketLineId == line).Sum(each => each.CallOffQuantity);

    /// <summary>Somebody says that a line calls an agreement off, or that it does not.</summary>
    /// <param name="lineNo">As the client numbers it.</param>
    /// <param name="standing">Null for none.</param>
    public Result Link(string lineNo, BlanketStanding? standing)
    {
        if (!Status.IsOpen())
        {
            return new OrderNotAmendable(Status);
        }

        if (_lines.Find(each => each.LineNo == lineNo) is not { } line)
        {
            return new NoSuchLine(lineNo);
        }

        if (standing is not null && (standing.ProductId != line.ProductId || standing.Currency != Currency))
        {
            return new NoSuchBlanketLine();
        }

        if (standing is { IsOpen: false })
        {
            return new BlanketIsClosed(standing.Number);
        }

        // What is under review is judged again; what is promised takes of it at once.
        if (standing is not null && CallsOff && ConfirmedAt is not null && line.BlanketLineId != standing.Line
            && decimal.Max(0, standing.Rest - WouldCallOff(standing.Line)) is var rest && line.CallOffQuantity > rest)
        {
            return new CallOffBeyondRest(standing.Number, line.CallOffQuantity, rest);
        }

        // A price of ours is that of what is called off; the client's stays, and so does one that was promised.
        if (ConfirmedAt is null && line.PriceIsOurs && line.BlanketLineId != standing?.Line)
        {
            Charge(line, standing);
        }

        line.Link(new(standing?.Line, CallOffBasis.Person));
        Touch();

        return Result.Ok;
    }

    // Without an agreement it is what the contract says, which is looked up when the order is judged again.
    private void Charge(OrderLine line, BlanketStanding? standing)
    {
        if (standing is not null)
        {
            line.ChargeOurs(LineAmounts.Per(standing.NetPrice, standing.PriceBaseQuantity, line.PriceBaseQuantity));
        }
        else if (Status is OrderStatus.ToReview)
        {
            line.Charge(null);
        }

        TotalNet = _lines.Sum(each => each.LineAmount ?? 0);
    }

    /// <summary>Holds its call-offs against what is left now. What was found and is no longer so goes, unless somebody has settled it.</summary>
    /// <param name="standings">Of the lines that it calls off, without what it takes itself.</param>
    /// <returns>Whether anything was found or went.</returns>
    public bool HoldCallOffs(IReadOnlyCollection<BlanketStanding> standings)
    {
        var (over, found) = LookAtCallOffs(standings);

        if (over.Count + found.Count == 0)
        {
            return false;
        }

        _findings.RemoveAll(over.Contains);
        _findings.AddRange(found);
        Touch();

        return true;
    }

    // What was found before and is no longer so, and what is found that nobody has settled.
    private (List<Finding> Over, List<Finding> Found) LookAtCallOffs(IReadOnlyCollection<BlanketStanding>? standings)
    {
        if (standings is null)
        {
            return ([], []);
        }

        List<OrderLine> inTurn = [.. _lines.OrderBy(line => line.Position)];

        // Of one that is closed, what was promised before stays; nothing more is promised of it.
        List<BlanketStanding> left = [.. standings.Select(each => each.IsOpen ? each : each with { Agreed = each.CalledOff + CalledOff(each.Line) })];
        var now = CallOffChecks.Beyond([.. inTurn.Select(line => (line.BlanketLineId, line.CallOffQuantity))], left).ToDictionary(each => inTurn[each.Index].LineNo, StringComparer.Ordinal);
        var over = _findings.FindAll(old => old is { Kind: FindingKinds.BlanketExceeded, State: FindingState.Open } && !(now.TryGetValue(old.LineNo!, out var still) && old.After?.Quantity == still.Found.Evidence.After?.Quantity));
        var draft = ToDraft();

        return (over, [.. now.Where(each => !IsSettled(each.Key, each.Value.Quantity, each.Value.Left, over)).Select(each => new Finding(each.Value.Found, draft, []))]);
    }

    // Found and open, or agreed to: for as much, with no less left than then.
    private bool IsSettled(string lineNo, decimal quantity, decimal rest, List<Finding> over) => _findings.Exists(old =>
        old.Kind == FindingKinds.BlanketExceeded && old.LineNo == lineNo && !over.Contains(old)
        && (old.State is FindingState.Open || (old.State is FindingState.Waived && quantity <= old.Before?.Quantity && rest >= (old.After?.Quantity ?? 0))));
}
