using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>An order that stands, changed without a document of the client's. It is Monday 23 November 2026.</summary>
public sealed class AmendOrderTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _tuesday = new(2026, 12, 1);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c =>
        {
            c.OpenSite("Chartres", "Europe/Paris", PostalAddress.Empty);
            c.OpenSite("Dreux", "Europe/Paris", PostalAddress.Empty);
        });

        foreach (var code in new[] { "VH-M8-30-ZN", "RP-M8-ZN", "EH-M8-ZN" })
        {
            var product = await _world.AProductAsync(code);
            await _world.StoreAsync(db => db.Add(new ContractPrice(_client.Id, product.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null)));
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_we_change_is_reviewed_and_confirmed_in_a_new_version_that_says_the_difference()
    {
        var (order, seen) = await AConfirmedOrderAsync();
        var amended = (await AmendAsync(order, seen with { Lines = [seen.Lines[0] with { Quantity = 6000 }, ALine("30", "EH-M8-ZN", 200)] }, order.Version)).Value!;

        Assert.Equal((OrderStatus.ToReview, 2, order.Version + 1), (amended.Status, amended.Revision, amended.Version));
        Assert.Equal([("10", 6000m), ("30", 200m)], amended.Lines.Select(l => (l.LineNo, l.Quantity)));
        Assert.Equal((null, AmendmentSide.Client, "Appel de Nathalie", _world.Me), Assert.Single(amended.Amendments) is var kept ? (kept.DocumentId, kept.Side, kept.Note, kept.By!.Value) : default);

        var confirmed = (await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, amended.Version)).Value!;
        var answer = (await _world.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal((OrderStatus.Confirmed, 2, ChangeAnswer.Taken), (confirmed.Status, answer.Version, answer.Answers!.Answer));
        Assert.Equal([("10", LineStatus.Changed, 5000m), ("30", LineStatus.Added, 0m), ("20", LineStatus.Deleted, 300m)], answer.Lines.Select(l => (l.LineNo, l.LineStatus, l.Before?.Quantity ?? 0)));
    }

    [Fact]
    public async Task What_we_want_ourselves_is_told_as_ours_and_not_as_asked_for()
    {
        var (order, seen) = await AConfirmedOrderAsync();
        var amended = (await AmendAsync(order, seen with { Lines = [seen.Lines[0] with { Quantity = 4000 }, ALine("30", "EH-M8-ZN", 200)] }, order.Version, AmendmentSide.Us)).Value!;
        await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, amended.Version);
        var answer = (await _world.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;

        Assert.Equal((null, AcknowledgementStatus.AcceptedWithAmendment), (answer.Answers, answer.Status));
        Assert.Equal([("10", LineStatus.Changed), ("30", LineStatus.Added), ("20", LineStatus.NotAccepted)], answer.Lines.Select(l => (l.LineNo, l.LineStatus)));
        Assert.Equal((0m, 200m), (answer.Lines[1].OrderedQuantity, answer.Lines[1].PromisedQuantity));
    }

    [Fact]
    public async Task A_dearer_price_than_agreed_is_a_finding_as_ever_and_a_reason_is_needed_for_anything()
    {
        var (order, seen) = await AConfirmedOrderAsync();
        var wanted = seen with { Lines = [seen.Lines[0] with { NetPrice = 9.10m }, seen.Lines[1]] };

        Assert.Equal(["Reason", "Side"], Assert.IsType<Invalid>((await _world.Get<AmendOrder>().ExecuteAsync(order.Id, new() { Terms = wanted }, order.Version)).Refusal).Fields.Keys.Order(StringComparer.Ordinal));

        var amended = (await AmendAsync(order, wanted, order.Version)).Value!;
        Assert.Contains(amended.Findings, f => f is { Kind: FindingKinds.PriceDiffers, LineNo: "10", State: FindingState.Open });
    }

    [Fact]
    public async Task A_version_that_nobody_has_heard_of_is_taken_back_also_when_an_earlier_one_has_left()
    {
        await _world.StoreAsync(async db => (await db.Clients.AsTracking().SingleAsync(c => c.Id == _client.Id)).Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique.example", null, null));
        var (order, seen) = await AConfirmedOrderAsync();
        await _world.StoreAsync(async db => (await db.Outbox.AsTracking().Where(m => m.SubjectId == order.Id.Value).ToListAsync()).ForEach(mail =>
        {
            mail.Start();
            mail.Sent(_world.Clock.GetUtcNow());
        }));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await AmendAsync(order, seen with { Lines = [seen.Lines[0] with { Quantity = 6000 }, seen.Lines[1]] }, order.Version)).Value!;
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        var confirmed = (await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, second.Version)).Value!;
        var terms = (await _world.Get<ReadOrderTerms>().ExecuteAsync(order.Id)).Value!.Terms;
        var third = (await AmendAsync(confirmed, terms with { Lines = [terms.Lines[0] with { Quantity = 7000 }, terms.Lines[1]] }, confirmed.Version, seen: terms)).Value!;

        Assert.Equal((OrderStatus.ToReview, 2), (third.Status, third.Revision));
        Assert.Equal([2, 2], third.Amendments.Select(a => a.Revision));
    }

    [Fact]
    public async Task Of_two_people_at_once_each_keeps_what_only_they_changed()
    {
        var (order, seen) = await AConfirmedOrderAsync();
        Assert.True((await AmendAsync(order, seen with { Lines = [seen.Lines[0] with { Quantity = 6000 }, seen.Lines[1]] }, order.Version, seen: seen)).IsOk);

        var merged = (await AmendAsync(order, seen with { CustomerReference = "4500187342-B", Lines = [seen.Lines[0] with { RequestedOn = _tuesday }, seen.Lines[1] with { Quantity = 400 }] }, order.Version, seen: seen)).Value!;

        Assert.Equal(("4500187342-B", 6000m, _tuesday, 400m), (merged.CustomerReference, merged.Lines[0].Quantity, merged.Lines[0].RequestedOn, merged.Lines[1].Quantity));
    }

    [Fact]
    public async Task What_both_changed_is_refused_by_field_with_both_values_and_nothing_is_changed()
    {
        var (order, seen) = await AConfirmedOrderAsync();
        var first = (await AmendAsync(order, seen with { SiteId = _client.Sites[1].Id, Lines = [seen.Lines[0] with { Quantity = 6000 }, seen.Lines[1]] }, order.Version, seen: seen)).Value!;

        var quantity = Assert.IsType<ChangedByBoth>((await AmendAsync(order, seen with { Lines = [seen.Lines[0] with { Quantity = 5500 }, seen.Lines[1]] }, order.Version, seen: seen)).Refusal);
        Assert.Equal(new TermsChange("10", TermsField.Quantity, 5500m, 6000m), quantity.Change);

        var site = Assert.IsType<ChangedByBoth>((await AmendAsync(order, seen with { SiteId = null }, order.Version, seen: seen)).Refusal);
        Assert.Equal(new TermsChange(null, TermsField.Site, null, "Dreux"), site.Change);
        Assert.Equal(first.Version, (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Version);
    }

    [Fact]
    public async Task Whoever_does_not_say_what_they_saw_is_told_that_it_changed()
    {
        var (order, seen) = await AConfirmedOrderAsync();
        await AmendAsync(order, seen with { CustomerReference = "A" }, order.Version);

        Assert.IsType<ChangedMeanwhile>((await AmendAsync(order, seen with { CustomerReference = "B" }, order.Version)).Refusal);
        Assert.IsType<AmendmentChangesNothing>((await AmendAsync(order, seen with { CustomerReference = "A" }, null)).Refusal);
    }

    [Fact]
    public async Task What_has_left_stays_and_an_unknown_article_is_refused()
    {
        var (order, seen) = await AConfirmedOrderAsync();
        Assert.Equal(new UnknownProductCode("NIX"), (await AmendAsync(order, seen with { Lines = [.. seen.Lines, ALine("30", "NIX", 1)] }, order.Version)).Refusal);

        await _world.StoreAsync(async db => (await db.Orders.AsTracking().Include(o => o.Lines).SingleAsync(o => o.Id == order.Id)).Ship(new Dictionary<string, decimal> { ["10"] = 2000 }, ShippingTerms.Usual));
        Assert.Equal(new LineHasShipped("10", 2000), (await AmendAsync(order, seen with { Lines = [seen.Lines[0] with { Quantity = 1000 }, seen.Lines[1]] }, null)).Refusal);
    }

    [Fact]
    public async Task It_goes_to_the_database_four_times_at_most()
    {
        var (order, seen) = await AConfirmedOrderAsync();

        Assert.InRange((await RoundTrips.OfAsync(() => AmendAsync(order, seen with { CustomerReference = "A" }, order.Version))).Count, 1, 4);
    }

    private Task<Result<OrderView>> AmendAsync(OrderView order, OrderTerms wanted, int? version, AmendmentSide side = AmendmentSide.Client, OrderTerms? seen = null) =>
        _world.Get<AmendOrder>().ExecuteAsync(order.Id, new() { Reason = "Appel de Nathalie", Side = side, Seen = seen, Terms = wanted }, version);

    private static OrderTerms.Line ALine(string no, string product, decimal quantity) => new(no, product, null, quantity, null, null, null, null);

    private async Task<(OrderView Order, OrderTerms Seen)> AConfirmedOrderAsync()
    {
        var placed = (await _world.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = _client.Id,
            SiteId = _client.Sites[0].Id,
            CustomerReference = "4500187342",
            RequestedOn = _tuesday.AddDays(-1),
            Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000 }, new() { LineNo = "20", ProductCode = "RP-M8-ZN", Quantity = 300 }],
        })).Value!;
        var confirmed = await _world.Get<ConfirmOrder>().ExecuteAsync(placed.Id, placed.Version);
        Assert.True(confirmed.IsOk, confirmed.Refusal?.ToString());

        // The client has the first version: nobody takes it back any more.
        _world.Clock.Advance(TimeSpan.FromMinutes(1));

        return (confirmed.Value, (await _world.Get<ReadOrderTerms>().ExecuteAsync(placed.Id)).Value!.Terms);
    }
}
