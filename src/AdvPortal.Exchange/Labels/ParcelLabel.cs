using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Exchange.Labels;

/// <summary>What stands on one parcel, for the eye and for the client's scanner.</summary>
public sealed record ParcelLabel
{
    /// <summary>Bytes of UTF-8 that a payload may have: what a QR code of the largest version holds at level M.</summary>
    public const int PayloadMaxBytes = 2331;

    /// <summary>The same for a DataMatrix, the largest of which has 144 modules a side.</summary>
    public const int MatrixMaxBytes = 1556;

    /// <summary>Characters of one GS1-128 (GS1 General Specifications, section 5.4.4.3).</summary>
    public const int BarsMaxLength = 48;

    /// <summary>Who sends: our name.</summary>
    public required string Sender { get; init; }

    public required AcknowledgementParty ShipTo { get; init; }

    /// <summary>The client's order number.</summary>
    public required string CustomerReference { get; init; }

    /// <summary>Our order number, e.g. CV26-04518.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>The client's code for what is inside, e.g. 0A-VH-M8-30-ZN.</summary>
    public required string BuyerCode { get; init; }

    public string? Description { get; init; }

    /// <summary>How much is in this parcel, in <see cref="Unit"/>.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>UN/ECE Recommendation 20.</summary>
    public required string Unit { get; init; }

    /// <summary>What is said instead of the quantity where there are several things inside: « 3 articles ».</summary>
    public string? Holds { get; init; }

    /// <summary>From 1 to <see cref="Parcels"/>.</summary>
    public required int Parcel { get; init; }

    public required int Parcels { get; init; }

    /// <summary>What bears it.</summary>
    public LogisticUnit Per { get; init; }

    public Symbology Symbology { get; init; }

    /// <summary>What the code says, to the letter: the requirement's template with its gaps filled. At most 2331 bytes of UTF-8 in a QR code.</summary>
    public required string Payload { get; init; }

    /// <summary>The GS1 element strings that a GS1-128 consists of, the SSCC first, or a GS1 DataMatrix; null where the code says <see cref="Payload"/> as it is.</summary>
    public IReadOnlyList<ElementString>? Elements { get; init; }

    /// <summary>ISO 639-1 of the words on the label.</summary>
    public required string Language { get; init; }
}

/// <summary>What the labels are printed on.</summary>
public enum LabelSheet
{
    /// <summary>One label a page, 105 × 148 mm, for a thermal printer.</summary>
    A6,

    /// <summary>Two columns of four labels of 105 × 74 mm a page, for an office printer; of two labels of 105 × 148 mm where bars need the height.</summary>
    A4,
}
