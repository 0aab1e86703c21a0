using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>Who prevails where several requirements speak: the narrower, and of equally narrow ones the later.</summary>
internal sealed partial class JudgementRun
{
    /// <summary>Whether a requirement concerns a line on the day that counts.</summary>
    public bool Holds(InForce requirement, int index, Deed deed) =>
        requirement.Concerns(draft.SiteId, moments) && requirement.Concerns(draft.Lines[index]) && requirement.Period.Contains(DayOf(index, deed));

    /// <summary>Whether it is this requirement that speaks of a matter for a line: it says something, and nothing before it did.</summary>
    public bool Speaks(InForce requirement, Matter matter, int index)
    {
        if (!Holds(requirement, index, matter.Deed) || matter.Says(requirement.Rule) is null)
        {
            return false;
        }

        foreach (var before in rulebook.Others)
        {
            if (ReferenceEquals(before, requirement))
            {
                break;
            }

            if (matter.IsTaken(before, requirement) && Holds(before, index, matter.Deed))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it speaks for any line at all: what is said of a sum gives way only where narrower requirements cover all of it.</summary>
    public bool Speaks(InForce requirement, Matter matter)
    {
        for (var index = 0; index < draft.Lines.Count; index++)
        {
            if (Speaks(requirement, matter, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says what a requirement asks: once for the whole order, or line by line where it does not speak of the same for all of them.</summary>
    /// <param name="plan">From the matters left to it, one bit each, to what is said; null for nothing.</param>
    public void Say(InForce requirement, Matter[] matters, Func<int, Plan?> plan)
    {
        var first = draft.Lines.Count == 0 ? 0 : Left(requirement, matters, 0);
        var whole = true;

        for (var index = 1; whole && index < draft.Lines.Count; index++)
        {
            whole = Left(requirement, matters, index) == first;
        }

        var (said, known) = (first == 0 ? null : plan(first), first);

        if (whole)
        {
            Add(requirement, said, line: null);
            return;
        }

        for (var index = 0; index < draft.Lines.Count; index++)
        {
            if (Left(requirement, matters, index) is var left && left != known)
            {
                (said, known) = (left == 0 ? null : plan(left), left);
            }

            Add(requirement, said, index);
        }
    }

    /// <summary>The requirements that say otherwise where this finding's one prevailed.</summary>
    public IReadOnlyList<RequirementMark> OverruledBy(Found found)
    {
        if (found.Requirement is not { } by || found.Evidence.Matters is not { Count: > 0 } matters)
        {
            return [];
        }

        return
        [
            .. rulebook.Others.SkipWhile(each => !ReferenceEquals(each, by)).Skip(1)
                .Where(wider => matters.Any(matter => matter.Overrules(by, wider) && Together(matter, by, wider, found.Line)))
                .Select(RequirementMark.Of),
        ];
    }

    private bool Together(Matter matter, InForce one, InForce other, int? line) =>
        Enumerable.Range(line ?? 0, line is null ? draft.Lines.Count : 1).Any(index => Holds(one, index, matter.Deed) && Holds(other, index, matter.Deed));

    private void Add(InForce requirement, Plan? plan, int? line)
    {
        if (plan is not null)
        {
            Add(new(plan, requirement.Severity, line, requirement));
        }
    }

    private int Left(InForce requirement, Matter[] matters, int index)
    {
        var left = 0;

        for (var bit = 0; bit < matters.Length; bit++)
        {
            left |= Speaks(requirement, matters[bit], index) ? 1 << bit : 0;
        }

        return left;
    }

    private DateOnly DayOf(int index, Deed deed) => deed switch
    {
        Deed.Packing => Lines[index].ShipOn ?? at.Today,
        Deed.Delivery => Lines[index].PromisedOn ?? at.Today,
        _ => at.Today,
    };
}
