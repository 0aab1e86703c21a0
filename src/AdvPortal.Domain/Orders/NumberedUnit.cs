using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>A parcel or pallet that bears an SSCC. It keeps it however often its label is printed; no other unit ever gets it.</summary>
public sealed class NumberedUnit : TenantOwned
{
    private NumberedUnit() { }

    public NumberedUnit(OrderId orderId, string lineNo, LogisticUnit per, int place, string sscc)
    {
        if (!Common.Sscc.IsValid(sscc))
        {
            throw new ArgumentException("An SSCC has 18 digits, the last of which checks the others.", nameof(sscc));
        }

        (OrderId, LineNo, Per, Place, Sscc) = (orderId, lineNo, per, place, sscc);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public OrderId OrderId { get; private set; }

    /// <summary>The order's line that is inside.</summary>
    public string LineNo { get; private set; } = null!;

    public LogisticUnit Per { get; private set; }

    /// <summary>Which of the line's parcels or pallets, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>See <see cref="Common.Sscc"/>.</summary>
    public string Sscc { get; private set; } = null!;
}
