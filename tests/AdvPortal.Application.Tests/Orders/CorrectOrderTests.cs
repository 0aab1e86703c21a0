using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Orders;

public sealed class CorrectOrderTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _wednesday = new(2026, 11, 25);

    private World _world = null!;
    private Client _client = null!;
    private Site _chartres = null!;
    private Site _dreux = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c =>
        {
            _chartres = c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty);
            _dreux = c.OpenSite("Dreux", "Europe/Paris", PostalAddress.Empty);
        });
        var screw = await _world.AProductAsync("VH-M8-30-ZN");
        await _world.StoreAsync(db => db.Add(new ContractPrice(_client.Id, screw.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null)));
        var closed = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new()
        {
            SiteId = _chartres.Id,
            Sentence = "Pas de livraison les mercredis et jeudis",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday },
        });
        Assert.True(closed.IsOk, closed.Refusal?.ToString());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Naming_the_site_judges_the_order_by_what_that_site_requires()
    {
        var order = await PlaceAsync();
        Assert.DoesNotContain(order.Findings, f => f.Kind == DeliveryDays.KindName);

        var corrected = await CorrectedAsync(order, form => form.SiteId = _chartres.Id);

        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(corrected.Findings, f => f.Kind == DeliveryDays.KindName).After!.DeliverOn);
        Assert.Equal(order.Version + 1, corrected.Version);
    }

    [Fact]
    public async Task What_a_program_accepts_or_waives_names_no_member()
    {
        var order = await PlaceAsync(site: _chartres.Id, price: 7.90m);
        var (date, price) = (order.Findings.First(f => f.Kind == DeliveryDays.KindName), order.Findings.First(f => f.Kind == FindingKinds.PriceDiffers));
        await using var program = _world.AsKey();

        Assert.True((await program.Get<AcceptFinding>().ExecuteAsync(order.Id, date.Id, null)).IsOk);
        Assert.True((await program.Get<WaiveFinding>().ExecuteAsync(order.Id, price.Id, new("Accord", "Karim Haddad"), null)).IsOk);

        var findings = await _world.ReadAsync(async db => (await db.Orders.Include(o => o.Findings).SingleAsync(o => o.Id == order.Id)).Findings);
        Assert.Equal([(null, FindingState.Accepted), (null, FindingState.Waived)], findings.OrderBy(f => f.State).Select(f => (f.AcceptedBy ?? f.Waiver?.MemberId, f.State)));
    }

    [Fact]
    public async Task A_price_put_right_differs_no_more_and_other_decisions_stay()
    {
        var order = await PlaceAsync(site: _chartres.Id, price: 7.90m);
        var date = Assert.Single(order.Findings, f => f.Kind == DeliveryDays.KindName);
        order = (await _world.Get<AcceptFinding>().ExecuteAsync(order.Id, date.Id, order.Version)).Value!;

        var corrected = await CorrectedAsync(order, form => form.Lines["10"].NetPrice = 8.40m);

        Assert.DoesNotContain(corrected.Findings, f => f.Kind == FindingKinds.PriceDiffers);
        Assert.Equal(FindingState.Accepted, Assert.Single(corrected.Findings, f => f.Kind == DeliveryDays.KindName).State);
        Assert.Equal(420.00m, corrected.TotalNet);
    }

    [Fact]
    public async Task A_code_explained_once_is_known_the_next_time_when_asked_to_be()
    {
        var order = await PlaceAsync(code: "4711");
        Assert.Contains(order.Findings, f => f.Kind == FindingKinds.UnknownProduct);

        var corrected = await CorrectedAsync(order, form => (form.Lines["10"].ProductCode, form.LearnCodes) = ("VH-M8-30-ZN", true));
        Assert.Equal(("VH-M8-30-ZN", "4711"), (corrected.Lines[0].ProductCode, corrected.Lines[0].BuyerCode));
        Assert.DoesNotContain(corrected.Findings, f => f.Kind == FindingKinds.UnknownProduct);

        Assert.Equal("VH-M8-30-ZN", (await PlaceAsync(code: "4711")).Lines[0].ProductCode);
    }

    [Fact]
    public async Task What_does_not_exist_is_refused_and_nothing_changes()
    {
        var order = await PlaceAsync();

        Assert.IsType<UnknownProductCode>((await CorrectAsync(order, form => form.Lines["10"].ProductCode = "NOBODY")).Refusal);
        Assert.IsType<NoSuchLine>((await CorrectAsync(order, form => form.Lines["99"] = new() { BuyerCode = "X" })).Refusal);
        Assert.IsType<Invalid>((await CorrectAsync(order, form => form.Lines["10"].Quantity = -1)).Refusal);
        Assert.IsType<NoSuchSite>((await CorrectAsync(order, form => form.SiteId = Ids.New<SiteId>())).Refusal);
        Assert.Equal(order.Version, (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Version);
    }

    [Fact]
    public async Task A_day_agreed_for_one_line_counts_for_a_client_that_wants_one_delivery()
    {
        Assert.True((await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new()
        {
            Sentence = "Une seule livraison par commande",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.AutoFix,
            Rule = new PartialDelivery { Allowed = false },
        })).IsOk);
        var order = (await _world.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = _client.Id,
            SiteId = _chartres.Id,
            RequestedOn = _wednesday.AddDays(-1),
            Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100 }, new() { ProductCode = "VH-M8-30-ZN", Quantity = 200, RequestedOn = _wednesday }],
        })).Value!;
        Assert.All(order.Lines, line => Assert.Equal(_wednesday.AddDays(2), line.PromisedOn));

        var closed = order.Findings.Single(f => f.Kind == DeliveryDays.KindName);
        var waived = (await _world.Get<WaiveFinding>().ExecuteAsync(order.Id, closed.Id, new("Pour cette fois", "Karim Haddad"), null)).Value!;

        Assert.Single(waived.Lines.Select(line => line.PromisedOn).Distinct());
    }

    [Fact]
    public async Task Once_confirmed_an_order_is_corrected_no_more()
    {
        var order = await PlaceAsync(site: _dreux.Id);
        order = (await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Value!;

        Assert.IsType<OrderNotToReview>((await CorrectAsync(order, form => form.CustomerReference = "X")).Refusal);
    }

    [Fact]
    public async Task The_review_tells_who_did_what()
    {
        var me = await _world.AMemberAsync("Claire Morel", Role.Adv);
        await using var claire = await _world.AsAsync(me, Role.Adv);
        var order = await PlaceAsync();
        Assert.True((await claire.Get<CorrectOrder>().ExecuteAsync(order.Id, Changed(form => form.CustomerReference = "4500187343"), order.Version)).IsOk);

        var review = (await claire.Get<ReadReview>().ExecuteAsync(order.Id)).Value!;

        Assert.Equal(("CorrectOrder", "Claire Morel"), (review.Story[0].UseCase, review.Story[0].By));
        Assert.Equal(("Hydraulique Chartraine", 2), (review.ClientName, review.Sites.Count));
    }

    private async Task<OrderView> PlaceAsync(SiteId? site = null, decimal price = 8.40m, string code = "VH-M8-30-ZN") => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        SiteId = site,
        CustomerReference = Guid.CreateVersion7().ToString("N"),
        RequestedOn = _wednesday,
        Lines = [new() { BuyerCode = code, Quantity = 5000, NetPrice = price, PriceBaseQuantity = 100 }],
    })).Value!;

    private Task<Result<OrderView>> CorrectAsync(OrderView order, Action<CorrectOrder.Form> change) => _world.Get<CorrectOrder>().ExecuteAsync(order.Id, Changed(change), order.Version);

    private async Task<OrderView> CorrectedAsync(OrderView order, Action<CorrectOrder.Form> change)
    {
        var result = await CorrectAsync(order, change);
        Assert.True(result.IsOk, result.Refusal?.ToString());

        return result.Value;
    }

    private static Func<CorrectOrder.Form, Result<CorrectOrder.Form>> Changed(Action<CorrectOrder.Form> change) => form =>
    {
        change(form);
        return form;
    };
}
