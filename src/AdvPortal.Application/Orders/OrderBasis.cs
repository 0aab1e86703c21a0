using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>A line as it was asked for, by whatever code the client used.</summary>
internal sealed record AskedLine(
    string LineNo, string? ProductCode, string? BuyerCode, string? Gtin, string? Description, decimal? Quantity, string? Unit, decimal? NetPrice, decimal? PriceBaseQuantity, DateOnly? RequestedOn);

/// <summary>An order as it was asked for, before codes, prices and dates were looked up.</summary>
internal sealed record AskedOrder(SiteId? SiteId, string? CustomerReference, string? Currency, DateOnly? RequestedOn, decimal? AnnouncedTotal, bool SiteIsUnknown, IReadOnlyList<AskedLine> Lines)
{
    /// <summary>See <see cref="OrderFacts"/>.</summary>
    public IReadOnlyCollection<string>? KeptQuantities { get; init; }

    /// <summary>Days that somebody chose or agreed for a line.</summary>
    public IReadOnlyDictionary<string, DateOnly>? KeptDates { get; init; }
}

/// <summary>All that is known of a client when one of its orders is judged: read once, in a few questions.</summary>
internal sealed class OrderBasis
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
    private readonly string? _duplicate;

    private OrderBasis(Head head, Rulebook rules, TenantClock clock, IReadOnlyList<Product> products, IReadOnlyList<BuyerCode> codes, IEnumerable<ContractPrice> prices)
    {
        (_client, _rules, _clock, _duplicate) = (head.Client, rules, clock, head.Duplicate);
        (AcknowledgementHours, Responsible) = (head.AcknowledgementHours ?? UsualAcknowledgementHours, head.Responsible);
        _byCode = new(products, p => p.Code);
        _byId = products.ToDictionary(p => p.Id);
        _byBuyerCode = new(codes.Where(c => _byId.ContainsKey(c.ProductId)), c => c.Code);
        _buyerCodes = codes.ToLookup(c => c.ProductId, c => c.Code);
        _prices = prices.ToLookup(p => p.ProductId);
        (Products, BuyerCodes) = (products, codes);
    }

    public IReadOnlyList<Product> Products { get; }

    /// <summary>Every code of the client's that is known.</summary>
    public IReadOnlyList<BuyerCode> BuyerCodes { get; }

    /// <summary>Working hours within which the order is to be answered.</summary>
    public int AcknowledgementHours { get; }

    public Responsibility? Responsible { get; }

    /// <param name="visit">Goes to the database; other questions may ride along.</param>
    public static async Task<Result<OrderBasis>> ReadAsync(AdvDbContext db, Visit visit, TenantClock clock, ClientId clientId, AskedOrder asked, OrderId? self, CancellationToken ct)
    {
        var heads = visit.Ask(Heads(db, clock, clientId, asked.CustomerReference, self));
        var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => r.ClientId == clientId));
        var known = visit.Ask(db.BuyerCodes.AsNoTracking().Where(c => c.ClientId == clientId));
        await visit.GoAsync(ct);

        if (heads.Only is not { } head)
        {
            return new NoSuchClient();
        }

        if (asked.SiteId is { } site && head.Client.Sites.All(s => s.Id != site))
        {
            return new NoSuchSite();
        }

        var rules = Rulebook.Of(requirements.Rows);
        var candidates = Candidates(asked, rules, clock.Today);
        var gtins = asked.Lines.Select(l => l.Gtin).OfType<string>().Distinct().ToList();
        var knownIds = known.Rows.Where(c => asked.Lines.Any(l => string.Equals(l.BuyerCode, c.Code, StringComparison.OrdinalIgnoreCase))).Select(c => c.ProductId).ToList();

        var products = await db.Products.AsNoTracking()
            .Where(p => candidates.Contains(p.Code) || gtins.Contains(p.Gtin!) || knownIds.Contains(p.Id))
            .Select(p => new { Product = p, Prices = db.ContractPrices.Where(c => c.ClientId == clientId && c.ProductId == p.Id).ToList() }).ToListAsync(ct);

        return new OrderBasis(head, rules, clock, products.ConvertAll(p => p.Product), known.Rows, products.SelectMany(p => p.Prices));
    }

    /// <summary>Looks codes and prices up. What is unknown stays open, to be asked.</summary>
    public OrderDraft Draft(AskedOrder asked) => new()
    {
        ClientId = _client.Id,
        SiteId = asked.SiteId ?? (asked.SiteIsUnknown || _client.Sites.Count != 1 ? null : _client.Sites[0].Id),
        CustomerReference = asked.CustomerReference,
        Currency = asked.Currency ?? _client.Currency,
        RequestedOn = asked.RequestedOn,
        Lines = [.. asked.Lines.Select(line => Draft(line, asked))],
    };

    public Judgement Judge(OrderDraft draft, AskedOrder asked, DateTimeOffset receivedAt)
    {
        var zone = _client.Sites.FirstOrDefault(s => s.Id == draft.SiteId) is { } site ? TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone) : _clock.Zone;
        var agreed = _prices.SelectMany(p => p).Where(p => p.Holds(_clock.Today, decimal.MaxValue)).Select(p => p.Currency).Distinct(StringComparer.Ordinal).ToList();
        var facts = new OrderFacts(_duplicate, agreed.Count == 1 ? agreed[0] : null, asked.AnnouncedTotal, asked.SiteIsUnknown && draft.SiteId is null, asked.KeptQuantities, asked.KeptDates);

        return Judgement.Of(draft, _rules, JudgedAt.Instant(_clock.Now, receivedAt, _clock.Zone, zone), facts: facts);
    }

    // One question for everything there is once. A client that is archived keeps the orders it has and gets no more.
    private static IQueryable<Head> Heads(AdvDbContext db, TenantClock clock, ClientId clientId, string? reference, OrderId? self)
    {
        var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));
        var alike = db.Orders.Where(o => o.ClientId == clientId && o.CustomerReference == reference && o.Id != self && o.Status != OrderStatus.Cancelled);

        return
            from client in db.Clients.AsNoTracking().Include(c => c.Sites)
            where client.Id == clientId && (!client.IsArchived || db.Orders.Any(o => o.Id == self && o.ClientId == clientId))
            select new Head
            {
                Client = client,
                AcknowledgementHours = db.TenantSettings.Select(s => (int?)s.AcknowledgementHours).FirstOrDefault(),
                Responsible = responsible.FirstOrDefault(r => r.ClientId == client.Id),
                Duplicate = string.IsNullOrEmpty(reference) ? null : alike.OrderBy(o => o.ReceivedAt).Select(o => o.Number).FirstOrDefault(),
            };
    }

    private static List<string> Candidates(AskedOrder asked, Rulebook rules, DateOnly today) =>
        [.. asked.Lines
            .SelectMany(l => new[] { l.ProductCode, l.BuyerCode }.OfType<string>().Concat(l.BuyerCode is { } code ? rules.OurCodes(code, asked.SiteId, today) : []))
            .SelectMany(code => new[] { code, code.ToUpperInvariant() })
            .Distinct()];

    private DraftLine Draft(AskedLine line, AskedOrder asked)
    {
        var product = Find(line, asked);
        var price = product is null ? null : Agreed(product, line.Quantity ?? 0);
        var baseQuantity = line.NetPrice is null ? price?.PriceBaseQuantity ?? 1 : line.PriceBaseQuantity is > 0 and var given ? given : 1;
        var contract = price is null ? (decimal?)null : LineAmounts.Per(price.NetPrice, price.PriceBaseQuantity, baseQuantity);

        return new()
        {
            LineNo = line.LineNo,
            ProductId = product?.Id,
            ProductCode = product?.Code,
            ProductFamily = product?.Family,
            BuyerCode = line.BuyerCode ?? (product is null ? line.ProductCode : _buyerCodes[product.Id].FirstOrDefault()),
            Description = product?.Name ?? line.Description ?? "",
            Quantity = line.Quantity,
            Unit = line.Unit ?? product?.Unit ?? "PCE",
            NetPrice = line.NetPrice ?? contract,
            PriceBaseQuantity = baseQuantity,
            ContractPrice = contract,
            RequestedOn = line.RequestedOn,
        };
    }

    private Product? Find(AskedLine line, AskedOrder asked) =>
        line.ProductCode is { } ours && _byCode.Find(ours) is { } byOurs ? byOurs
        : line.BuyerCode is { } theirs && _byBuyerCode.Find(theirs) is { } byTheirs ? _byId[byTheirs.ProductId]
        : line.BuyerCode is { } prefixed && _rules.OurCodes(prefixed, asked.SiteId, _clock.Today).Select(_byCode.Find).FirstOrDefault(p => p is not null) is { } stripped ? stripped
        : line.Gtin is { } gtin && Products.FirstOrDefault(p => p.Gtin == gtin) is { } byGtin ? byGtin
        : line.BuyerCode is { } same ? _byCode.Find(same)
        : null;

    private ContractPrice? Agreed(Product product, decimal quantity) =>
        _prices[product.Id].Where(p => p.Holds(_clock.Today, quantity)).OrderByDescending(p => p.MinimumQuantity ?? 0).ThenByDescending(p => p.ValidFrom).FirstOrDefault();

    private sealed class Head
    {
        public required Client Client { get; init; }
        public int? AcknowledgementHours { get; init; }
        public Responsibility? Responsible { get; init; }
        public string? Duplicate { get; init; }
    }
}
