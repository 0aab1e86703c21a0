using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>All that is known of a client when one of its orders is judged: read once, in a few questions.</summary>
internal sealed partial class OrderBasis
{
    private const int UsualAcknowledgementHours = 24;

    private readonly Client _client;
    private readonly CodeBook<Product> _byCode;
    private readonly CodeBook<BuyerCode> _byBuyerCode;
    private readonly Dictionary<ProductId, Product> _byId;
    private readonly ILookup<ProductId, string> _buyerCodes;
    private readonly ILookup<ProductId, ContractPrice> _prices;
    private readonly Rulebook _rules;
    private readonly TenantClock _clock;
    private readonly ShippingCalendars _calendars;
    private readonly Dictionary<string, Alike> _alike;
    private readonly ILookup<ProductId, PastLine> _past;
    private readonly ILookup<string?, Product> _byGtin;
    private readonly Dictionary<ProductId, string> _successors;
    private readonly IReadOnlyList<BlanketStanding> _agreed;

    private OrderBasis(
        Head head, Rulebook rules, TenantClock clock, IReadOnlyList<Sold> sold, IReadOnlyList<BuyerCode> codes, IReadOnlyList<PastLine> past, IEnumerable<Alike> alike, IReadOnlyList<BlanketStanding> agreed)
    {
        _agreed = agreed;
        (_client, _rules, _clock) = (head.Client, rules, clock);
        (_past, _alike) = (past.ToLookup(line => line.ProductId), alike.ToDictionary(other => other.Reference, StringComparer.Ordinal));
        List<Product> products = [.. sold.Select(s => s.Product)];
        _byGtin = products.ToLookup(p => p.Gtin);
        (AcknowledgementHours, Responsible, _calendars) = (head.AcknowledgementHours ?? UsualAcknowledgementHours, head.Responsible, head.Calendars ?? ShippingCalendars.Usual);
        _byCode = new(products, p => p.Code);
        _byId = products.ToDictionary(p => p.Id);
        _byBuyerCode = new(codes.Where(c => _byId.ContainsKey(c.ProductId)), c => c.Code);
        _buyerCodes = codes.ToLookup(c => c.ProductId, c => c.Code);
        _prices = sold.SelectMany(s => s.Prices).ToLookup(p => p.ProductId);
        _successors = sold.Where(s => s.Successor is not null).ToDictionary(s => s.Product.Id, s => s.Successor!);
        (Products, BuyerCodes) = (products, codes);
    }

    public IReadOnlyList<Product> Products { get; }

    /// <summary>Every code of the client's that is known.</summary>
    public IReadOnlyList<BuyerCode> BuyerCodes { get; }

    /// <summary>The places where the client receives.</summary>
    public IReadOnlyList<Site> Sites => _client.Sites;

    /// <summary>The client by name and language.</summary>
    public (string Name, string Language) Client => (_client.Name, _client.Language);

    /// <summary>Working hours within which the order is to be answered.</summary>
    public int AcknowledgementHours { get; }

    public Responsibility? Responsible { get; }
}
