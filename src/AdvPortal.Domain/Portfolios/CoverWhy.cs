namespace AdvPortal.Domain.Portfolios;

/// <summary>Says in words why a colleague was chosen for a client, against whoever else was there: what tipped the scales, and what nearly did.</summary>
public static class CoverWhy
{
    // A second reason that weighs at least half of the first is worth saying.
    private const decimal WorthSaying = 0.5m;
    private const int FewRequirements = 1;

    /// <param name="client">Whom it is about.</param>
    /// <param name="chosen">Who stands in.</param>
    /// <param name="others">Who else could have, all of the time.</param>
    /// <param name="loadAfter">What each of them carries, with the plan as it is.</param>
    /// <param name="weights">What was weighed.</param>
    /// <param name="isFixed">Whether a person chose, and nothing was weighed.</param>
    public static IReadOnlyList<Message> Of(
        ClientToCover client, StandIn chosen, IReadOnlyList<StandIn> others, Func<StandIn, decimal> loadAfter, CoverWeights weights, bool isFixed)
    {
        if (!isFixed && others.Count == 0)
        {
            return [new("Cover.OnlyOne")];
        }

        var told = Reasons(client, chosen, others, loadAfter, weights).Where(reason => reason.Weight > 0).OrderByDescending(reason => reason.Weight).ToList();
        var words = told.Where(reason => reason.Weight >= told[0].Weight * WorthSaying).Take(2).Select(reason => reason.Said);

        return isFixed ? [new("Cover.ByHand"), .. words.Take(1)] : [.. words.DefaultIfEmpty(Otherwise(client, chosen, loadAfter))];
    }

    private static IEnumerable<(decimal Weight, Message Said)> Reasons(ClientToCover client, StandIn chosen, IReadOnlyList<StandIn> others, Func<StandIn, decimal> loadAfter, CoverWeights weights)
    {
        if (client.Acquainted.TryGetValue(chosen.Id, out var knows))
        {
            yield return (weights.Familiarity * (knows.Familiarity - Mean(others, s => client.Familiar(s.Id))), Known(knows));

            if (knows.LikeName is { } name)
            {
                yield return (weights.Requirements * (knows.Alike - Mean(others, s => client.Alike(s.Id))), new("Cover.SameRequirements", name));
            }
        }

        if (chosen.Speaks(client.Language))
        {
            yield return (CoverWeights.Language * Mean(others, s => s.Speaks(client.Language) ? 0 : 1), new(client.Language is "fr" or "en" or "de" or "es" or "it" or "nl" ? $"Cover.Speaks.{client.Language}" : "Cover.Speaks"));
        }

        yield return (2 * weights.Load * (Mean(others, s => Share(s, loadAfter)) - Share(chosen, loadAfter)), new("Cover.HasRoom"));
    }

    private static Message Known(Acquaintance knows) => knows switch
    {
        { Stood: > 0 } => new("Cover.Stood", knows.Stood),
        { Owned: true } => new("Cover.Owned"),
        _ => new("Cover.Handled", knows.Handled),
    };

    private static Message Otherwise(ClientToCover client, StandIn chosen, Func<StandIn, decimal> loadAfter) =>
        client.Work.Requirements <= FewRequirements ? new("Cover.FewRequirements") : Share(chosen, loadAfter) <= 1 ? new("Cover.HasRoom") : new("Cover.Balance");

    private static decimal Share(StandIn standIn, Func<StandIn, decimal> loadAfter) => Workload.ShareOf(loadAfter(standIn), standIn.Capacity);

    private static decimal Mean(IReadOnlyList<StandIn> others, Func<StandIn, decimal> of) => others.Count == 0 ? 0 : others.Average(of);
}
