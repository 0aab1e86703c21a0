using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tests.Orders;

namespace AdvPortal.Domain.Tests.Deliveries;

public sealed class DeliveryTests
{
    [Fact]
    public void Several_orders_of_one_client_to_one_place_go_in_one_delivery()
    {
        var (first, second) = (AnOrder(), AnOrder());
        var delivery = DeliveryLifeTests.Planned(new(first, "10", 2000), new(second, "20", 300));

        Pack(delivery, first, second);
        Assert.Equal((OrderStatus.InPreparation, OrderStatus.InPreparation), (first.Status, second.Status));

        Assert.Null(Ship(delivery, first, second).Refusal);
        Assert.Equal((3000m, 0m, 5000m), (first.Lines[0].OutstandingQuantity, second.Lines[1].OutstandingQuantity, second.Lines[0].OutstandingQuantity));
    }

    [Fact]
    public void What_goes_elsewhere_is_too_much_or_is_not_promised_is_not_planned()
    {
        var order = AnOrder();
        var strasbourg = Given.AnOrder(Given.ADraft(Given.Wednesday) with { SiteId = Given.Strasbourg });
        strasbourg.Confirm(Given.Now);
        var toReview = OrderLifeTests.At(OrderStatus.ToReview);

        Assert.IsType<DeliveryWithoutGoods>(Plan().Refusal);
        Assert.Equal(new GoesElsewhere(""), Plan(new(order, "10", 1), new(strasbourg, "10", 1)).Refusal);
        Assert.Equal(new OrderDoesNotAllow(OrderAct.Ship, OrderStatus.ToReview), Plan(new Goods(toReview, "10", 1)).Refusal);
        Assert.Equal(new NoSuchLine("30"), Plan(new Goods(order, "30", 1)).Refusal);
        Assert.Equal(new ShippedQuantityNotPositive("10"), Plan(new Goods(order, "10", 0)).Refusal);
        Assert.Equal(new PlannedTwice("", "10"), Plan(new(order, "20", 1), new(order, "10", 1), new(order, "10", 1)).Refusal);
        Assert.Equal(new PlansTooMuch("", "10", 5000), Plan(new Goods(order, "10", 5001)).Refusal);
        Assert.Equal(new PlansTooMuch("", "10", 5000), DeliveryLifeTests.Planned(new Goods(order, "20", 1)).Load([new(order, "10", 5001)], DeliveryLifeTests.Nothing, DeliveryTolerance.None).Refusal);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, -1, "2026-11-22")]
    [InlineData(-2, -1, "2026-11-21")]
    [InlineData(-1, 1, "2026-11-22")]
    public void It_leaves_and_arrives_from_today_on(int ship, int arrive, string? past)
    {
        var (order, days) = (AnOrder(), (Given.Monday.AddDays(ship), Given.Monday.AddDays(arrive)));
        var planned = Delivery.Plan(Ids.New<DeliveryId>(), [new(order, "10", 5000)], DeliveryLifeTests.Nothing, DeliveryTolerance.None, days, Given.Monday);
        var moved = DeliveryLifeTests.Planned(new Goods(order, "10", 5000)).Move(days, Given.Monday);

        Assert.Equal(past is null ? null : new ArrivalInPast(Given.Day(past)), planned.Refusal);
        Assert.Equal(planned.Refusal, moved.Refusal);
    }

    [Fact]
    public void What_was_given_up_of_a_line_is_planned_no_more_and_what_has_all_left_is_not_filled_up()
    {
        var order = AnOrder();
        order.Ship(new Dictionary<string, decimal> { ["10"] = 2000 }, ShippingTerms.Usual);
        Assert.Equal(new PlansTooMuch("", "10", 3250), DeliveryLifeTests.Plan(new(5, 0), DeliveryLifeTests.Nothing, new Goods(order, "10", 3251)).Refusal);

        order.CloseShort(["10"], "Plus fabriqué");
        Assert.Equal(new PlansTooMuch("", "10", 0), DeliveryLifeTests.Plan(new(5, 0), DeliveryLifeTests.Nothing, new Goods(order, "10", 1)).Refusal);

        order.TakeShipmentBack(new Dictionary<string, decimal> { ["10"] = 500 });
        Assert.Equal(new PlansTooMuch("", "10", 500), Plan(new Goods(order, "10", 501)).Refusal);
        Assert.True(Plan(new Goods(order, "10", 500)).IsOk);
    }

    [Fact]
    public void Where_it_stands_is_said_before_what_is_wrong_with_what_was_sent()
    {
        var (delivery, order) = DeliveryLifeTests.At(DeliveryStatus.Cancelled);
        var nobody = new ProofOfDelivery("", Given.Now);

        Assert.All(
            [
                (DeliveryAct.Change, delivery.Move((Given.Wednesday, Given.Monday), Given.Monday)),
                (DeliveryAct.Change, delivery.Load([], DeliveryLifeTests.Nothing, DeliveryTolerance.None)),
                (DeliveryAct.Pack, delivery.Pack([new(LogisticUnit.Parcel, "1", [])], [order])),
                (DeliveryAct.Track, delivery.Track(null, null, "suivi.example")),
                (DeliveryAct.Deliver, delivery.Deliver(nobody, [order], DeliveryLifeTests.NoOther, Given.Now)),
                (DeliveryAct.Refuse, delivery.Refuse([], nobody, sendAgain: true, [order], DeliveryLifeTests.NoOther, Given.Now)),
                (DeliveryAct.Void, delivery.Void("", [order])),
            ],
            ((DeliveryAct Act, Result Done) each) => Assert.Equal(new DeliveryDoesNotAllow(each.Act, DeliveryStatus.Cancelled), each.Done.Refusal));
    }

    [Theory]
    [InlineData(0, 3000, 2000, 2000)]
    [InlineData(2, 3000, 2100, 2100)]
    [InlineData(0, 6000, 1, 0)]
    public void Not_more_is_planned_than_is_outstanding_and_in_no_other_delivery(double over, double elsewhere, double wanted, double most)
    {
        var order = AnOrder();
        var (held, tolerance) = (new Dictionary<Guid, decimal> { [order.Lines[0].Id] = (decimal)elsewhere }, new DeliveryTolerance((decimal)over, 0));

        Assert.Equal(most > 0, DeliveryLifeTests.Plan(tolerance, held, new Goods(order, "10", (decimal)wanted)).IsOk);
        Assert.Equal(new PlansTooMuch("", "10", (decimal)most), DeliveryLifeTests.Plan(tolerance, held, new Goods(order, "10", (decimal)wanted + 1)).Refusal);
    }

    [Fact]
    public void A_line_that_was_given_up_does_not_leave_under_the_number_that_another_has_taken()
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new(order, "10", 5000), new(order, "20", 300));
        Pack(delivery, order);
        Amend(order, draft => draft with { Lines = [draft.Lines[0]] });
        Amend(order, draft => draft with { Lines = [draft.Lines[0], Given.ALine("20", quantity: 50)] });

        Assert.Equal(new NoSuchLine("20"), Ship(delivery, order).Refusal);
        Assert.Equal((DeliveryStatus.Packed, 5000m), (delivery.Status, order.Lines[0].OutstandingQuantity));
    }

    [Fact]
    public void What_leaves_late_arrives_late()
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 5000));
        Pack(delivery, order);
        var late = delivery.ArriveOn;

        Assert.True(delivery.Ship([order], _ => ShippingTerms.Usual, Given.Now, late).IsOk);
        Assert.Equal((late, new Transport(order.TransportDays).ArriveOn(late)), (delivery.ShipOn, delivery.ArriveOn));
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-23", "2026-11-25")] // early: they expect it as they were told
    [InlineData("2026-11-25", "2026-11-24", "2026-11-25")]
    [InlineData("2026-11-25", "2026-11-25", "2026-11-26")]
    [InlineData("2026-11-28", "2026-11-27", "2026-11-28")] // whoever receives on Saturdays
    [InlineData("2026-11-27", "2026-11-27", "2026-11-30")] // nobody was told Saturday
    public void What_leaves_in_time_arrives_when_it_was_to(string planned, string leaves, string arrives)
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 5000));
        Assert.True(delivery.Move((Given.Monday, Given.Day(planned)), Given.Monday).IsOk);
        Pack(delivery, order);

        Assert.True(delivery.Ship([order], _ => ShippingTerms.Usual, Given.Now, Given.Day(leaves)).IsOk);
        Assert.Equal(Given.Day(arrives), delivery.ArriveOn);
    }

    [Fact]
    public void A_delivery_is_moved_and_loaded_otherwise_and_what_stays_keeps_its_row()
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new(order, "10", 5000), new(order, "20", 300));
        var kept = delivery.Lines[1].Id;

        Assert.Equal(new ArrivalInPast(Given.Monday.AddDays(-1)), delivery.Move((Given.Monday.AddDays(-1), Given.Wednesday), Given.Monday).Refusal);
        Assert.Equal(new ArrivesBeforeLeaving(Given.Wednesday, Given.Monday), delivery.Move((Given.Wednesday, Given.Monday), Given.Monday).Refusal);
        Assert.True(delivery.Move((Given.Wednesday, Given.Wednesday.AddDays(1)), Given.Monday).IsOk);
        Assert.IsType<DeliveryWithoutGoods>(delivery.Load([], DeliveryLifeTests.Nothing, DeliveryTolerance.None).Refusal);
        var version = delivery.Version;
        Assert.True(delivery.Load([new(order, "20", 200)], DeliveryLifeTests.Nothing, DeliveryTolerance.None).IsOk);
        Assert.NotEqual(version, delivery.Version);

        Assert.Equal((kept, 200m, 0), (Assert.Single(delivery.Lines).Id, delivery.Lines[0].Quantity, delivery.Lines[0].Position));
    }

    [Fact]
    public void What_the_client_requires_of_a_step_is_settled_before_it()
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 5000));
        Reach(order, Moments.Labelling);

        // And it is said before what is wrong with a parcel.
        var unmet = Assert.IsType<RequirementsNotMet>(delivery.Pack([new(LogisticUnit.Parcel, "1", [])], [order]).Refusal);
        Assert.Equal((DeliveryStatus.Planned, OrderStatus.Confirmed), (delivery.Status, order.Status));

        order.Waive(unmet.Findings[0].Id, "Sans étiquette cette fois", "Karim Haddad", Given.Claire, Given.Now);
        Assert.Null(delivery.Pack([], [order]).Refusal);

        // Found since it was packed: it stops the departure.
        Reach(order, Moments.Packing);
        Assert.IsType<RequirementsNotMet>(Ship(delivery, order).Refusal);
        Assert.Equal(OrderStatus.InPreparation, order.Status);

        // What counts at planning stops the plan.
        Reach(order, Moments.Planning);
        Assert.IsType<RequirementsNotMet>(Plan(new Goods(order, "20", 300)).Refusal);
    }

    [Fact]
    public void Every_order_of_a_delivery_leaves_or_none_does()
    {
        var (first, second) = (AnOrder(), AnOrder());
        var delivery = DeliveryLifeTests.Planned(new(first, "10", 5000), new(second, "10", 5000));
        Pack(delivery, first, second);
        second.HoldBack(OrderLifeTests.AHold, Given.Monday);

        Assert.Equal(new OrderDoesNotAllow(OrderAct.Ship, OrderStatus.OnHold), Ship(delivery, first, second).Refusal);
        Assert.Equal((DeliveryStatus.Packed, 5000m), (delivery.Status, first.Lines[0].OutstandingQuantity));
    }

    [Fact]
    public void A_held_order_is_not_packed()
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 5000));
        order.HoldBack(OrderLifeTests.AHold, Given.Monday);

        Assert.Equal(new OrderDoesNotAllow(OrderAct.Ship, OrderStatus.OnHold), delivery.Pack([], [order]).Refusal);
    }

    [Fact]
    public void A_shipment_that_is_void_leaves_its_orders_as_they_were_before()
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 2000));
        Pack(delivery, order);
        delivery.Ship([order], _ => ShippingTerms.Usual with { BackOrder = BackOrderPolicy.Cancel }, Given.Now, Given.Monday);
        Assert.Equal((0m, 3000m, 3000m), (order.Lines[0].OutstandingQuantity, order.Lines[0].CancelledQuantity, delivery.Lines[0].ClosedQuantity));

        Assert.IsType<VoidNeedsReason>(delivery.Void(" ", [order]).Refusal);
        Assert.Null(delivery.Void("Camion en panne", [order]).Refusal);
        Assert.Equal((OrderStatus.Confirmed, 5000m, 0m, 0m), (order.Status, order.Lines[0].OutstandingQuantity, order.Lines[0].ShippedQuantity, order.Lines[0].CancelledQuantity));
        Assert.Equal((DeliveryStatus.Cancelled, "Camion en panne"), (delivery.Status, delivery.VoidReason));
    }

    [Fact]
    public void An_order_is_delivered_when_all_its_deliveries_are()
    {
        var order = AnOrder();
        var (first, second) = (DeliveryLifeTests.Planned(new Goods(order, "10", 5000)), DeliveryLifeTests.Planned(new Goods(order, "20", 300)));
        Pack(first, order);
        Pack(second, order);
        Ship(first, order);
        Ship(second, order);
        Assert.Equal(OrderStatus.Shipped, order.Status);

        first.Deliver(DeliveryLifeTests.Signed, [order], new HashSet<OrderId> { order.Id }, Given.Now);
        Assert.Equal(OrderStatus.Shipped, order.Status);
        second.Deliver(DeliveryLifeTests.Signed, [order], DeliveryLifeTests.NoOther, Given.Now);
        Assert.Equal(OrderStatus.Delivered, order.Status);
    }

    [Theory]
    [InlineData(true, OrderStatus.PartlyShipped, 100)]
    [InlineData(false, OrderStatus.Shipped, 0)]
    public void What_is_refused_goes_again_or_waits_for_a_complaint(bool again, OrderStatus status, double outstanding)
    {
        var (delivery, order) = DeliveryLifeTests.At(DeliveryStatus.Shipped);
        var refused = delivery.Refuse([new(delivery.Lines[0].Id, 100, RefusedBecause.Other, " Carton mouillé ")], DeliveryLifeTests.Signed, again, [order], DeliveryLifeTests.NoOther, Given.Now);

        Assert.Null(refused.Refusal);
        Assert.Equal((DeliveryStatus.PartlyRefused, 4900m, 100m, "Carton mouillé"), (delivery.Status, delivery.Lines[0].DeliveredQuantity, delivery.Lines[0].RefusedQuantity, delivery.Lines[0].RefusedNote));
        Assert.Equal((status, (decimal)outstanding, again), (order.Status, order.Lines[0].OutstandingQuantity, delivery.IsSettled));
    }

    [Fact]
    public void An_order_whose_goods_were_all_taken_is_delivered_though_another_goes_again()
    {
        var (taken, again) = (AnOrder(), AnOrder());
        var delivery = DeliveryLifeTests.Planned(new(taken, "10", 5000), new(taken, "20", 300), new(again, "10", 5000), new(again, "20", 300));
        Pack(delivery, taken, again);
        Ship(delivery, taken, again);
        RefusedGoods[] refused = [new(delivery.Lines[2].Id, null, RefusedBecause.Closed), new(delivery.Lines[3].Id, null, RefusedBecause.Closed)];

        Assert.Null(delivery.Refuse(refused, DeliveryLifeTests.Signed, sendAgain: true, [taken, again], DeliveryLifeTests.NoOther, Given.Now).Refusal);
        Assert.Equal((OrderStatus.Delivered, OrderStatus.Confirmed, DeliveryStatus.PartlyRefused), (taken.Status, again.Status, delivery.Status));
        Assert.Equal([5000m, 300m, 0m, 0m], delivery.Lines.Select(line => line.DeliveredQuantity));
    }

    [Fact]
    public void Nothing_of_a_closed_order_goes_again_or_is_taken_back()
    {
        var (delivery, order) = DeliveryLifeTests.At(DeliveryStatus.Shipped);
        order.Close();
        var no = new OrderDoesNotAllow(OrderAct.TakeShipmentBack, OrderStatus.Closed);

        Assert.Equal(no, delivery.Refuse([new(delivery.Lines[0].Id, 100, RefusedBecause.Damaged)], DeliveryLifeTests.Signed, sendAgain: true, [order], DeliveryLifeTests.NoOther, Given.Now).Refusal);
        Assert.Equal(no, delivery.Void("Camion en panne", [order]).Refusal);
        Assert.Equal((DeliveryStatus.Shipped, null, null), (delivery.Status, delivery.Proof, delivery.VoidReason));
    }

    [Fact]
    public void What_was_noted_at_the_door_is_kept_as_it_was_said()
    {
        var (delivery, order) = DeliveryLifeTests.At(DeliveryStatus.Shipped);
        Assert.True(delivery.Deliver(new(" Karim Haddad ", Given.Now.AddMinutes(5), " Carton mouillé "), [order], DeliveryLifeTests.NoOther, Given.Now).IsOk);

        Assert.Equal(new ProofOfDelivery("Karim Haddad", Given.Now.AddMinutes(5), "Carton mouillé"), delivery.Proof);
        Assert.All(["", " ", null], (string? nothing) => Assert.Null(new ProofOfDelivery("Karim", Given.Now, nothing).Tidy().Reserves));
    }

    [Fact]
    public void A_refusal_says_what_and_why_and_a_proof_who_and_when()
    {
        var (delivery, order) = DeliveryLifeTests.At(DeliveryStatus.Shipped);
        var line = delivery.Lines[0].Id;

        Assert.IsType<NothingRefused>(Refuse().Refusal);
        Assert.IsType<ProofNeedsName>(delivery.Refuse([], new("", Given.Now), sendAgain: false, [order], DeliveryLifeTests.NoOther, Given.Now).Refusal);
        Assert.Equal(new RefusesTooMuch("10", 5000), Refuse(new RefusedGoods(line, 5001, RefusedBecause.Damaged)).Refusal);
        Assert.Equal(new RefusesTooMuch("10", 5000), Refuse(new RefusedGoods(line, 0, RefusedBecause.Damaged)).Refusal);
        Assert.IsType<RefusedNeedsNote>(Refuse(new RefusedGoods(line, 1, RefusedBecause.Other)).Refusal);
        Assert.Equal(new NoSuchDeliveryLine(""), Refuse(new RefusedGoods(Guid.Empty, 1, RefusedBecause.Damaged)).Refusal);
        Assert.Equal(new NoSuchDeliveryLine("10"), Refuse(new(line, 1, RefusedBecause.Damaged), new(line, 2, RefusedBecause.Damaged)).Refusal);
        Assert.IsType<ProofNeedsName>(delivery.Deliver(new(" ", Given.Now), [order], DeliveryLifeTests.NoOther, Given.Now).Refusal);
        Assert.IsType<ArrivedInFuture>(delivery.Deliver(new("Karim", Given.Now.AddHours(1)), [order], DeliveryLifeTests.NoOther, Given.Now).Refusal);
        Assert.Equal(DeliveryStatus.Shipped, delivery.Status);

        Result Refuse(params RefusedGoods[] refused) => delivery.Refuse(refused, DeliveryLifeTests.Signed, sendAgain: true, [order], DeliveryLifeTests.NoOther, Given.Now);
    }

    [Fact]
    public void A_wrong_sscc_a_number_twice_and_more_than_there_is_are_not_packed()
    {
        var order = AnOrder();
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 5000));
        var (line, sscc) = (delivery.Lines[0].Id, Sscc.Of("3012345", 1));

        Assert.Equal(new SsccNotValid("340123450000000018"), Packed(Parcel("340123450000000018")).Refusal);
        Assert.IsType<SsccTaken>(Packed(Parcel(sscc), Parcel(sscc)).Refusal);
        Assert.Equal(new UnitsHoldTooMuch("10", 5000), Packed(Parcel(sscc, new UnitContent(line, 3000)), Parcel(null, new UnitContent(line, 2001))).Refusal);
        Assert.Equal(new UnitNotOfDelivery(1), Packed(Parcel(sscc, new UnitContent(Guid.Empty, 1))).Refusal);
        Assert.Equal(new UnitNotOfDelivery(2), Packed(Parcel(sscc), Parcel(null) with { On = 1 }).Refusal);
        Assert.Equal(DeliveryStatus.Planned, delivery.Status);

        Assert.Null(Packed(new UnitDraft(LogisticUnit.Pallet, sscc, []), Parcel(null, new UnitContent(line, 5000)) with { On = 1 }).Refusal);
        Assert.Equal(delivery.Units[0].Id, delivery.Units[1].OnUnitId);

        // Packed anew, nothing bears an old number.
        delivery.Unpack();
        Assert.All(delivery.Units, unit => Assert.True(unit.IsVoid));
        Assert.IsType<SsccTaken>(Packed(Parcel(sscc)).Refusal);

        Result Packed(params UnitDraft[] units) => delivery.Pack(units, [order]);

        static UnitDraft Parcel(string? number, params UnitContent[] contents) => new(LogisticUnit.Parcel, number, contents);
    }

    [Theory]
    [InlineData("https://suivi.example/42", true)]
    [InlineData("", true)]
    [InlineData("http://suivi.example/42", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("suivi.example", false)]
    public void A_tracking_link_is_an_https_address(string link, bool taken)
    {
        var delivery = DeliveryLifeTests.Planned(new Goods(AnOrder(), "10", 5000));

        Assert.Equal(taken ? null : new TrackingLinkNotSafe(), delivery.Track(" Heppner ", "HP42", link).Refusal);
        Assert.Equal(taken ? "Heppner" : null, delivery.Carrier);
    }

    [Fact]
    public void It_is_numbered_once()
    {
        var delivery = DeliveryLifeTests.Planned(new Goods(AnOrder(), "10", 5000));
        delivery.Numbered(2026, 1);

        Assert.Equal("BL26-00001", delivery.Number);
        Assert.Throws<InvalidOperationException>(() => delivery.Numbered(2026, 2));
    }

    [Theory]
    [InlineData("255044462D", "application/pdf")]
    [InlineData("FFD8FF", "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("524946461A00000057454250", "image/webp")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("00000018667479706D696631", "image/heic")]
    [InlineData("3C68746D6C3E", null)] // <html>
    [InlineData("57454250", null)]
    [InlineData("", null)]
    public void A_proof_is_known_by_how_it_begins(string begins, string? type)
    {
        var bytes = Convert.FromHexString(begins);

        Assert.Equal(type, ProofType.Of(bytes));
        Assert.Equal(type, ProofType.Of([.. bytes, 0x2A]));
        Assert.Null(ProofType.Of(bytes.AsSpan(0, Math.Max(0, bytes.Length - 1))));
    }

    [Fact]
    public void Quantities_add_up_whatever_is_done()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var order = AnOrder();
            List<Delivery> deliveries = [];

            for (var step = 0; step < 16; step++)
            {
                var line = order.Lines[random.Next(2)];
                var any = deliveries.Count == 0 ? null : deliveries[random.Next(deliveries.Count)];
                var (over, versions) = (new DeliveryTolerance(random.Next(2) * 5, random.Next(2) * 5), order.Version);
                var result = random.Next(8) switch
                {
                    0 or 1 => Planned(DeliveryLifeTests.Plan(over, Held(), new Goods(order, line.LineNo, random.Next(1, 6000)))),
                    2 => any?.Pack([], [order]),
                    3 => any?.Ship([order], _ => new(over, random.Next(3) > 0, (BackOrderPolicy?)random.Next(3)), Given.Now, Given.Monday),
                    4 => any?.Deliver(DeliveryLifeTests.Signed, [order], Underway(any), Given.Now),
                    5 => any?.Refuse([new(any.Lines[0].Id, random.Next(1, 3000), RefusedBecause.Damaged)], DeliveryLifeTests.Signed, random.Next(2) > 0, [order], Underway(any), Given.Now),
                    6 => any?.Void("Camion en panne", [order]),
                    _ => any?.Load([new(order, line.LineNo, random.Next(1, 6000))], Held(any), over),
                };

                Assert.True(result is { IsOk: true } || order.Version == versions, $"{seed}, {step}: {result?.Refusal}");
                Assert.All(order.Lines, each =>
                {
                    var away = deliveries.SelectMany(d => d.Lines.Where(l => l.LineId == each.Id).Select(l => (d.Status, d.IsSentAgain, Line: l))).ToList();

                    // What has left of the line is what its deliveries brought, but for what goes again.
                    Assert.Equal(each.ShippedQuantity, away.Where(l => !l.Status.HoldsGoods() && l.Status is not DeliveryStatus.Cancelled).Sum(l => l.Line.Quantity - (l.IsSentAgain ? l.Line.RefusedQuantity : 0)));
                    Assert.Equal(decimal.Max(0, each.Quantity - each.ShippedQuantity - each.CancelledQuantity), each.OutstandingQuantity);
                    Assert.Equal(each.CancelledQuantity, away.Sum(l => l.Line.ClosedQuantity));
                    Assert.All(away.Where(l => l.Status is DeliveryStatus.Delivered or DeliveryStatus.PartlyRefused or DeliveryStatus.Refused), l => Assert.Equal(l.Line.Quantity, l.Line.DeliveredQuantity + l.Line.RefusedQuantity));
                });
                Assert.True(order.Status is not OrderStatus.Delivered || deliveries.TrueForAll(d => d.IsSettled || d.Status.HoldsGoods() || d.Status is DeliveryStatus.Cancelled));
            }

            Result Planned(Result<Delivery> planned)
            {
                if (planned.IsOk)
                {
                    deliveries.Add(planned.Value);
                }

                return planned.IsOk ? Result.Ok : planned.Refusal;
            }

            Dictionary<Guid, decimal> Held(Delivery? but = null) =>
                deliveries.Where(d => d != but && d.Status.HoldsGoods()).SelectMany(d => d.Lines).GroupBy(l => l.LineId).ToDictionary(l => l.Key, l => l.Sum(each => each.Quantity));

            HashSet<OrderId> Underway(Delivery but) =>
                deliveries.Exists(d => d != but && !d.IsSettled && !d.Status.HoldsGoods() && d.Status is not DeliveryStatus.Cancelled) ? [order.Id] : [];
        }
    }

    private static Order AnOrder() => OrderLifeTests.At(OrderStatus.Confirmed);

    private static Result<Delivery> Plan(params Goods[] goods) => DeliveryLifeTests.Plan(DeliveryTolerance.None, DeliveryLifeTests.Nothing, goods);

    private static void Pack(Delivery delivery, params Order[] orders) => Assert.Null(delivery.Pack([], orders).Refusal);

    private static Result Ship(Delivery delivery, params Order[] orders) => delivery.Ship(orders, _ => ShippingTerms.Usual, Given.Now, Given.Monday);

    private static void Amend(Order order, Func<OrderDraft, OrderDraft> change)
    {
        var draft = change(order.ToDraft());
        Assert.True(order.Amend(draft, Given.Judge(draft), new(Ids.New<OrderDocumentId>(), 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
        order.Confirm(Given.Now);
    }

    private static void Reach(Order order, Moments step)
    {
        var rules = Rulebook.Of([Given.ARequirement(new Instruction { Text = "Film noir" }, Severity.Block, moments: step)]);
        order.Reach(step, Judgement.AtStep(order.AsItStands(), rules, Given.ThisMorning, step));
    }
}
