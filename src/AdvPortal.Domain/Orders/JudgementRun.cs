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
internal sealed class JudgementRun(OrderDraft draft, DateOnly today)
{
    public OrderDraft Draft => draft;

    /// <summary>In the tenant's zone.</summary>
    public DateOnly Today => today;

    public JudgedLine[] Lines { get; } = new JudgedLine[draft.Lines.Count];

    public List<Found> Found { get; } = new(draft.Lines.Count + 4);

    public void Add(Found found) => Found.Add(found);

    /// <summary>Whether a requirement holds on the day on which the goods of some line of its scope are packed.</summary>
    public bool ConcernsPacking(InForce requirement)
    {
        for (var index = 0; index < draft.Lines.Count; index++)
        {
            if (requirement.Concerns(draft.Lines[index]) && requirement.Period.Contains(Lines[index].ShipOn ?? today))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a narrower requirement already asks for the same labels.</summary>
    public bool HasLabels(Labelling rule) =>
        Found.Exists(found => found.Evidence is LabelsPlanned labels && labels.Rule.Symbology == rule.Symbology && labels.Rule.Per == rule.Per);

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

    public void Promise(int index, DateOnly? on, DateOnly? shipOn) => Lines[index] = Lines[index] with { PromisedOn = on, ShipOn = shipOn };
}
