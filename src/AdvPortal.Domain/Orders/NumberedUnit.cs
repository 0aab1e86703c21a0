using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>A parcel or pallet that bears an SSCC. It keeps it however often its label is printed; no other unit ever gets it.</summary>
/// <remarks>
/// Of a line by its id, and of what was in it: a number of the client's may be given to another line once its own is given up, and a line may
/// get another article. Other goods are another unit.
/// </remarks>
public sealed class NumberedUnit : TenantOwned
{
    private NumberedUnit() { }

    public NumberedUnit(OrderId orderId, Guid lineId, string productCode, LogisticUnit per, int place, string sscc)
    {
        if (!Common.Sscc.IsValid(sscc))
        {
            throw new ArgumentException("An SSCC has 18 digits, the last of which checks the others.", nameof(sscc));
        }

        (OrderId, LineId, ProductCode, Per, Place, Sscc) = (orderId, lineId, productCode, per, place, sscc);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public OrderId OrderId { get; private set; }

    /// <summary>The order's line that is inside; it outlasts the line.</summary>
    public Guid LineId { get; private set; }

    /// <summary>Our code of what is inside; empty where it was not known.</summary>
    public string ProductCode { get; private set; } = null!;

    public LogisticUnit Per { get; private set; }

    /// <summary>Which of the line's parcels or pallets, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>See <see cref="Common.Sscc"/>.</summary>
    public string Sscc { get; private set; } = null!;
}
