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
    string LineNo, string? ProductCode, string? BuyerCode, string? Gtin, string? Description, decimal? Quantity, string? Unit, decimal? NetPrice, decimal? PriceBaseQuantity, DateOnly? RequestedOn)
{
    /// <summary>As the document states it: tells what a price is for when units differ.</summary>
    public decimal? LineAmount { get; init; }

    /// <summary>How many of our units one of the client's is, as somebody says.</summary>
    public decimal? Each { get; init; }

    /// <summary>As the client wrote it, when quantity, unit and price base are ours already.</summary>
    public OrderedAs? Ordered { get; init; }
}

/// <summary>An order as it was asked for, before codes, prices and dates were looked up.</summary>
internal sealed record AskedOrder(SiteId? SiteId, string? CustomerReference, string? Currency, DateOnly? RequestedOn, decimal? AnnouncedTotal, bool SiteIsUnknown, IReadOnlyList<AskedLine> Lines)
{
    /// <summary>See <see cref="OrderFacts"/>.</summary>
    public IReadOnlyCollection<string>? KeptQuantities { get; init; }

    /// <summary>Days that somebody chose or agreed for a line.</summary>
    public IReadOnlyDictionary<string, DateOnly>? KeptDates { get; init; }

    /// <summary>See <see cref="OrderFacts"/>.</summary>
    public bool ReferenceExpected { get; init; }

    /// <summary>See <see cref="OrderFacts"/>.</summary>
    public int Doubts { get; init; }
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
    private readonly Dictionary<string, Alike> _alike;
    private readonly ILookup<ProductId, PastLine> _past;
    private readonly ILookup<string?, Product> _byGtin;
    private readonly Dictionary<ProductId, string> _successors;

    private OrderBasis(Head head, Rulebook rules, TenantClock clock, IReadOnlyList<Sold> sold, IReadOnlyList<BuyerCode> codes, IReadOnlyList<PastLine> past, IEnumerable<Alike> alike)
    {
        (_client, _rules, _clock) = (head.Client, rules, clock);
        (_past, _alike) = (past.ToLookup(line => line.ProductId), alike.ToDictionary(other => other.Reference, StringComparer.Ordinal));
        List<Product> products = [.. sold.Select(s => s.Product)];
        _byGtin = products.ToLookup(p => p.Gtin);
        (AcknowledgementHours, Responsible) = (head.AcknowledgementHours ?? UsualAcknowledgementHours, head.Responsible);
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

    /// <param name="visit">Goes to the database; other questions may ride along.</param>
    public static Task<Result<OrderBasis>> ReadAsync(AdvDbContext db, Visit visit, TenantClock clock, ClientId clientId, AskedOrder asked, OrderId? self, CancellationToken ct) =>
        ReadAsync(db, visit, clock, clientId, [asked], self, ct);

    /// <summary>The same for many orders of one client, in no more questions.</summary>
    public static async Task<Result<OrderBasis>> ReadAsync(AdvDbContext db, Visit visit, TenantClock clock, ClientId clientId, IReadOnlyList<AskedOrder> asked, OrderId? self, CancellationToken ct)
    {
        var heads = visit.Ask(Heads(db, clock, clientId, self));
        var references = asked.Select(a => a.CustomerReference).OfType<string>().Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var alike = references.Count == 0 ? null : visit.Ask(AlikeOrders(db, clientId, references, self));
        var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => r.ClientId == clientId));
        var known = visit.Ask(db.BuyerCodes.AsNoTracking().Where(c => c.ClientId == clientId));
        await visit.GoAsync(ct);

        if (heads.Only is not { } head)
        {
            return new NoSuchClient();
        }

        if (asked.Select(a => a.SiteId).Distinct().Any(site => site is not null && head.Client.Sites.All(s => s.Id != site)))
        {
            return new NoSuchSite();
        }

        var rules = Rulebook.Of(requirements.Rows);
        var candidates = Candidates(asked, rules, clock.Today);
        var gtins = asked.SelectMany(a => a.Lines).Select(l => l.Gtin).OfType<string>().Distinct().ToList();
        var theirs = asked.SelectMany(a => a.Lines).Select(l => l.BuyerCode).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var knownIds = known.Rows.Where(c => theirs.Contains(c.Code)).Select(c => c.ProductId).ToList();

        var products = db.Products.AsNoTracking().Where(p => candidates.Contains(p.Code) || gtins.Contains(p.Gtin!) || knownIds.Contains(p.Id));
        var second = new Visit(db);
        var sold = second.Ask(products.Select(p => new Sold
        {
            Product = p,
            Prices = db.ContractPrices.Where(c => c.ClientId == clientId && c.ProductId == p.Id).ToList(),
            Successor = db.Products.Where(s => s.Id == p.ReplacedById).Select(s => s.Code).FirstOrDefault(),
        }));
        var past = second.Ask(PastLine.Of(db, products, clientId, self));
        var wholes = second.Ask(PastLine.Wholes(db, products, clientId, clock.Now.AddDays(-SameContent.Days)));
        await second.GoAsync(ct);
        var counts = wholes.Rows.ToDictionary(whole => whole.Id, whole => whole.LineCount);

