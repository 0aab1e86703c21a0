using AdvPortal.Application.Day;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Imports;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Application.Tests.Imports;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Deliveries;

/// <summary>What our calendar, the carrier's and a full day do to promises and plans. It is Monday 23 November 2026.</summary>
public sealed class CalendarTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _third = new(2026, 12, 3);
    private static readonly DateOnly _fifteenth = new(2026, 12, 15);

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
    public async Task Orders_are_promised_by_our_closures_and_the_usual_carrier_and_say_why()
    {
        await CloseAsync();
        var order = await DoneAsync<PlaceOrder, OrderView>(it => it.ExecuteAsync(AnOrder(_third)));

        Assert.Equal((_fifteenth, new DateOnly(2026, 12, 14)), (order.Lines[0].PromisedOn, order.Lines[0].ShipOn));
        var found = Assert.Single(order.Findings, finding => finding.Kind == FindingKinds.DateNotServed);
        Assert.Contains(found.Trace, step => step is { Stage: DateStage.OwnCalendar, Why: WhyNot.OwnClosed });

        await ChangeAsync(form => form.Carriers.Add(new() { Name = "Heppner", WorkingDays = 2, IsUsual = true }));
        Assert.Equal(new DateOnly(2026, 12, 16), (await DoneAsync<PlaceOrder, OrderView>(it => it.ExecuteAsync(AnOrder(_third)))).Lines[0].PromisedOn);
    }

    [Fact]
    public async Task A_closure_that_comes_later_puts_promises_at_risk_and_moves_none()
    {
        var (inside, outside) = (await ConfirmedAsync(_third), await ConfirmedAsync(new(2026, 11, 26)));
        Assert.Equal(0, await _world.Get<WatchPromises>().ExecuteAsync());

        await CloseAsync();
        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal(0, await _world.Get<WatchPromises>().ExecuteAsync());

        var threatened = await OrderAsync(inside.Id);
        Assert.Equal((new PromiseBarrier("10", _third, WhyNot.OwnClosed), true, _third), (threatened.Barrier, threatened.IsThreatened, threatened.NextDueOn!.Value));
        Assert.Equal(inside.Promises.Count, threatened.Promises.Count);
        Assert.Equal(_fifteenth, (await DoneAsync<ReadReview, ReviewView>(it => it.ExecuteAsync(inside.Id))).NextPossible);
        Assert.False((await OrderAsync(outside.Id)).IsThreatened);
        Assert.Equal([inside.Id], (await DoneAsync<ReadOrderBook, ReadOrderBook.Book>(it => it.ExecuteAsync(new() { View = OrderBookView.AtRisk }))).Rows.Select(row => row.Id));

        // Open again, nothing is in its way.
        await ChangeAsync(form => form.Own.Closures.Clear());
        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal((null, false), ((await OrderAsync(inside.Id)).Barrier, (await OrderAsync(inside.Id)).IsThreatened));
    }

    [Fact]
    public async Task A_requirement_that_comes_later_puts_its_clients_promises_at_risk()
    {
        var other = await _world.AClientAsync(arrange: c => c.OpenSite("Dépôt", "Europe/Paris", PostalAddress.Empty));
        var (theirs, ours) = (await ConfirmedAsync(_third), await _world.ConfirmedAsync(AnOrder(_third, other)));
        Assert.Equal(0, await _world.Get<WatchPromises>().ExecuteAsync());

        await DoneAsync<CreateRequirement, RequirementView>(it => it.ExecuteAsync(_client.Id, new()
        {
            SiteId = _client.Sites[0].Id,
            Sentence = "Rien le jeudi",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Thursday },
        }));
        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal(new PromiseBarrier("10", _third, WhyNot.Closed, 1), (await OrderAsync(theirs.Id)).Barrier);
        Assert.Null((await OrderAsync(ours.Id)).Barrier);
    }

    [Fact]
    public async Task What_is_let_go_or_confirmed_once_a_day_is_closed_is_looked_at_then()
    {
        var (held, placed) = (await ConfirmedAsync(_third), await DoneAsync<PlaceOrder, OrderView>(it => it.ExecuteAsync(AnOrder(_third))));
        await DoneAsync<HoldOrder, OrderView>(it => it.ExecuteAsync(held.Id, new() { Reason = HoldReason.Credit, Note = "Impayé" }, null));
        await CloseAsync();
        Assert.Equal(0, await _world.Get<WatchPromises>().ExecuteAsync());

        await DoneAsync<ReleaseOrder, OrderView>(it => it.ExecuteAsync(held.Id, null));
        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        await DoneAsync<ConfirmOrder, OrderView>(it => it.ExecuteAsync(placed.Id, null));
        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal((WhyNot.OwnClosed, WhyNot.OwnClosed), ((await OrderAsync(held.Id)).Barrier!.Why, (await OrderAsync(placed.Id)).Barrier!.Why));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_comes_back_once_its_day_is_closed_is_looked_at_then(bool neverLeft)
    {
        var order = await ConfirmedAsync(_third);
        var delivery = await DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _third }));
        delivery = await DoneAsync<PackDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new(), delivery.Version));
        delivery = await DoneAsync<ShipDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new(), delivery.Version));
        await CloseAsync();
        Assert.Equal(0, await _world.Get<WatchPromises>().ExecuteAsync());

        _ = neverLeft
            ? await DoneAsync<VoidDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new() { Reason = "Camion en panne" }, delivery.Version))
            : await DoneAsync<RefuseDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new() { ReceivedBy = "Karim Haddad", Because = RefusedBecause.Closed, SendAgain = true }, delivery.Version));
        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal(new PromiseBarrier("10", _third, WhyNot.OwnClosed), (await OrderAsync(order.Id)).Barrier);
    }

    [Fact]
    public async Task An_order_that_is_late_with_one_line_is_warned_of_the_others()
    {
        var form = AnOrder(new(2026, 11, 24));
        form.Lines.Add(new() { LineNo = "20", ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 8.40m, PriceBaseQuantity = 100, RequestedOn = _third });
        var order = await _world.ConfirmedAsync(form);
        _world.Clock.Advance(TimeSpan.FromDays(3));
        await CloseAsync();

        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal(new PromiseBarrier("20", _third, WhyNot.OwnClosed), (await OrderAsync(order.Id)).Barrier);
    }

    [Fact]
    public async Task A_list_of_requirements_is_news_and_a_list_of_prices_is_none()
    {
        var order = await ConfirmedAsync(_third);
        await _world.Get<WatchPromises>().ExecuteAsync();
        await _world.SaveAsync(_ => Task.FromResult(Result.Ok));
        var idle = await RoundTrips.OfAsync(() => _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal([ImportOutcome.Create], (await _world.ImportAsync(ImportKind.Products, "code;nom;unité\nVH-M10-40;Vis;PCE\n")).Outcomes());
        Assert.Equal(idle.Count, (await RoundTrips.OfAsync(() => _world.Get<WatchPromises>().ExecuteAsync())).Count);

        await _world.ImportAsync(ImportKind.Requirements, $"Client;Phrase;Dit par\n{_client.Code};Pas de livraison le jeudi;Karim Haddad\n");
        Assert.Equal(1, await _world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal(WhyNot.Closed, (await OrderAsync(order.Id)).Barrier!.Why);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_can_no_longer_leave_in_time_is_at_risk_wherever_it_is_shown(bool carrierHasCome)
    {
        // Promised for Tuesday, it leaves on Monday, which is today: the carrier has come, or we are closed.
        var order = await ConfirmedAsync(new(2026, 11, 24));
        await ShownAsync(PromiseStanding.OnTime);

        if (carrierHasCome)
        {
            await _world.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Send(0, 0, null, new(8, 0)));
        }
        else
        {
            await ChangeAsync(form => form.Own.Closures.Add(new() { From = new(2026, 11, 23) }));
        }

        await ShownAsync(PromiseStanding.AtRisk);

        async Task ShownAsync(PromiseStanding standing)
        {
            List<OrderId> atRisk = standing is PromiseStanding.AtRisk ? [order.Id] : [];
            var book = await DoneAsync<ReadOrderBook, ReadOrderBook.Book>(it => it.ExecuteAsync(new() { View = OrderBookView.AtRisk }));
            Assert.Equal(atRisk, book.Rows.Select(row => row.Id));
            Assert.Equal(atRisk.Count, book.Counts[OrderBookView.AtRisk]);
            Assert.All(book.Rows, row => Assert.Equal(standing, row.Standing));
            Assert.Equal(atRisk, (await DoneAsync<ListOrders, Page<OrderView>>(it => it.ExecuteAsync(new(OrderBookView.AtRisk)))).Items.Select(row => row.Id));
            Assert.Equal(standing, (await DoneAsync<ReadOrderPreview, ReadOrderPreview.Preview>(it => it.ExecuteAsync(order.Id))).Standing);
            DateOnly? first = atRisk.Count > 0 ? new(2026, 11, 25) : null;
            Assert.Equal(first, (await DoneAsync<ReadReview, ReviewView>(it => it.ExecuteAsync(order.Id))).NextPossible);
            Assert.Equal(first, (await DoneAsync<ReadOrderPreview, ReadOrderPreview.Preview>(it => it.ExecuteAsync(order.Id))).Next?.AllOn);
            Assert.Equal(first ?? new(2026, 11, 24), Assert.Single(await DoneAsync<ReadArrivalDays, List<ReadArrivalDays.Row>>(it => it.ExecuteAsync(order.Id, null))).First);
            Assert.Equal(atRisk.Count > 0, Assert.Single((await DoneAsync<ListOpenLines, ListOpenLines.OpenLines>(it => it.ExecuteAsync(_client.Id))).Lines).IsThreatened);
            var day = (await _world.AsKey().Get<ReadMyDay>().ExecuteAsync()).Value!;
            Assert.Equal(atRisk.Select(id => id.Value), day.Items.Where(item => item.Kind is DayItemKind.PromiseAtRisk).Select(item => item.SubjectId));
        }
    }

    [Fact]
    public async Task What_a_requirement_would_have_done_is_tried_by_our_calendars()
    {
        await CloseAsync();
        var order = await DoneAsync<PlaceOrder, OrderView>(it => it.ExecuteAsync(AnOrder(_third)));
        var tried = await DoneAsync<RehearseRequirement, Rehearsal>(it => it.ExecuteAsync(new()
        {
            ClientId = _client.Id,
            SiteId = _client.Sites[0].Id,
            Sentence = "Rien le mardi",
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Tuesday },
        }));

        Assert.Equal((order.Id, _fifteenth, _fifteenth.AddDays(1)), tried.Orders.Select(each => (each.OrderId, each.DateBefore!.Value, each.DateAfter!.Value)).Single());
    }

    [Theory]
    [InlineData(CapacityUnit.Deliveries, false)]
    [InlineData(CapacityUnit.Lines, true)]
    public async Task A_day_that_is_full_is_said_or_refused_as_the_company_wants_it(CapacityUnit unit, bool holds)
    {
        await _world.StoreAsync(async db =>
        {
            var settings = await db.TenantSettings.SingleAsync();
            settings.Send(0, 0, 1, null);
            settings.Count(unit, holds);
        });
        var (first, second) = (await ConfirmedAsync(_third), await ConfirmedAsync(_third));
        Assert.Null((await DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [first.Id], ArriveOn = _third }))).Full);

        var planned = await _world.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [second.Id], ArriveOn = _third });
        var full = new DayIsFull(_third.AddDays(-1), 2, 1, unit);
        Assert.Equal(holds ? full : null, planned.Refusal);
        Assert.Equal(holds ? null : new DeliveryView.FullDay(full.Day, 2, 1, unit), planned.Value?.Full);

        // Another day has room; moving there and back again is told as planning is.
        var elsewhere = planned.Value ?? await DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [second.Id], ArriveOn = new(2026, 12, 4) }));
        var moved = await MoveAsync(elsewhere, new(2026, 12, 8));
        Assert.Null(moved.Value!.Full);
        var back = await MoveAsync(moved.Value, _third);
        Assert.Equal((holds ? full : null, !holds), (back.Refusal, back.Value?.Full is not null));
    }

    [Fact]
    public async Task A_delivery_by_another_carrier_goes_by_its_calendar()
    {
        await ChangeAsync(form => form.Carriers.AddRange([new() { Name = "Heppner", IsUsual = true }, new() { Name = "Messagerie du Perche", WorkingDays = 3, Calendar = new() { Days = Weekdays.Monday } }]));
        var (first, second) = (await ConfirmedAsync(_third), await ConfirmedAsync(_third));

        Assert.Equal(_third.AddDays(-1), (await DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [first.Id], ArriveOn = _third }))).ShipOn);
        Assert.Equal(new DateOnly(2026, 11, 30), (await DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [second.Id], ArriveOn = _third, Carrier = "messagerie du perche" }))).ShipOn);
        Assert.IsType<ArrivalNotPossible>((await _world.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [(await ConfirmedAsync(_third)).Id], ArriveOn = new(2026, 12, 4), Carrier = "Messagerie du Perche" })).Refusal);
    }

    // We are closed from 1 to 11 December; the carrier collects from Monday to Thursday.
    [Theory]
    [InlineData("2026-12-01", "2026-12-14")]
    [InlineData("2026-11-27", "2026-11-30")]
    [InlineData("2026-11-28", "2026-11-30")]
    [InlineData("2026-11-26", null)]
    public async Task A_day_of_departure_that_is_named_is_one_on_which_we_work_and_the_carrier_comes(string named, string? next)
    {
        await CloseAsync();
        await ChangeAsync(form => form.Carriers.Add(new() { Name = "Heppner", IsUsual = true, Calendar = new() { Days = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday } }));
        var (shipOn, refusal) = (DateOnly.Parse(named, System.Globalization.CultureInfo.InvariantCulture), next is null ? null : new DepartureNotPossible(DateOnly.Parse(named, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture)));
        var order = await ConfirmedAsync(_fifteenth);

        Assert.Equal(refusal, (await _world.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _fifteenth, ShipOn = shipOn })).Refusal);

        // Moved there it is refused alike; a closure that came after it was planned is no change's.
        var planned = await DoneAsync<PlanDelivery, DeliveryView>(async it => await it.ExecuteAsync(new() { Orders = [(await ConfirmedAsync(_fifteenth)).Id], ArriveOn = _fifteenth }));
        Assert.Equal(refusal, (await ChangeDeliveryAsync(planned, form => form.ShipOn = shipOn)).Refusal);
        await ChangeAsync(form => form.Own.Closures.Add(new() { From = planned.ShipOn, Until = planned.ShipOn, Name = "Pont" }));
        Assert.True((await ChangeDeliveryAsync(planned with { Version = (await DoneAsync<ReadDelivery, DeliveryView>(it => it.ExecuteAsync(planned.Id))).Version }, form => form.TrackingNumber = "T-1")).IsOk);
    }

    [Fact]
    public async Task A_delivery_that_changes_hands_leaves_when_the_other_carrier_comes_or_stays_as_it_was()
    {
        await ChangeAsync(form => form.Carriers.AddRange([new() { Name = "Heppner", IsUsual = true }, new() { Name = "Messagerie du Perche", WorkingDays = 3, Calendar = new() { Days = Weekdays.Monday } }]));
        var (fits, other) = (await PlannedAsync(_third), await PlannedAsync(new(2026, 12, 4)));

        var moved = await HandAsync(fits, "Messagerie du Perche");
        Assert.Equal((new DateOnly(2026, 11, 30), _third), (moved.Value!.ShipOn, moved.Value.ArriveOn));
        Assert.Equal(_third.AddDays(-1), (await HandAsync(moved.Value, "Heppner")).Value!.ShipOn);
        Assert.IsType<ArrivalNotPossible>((await HandAsync(other, "Messagerie du Perche")).Refusal);
        Assert.Equal(other.ShipOn, (await HandAsync(other, "Un inconnu")).Value!.ShipOn);

        // A day that has passed is not reckoned again.
        _world.Clock.Advance(TimeSpan.FromDays(21));
        var late = (await HandAsync(await DoneAsync<ReadDelivery, DeliveryView>(it => it.ExecuteAsync(other.Id)), "Messagerie du Perche")).Value!;
        Assert.Equal(("Messagerie du Perche", other.ShipOn, other.ArriveOn), (late.Carrier, late.ShipOn, late.ArriveOn));

        async Task<DeliveryView> PlannedAsync(DateOnly day) =>
            await DoneAsync<PlanDelivery, DeliveryView>(async it => await it.ExecuteAsync(new() { Orders = [(await ConfirmedAsync(day)).Id], ArriveOn = day }));

        Task<Result<DeliveryView>> HandAsync(DeliveryView delivery, string carrier) => ChangeDeliveryAsync(delivery, form => form.Carrier = carrier);
    }

    [Fact]
    public async Task Of_two_who_fill_a_day_at_once_one_is_told_that_it_is_full()
    {
        await _world.StoreAsync(async db =>
        {
            var settings = await db.TenantSettings.SingleAsync();
            settings.Send(0, 0, 1, null);
            settings.Count(CapacityUnit.Deliveries, true);
        });
        await using var colleague = await _world.AsAsync(await _world.AMemberAsync("Yanis", Role.Logistics), Role.Logistics);
        var orders = new[] { await ConfirmedAsync(_third), await ConfirmedAsync(_third) };
        var planned = await Task.WhenAll(new[] { _world, colleague }.Zip(orders, (who, order) => who.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _third })));

        Assert.Equal(new DayIsFull(_third.AddDays(-1), 2, 1, CapacityUnit.Deliveries), Assert.Single(planned, each => !each.IsOk).Refusal);
    }

    [Fact]
    public async Task The_board_shows_our_closures_by_name_and_how_full_the_days_are()
    {
        await CloseAsync();
        await _world.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Count(CapacityUnit.Lines, true));
        var board = (await _world.Get<ReadDeliveryBoard>().ExecuteAsync(new(_third))).Value!;

        Assert.Equal(["Inventaire", "Inventaire", "Inventaire", "Inventaire"], board.Days.Where(day => day.Closure is not null && day.On.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => day.Closure));
        Assert.Equal((false, WhyNot.OwnClosed), (board.Days[3].IsWorked, board.Days[3].Why));
        Assert.Equal((CapacityUnit.Lines, true), (board.CapacityIn, board.CapacityHolds));
    }

    [Fact]
    public async Task Calendars_are_kept_as_they_were_told_and_changed_by_whoever_saw_them_last()
    {
        await CloseAsync();
        var kept = await DoneAsync<ReadShippingCalendars, ReadShippingCalendars.Kept>(it => it.ExecuteAsync());
        Assert.Equal(("Inventaire", new TimeOnly(15, 0)), (Assert.Single(kept.Calendars.Own.Closures).Name, kept.Calendars.OrdersUntil!.Value));
        Assert.IsType<ChangedMeanwhile>((await _world.Get<ChangeShippingCalendars>().ExecuteAsync(kept.Calendars, kept.Version - 1)).Refusal);

        kept.Calendars.Own.Closures.AddRange([new(), new() { Name = "Pont" }]);
        Assert.IsType<ClosureNeedsDay>((await _world.Get<ChangeShippingCalendars>().ExecuteAsync(kept.Calendars, kept.Version)).Refusal);
        kept.Calendars.Own.Closures.RemoveAll(off => off.Name == "Pont");

        kept.Calendars.Own.Holidays = null;
        await DoneAsync<ChangeShippingCalendars, ReadShippingCalendars.Kept>(it => it.ExecuteAsync(kept.Calendars, kept.Version));
        Assert.Null((await DoneAsync<ReadShippingCalendars, ReadShippingCalendars.Kept>(it => it.ExecuteAsync())).Calendars.Own.Holidays);

        await using var adv = await _world.AsAsync(await _world.AMemberAsync("Inès", Role.Adv), Role.Adv);
        Assert.IsType<NotAllowed>((await adv.Get<ChangeShippingCalendars>().ExecuteAsync(kept.Calendars, null)).Refusal);
    }

    [Fact]
    public async Task A_delivery_is_found_by_its_number_and_by_the_warehouses()
    {
        var order = await ConfirmedAsync(new(2026, 11, 26));
        var told = await DoneAsync<TellShipments, TellShipments.Told>(it => it.ExecuteAsync(new() { Rows = [new() { ShipmentNumber = "EXP-1", OrderNumber = order.Number, LineNo = "10", ShippedOn = new(2026, 11, 23), TrackingNumber = "HP42" }] }));

        foreach (var term in new[] { told.Rows[0].DeliveryNumber!, "bl26-00001 ", "26-00001", "EXP-1", "HP42" })
        {
            Assert.Equal([told.Rows[0].DeliveryId], (await DoneAsync<SearchEverything, SearchEverything.Hits>(it => it.ExecuteAsync(term))).Deliveries.Select(hit => (DeliveryId?)hit.Id));
        }

        await using var them = await database.ATenantAsync();
        Assert.Empty((await them.Get<SearchEverything>().ExecuteAsync("EXP-1")).Value!.Deliveries);
    }

    private Task CloseAsync() => ChangeAsync(form =>
    {
        form.OrdersUntil = new(15, 0);
        form.Own.Closures.Add(new() { From = new(2026, 12, 1), Until = new(2026, 12, 11), Name = " Inventaire " });
    });

    private async Task ChangeAsync(Action<ShippingCalendarForm> change)
    {
        var kept = await DoneAsync<ReadShippingCalendars, ReadShippingCalendars.Kept>(it => it.ExecuteAsync());
        change(kept.Calendars);
        await DoneAsync<ChangeShippingCalendars, ReadShippingCalendars.Kept>(it => it.ExecuteAsync(kept.Calendars, kept.Version));
    }

    private Task<Result<DeliveryView>> MoveAsync(DeliveryView delivery, DateOnly day) => ChangeDeliveryAsync(delivery, form => form.ArriveOn = day);

    private Task<Result<DeliveryView>> ChangeDeliveryAsync(DeliveryView delivery, Action<ChangeDelivery.Form> change) => _world.Get<ChangeDelivery>().ExecuteAsync(delivery.Id, form =>
    {
        change(form);

        return form;
    }, delivery.Version);

    private async Task<OrderView> OrderAsync(OrderId id) => (await _world.Get<ReadOrder>().ExecuteAsync(id)).Value!;

    private Task<OrderView> ConfirmedAsync(DateOnly on) => _world.ConfirmedAsync(AnOrder(on));

    private PlaceOrder.Form AnOrder(DateOnly on, Client? client = null) => new()
    {
        ClientId = (client ?? _client).Id,
        SiteId = (client ?? _client).Sites[0].Id,
        CustomerReference = Ids.Next().ToString("N")[..12],
        RequestedOn = on,
        Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }],
    };

    private async Task<T> DoneAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
    {
        var result = await execute(_world.Get<TUseCase>());
        Assert.True(result.IsOk, result.Refusal?.ToString());

        return result.Value;
    }
}
