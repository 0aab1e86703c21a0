using AdvPortal.Domain.Contracts;

namespace AdvPortal.Domain.Orders;

/// <summary>One product of an order: our code inside, the client's on everything that leaves.</summary>
public sealed partial class OrderLine : TenantOwned
{
    public const int LineNoMaxLength = 20;
    public const int DescriptionMaxLength = 500;
    public const int UnitMaxLength = 10;

    private OrderLine() { }

    internal OrderLine(ClientId client, int position, DraftLine line, JudgedLine judged)
    {
        LineNo = line.LineNo;
        Take(client, position, line, judged);
    }

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>The order's: what a client usually orders of a product is found by it.</summary>
    public ClientId ClientId { get; private set; }

    /// <summary>From 0, in the order of the client's document.</summary>
    public int Position { get; private set; }

    public string LineNo { get; private set; } = null!;

    /// <summary>Null while the product is not known.</summary>
    public ProductId? ProductId { get; private set; }

    /// <summary>Ours.</summary>
    public string? ProductCode { get; private set; }

    public string? ProductFamily { get; private set; }

    /// <summary>The client's, as every outgoing document shows it.</summary>
    public string? BuyerCode { get; private set; }

    /// <summary>The client's, as it was sent or stands in the client's list.</summary>
    public string? SentBuyerCode { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>0 when the client gave none, which nothing gets past.</summary>
    public decimal Quantity { get; private set; }

    public string Unit { get; private set; } = null!;

    /// <summary>Per <see cref="PriceBaseQuantity"/> units, 4 decimals.</summary>
    public decimal? NetPrice { get; private set; }

    public decimal PriceBaseQuantity { get; private set; }
    public decimal? ContractPrice { get; private set; }

    /// <summary>Charged as it was agreed, because the client gave no price or takes ours: it follows what is called off, and is never held against that as the client's.</summary>
    public bool PriceIsOurs { get; private set; }

    /// <summary>2 decimals, half a cent away from zero; null without a price.</summary>
    public decimal? LineAmount { get; private set; }

    /// <summary>The line's own; null for the order's.</summary>
    public DateOnly? OwnRequestedOn { get; private set; }

    public DateOnly? RequestedOn { get; private set; }

    /// <summary>As the client wrote it, where we count otherwise.</summary>
    public OrderedAs? Ordered { get; private set; }

    /// <summary>The agreement that the client names on the line, where it is not that of the order.</summary>
    public string? ContractReference { get; private set; }

    /// <summary>What of the client's blanket orders it calls off; null for nothing.</summary>
    public BlanketLineId? BlanketLineId { get; private set; }

    /// <summary>Who says so, or that it calls nothing off; null where nothing speaks for it.</summary>
    public CallOffBasis? CallOffBasis { get; private set; }

    /// <summary>What it takes of an agreement: what is ordered, less what was given up.</summary>
    public decimal CallOffQuantity => decimal.Max(0, Quantity - CancelledQuantity);

    /// <summary>Of which agreement the last promise takes while a change of the order is reviewed; null for none.</summary>
    public BlanketLineId? ReservedLineId { get; private set; }

    /// <summary>How much of it; null where the line takes what it asks for.</summary>
    public decimal? ReservedQuantity { get; private set; }

    public GivenUp? GivenUp => CancelledQuantity == 0 ? null : new(CancelledQuantity, Quantity);

    public CallOffLink? CallOff => CallOffBasis is { } basis ? new(BlanketLineId, basis) : null;

    internal decimal CallsOffOf(BlanketLineId line, bool isPromised) =>
        isPromised || ReservedQuantity is null ? (BlanketLineId == line ? CallOffQuantity : 0) : ReservedLineId == line ? ReservedQuantity.Value : 0;

    internal void Reserve() => (ReservedLineId, ReservedQuantity) = (BlanketLineId, CallOffQuantity);

    internal void Release() => (ReservedLineId, ReservedQuantity) = (null, null);

    /// <summary>Nothing, of a line that a change adds: nobody has promised it.</summary>
    internal void ReserveIfNew() => ReservedQuantity ??= 0;

    internal void Link(CallOffLink? link) => (BlanketLineId, CallOffBasis) = (link?.Line, link?.Basis);

    internal void Take(ClientId client, int position, DraftLine line, JudgedLine judged)
    {
        Link(line.CallOff);
        (ClientId, Position, ProductId, ProductCode, ProductFamily) = (client, position, line.ProductId, line.ProductCode, line.ProductFamily);
        (SentBuyerCode, BuyerCode, Description) = (line.BuyerCode, judged.BuyerCode, line.Description);
        Unit = line.Unit;
        Count(line.Quantity ?? 0);
        (PriceBaseQuantity, ContractPrice, PriceIsOurs, OwnRequestedOn, Ordered) = (line.PriceBaseQuantity, line.ContractPrice, line.PriceIsOurs || line.NetPrice is null, line.RequestedOn, line.Ordered);
        ContractReference = line.ContractReference;
        Promise(judged.PromisedOn, judged.ShipOn);
        Charge(line.NetPrice ?? line.ContractPrice);
    }

    internal void Order(decimal quantity)
    {
        Count(quantity);
        Charge(NetPrice);
    }

    internal void Charge(decimal? netPrice) =>
        (NetPrice, LineAmount) = (netPrice, netPrice is { } price ? LineAmounts.Of(Quantity, price, PriceBaseQuantity) : null);

    internal void ChargeOurs(decimal netPrice)
    {
        Charge(netPrice);
        (ContractPrice, PriceIsOurs) = (netPrice, true);
    }

    internal void Replace(string productCode) => (ProductId, ProductCode) = (null, productCode);

    internal void Request(DateOnly? ofOrder) => RequestedOn = OwnRequestedOn ?? ofOrder;

    internal void Show(string? buyerCode) => BuyerCode = buyerCode;

    /// <summary>As it is promised now.</summary>
    public LineTerms Terms() => new(ProductCode, BuyerCode, Description, Quantity, Unit, NetPrice, PriceBaseQuantity, RequestedOn, PromisedOn);

    internal DraftLine ToDraft(decimal quantity) => new()
    {
        LineNo = LineNo,
        ProductId = ProductId,
        ProductCode = ProductCode,
        ProductFamily = ProductFamily,
        BuyerCode = SentBuyerCode,
        Description = Description,
        Quantity = quantity == 0 ? null : quantity,
        Unit = Unit,
        NetPrice = NetPrice,
        PriceBaseQuantity = PriceBaseQuantity,
        ContractPrice = ContractPrice,
        PriceIsOurs = PriceIsOurs,
        ContractReference = ContractReference,
        GivenUp = GivenUp,
        RequestedOn = OwnRequestedOn,
        Ordered = Ordered,
        CallOff = CallOff,
    };
}
