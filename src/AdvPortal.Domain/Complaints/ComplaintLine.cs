using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Complaints;

/// <summary>What a client disputes of one order line, or of what one delivery brought of it, and what it is given for that.</summary>
public sealed class ComplaintLine : TenantOwned
{
    public const int ReceivedMaxLength = 120;

    private ComplaintLine() { }

    internal ComplaintLine(Disputed disputed, int position) => Take(disputed, position);

    public Guid Id { get; private set; } = Ids.Next();
    public OrderId OrderId { get; private set; }

    /// <summary>The order's line; a number of the client's may be given to another one.</summary>
    public Guid LineId { get; private set; }

    public string LineNo { get; private set; } = null!;
    public DeliveryId? DeliveryId { get; private set; }

    /// <summary>The delivery's line; null where no delivery is named.</summary>
    public Guid? DeliveryLineId { get; private set; }

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    public ProductId? ProductId { get; private set; }

    /// <summary>Ours.</summary>
    public string? ProductCode { get; private set; }

    /// <summary>The client's.</summary>
    public string? BuyerCode { get; private set; }

    public string Description { get; private set; } = "";
    public string Unit { get; private set; } = null!;

    /// <summary>What had left, or was ordered where nothing is known to have left, when the complaint came in.</summary>
    public decimal DeliveredQuantity { get; private set; }

    /// <summary>What is disputed, in the line's unit; 0 where it is not about goods.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Per <see cref="PriceBaseQuantity"/> units.</summary>
    public decimal? NetPrice { get; private set; }

    public decimal PriceBaseQuantity { get; private set; }

    /// <summary>What is disputed, net of tax, 2 decimals: the disputed quantity at the line's price unless somebody said less.</summary>
    public decimal Amount { get; private set; }

    /// <summary>What came in the place of what was ordered.</summary>
    public string? ReceivedInstead { get; private set; }

    /// <summary>Null until somebody decided.</summary>
    public Settlements? Settlement { get; private set; }

    /// <summary>What is given back of <see cref="Amount"/>.</summary>
    public decimal CreditAmount { get; private set; }

    internal void Take(Disputed disputed, int position)
    {
        var (order, line) = (disputed.Order, disputed.Line);
        var before = (Quantity, Amount);
        (OrderId, LineId, LineNo, DeliveryId, DeliveryLineId, Position) = (order.Id, line.Id, line.LineNo, disputed.Delivery?.Id, disputed.Delivered?.Id, position);
        (ProductId, ProductCode, BuyerCode, Description, Unit) = (line.ProductId, line.ProductCode, line.BuyerCode, line.Description, line.Unit);
        (NetPrice, PriceBaseQuantity) = (line.NetPrice, line.PriceBaseQuantity);
        (DeliveredQuantity, Quantity, Amount) = (disputed.Left, disputed.Quantity, disputed.Amount ?? disputed.Worth);
        ReceivedInstead = string.IsNullOrWhiteSpace(disputed.ReceivedInstead) ? null : disputed.ReceivedInstead.Trim();

        // What was decided of something else is not decided of this.
        if (before != (Quantity, Amount))
        {
            (Settlement, CreditAmount) = (null, 0);
        }
    }

    internal void Settle(Settlements settlement, decimal credit) => (Settlement, CreditAmount) = (settlement, credit);
}

/// <summary>What is said to be wrong with a line.</summary>
/// <param name="Quantity">In the line's unit.</param>
/// <param name="Delivery">The delivery that brought it; null where none is named.</param>
/// <param name="Amount">Net of tax; null for the quantity at the line's price.</param>
/// <param name="CameBack">What left of the order line, was refused at the door and is sent again: the order no longer counts it as shipped, and the client may dispute it all the same.</param>
public sealed record Disputed(
    Order Order, OrderLine Line, decimal Quantity, Delivery? Delivery = null, DeliveryLine? Delivered = null, decimal? Amount = null, string? ReceivedInstead = null, decimal CameBack = 0)
{
    /// <summary>What left of it, with the delivery that is named or with any.</summary>
    public decimal Left => Delivered is { } brought ? (Delivery!.Status.HoldsGoods() || Delivery.Status is DeliveryStatus.Cancelled ? 0 : brought.Quantity) : LeftOfLine;

    /// <summary>The quantity at the line's price, 2 decimals; 0 without a price.</summary>
    public decimal Worth => Line.NetPrice is { } price ? LineAmounts.Of(Quantity, price, Line.PriceBaseQuantity) : 0;

    /// <summary>What other complaints dispute of the same is counted by it.</summary>
    public Guid Of => Delivered?.Id ?? Line.Id;

    // Goods may leave by another system: where nothing is known to have left, it is what was ordered.
    private decimal LeftOfLine => Line.ShippedQuantity + CameBack is > 0 and var left ? left : Line.Quantity - Line.CancelledQuantity;

    /// <summary>The most that can be disputed of it: goods are disputed once, whether their delivery is named or only their order.</summary>
    /// <param name="elsewhere">What other complaints dispute: by the ids of delivery lines, and by those of order lines with all their deliveries.</param>
    /// <param name="beside">What the same complaint disputes of the order line beside it.</param>
    public decimal Most(IReadOnlyDictionary<Guid, decimal> elsewhere, decimal beside = 0) =>
        decimal.Max(0, decimal.Min(Left - elsewhere.GetValueOrDefault(Of), LeftOfLine - elsewhere.GetValueOrDefault(Line.Id) - beside));
}
