namespace AdvPortal.Domain.Portfolios;

/// <summary>Somebody who could take a client over for good, and what they carry already.</summary>
/// <param name="Familiarity">How well they know the client, from 0 to 1.</param>
public sealed record OwnerCandidate(MemberId Id, IReadOnlyList<string> Languages, decimal Load, decimal Capacity, decimal Familiarity = 0)
{
    internal decimal ShareWith(decimal effort) => Workload.ShareOf(Load + effort, Capacity);
}

/// <summary>Somebody who is proposed as an owner, and in what words.</summary>
/// <param name="After">Their load with the client, in points.</param>
/// <param name="Because">The strongest reason first; empty where nothing speaks for them more than for others.</param>
public sealed record ProposedOwner(MemberId MemberId, decimal Before, decimal After, decimal Capacity, IReadOnlyList<Message> Because);

/// <summary>To whom a client without an owner is proposed: by what the cover plan weighs, for good instead of for a while.</summary>
public static class OwnerProposal
{
    /// <param name="language">The client's, ISO 639-1.</param>
    /// <param name="effort">What the client is expected to add, in points.</param>
    /// <param name="desk">Who could take it.</param>
    /// <returns>All of them, the best first.</returns>
    public static IReadOnlyList<ProposedOwner> Rank(string language, decimal effort, IReadOnlyCollection<OwnerCandidate> desk)
    {
        var lightest = desk.Select(c => c.ShareWith(effort)).DefaultIfEmpty().Min();
        var allSpeak = desk.All(c => c.Languages.Contains(language, StringComparer.Ordinal));

        return [.. desk.OrderBy(c => Cost(c, language, effort)).ThenBy(c => c.Id.Value).Select(c => new ProposedOwner(c.Id, c.Load, c.Load + effort, c.Capacity, [.. Words(c)]))];

        IEnumerable<Message> Words(OwnerCandidate it)
        {
            if (it.Familiarity > 0)
            {
                yield return new("Owner.KnowsIt");
            }

            if (!allSpeak && it.Languages.Contains(language, StringComparer.Ordinal))
            {
                yield return new("Owner.Speaks", new Language(language));
            }

            if (it.ShareWith(effort) == lightest && desk.Count > 1)
            {
                yield return new("Owner.Lightest");
            }
            else if (it.ShareWith(effort) > 1)
            {
                yield return new("Owner.Overloaded");
            }
        }
    }

    private static decimal Cost(OwnerCandidate it, string language, decimal effort)
    {
        var (share, weights) = (it.ShareWith(effort), CoverWeights.Usual);

        return (it.Languages.Contains(language, StringComparer.Ordinal) ? 0 : CoverWeights.Language)
            + (weights.Familiarity * (1 - it.Familiarity))
            + (2 * weights.Load * share)
            + (CoverWeights.Overload * Math.Max(0, share - 1));
    }
}
