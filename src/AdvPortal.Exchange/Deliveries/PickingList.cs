using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>What the warehouse takes from the shelves for one delivery, in our codes, and what the client wants done with it.</summary>
public sealed record PickingList
{
    /// <summary>The number of the delivery that is prepared, e.g. BL26-00123.</summary>
    public required string Number { get; init; }

    /// <summary>With the offset of the warehouse.</summary>
    public required DateTimeOffset PrintedAt { get; init; }

    /// <summary>ISO 639-1 of our warehouse: <c>fr</c> or <c>en</c>; anything else is written in English.</summary>
    public required string Language { get; init; }

    public required AcknowledgementParty Supplier { get; init; }

    public required AcknowledgementParty ShipTo { get; init; }

    /// <summary>The day it has to leave.</summary>
    public DateOnly? ShipOn { get; init; }

    /// <summary>The hour after which the carrier is gone, on <see cref="ShipOn"/>.</summary>
    public TimeOnly? ReadyBy { get; init; }

    /// <summary>The day the client was promised.</summary>
    public DateOnly? DeliverBy { get; init; }

    public string? Carrier { get; init; }

    public required IReadOnlyList<PickingLine> Lines { get; init; }

    /// <summary>What the client requires of packing and labelling.</summary>
    public IReadOnlyList<PickingInstruction> Instructions { get; init; } = [];

    /// <summary>As one walks through the warehouse: by place, a place with numbers counted as numbers (A2 before A10), then by our code.</summary>
    public IEnumerable<PickingLine> Walk => Lines
        .OrderBy(line => line.Place is null)
        .ThenBy(line => line.Place, NaturalOrder.Instance)
        .ThenBy(line => line.SupplierCode, NaturalOrder.Instance)
        .ThenBy(line => line.Quantity);
}

/// <summary>One thing to take.</summary>
public sealed record PickingLine
{
    /// <summary>Our own code, which stands on the shelf.</summary>
    public required string SupplierCode { get; init; }

    /// <summary>The client's, where it is not ours: it is what the labels show.</summary>
    public string? BuyerCode { get; init; }

    public required string Description { get; init; }

    /// <summary>In <see cref="Unit"/>.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>UN/ECE Recommendation 20.</summary>
    public required string Unit { get; init; }

    /// <summary>Where it lies, e.g. A-12-3; null where we do not know.</summary>
    public string? Place { get; init; }

    /// <summary>Our order number.</summary>
    public required string OrderNumber { get; init; }

    public required string OrderLineNo { get; init; }

    /// <summary>What concerns this line alone.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A requirement of the client's at packing or labelling.</summary>
/// <param name="Text">What we make of it, a sentence in the language of the warehouse.</param>
/// <param name="ClientSentence">What the client had written, verbatim and without quotation marks.</param>
public sealed record PickingInstruction(PickingMoment Moment, string Text, string? ClientSentence = null);

/// <summary>When an instruction is followed.</summary>
public enum PickingMoment { Packing, Labelling }
