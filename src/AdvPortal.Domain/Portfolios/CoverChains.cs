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
        var above = others.SelectMany(other => other.Covers.Where(c => c.LastHalf >= half && IsAbove(c, absence, others)).Select(cover => (Other: other, Cover: cover))).ToList();

        // Whom the absent member stands in for, wherever somebody does so in their place: here, or however many absences further.
        var relieved = absence.Covers.Where(c => c.InsteadOfId is not null).Concat(above.Select(a => a.Cover).Where(c => c.AbsentId != absence.MemberId))
            .Where(c => c.IsPublished && c.LastHalf >= half)
            .Select(c => (c.ClientId, Origin: OriginOf(c, absence, others), First: Math.Max(c.FirstHalf, half), Last: c.LastHalf)).ToList();

        if (act(half).Refusal is { } refusal)
        {
            return refusal;
        }

        above.ForEach(each => each.Other.Release(each.Cover, half));

        foreach (var (client, origin, first, last) in relieved)
        {
            origin?.StepBack(client, absence.MemberId, first, last);
        }

        return Result.Ok;
    }

    // The absence of the owner lies under every chain of their clients; that of a stand-in under what follows from it, link by link.
    private static bool IsAbove(Cover cover, Absence absence, IReadOnlyCollection<Absence> others) =>
        absence.Overlaps(cover.FirstHalf, cover.LastHalf) && cover.InsteadOfId is not null && (cover.AbsentId == absence.MemberId || FollowsFrom(cover, absence, others));

    private static bool FollowsFrom(Cover cover, Absence absence, IReadOnlyCollection<Absence> others) =>
        cover.InsteadOfId == absence.Id || (Origin(cover, others) is { } origin && Beside(cover, origin) is { } link && FollowsFrom(link, absence, [.. others.Where(a => a != origin)]));

    private static Absence? OriginOf(Cover cover, Absence absence, IReadOnlyCollection<Absence> others) =>
        cover.AbsenceId == absence.Id ? Origin(cover, others)
        : Beside(cover, absence) is { InsteadOfId: not null } own ? Origin(own, others)
        : others.FirstOrDefault(a => a.MemberId == cover.AbsentId && a.Overlaps(cover.FirstHalf, cover.LastHalf));

    // What is left, just before or after, of the cover that stepped aside for this one; nothing where all of it did.
    private static Cover? Beside(Cover cover, Absence origin) =>
        origin.Covers.FirstOrDefault(c => c.ClientId == cover.ClientId && c.FirstHalf <= cover.LastHalf + 1 && c.LastHalf >= cover.FirstHalf - 1);

    private static Absence? Origin(Cover cover, IReadOnlyCollection<Absence> others) => cover.InsteadOfId is { } id ? others.FirstOrDefault(a => a.Id == id) : null;
}
