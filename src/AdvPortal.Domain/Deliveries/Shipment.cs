namespace AdvPortal.Domain.Deliveries;

/// <summary>Goods that have left, as another system tells of them: a warehouse, a carrier, an ERP.</summary>
/// <param name="Reference">The number that they have there; what is told twice is known by it.</param>
/// <param name="On">The day on which they left, in the company's time zone.</param>
/// <param name="Goods">What left: of one client, to one place.</param>
public sealed record Shipment(string Reference, DateOnly On, IReadOnlyList<Goods> Goods)
{
    /// <summary>The day on which they are expected; null: as usual.</summary>
    public DateOnly? ArriveOn { get; init; }

    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }

    /// <summary>An https address.</summary>
    public string? TrackingLink { get; init; }

    /// <summary>The parcels that were numbered there; none where nobody says.</summary>
    public IReadOnlyList<ShippedUnit> Units { get; init; } = [];
}

/// <summary>A parcel as another system numbered it.</summary>
/// <param name="Sscc">18 digits.</param>
/// <param name="Contents">How much of which of the shipment's goods is in it.</param>
public sealed record ShippedUnit(string Sscc, IReadOnlyList<Goods> Contents);

/// <summary>A shipment without its number: told again, nobody would know it.</summary>
public sealed record ShipmentNeedsNumber : Unacceptable;

/// <summary>The day on which it left.</summary>
public sealed record ShipmentNeedsDay : Unacceptable;

/// <summary>Its number, its carrier, the carrier's number or address.</summary>
public sealed record ShipmentTextTooLong(int Most) : Unacceptable(Most);

public sealed record ShipmentTooPrecise(int Decimals) : Unacceptable(Decimals);

/// <summary>What has left has left by today.</summary>
public sealed record ShippedInFuture(DateOnly Day) : Unacceptable(Day);

/// <summary>Nothing leaves before it is ordered.</summary>
public sealed record ShippedBeforeOrder(string OrderNumber, DateOnly Day, DateOnly Ordered) : Unacceptable(OrderNumber, Day, Ordered);

/// <summary>The shipment was told before, with another quantity of this line: whoever is right, it is not changed without a person.</summary>
public sealed record ShipmentToldOtherwise(string Reference, string LineNo, decimal Quantity) : Unacceptable(Reference, LineNo, Quantity);

/// <summary>Its goods are planned in several deliveries of ours: which of them left, nobody says.</summary>
public sealed record ShipmentInSeveral(IReadOnlyList<string> Numbers) : Unacceptable(Numbers);

/// <summary>The line counts otherwise.</summary>
public sealed record ShipmentUnitOther(string Unit, string LineUnit) : Unacceptable(Unit, LineUnit);

public sealed record TooManyShipments(int Most) : Unacceptable(Most);
