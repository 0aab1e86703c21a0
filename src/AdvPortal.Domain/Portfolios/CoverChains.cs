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
        // Whom the absent member stands in for, wherever somebody does so in their place: here, or one absence further.
        var relieved = absence.Covers.Concat(others.SelectMany(a => a.Covers).Where(c => c.InsteadOfId == absence.Id && c.AbsentId != absence.MemberId))
            .Where(c => c.IsPublished && c.InsteadOfId is not null && c.LastHalf >= half)
            .Select(c => (c.ClientId, Origin: OriginOf(c, absence, others), First: Math.Max(c.FirstHalf, half), Last: c.LastHalf)).ToList();

        if (act(half).Refusal is { } refusal)
        {
            return refusal;
        }

        EndAbove(absence.Id, client: null, half, others);

        foreach (var (client, origin, first, last) in relieved)
        {
            origin?.StepBack(client, absence.MemberId, first, last);
        }

        return Result.Ok;
    }

    private static void EndAbove(AbsenceId under, ClientId? client, int half, IReadOnlyCollection<Absence> others)
    {
        foreach (var other in others)
        {
            foreach (var ended in other.Covers.Where(c => c.InsteadOfId == under && c.LastHalf >= half && (client is null || c.ClientId == client)).Select(c => c.ClientId).Distinct().ToList())
            {
                other.Release(ended, half, under);
                EndAbove(other.Id, ended, half, others);
            }
        }
    }

    private static Absence? OriginOf(Cover cover, Absence absence, IReadOnlyCollection<Absence> others) => cover.InsteadOfId == absence.Id
        ? others.FirstOrDefault(a => a.MemberId == cover.AbsentId && a.Overlaps(cover.FirstHalf, cover.LastHalf))
        : Origin(cover, others);

    private static Absence? Origin(Cover cover, IReadOnlyCollection<Absence> others) => cover.InsteadOfId is { } id ? others.FirstOrDefault(a => a.Id == id) : null;
}
