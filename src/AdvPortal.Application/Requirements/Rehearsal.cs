using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>What a requirement would have done to some of a client's orders.</summary>
/// <param name="Examined">Orders that it concerns, by site and product family.</param>
/// <param name="Changed">Orders that would have come out otherwise than with the requirements of their day.</param>
/// <param name="Unchanged">The others.</param>
/// <param name="Conflicts">Of the changed ones, those for which no date would have been left.</param>
/// <param name="Orders">The changed ones, the newest first, <see cref="RehearseRequirement.MostOrders"/> at most.</param>
public record Effect(int Examined, int Changed, int Unchanged, int Conflicts, IReadOnlyList<OrderRehearsal> Orders);

/// <summary>What a requirement would have done to a client's orders, and what stands against it among the client's other requirements.</summary>
/// <param name="Examined">See <see cref="Effect"/>: of open and past orders together, each counted once.</param>
/// <param name="Open">On orders for which goods may still leave.</param>
/// <param name="LastTwelveMonths">On orders that came in since this day a year ago, open ones among them.</param>
/// <param name="Others">How many other requirements of the client it was compared with: those in force today or later.</param>
public sealed record Rehearsal(
    int Examined, int Changed, int Unchanged, int Conflicts, IReadOnlyList<OrderRehearsal> Orders,
    Effect Open, Effect LastTwelveMonths, IReadOnlyList<RehearsedContradiction> Contradictions, int Others) : Effect(Examined, Changed, Unchanged, Conflicts, Orders);

/// <summary>Another requirement of the client that cannot be met together with the one being tried.</summary>
/// <param name="RequirementNumber">EX-012.</param>
public sealed record RehearsedContradiction(RequirementId RequirementId, string RequirementNumber, Message Explanation)
{
    internal static RehearsedContradiction Of(Contradiction found) => new(found.With.RequirementId, Requirement.Name(found.With.Number), found.Explanation);
}

/// <summary>One order, as the requirements of its day made it and as it would have come out.</summary>
/// <param name="DateBefore">Promised arrival of the first line whose date changes; without one, of the first line.</param>
/// <param name="DateAfter">The same with the requirement; null when no date would have been left.</param>
/// <param name="CodesChanged">Lines that would show another code.</param>
/// <param name="Explanation">What would be said in the review; null where the change is that nothing is said any more.</param>
public sealed record OrderRehearsal(
    OrderId OrderId, string Number, OrderStatus Status, DateTimeOffset ReceivedAt, int Lines, decimal TotalNet, string Currency,
    DateOnly? DateBefore, DateOnly? DateAfter, int CodesChanged, bool IsConflict, Message? Explanation)
{
    /// <summary>Null when the order would have come out as it did.</summary>
    internal static OrderRehearsal? Of(RehearsedOrder order, InForce tried, Judgement before, Judgement after)
    {
        var (moved, codes) = (-1, 0);

        for (var line = 0; line < before.Lines.Count; line++)
        {
            var (was, would) = (before.Lines[line], after.Lines[line]);
            moved = moved < 0 && was.PromisedOn != would.PromisedOn ? line : moved;
            codes += was.BuyerCode != would.BuyerCode ? 1 : 0;
        }

        var (said, saidBefore) = (FindingsOf(tried, after), FindingsOf(tried, before));

        if (moved < 0 && codes == 0 && said.Select(Essence).SequenceEqual(saidBefore.Select(Essence)))
        {
            return null;
        }

        var (from, to) = before.Lines.Count == 0 ? (null, null) : (before.Lines[Math.Max(moved, 0)].PromisedOn, after.Lines[Math.Max(moved, 0)].PromisedOn);

        return new(
            order.Id, order.Number, order.Status, order.ReceivedAt, order.Draft.Lines.Count, order.TotalNet, order.Draft.Currency,
            from, to, codes, from is not null && to is null, said.Count == 0 ? null : said[0].Evidence.Explanation);
    }

    private static List<Found> FindingsOf(InForce tried, Judgement judgement) => [.. judgement.Findings.Where(found => found.Requirement?.RequirementId == tried.RequirementId)];

    private static (int?, FindingState, FindingValues?) Essence(Found found) => (found.Line, found.State, found.Evidence.After);
}
