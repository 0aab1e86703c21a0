using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>What a requirement would have done to a client's last orders.</summary>
/// <param name="Examined">Orders looked at.</param>
/// <param name="Changed">Orders that would have come out otherwise than with the requirements of their day.</param>
/// <param name="Conflicts">Of these, those for which no date would have been left.</param>
/// <param name="Orders">The changed ones, the newest first.</param>
public sealed record Rehearsal(int Examined, int Changed, int Unchanged, int Conflicts, IReadOnlyList<OrderRehearsal> Orders)
{
    internal static Rehearsal Of(IReadOnlyList<OrderRehearsal> all)
    {
        OrderRehearsal[] changed = [.. all.Where(order => order.IsChanged)];

        return new(all.Count, changed.Length, all.Count - changed.Length, changed.Count(order => order.IsConflict), changed);
    }
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
    internal bool IsChanged { get; init; }

    internal static OrderRehearsal Of(Order order, InForce tried, Judgement before, Judgement after)
    {
        var lines = Enumerable.Range(0, before.Lines.Count).ToList();
        var moved = lines.Find(line => before.Lines[line].PromisedOn != after.Lines[line].PromisedOn);
        var (said, saidBefore) = (FindingsOf(tried, after), FindingsOf(tried, before));
        var codes = lines.Count(line => before.Lines[line].BuyerCode != after.Lines[line].BuyerCode);
        var (from, to) = lines.Count == 0 ? (null, null) : (before.Lines[moved].PromisedOn, after.Lines[moved].PromisedOn);

        return new(
            order.Id, order.Number, order.Status, order.ReceivedAt, order.Lines.Count, order.TotalNet, order.Currency,
            from, to, codes, from is not null && to is null, said.Count == 0 ? null : said[0].Evidence.Explanation)
        {
            IsChanged = from != to || codes > 0 || !said.Select(Essence).SequenceEqual(saidBefore.Select(Essence)),
        };
    }

    private static List<Found> FindingsOf(InForce tried, Judgement judgement) => [.. judgement.Findings.Where(found => found.Requirement?.RequirementId == tried.RequirementId)];

    private static (int?, FindingState, FindingValues?) Essence(Found found) => (found.Line, found.State, found.Evidence.After);
}
