using AdvPortal.Application.Clients;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Deliveries;

/// <summary>What is planned, packed, sent and taken, as pages and programs do it. It is Monday 23 November 2026; Chartres receives nothing on Wednesdays and Thursdays.</summary>
public sealed class DeliveryTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _tuesday = new(2026, 11, 24);
    private static readonly DateOnly _wednesday = new(2026, 11, 25);
    private static readonly DateOnly _friday = new(2026, 11, 27);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
        await _world.AProductAsync("RP-M8-ZN");
        await RequireAsync(new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Two_orders_of_a_client_go_in_one_delivery_from_the_plan_to_the_proof()
    {
        await SettleAsync(s => s.Number("3012345"));
        var (first, second) = (await AConfirmedOrderAsync(), await AConfirmedOrderAsync("4500187343"));
        var planned = await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Orders = [first.Id, second.Id], ArriveOn = _tuesday, Carrier = "Heppner" }));
        Assert.Equal(("BL26-00001", DeliveryStatus.Planned, _tuesday, new DateOnly(2026, 11, 23), 4), (planned.Number, planned.Status, planned.ArriveOn, planned.ShipOn, planned.Lines.Count));

        var packed = await DoneAsync<PackDelivery>(it => it.ExecuteAsync(planned.Id, new() { Pallets = 1 }, planned.Version));
        Assert.Equal((true, 4), (Sscc.IsValid(packed.Units[0].Sscc!), packed.Units[0].Contents.Count));
        Assert.Equal(OrderStatus.InPreparation, (await OrderAsync(first.Id)).Status);

        var shipped = await DoneAsync<ShipDelivery>(it => it.ExecuteAsync(planned.Id, new() { TrackingNumber = "HP42", TrackingLink = "https://suivi.example/HP42" }, packed.Version));
        Assert.Equal((DeliveryStatus.Shipped, "Heppner", "HP42"), (shipped.Status, shipped.Carrier, shipped.TrackingNumber));
        Assert.Equal((OrderStatus.Shipped, OrderStatus.Shipped), ((await OrderAsync(first.Id)).Status, (await OrderAsync(second.Id)).Status));

        var proved = await DoneAsync<ProveDelivery>(it => it.ExecuteAsync(planned.Id, [0xFF, 0xD8, 0xFF, 0xE0, 1], "photo.jpg", shipped.Version));
        var delivered = await DoneAsync<DeliverDelivery>(it => it.ExecuteAsync(planned.Id, new() { ReceivedBy = "Karim Haddad", Reserves = "Un carton ouvert" }, proved.Version));
        Assert.Equal(OrderStatus.Delivered, (await OrderAsync(second.Id)).Status);

        var read = (await _world.Get<ReadDelivery>().ExecuteAsync(planned.Id)).Value!;
        Assert.Equal((delivered.Version, DeliveryStatus.Delivered, "Karim Haddad", "photo.jpg", "image/jpeg"), (read.Version, read.Status, read.Proof!.ReceivedBy, read.Files[0].Name, read.Files[0].ContentType));
        Assert.Equal([5000m, 300m, 5000m, 300m], read.Lines.Select(l => l.DeliveredQuantity));
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0, 1], (await _world.Get<ReadProof>().ExecuteAsync(planned.Id, read.Files[0].Id)).Value!.Bytes);
    }

    [Fact]
    public async Task A_closed_day_is_refused_with_the_first_possible_and_plans_nothing()
    {
        var order = await AConfirmedOrderAsync();

        Assert.Equal(new ArrivalNotPossible(_wednesday, _friday), (await _world.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _wednesday })).Refusal);

        var planned = await PlanAsync(order);
        Assert.Equal("BL26-00001", planned.Number);
        Assert.Equal(new ArrivalNotPossible(_wednesday, _friday), (await MoveAsync(planned, _wednesday)).Refusal);

        var moved = (await MoveAsync(planned, _friday)).Value!;
        Assert.Equal((_friday, new DateOnly(2026, 11, 26), planned.Version + 1), (moved.ArriveOn, moved.ShipOn, moved.Version));
    }

    [Fact]
    public async Task What_one_delivery_holds_no_other_takes_until_it_is_void()
    {
        var order = await AConfirmedOrderAsync();
        var planned = await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10", Quantity = 4000 }], ArriveOn = _tuesday }));

        Assert.Equal(new PlansTooMuch(order.Number, "10", 1000), (await _world.Get<PlanDelivery>().ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10", Quantity = 1001 }], ArriveOn = _tuesday })).Refusal);
        Assert.Equal([1000m, 300m], (await PlanAsync(order)).Lines.Select(l => l.Quantity));

        await DoneAsync<VoidDelivery>(it => it.ExecuteAsync(planned.Id, new() { Reason = "Camion annulé" }, planned.Version));
        Assert.Equal([4000m], (await PlanAsync(order)).Lines.Select(l => l.Quantity));
    }

    [Fact]
    public async Task Goods_are_put_in_and_taken_out_while_it_is_planned()
    {
        var (first, second) = (await AConfirmedOrderAsync(), await AConfirmedOrderAsync("4500187343"));
        var planned = await PlanAsync(first);
        var changed = await DoneAsync<ChangeDelivery>(it => it.ExecuteAsync(planned.Id, form =>
        {
            form.Lines.RemoveAt(0);
            form.Lines.Add(new() { OrderId = second.Id, LineNo = "20", Quantity = 100 });
            form.Carrier = "Heppner";

            return form;
        }, planned.Version));

        Assert.Equal([(first.Number, "20", 300m), (second.Number, "20", 100m)], changed.Lines.Select(l => (l.OrderNumber, l.LineNo, l.Quantity)));
        Assert.Equal("Heppner", (await _world.Get<ReadDelivery>().ExecuteAsync(planned.Id)).Value!.Carrier);

        await DoneAsync<PackDelivery>(it => it.ExecuteAsync(planned.Id, new(), changed.Version));
        Assert.Equal(new DeliveryDoesNotAllow(DeliveryAct.Change, DeliveryStatus.Packed), (await MoveAsync(changed, _friday, null)).Refusal);
    }

    [Fact]
    public async Task What_the_client_requires_of_labels_stops_the_packing_until_somebody_settles_it()
    {
        await RequireAsync(new Instruction { Text = "Étiquette rouge" }, Moments.Labelling);
        var order = await AConfirmedOrderAsync();
        var planned = await PlanAsync(order);
        var unmet = Assert.IsType<RequirementsNotMet>((await _world.Get<PackDelivery>().ExecuteAsync(planned.Id, new(), planned.Version)).Refusal);

        // It stands on the order, under the id that was told.
        var kept = await OrderAsync(order.Id);
        Assert.Contains(unmet.Findings[0].Id, kept.Findings.Select(f => f.Id));
        await DoneAsync<WaiveFinding, OrderView>(it => it.ExecuteAsync(order.Id, unmet.Findings[0].Id, new("Sans étiquette cette fois", "Karim Haddad"), null));

        Assert.Equal(DeliveryStatus.Packed, (await DoneAsync<PackDelivery>(it => it.ExecuteAsync(planned.Id, new(), planned.Version))).Status);
    }

    [Fact]
    public async Task More_than_ordered_leaves_within_what_the_company_agreed()
    {
        var order = await AConfirmedOrderAsync();
        await SettleAsync(s => s.Send(2, 2, null, null));
        var planned = await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10", Quantity = 5100 }, new() { OrderId = order.Id, LineNo = "20", Quantity = 295 }], ArriveOn = _tuesday }));
        await ShipAsync(planned);

        var after = await OrderAsync(order.Id);
        Assert.Equal((OrderStatus.Shipped, 5100m, 5m), (after.Status, after.Lines[0].ShippedQuantity, after.Lines[1].CancelledQuantity));
    }

    [Fact]
    public async Task A_client_that_takes_one_delivery_gets_a_part_only_when_it_agreed()
    {
        await RequireAsync(new PartialDelivery { Allowed = false });
        var order = await AConfirmedOrderAsync();
        var planned = await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10" }], ArriveOn = _tuesday }));
        var packed = await DoneAsync<PackDelivery>(it => it.ExecuteAsync(planned.Id, new(), planned.Version));

        Assert.Equal(new GoesTogether("20"), (await _world.Get<ShipDelivery>().ExecuteAsync(planned.Id, new(), packed.Version)).Refusal);
        Assert.Equal((DeliveryStatus.Packed, 5000m), ((await _world.Get<ReadDelivery>().ExecuteAsync(planned.Id)).Value!.Status, (await OrderAsync(order.Id)).Lines[0].OutstandingQuantity));

        var shipped = await DoneAsync<ShipDelivery>(it => it.ExecuteAsync(planned.Id, new() { PartsAgreedBy = "Karim Haddad" }, packed.Version));
        Assert.Equal("Karim Haddad", shipped.PartsAgreedBy);
    }

    [Fact]
    public async Task What_stays_behind_is_cancelled_where_the_client_wants_no_back_orders_and_comes_back_with_the_shipment()
    {
        await RequireAsync(new BackOrder { Policy = BackOrderPolicy.Cancel });
        var order = await AConfirmedOrderAsync();
        var planned = await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10", Quantity = 2000 }], ArriveOn = _tuesday }));
        var shipped = await ShipAsync(planned);
        Assert.Equal((0m, 3000m), ((await OrderAsync(order.Id)).Lines[0] is var line ? (line.OutstandingQuantity, line.CancelledQuantity) : default));

        await DoneAsync<VoidDelivery>(it => it.ExecuteAsync(planned.Id, new() { Reason = "Camion en panne" }, shipped.Version));
        var after = await OrderAsync(order.Id);
        Assert.Equal((OrderStatus.Confirmed, 5000m, 0m, 0m), (after.Status, after.Lines[0].OutstandingQuantity, after.Lines[0].ShippedQuantity, after.Lines[0].CancelledQuantity));
    }

    [Fact]
    public async Task What_is_refused_is_to_be_sent_again_or_waits()
    {
        var order = await AConfirmedOrderAsync();
        var shipped = await ShipAsync(await PlanAsync(order));
        Assert.Equal(["Because", "ReceivedBy"], Assert.IsType<Invalid>((await _world.Get<RefuseDelivery>().ExecuteAsync(shipped.Id, new(), shipped.Version)).Refusal).Fields.Keys.Order(StringComparer.Ordinal));

        var refused = await DoneAsync<RefuseDelivery>(it => it.ExecuteAsync(
            shipped.Id, new() { ReceivedBy = "Karim Haddad", Lines = [new() { Id = shipped.Lines[1].Id, Quantity = 100, Because = RefusedBecause.Damaged }], SendAgain = true }, shipped.Version));
        Assert.Equal((DeliveryStatus.PartlyRefused, 200m, 100m), (refused.Status, refused.Lines[1].DeliveredQuantity, refused.Lines[1].RefusedQuantity));
        Assert.Equal((OrderStatus.PartlyShipped, 100m), ((await OrderAsync(order.Id)) is var after ? (after.Status, after.Lines[1].OutstandingQuantity) : default));

        // It goes again, and then everything is there.
        var again = await ShipAsync(await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Orders = [order.Id] })));
        await DoneAsync<DeliverDelivery>(it => it.ExecuteAsync(again.Id, new() { ReceivedBy = "Karim Haddad" }, again.Version));
        Assert.Equal(OrderStatus.Delivered, (await OrderAsync(order.Id)).Status);
    }

    [Fact]
    public async Task Two_who_ship_at_once_ship_once_and_two_who_plan_at_once_plan_once()
    {
        var order = await AConfirmedOrderAsync();
        await using var other = await _world.AsAsync(await _world.AMemberAsync("Yanis", Role.Logistics), Role.Logistics);
        var plans = await Task.WhenAll(
            _world.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _tuesday }),
            other.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _tuesday }));
        var planned = Assert.Single(plans, it => it.IsOk).Value!;
        Assert.True(plans.Single(it => !it.IsOk).Refusal is ChangedMeanwhile or DeliveryWithoutGoods);

        await DoneAsync<PackDelivery>(it => it.ExecuteAsync(planned.Id, new(), planned.Version));
        var shipments = await Task.WhenAll(_world.Get<ShipDelivery>().ExecuteAsync(planned.Id, new(), null), other.Get<ShipDelivery>().ExecuteAsync(planned.Id, new(), null));
        Assert.Single(shipments, it => it.IsOk);
        Assert.True(shipments.Single(it => !it.IsOk).Refusal is ChangedMeanwhile or DeliveryDoesNotAllow);
        Assert.Equal(5000m, (await OrderAsync(order.Id)).Lines[0].ShippedQuantity);
    }

    [Fact]
    public async Task Of_an_order_in_two_deliveries_that_are_settled_at_once_one_waits_for_the_other()
    {
        var order = await AConfirmedOrderAsync();
        var first = await ShipAsync(await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10" }], ArriveOn = _tuesday })));
        var second = await ShipAsync(await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "20" }], ArriveOn = _tuesday })));
        await using var colleague = await _world.AsAsync(await _world.AMemberAsync("Inès", Role.Adv), Role.Adv);

        var settled = await Task.WhenAll(DeliverAsync(_world, first), DeliverAsync(colleague, second));
        var again = settled[0].IsOk ? second : first;

        if (!settled.All(result => result.IsOk))
        {
            Assert.IsType<ChangedMeanwhile>(Assert.Single(settled, result => !result.IsOk).Refusal);
            Assert.True((await DeliverAsync(_world, again)).IsOk);
        }

        Assert.Equal(OrderStatus.Delivered, (await OrderAsync(order.Id)).Status);

        static Task<Result<DeliveryView>> DeliverAsync(World by, DeliveryView delivery) => by.Get<DeliverDelivery>().ExecuteAsync(delivery.Id, new() { ReceivedBy = "Karim" }, delivery.Version);
    }

    [Fact]
    public async Task History_tells_of_what_was_found_and_not_of_what_was_refused()
    {
        await RequireAsync(new Instruction { Text = "Appeler avant d’emballer" }, Moments.Packing);
        var order = await AConfirmedOrderAsync();
        var planned = await PlanAsync(order);
        Assert.IsType<RequirementsNotMet>((await _world.Get<PackDelivery>().ExecuteAsync(planned.Id, new(), planned.Version)).Refusal);

        var told = await _world.ReadAsync(db => db.History.OrderBy(h => h.Position).Select(h => new { h.UseCase, h.SubjectId }).ToListAsync());
        Assert.DoesNotContain(told, entry => entry.UseCase == nameof(PackDelivery));
        Assert.Equal(order.Id.Value, told[^1].UseCase == nameof(KeepFindings) ? told[^1].SubjectId : Guid.Empty);
    }

    [Fact]
    public async Task A_stranger_and_a_reader_do_nothing_with_it()
    {
        var order = await AConfirmedOrderAsync();
        var planned = await PlanAsync(order);
        await using var them = await database.ATenantAsync();
        await using var reader = await _world.AsAsync(await _world.AMemberAsync("Rémi", Role.Reader), Role.Reader);

        Assert.IsType<NoSuchDelivery>((await them.Get<ReadDelivery>().ExecuteAsync(planned.Id)).Refusal);
        Assert.IsType<NoSuchDelivery>((await them.Get<PackDelivery>().ExecuteAsync(planned.Id, new(), null)).Refusal);
        Assert.IsType<NoSuchOrder>((await them.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [order.Id] })).Refusal);
        Assert.Empty((await them.Get<ListDeliveries>().ExecuteAsync(new())).Value!.Items);
        Assert.Empty((await them.Get<ReadDeliveryBoard>().ExecuteAsync(new())).Value!.Deliveries);
        Assert.IsType<NotAllowed>((await reader.Get<PackDelivery>().ExecuteAsync(planned.Id, new(), null)).Refusal);
        Assert.True((await reader.Get<ReadDelivery>().ExecuteAsync(planned.Id)).IsOk);
        Assert.IsType<ChangedMeanwhile>((await _world.Get<PackDelivery>().ExecuteAsync(planned.Id, new(), planned.Version + 1)).Refusal);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task The_board_of_any_week_of_the_calendar_can_be_looked_at(string day) =>
        Assert.Equal(7, (await _world.Get<ReadDeliveryBoard>().ExecuteAsync(new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))).Value!.Days.Count);

    [Fact]
    public async Task Whoever_signed_for_it_is_told_so_and_forgotten_when_they_ask()
    {
        var karim = (await _world.Get<AddContact>().ExecuteAsync(_client.Id, new() { Name = "Karim Haddad", Email = "k.haddad@chartraine.example", Role = ContactRole.Warehouse })).Value!;
        var shipped = await ShipAsync(await PlanAsync(await AConfirmedOrderAsync()));
        await DoneAsync<RefuseDelivery>(it => it.ExecuteAsync(
            shipped.Id,
            new() { ReceivedBy = "Karim Haddad", Reserves = "Vu avec Karim Haddad", Lines = [new() { Id = shipped.Lines[0].Id, Because = RefusedBecause.Other, Note = "Karim Haddad : trop tard" }] },
            shipped.Version));
        Assert.Contains((await _world.Get<ExportContactData>().ExecuteAsync(karim.Id)).Value!.Mentions, m => m.In == shipped.Number && m.Text.Contains("trop tard", StringComparison.Ordinal));

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(karim.Id, null)).IsOk);
        var read = (await _world.Get<ReadDelivery>().ExecuteAsync(shipped.Id)).Value!;
        Assert.Equal(("—", "Vu avec —", "— : trop tard", DeliveryStatus.PartlyRefused), (read.Proof!.ReceivedBy, read.Proof.Reserves, read.Lines[0].RefusedNote, read.Status));
    }

    [Fact]
    public async Task A_wrong_sscc_and_one_of_our_own_range_are_refused_and_a_carriers_is_kept()
    {
        await SettleAsync(s => s.Number("3012345"));
        var planned = await PlanAsync(await AConfirmedOrderAsync());
        var theirs = Sscc.Of("3760000", 7);

        Assert.Equal(new SsccNotValid("376000000000000001"), (await PackAsync("376000000000000001")).Refusal);
        Assert.IsType<SsccOfOurRange>((await PackAsync(Sscc.Of("3012345", 99))).Refusal);
        Assert.Equal(theirs, (await PackAsync(theirs)).Value!.Units[0].Sscc);

        Task<Result<DeliveryView>> PackAsync(string sscc) =>
            _world.Get<PackDelivery>().ExecuteAsync(planned.Id, new() { Units = [new() { Kind = LogisticUnit.Parcel, Sscc = sscc }] }, planned.Version);
    }

    [Fact]
    public async Task The_board_of_a_week_shows_what_is_planned_what_is_not_and_where_nobody_receives()
    {
        await SettleAsync(s => s.Send(0, 0, 20, new(8, 0)));
        var (first, second) = (await AConfirmedOrderAsync(), await AConfirmedOrderAsync("4500187343"));
        var planned = await PlanAsync(first);
        await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = second.Id, LineNo = "10", Quantity = 4000 }], ArriveOn = _friday }));
        var board = (await _world.Get<ReadDeliveryBoard>().ExecuteAsync(new(_wednesday))).Value!;

        Assert.Equal((new DateOnly(2026, 11, 23), 7, 20, new TimeOnly(8, 0), _tuesday), (board.Monday, board.Days.Count, board.Capacity, board.DepartureAt, board.FirstDeparture));
        Assert.Equal([planned.Number, "BL26-00002"], board.Deliveries.Select(d => d.Number));
        Assert.Equal((2, 1, true), (board.Deliveries[0].Lines, board.Deliveries[0].Orders, board.Deliveries[0].IsLate));
        Assert.Equal([("10", 1000m), ("20", 300m)], board.Unplanned.Select(l => (l.LineNo, l.Quantity)));
        Assert.Equal([1, 0, 0, 1, 0, 0, 0], board.Days.Select(d => d.Departures));
        Assert.Equal([(_wednesday, WhyNot.Closed, "EX-001"), (_wednesday.AddDays(1), WhyNot.Closed, "EX-001")], Assert.Single(board.Sites).Closed.Select(c => (c.On, c.Why, c.RequirementNumber)));
        Assert.False(board.Days[5].IsWorked);

        // What this week has yet to send is no business of the next one: it makes no rows there.
        await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Orders = [second.Id], ArriveOn = _friday }));
        var ahead = (await _world.Get<ReadDeliveryBoard>().ExecuteAsync(new(_wednesday.AddDays(7)))).Value!;
        Assert.Equal((0, 0), (ahead.Deliveries.Count, ahead.Sites.Count));

        // What is not gone when the week is over stays in sight.
        _world.Clock.Advance(TimeSpan.FromDays(7));
        var next = (await _world.Get<ReadDeliveryBoard>().ExecuteAsync(new(_wednesday.AddDays(7)))).Value!;
        Assert.Equal(3, next.Deliveries.Count);
    }

    [Fact]
    public async Task Deliveries_are_found_by_their_order_their_number_and_their_tracking()
    {
        var order = await AConfirmedOrderAsync();
        var planned = await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _tuesday, TrackingNumber = "HP42" }));
        await PlanAsync(await AConfirmedOrderAsync("4500187343"));

        Assert.Equal([planned.Id], await FoundAsync(new(OrderId: order.Id)));
        Assert.Equal([planned.Id], await FoundAsync(new(Number: planned.Number)));
        Assert.Equal([planned.Id], await FoundAsync(new(Tracking: "HP42")));
        Assert.Empty(await FoundAsync(new(Tracking: "inconnu")));

        var page = (await _world.Get<ListDeliveries>().ExecuteAsync(new(Size: 1))).Value!;
        Assert.Equal([planned.Id], await FoundAsync(new(After: page.Next)));

        async Task<IEnumerable<DeliveryId>> FoundAsync(ListDeliveries.Query query) => (await _world.Get<ListDeliveries>().ExecuteAsync(query)).Value!.Items.Select(d => d.Id);
    }

    [Fact]
    public async Task None_of_it_goes_to_the_database_more_than_four_times()
    {
        await SettleAsync(s => s.Number("3012345"));
        var (first, second) = (await AConfirmedOrderAsync(), await AConfirmedOrderAsync("4500187343"));
        Dictionary<string, int> visits = new(StringComparer.Ordinal);

        var delivery = await CountAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [first.Id, second.Id], ArriveOn = _tuesday }));
        delivery = await CountAsync<ChangeDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, form => { form.Lines.RemoveAt(3); form.ArriveOn = _friday; return form; }, delivery.Version));
        delivery = await CountAsync<PackDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new() { Parcels = 3 }, delivery.Version));
        await CountAsync<ReadDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id));
        await CountAsync<ListDeliveries, Page<DeliveryView>>(it => it.ExecuteAsync(new()));
        await CountAsync<ReadDeliveryBoard, DeliveryBoard>(it => it.ExecuteAsync(new()));
        delivery = await CountAsync<UnpackDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, delivery.Version));
        delivery = await CountAsync<PackDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new() { Parcels = 2 }, delivery.Version));
        delivery = await CountAsync<ShipDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new(), delivery.Version));
        delivery = await CountAsync<ProveDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, [.. "%PDF-1.7"u8], "bl.pdf", delivery.Version));
        await CountAsync<RefuseDelivery, DeliveryView>(it => it.ExecuteAsync(delivery.Id, new() { ReceivedBy = "Karim", Because = RefusedBecause.Closed, SendAgain = true }, delivery.Version));
        var other = await CountAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [first.Id], ArriveOn = _friday }));
        other = await ShipAsync(other);
        await CountAsync<DeliverDelivery, DeliveryView>(it => it.ExecuteAsync(other.Id, new() { ReceivedBy = "Karim" }, other.Version));
        other = await ShipAsync(await DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Orders = [second.Id], ArriveOn = _friday })));
        await CountAsync<VoidDelivery, DeliveryView>(it => it.ExecuteAsync(other.Id, new() { Reason = "Camion en panne" }, other.Version));

        Assert.DoesNotContain(visits, each => each.Value > 4);

        async Task<T> CountAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
        {
            Result<T> result = default!;
            visits[typeof(TUseCase).Name] = (await RoundTrips.OfAsync(async () => result = await execute(_world.Get<TUseCase>()))).Count;
            Assert.True(result.IsOk, result.Refusal?.ToString());

            return result.Value;
        }
    }

    private Task<DeliveryView> PlanAsync(OrderView order) => DoneAsync<PlanDelivery>(it => it.ExecuteAsync(new() { Orders = [order.Id], ArriveOn = _tuesday }));

    private async Task<DeliveryView> ShipAsync(DeliveryView planned)
    {
        var packed = await DoneAsync<PackDelivery>(it => it.ExecuteAsync(planned.Id, new(), planned.Version));

        return await DoneAsync<ShipDelivery>(it => it.ExecuteAsync(planned.Id, new(), packed.Version));
    }

    private Task<Result<DeliveryView>> MoveAsync(DeliveryView delivery, DateOnly day) => MoveAsync(delivery, day, delivery.Version);

    private Task<Result<DeliveryView>> MoveAsync(DeliveryView delivery, DateOnly day, int? version) => _world.Get<ChangeDelivery>().ExecuteAsync(delivery.Id, form =>
    {
        form.ArriveOn = day;

        return form;
    }, version);

    private Task<DeliveryView> DoneAsync<TUseCase>(Func<TUseCase, Task<Result<DeliveryView>>> execute) where TUseCase : notnull => DoneAsync<TUseCase, DeliveryView>(execute);

    private async Task<T> DoneAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
    {
        var result = await execute(_world.Get<TUseCase>());
        Assert.True(result.IsOk, result.Refusal?.ToString());

        return result.Value;
    }

    private async Task<OrderView> OrderAsync(OrderId id) => (await _world.Get<ReadOrder>().ExecuteAsync(id)).Value!;

    private Task SettleAsync(Action<Domain.Tenants.TenantSettings> change) => _world.StoreAsync(async db => change(await db.TenantSettings.SingleAsync()));

    private async Task RequireAsync(Rule rule, Moments? moments = null)
    {
        var form = new RequirementForm { SiteId = _client.Sites[0].Id, Sentence = "Comme convenu", Source = new(SourceKind.Email, "Karim Haddad"), Severity = Severity.Block, Rule = rule };

        if (moments is { } steps)
        {
            form.Moments = steps;
        }

        var created = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, form);
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }

    private Task<OrderView> AConfirmedOrderAsync(string reference = "4500187342") => _world.ConfirmedAsync(new()
    {
        ClientId = _client.Id,
        SiteId = _client.Sites[0].Id,
        CustomerReference = reference,
        RequestedOn = _tuesday,
        Lines =
        [
            new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 },
            new() { LineNo = "20", ProductCode = "RP-M8-ZN", Quantity = 300, NetPrice = 1 },
        ],
    });
}
