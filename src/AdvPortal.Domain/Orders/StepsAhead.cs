using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>One requirement that will count at one step after the promise.</summary>
/// <param name="Lines">The lines that it concerns, by their place in the draft; null for all of them.</param>
/// <param name="IfDeliveredThere">The order's site is not known, and this holds at one site only: it may count.</param>
public sealed record StepAhead(Moments Step, InForce Requirement, IReadOnlyList<int>? Lines, bool IfDeliveredThere = false);

/// <summary>What will count at planning, packing, labelling and invoicing, so that nobody learns of it there: site, product family, validity and precedence as when it is judged.</summary>
public static class StepsAhead
{
    /// <summary>In the order in which an order goes through them.</summary>
    public static IReadOnlyList<Moments> All { get; } = [Moments.Planning, Moments.Packing, Moments.Labelling, Moments.Invoicing];

    /// <param name="standing">See <see cref="Order.AsItStands"/>.</param>
    /// <param name="rulebook">All that the client requires.</param>
    /// <param name="at">Today.</param>
    /// <param name="transport">How long the goods are on their way: what is packed is packed on the day on which they leave.</param>
    public static IReadOnlyList<StepAhead> Of(OrderDraft standing, Rulebook rulebook, JudgedAt at, Transport? transport = null) =>
        [.. All.SelectMany(step => At(step, Judgement.StandingRun(standing, rulebook, at, step, transport), rulebook))];

    private static IEnumerable<StepAhead> At(Moments step, JudgementRun run, Rulebook rulebook)
    {
        var draft = run.Draft;

        foreach (var requirement in rulebook.Delivery.Concat(rulebook.Others))
        {
            if (draft.SiteId is null && requirement.SiteId is not null)
            {
                if ((requirement.Moments & step) != 0 && !(requirement.Period.Until < run.Today))
                {
                    yield return new(step, requirement, null, IfDeliveredThere: true);
                }

                continue;
            }

            List<int> lines = [.. Enumerable.Range(0, draft.Lines.Count).Where(index => Counts(requirement, run, index))];

            if (lines.Count > 0)
            {
                yield return new(step, requirement, lines.Count == draft.Lines.Count ? null : lines);
            }
        }
    }

    // What a narrower requirement says in its place leaves it nothing to ask.
    private static bool Counts(InForce requirement, JudgementRun run, int index)
    {
        Matter[] matters = [.. requirement.Rule.Matters];

        return matters.Length == 0 ? run.Holds(requirement, index, Deed.Delivery) : Array.Exists(matters, matter => run.Speaks(requirement, matter, index));
    }
}
