using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>An order held against all that its client requires: what there is to say, and the order put right.</summary>
/// <remarks>Pure: the same draft, rules and days always give the same judgement. Nothing in the draft is changed.</remarks>
public sealed class Judgement
{
    /// <summary>How many days ahead a date is looked for.</summary>
    public const int HorizonDays = 90;

    private readonly JudgementRun _run;

    private Judgement(JudgementRun run) => _run = run;

    /// <summary>Dates first, then rules from the narrowest scope to the widest, then what the order itself gives cause to.</summary>
    public IReadOnlyList<Found> Findings => _run.Found;

    /// <summary>In the order of the draft's lines.</summary>
    public IReadOnlyList<JudgedLine> Lines => _run.Lines;

    public Transport Transport => _run.Transport;

    /// <summary>The wider or older requirements over which that of a finding prevailed.</summary>
    public IReadOnlyList<RequirementMark> OverruledBy(Found found) => _run.OverruledBy(found);

    /// <param name="moments">A requirement is looked at when it shares a moment with these.</param>
    /// <param name="facts">What is known beside the order itself.</param>
    public static Judgement Of(
        OrderDraft draft, Rulebook rulebook, JudgedAt at, Moments moments = Moments.Review, OrderFacts? facts = null, Transport? transport = null)
    {
        var run = new JudgementRun(draft, rulebook, at, moments, transport ?? Transport.Default, facts ?? OrderFacts.None);

        for (var index = 0; index < draft.Lines.Count; index++)
        {
            run.Lines[index] = new(null, null, draft.Lines[index].BuyerCode);
        }

        SolveDates(run, rulebook, moments);

        foreach (var requirement in rulebook.Others)
        {
            if (requirement.Concerns(draft.SiteId, moments))
            {
                requirement.Rule.Judge(requirement, run);
            }
        }

        if ((moments & Moments.Review) != 0)
        {
            OrderChecks.Judge(run, draft.SiteId is null && rulebook.NeedsSite(at.Today, moments), facts ?? OrderFacts.None);
        }

        return new(run);
    }

    /// <summary>Holds an order that stands (<see cref="Order.AsItStands"/>) against what counts at one step after the promise. Dates stay as they were promised.</summary>
    /// <param name="step">One of planning, packing, labelling, invoicing.</param>
    public static Judgement AtStep(OrderDraft standing, Rulebook rulebook, JudgedAt at, Moments step, Transport? transport = null)
    {
        var run = StandingRun(standing, rulebook, at, step, transport);

        // Nobody knows whether what is required at another place is required here.
        if (standing.SiteId is null && rulebook.NeedsSite(at.Today, step))
        {
            run.Add(new(new Difference(FindingKinds.UnknownSite, new(MessageKeys.UnknownSite)), Severity.Block));
        }

        CompareDates(run, rulebook, step);

        foreach (var requirement in rulebook.Others)
        {
            if (requirement.Concerns(standing.SiteId, step))
            {
                requirement.Rule.Judge(requirement, run);
            }
        }

        return new(run);
    }

    internal static JudgementRun StandingRun(OrderDraft standing, Rulebook rulebook, JudgedAt at, Moments step, Transport? transport)
    {
        // Notice that was given in time does not run out.
        var run = new JudgementRun(standing, rulebook, at, step, transport ?? Transport.Default, OrderFacts.None, at with { Today = at.ReceivedOn, SiteToday = at.ReceivedOn, CameInAt = null });

        for (var index = 0; index < standing.Lines.Count; index++)
        {
            run.Lines[index] = new(null, null, standing.Lines[index].BuyerCode);
            run.Promise(index, standing.Lines[index].RequestedOn ?? standing.RequestedOn);
        }

        return run;
    }

    private static void CompareDates(JudgementRun run, Rulebook rulebook, Moments step)
    {
        var draft = run.Draft;
        var together = GoTogether(draft, rulebook, step);

        for (var index = 0; index < draft.Lines.Count && !(index > 0 && together); index++)
        {
            int? line = together ? null : index;

            if (run.Lines[index].PromisedOn is not { } promised)
            {
                if (rulebook.Delivery.Any(each => each.Concerns(draft.SiteId, step) && each.Concerns(draft.Lines[index])))
                {
                    run.Add(new(new Difference(FindingKinds.NoDateFits, new(MessageKeys.NoDateFits, Judgement.HorizonDays)), Severity.Block, line));
                }

                continue;
            }

            if (run.SolverOf(index).Solve(promised) is { } solution)
            {
                solution.Against.ForEach(requirement => run.Add(new(new DateMoved(DeliveryDays.KindName, solution), requirement.Severity, line, requirement)));
            }
        }
    }

    private static void SolveDates(JudgementRun run, Rulebook rulebook, Moments moments)
    {
        var draft = run.Draft;
        var together = GoTogether(draft, rulebook, moments);
        DateSolution? solution = null;

        for (var index = 0; index < draft.Lines.Count; index++)
        {
            var line = draft.Lines[index];
            var requested = line.RequestedOn ?? draft.RequestedOn;

            if (index == 0 || !together)
            {
                solution = run.SolverOf(index).Solve(requested);
                AddFindings(run, solution, requested, together ? null : index);
            }

            run.Promise(index, run.KeptDateOf(index) ?? (solution is null ? requested : solution.Promised));
        }
    }

    private static void AddFindings(JudgementRun run, DateSolution? solution, DateOnly? requested, int? line)
    {
        if (solution is null)
        {
            return;
        }

        if (requested is null)
        {
            if (solution.Proposed is null)
            {
                run.Add(new(new Difference(FindingKinds.NoDateFits, new(MessageKeys.NoDateFits, Judgement.HorizonDays)), Severity.Block, line));
            }

            return;
        }

        foreach (var requirement in solution.Against)
        {
            run.Add(new(new DateMoved(DeliveryDays.KindName, solution), requirement.Severity, line, requirement));
        }

        if (solution.TooSoon is { } why)
        {
            // A date that has passed is most likely a slip of the pen: somebody looks. One too soon to reach is moved.
            var (kind, severity) = why switch
            {
                WhyNot.Past => (FindingKinds.DateInPast, Severity.Block),
                WhyNot.OwnClosed or WhyNot.NoCollection or WhyNot.CarrierClosed => (FindingKinds.DateNotServed, Severity.AutoFix),
                _ => (FindingKinds.DateTooEarly, Severity.AutoFix),
            };
            run.Add(new(new DateMoved(kind, solution), severity, line));
        }
    }

    /// <summary>Whether all lines have one date and meet the same delivery rules: then it is the order's date that is spoken of.</summary>
    private static bool GoTogether(OrderDraft draft, Rulebook rulebook, Moments moments)
    {
        for (var index = 1; index < draft.Lines.Count; index++)
        {
            if ((draft.Lines[index].RequestedOn ?? draft.RequestedOn) != (draft.Lines[0].RequestedOn ?? draft.RequestedOn))
            {
                return false;
            }
        }

        foreach (var requirement in rulebook.Delivery)
        {
            if (requirement.ProductFamily is null || !requirement.Concerns(draft.SiteId, moments))
            {
                continue;
            }

            for (var index = 1; index < draft.Lines.Count; index++)
            {
                if (requirement.Concerns(draft.Lines[index]) != requirement.Concerns(draft.Lines[0]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
