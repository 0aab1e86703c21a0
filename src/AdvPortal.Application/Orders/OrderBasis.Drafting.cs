using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;

namespace AdvPortal.Application.Orders;

/// <summary>From what was asked to what is judged: codes, units and prices as the client and we know them.</summary>
internal sealed partial class OrderBasis
{
    /// <summary>Looks codes and prices up. What is unknown stays open, to be asked.</summary>
    public OrderDraft Draft(AskedOrder asked) => new()
    {
        ClientId = _client.Id,
        SiteId = asked.SiteId ?? (asked.SiteIsUnknown || _client.Sites.Count != 1 ? null : _client.Sites[0].Id),
        CustomerReference = asked.CustomerReference,
        ContractReference = WholeText.Cut(asked.ContractReference ?? "", BlanketOrder.ReferenceMaxLength) is { Length: > 0 } named ? named : null,
        Currency = asked.Currency ?? _client.Currency,
        RequestedOn = asked.RequestedOn,
        Lines = [.. asked.Lines.Select(line => Draft(line, asked))],
    };

    /// <summary>A line that changed, held against the contract again: another quantity may have another price.</summary>
    /// <param name="line">As the client wants it.</param>
    /// <param name="isPriced">The client says the price: it stays, whatever the contract says.</param>
    /// <param name="order">The order that it is part of.</param>
    public DraftLine Agree(DraftLine line, bool isPriced, OrderDraft order)
    {
        var product = line.ProductId is { } id ? _byId.GetValueOrDefault(id) : null;
        var link = product is null ? line.CallOff : Match(product, order.Currency, line.RequestedOn ?? order.RequestedOn, Names(line.ContractReference ?? order.ContractReference), line.CallOff);
        var price = product is null ? null : PriceOf(product, line.Quantity ?? 0, AgreementOf(link));
        var units = line.NetPrice is null && price is { } known ? known.Base : line.PriceBaseQuantity;
        var contract = price is { } per ? LineAmounts.Per(per.Net, per.Base, units) : (decimal?)null;
        var follows = line.NetPrice is null || (!isPriced && line.NetPrice == line.ContractPrice);

        return line with
        {
            NetPrice = follows ? contract ?? line.NetPrice : line.NetPrice,
            PriceBaseQuantity = units,
            ContractPrice = contract,
            PriceIsOurs = follows || (line.PriceIsOurs && !isPriced),
            CallOff = link,
        };
    }

    /// <summary>A line with what may contradict it, as it stands: a unit that nobody counted, a product that is no longer sold, what is usual.</summary>
    /// <param name="order">The order that it is part of.</param>
    public DraftLine Know(DraftLine line, OrderDraft order)
    {
        if (line.ProductId is not { } id || !_byId.TryGetValue(id, out var product))
        {
            return line;
        }

        var asked = new AskedLine(line.LineNo, line.ProductCode, line.BuyerCode, Gtin: null, line.Description, line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.RequestedOn) { Ordered = line.Ordered };
        var counted = LineUnits.Of(asked, product, _rules.PackOf(product.Family, order.SiteId, _clock.Today), quantity => Agreed(product, quantity), Answers(product));
        var link = Match(product, order.Currency, line.RequestedOn ?? order.RequestedOn, Names(line.ContractReference ?? order.ContractReference), line.CallOff);

        // Could be counted and was not: that is to be asked too.
        return line with { CallOff = link, Facts = Facts(product, line.NetPrice, line.ContractPrice, line.PriceBaseQuantity, AgreementOf(link), inVain: null, line.Ordered is null && counted.Ordered is not null ? counted with { ToAsk = product.Unit } : counted) };
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

        return Judgement.Of(draft, _rules, JudgedAt.Instant(_clock.Now, receivedAt, _clock.Zone, zone), facts: facts, transport: _calendars.Transport);
    }

