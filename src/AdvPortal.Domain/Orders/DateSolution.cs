using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>One requested date held against every delivery rule at once.</summary>
internal sealed class DateSolution(DateSolver solver)
{
    private const int AlternativesAfter = 2;

    /// <summary>As requested; the earliest possible when nothing was.</summary>
    public required DateOnly Asked { get; init; }

    /// <summary>The first date that all rules allow; null when none does or the client is to be asked.</summary>
    public DateOnly? Proposed { get; set; }

    /// <summary>What the order promises as it stands: as asked while nothing insists, else as proposed.</summary>
    public DateOnly? Promised { get; set; }

    public bool MustAsk { get; set; }

    /// <summary>Why our own calendar does not allow the date asked for.</summary>
    public WhyNot? TooSoon { get; set; }

    /// <summary>The requirements that do not allow the date asked for.</summary>
    public List<InForce> Against { get; } = [];

    /// <summary>Every date passed over, and every requirement that is against it.</summary>
    public List<Reason> Reasons { get; } = [];

    /// <summary>From the order to the date proposed: cut-off, our own calendar, the way of the goods, the site.</summary>
    public IReadOnlyList<DateStep> Trace()
    {
        List<DateStep> steps = [.. solver.Start(Asked), .. Reasons.Select(reason => new DateStep(StageOf(reason.Why), reason.Date, reason.Why, solver.MarkOf(reason)))];

        if (Proposed is { } proposed)
        {
            steps.Add(new(DateStage.Site, proposed));
        }

        return [.. steps.OrderBy(step => step.Stage)];
    }

    /// <summary>The nearest date before the one proposed, if it can be reached, and the next two after it.</summary>
    public IReadOnlyList<DateOnly> Alternatives()
    {
        var around = Proposed ?? Asked;

        return [.. solver.Before(around) is { } before ? new[] { before } : [], .. solver.NextAfter(around, AlternativesAfter)];
    }

    private static DateStage StageOf(WhyNot why) => why switch
    {
        WhyNot.OwnClosed => DateStage.OwnCalendar,
        WhyNot.Past or WhyNot.Transport or WhyNot.NoCollection or WhyNot.CarrierClosed => DateStage.Carrier,
        _ => DateStage.Site,
    };
}
