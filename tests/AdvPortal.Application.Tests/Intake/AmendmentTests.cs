using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Intake;

public sealed class AmendmentTests(TestDatabase database) : IAsyncLifetime
{
    private const string Reference = "4500187342";

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c =>
        {
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty);
            c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example", phone: null, language: null);
        });
        await _world.AProductAsync("VH-M8-30-ZN");
        await _world.AProductAsync("EH-M8-ZN");
        await _world.AProductAsync("RP-M8-ZN");
        await RequireAsync("Pas de livraison le mercredi", Severity.Block, new DeliveryDays { Closed = Weekdays.Wednesday });
        await RequireAsync("Il faut rajouter '0A-'", Severity.AutoFix, new ProductCode { Prefix = "0A-" });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_change_waits_beside_its_order_and_shows_what_it_would_do_without_doing_it()
    {
        var order = await AConfirmedOrderAsync();
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, "2026-12-02", ("10", "0A-VH-M8-30-ZN", 6000, 8.40m), ("30", "0A-RP-M8-ZN", 100, 1.25m)));
        Assert.Equal(("needs-review", (OrderId?)order.Id), (document.Status, document.AmendsOrderId));

        var shown = (await _world.Get<ReadAmendment>().ExecuteAsync(document.Id)).Value!;

        Assert.Equal(
            [("10", LineDifferenceKind.Changed), ("20", LineDifferenceKind.Removed), ("30", LineDifferenceKind.Added)], shown.Lines.Select(line => (line.LineNo, line.Kind)));
        Assert.Equal((5000m, new DateOnly(2026, 11, 26), 6000m, new DateOnly(2026, 12, 3)), (shown.Lines[0].Before!.Quantity, shown.Lines[0].Before!.PromisedOn!.Value, shown.Lines[0].After!.Quantity, shown.Lines[0].After!.PromisedOn!.Value));
        Assert.Contains(shown.WouldBe!.NewFindings, finding => finding.Kind == DeliveryDays.KindName);
        var untouched = (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal((order.Version, OrderStatus.Confirmed, 5000m), (untouched.Version, untouched.Status, untouched.Lines[0].Quantity));
    }

    [Fact]
    public async Task A_change_applied_is_the_same_order_judged_again_and_answered_in_a_second_version()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, "2026-11-26", ("10", "0A-VH-M8-30-ZN", 6000, 8.40m), ("30", "0A-RP-M8-ZN", 100, 1.25m)));
        var applied = await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version);
        Assert.Equal("done", applied.Value!.Status);

        var amended = await OrderAsync(order.Id);
        Assert.Equal((order.Number, Reference, OrderStatus.ToReview, 2), (amended.Number, amended.CustomerReference, amended.Status, amended.Revision));
        Assert.Equal(["10:6000", "30:100"], amended.Lines.Select(line => $"{line.LineNo}:{line.Quantity:0}"));

        Assert.True((await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, amended.Version)).IsOk);
        var answer = (await _world.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;

        Assert.Equal((2, AcknowledgementStatus.Accepted, new AnsweredChange(ChangeAnswer.Taken, "CHG-1", new(2026, 11, 23))), (answer.Version, answer.Status, answer.Answers));
        Assert.Equal([("10", LineStatus.Changed), ("30", LineStatus.Added), ("20", LineStatus.Deleted)], answer.Lines.Select(line => (line.LineNo, line.LineStatus)));
        Assert.Equal((6000m, 5000m), (answer.Lines[0].OrderedQuantity, answer.Lines[0].Before!.Quantity));
    }

    [Fact]
    public async Task Some_lines_are_applied_and_the_others_said_to_be_refused()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, "2026-11-26", ("10", "0A-VH-M8-30-ZN", 6000, 8.40m), ("20", "0A-EH-M8-ZN", 9000, 3.10m), ("30", "0A-RP-M8-ZN", 100, 1.25m)));
        Assert.IsType<NoSuchAmendedLine>((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(["90"]), document.Version)).Refusal);
        Assert.IsType<AmendmentChangesNothing>((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new([]), document.Version)).Refusal);
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(["10"], Note: "Plus de stock avant janvier"), document.Version)).IsOk);
        await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, version: null);

        var answer = (await _world.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;

        Assert.Equal((AcknowledgementStatus.AcceptedWithAmendment, ChangeAnswer.TakenInPart), (answer.Status, answer.Answers!.Answer));
        Assert.Equal(
            [("10", LineStatus.Changed, 6000m), ("20", LineStatus.NotAccepted, 300m), ("30", LineStatus.NotAccepted, 0m)], answer.Lines.Select(line => (line.LineNo, line.LineStatus, line.PromisedQuantity)));
        Assert.Equal("Plus de stock avant janvier", answer.Lines[1].Note);
    }

    [Fact]
    public async Task A_refused_change_leaves_the_order_and_is_answered_on_its_own()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, "2026-11-26", ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)));
        Assert.IsType<AmendmentRefusalNeedsReason>((await _world.Get<RefuseAmendment>().ExecuteAsync(document.Id, new(AmendmentRefusal.Other), document.Version)).Refusal);
        Assert.True((await _world.Get<RefuseAmendment>().ExecuteAsync(document.Id, new(AmendmentRefusal.InPreparation, "Départ demain"), document.Version)).IsOk);

        var kept = await OrderAsync(order.Id);
        Assert.Equal((OrderStatus.Confirmed, 1, 5000m), (kept.Status, kept.Revision, kept.Lines[0].Quantity));
        Assert.Equal((AmendmentOutcome.Refused, AmendmentRefusal.InPreparation), (kept.Amendments.Single().Outcome, kept.Amendments.Single().Reason!.Value));
        var answer = (await _world.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal(((AnsweredChange?)null, 1, LineStatus.Accepted), (answer.Answers, answer.Version, answer.Lines[0].LineStatus));

        var mail = await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == order.Id.Value).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Select(m => m.Subject).FirstAsync());
        Assert.Equal($"Votre commande {Reference}\u00A0: modification refusée (notre réf. {order.Number})", mail);
    }

    [Fact]
    public async Task A_cancellation_gives_the_whole_order_up_and_says_so_to_the_client()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        var document = await ReceiveAsync(ChangeFile.UblCancellation("ANN-1", Reference));
        var shown = (await _world.Get<ReadAmendment>().ExecuteAsync(document.Id)).Value!;
        Assert.True(shown.IsCancellation);
        Assert.All(shown.Lines, line => Assert.Equal(LineDifferenceKind.Removed, line.Kind));

        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).IsOk);

        var cancelled = await OrderAsync(order.Id);
        Assert.Equal((OrderStatus.Cancelled, "Chantier arrêté"), (cancelled.Status, cancelled.CancelReason));
        var answer = (await _world.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal((2, AcknowledgementStatus.Accepted, ChangeAnswer.Cancelled, "ANN-1"), (answer.Version, answer.Status, answer.Answers!.Answer, answer.Answers.Number));
        Assert.All(answer.Lines, line => Assert.Equal((LineStatus.Deleted, 0m), (line.LineStatus, line.PromisedQuantity)));
        Assert.Contains(await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == order.Id.Value).Select(m => m.Subject).ToListAsync()), subject => subject.Contains("annulée", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancellation_before_our_answer_left_takes_the_answer_along()
    {
        var order = await AConfirmedOrderAsync();
        var document = await ReceiveAsync(ChangeFile.UblCancellation("ANN-1", Reference));
        await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version);

        Assert.Equal(1, (await OrderAsync(order.Id)).Revision);
        Assert.Equal(["Cancelled", "Waiting"], await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == order.Id.Value).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Status.ToString()).ToListAsync()));
    }

    [Fact]
    public async Task A_message_that_names_some_lines_leaves_the_others_alone()
    {
        var order = await AConfirmedOrderAsync();
        var document = await ReceiveAsync(ChangeFile.Edifact("CHG-2", Reference, "LIN+20+3'", "PIA+1+0A-EH-M8-ZN:IN'", "QTY+21:400:PCE'"));
        var shown = (await _world.Get<ReadAmendment>().ExecuteAsync(document.Id)).Value!;

        Assert.Equal([("10", LineDifferenceKind.Unchanged), ("20", LineDifferenceKind.Changed)], shown.Lines.Select(line => (line.LineNo, line.Kind)));
        Assert.Equal([LineField.Quantity], shown.Lines[1].Fields);
        Assert.Equal(order.Id, shown.Order!.Id);
    }

    [Fact]
    public async Task What_has_shipped_is_not_changed_and_no_less_than_that_is_ordered()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, "2026-11-26", ("10", "0A-VH-M8-30-ZN", 1000, 8.40m), ("20", "0A-EH-M8-ZN", 300, 3.10m)));
        await _world.StoreAsync(db => db.Set<OrderLine>().Where(l => EF.Property<OrderId>(l, "OrderId") == order.Id && l.LineNo == "10").ExecuteUpdateAsync(set => set.SetProperty(l => l.OutstandingQuantity, 3000).SetProperty(l => l.ShippedQuantity, 2000)));

        var shown = (await _world.Get<ReadAmendment>().ExecuteAsync(document.Id)).Value!;
        Assert.Equal((nameof(LineHasShipped), "10", 2000m), (shown.Obstacle!.Key, shown.Obstacle.Parts[0], shown.Obstacle.Parts[1]));
        Assert.Equal(new LineHasShipped("10", 2000), (await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).Refusal);

        await _world.StoreAsync(db => db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OrderStatus.Shipped)));
        Assert.Equal(new OrderNotAmendable(OrderStatus.Shipped), (await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).Refusal);
    }

    [Fact]
    public async Task Of_an_order_that_has_left_in_part_a_cancellation_leaves_what_has_left()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        await _world.StoreAsync(async db =>
        {
            await db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OrderStatus.PartlyShipped));
            await db.Set<OrderLine>().Where(l => EF.Property<OrderId>(l, "OrderId") == order.Id && l.LineNo == "10").ExecuteUpdateAsync(set => set.SetProperty(l => l.OutstandingQuantity, 3000).SetProperty(l => l.ShippedQuantity, 2000));
        });
        var document = await ReceiveAsync(ChangeFile.UblCancellation("ANN-1", Reference));
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).IsOk);

        var rest = await OrderAsync(order.Id);
        Assert.Equal((OrderStatus.Shipped, 2), (rest.Status, rest.Revision));
        Assert.Equal([("10", 2000m, 0m)], rest.Lines.Select(line => (line.LineNo, line.Quantity, line.OutstandingQuantity)));
        var answer = (await _world.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal([("10", LineStatus.AlreadyDelivered, 2000m), ("20", LineStatus.Deleted, 0m)], answer.Lines.Select(line => (line.LineNo, line.LineStatus, line.PromisedQuantity)));
    }

    [Fact]
    public async Task What_has_left_in_part_stays_also_while_a_change_of_it_is_reviewed()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        await _world.StoreAsync(async db =>
        {
            await db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OrderStatus.PartlyShipped));
            await db.Set<OrderLine>().Where(l => EF.Property<OrderId>(l, "OrderId") == order.Id && l.LineNo == "10").ExecuteUpdateAsync(set => set.SetProperty(l => l.OutstandingQuantity, 3000).SetProperty(l => l.ShippedQuantity, 2000));
        });
        var (change, cancellation) = (await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m))), await ReceiveAsync(ChangeFile.UblCancellation("ANN-1", Reference)));
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(change.Id, new(), change.Version)).IsOk);

        Assert.Equal(new OrderCannotBecome(OrderStatus.ToReview, OrderStatus.Cancelled), (await _world.Get<CancelOrder>().ExecuteAsync(order.Id, new("Erreur"), version: null)).Refusal);
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(cancellation.Id, new(), cancellation.Version)).IsOk);

        var rest = await OrderAsync(order.Id);
        Assert.Equal((OrderStatus.Shipped, 2000m, 0m), (rest.Status, rest.Lines.Single().Quantity, rest.Lines.Single().OutstandingQuantity));
    }

    [Fact]
    public async Task A_quantity_in_boxes_is_counted_as_it_was_when_it_was_ordered()
    {
        await _world.StoreAsync(async db => (await db.Products.SingleAsync(p => p.Code == "EH-M8-ZN")).Pack(100, "BX"));
        await AnOrderInBoxesAsync();
        var (same, more) = (await ReceiveAsync(ChangeFile.Edifact("CHG-1", Reference, "LIN+20+3'", "PIA+1+0A-EH-M8-ZN:IN'", "QTY+21:3:BX'")), await ReceiveAsync(ChangeFile.Edifact("CHG-2", Reference, "LIN+20+3'", "PIA+1+0A-EH-M8-ZN:IN'", "QTY+21:4:BX'")));

        Assert.All((await _world.Get<ReadAmendment>().ExecuteAsync(same.Id)).Value!.Lines, line => Assert.Equal(LineDifferenceKind.Unchanged, line.Kind));
        Assert.Equal([LineField.Quantity], (await _world.Get<ReadAmendment>().ExecuteAsync(more.Id)).Value!.Lines[1].Fields);
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(more.Id, new(), more.Version)).IsOk);

        var line = await _world.ReadAsync(db => db.Set<OrderLine>().SingleAsync(l => l.LineNo == "20"));
        Assert.Equal((400m, "PCE", new OrderedAs(4, "BX", 100, ConversionBasis.Product)), (line.Quantity, line.Unit, line.Ordered));
    }

    [Theory]
    [InlineData("LIN+20+3'", "QTY+21:4:BX'")]
    [InlineData("LIN+000020+3'", "QTY+21:4'")]
    public async Task A_line_that_is_named_by_its_number_alone_is_counted_as_its_article_is_sold(params string[] lines)
    {
        await _world.StoreAsync(async db => (await db.Products.SingleAsync(p => p.Code == "EH-M8-ZN")).Pack(100, "BX"));
        await AnOrderInBoxesAsync();
        var document = await ReceiveAsync(ChangeFile.Edifact("CHG-1", Reference, lines));
        Assert.Equal([LineField.Quantity], (await _world.Get<ReadAmendment>().ExecuteAsync(document.Id)).Value!.Lines[1].Fields);
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).IsOk);

        var line = await _world.ReadAsync(db => db.Set<OrderLine>().SingleAsync(l => l.LineNo == "20"));
        Assert.Equal((400m, "PCE", new OrderedAs(4, "BX", 100, ConversionBasis.Product)), (line.Quantity, line.Unit, line.Ordered));
    }

    [Theory]
    [InlineData("2026-11-26", 6000, 27)]
    [InlineData("2026-11-24", 5000, 27)]
    public async Task A_day_that_somebody_agreed_for_a_line_outlasts_a_change_of_the_others_and_of_the_orders_own_date(string requestedOn, int quantity, int promised)
    {
        var order = await AnOrderWithAFridayAsync(own: new(2026, 11, 27));
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, requestedOn, ("10", "0A-VH-M8-30-ZN", quantity, 8.40m), ("20", "0A-GJ-M10", 10, 2m)));
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).IsOk);

        Assert.All((await OrderAsync(order.Id)).Lines, line => Assert.Equal(promised, line.PromisedOn!.Value.Day));
    }

    [Fact]
    public async Task A_day_that_somebody_agreed_for_a_line_that_goes_with_its_order_is_not_agreed_for_the_orders_new_date()
    {
        var order = await AnOrderWithAFridayAsync(own: null);
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, "2026-12-04", ("10", "0A-VH-M8-30-ZN", 5000, 8.40m), ("20", "0A-GJ-M10", 10, 2m)));
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).IsOk);

        Assert.All((await OrderAsync(order.Id)).Lines, line => Assert.Equal(new DateOnly(2026, 12, 7), line.PromisedOn));
    }

    [Fact]
    public async Task An_order_that_was_misread_is_looked_for_anew_and_one_that_a_person_named_is_not()
    {
        var (meant, other) = (await AnOrderAsync(), await AnOrderAsync("4500187399"));
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)));
        await _world.StoreAsync(db => db.OrderDocuments.Where(d => d.Id == document.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.AmendsOrderId, other.Id)));

        Assert.Equal(meant.Id, (await _world.Get<ReadAgain>().ExecuteAsync(document.Id, version: null)).Value!.AmendsOrderId);
        Assert.True((await _world.Get<AnswerOrderDocument>().ExecuteAsync(document.Id, form => form with { AmendsOrderId = other.Id }, version: null)).IsOk);
        Assert.Equal(other.Id, (await _world.Get<ReadAgain>().ExecuteAsync(document.Id, version: null)).Value!.AmendsOrderId);
    }

    [Fact]
    public async Task What_stands_in_the_way_of_a_line_outlasts_a_change_of_another()
    {
        var order = await AnOrderInBoxesAsync();
        var document = await ReceiveAsync(ChangeFile.Edifact("CHG-1", Reference, "LIN+10+3'", "PIA+1+0A-VH-M8-30-ZN:IN'", "QTY+21:6000:PCE'"));
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).IsOk);

        Assert.Contains((await OrderAsync(order.Id)).Findings, finding => finding is { Kind: FindingKinds.UnitUnknown, LineNo: "20", State: FindingState.Open });
        Assert.IsType<RequirementsNotMet>((await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, version: null)).Refusal);
    }

    [Fact]
    public async Task A_change_that_was_decided_is_not_read_again()
    {
        await AnOrderAsync();
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)));
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).IsOk);

        Assert.IsType<DocumentSettled>((await _world.Get<ReadAgain>().ExecuteAsync(document.Id, version: null)).Refusal);
    }

    [Fact]
    public async Task Two_orders_of_one_number_are_asked_for_and_a_person_says_which()
    {
        var (first, second) = (await AnOrderAsync(), await AnOrderAsync());
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)));
        Assert.Equal(("needs-review", (OrderId?)null), (document.Status, document.AmendsOrderId));
        var asked = (await _world.Get<ReadAmendment>().ExecuteAsync(document.Id)).Value!;
        Assert.Equal([second.Id, first.Id], asked.Candidates.Select(candidate => candidate.Id));
        Assert.IsType<AmendmentWithoutOrder>((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(), document.Version)).Refusal);

        var answered = (await _world.Get<AnswerOrderDocument>().ExecuteAsync(document.Id, form => form with { AmendsOrderId = first.Id }, document.Version)).Value!;
        Assert.Equal(first.Id, answered.AmendsOrderId);
        Assert.IsType<NoSuchOrder>((await _world.Get<AnswerOrderDocument>().ExecuteAsync(document.Id, form => form with { AmendsOrderId = Ids.New<OrderId>() }, answered.Version)).Refusal);
    }

    [Fact]
    public async Task Of_an_unknown_number_the_clients_open_orders_are_offered_and_of_nobody_the_client_is_asked()
    {
        var order = await AnOrderAsync();
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", "UNKNOWN", null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)));
        Assert.Equal([order.Id], (await _world.Get<ReadAmendment>().ExecuteAsync(document.Id)).Value!.Candidates.Select(candidate => candidate.Id));

        var nobodys = (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(ChangeFile.Ubl("CHG-2", Reference, null, ("10", "0A-VH-M8-30-ZN", 7000, 8.40m)), "c.xml", "", client: null)).Value!;
        Assert.Equal(("needs-client", (OrderId?)null), (nobodys.Status, nobodys.AmendsOrderId));
        var told = (await _world.Get<AnswerOrderDocument>().ExecuteAsync(nobodys.Id, form => form with { ClientId = _client.Id }, nobodys.Version)).Value!;
        Assert.Equal(("needs-review", (OrderId?)order.Id), (told.Status, told.AmendsOrderId));
    }

    [Fact]
    public async Task The_same_change_in_another_file_is_said_and_one_decision_is_all()
    {
        await AnOrderAsync();
        var first = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)));
        var again = await ReceiveAsync([.. ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)), (byte)'\n']);
        Assert.Equal([first.Id], (await _world.Get<ReadAmendment>().ExecuteAsync(again.Id)).Value!.SameAs.Select(twin => twin.Id));

        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(first.Id, new(), first.Version)).IsOk);
        Assert.IsType<ChangedMeanwhile>((await _world.Get<ApplyAmendment>().ExecuteAsync(first.Id, new(), first.Version)).Refusal);
        Assert.IsType<DocumentSettled>((await _world.Get<RefuseAmendment>().ExecuteAsync(first.Id, new(AmendmentRefusal.TooLate), version: null)).Refusal);
        var decided = (await _world.Get<ReadAmendment>().ExecuteAsync(first.Id)).Value!;
        Assert.Equal((AmendmentOutcome.Applied, true), (decided.Decided!.Outcome, decided.Lines.All(line => line.IsApplied is true)));
    }

    [Fact]
    public async Task An_order_that_moved_since_it_was_seen_is_looked_at_again()
    {
        var order = await AnOrderAsync();
        var document = await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m)));

        Assert.IsType<ChangedMeanwhile>((await _world.Get<ApplyAmendment>().ExecuteAsync(document.Id, new(OrderVersion: order.Version - 1), document.Version)).Refusal);
    }

    [Fact]
    public async Task A_decision_is_told_of_the_order_and_goes_to_the_database_no_more_than_four_times()
    {
        var order = await AConfirmedOrderAsync(hasLeft: true);
        var (change, cancellation) = (await ReceiveAsync(ChangeFile.Ubl("CHG-1", Reference, null, ("10", "0A-VH-M8-30-ZN", 6000, 8.40m))), await ReceiveAsync(ChangeFile.UblCancellation("ANN-1", Reference)));
        var refused = await ReceiveAsync(ChangeFile.Ubl("CHG-3", Reference, null, ("10", "0A-VH-M8-30-ZN", 7000, 8.40m)));

        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<ReadAmendment>().ExecuteAsync(change.Id))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<RefuseAmendment>().ExecuteAsync(refused.Id, new(AmendmentRefusal.TooLate), refused.Version))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<ApplyAmendment>().ExecuteAsync(change.Id, new(), change.Version))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<ApplyAmendment>().ExecuteAsync(cancellation.Id, new(), cancellation.Version))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<ReadReview>().ExecuteAsync(order.Id))).Count, 1, 4);

        var told = (await _world.Get<ReadReview>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal(["ApplyAmendment", "ApplyAmendment", "RefuseAmendment"], told.Story.Select(entry => entry.UseCase).Where(name => name.EndsWith("Amendment", StringComparison.Ordinal)));
        Assert.Equal([AmendmentOutcome.Refused, AmendmentOutcome.Applied, AmendmentOutcome.Applied], told.Order.Amendments.Select(amendment => amendment.Outcome));
    }

    // Both lines arrive together, on a Friday on which somebody agreed to take what is not taken on Fridays.
    private async Task<OrderView> AnOrderWithAFridayAsync(DateOnly? own)
    {
        await _world.AProductAsync("GJ-M10", family: "Inox");
        await RequireAsync("Pas d’inox le vendredi", Severity.Block, new DeliveryDays { Closed = Weekdays.Friday }, "Inox");
        await RequireAsync("Une seule livraison par commande", Severity.AutoFix, new PartialDelivery { Allowed = false });
        var order = (await _world.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = _client.Id,
            CustomerReference = Reference,
            RequestedOn = own is null ? new(2026, 11, 27) : new(2026, 11, 26),
            Lines = [new() { LineNo = "10", BuyerCode = "0A-VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }, new() { LineNo = "20", BuyerCode = "0A-GJ-M10", Quantity = 10, NetPrice = 2m, PriceBaseQuantity = 100, RequestedOn = own }],
        })).Value!;
        var friday = order.Findings.Single(finding => finding is { Kind: DeliveryDays.KindName, LineNo: "20" });
        Assert.True((await _world.Get<WaiveFinding>().ExecuteAsync(order.Id, friday.Id, new("Pour cette fois", "Karim Haddad"), null)).IsOk);
        var agreed = await OrderAsync(order.Id);
        Assert.All(agreed.Lines, line => Assert.Equal(new DateOnly(2026, 11, 27), line.PromisedOn));

        return agreed;
    }

    private async Task<OrderView> AnOrderAsync(string reference = Reference) => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = reference,
        RequestedOn = new(2026, 11, 26),
        Lines = [new() { LineNo = "10", BuyerCode = "0A-VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }, new() { LineNo = "20", ProductCode = "EH-M8-ZN", Quantity = 300, NetPrice = 3.10m, PriceBaseQuantity = 100 }],
    })).Value!;

    private async Task<OrderView> AnOrderInBoxesAsync() => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = Reference,
        RequestedOn = new(2026, 11, 26),
        Lines = [new() { LineNo = "10", BuyerCode = "0A-VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }, new() { LineNo = "20", ProductCode = "EH-M8-ZN", Quantity = 3, Unit = "BX" }],
    })).Value!;

    private async Task<OrderView> AConfirmedOrderAsync(bool hasLeft = false)
    {
        var order = await AnOrderAsync();
        var confirmed = await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version);
        Assert.True(confirmed.IsOk, confirmed.Refusal?.ToString());

        if (hasLeft)
        {
            await _world.StoreAsync(async db =>
            {
                foreach (var mail in await db.Outbox.Where(m => m.SubjectId == order.Id.Value).ToListAsync())
                {
                    mail.Start();
                    mail.Sent(_world.Clock.GetUtcNow());
                }
            });
            _world.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        return confirmed.Value;
    }

    private async Task<OrderView> OrderAsync(OrderId id) => (await _world.Get<ReadOrder>().ExecuteAsync(id)).Value!;

    private async Task<OrderDocumentView> ReceiveAsync(byte[] file) => (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(file, "modification.xml", "", client: _client.Id)).Value!;

    private async Task RequireAsync(string sentence, Severity severity, Rule rule, string? family = null)
    {
        var created = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new() { Sentence = sentence, Source = new(SourceKind.Email, "Karim Haddad"), Severity = severity, Rule = rule, ProductFamily = family });
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }
}
