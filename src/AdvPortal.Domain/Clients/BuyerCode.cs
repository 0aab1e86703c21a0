namespace AdvPortal.Domain.Clients;

/// <summary>The code under which a client knows one of our products. Inside we keep ours; outgoing documents show theirs.</summary>
public sealed class BuyerCode : TenantOwned
{
    public const int CodeMaxLength = 40;

    private BuyerCode() { }

    public BuyerCode(ClientId client, string code, ProductId product) => (ClientId, Code, ProductId) = (client, code.Trim(), product);

    public Guid Id { get; private set; } = Ids.Next();
    public ClientId ClientId { get; private set; }
    public string Code { get; private set; } = null!;
    public ProductId ProductId { get; private set; }

    /// <summary>The client uses this code for another product from now on.</summary>
    public void StandsFor(ProductId product) => ProductId = product;
}
