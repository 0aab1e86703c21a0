using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>A line as it comes out of judging.</summary>
/// <param name="PromisedOn">The day of arrival that can be kept; null while the client has to be asked.</param>
/// <param name="ShipOn">The day of departure for it.</param>
/// <param name="BuyerCode">What the client's documents show.</param>
public readonly record struct JudgedLine(DateOnly? PromisedOn, DateOnly? ShipOn, string? BuyerCode)
{
    internal Documents CodesTaken { get; init; }
}

/// <summary>The work in progress of one judgement: what was found, and how the lines stand after it.</summary>
/// <param name="datesFrom">When the days for notice and cut-off began to run, where that is not now.</param>
internal sealed partial class JudgementRun(OrderDraft draft, Rulebook rulebook, JudgedAt at, Moments moments, Transport transport, OrderFacts facts, JudgedAt? datesFrom = null)
{
    private readonly DeliveryClock _clock = new(datesFrom ?? at, transport);
    private readonly Moments _step = (moments & Moments.Review) == 0 ? moments : Moments.None;
    private decimal?[]? _raised;

    public OrderDraft Draft => draft;

    /// <summary>In the tenant's zone.</summary>
    public DateOnly Today => at.Today;

    public Transport Transport => transport;

    public JudgedLine[] Lines { get; } = new JudgedLine[draft.Lines.Count];

    public List<Found> Found { get; } = new(draft.Lines.Count + 4);

    public void Add(Found found) => Found.Add(_step is Moments.None ? found : found with { Step = _step });

    public DateSolver SolverOf(int index) => new(rulebook.Delivery, draft.SiteId, moments, draft.Lines[index], _clock);

    /// <summary>The first day from one on that suits all of these lines; null when none does.</summary>
    public DateOnly? FirstForAll(IReadOnlyList<int> lines, DateOnly from)
    {
        for (var day = from; day.DayNumber <= from.DayNumber + Judgement.HorizonDays;)
        {
            var later = day;

            foreach (var index in lines)
            {
                var solver = SolverOf(index);

                if (later != KeptDateOf(index) && !solver.IsPossible(later))
                {
                    if (solver.FirstFrom(later) is not { } next)
                    {
                        return null;
                    }

                    later = next;
                }
            }

            if (later == day)
            {
                return day;
            }

            day = later;
        }

        return null;
    }

    /// <summary>The day that somebody chose or agreed for a line, whatever its calendars say.</summary>
    public DateOnly? KeptDateOf(int index) => facts.KeptDates?.TryGetValue(draft.Lines[index].LineNo, out var day) is true ? day : null;

    /// <summary>Whether a requirement holds on the day on which the goods of some line of its scope are packed.</summary>
    public bool ConcernsPacking(InForce requirement)
    {
        for (var index = 0; index < draft.Lines.Count; index++)
        {
            if (Holds(requirement, index, Deed.Packing))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a narrower requirement already asks for the same labels.</summary>
    public bool HasLabels(Labelling rule) =>
        Found.Exists(found => found.Evidence is LabelsPlanned labels && labels.Rule.Symbology == rule.Symbology && labels.Rule.Unit == rule.Unit);

    /// <summary>Takes the documents on which nothing narrower decides the code of a line; false when none is left.</summary>
    public bool TakeCode(int index, Documents documents)
    {
        var wanted = documents is Documents.None ? Documents.All : documents;
        ref var line = ref Lines[index];

        if ((wanted & ~line.CodesTaken) == 0)
        {
            return false;
        }

        line = line with { CodesTaken = line.CodesTaken | wanted };
        return true;
    }

    public void ShowCode(int index, string buyerCode) => Lines[index] = Lines[index] with { BuyerCode = buyerCode };

    public void Promise(int index, DateOnly? on) => Lines[index] = Lines[index] with { PromisedOn = on, ShipOn = on is { } day ? transport.ShipOn(day) : null };

    /// <summary>Goes by another quantity from here on, unless somebody kept the one that was ordered.</summary>
    public void Raise(int index, decimal quantity)
    {
        if (facts.KeptQuantities?.Contains(draft.Lines[index].LineNo) is not true)
        {
            (_raised ??= new decimal?[draft.Lines.Count])[index] = quantity;
        }
    }

    /// <summary>Of the lines of a requirement's scope, as they stand.</summary>
    public decimal QuantityOf(InForce requirement)
    {
        var sum = 0m;

        for (var index = 0; index < draft.Lines.Count; index++)
        {
            sum += requirement.Concerns(draft.Lines[index]) ? QuantityOf(index) : 0;
        }

        return sum;
    }

    /// <summary>The same in the order's currency; a line without a price counts for nothing.</summary>
    public decimal AmountOf(InForce requirement)
    {
        var sum = 0m;

        for (var index = 0; index < draft.Lines.Count; index++)
        {
            sum += draft.Lines[index] is { NetPrice: { } price } line && requirement.Concerns(line) ? LineAmounts.Of(QuantityOf(index), price, line.PriceBaseQuantity) : 0;
        }

        return sum;
    }

    /// <summary>Of one line, as it stands.</summary>
    public decimal QuantityOf(int index) => _raised?[index] ?? draft.Lines[index].Quantity ?? 0;
}
