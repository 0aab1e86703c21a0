using AdvPortal.Application.Complaints;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Complaints;

/// <summary>A wrong delivery from the first call to its end, as pages and programs do it. It is Monday 23 November 2026; 5 000 and 300 pieces were delivered.</summary>
public sealed class ComplaintTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.Meet("Thomas Legrand", ContactRole.Quality, "t.legrand@beaulieu.example", "06 39 98 44 02", null));
        await _world.AProductAsync("VH-M8-30-ZN");
        await _world.AProductAsync("RP-M8-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_wrong_delivery_becomes_an_8d_a_credit_note_and_an_end()
    {
        var delivery = await ADeliveryAsync();
        var it = await OpenAsync(delivery, 4000, 200);
        Assert.Equal(("RC26-00001", ComplaintStatus.Open, Discipline.Team, 536.00m, "EUR"), (it.Number, it.Status, it.Step, it.DisputedAmount, it.Currency));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero), it.DueAt);
        Assert.Equal(("Thomas Legrand", delivery.Number, 5000m), (it.ContactName, it.Lines[0].DeliveryNumber, it.Lines[0].DeliveredQuantity));

        it = await PreparedAsync(it);

        foreach (var step in Enum.GetValues<Discipline>().SkipLast(1))
        {
            it = await DoneAsync<FinishComplaintStep>(u => u.ExecuteAsync(it.Id, step, it.Version));
        }

        it = await DoneAsync<SettleComplaint>(u => u.ExecuteAsync(it.Id, new() { Lines = it.Lines.Select(l => new SettleComplaint.Line { Id = l.Id, Settlement = Settlements.CreditNote | Settlements.Replacement }).ToList() }, it.Version));
        it = await DoneAsync<RequestCredit>(u => u.ExecuteAsync(it.Id, it.Version));
        Assert.Equal(("AV26-00001", 536.00m, CreditStatus.Requested), (it.Credits[0].Number, it.Credits[0].Amount, it.Credits[0].Status));

        it = await DoneAsync<JudgeCredit>(u => u.ExecuteAsync(it.Id, it.Credits[0].Id, new() { Approved = true }, it.Version));
        it = await DoneAsync<CountQualityCosts>(u => u.ExecuteAsync(it.Id, new() { Costs = [new() { Kind = QualityCostKind.Transport, Amount = 64.50m, Note = "Reprise" }] }, it.Version));
        Assert.Equal(600.50m, it.CostOfNonQuality);
        Assert.IsType<ClientNotAnswered>((await _world.Get<CloseComplaint>().ExecuteAsync(it.Id, it.Version)).Refusal);
        it = await DoneAsync<AnswerComplaint>(u => u.ExecuteAsync(it.Id, new() { Text = "Nous remplaçons les vis." }, it.Version));
        it = await DoneAsync<CloseComplaint>(u => u.ExecuteAsync(it.Id, it.Version));
        Assert.Equal((ComplaintStatus.Closed, (Discipline?)null, (DateTimeOffset?)null), (it.Status, it.Step, it.DueAt));

        var read = await DoneAsync<ReadComplaint>(u => u.ExecuteAsync(it.Id));
        Assert.Equal((it.Version, 2, 8, 3, 1, 1), (read.Version, read.Lines.Count, read.Steps.Count(s => s.DoneAt is not null), read.Actions.Count, read.Credits.Count, read.Costs.Count));

        it = await DoneAsync<ReopenComplaint>(u => u.ExecuteAsync(it.Id, new() { Reason = "Encore deux cartons", From = Discipline.RootCause }, it.Version));
        Assert.Equal((ComplaintStatus.Reopened, 1, Discipline.RootCause), (it.Status, it.ReopenCount, it.Step));
    }

    [Fact]
    public async Task More_than_was_delivered_is_not_disputed_neither_at_once_nor_in_slices()
    {
        var delivery = await ADeliveryAsync();
        Assert.Equal(new DisputesTooMuch(delivery.Lines[0].OrderNumber, "10", 5000), (await TryAsync(delivery, 5001, 0)).Refusal);

        var first = await OpenAsync(delivery, 4000, 0);
        Assert.Equal(new DisputesTooMuch(delivery.Lines[0].OrderNumber, "10", 1000), (await TryAsync(delivery, 1001, 0)).Refusal);

        // Its own goods are not in its own way, and what was refused is free again.
        var changed = await DoneAsync<ChangeComplaint>(u => u.ExecuteAsync(first.Id, form => { form.Lines[0].Quantity = 4500; form.Lines[0].Amount = null; form.Subject = "Cartons mélangés"; return form; }, first.Version));
        Assert.Equal((4500m, 378.00m, "Cartons mélangés"), (changed.Lines[0].Quantity, changed.Lines[0].Amount, changed.Subject));
        await DoneAsync<RefuseComplaint>(u => u.ExecuteAsync(first.Id, new() { Reason = "Hors contrat" }, changed.Version));
        Assert.True((await TryAsync(delivery, 5000, 0)).IsOk);

        // Nothing was written of what was refused, not even a number.
        Assert.Equal(["RC26-00001", "RC26-00002"], (await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new()))).Items.Select(c => c.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_people_do_not_dispute_the_same_goods_at_the_same_moment()
    {
        var delivery = await ADeliveryAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var mine = await _world.AsAsync(_world.Me, Role.Admin);

            return await mine.Get<OpenComplaint>().ExecuteAsync(Form(delivery, 4000, 0));
        }));

        Assert.Single(opened, each => each.IsOk);
        Assert.All(opened.Where(each => !each.IsOk), each => Assert.Equal(new DisputesTooMuch(delivery.Lines[0].OrderNumber, "10", 1000), each.Refusal));
    }

    [Fact]
    public async Task What_others_dispute_since_is_not_disputed_again_by_one_that_is_reopened()
    {
        var delivery = await ADeliveryAsync();
        var first = await OpenAsync(delivery, 4000, 0);
        first = await DoneAsync<RefuseComplaint>(u => u.ExecuteAsync(first.Id, new() { Reason = "Hors contrat" }, first.Version));
        var second = await OpenAsync(delivery, 1001, 0);

        Assert.Equal(new DisputesTooMuch(delivery.Lines[0].OrderNumber, "10", 3999), (await _world.Get<ReopenComplaint>().ExecuteAsync(first.Id, new() { Reason = "Perdues" }, first.Version)).Refusal);
        await DoneAsync<WithdrawComplaint>(u => u.ExecuteAsync(second.Id, new() { Reason = "Retrouvées" }, second.Version));
        Assert.Equal(ComplaintStatus.Reopened, (await DoneAsync<ReopenComplaint>(u => u.ExecuteAsync(first.Id, new() { Reason = "Perdues" }, first.Version))).Status);
    }

    [Fact]
    public async Task What_is_disputed_of_an_order_is_disputed_of_its_deliveries_and_the_other_way_round()
    {
        var delivery = await ADeliveryAsync();
        var order = delivery.Lines[0];
        await OpenAsync(delivery, 4000, 0);
        Assert.Equal(new DisputesTooMuch(order.OrderNumber, "10", 1000), (await _world.Get<OpenComplaint>().ExecuteAsync(OfOrder(1001))).Refusal);

        Assert.True((await _world.Get<OpenComplaint>().ExecuteAsync(OfOrder(400))).IsOk);
        Assert.Equal(new DisputesTooMuch(order.OrderNumber, "10", 600), (await TryAsync(delivery, 601, 0)).Refusal);
        Assert.Equal([600m, 600m], [(await LeftAsync(new(DeliveryId: delivery.Id))), (await LeftAsync(new(OrderId: order.OrderId)))]);

        async Task<decimal> LeftAsync(ReadDisputable.Query query) => (await _world.Get<ReadDisputable>().ExecuteAsync(query)).Value!.Lines[0].Left;

        ComplaintForm OfOrder(decimal quantity)
        {
            var form = Form(delivery, quantity, 0);
            form.Lines.ForEach(line => line.DeliveryId = null);

            return form;
        }
    }

    [Fact]
    public async Task What_was_refused_at_the_door_and_sent_again_is_disputed_beside_what_came_after_it()
    {
        var refused = await AShippedDeliveryAsync();
        refused = await DoneAsync<RefuseDelivery, DeliveryView>(u => u.ExecuteAsync(
            refused.Id, new() { ReceivedBy = "Karim", Because = RefusedBecause.Damaged, SendAgain = true, Lines = [new() { Id = refused.Lines[0].Id, Because = RefusedBecause.Damaged }] }, refused.Version));
        await OpenAsync(refused, 5000, 0);

        var again = await DoneAsync<PlanDelivery, DeliveryView>(u => u.ExecuteAsync(new() { Orders = [refused.Lines[0].OrderId] }));
        again = await DoneAsync<PackDelivery, DeliveryView>(u => u.ExecuteAsync(again.Id, new(), again.Version));
        again = await DoneAsync<ShipDelivery, DeliveryView>(u => u.ExecuteAsync(again.Id, new(), again.Version));
        var form = Form(again, 5000, 0);
        form.Lines.RemoveAt(1);
        Assert.True((await _world.Get<OpenComplaint>().ExecuteAsync(form)).IsOk);
    }

    [Fact]
    public async Task What_no_column_holds_is_refused_in_words()
    {
        var form = Form(await ADeliveryAsync(), 0.00001m, 1);
        form.Lines[1].Amount = 0.001m;

        Assert.Equal(["Lines[0].Quantity", "Lines[1].Amount"], Assert.IsType<Invalid>((await _world.Get<OpenComplaint>().ExecuteAsync(form)).Refusal).Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_credits_number_is_taken_when_all_else_is_read()
    {
        var it = await OpenAsync(await ADeliveryAsync(), 4000, 0);
        it = await DoneAsync<SettleComplaint>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id, Settlement = Settlements.CreditNote }, new() { Id = it.Lines[1].Id }] }, it.Version));
        var visits = await RoundTrips.OfAsync(() => DoneAsync<RequestCredit>(u => u.ExecuteAsync(it.Id, it.Version)));

        // After the complaint, and after what it is shown with.
        Assert.Equal(2, visits.ToList().FindIndex(visit => visit.Contains("insert into counters", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_desk_credits_up_to_the_companys_limit_and_asks_above_it()
    {
        await using var claire = await _world.AsAsync(await _world.AMemberAsync("Claire", Role.Adv), Role.Adv);
        await using var sophie = await _world.AsAsync(await _world.AMemberAsync("Sophie", Role.Manager), Role.Manager);
        var small = await SettledAsync(claire, 250m);
        Assert.Equal((CreditStatus.Approved, "Claire"), (small.Credits[0].Status, small.Credits[0].JudgedBy));

        var large = await SettledAsync(claire, 250.01m);
        Assert.Equal(CreditStatus.Requested, large.Credits[0].Status);
        Assert.IsType<NotAllowed>((await claire.Get<JudgeCredit>().ExecuteAsync(large.Id, large.Credits[0].Id, new() { Approved = true }, large.Version)).Refusal);
        Assert.Equal(["Reason"], Assert.IsType<Invalid>((await sophie.Get<JudgeCredit>().ExecuteAsync(large.Id, large.Credits[0].Id, new(), large.Version)).Refusal).Fields.Keys);
        Assert.Equal([large.Number], (await sophie.Get<ListComplaints>().ExecuteAsync(new(ComplaintsShown.CreditsToApprove))).Value!.Items.Select(c => c.Number));
        var approved = (await sophie.Get<JudgeCredit>().ExecuteAsync(large.Id, large.Credits[0].Id, new() { Approved = true }, large.Version)).Value!;
        Assert.Equal(("Claire", "Sophie"), (approved.Credits[0].RequestedBy, approved.Credits[0].JudgedBy));
        Assert.Empty((await sophie.Get<ListComplaints>().ExecuteAsync(new(ComplaintsShown.CreditsToApprove))).Value!.Items);

        // A company may trust its desk with less.
        await _world.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Credit(10));
        Assert.Equal(CreditStatus.Requested, (await SettledAsync(claire, 10.01m)).Credits[0].Status);
    }

    [Fact]
    public async Task A_credit_above_its_line_is_refused_and_nothing_is_kept()
    {
        var it = await OpenAsync(await ADeliveryAsync(), 4000, 200);

        var refused = await _world.Get<SettleComplaint>().ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[1].Id, Settlement = Settlements.Return }, new() { Id = it.Lines[0].Id, Settlement = Settlements.CreditNote, Credit = 336.01m }] }, it.Version);
        Assert.Equal(new CreditAboveLine("10", new(336.00m, "EUR")), refused.Refusal);
        Assert.All((await DoneAsync<ReadComplaint>(u => u.ExecuteAsync(it.Id))).Lines, line => Assert.Null(line.Settlement));
    }

    [Fact]
    public async Task Open_complaints_are_listed_by_the_day_of_their_next_step_page_by_page()
    {
        var delivery = await ADeliveryAsync();
        var minor = await OpenAsync(delivery, 1, 0, ComplaintSeverity.Minor);
        minor = await DoneAsync<WithdrawComplaint>(u => u.ExecuteAsync(minor.Id, new() { Reason = "Retrouvées" }, minor.Version));
        var major = await OpenAsync(delivery, 1, 0);
        var critical = await OpenAsync(delivery, 1, 0, ComplaintSeverity.Critical);

        var page = await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new(ComplaintsShown.Open, Size: 1)));
        Assert.Equal((critical.Id, true), (page.Items[0].Id, page.Next is not null));
        var next = await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new(ComplaintsShown.Open, After: page.Next, Size: 1)));
        Assert.Equal((major.Id, null), (next.Items[0].Id, next.Next));
        Assert.Equal([minor.Id], await FoundAsync(new(ComplaintsShown.Ended)));
        Assert.Equal([critical.Id, major.Id, minor.Id], await FoundAsync(new()));
        Assert.Equal([major.Id], await FoundAsync(new(Number: major.Number)));
        Assert.Equal(3, (await FoundAsync(new(DeliveryId: delivery.Id))).Count());
        Assert.Equal(3, (await FoundAsync(new(OrderId: delivery.Lines[0].OrderId, ClientId: _client.Id, Nature: ComplaintNature.Logistics))).Count());
        Assert.Empty(await FoundAsync(new(Status: ComplaintStatus.Closed)));

        _world.Clock.SetUtcNow(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal([critical.Id], await FoundAsync(new(ComplaintsShown.Late)));
        var counts = (await _world.Get<CountComplaints>().ExecuteAsync()).Value!;
        Assert.Equal((2, 1, 0, 1), (counts.Shown[ComplaintsShown.Open], counts.Shown[ComplaintsShown.Late], counts.Shown[ComplaintsShown.CreditsToApprove], counts.Shown[ComplaintsShown.Ended]));

        async Task<IEnumerable<ComplaintId>> FoundAsync(ListComplaints.Query query) => (await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(query))).Items.Select(c => c.Id);
    }

    [Fact]
    public async Task It_is_its_clients_owners_and_the_stand_ins_while_the_owner_is_away()
    {
        var (yanis, claire) = (await _world.AMemberAsync("Yanis", Role.Adv), await _world.AMemberAsync("Claire", Role.Adv));
        await _world.StoreAsync(db => db.Add(new Ownership(_client.Id, yanis, new(2026, 1, 1), null)));
        var it = await OpenAsync(await ADeliveryAsync(), 1, 0);
        Assert.Equal((yanis, (MemberId?)null, "Yanis"), (it.OwnerId, it.ActingOwnerId, it.OwnerName));
        Assert.Equal([it.Id], (await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new(Owner: yanis)))).Items.Select(c => c.Id));
        Assert.Empty((await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new(Owner: claire)))).Items);
    }

    [Fact]
    public async Task What_is_disputed_is_known_to_finance_until_it_has_ended()
    {
        var it = await OpenAsync(await ADeliveryAsync(), 4000, 200);
        var disputes = (await _world.Get<ReadDisputedAmounts>().ExecuteAsync(_client.Id)).Value!;
        Assert.Equal(([new Money(536.00m, "EUR")], it.Number), (disputes.Amounts, disputes.Complaints[0].Number), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2 == b.Item2);

        await DoneAsync<WithdrawComplaint>(u => u.ExecuteAsync(it.Id, new() { Reason = "Retrouvées" }, it.Version));
        Assert.Empty((await _world.Get<ReadDisputedAmounts>().ExecuteAsync(_client.Id)).Value!.Amounts);
    }

    [Fact]
    public async Task A_requirement_that_came_of_it_shows_the_orders_that_came_under_it_since()
    {
        var it = await OpenAsync(await ADeliveryAsync(), 800, 0);
        it = await PreparedAsync(it);
        var requirement = (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new()
        {
            Sentence = "Étiquette rouge",
            Source = new(SourceKind.Complaint, "Thomas Legrand", Note: it.Number),
            Severity = Severity.Warn,
            Rule = new Instruction { Text = "Étiquette rouge" },
        })).Value!;
        it = await DoneAsync<LinkRequirement>(u => u.ExecuteAsync(it.Id, requirement.Id, it.Version));

        _world.Clock.Advance(TimeSpan.FromHours(1));
        var next = await _world.PlacedAsync(new() { ClientId = _client.Id, CustomerReference = "4500187399", Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 1 }] });
        var sheet = (await _world.Get<ReadComplaintSheet>().ExecuteAsync(it.Id)).Value!;
        Assert.Equal((requirement.Number, 1, next.Number), (sheet.Requirement!.Number, sheet.Requirement.Orders, sheet.Requirement.First[0].Number));
        Assert.Contains(nameof(LinkRequirement), sheet.Events.Select(e => e.UseCase));

        var other = await _world.AClientAsync("Serrurerie Lacombe");
        var theirs = (await _world.Get<CreateRequirement>().ExecuteAsync(other.Id, new() { Sentence = "x", Source = new(SourceKind.Email, "y"), Severity = Severity.Warn, Rule = new Instruction { Text = "x" } })).Value!;
        Assert.IsType<RequirementOfAnother>((await _world.Get<LinkRequirement>().ExecuteAsync(it.Id, theirs.Id, null)).Refusal);
    }

    [Fact]
    public async Task Who_opens_one_sees_what_was_like_it_and_causes_that_come_back_are_counted()
    {
        var delivery = await ADeliveryAsync();
        var first = await PreparedAsync(await OpenAsync(delivery, 800, 0));
        var second = await PreparedAsync(await OpenAsync(delivery, 100, 0));

        var disputable = (await _world.Get<ReadDisputable>().ExecuteAsync(new(DeliveryId: delivery.Id))).Value!;
        Assert.Equal((4100m, 300m), (disputable.Lines[0].Left, disputable.Lines[1].Left));
        Assert.Equal([first.Number, second.Number], disputable.Similar.Select(s => s.Number).Order(StringComparer.Ordinal));
        Assert.All(disputable.Similar, s => Assert.True(s is { IsSameClient: true, IsSameProduct: true }));

        Assert.Equal([first.Number], (await _world.Get<ReadComplaintSheet>().ExecuteAsync(second.Id)).Value!.SameCause.Select(s => s.Number));
        Assert.Equal((ComplaintCause.Labelling, 2, 1), (await _world.Get<CountComplaints>().ExecuteAsync()).Value!.Causes[0] is var cause ? (cause.Cause, cause.Complaints, cause.Clients) : default);

        // What they cost is decided by others.
        await using var desk = await _world.AsAsync(await _world.AMemberAsync("Claire", Role.Adv), Role.Adv);
        Assert.Empty((await desk.Get<CountComplaints>().ExecuteAsync()).Value!.Causes);
    }

    [Fact]
    public async Task A_photo_is_kept_by_what_is_in_it_and_anything_else_is_not()
    {
        var it = await OpenAsync(await ADeliveryAsync(), 1, 0);
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1];

        Assert.IsType<ProofTypeRefused>((await _world.Get<AttachToComplaint>().ExecuteAsync(it.Id, [.. "<script>"u8], "photo.png", it.Version)).Refusal);
        it = await DoneAsync<AttachToComplaint>(u => u.ExecuteAsync(it.Id, png, "étiquette.html", it.Version));
        Assert.Equal(("image/png", 9), (it.Files[0].ContentType, it.Files[0].Size));
        Assert.Equal(png, (await _world.Get<ReadComplaintFile>().ExecuteAsync(it.Id, it.Files[0].Id)).Value!.Bytes);
        Assert.Single((await DoneAsync<ReadComplaint>(u => u.ExecuteAsync(it.Id))).Files);
    }

    [Fact]
    public async Task Whoever_complained_is_told_so_and_forgotten_when_they_ask()
    {
        var it = await OpenAsync(await ADeliveryAsync(), 1, 0);
        it = await DoneAsync<WorkOnComplaint>(u => u.ExecuteAsync(it.Id, new() { Team = [new(null, "Thomas Legrand", "atelier")], Problem = "Vu par Thomas Legrand", Analysis = new(["Thomas Legrand l’a dit"]) }, it.Version));
        it = await DoneAsync<PlanComplaintAction>(u => u.ExecuteAsync(it.Id, new() { Kind = ComplaintActionKind.Immediate, Text = "Rappeler Thomas Legrand", Who = "Thomas Legrand" }, it.Version));
        Assert.Contains((await _world.Get<Application.Clients.ExportContactData>().ExecuteAsync(_client.Contacts[0].Id)).Value!.Mentions, m => m.In == it.Number);

        Assert.True((await _world.Get<Application.Clients.EraseContactData>().ExecuteAsync(_client.Contacts[0].Id, null)).IsOk);
        var read = await DoneAsync<ReadComplaint>(u => u.ExecuteAsync(it.Id));
        Assert.Equal(("—", "—", "Vu par —", "— l’a dit", "Rappeler —", "—"), (read.ContactName, read.Team[0].Name, read.Problem, read.Analysis.Whys[0], read.Actions[0].Text, read.Actions[0].Who));
    }

    [Fact]
    public async Task A_step_that_is_due_is_work_of_the_day_of_whoever_answers_for_the_client()
    {
        var claire = await _world.AMemberAsync("Claire", Role.Adv);
        await _world.StoreAsync(db => db.Add(new Ownership(_client.Id, claire, new(2026, 1, 1), null)));
        var it = await OpenAsync(await ADeliveryAsync(), 1, 0);
        await using var desk = await _world.AsAsync(claire, Role.Adv);
        await using var other = await _world.AsAsync(await _world.AMemberAsync("Yanis", Role.Adv), Role.Adv);

        var item = Assert.Single((await desk.Get<Application.Day.ReadMyDay>().ExecuteAsync()).Value!.Items, i => i.Kind is Application.Day.DayItemKind.ComplaintStep);
        Assert.Equal((it.Id.Value, it.Number, Discipline.Team, it.DueAt!.Value), (item.SubjectId, item.Title, item.Step!.Value, item.DueAt));
        Assert.DoesNotContain((await other.Get<Application.Day.ReadMyDay>().ExecuteAsync()).Value!.Items, i => i.Kind is Application.Day.DayItemKind.ComplaintStep);
    }

    [Fact]
    public async Task A_stranger_and_a_reader_do_nothing_with_it_and_nobody_writes_over_somebody()
    {
        var delivery = await ADeliveryAsync();
        var it = await OpenAsync(delivery, 1, 0);
        await using var them = await database.ATenantAsync();
        await using var reader = await _world.AsAsync(await _world.AMemberAsync("Rémi", Role.Reader), Role.Reader);

        Assert.IsType<NoSuchComplaint>((await them.Get<ReadComplaint>().ExecuteAsync(it.Id)).Refusal);
        Assert.IsType<NoSuchComplaint>((await them.Get<ReadComplaintSheet>().ExecuteAsync(it.Id)).Refusal);
        Assert.IsType<NoSuchComplaint>((await them.Get<CloseComplaint>().ExecuteAsync(it.Id, null)).Refusal);
        Assert.IsType<NoSuchClient>((await them.Get<OpenComplaint>().ExecuteAsync(Form(delivery, 1, 0))).Refusal);
        Assert.IsType<NoSuchDelivery>((await them.Get<ReadDisputable>().ExecuteAsync(new(DeliveryId: delivery.Id))).Refusal);
        Assert.Empty((await them.Get<ListComplaints>().ExecuteAsync(new())).Value!.Items);
        Assert.IsType<NotAllowed>((await reader.Get<WithdrawComplaint>().ExecuteAsync(it.Id, new() { Reason = "x" }, null)).Refusal);
        Assert.True((await reader.Get<ReadComplaint>().ExecuteAsync(it.Id)).IsOk);
        Assert.IsType<ChangedMeanwhile>((await _world.Get<WithdrawComplaint>().ExecuteAsync(it.Id, new() { Reason = "x" }, it.Version + 1)).Refusal);
        Assert.Equal(["ClientId", "Description", "Nature", "Subject"], Assert.IsType<Invalid>((await _world.Get<OpenComplaint>().ExecuteAsync(new())).Refusal).Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task None_of_it_goes_to_the_database_more_than_four_times()
    {
        var delivery = await ADeliveryAsync();
        Dictionary<string, int> visits = new(StringComparer.Ordinal);

        var it = await CountAsync<OpenComplaint, ComplaintView>(u => u.ExecuteAsync(Form(delivery, 4000, 200)));
        it = await CountAsync<ChangeComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, form => { form.Subject = "Cartons mélangés"; return form; }, it.Version));
        it = await CountAsync<WorkOnComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, new() { Team = [new(null, "Claire")] }, it.Version));
        it = await CountAsync<PlanComplaintAction, ComplaintView>(u => u.ExecuteAsync(it.Id, new() { Kind = ComplaintActionKind.Immediate, Text = "Bloquer le lot" }, it.Version));
        it = await CountAsync<TickComplaintAction, ComplaintView>(u => u.ExecuteAsync(it.Id, it.Actions[0].Id, true, it.Version));
        it = await CountAsync<FinishComplaintStep, ComplaintView>(u => u.ExecuteAsync(it.Id, Discipline.Team, it.Version));
        it = await CountAsync<SettleComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id, Settlement = Settlements.CreditNote }] }, it.Version));
        it = await CountAsync<RequestCredit, ComplaintView>(u => u.ExecuteAsync(it.Id, it.Version));
        it = await CountAsync<JudgeCredit, ComplaintView>(u => u.ExecuteAsync(it.Id, it.Credits[0].Id, new() { Reason = "Trop" }, it.Version));
        it = await CountAsync<CountQualityCosts, ComplaintView>(u => u.ExecuteAsync(it.Id, new(), it.Version));
        it = await CountAsync<AttachToComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, [.. "%PDF-1.7"u8], "bl.pdf", it.Version));
        await CountAsync<DraftComplaintAnswer, DraftComplaintAnswer.Drafted>(u => u.ExecuteAsync(it.Id, ComplaintPaper.Letter));
        it = await CountAsync<AnswerComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, new() { To = "t.legrand@beaulieu.example", Subject = "Votre réclamation", Text = "Bonjour", Paper = ComplaintPaper.EightD }, it.Version));
        await CountAsync<ReadComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id));
        await CountAsync<ReadComplaintSheet, ReadComplaintSheet.Sheet>(u => u.ExecuteAsync(it.Id));
        await CountAsync<ReadDisputable, ReadDisputable.Disputable>(u => u.ExecuteAsync(new(DeliveryId: delivery.Id)));
        await CountAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new()));
        await CountAsync<CountComplaints, CountComplaints.Counts>(u => u.ExecuteAsync());
        it = await CountAsync<WithdrawComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, new() { Reason = "Retrouvées" }, it.Version));
        await CountAsync<ReopenComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, new() { Reason = "Perdues" }, it.Version));

        Assert.DoesNotContain(visits, each => each.Value > 4);

        async Task<T> CountAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
        {
            Result<T> result = default!;
            visits[typeof(TUseCase).Name] = (await RoundTrips.OfAsync(async () => result = await execute(_world.Get<TUseCase>()))).Count;
            Assert.True(result.IsOk, $"{typeof(TUseCase).Name}: {result.Refusal}");

            return result.Value;
        }
    }

    [Fact]
    public async Task The_answer_leaves_with_its_paper_for_somebody_at_the_client_and_for_nobody_else()
    {
        var it = await PreparedAsync(await OpenAsync(await ADeliveryAsync(), 800, 200));
        var drafted = (await _world.Get<DraftComplaintAnswer>().ExecuteAsync(it.Id, ComplaintPaper.EightD)).Value!;
        Assert.Equal(("t.legrand@beaulieu.example", true, true), (drafted.To, drafted.Subject.Contains(it.Number, StringComparison.Ordinal), drafted.Text.Contains("Legrand", StringComparison.Ordinal)));

        Assert.Equal(new AddressOfNobody("pirate@ailleurs.example"), (await _world.Get<AnswerComplaint>().ExecuteAsync(it.Id, new() { To = "pirate@ailleurs.example", Subject = "x", Text = "x" }, it.Version)).Refusal);
        it = await DoneAsync<AnswerComplaint>(u => u.ExecuteAsync(it.Id, new() { To = drafted.To, Subject = drafted.Subject, Text = drafted.Text, Paper = ComplaintPaper.EightD }, it.Version));

        var mail = Mailer.Open((await _world.ReadAsync(db => db.Outbox.SingleAsync())).Content);
        Assert.Equal((drafted.Subject, $"8D-{it.Number}.pdf", "application/pdf"), (mail.Subject, mail.Attachments[0].Name, mail.Attachments[0].ContentType));
        Assert.Equal("%PDF-"u8.ToArray(), mail.Attachments[0].Bytes[..5]);
        Assert.NotNull(it.AnsweredAt);
    }

    private async Task<ComplaintView> SettledAsync(World by, decimal credit)
    {
        var it = (await by.Get<OpenComplaint>().ExecuteAsync(Form(await ADeliveryAsync(), 4000, 0))).Value!;
        it = (await by.Get<SettleComplaint>().ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id, Settlement = Settlements.CreditNote, Credit = credit }] }, it.Version)).Value!;
        var asked = await by.Get<RequestCredit>().ExecuteAsync(it.Id, it.Version);
        Assert.True(asked.IsOk, asked.Refusal?.ToString());

        return asked.Value;
    }

    private async Task<ComplaintView> PreparedAsync(ComplaintView it)
    {
        it = await DoneAsync<WorkOnComplaint>(u => u.ExecuteAsync(it.Id, new()
        {
            Team = [new(null, "Claire Morel")],
            Problem = "800 vis",
            Analysis = new(["Lots voisins"], "Pas de contrôle"),
            Cause = ComplaintCause.Labelling,
            Side = ComplaintSide.Us,
            Verification = "Dix livraisons justes",
        }, it.Version));

        foreach (var kind in Enum.GetValues<ComplaintActionKind>())
        {
            it = await DoneAsync<PlanComplaintAction>(u => u.ExecuteAsync(it.Id, new() { Kind = kind, Text = "À faire", Who = "Paul Garnier" }, it.Version));
            it = await DoneAsync<TickComplaintAction>(u => u.ExecuteAsync(it.Id, it.Actions.Single(a => a.Kind == kind).Id, true, it.Version));
        }

        return it;
    }

    private Task<Result<ComplaintView>> TryAsync(DeliveryView delivery, decimal first, decimal second) => _world.Get<OpenComplaint>().ExecuteAsync(Form(delivery, first, second));

    private Task<ComplaintView> OpenAsync(DeliveryView delivery, decimal first, decimal second, ComplaintSeverity severity = ComplaintSeverity.Major) =>
        DoneAsync<OpenComplaint>(u => u.ExecuteAsync(Form(delivery, first, second, severity)));

    private ComplaintForm Form(DeliveryView delivery, decimal first, decimal second, ComplaintSeverity severity = ComplaintSeverity.Major) => new()
    {
        ClientId = _client.Id,
        ContactId = _client.Contacts[0].Id,
        Subject = "M10×45 livrées au lieu de M10×40",
        Description = "Deux cartons marqués M10×40 contiennent des M10×45.",
        Nature = ComplaintNature.Logistics,
        Severity = severity,
        Channel = ComplaintChannel.Phone,
        Lines =
        [
            new() { OrderId = delivery.Lines[0].OrderId, LineNo = "10", DeliveryId = delivery.Id, Quantity = first, ReceivedInstead = "M10×45" },
            new() { OrderId = delivery.Lines[0].OrderId, LineNo = "20", DeliveryId = delivery.Id, Quantity = second },
        ],
    };

    private async Task<DeliveryView> ADeliveryAsync()
    {
        var delivery = await AShippedDeliveryAsync();

        return await DoneAsync<DeliverDelivery, DeliveryView>(u => u.ExecuteAsync(delivery.Id, new() { ReceivedBy = "Karim" }, delivery.Version));
    }

    private async Task<DeliveryView> AShippedDeliveryAsync()
    {
        var order = await _world.ConfirmedAsync(new()
        {
            ClientId = _client.Id,
            CustomerReference = $"45{Guid.CreateVersion7():N}"[..12],
            RequestedOn = new(2026, 11, 24),
            Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }, new() { LineNo = "20", ProductCode = "RP-M8-ZN", Quantity = 300, NetPrice = 1 }],
        });
        var delivery = await DoneAsync<PlanDelivery, DeliveryView>(u => u.ExecuteAsync(new() { Orders = [order.Id] }));
        delivery = await DoneAsync<PackDelivery, DeliveryView>(u => u.ExecuteAsync(delivery.Id, new(), delivery.Version));

        return await DoneAsync<ShipDelivery, DeliveryView>(u => u.ExecuteAsync(delivery.Id, new(), delivery.Version));
    }

    private Task<ComplaintView> DoneAsync<TUseCase>(Func<TUseCase, Task<Result<ComplaintView>>> execute) where TUseCase : notnull => DoneAsync<TUseCase, ComplaintView>(execute);

    private async Task<T> DoneAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
    {
        var result = await execute(_world.Get<TUseCase>());
        Assert.True(result.IsOk, $"{typeof(TUseCase).Name}: {result.Refusal}");

        return result.Value;
    }
}
