using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>What is promised after the confirmation, held, closed short: as pages and programs do it. It is Monday 23 November 2026.</summary>
public sealed class PromiseTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _tuesday = new(2026, 11, 24);
    private static readonly DateOnly _friday = new(2026, 11, 27);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
        await _world.AProductAsync("RP-M8-ZN");
        var created = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new()
        {
            SiteId = _client.Sites[0].Id,
            Sentence = "Pas de livraison les mercredis et jeudis",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday },
        });
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_promise_moves_with_its_cause_and_is_read_in_the_ledger()
    {
        var order = await AConfirmedOrderAsync();
        var moved = (await _world.Get<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = _friday, Cause = PromiseCause.Supplier, Note = "Zingage retardé" }, order.Version)).Value!;
        var read = (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!;

        Assert.Equal((_friday, 2, order.Version + 1), (moved.PromisedOn, moved.Revision, moved.Version));
        Assert.Equal([(_tuesday, _tuesday, PromiseCause.First), (_tuesday, _tuesday, PromiseCause.First), (_tuesday, _friday, PromiseCause.Supplier), (_tuesday, _friday, PromiseCause.Supplier)],
            read.Promises.Select(p => (p.Was ?? p.Now!.Value, p.Now!.Value, p.Cause)));
        Assert.All(read.Promises.TakeLast(2), p => Assert.Equal((_world.Me, PromiseSide.Us, "Zingage retardé"), (p.By, p.Side, p.Note)));
    }

    [Fact]
    public async Task A_closed_day_is_refused_with_the_first_that_is_not_and_moves_nothing()
    {
        var order = await AConfirmedOrderAsync();
        var form = new Repromise.Form
        {
            Cause = PromiseCause.Production,
            Lines = [new() { LineNo = "20", Parts = [new() { DeliverOn = _friday }] }, new() { LineNo = "10", Parts = [new() { DeliverOn = new(2026, 11, 25) }] }],
        };

        Assert.Equal(new PromiseNotPossible("10", new(2026, 11, 25), _friday), (await _world.Get<Repromise>().ExecuteAsync(order.Id, form, order.Version)).Refusal);
        Assert.Equal((order.Version, _tuesday), ((await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value! is var now ? (now.Version, now.PromisedOn) : default));
    }

    [Fact]
    public async Task A_line_is_split_over_two_days()
    {
        var order = await AConfirmedOrderAsync();
        var split = (await _world.Get<Repromise>().ExecuteAsync(
            order.Id,
            new() { Cause = PromiseCause.StockShortage, Lines = [new() { LineNo = "10", Parts = [new() { Quantity = 4000, DeliverOn = _tuesday }, new() { Quantity = 1000, DeliverOn = _friday }] }] },
            order.Version)).Value!;

        Assert.Equal([(4000m, _tuesday), (1000m, _friday)], split.Lines[0].Schedule.Select(part => (part.Quantity, part.DeliverOn)));
        Assert.Equal((_tuesday, _friday), (split.NextDueOn, split.PromisedOn));
    }

    [Fact]
    public async Task Where_the_goods_are_late_the_first_day_that_suits_everybody_is_offered_with_its_reasons()
    {
        var order = await AConfirmedOrderAsync();
        var told = (await _world.Get<TellReadiness>().ExecuteAsync(order.Id, new() { LineNo = "10", ReadyOn = _tuesday, Note = "Zingage attendu" }, order.Version)).Value!;
        Assert.True(told.IsThreatened);

        var days = (await _world.Get<ReadArrivalDays>().ExecuteAsync(order.Id, from: null)).Value!;

        // It leaves on Tuesday; Wednesday and Thursday the site is closed.
        Assert.Equal((_friday, "Zingage attendu"), (days[0].First, days[0].Ready!.Note));
        Assert.Contains(days[0].Trace, step => step is { Why: WhyNot.Closed, RequirementNumber: "EX-001" });
        Assert.Equal(_tuesday, days[1].First);
    }

    [Fact]
    public async Task A_form_that_says_too_little_is_answered_field_by_field()
    {
        var order = await AConfirmedOrderAsync();

        Assert.Equal(["Cause", "Lines"], Fields(await _world.Get<Repromise>().ExecuteAsync(order.Id, new(), order.Version)));
        Assert.Equal(["Note"], Fields(await _world.Get<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = _friday, Cause = PromiseCause.Other }, order.Version)));
        Assert.Equal(["Reason"], Fields(await _world.Get<HoldOrder>().ExecuteAsync(order.Id, new(), order.Version)));
        Assert.Equal(["Reason"], Fields(await _world.Get<CloseShort>().ExecuteAsync(order.Id, new(), order.Version)));

        static IEnumerable<string> Fields(Result<OrderView> result) => Assert.IsType<Invalid>(result.Refusal).Fields.Keys.Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_held_order_is_released_by_whom_it_was_held_for()
    {
        var order = await AConfirmedOrderAsync();
        var held = (await _world.Get<HoldOrder>().ExecuteAsync(order.Id, new() { Reason = HoldReason.Credit, Release = HoldRelease.Finance, Until = _friday }, order.Version)).Value!;
        Assert.Equal((OrderStatus.OnHold, HoldReason.Credit, _friday), (held.Status, held.Hold!.Reason, held.Hold.Until!.Value));

        await using var adv = await _world.AsAsync(await _world.AMemberAsync("Claire", Role.Adv), Role.Adv);
        await using var finance = await _world.AsAsync(await _world.AMemberAsync("Julien", Role.Finance), Role.Finance);
        await using var reader = await _world.AsAsync(await _world.AMemberAsync("Rémi", Role.Reader), Role.Reader);
        Assert.Equal(new NotYoursToRelease(HoldRelease.Finance), (await adv.Get<ReleaseOrder>().ExecuteAsync(order.Id, held.Version)).Refusal);

        adv.Clock.SetUtcNow(new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
        reader.Clock.SetUtcNow(adv.Clock.GetUtcNow());
        Assert.Equal(new NotYoursToRelease(HoldRelease.Anybody), (await reader.Get<ReleaseOrder>().ExecuteAsync(order.Id, held.Version)).Refusal);

        Assert.Equal(OrderStatus.Confirmed, (await finance.Get<ReleaseOrder>().ExecuteAsync(order.Id, held.Version)).Value!.Status);
    }

    [Fact]
    public async Task A_line_is_closed_short_and_the_order_goes_on_without_it()
    {
        var order = await AConfirmedOrderAsync();
        var closed = (await _world.Get<CloseShort>().ExecuteAsync(order.Id, new() { Lines = ["20"], Reason = "Plus fabriqué" }, order.Version)).Value!;

        Assert.Equal((LineStanding.Cancelled, 0m, 300m), (closed.Lines[1].Standing, closed.Lines[1].OutstandingQuantity, closed.Lines[1].CancelledQuantity));
        Assert.DoesNotContain(OrderAct.TakeShipmentBack, closed.Acts);
    }

    private Task<OrderView> AConfirmedOrderAsync() => _world.ConfirmedAsync(new()
    {
        ClientId = _client.Id,
        SiteId = _client.Sites[0].Id,
        CustomerReference = "4500187342",
        RequestedOn = _tuesday,
        Lines =
        [
            new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 },
            new() { LineNo = "20", ProductCode = "RP-M8-ZN", Quantity = 300, NetPrice = 1 },
        ],
    });
}