        return new OrderBasis(head, rules, clock, sold.Rows, known.Rows, [.. past.Rows.Select(line => line with { LineCount = counts.GetValueOrDefault(line.OrderId) })], alike?.Rows ?? []);
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

    /// <summary>A line that changed, held against the contract again: another quantity may have another price.</summary>
    /// <param name="line">As the client wants it.</param>
    /// <param name="isPriced">The client says the price: it stays, whatever the contract says.</param>
    public DraftLine Agree(DraftLine line, bool isPriced)
    {
        var price = line.ProductId is { } id && _byId.TryGetValue(id, out var product) ? Agreed(product, line.Quantity ?? 0) : null;
        var units = line.NetPrice is null && price is not null ? price.PriceBaseQuantity : line.PriceBaseQuantity;
        var contract = price is null ? (decimal?)null : LineAmounts.Per(price.NetPrice, price.PriceBaseQuantity, units);
        var follows = line.NetPrice is null || (!isPriced && line.NetPrice == line.ContractPrice);

        return line with { NetPrice = follows ? contract ?? line.NetPrice : line.NetPrice, PriceBaseQuantity = units, ContractPrice = contract };
    }

    /// <summary>A line with what may contradict it, as it stands: a unit that nobody counted, a product that is no longer sold, what is usual.</summary>
    public DraftLine Know(DraftLine line, SiteId? site)
    {
        if (line.ProductId is not { } id || !_byId.TryGetValue(id, out var product))
        {
            return line;
        }

        var asked = new AskedLine(line.LineNo, line.ProductCode, line.BuyerCode, Gtin: null, line.Description, line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.RequestedOn) { Ordered = line.Ordered };
        var counted = LineUnits.Of(asked, product, _rules.PackOf(product.Family, site, _clock.Today), quantity => Agreed(product, quantity));

        // Could be counted and was not: that is to be asked too.
        return line with { Facts = Facts(product, line.NetPrice, line.ContractPrice, line.PriceBaseQuantity, line.Ordered is null && counted.Ordered is not null ? counted with { ToAsk = product.Unit } : counted) };
    }

    public Judgement Judge(OrderDraft draft, AskedOrder asked, DateTimeOffset receivedAt)
    {
        var zone = _client.Sites.FirstOrDefault(s => s.Id == draft.SiteId) is { } site ? TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone) : _clock.Zone;
        var products = draft.Lines.Select(l => l.ProductId).OfType<ProductId>().Distinct().ToList();
        var agreed = products.SelectMany(p => _prices[p]).Where(p => p.Holds(_clock.Today, decimal.MaxValue)).Select(p => p.Currency).Distinct(StringComparer.Ordinal).ToList();
        var alike = asked.CustomerReference is { } reference ? _alike.GetValueOrDefault(reference) : null;
        var facts = new OrderFacts(
            alike?.Number, agreed.Count == 1 ? agreed[0] : null, asked.AnnouncedTotal, asked.SiteIsUnknown && draft.SiteId is null, asked.KeptQuantities, asked.KeptDates,
            alike?.Id, PastLine.SameAs(draft, [.. products.SelectMany(p => _past[p])], _clock), asked.ReferenceExpected, asked.Doubts);

