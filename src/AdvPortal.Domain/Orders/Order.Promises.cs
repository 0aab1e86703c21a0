namespace AdvPortal.Domain.Orders;

/// <summary>The promise ledger: what was promised of each line, each time it was, and why. No promise moves without an entry.</summary>
public sealed partial class Order
{
    private readonly List<PromiseChange> _promises = [];

    /// <summary>As they were made.</summary>
    public IReadOnlyList<PromiseChange> Promises => _promises;

    /// <summary>Promises lines for other days than before. All of them, or none.</summary>
    /// <param name="lines">By their numbers; a line in several parts has as many as all that it still promises.</param>
    /// <param name="why">Why, and on whose side.</param>
    /// <param name="by">Null for a program.</param>
    /// <param name="at">When.</param>
    /// <param name="today">In the company's time zone: nothing is promised for the past.</param>
    public Result Repromise(IReadOnlyDictionary<string, IReadOnlyList<PromisedPart>> lines, PromiseReason why, MemberId? by, DateTimeOffset at, DateOnly today)
    {
        if (!Status.Allows(OrderAct.Repromise))
        {
            return new OrderDoesNotAllow(OrderAct.Repromise, Status);
        }

        if (why.Cause is PromiseCause.First or PromiseCause.Amendment || (why.Cause is PromiseCause.Other && string.IsNullOrWhiteSpace(why.Note)))
        {
            return new PromiseNeedsReason();
        }

        foreach (var (lineNo, parts) in lines)
        {
            if (Check(_lines.Find(line => line.LineNo == lineNo), lineNo, parts, today) is { } refusal)
            {
                return refusal;
            }
        }

        var moved = _lines.FindAll(line => lines.TryGetValue(line.LineNo, out var parts) && !line.Promises(parts));

        if (moved.Count == 0)
        {
            return new PromiseUnchanged();
        }

        Revision++;

        foreach (var line in moved)
        {
            var was = line.PromisedOn;
            line.Promise(lines[line.LineNo]);
            _promises.Add(new(line, was, why, by, at, Revision));
        }

        Reckon();
        Touch();

        return Result.Ok;
    }

    /// <summary>The client was told of its newest dates by telephone or in another way that no document of ours shows.</summary>
    public Result TellPromises(DateTimeOffset at)
    {
        var untold = _lines.Select(line => _promises.FindLast(each => each.LineId == line.Id)).OfType<PromiseChange>().Where(each => each.ToldAt is null).ToList();

        if (untold.Count == 0)
        {
            return new NothingToTell();
        }

        untold.ForEach(each => each.Tell(at));
        Touch();

        return Result.Ok;
    }

    /// <summary>When the goods of a line can leave, as stock or workshop say; null when there is nothing against the promise any more.</summary>
    public Result TellReadiness(string lineNo, Readiness? ready)
    {
        if (_lines.Find(line => line.LineNo == lineNo) is not { } found)
        {
            return new NoSuchLine(lineNo);
        }

        if (found.OutstandingQuantity == 0 || !Status.IsOpen())
        {
            return new NothingOutstanding(lineNo);
        }

        if (found.Ready != ready)
        {
            found.Await(ready);
            Reckon();
            Touch();
        }

        return Result.Ok;
    }

    private static Refusal? Check(OrderLine? line, string lineNo, IReadOnlyList<PromisedPart> parts, DateOnly today)
    {
        if (line is null)
        {
            return new NoSuchLine(lineNo);
        }

        if (line.OutstandingQuantity == 0)
        {
            return new NothingOutstanding(lineNo);
        }

        if (parts.Any(part => part.Quantity <= 0) || parts.Sum(part => part.Quantity) != line.OutstandingQuantity)
        {
            return new PartsDoNotAddUp(lineNo, line.OutstandingQuantity);
        }

        if (parts.CountBy(part => part.DeliverOn).FirstOrDefault(day => day.Value > 1) is { Value: > 1 } twice)
        {
            return new PartsOnOneDay(lineNo, twice.Key);
        }

        return parts.FirstOrDefault(part => part.DeliverOn < today) is { } past ? new PromiseInPast(past.DeliverOn) : null;
    }

    // What the confirmation of an order, or of a change of it, says of each line's date.
    private void Enter(DateTimeOffset at, MemberId? by)
    {
        foreach (var line in _lines.Where(line => line.OutstandingQuantity > 0))
        {
            var last = _promises.FindLast(each => each.LineId == line.Id);

            if (last is null || last.Now != line.PromisedOn || !last.Parts.SequenceEqual(line.Schedule))
            {
                _promises.Add(new(line, last?.Now, new(last is null ? PromiseCause.First : PromiseCause.Amendment), by, at, Revision));
            }
        }
    }

    // The last word on a line's date that was not the answer to what the client wrote.
    private DateOnly? Repromised(OrderLine line) =>
        _promises.FindLast(each => each.LineId == line.Id) is { Cause: not (PromiseCause.First or PromiseCause.Amendment) } last ? last.Now : null;
}
