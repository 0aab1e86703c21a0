using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>What leaves for a client, and in which parcels: one record behind the delivery note, the UBL DespatchAdvice, the DESADV and the labels, and what a carrier's or a warehouse's message is read into.</summary>
public sealed record DespatchAdvice
{
    /// <summary>The number of the delivery note, e.g. BL26-00123.</summary>
    public required string Number { get; init; }

    /// <summary>When it was made out, with the offset of our office: its date is the one that is printed.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The day the goods leave; null in a message that does not say.</summary>
    public DateOnly? ShipOn { get; init; }

    /// <summary>The day they are expected.</summary>
    public DateOnly? ArriveOn { get; init; }

    /// <summary>ISO 639-1: <c>fr</c> or <c>en</c>; anything else is written in English.</summary>
    public required string Language { get; init; }

    public required AcknowledgementParty Supplier { get; init; }

    public required AcknowledgementParty Buyer { get; init; }

    /// <summary>Where the goods go; the buyer's address where it is left out.</summary>
    public AcknowledgementParty? ShipTo { get; init; }

    /// <summary>Who carries the goods.</summary>
    public string? Carrier { get; init; }

    /// <summary>The carrier's number for this shipment.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Where the shipment can be followed: an address for a browser.</summary>
    public string? TrackingLink { get; init; }

    /// <summary>What the client requires on every document (a site, a cost centre, a contract), as sentences in their language.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>What there is to say of this delivery, as sentences in the client's language.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required IReadOnlyList<DespatchLine> Lines { get; init; }

    /// <summary>Pallets and parcels, each pallet before what stands on it.</summary>
    public IReadOnlyList<DespatchUnit> Units { get; init; } = [];

    /// <summary>The orders that are delivered, in the sequence of the lines.</summary>
    public IEnumerable<DespatchedOrder> Orders => Lines.Select(line => line.Order).OfType<DespatchedOrder>().Distinct();

    /// <summary>What the carrier loads: pallets, and parcels that stand on none.</summary>
    public IEnumerable<DespatchUnit> Loaded => Units.Where(unit => unit.On is null);

    /// <summary>Kilograms, packaging included; null when one of the units was not weighed.</summary>
    public decimal? WeightKg => Loaded.Any() && Loaded.All(unit => unit.WeightKg is not null) ? Loaded.Sum(unit => unit.WeightKg) : null;

    internal AcknowledgementParty Destination => ShipTo ?? Buyer;

    /// <summary>Everything to be said of the whole delivery, once.</summary>
    internal IEnumerable<string> Said => Mentions.Concat(Notes).Distinct(StringComparer.Ordinal);
}

/// <summary>An order of the client's, of which something is delivered.</summary>
/// <param name="CustomerReference">The client's own order number.</param>
/// <param name="Number">Our order number, e.g. CV26-04518.</param>
/// <param name="OrderedOn">The date of the client's order.</param>
public sealed record DespatchedOrder(string CustomerReference, string? Number = null, DateOnly? OrderedOn = null);