    private DraftLine Draft(AskedLine line, AskedOrder asked)
    {
        var product = Find(line, asked);
        var counted = LineUnits.Of(line, product, product is null ? null : _rules.PackOf(product.Family, asked.SiteId, _clock.Today), quantity => Agreed(product!, quantity), Answers(product));
        var names = Names(line.ContractReference ?? asked.ContractReference);
        var link = product is null ? null : Match(product, asked.Currency ?? _client.Currency, line.RequestedOn ?? asked.RequestedOn, names, line.CallOff);
        var price = product is null ? null : PriceOf(product, counted.Quantity ?? 0, AgreementOf(link));

        // A price of ours goes with what the line calls off: where that is something else now, so is the price, unless it was promised.
        var theirs = line is { PriceIsOurs: true, PriceIsPromised: false } && link?.Line != line.CallOff?.Line ? null : line.NetPrice;
        var baseQuantity = theirs is null && price is { } agreed ? agreed.Base : line.NetPrice is null ? 1 : counted.PriceBase;
        var contract = price is { } per ? LineAmounts.Per(per.Net, per.Base, baseQuantity) : (decimal?)null;

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
            NetPrice = theirs ?? contract ?? line.NetPrice,
            PriceIsOurs = line.PriceIsOurs || line.NetPrice is null,
            ContractReference = line.ContractReference,
            GivenUp = line.GivenUp,
            PriceBaseQuantity = baseQuantity,
            ContractPrice = contract,
            RequestedOn = line.RequestedOn,
            CallOff = link,
            Facts = product is null ? null : Facts(product, theirs, contract, baseQuantity, AgreementOf(link), link is null ? CallOffMatching.NamedInVain(product.Id, names, _agreed) : null, counted),
        };
    }

    private IEnumerable<OrderedAs> Answers(Product? product) =>
        product is null ? [] : _past[product.Id].OrderByDescending(past => past.ReceivedAt).Select(past => past.AnswerIn(product.Unit)).OfType<OrderedAs>();

    private LineFacts? Facts(Product product, decimal? ordered, decimal? contract, decimal baseQuantity, BlanketStanding? agreement, BlanketStanding? inVain, LineUnits counted)
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
            Agreement = agreement,
            NamedInVain = inVain?.Number,
        };

        return facts is { UnitToAsk: null, PriceEndedOn: null, PriceOfBreak: null, PastQuantities.Count: 0, DiscontinuedOn: null, Agreement: null, NamedInVain: null } ? null : facts;
    }

    private Product? Find(AskedLine line, AskedOrder asked) =>
        line.ProductCode is { } ours && _byCode.Find(ours) is { } byOurs ? byOurs
        : line.BuyerCode is { } theirs && _byBuyerCode.Find(theirs) is { } byTheirs ? _byId[byTheirs.ProductId]
        : line.BuyerCode is { } prefixed && _rules.OurCodes(prefixed, asked.SiteId, _clock.Today).Select(_byCode.Find).FirstOrDefault(p => p is not null) is { } stripped ? stripped
        : line.Gtin is { } gtin && _byGtin[gtin].FirstOrDefault() is { } byGtin ? byGtin
        : line.BuyerCode is { } same ? _byCode.Find(same)
        : null;

    private CallOffLink? Match(Product product, string currency, DateOnly? on, IReadOnlyList<string> names, CallOffLink? before) =>
        CallOffMatching.Of(product.Id, currency, on, _clock.Today, names, before, _agreed);

    private static IReadOnlyList<string> Names(string? reference) => reference is { Length: > 0 } name ? [name] : [];

    private BlanketStanding? AgreementOf(CallOffLink? link) => link?.Line is { } line ? _agreed.FirstOrDefault(each => each.Line == line) : null;

    // What is called off has the price of its agreement, whatever else the client pays for the product.
    private (decimal Net, decimal Base)? PriceOf(Product product, decimal quantity, BlanketStanding? agreement) =>
        agreement is not null ? (agreement.NetPrice, agreement.PriceBaseQuantity)
        : Agreed(product, quantity) is { } price ? (price.NetPrice, price.PriceBaseQuantity)
        : null;

    private ContractPrice? Agreed(Product product, decimal quantity) =>
        _prices[product.Id].Where(p => p.Holds(_clock.Today, quantity)).OrderByDescending(p => p.MinimumQuantity ?? 0).ThenByDescending(p => p.ValidFrom).FirstOrDefault();
}
