namespace AdvPortal.Domain.Portfolios;

/// <summary>
/// What one absence changes in others. Whoever stands in for a colleague and becomes absent is stood in for themselves: for those days their
/// covers step aside, and when they are back sooner they step back. Whoever owns a client and is back ends what stands in for it anywhere.
/// </summary>
public static class CoverChains
{
    /// <param name="absence">Whose plan is published.</param>
    /// <param name="others">Every other absence that shares a day with it.</param>
    /// <param name="at">When it is.</param>
    public static Result Publish(Absence absence, IReadOnlyCollection<Absence> others, DateTimeOffset at)
    {
        if (absence.Publish(at).Refusal is { } refusal)
        {
            return refusal;
        }

        foreach (var cover in absence.Covers)
        {
            Origin(cover, others)?.StepAside(cover.ClientId, cover.FirstHalf, cover.LastHalf);
        }

        return Result.Ok;
    }

    /// <summary>The plan is a proposal again from <paramref name="half"/> on: whoever it relieved answers again, and what stood in for its stand-ins ends.</summary>
    public static Result Reopen(Absence absence, int half, IReadOnlyCollection<Absence> others) => Undo(absence, half, others, absence.Reopen);

    /// <summary>The member is back at <paramref name="half"/>, for their own clients and for those they stood in for.</summary>
    public static Result Return(Absence absence, int half, IReadOnlyCollection<Absence> others) => Undo(absence, half, others, absence.ReturnAt);

    private static Result Undo(Absence absence, int half, IReadOnlyCollection<Absence> others, Func<int, Result> act)
    {
        var above = others.SelectMany(other => other.Covers.Where(c => c.LastHalf >= half && IsAbove(c, absence)).Select(cover => (Other: other, Cover: cover))).ToList();

        // Whom the absent member stands in for, wherever somebody does so in their place: here, or however many absences further.
        var relieved = absence.Covers.Concat(above.Select(a => a.Cover))
            .Where(c => c.IsPublished && c.LastHalf >= half)
            .Select(c => (Cover: c, Below: Below(c, absence))).Where(c => c.Below.Count > 0)
            .Select(c => (c.Cover.ClientId, c.Cover.AbsentId, c.Below, First: Math.Max(c.Cover.FirstHalf, half), Last: c.Cover.LastHalf)).ToList();

        if (act(half).Refusal is { } refusal)
        {
            return refusal;
        }

        above.ForEach(each => each.Other.Release(each.Cover, half));

        foreach (var (client, owner, below, first, last) in relieved)
        {
            others.FirstOrDefault(a => a.Id == below[^1])?.StepBack(client, absence.MemberId, first, last, below.Count > 1 ? new([.. below.SkipLast(1)], owner) : null);
        }

        return Result.Ok;
    }

    private static bool IsAbove(Cover cover, Absence absence) => absence.Overlaps(cover.FirstHalf, cover.LastHalf) && cover.FollowsFrom.Contains(absence.Id);

    // The absences that this one follows from, for the client of a cover in it or above it; none where it is the owner's own.
    private static List<AbsenceId> Below(Cover cover, Absence absence) => [.. cover.FollowsFrom.TakeWhile(id => id != absence.Id)];

    private static Absence? Origin(Cover cover, IReadOnlyCollection<Absence> others) => cover.FollowsFrom.Count > 0 ? others.FirstOrDefault(a => a.Id == cover.FollowsFrom[^1]) : null;
}
