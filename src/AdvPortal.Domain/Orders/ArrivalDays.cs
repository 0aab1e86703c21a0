using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>A day held against every calendar: ours, the carrier's, the client's.</summary>
/// <param name="Asked">The day that somebody would like to promise.</param>
/// <param name="First">That day where all allow it, else the first one after it that all allow; null when none does within <see cref="Judgement.HorizonDays"/>.</param>
/// <param name="Trace">Why not the day asked for, step by step; empty when it is allowed.</param>
/// <param name="Alternatives">The nearest other days that would do.</param>
public sealed record ArrivalDay(DateOnly Asked, DateOnly? First, IReadOnlyList<DateStep> Trace, IReadOnlyList<DateOnly> Alternatives)
{
    public bool IsAllowed => First == Asked;
}

/// <summary>The days on which what is outstanding of an order may arrive, once its promise has to move: what a new date is chosen from, and held against.</summary>
/// <remarks>Pure. What the client asked for in time stays asked for in time: only our own way to the client begins today.</remarks>
public sealed class ArrivalDays
{
    private const int AlternativesAfter = 2;

    private readonly JudgementRun _run;
    private readonly Dictionary<string, int> _lines;

    private ArrivalDays(JudgementRun run) =>
        (_run, _lines) = (run, run.Draft.Lines.Index().ToDictionary(line => line.Item.LineNo, line => line.Index, StringComparer.Ordinal));

    /// <param name="standing">See <see cref="Order.AsItStands"/>.</param>
    /// <param name="rulebook">All that the client requires.</param>
    /// <param name="at">Now.</param>
    /// <param name="transport">How long the goods are on their way.</param>
    public static ArrivalDays Of(OrderDraft standing, Rulebook rulebook, JudgedAt at, Transport transport) =>
        new(new(standing, rulebook, at, Moments.Review | Moments.Planning, transport, OrderFacts.None, at with { ReceivedOn = at.Today, ReceivedAt = TimeOnly.MinValue, CameInAt = null }));

    /// <summary>The day of departure for one of arrival.</summary>
    public DateOnly ShipOn(DateOnly deliverOn) => _run.Transport.ShipOn(deliverOn);

    /// <summary>What closes a day for a line, however much time is left; null when it is open.</summary>
    public DayClosed? ClosedOn(string lineNo, DateOnly day) => _run.SolverOf(_lines[lineNo]).ClosedOn(day);

    /// <param name="lineNo">A line of the order.</param>
    /// <param name="day">The day wanted.</param>
    /// <param name="ready">The first day on which its goods can leave.</param>
    public ArrivalDay Look(string lineNo, DateOnly day, DateOnly? ready = null)
    {
        var solver = _run.SolverOf(_lines[lineNo]);
        var asked = ready is { } from && _run.Transport.ArriveOn(from) is var earliest && earliest > day ? earliest : day;

        if (solver.Solve(asked) is not { } solution)
        {
            if (solver.IsUsual(asked))
            {
                return new(day, asked, [], solver.NextAfter(asked, AlternativesAfter));
            }

            // The client may well ask for Christmas; we do not offer it.
            solution = new(solver) { Asked = asked };
            solution.Reasons.Add(new(asked, asked.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WhyNot.Weekend : WhyNot.Holiday));
        }

        // Asking the client is the person's choice here: the first day that suits everybody is offered all the same.
        solution.Proposed = solver.FirstFrom(asked);

        return new(day, solution.Proposed, solution.Trace(), solution.Alternatives());
    }
}