        return Judgement.Of(draft, _rules, JudgedAt.Instant(_clock.Now, receivedAt, _clock.Zone, zone), facts: facts);
    }

    // One question for everything there is once. A client that is archived keeps the orders it has and gets no more.
    private static IQueryable<Head> Heads(AdvDbContext db, TenantClock clock, ClientId clientId, OrderId? self)
    {
        var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));

        return
            from client in db.Clients.AsNoTracking().Include(c => c.Sites)
            where client.Id == clientId && (!client.IsArchived || db.Orders.Any(o => o.Id == self && o.ClientId == clientId))
            select new Head
            {
                Client = client,
                AcknowledgementHours = db.TenantSettings.Select(s => (int?)s.AcknowledgementHours).FirstOrDefault(),
                Responsible = responsible.FirstOrDefault(r => r.ClientId == client.Id),
            };
    }

    // The first of each reference: the one that a second is held against.
    private static IQueryable<Alike> AlikeOrders(AdvDbContext db, ClientId clientId, List<string> references, OrderId? self) =>
        db.Orders.Where(o => o.ClientId == clientId && references.Contains(o.CustomerReference!) && o.Id != self && o.Status != OrderStatus.Cancelled)
            .GroupBy(o => o.CustomerReference!).Select(same => same.OrderBy(o => o.ReceivedAt).Select(o => new Alike(o.CustomerReference!, o.Number, o.Id)).First());

    private static List<string> Candidates(IEnumerable<AskedOrder> asked, Rulebook rules, DateOnly today) =>
        [.. asked
            .SelectMany(order => order.Lines.Select(line => (line.ProductCode, line.BuyerCode, order.SiteId))).Distinct()
            .SelectMany(l => new[] { l.ProductCode, l.BuyerCode }.OfType<string>().Concat(l.BuyerCode is { } code ? rules.OurCodes(code, l.SiteId, today) : []))
            .SelectMany(code => new[] { code, code.ToUpperInvariant() })
            .Distinct()];

    private DraftLine Draft(AskedLine line, AskedOrder asked)
    {
        var product = Find(line, asked);
        var counted = LineUnits.Of(line, product, product is null ? null : _rules.PackOf(product.Family, asked.SiteId, _clock.Today), quantity => Agreed(product!, quantity));
        var price = product is null ? null : Agreed(product, counted.Quantity ?? 0);
        var baseQuantity = line.NetPrice is null ? price?.PriceBaseQuantity ?? 1 : counted.PriceBase;
        var contract = price is null ? (decimal?)null : LineAmounts.Per(price.NetPrice, price.PriceBaseQuantity, baseQuantity);

        return new()
        {
            LineNo = line.LineNo,
            ProductId = product?.Id,
            ProductCode = product?.Code,
            ProductFamily = product?.Family,
            BuyerCode = line.BuyerCode ?? (product is null ? line.ProductCode : _buyerCodes[product.Id].FirstOrDefault()),
            Description = product?.Name ?? line.Description ?? "",
            Quantity = counted.Quantity,
            Unit = counted.Unit,
            Ordered = counted.Ordered,
            NetPrice = line.NetPrice ?? contract,
            PriceBaseQuantity = baseQuantity,
            ContractPrice = contract,
            RequestedOn = line.RequestedOn,
            Facts = product is null ? null : Facts(product, line.NetPrice, contract, baseQuantity, counted),
        };
    }

    private LineFacts? Facts(Product product, decimal? ordered, decimal? contract, decimal baseQuantity, LineUnits counted)
    {
        var today = _clock.Today;
        var ended = contract is null ? _prices[product.Id].Where(p => p.ValidUntil < today).MaxBy(p => p.ValidUntil) : null;
        var facts = new LineFacts
        {
            UnitToAsk = counted.ToAsk,
            EndedPrice = ended is null ? null : LineAmounts.Per(ended.NetPrice, ended.PriceBaseQuantity, baseQuantity),
            PriceEndedOn = ended?.ValidUntil,
            PriceOfBreak = ordered is null || contract is null || ordered == contract ? null : _prices[product.Id]
                .Where(p => p.Holds(today, decimal.MaxValue) && p.MinimumQuantity > counted.Quantity && LineAmounts.Per(p.NetPrice, p.PriceBaseQuantity, baseQuantity) == ordered).Min(p => p.MinimumQuantity),
            PastQuantities = [.. _past[product.Id].Where(p => UnitOfMeasure.AreSame(p.Unit, counted.Unit)).Select(p => p.Quantity)],
            DiscontinuedOn = product.DiscontinuedOn <= today ? product.DiscontinuedOn : null,
            ReplacedBy = _successors.GetValueOrDefault(product.Id),
        };

        return facts is { UnitToAsk: null, PriceEndedOn: null, PriceOfBreak: null, PastQuantities.Count: 0, DiscontinuedOn: null } ? null : facts;
    }

    private Product? Find(AskedLine line, AskedOrder asked) =>
        line.ProductCode is { } ours && _byCode.Find(ours) is { } byOurs ? byOurs
        : line.BuyerCode is { } theirs && _byBuyerCode.Find(theirs) is { } byTheirs ? _byId[byTheirs.ProductId]
        : line.BuyerCode is { } prefixed && _rules.OurCodes(prefixed, asked.SiteId, _clock.Today).Select(_byCode.Find).FirstOrDefault(p => p is not null) is { } stripped ? stripped
        : line.Gtin is { } gtin && _byGtin[gtin].FirstOrDefault() is { } byGtin ? byGtin
        : line.BuyerCode is { } same ? _byCode.Find(same)
        : null;

    private ContractPrice? Agreed(Product product, decimal quantity) =>
        _prices[product.Id].Where(p => p.Holds(_clock.Today, quantity)).OrderByDescending(p => p.MinimumQuantity ?? 0).ThenByDescending(p => p.ValidFrom).FirstOrDefault();

    private sealed class Head
    {
        public required Client Client { get; init; }
        public int? AcknowledgementHours { get; init; }
        public Responsibility? Responsible { get; init; }
    }

    private sealed record Alike(string Reference, string Number, OrderId Id);

    private sealed class Sold
    {
        public required Product Product { get; init; }
        public required List<ContractPrice> Prices { get; init; }
        public string? Successor { get; init; }
    }
}
