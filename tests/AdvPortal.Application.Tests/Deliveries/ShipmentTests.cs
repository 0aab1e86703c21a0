using System.Text;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Imports;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests.Imports;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Deliveries;

/// <summary>What warehouses and carriers say has left. It is Monday 23 November 2026.</summary>
public sealed class ShipmentTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _monday = new(2026, 11, 23);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
        await _world.AProductAsync("RP-M8-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_shipment_is_a_delivery_that_has_left_and_told_again_it_changes_nothing()
    {
        var order = await AnOrderAsync("4500187342");
        ToldShipment[] rows = [Row("EXP-1", order, "10", 5000), Row("EXP-1", order, "20", 100)];
        var told = await TellAsync(rows);

        Assert.Equal((2, 0, 0), (told.Taken, told.Known, told.Refused));
        Assert.Equal("BL26-00001", Assert.Single(told.Rows.Select(row => row.DeliveryNumber).Distinct()));
        var delivery = await DeliveryAsync(told.Rows[0].DeliveryId!.Value);
        Assert.Equal((DeliveryStatus.Shipped, "EXP-1", _monday, "Heppner", "HP42"), (delivery.Status, delivery.Reference, delivery.ShipOn, delivery.Carrier, delivery.TrackingNumber));
        Assert.Equal((OrderStatus.PartlyShipped, 0m, 200m), await StandingAsync(order.Id));

        var again = await TellAsync(rows);
        Assert.Equal((0, 2, 0), (again.Taken, again.Known, again.Refused));
        Assert.Equal(told.Rows.Select(row => row.DeliveryId), again.Rows.Select(row => row.DeliveryId));
        Assert.Equal((OrderStatus.PartlyShipped, 0m, 200m), await StandingAsync(order.Id));
        Assert.Single((await _world.Get<ListDeliveries>().ExecuteAsync(new())).Value!.Items);
    }

    [Fact]
    public async Task Bad_rows_are_refused_each_with_its_reason_and_the_good_ones_leave()
    {
        var order = await AnOrderAsync("4500187342");
        var told = await TellAsync(
            Row("EXP-1", order, "10", 4000), Row("EXP-1", order, "30", 1), Row("EXP-1", order, "20", 301), Row("EXP-1", order, "10", 10),
            new() { ShipmentNumber = "EXP-2", OrderNumber = "CV26-99999", LineNo = "10", ShippedOn = _monday }, new() { OrderNumber = order.Number, LineNo = "20", ShippedOn = _monday },
            new() { ShipmentNumber = "EXP-3", OrderNumber = order.Number, LineNo = "20", ShippedOn = _monday.AddDays(1) },
            new() { ShipmentNumber = "EXP-4", OrderNumber = order.Number, LineNo = "20", ShippedOn = _monday.AddDays(-1) },
            new() { ShipmentNumber = "EXP-5", OrderNumber = order.Number, LineNo = "20", ShippedOn = _monday, Unit = "KGM" },
            new() { ShipmentNumber = "EXP-6", OrderNumber = order.Number, LineNo = "20", ShippedOn = _monday, Sscc = "376000000000000001" },
            new() { ShipmentNumber = "EXP-7", OrderNumber = order.Number, LineNo = "20", ShippedOn = _monday, TrackingLink = "javascript:alert(1)" },
            new() { ShipmentNumber = "EXP-8", OrderNumber = order.Number, LineNo = "20" });

        Assert.Equal(
            [
                null, nameof(StockDateLineUnknown), nameof(PlansTooMuch), nameof(PlannedTwice), nameof(StockDateOrderUnknown), nameof(ShipmentNeedsNumber), nameof(ShippedInFuture),
                nameof(ShippedBeforeOrder), nameof(ShipmentUnitOther), nameof(SsccNotValid), nameof(TrackingLinkNotSafe), nameof(ShipmentNeedsDay),
            ],
            told.Rows.Select(row => row.Refusal));
        Assert.Equal((OrderStatus.PartlyShipped, 1000m, 300m), await StandingAsync(order.Id));

        // Put right, the row is taken: the rest of the shipment is known.
        var mended = await TellAsync(Row("EXP-1", order, "10", 4000), Row("EXP-1", order, "20", 300));
        Assert.Equal([ShipmentOutcome.Known, ShipmentOutcome.Taken], mended.Rows.Select(row => row.Outcome));
        Assert.Equal(nameof(ShipmentToldOtherwise), (await TellAsync(Row("EXP-1", order, "10", 5000))).Rows[0].Refusal);
        Assert.Equal((OrderStatus.PartlyShipped, 1000m, 0m), await StandingAsync(order.Id));
    }

    [Fact]
    public async Task What_was_planned_here_leaves_as_it_really_left()
    {
        var order = await AnOrderAsync("4500187342");
        var planned = await PlanAsync(order);
        var told = await TellAsync(Row("EXP-1", order, "10", 4500));

        Assert.Equal(planned.Id, told.Rows[0].DeliveryId);
        var left = await DeliveryAsync(planned.Id);
        Assert.Equal((DeliveryStatus.Shipped, planned.Number, "EXP-1"), (left.Status, left.Number, left.Reference));
        Assert.Equal([("10", 4500m)], left.Lines.Select(line => (line.LineNo, line.Quantity)));
        Assert.Equal((OrderStatus.PartlyShipped, 500m, 300m), await StandingAsync(order.Id));

        // Another one is named by our own number, and goes as it was planned.
        var rest = await PlanAsync(order);
        Assert.Equal(rest.Id, (await TellAsync(new ToldShipment { ShipmentNumber = rest.Number, ShippedOn = _monday })).Rows[0].DeliveryId);
        Assert.Equal((OrderStatus.Shipped, 0m, 0m), await StandingAsync(order.Id));
        Assert.Equal(ShipmentOutcome.Known, (await TellAsync(new ToldShipment { ShipmentNumber = rest.Number, ShippedOn = _monday })).Rows[0].Outcome);
    }

    [Fact]
    public async Task Goods_that_are_planned_in_several_deliveries_need_the_number_of_the_one_that_left()
    {
        var order = await AnOrderAsync("4500187342");
        await DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10", Quantity = 1000 }] }));
        var second = await DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Lines = [new() { OrderId = order.Id, LineNo = "10", Quantity = 2000 }] }));

        Assert.Equal(nameof(ShipmentInSeveral), (await TellAsync(Row("EXP-1", order, "10", 2000))).Rows[0].Refusal);
        Assert.Equal(second.Id, (await TellAsync(Row(second.Number, order, "10", 2000))).Rows[0].DeliveryId);
    }

    [Fact]
    public async Task What_the_client_requires_stops_the_order_and_not_the_others_and_stands_where_it_is_settled()
    {
        var (first, second) = (await AnOrderAsync("4500187342"), await AnOrderAsync("4500187343"));
        await DoneAsync<CreateRequirement, RequirementView>(it => it.ExecuteAsync(_client.Id, new()
        {
            SiteId = _client.Sites[0].Id,
            Sentence = "Tout ensemble",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.Block,
            Rule = new PartialDelivery { Allowed = false },
        }));
        await DoneAsync<CreateRequirement, RequirementView>(it => it.ExecuteAsync(_client.Id, new()
        {
            SiteId = _client.Sites[0].Id,
            Sentence = "Étiquette rouge",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.Block,
            Rule = new Instruction { Text = "Étiquette rouge" },
            Moments = Moments.Labelling,
        }));
        Assert.All((await TellAsync(Row("EXP-1", first, "10", 5000), Row("EXP-2", second, "10", 5000), Row("EXP-2", second, "20", 300))).Rows, row => Assert.Equal(nameof(RequirementsNotMet), row.Refusal));

        foreach (var order in new[] { first, second })
        {
            var found = (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Findings.First(finding => finding.Severity is Severity.Block);
            await DoneAsync<WaiveFinding, OrderView>(it => it.ExecuteAsync(order.Id, found.Id, new("Vu avec le client", "Karim Haddad"), null));
        }

        Assert.Equal([nameof(GoesTogether), null, null], (await TellAsync(Row("EXP-1", first, "10", 5000), Row("EXP-2", second, "10", 5000), Row("EXP-2", second, "20", 300))).Rows.Select(row => row.Refusal));
    }

    [Fact]
    public async Task A_list_is_looked_at_first_and_brought_in_then_and_the_same_list_again_changes_nothing()
    {
        var order = await AnOrderAsync("4500187342");
        var sscc = Sscc.Of("3760000", 7);
        var list = $"BL;Commande;Ligne;Qté;Date de départ;Transporteur;SSCC\nEXP-1;{order.Number};10;4 000;23/11/2026;Heppner;{sscc}\nEXP-1;4500187342;10;1000;23/11/2026;;{Sscc.Of("3760000", 8)}\nEXP-1;{order.Number};20;douze;23/11/2026;;\nEXP-1;{order.Number};99;1;23/11/2026;;\n";
        var seen = await _world.LookAsync(ImportKind.Shipments, list);

        Assert.Equal([ImportOutcome.Create, ImportOutcome.Create, ImportOutcome.Refuse, ImportOutcome.Refuse], seen.Outcomes());
        Assert.Equal(["D4 ImportNotANumber", "StockDateLineUnknown"], seen.Problems().Order(StringComparer.Ordinal));
        Assert.Equal((OrderStatus.Confirmed, 5000m, 300m), await StandingAsync(order.Id));

        Assert.Equal(seen.Outcomes(), (await _world.ImportAsync(ImportKind.Shipments, list)).Outcomes());
        Assert.Equal((OrderStatus.PartlyShipped, 0m, 300m), await StandingAsync(order.Id));
        var delivery = Assert.Single((await _world.Get<ListDeliveries>().ExecuteAsync(new())).Value!.Items);
        Assert.Equal([4000m, 1000m], (await DeliveryAsync(delivery.Id)).Units.Select(unit => unit.Contents[0].Quantity));
        Assert.Equal([ImportOutcome.Same, ImportOutcome.Same, ImportOutcome.Refuse, ImportOutcome.Refuse], (await _world.ImportAsync(ImportKind.Shipments, list)).Outcomes());
        Assert.Equal([delivery.Id.Value], await _world.ReadAsync(db => db.History.Where(h => h.UseCase == nameof(RunImport)).Select(h => h.SubjectId).ToListAsync()));
    }

    [Fact]
    public async Task Of_a_parcel_with_several_things_in_it_what_was_refused_leaves_once_it_is_put_right()
    {
        var order = await AnOrderAsync("4500187342");
        var sscc = Sscc.Of("3760000", 7);
        ToldShipment[] wrong = [Row("EXP-1", order, "10", 4000, sscc), Row("EXP-1", order, "20", 301, sscc)];
        Assert.Equal([null, nameof(PlansTooMuch)], (await TellAsync(wrong)).Rows.Select(row => row.Refusal));

        ToldShipment[] right = [wrong[0], Row("EXP-1", order, "20", 300, sscc)];
        Assert.Equal([ShipmentOutcome.Known, ShipmentOutcome.Taken], (await TellAsync(right)).Rows.Select(row => row.Outcome));
        Assert.Equal([ShipmentOutcome.Known, ShipmentOutcome.Known], (await TellAsync(right)).Rows.Select(row => row.Outcome));
        Assert.Equal((OrderStatus.PartlyShipped, 1000m, 0m), await StandingAsync(order.Id));
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(150, 150)]
    public async Task Of_several_parcels_what_was_refused_of_one_line_leaves_once_it_is_put_right_be_it_one_after_the_other(decimal first, decimal second)
    {
        var order = await AnOrderAsync("4500187342");
        var (one, two) = (Sscc.Of("3760000", 7), Sscc.Of("3760000", 8));
        ToldShipment[] Rows(decimal ofOne, decimal ofTwo) => [Row("EXP-1", order, "10", 4000, one), Row("EXP-1", order, "20", ofOne, one), Row("EXP-1", order, "10", 1000, two), Row("EXP-1", order, "20", ofTwo, two)];
        Assert.Equal([null, nameof(PlansTooMuch), null, nameof(PlansTooMuch)], (await TellAsync(Rows(301, 302))).Rows.Select(row => row.Refusal));

        await ToldAsync(Rows(first, 302), ShipmentOutcome.Taken, ShipmentOutcome.Refused, second);
        await ToldAsync(Rows(first, second), ShipmentOutcome.Known, ShipmentOutcome.Taken, 0);
        await ToldAsync(Rows(first, second), ShipmentOutcome.Known, ShipmentOutcome.Known, 0);

        // Or both at once.
        order = await AnOrderAsync("4500187343");
        (one, two) = (Sscc.Of("3760000", 17), Sscc.Of("3760000", 18));

        foreach (var rows in new[] { Rows(301, 302), Rows(first, second), Rows(first, second) })
        {
            rows.ToList().ForEach(row => row.ShipmentNumber = "EXP-2");
            await TellAsync(rows);
        }

        Assert.Equal((OrderStatus.Shipped, 0m, 0m), await StandingAsync(order.Id));

        async Task ToldAsync(ToldShipment[] rows, ShipmentOutcome ofOne, ShipmentOutcome ofTwo, decimal outstanding)
        {
            Assert.Equal([ShipmentOutcome.Known, ofOne, ShipmentOutcome.Known, ofTwo], (await TellAsync(rows)).Rows.Select(row => row.Outcome));
            var (_, ten, twenty) = await StandingAsync(order.Id);
            Assert.Equal((0m, outstanding), (ten, twenty));
        }
    }

    [Fact]
    public async Task A_list_of_parcels_is_put_right_one_after_the_other_as_well()
    {
        var order = await AnOrderAsync("4500187342");
        string List(int ofOne, int ofTwo) => "BL;Commande;Ligne;Qté;Date de départ;SSCC\n" + string.Concat(new[] { (7, "10", 4000), (7, "20", ofOne), (8, "10", 1000), (8, "20", ofTwo) }
            .Select(row => $"EXP-1;{order.Number};{row.Item2};{row.Item3};23/11/2026;{Sscc.Of("3760000", row.Item1)}\n"));

        foreach (var (list, outcome) in new[] { (List(301, 302), ImportOutcome.Refuse), (List(100, 302), ImportOutcome.Refuse), (List(100, 200), ImportOutcome.Create), (List(100, 200), ImportOutcome.Same) })
        {
            Assert.Equal(outcome, (await _world.ImportAsync(ImportKind.Shipments, list)).Outcomes().ElementAt(3));
        }

        Assert.Equal((OrderStatus.Shipped, 0m, 0m), await StandingAsync(order.Id));
    }

    [Fact]
    public async Task Our_own_parcels_with_the_same_goods_otherwise_among_them_are_known_when_they_are_told_again()
    {
        var order = await AnOrderAsync("4500187342");
        var planned = await PlanAsync(order);
        var (one, two) = (Sscc.Of("3760000", 7), Sscc.Of("3760000", 8));
        await DoneAsync<PackDelivery, DeliveryView>(it => it.ExecuteAsync(planned.Id, new()
        {
            Units = [new() { Kind = LogisticUnit.Parcel, Sscc = one, Contents = [new(planned.Lines[0].Id, 5000)] }, new() { Kind = LogisticUnit.Parcel, Sscc = two, Contents = [new(planned.Lines[1].Id, 300)] }],
        }, null));
        ToldShipment[] rows = [Row("EXP-1", order, "10", 5000, one), Row("EXP-1", order, "20", 100, one), Row("EXP-1", order, "20", 200, two)];

        Assert.All((await TellAsync(rows)).Rows, row => Assert.Equal((ShipmentOutcome.Taken, planned.Id), (row.Outcome, row.DeliveryId)));
        Assert.Equal([(one, "5000+100"), (two, "200")], (await DeliveryAsync(planned.Id)).Units.Select(unit => (unit.Sscc!, string.Join('+', unit.Contents.Select(each => (int)each.Quantity)))));
        Assert.All((await TellAsync(rows)).Rows, row => Assert.Equal(ShipmentOutcome.Known, row.Outcome));
    }

    [Fact]
    public async Task A_line_partly_in_numbered_parcels_and_partly_loose_is_known_when_it_is_told_again()
    {
        var order = await AnOrderAsync("4500187342");
        ToldShipment[] rows = [Row("EXP-1", order, "10", 3000, Sscc.Of("3760000", 7)), Row("EXP-1", order, "10", 1000, Sscc.Of("3760000", 8)), Row("EXP-1", order, "10", 1000)];

        Assert.Equal((3, 0, 0), Counts(await TellAsync(rows)));
        Assert.Equal((0, 3, 0), Counts(await TellAsync(rows)));
        Assert.Equal((0, 1, 0), Counts(await TellAsync(Row("EXP-1", order, "10", 5000))));
        Assert.Equal(nameof(ShipmentToldOtherwise), (await TellAsync(Row("EXP-1", order, "10", 999))).Rows[0].Refusal);

        static (int, int, int) Counts(TellShipments.Told told) => (told.Taken, told.Known, told.Refused);
    }

    [Fact]
    public async Task Our_own_parcel_that_left_with_less_in_it_keeps_its_number()
    {
        var order = await AnOrderAsync("4500187342");
        await _world.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Number("3012345"));
        var planned = await PlanAsync(order);
        var packed = await DoneAsync<PackDelivery, DeliveryView>(it => it.ExecuteAsync(planned.Id, new() { Parcels = 1 }, null));
        var sscc = packed.Units[0].Sscc!;

        Assert.Equal(planned.Id, (await TellAsync(Row("EXP-1", order, "10", 4500, sscc))).Rows[0].DeliveryId);
        Assert.Equal((sscc, 4500m), (await DeliveryAsync(planned.Id)).Units.Select(unit => (unit.Sscc!, unit.Contents[0].Quantity)).Single());
        Assert.Equal((OrderStatus.PartlyShipped, 500m, 300m), await StandingAsync(order.Id));
    }

    [Fact]
    public async Task A_message_of_a_warehouse_is_read_as_its_list_would_be()
    {
        var order = await AnOrderAsync("4500187342");
        var desadv = Encoding.Latin1.GetBytes($"""
            UNB+UNOC:3+3760000000008:14+3012345678900:14+261123:1701+131'
            UNH+1+DESADV:D:96A:UN:EAN005'
            BGM+351+EXP-77+9'
            DTM+137:20261123:102'
            DTM+11:20261123:102'
            RFF+ON:4500187342'
            TDT+20++30++:::Heppner'
            CPS+1'
            PAC+1++201'
            PCI+33E'
            GIN+BJ+{Sscc.Of("3760000", 7)}'
            LIN+1++VH-M8-30-ZN:SA'
            QTY+12:5000:PCE'
            RFF+ON:4500187342:10'
            UNT+13+1'
            UNZ+1+131'
            """.ReplaceLineEndings(""));
        var table = await DoneAsync<ReadImportFile, Exchange.Intake.Tables.Table>(it => it.ExecuteAsync(ImportKind.Shipments, desadv, "desadv.edi"));
        var sheet = ImportSheet.Of(ImportKind.Shipments, table);

        Assert.Equal([ImportOutcome.Create], (await _world.ImportAsync(sheet)).Outcomes());
        Assert.Equal((OrderStatus.PartlyShipped, 0m, 300m), await StandingAsync(order.Id));
        Assert.Equal([ImportOutcome.Same], (await _world.ImportAsync(sheet)).Outcomes());
    }

    [Fact]
    public async Task Two_who_tell_of_it_at_once_tell_of_it_once()
    {
        var order = await AnOrderAsync("4500187342");
        await using var other = await _world.AsAsync(await _world.AMemberAsync("Yanis", Role.Logistics), Role.Logistics);
        TellShipments.Form form = new() { Rows = [Row("EXP-1", order, "10", 4000)] };
        var told = await Task.WhenAll(_world.Get<TellShipments>().ExecuteAsync(form), other.Get<TellShipments>().ExecuteAsync(form));

        Assert.Equal([0, 0], told.Select(each => each.Value!.Refused));
        Assert.Equal((OrderStatus.PartlyShipped, 1000m, 300m), await StandingAsync(order.Id));
    }

    [Fact]
    public async Task Another_companys_orders_are_of_nobody_and_a_reader_tells_of_nothing()
    {
        await using var them = await database.ATenantAsync();
        await using var reader = await _world.AsAsync(await _world.AMemberAsync("Rémi", Role.Reader), Role.Reader);
        var order = await AnOrderAsync("4500187342");

        Assert.Equal(nameof(StockDateOrderUnknown), (await them.Get<TellShipments>().ExecuteAsync(new() { Rows = [Row("EXP-1", order, "10", 1)] })).Value!.Rows[0].Refusal);
        Assert.IsType<NotAllowed>((await reader.Get<TellShipments>().ExecuteAsync(new())).Refusal);
        Assert.IsType<TooManyShipments>((await _world.Get<TellShipments>().ExecuteAsync(new() { Rows = [.. Enumerable.Repeat(new ToldShipment(), TellShipments.MostRows + 1)] })).Refusal);
    }

    [Fact]
    public async Task A_shipment_goes_to_the_database_four_times_to_be_looked_at_and_to_be_taken()
    {
        var order = await AnOrderAsync("4500187342");
        var looked = await RoundTrips.OfAsync(() => TellAsync(Row("EXP-1", order, "99", 1)));
        var taken = await RoundTrips.OfAsync(() => TellAsync(Row("EXP-1", order, "10", 4000), Row("EXP-1", order, "20", 1)));

        Assert.InRange(looked.Count, 1, 4);
        Assert.InRange(taken.Count - looked.Count, 1, 5);
    }

    private static ToldShipment Row(string shipment, OrderView order, string line, decimal quantity, string? sscc = null) =>
        new() { ShipmentNumber = shipment, OrderNumber = order.Number, LineNo = line, Quantity = quantity, ShippedOn = _monday, Carrier = "Heppner", TrackingNumber = "HP42", Sscc = sscc };

    private Task<TellShipments.Told> TellAsync(params ToldShipment[] rows) => DoneAsync<TellShipments, TellShipments.Told>(it => it.ExecuteAsync(new() { Rows = [.. rows] }));

    private Task<DeliveryView> PlanAsync(OrderView order) => DoneAsync<PlanDelivery, DeliveryView>(it => it.ExecuteAsync(new() { Orders = [order.Id] }));

    private Task<DeliveryView> DeliveryAsync(DeliveryId id) => DoneAsync<ReadDelivery, DeliveryView>(it => it.ExecuteAsync(id));

    private async Task<(OrderStatus Status, decimal First, decimal Second)> StandingAsync(OrderId id)
    {
        var order = (await _world.Get<ReadOrder>().ExecuteAsync(id)).Value!;

        return (order.Status, order.Lines[0].OutstandingQuantity, order.Lines[1].OutstandingQuantity);
    }

    private async Task<T> DoneAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
    {
        var result = await execute(_world.Get<TUseCase>());
        Assert.True(result.IsOk, result.Refusal?.ToString());

        return result.Value;
    }

    private Task<OrderView> AnOrderAsync(string reference) => _world.ConfirmedAsync(new()
    {
        ClientId = _client.Id,
        SiteId = _client.Sites[0].Id,
        CustomerReference = reference,
        RequestedOn = new(2026, 11, 24),
        Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000 }, new() { LineNo = "20", ProductCode = "RP-M8-ZN", Quantity = 300 }],
    });
}
