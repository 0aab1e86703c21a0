using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>What is delivered of one order line, and what is still to come.</summary>
public sealed record DespatchLine
{
    /// <summary>From 1, in the sequence of the delivery note.</summary>
    public required int Position { get; init; }

    /// <summary>Null in a message that names none.</summary>
    public DespatchedOrder? Order { get; init; }

    /// <summary>The client's line number, kept as they wrote it: 10, 000010.</summary>
    public string? OrderLineNo { get; init; }

    /// <summary>The client's code for the product, e.g. 0A-VH-M8-30-ZN: the one that every document for them shows.</summary>
    public string? BuyerCode { get; init; }

    /// <summary>Our own code: for the picking list, and for the fields that are meant for the supplier's code.</summary>
    public string? SupplierCode { get; init; }

    /// <summary>GTIN of 8, 12, 13 or 14 digits.</summary>
    public string? Gtin { get; init; }

    public required string Description { get; init; }

    /// <summary>What leaves, in <see cref="Unit"/>; 0 on a line of which nothing does.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>UN/ECE Recommendation 20 (H87, KGM, MTR), EDIFACT's PCE included.</summary>
    public required string Unit { get; init; }

    /// <summary>What the line orders in all, in <see cref="Unit"/>; null where a message does not say.</summary>
    public decimal? OrderedQuantity { get; init; }

    /// <summary>What is still missing after this delivery, in <see cref="Unit"/>; <see cref="BackOrder"/> says whether it follows.</summary>
    public decimal OutstandingQuantity { get; init; }

    /// <summary>Whether the rest follows, is given up, or is for the client to decide.</summary>
    public BackOrderPolicy BackOrder { get; init; }

    /// <summary>Sentences in the client's language.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the line is called where one code has room.</summary>
    internal string Code => BuyerCode ?? SupplierCode ?? Gtin ?? "";
}

/// <summary>A pallet or a parcel.</summary>
public sealed record DespatchUnit
{
    /// <summary>The SSCC of 18 digits (GS1 General Specifications, section 2.2.1); the number that the firm gives its parcels where it has no GS1 range.</summary>
    public required string Number { get; init; }

    public required LogisticUnit Kind { get; init; }

    /// <summary>What is in it, without what is in the parcels on it.</summary>
    public IReadOnlyList<PackedLine> Contents { get; init; } = [];

    /// <summary>Kilograms, packaging included.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>The number of the pallet that it stands on.</summary>
    public string? On { get; init; }
}

/// <summary>How much of a line is in a unit.</summary>
/// <param name="Line">Its <see cref="DespatchLine.Position"/>.</param>
/// <param name="Quantity">In the line's unit.</param>
public sealed record PackedLine(int Line, decimal Quantity);
