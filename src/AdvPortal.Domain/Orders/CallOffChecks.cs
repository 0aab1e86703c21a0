using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What an order gives cause to say about the blanket orders that it calls off.</summary>
internal static class CallOffChecks
{
    public static void Judge(JudgementRun run)
    {
        var lines = run.Draft.Lines;

        if (lines.All(line => line.Facts?.Agreement is null && line.Facts?.NamedInVain is null))
        {
            return;
        }

        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Facts?.NamedInVain is { } over)
            {
                run.Add(new(new Difference(FindingKinds.BlanketNotOpen, new(MessageKeys.BlanketClosed, over)), Severity.Warn, index));
            }
            else if (lines[index].Facts?.Agreement is { } agreement && Outside(run, index, agreement) is { } day)
            {
                run.Add(new(new Difference(FindingKinds.BlanketNotOpen, new(MessageKeys.BlanketOutsidePeriod, agreement.Number, day, agreement.ValidFrom, agreement.ValidUntil)), Severity.Warn, index));
            }
        }

        // What nobody has counted in our unit yet is held against nothing: that is asked first.
        var asked = lines.Select((line, index) => (line.Facts?.UnitToAsk is null ? line.CallOff?.Line : null, line.GivenUp?.LeftOf(run.QuantityOf(index)) ?? run.QuantityOf(index))).ToList();

        foreach (var beyond in Beyond(asked, [.. lines.Select(line => line.Facts?.Agreement).OfType<BlanketStanding>().DistinctBy(each => each.Line)]))
        {
            run.Add(beyond.Found);
        }
    }

    /// <summary>The lines that take more than is left of what they call off; of several of one order, the later ones have what the earlier ones leave.</summary>
    /// <param name="lines">In their turn: what each calls off, and how much of it.</param>
    /// <param name="standings">What others have called off of them.</param>
    public static IEnumerable<(int Index, decimal Quantity, decimal Left, Found Found)> Beyond(IReadOnlyList<(BlanketLineId? Line, decimal Quantity)> lines, IReadOnlyCollection<BlanketStanding> standings)
    {
        Dictionary<BlanketLineId, decimal> taken = [];

        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index] is not ({ } called, > 0 and var quantity) || standings.FirstOrDefault(each => each.Line == called) is not { } standing)
            {
                continue;
            }

            var rest = standing.Rest - taken.GetValueOrDefault(called);
            taken[called] = taken.GetValueOrDefault(called) + quantity;

            if (quantity > rest)
            {
                yield return (index, quantity, rest, new(Exceeded(standing.Number, quantity, rest), Severity.Block, index));
            }
        }
    }

    private static Difference Exceeded(string number, decimal quantity, decimal rest) => rest > 0
        ? new(FindingKinds.BlanketExceeded, new(MessageKeys.BlanketExceeded, number, quantity, rest), new() { Quantity = quantity }, new() { Quantity = rest })
        : new(FindingKinds.BlanketExceeded, new(MessageKeys.BlanketUsedUp, number, quantity), new() { Quantity = quantity });

    private static DateOnly? Outside(JudgementRun run, int index, BlanketStanding agreement) =>
        (run.Draft.Lines[index].RequestedOn ?? run.Draft.RequestedOn ?? run.Today) is var day && !agreement.Holds(day) ? day : null;
}
