using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Deliveries;

/// <summary>What another system says has left of one order line, in its own words.</summary>
internal sealed record ShipmentRow(int Number)
{
    /// <summary>The shipment's number there, or the number of our delivery.</summary>
    public string? Shipment { get; init; }

    /// <summary>Ours; warehouses often have it where the client's would stand, so either is taken for either.</summary>
    public string? OrderNumber { get; init; }

    public string? CustomerReference { get; init; }
    public string? LineNo { get; init; }

    /// <summary>Ours, the client's, or a GTIN.</summary>
    public string? ProductCode { get; init; }

    /// <summary>Null for all that is still to leave of the line.</summary>
    public decimal? Quantity { get; init; }

    public string? Unit { get; init; }
    public DateOnly? ShippedOn { get; init; }
    public DateOnly? ArriveOn { get; init; }
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingLink { get; init; }

    /// <summary>Of the parcel or pallet that it is in.</summary>
    public string? Sscc { get; init; }

    public IEnumerable<string> OrderNames => new[] { OrderNumber, CustomerReference }.OfType<string>();
}

/// <summary>What became of a row: it was taken, it was known already, or why it was refused.</summary>
internal sealed record ShipmentTold(ShipmentRow Row, Refusal? Refusal = null)
{
    public bool IsKnown { get; init; }
    public Delivery? Delivery { get; init; }
    public Order? Order { get; init; }
    public string? LineNo { get; init; }

    /// <summary>Of a numbered parcel that is known already: of what is in it, this row alone was refused.</summary>
    public bool IsOfKnownParcel { get; init; }

    /// <summary>What left of it.</summary>
    public decimal Quantity { get; init; }

    public bool IsTaken => Refusal is null && !IsKnown;
}
