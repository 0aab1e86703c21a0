namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>What was ordered and what we promise for it.</summary>
public sealed record AcknowledgementLine
{
    /// <summary>The client's line number, kept as they wrote it: 10, 000010.</summary>
    public required string LineNo { get; init; }

    /// <summary>The client's code for the product, e.g. 0A-VH-M8-30-ZN: the one that every document shows.</summary>
    public required string BuyerCode { get; init; }

    /// <summary>Our own code; it only fills the fields that are meant for the supplier's code.</summary>
    public required string SupplierCode { get; init; }

    /// <summary>GTIN of 8, 12, 13 or 14 digits.</summary>
    public string? Gtin { get; init; }

    public required string Description { get; init; }

    /// <summary>In <see cref="Unit"/>, as the client ordered it; 0 on a line that we added.</summary>
    public required decimal OrderedQuantity { get; init; }

    /// <summary>In <see cref="Unit"/>; 0 when nothing is promised. Above 0 on a line that is not accepted, it is the change of it that is not.</summary>
    public required decimal PromisedQuantity { get; init; }

    /// <summary>UN/ECE Recommendation 20 (H87, KGM, MTR), EDIFACT's PCE included.</summary>
    public required string Unit { get; init; }

    /// <summary>Before tax, in the document's currency, for <see cref="PriceBaseQuantity"/> units, four decimals.</summary>
    public required decimal NetPrice { get; init; }

    /// <summary>How many units the price is for: 100 for « 8,40 € /100 ».</summary>
    public decimal PriceBaseQuantity { get; init; } = 1;

    /// <summary>Before tax, of the promised quantity, two decimals.</summary>
    public required decimal LineAmount { get; init; }

    /// <summary>The delivery date that the client asked for.</summary>
    public DateOnly? RequestedOn { get; init; }

    /// <summary>The delivery date that we promise.</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>The day the goods leave us.</summary>
    public DateOnly? ShipOn { get; init; }

    public LineStatus LineStatus { get; init; } = LineStatus.Accepted;

    /// <summary>Why the line was added or not accepted, a sentence in the client's language.</summary>
    public string? Note { get; init; }

    /// <summary>What the version before had promised of this line; null where there was none, or the line was not in it.</summary>
    public PromisedTerms? Before { get; init; }

    /// <summary>What differs from the order.</summary>
    public IReadOnlyList<LineChange> Changes { get; init; } = [];

    /// <summary>The line is not in any order of the client's.</summary>
    internal bool IsOurs => LineStatus is LineStatus.Added && OrderedQuantity == 0;

    /// <summary>The client's change of the line is refused; the line stays.</summary>
    internal bool IsKept => LineStatus is LineStatus.NotAccepted && PromisedQuantity > 0;

    /// <summary>Everything there is to say about this line alone; a reason among <paramref name="saidOnce"/> stands above the lines already.</summary>
    internal IEnumerable<string> Remarks(IEnumerable<AcknowledgementNote> saidOnce, string? since = null) =>
        Changes.Select(change => change.Reason).Append(Note).Prepend(since).OfType<string>()
            .Except(saidOnce.Select(note => note.Text), StringComparer.Ordinal);
}
