using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Requirements;

public sealed class RehearsalTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _thursday = new(2026, 11, 26);
    private static readonly DateOnly _friday = new(2026, 11, 27);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Only_orders_that_would_have_come_out_otherwise_are_told_of()
    {
        var onThursday = await PlaceAsync(_thursday);
        await PlaceAsync(_friday);

        var rehearsal = await RehearseAsync(Form(new DeliveryDays { Closed = Weekdays.Thursday }));

        Assert.Equal((2, 1, 1, 0), (rehearsal.Examined, rehearsal.Changed, rehearsal.Unchanged, rehearsal.Conflicts));
        var changed = Assert.Single(rehearsal.Orders);
        Assert.Equal((onThursday.Id, _thursday, _friday), (changed.OrderId, changed.DateBefore, changed.DateAfter));
        Assert.Equal(MessageKeys.DeliveryMoved, changed.Explanation!.Key);
    }

    [Fact]
    public async Task An_order_that_came_long_ago_is_tried_on_the_day_it_came()
    {
        await PlaceAsync(_thursday);
        _world.Clock.Advance(TimeSpan.FromDays(200));

        Assert.Equal(_friday, Assert.Single((await RehearseAsync(Form(new DeliveryDays { Closed = Weekdays.Thursday }))).Orders).DateAfter);
        Assert.Equal(0, (await RehearseAsync(Form(new DeliveryDays { Closed = Weekdays.Monday }))).Changed);
    }

    [Fact]
    public async Task A_revision_is_held_against_what_it_would_replace()
    {
        await PlaceAsync(_thursday);
        var wednesdays = (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new() { Sentence = "Pas le mercredi", Source = new(SourceKind.Email, "Karim Haddad"), Severity = Severity.Block, Rule = new DeliveryDays { Closed = Weekdays.Wednesday } })).Value!;
        await PlaceAsync(new(2026, 11, 25));

        var same = Form(new DeliveryDays { Closed = Weekdays.Wednesday });
        (same.RequirementId, same.Severity) = (wednesdays.Id, Severity.Block);
        Assert.Equal((2, 0), (await RehearseAsync(same)) is var unchanged ? (unchanged.Examined, unchanged.Changed) : default);

        same.Rule = new DeliveryDays { Closed = Weekdays.Thursday };
        Assert.Equal(2, (await RehearseAsync(same)).Changed);
    }

    [Theory]
    [InlineData("Closed", "2026-11-26")]
    [InlineData("Confirmed", "2026-11-27")]
    public async Task What_is_past_is_held_against_the_calendars_of_its_day_and_what_is_open_against_those_of_today(string status, string before)
    {
        await PlaceAsync(_thursday);
        await _world.StoreAsync(db => db.Database.ExecuteSqlAsync($"update orders set status = {status}"));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var kept = (await _world.Get<ReadShippingCalendars>().ExecuteAsync()).Value!;
        kept.Calendars.Own.Closures.Add(new() { From = _thursday.AddDays(-1), Until = _thursday.AddDays(-1), Name = "Inventaire" });
        Assert.True((await _world.Get<ChangeShippingCalendars>().ExecuteAsync(kept.Calendars, null)).IsOk);

        // What cannot leave on the eve is not there on Thursday, whatever the client says.
        Assert.Equal(before, $"{Assert.Single((await RehearseAsync(Form(new DeliveryDays { Closed = Weekdays.Thursday | Weekdays.Friday }))).Orders).DateBefore:O}");
    }

    [Fact]
    public async Task Codes_and_labels_that_would_be_new_count_as_changes()
    {
        await PlaceAsync(_friday);

        Assert.Equal(1, Assert.Single((await RehearseAsync(Form(new ProductCode { Prefix = "0A-" }))).Orders).CodesChanged);
        Assert.Equal(1, (await RehearseAsync(Form(new Labelling { Symbology = Symbology.Qr }, Moments.Labelling))).Changed);
    }

    [Fact]
    public async Task A_quantity_raised_since_is_tried_as_it_was_ordered()
    {
        var packs = (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new()
        {
            Sentence = "Nos commandes sont des multiples de 60",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.AutoFix,
            Rule = new Packaging { MultipleOf = 60 },
        })).Value!;
        Assert.Equal(120, (await PlaceAsync(_friday)).Lines[0].Quantity);

        var fifty = Form(new Packaging { MultipleOf = 50 });
        fifty.RequirementId = packs.Id;

        // 100 as ordered is a multiple of 50: nothing would have been said.
        Assert.Null(Assert.Single((await RehearseAsync(fifty)).Orders).Explanation);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_rehearsal()
    {
        var before = await PlaceAsync(_thursday);

        await RehearseAsync(Form(new DeliveryDays { Closed = Weekdays.Thursday }));

        Assert.Empty((await _world.Get<ReadRequirementBook>().ExecuteAsync(new(RequirementBookView.All))).Value!.Page.Items);
        Assert.Equal(before.Version, (await _world.Get<ReadOrder>().ExecuteAsync(before.Id)).Value!.Version);
    }

    [Fact]
    public async Task A_rule_that_makes_no_sense_is_not_tried()
    {
        Assert.IsType<ClosesEveryDay>((await _world.Get<RehearseRequirement>().ExecuteAsync(Form(new DeliveryDays { Closed = Weekdays.All }))).Refusal);
        Assert.Equal(["ClientId", "Rule"], Assert.IsType<Invalid>((await _world.Get<RehearseRequirement>().ExecuteAsync(new())).Refusal).Fields.Keys.Order());

        await using var reader = await _world.AsAsync(await _world.AMemberAsync("Hugo Lambert", Role.Reader), Role.Reader);
        Assert.IsType<NotAllowed>((await reader.Get<RehearseRequirement>().ExecuteAsync(Form(new DeliveryDays { Closed = Weekdays.Thursday }))).Refusal);
    }

    private RehearsalForm Form(Rule rule, Moments? moments = null) => new() { ClientId = _client.Id, Severity = Severity.AutoFix, Moments = moments, Rule = rule };

    private async Task<Rehearsal> RehearseAsync(RehearsalForm form)
    {
        var rehearsed = await _world.Get<RehearseRequirement>().ExecuteAsync(form);
        Assert.True(rehearsed.IsOk, rehearsed.Refusal?.ToString());

        return rehearsed.Value;
    }

    private async Task<OrderView> PlaceAsync(DateOnly day) => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = $"45001873-{Guid.CreateVersion7():N}"[..30],
        RequestedOn = day,
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 1 }],
    })).Value!;
}
