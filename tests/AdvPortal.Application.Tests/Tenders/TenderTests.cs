using AdvPortal.Application.Clients;
using AdvPortal.Application.Day;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenders;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenders;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Tenders;

/// <summary>A tender from a client's question to the prices that come of it, as pages and programs do it. It is Monday 23 November 2026; the offer is due on Friday 4 December at noon.</summary>
public sealed class TenderTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset _due = new(2026, 12, 4, 11, 0, 0, TimeSpan.Zero);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.Meet("Karim Haddad", ContactRole.Buyer, "k.haddad@chartraine.example", null, "fr"));
        var screw = await _world.AProductAsync("VH-M8-30-ZN");
        var washer = await _world.AProductAsync("RP-M8-ZN");
        await _world.StoreAsync(db => db.AddRange(
            new BuyerCode(_client.Id, "0A-114", screw.Id),
            new ContractPrice(_client.Id, screw.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null),
            new ContractPrice(_client.Id, screw.Id, 8.10m, 100, "EUR", new(2026, 1, 1), null, 10_000),
            new ContractPrice(_client.Id, washer.Id, 1.00m, 100, "EUR", new(2025, 1, 1), new(2026, 10, 31), null)));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_question_becomes_an_offer_and_the_offer_the_price_of_the_next_order()
    {
        var inquiry = await DoneAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { ClientId = _client.Id, From = "k.haddad@chartraine.example", Subject = "Consultation 2027", Body = "Bonjour,\nmerci de chiffrer :\n0A-114 : 5 000 et 20 000 pièces\nEntretoise sur plan, 200 pièces" }));
        var source = await DoneAsync<ReadTenderSource, ReadTenderSource.Source>(u => u.ExecuteAsync(inquiry.Id));
        Assert.Equal((_client.Id, "Consultation 2027", _client.Contacts[0].Id), (source.ClientId, source.Title, source.ContactId));
        var named = Assert.Single(source.Lines);
        Assert.Equal(("VH-M8-30-ZN", "0A-114", "5000 20000"), (named.ProductCode, named.BuyerCode, string.Join(' ', named.Quantities.Select(quantity => quantity.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))));

        // The conversation says whose it is, and the contract for how many a price is.
        var it = await DoneAsync<OpenTender>(u => u.ExecuteAsync(new() { InquiryId = inquiry.Id, Title = source.Title, SubmissionDueAt = _due, Lines = [new() { BuyerCode = "0A-114", Quantities = [5000, 20000] }, new() { Description = "Entretoise sur plan", Quantities = [200] }] }));
        Assert.Equal(("AO26-00001", _client.Id, TenderStatus.Open, "EUR", inquiry.Id, "Consultation 2027"), (it.Number, it.ClientId, it.Status, it.Currency, it.InquiryId, it.InquirySubject));
        Assert.Equal(("VH-M8-30-ZN", "Vis H M8×30", "PCE", 100m), (it.Lines[0].ProductCode, it.Lines[0].Description, it.Lines[0].Unit, it.Lines[0].PriceBaseQuantity));
        Assert.Equal([(8.40m, null), (8.10m, 10_000m)], it.Lines[0].Contract.Select(price => (price.NetPrice, price.MinimumQuantity)));
        Assert.Equal((null, "PCE", 0), (it.Lines[1].ProductCode, it.Lines[1].Unit, it.Lines[1].Contract.Count));
        Assert.Equal([it.Id], (await FoundAsync(new(InquiryId: inquiry.Id))).Select(t => t.Id));

        it = await PricedAsync(it);
        Assert.Equal(1500.00m + 300.00m, it.Amount);
        it = await DoneAsync<RequestTenderApproval>(u => u.ExecuteAsync(it.Id, it.Version));
        it = await SubmittedAsync(it);
        it = await DoneAsync<WinTender>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id }], ValidFrom = new(2026, 12, 1), Reason = TenderReason.Price, Competitor = "Boulonnerie du Nord" }, it.Version));
        Assert.Equal((TenderStatus.Won, LineOutcome.Won, LineOutcome.Lost, "Boulonnerie du Nord"), (it.Status, it.Lines[0].Outcome, it.Lines[1].Outcome, it.End!.Competitor));

        var prices = (await _world.Get<ListPrices>().ExecuteAsync(_client.Id)).Value!.Items.Where(price => price.ProductCode == "VH-M8-30-ZN").OrderBy(price => price.ValidFrom).ThenBy(price => price.MinimumQuantity ?? 0);
        Assert.Equal(
            [(8.40m, null, "01/01 30/11"), (8.10m, 10_000m, "01/01 30/11"), (8.00m, null, "01/12 31/12"), (7.50m, 20_000m, "01/12 31/12"), (8.40m, null, "01/01 "), (8.10m, 10_000m, "01/01 ")],
            prices.Select(price => (price.NetPrice, price.MinimumQuantity, $"{price.ValidFrom:dd'/'MM} {price.ValidUntil:dd'/'MM}")));

        // As it was answered, so it is read.
        Assert.Equal([8.40m, 8.10m, 8.00m, 7.50m, 8.40m, 8.10m], it.Lines[0].Contract.Select(price => price.NetPrice));
        Assert.Equal(it.Lines[0].Contract, (await DoneAsync<ReadTender>(u => u.ExecuteAsync(it.Id))).Lines[0].Contract);

        Assert.Equal([8.40m, 8.10m], await PaidAsync(5000, 20_000));
        _world.Clock.SetUtcNow(new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal([8.00m, 7.50m], await PaidAsync(5000, 20_000));
    }

    [Fact]
    public async Task Goods_are_known_however_the_client_writes_their_codes()
    {
        var inquiry = await DoneAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { ClientId = _client.Id, Subject = "Consultation", Body = "0a-114 : 5 000 pièces\nrp-m8-zn : 200 pièces" }));
        var source = await DoneAsync<ReadTenderSource, ReadTenderSource.Source>(u => u.ExecuteAsync(inquiry.Id));
        Assert.Equal([("VH-M8-30-ZN", "0A-114"), ("RP-M8-ZN", null)], source.Lines.Select(line => (line.ProductCode, line.BuyerCode)));
    }

    [Fact]
    public async Task An_offer_is_submitted_once_however_often_it_is_clicked()
    {
        var it = await ApprovedAsync();
        var clicked = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            await using var mine = await _world.AsAsync(_world.Me, Role.Admin);

            // Half of them saw the tender, the others take it as it is.
            return await mine.Get<SubmitTender>().ExecuteAsync(it.Id, Mail(), n % 2 == 0 ? it.Version : null);
        }));

        Assert.Single(clicked, each => each.IsOk);
        Assert.All(clicked.Where(each => !each.IsOk), each => Assert.True(each.Refusal is ChangedMeanwhile or TenderDoesNotAllow, each.Refusal?.ToString()));
        var mail = Assert.Single(await MailsAsync(it));
        Assert.Equal(("Votre consultation", "AO26-00001-v1.pdf"), (mail.Subject, mail.Attachments[0].Name));
        Assert.Equal(["k.haddad@chartraine.example"], mail.To.Select(to => to.Address));
        it = await DoneAsync<ReadTender>(u => u.ExecuteAsync(it.Id));
        Assert.Equal([(1, "k.haddad@chartraine.example", false)], it.Versions.Select(version => (version.Number, version.To, version.IsLate)));
    }

    [Fact]
    public async Task What_is_offered_goes_to_a_contact_of_the_client_or_is_handed_in_otherwise()
    {
        var it = await ApprovedAsync();
        var stranger = Mail();
        stranger.To = "x@ailleurs.example";
        Assert.Equal(new AddressOfNobody("x@ailleurs.example"), (await _world.Get<SubmitTender>().ExecuteAsync(it.Id, stranger, it.Version)).Refusal);
        Assert.Equal(["Subject", "Text"], Assert.IsType<Invalid>((await _world.Get<SubmitTender>().ExecuteAsync(it.Id, new() { To = "k.haddad@chartraine.example" }, it.Version)).Refusal).Fields.Keys.Order(StringComparer.Ordinal));

        var drafted = await DoneAsync<DraftTenderMail, DraftTenderMail.Drafted>(u => u.ExecuteAsync(it.Id));
        Assert.Equal(("k.haddad@chartraine.example", "Notre offre AO26-00001\u00A0: Vis inox 2027"), (drafted.To, drafted.Subject));
        it = await DoneAsync<SubmitTender>(u => u.ExecuteAsync(it.Id, new(), it.Version));
        Assert.Equal((TenderStatus.Submitted, null), (it.Status, it.Versions[0].To));
        Assert.Empty(await MailsAsync(it));
    }

    [Fact]
    public async Task Each_submission_is_a_version_and_two_are_compared_line_by_line()
    {
        var it = await SubmittedAsync(await ApprovedAsync());
        it = await DoneAsync<ReworkTender>(u => u.ExecuteAsync(it.Id, it.Version));
        it = await DoneAsync<PriceTender>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id, Prices = [new() { FromQuantity = 0, NetPrice = 7.60m }], PriceBaseQuantity = 100, LeadDays = 5 }] }, it.Version));
        var draft = await DoneAsync<CompareTenderVersions, CompareTenderVersions.Comparison>(u => u.ExecuteAsync(it.Id, 1, null));
        Assert.Equal([(0m, 8.00m, 7.60m, -5.0m)], draft.Lines[0].Tiers.Take(1).Select(tier => (tier.FromQuantity, tier.Before!.Value, tier.After!.Value, tier.Percent!.Value)));
        Assert.IsType<NoSuchTenderVersion>((await _world.Get<CompareTenderVersions>().ExecuteAsync(it.Id, 1, 2)).Refusal);

        it = await DoneAsync<RequestTenderApproval>(u => u.ExecuteAsync(it.Id, it.Version));
        it = await SubmittedAsync(it);
        Assert.Equal([1, 2], it.Versions.Select(version => version.Number));
        Assert.Equal(draft.Lines[0].Tiers, (await DoneAsync<CompareTenderVersions, CompareTenderVersions.Comparison>(u => u.ExecuteAsync(it.Id, 1, 2))).Lines[0].Tiers);

        // What was submitted can be read again as it was.
        Assert.Equal("AO26-00001-v1.pdf", (await DoneAsync<ReadTenderOffer, ReadTenderOffer.Printed>(u => u.ExecuteAsync(it.Id, 1))).Name);
        Assert.IsType<NoSuchTenderVersion>((await _world.Get<ReadTenderOffer>().ExecuteAsync(it.Id, 3)).Refusal);
    }

    [Fact]
    public async Task What_was_submitted_is_printed_as_it_left_whatever_was_renamed_or_answered_since()
    {
        var it = await ApprovedAsync();
        it = await DoneAsync<AskTenderQuestion>(u => u.ExecuteAsync(it.Id, new() { Voice = TenderVoice.Client, Text = "Emballage ?" }, it.Version));
        it = await DoneAsync<AnswerTenderQuestion>(u => u.ExecuteAsync(it.Id, it.Questions[0].Id, new() { Answer = "Cartons de 500" }, it.Version));
        it = await SubmittedAsync(it);
        var left = Words(Assert.Single(await MailsAsync(it)).Attachments[0].Bytes);
        Assert.Contains("Cartons de 500", left, StringComparison.Ordinal);
        Assert.Equal(left, await PrintedAsync());

        it = await DoneAsync<AnswerTenderQuestion>(u => u.ExecuteAsync(it.Id, it.Questions[0].Id, new() { Answer = "Palettes" }, it.Version));
        it = await DoneAsync<ReworkTender>(u => u.ExecuteAsync(it.Id, it.Version));
        it = await DoneAsync<ChangeTender>(u => u.ExecuteAsync(it.Id, form => { (form.Title, form.CustomerReference, form.ContactId) = ("Vis 2028", "RFQ-2", null); return form; }, it.Version));
        await _world.StoreAsync(async db =>
        {
            (await db.Clients.SingleAsync(c => c.Id == _client.Id)).Rename("C-99", "Chartraine Hydraulique");
            (await db.TenantSettings.SingleAsync()).Describe("Boulonnerie du Perche", null, null, null, null, new("1 rue Neuve", "28000", "Chartres", "FR"));
        });
        Assert.Equal(left, await PrintedAsync());

        async Task<string> PrintedAsync() => Words((await DoneAsync<ReadTenderOffer, ReadTenderOffer.Printed>(u => u.ExecuteAsync(it.Id, 1))).Bytes);

        static string Words(byte[] pdf)
        {
            using var paper = UglyToad.PdfPig.PdfDocument.Open(pdf);

            return string.Join('\n', paper.GetPages().Select(page => page.Text));
        }
    }

    [Fact]
    public async Task The_desk_submits_up_to_the_companys_limit_and_asks_above_it()
    {
        await using var claire = await _world.AsAsync(await _world.AMemberAsync("Claire", Role.Adv), Role.Adv);
        await using var sophie = await _world.AsAsync(await _world.AMemberAsync("Sophie", Role.Manager), Role.Manager);
        await _world.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Offer(1799.99m));
        var it = await PricedAsync(await OpenedAsync());
        it = (await claire.Get<RequestTenderApproval>().ExecuteAsync(it.Id, it.Version)).Value!;
        Assert.Equal((TenderStatus.ToApprove, "Claire", 1800.00m), (it.Status, it.Approvals[0].RequestedBy, it.Approvals[0].Amount));
        Assert.IsType<NotAllowed>((await claire.Get<JudgeTender>().ExecuteAsync(it.Id, new() { Approved = true }, it.Version)).Refusal);
        Assert.Equal(new TenderDoesNotAllow(TenderAct.Submit, TenderStatus.ToApprove), (await claire.Get<SubmitTender>().ExecuteAsync(it.Id, new(), it.Version)).Refusal);
        Assert.Equal([it.Id], (await FoundAsync(new(TendersShown.ToApprove))).Select(t => t.Id));
        Assert.Equal(["Reason"], Assert.IsType<Invalid>((await sophie.Get<JudgeTender>().ExecuteAsync(it.Id, new(), it.Version)).Refusal).Fields.Keys);
        it = (await sophie.Get<JudgeTender>().ExecuteAsync(it.Id, new() { Approved = true }, it.Version)).Value!;
        Assert.Equal((TenderStatus.Approved, "Sophie"), (it.Status, it.Approvals[0].JudgedBy));
    }

    [Fact]
    public async Task A_contributor_answers_what_was_asked_and_nobody_else_without_the_right_to()
    {
        var paul = await _world.AMemberAsync("Paul", Role.Logistics);
        await using var asked = await _world.AsAsync(paul, Role.Logistics);
        await using var other = await _world.AsAsync(await _world.AMemberAsync("Lucie", Role.Sales), Role.Sales);
        var it = await AskedAsync(await OpenedAsync(), paul, new(2026, 11, 24));
        Assert.Equal([it.Id], (await FoundAsync(new(TendersShown.Waiting))).Select(t => t.Id));

        var task = it.Tasks[0].Id;
        Assert.IsType<TaskOfAnother>((await other.Get<AnswerTenderTask>().ExecuteAsync(it.Id, task, new() { Answer = "?" }, it.Version)).Refusal);
        Assert.IsType<NoSuchTenderTask>((await other.Get<AnswerTenderTask>().ExecuteAsync(it.Id, Guid.CreateVersion7(), new() { Answer = "?" }, it.Version)).Refusal);
        Assert.IsType<NotAllowed>((await asked.Get<DropTenderTask>().ExecuteAsync(it.Id, task, it.Version)).Refusal);
        it = (await asked.Get<AnswerTenderTask>().ExecuteAsync(it.Id, task, new() { Answer = "45 € la palette" }, it.Version)).Value!;
        Assert.Equal(("45 € la palette", "Paul", 0), (it.Tasks[0].Answer, it.Tasks[0].AnsweredBy, it.OpenTasks));
        Assert.Equal([it.Id], (await FoundAsync(new(TendersShown.ToAnswer))).Select(t => t.Id));

        var counts = (await _world.Get<CountTenders>().ExecuteAsync()).Value!.Shown;
        Assert.Equal((1, 0, 0, 0), (counts[TendersShown.ToAnswer], counts[TendersShown.Waiting], counts[TendersShown.ToApprove], counts[TendersShown.Submitted]));
        Assert.IsType<NoSuchMember>((await _world.Get<PlanTenderTask>().ExecuteAsync(it.Id, new() { Kind = TenderTaskKind.Price, Text = "Prix ?", AssigneeId = Ids.New<MemberId>(), DueOn = new(2026, 11, 24) }, it.Version)).Refusal);
    }

    // Due on Tuesday 24 November.
    [Fact]
    public async Task A_contributor_is_reminded_once_before_the_day_and_once_after_it()
    {
        var paul = await _world.AMemberAsync("Paul", Role.Logistics);
        var it = await AskedAsync(await OpenedAsync(), paul, new(2026, 11, 25));
        Assert.Equal(0, await RemindAsync());

        _world.Clock.SetUtcNow(new(2026, 11, 24, 5, 59, 0, TimeSpan.Zero));
        Assert.Equal(0, await RemindAsync());
        _world.Clock.SetUtcNow(new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

        // Two nodes at once.
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var node = await _world.AsAsync(_world.Me, Role.Admin);

            return await node.Get<RemindContributors>().ExecuteAsync();
        }));
        Assert.Equal(1, sent.Sum());
        Assert.Equal(2, (await MailsAsync(it)).Count);
        var mail = (await MailsAsync(it))[^1];
        Assert.Equal("Rappel\u00A0: AO26-00001 de Hydraulique Chartraine attend votre réponse", mail.Subject);
        Assert.Contains($"tenders/{it.Id.Value}", mail.TextBody, StringComparison.Ordinal);

        _world.Clock.SetUtcNow(new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RemindAsync());
        Assert.Equal(0, await RemindAsync());
        Assert.StartsWith("En retard", (await MailsAsync(it))[^1].Subject, StringComparison.Ordinal);

        // It was not touched by them: whoever works on it goes on.
        it = await DoneAsync<AnswerTenderTask>(u => u.ExecuteAsync(it.Id, it.Tasks[0].Id, new() { Answer = "45 €" }, it.Version));
        it = await AskedAsync(it, paul, new(2026, 11, 30));
        Assert.Equal(0, await RemindAsync());
        _world.Clock.SetUtcNow(new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RemindAsync());
        it = await DoneAsync<CancelTender>(u => u.ExecuteAsync(it.Id, new() { Reason = TenderReason.Postponed }, it.Version));
        _world.Clock.SetUtcNow(new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await RemindAsync());
    }

    [Fact]
    public async Task Whoever_is_asked_for_something_is_mailed_at_once_and_finds_it_in_their_day()
    {
        var paul = await _world.AMemberAsync("Paul", Role.Logistics);
        await using var asked = await _world.AsAsync(paul, Role.Logistics);
        var it = await AskedAsync(await OpenedAsync(), paul, new(2026, 12, 3));
        var mail = Assert.Single(await MailsAsync(it));
        Assert.Equal("AO26-00001 de Hydraulique Chartraine\u00A0: une question pour vous", mail.Subject);
        Assert.Contains(it.Tasks[0].Text, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"tenders/{it.Id.Value}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(it.Id.Value, Assert.Single((await asked.Get<ReadMyDay>().ExecuteAsync()).Value!.Items).SubjectId);

        // What one asks of oneself one knows.
        var claire = await _world.AMemberAsync("Claire", Role.Adv);
        await using var herself = await _world.AsAsync(claire, Role.Adv);
        Assert.True((await herself.Get<PlanTenderTask>().ExecuteAsync(it.Id, new() { Kind = TenderTaskKind.Price, Text = "Prix ?", AssigneeId = claire, DueOn = new(2026, 12, 3) }, it.Version)).IsOk);
        Assert.Single(await MailsAsync(it));
    }

    [Fact]
    public async Task What_one_asks_of_oneself_for_tomorrow_is_no_reminder_a_moment_later()
    {
        var claire = await _world.AMemberAsync("Claire", Role.Adv);
        await using var herself = await _world.AsAsync(claire, Role.Adv);
        var it = await OpenedAsync();
        Assert.True((await herself.Get<PlanTenderTask>().ExecuteAsync(it.Id, new() { Kind = TenderTaskKind.Price, Text = "Prix ?", AssigneeId = claire, DueOn = new(2026, 11, 24) }, it.Version)).IsOk);
        Assert.Equal(0, await RemindAsync());

        _world.Clock.SetUtcNow(new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RemindAsync());
        Assert.StartsWith("En retard", Assert.Single(await MailsAsync(it)).Subject, StringComparison.Ordinal);
    }

    // Monday 23 November; Friday is the 27th.
    [Fact]
    public async Task Nobody_is_reminded_a_moment_after_they_were_asked_nor_on_a_day_off()
    {
        var it = await AskedAsync(await OpenedAsync(), await _world.AMemberAsync("Paul", Role.Logistics), new(2026, 11, 24));
        Assert.Equal(0, await RemindAsync());
        it = await DoneAsync<AnswerTenderTask>(u => u.ExecuteAsync(it.Id, it.Tasks[0].Id, new() { Answer = "45 €" }, it.Version));
        it = await AskedAsync(it, await _world.AMemberAsync("Lucie", Role.Sales), new(2026, 11, 27));
        _world.Clock.SetUtcNow(new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RemindAsync());
        _world.Clock.SetUtcNow(new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await RemindAsync());
        _world.Clock.SetUtcNow(new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RemindAsync());
        Assert.StartsWith("En retard", (await MailsAsync(it))[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_was_asked_and_what_is_owed_stand_in_ones_day()
    {
        var (yanis, paul) = (await _world.AMemberAsync("Yanis", Role.Adv), await _world.AMemberAsync("Paul", Role.Logistics));
        await _world.StoreAsync(db => db.Add(new Ownership(_client.Id, yanis, new(2026, 1, 1), null)));
        await using var asked = await _world.AsAsync(paul, Role.Logistics);
        await using var owner = await _world.AsAsync(yanis, Role.Adv);
        var it = await AskedAsync(await AskedAsync(await OpenedAsync(), paul, new(2026, 11, 20)), paul, new(2026, 11, 24));

        var mine = Assert.Single((await asked.Get<ReadMyDay>().ExecuteAsync()).Value!.Items);
        Assert.Equal((DayItemKind.TenderTask, it.Id.Value, 2, "Hydraulique Chartraine", new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero)), (mine.Kind, mine.SubjectId, mine.Open, mine.ClientName, mine.DueAt));
        Assert.Empty((await owner.Get<ReadMyDay>().ExecuteAsync()).Value!.Items);

        // Wednesday evening, in Paris, is not yet two working days before Friday's noon; Wednesday is.
        owner.Clock.SetUtcNow(new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero));
        var due = Assert.Single((await owner.Get<ReadMyDay>().ExecuteAsync()).Value!.Items);
        Assert.Equal((DayItemKind.TenderDue, it.Id.Value, _due), (due.Kind, due.SubjectId, due.DueAt));
        Assert.Equal(1, (await owner.Get<CountWaiting>().ExecuteAsync()).Value!.Tenders);
        Assert.Equal(yanis, (await DoneAsync<ReadTender>(u => u.ExecuteAsync(it.Id))).OwnerId);
    }

    [Fact]
    public async Task Tenders_are_listed_by_their_deadline_page_by_page()
    {
        var late = await OpenedAsync(_due.AddDays(1));
        var soon = await OpenedAsync();
        var lost = await SubmittedAsync(await ApprovedAsync());
        lost = await DoneAsync<LoseTender>(u => u.ExecuteAsync(lost.Id, new() { Reason = TenderReason.Price }, lost.Version));

        var page = await DoneAsync<ListTenders, Page<TenderView>>(u => u.ExecuteAsync(new(TendersShown.ToAnswer, Size: 1)));
        Assert.Equal((soon.Id, true), (page.Items[0].Id, page.Next is not null));
        var next = await DoneAsync<ListTenders, Page<TenderView>>(u => u.ExecuteAsync(new(TendersShown.ToAnswer, After: page.Next, Size: 1)));
        Assert.Equal((late.Id, null), (next.Items[0].Id, next.Next));
        Assert.Equal([lost.Id], (await FoundAsync(new(TendersShown.Closed))).Select(t => t.Id));
        Assert.Equal([lost.Id, soon.Id, late.Id], (await FoundAsync(new())).Select(t => t.Id));
        Assert.Equal([soon.Id, late.Id], (await FoundAsync(new(ClientId: _client.Id, HasNotEnded: true))).Select(t => t.Id));
        Assert.Equal([soon.Id, late.Id], (await DoneAsync<ListOpenTenders, IReadOnlyList<ListOpenTenders.Row>>(u => u.ExecuteAsync(_client.Id))).Select(t => t.Id));
        Assert.Equal([soon.Id], (await FoundAsync(new(Number: soon.Number))).Select(t => t.Id));
        Assert.InRange((await RoundTrips.OfAsync(() => FoundAsync(new(Number: "AO26-99999")))).Count, 1, 2);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<SearchEverything>().ExecuteAsync("ao26-"))).Count, 1, 4);
        Assert.Equal([lost.Id], (await FoundAsync(new(Status: TenderStatus.Lost))).Select(t => t.Id));
        Assert.Equal([lost.Number, soon.Number, late.Number], (await _world.Get<SearchEverything>().ExecuteAsync(" ao26-")).Value!.Tenders.Select(hit => hit.Number));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words_and_nothing_is_kept()
    {
        Assert.Equal(new DeadlineIsPast(new(2026, 11, 23), new(8, 12)), (await TryAsync(f => f.SubmissionDueAt = _world.Clock.GetUtcNow())).Refusal);
        Assert.Equal(new UnknownProductCode("X-1"), (await TryAsync(f => f.Lines[0].ProductCode = "X-1")).Refusal);
        Assert.Equal(new UnknownProductCode("0A-999"), (await TryAsync(f => f.Lines = [new() { BuyerCode = "0A-999" }])).Refusal);
        Assert.IsType<NoSuchClient>((await TryAsync(f => f.ClientId = Ids.New<ClientId>())).Refusal);
        Assert.IsType<NoSuchContact>((await TryAsync(f => f.ContactId = Ids.New<ContactId>())).Refusal);
        Assert.IsType<Domain.Inquiries.NoSuchInquiry>((await TryAsync(f => f.InquiryId = Ids.New<InquiryId>())).Refusal);
        var nobodys = await DoneAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { From = "x@ailleurs.example", Subject = "?", Body = "Prix ?" }));
        Assert.IsType<TenderNeedsClient>((await TryAsync(f => (f.ClientId, f.InquiryId) = (null, nobodys.Id))).Refusal);
        var others = await DoneAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { ClientId = _client.Id, Subject = "?", Body = "Prix ?" }));
        var lacombe = await _world.AClientAsync("Serrurerie Lacombe");
        Assert.IsType<InquiryOfAnother>((await TryAsync(f => (f.ClientId, f.InquiryId) = (lacombe.Id, others.Id))).Refusal);
        Assert.Equal(
            ["Lines[0].Quantities[0]", "Lines[1].Description", "SubmissionDueAt", "Title"],
            Assert.IsType<Invalid>((await TryAsync(f => (f.Title, f.SubmissionDueAt, f.Lines) = (" ", null, [new() { ProductCode = "X", Quantities = [0] }, new()]))).Refusal).Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await FoundAsync(new()));

        // Not even a number was taken.
        Assert.Equal("AO26-00001", (await OpenedAsync()).Number);
    }

    [Fact]
    public async Task What_is_asked_for_is_put_right_and_what_was_offered_stays()
    {
        var it = await PricedAsync(await OpenedAsync());
        var changed = await DoneAsync<ChangeTender>(u => u.ExecuteAsync(it.Id, form => { form.Title = "Vis 2028"; form.Lines.RemoveAt(1); form.Lines.Add(new() { ProductCode = "RP-M8-ZN", Quantities = [100] }); return form; }, it.Version));
        Assert.Equal(("Vis 2028", 2, "0A-114", "RP-M8-ZN"), (changed.Title, changed.Lines[0].Prices.Count, changed.Lines[0].BuyerCode, changed.Lines[1].ProductCode));

        // The contract's price of the washers has ended: it is no more in the contract.
        Assert.Empty(changed.Lines[1].Contract);
        Assert.IsType<ChangedMeanwhile>((await _world.Get<ReworkTender>().ExecuteAsync(it.Id, it.Version)).Refusal);
        Assert.IsType<NoSuchTender>((await _world.Get<ReworkTender>().ExecuteAsync(Ids.New<TenderId>(), null)).Refusal);
    }

    [Fact]
    public async Task What_was_archived_or_erased_since_keeps_nobody_from_putting_something_else_right()
    {
        var it = await PricedAsync(await OpenedAsync());
        var karim = _client.Contacts[0].Id;
        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(karim, null)).IsOk);
        await _world.StoreAsync(async db =>
        {
            (await db.Products.SingleAsync(p => p.Code == "VH-M8-30-ZN")).Archive();
            (await db.Clients.SingleAsync(c => c.Id == _client.Id)).Archive();
        });

        it = await DoneAsync<ChangeTender>(u => u.ExecuteAsync(it.Id, form => { form.Title = "Vis 2028"; form.Lines[0].Quantities = [8000]; form.Lines.Add(new() { ProductCode = "RP-M8-ZN", Quantities = [100] }); return form; }, version: null));
        Assert.Equal(("Vis 2028", karim, "VH-M8-30-ZN", 2, "RP-M8-ZN"), (it.Title, it.ContactId, it.Lines[0].ProductCode, it.Lines[0].Prices.Count, it.Lines[2].ProductCode));

        // Named anew, they are no longer there.
        Assert.Equal(new UnknownProductCode("VH-M8-30-ZN"), await ChangeAsync(form => form.Lines.Add(new() { ProductCode = "VH-M8-30-ZN" })));
        Assert.Null(await ChangeAsync(form => form.ContactId = null));
        Assert.IsType<NoSuchContact>(await ChangeAsync(form => form.ContactId = karim));

        async Task<Refusal?> ChangeAsync(Action<TenderForm> change) => (await _world.Get<ChangeTender>().ExecuteAsync(it.Id, form => { change(form); return form; }, version: null)).Refusal;
    }

    [Fact]
    public async Task Questions_are_noted_and_the_clients_that_come_late_are_said_to_be()
    {
        var it = await OpenedAsync(questions: new(2026, 11, 25, 17, 0, 0, TimeSpan.Zero));
        it = await DoneAsync<AskTenderQuestion>(u => u.ExecuteAsync(it.Id, new() { Voice = TenderVoice.Us, Text = "Nuance ?" }, it.Version));
        _world.Clock.SetUtcNow(new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(new QuestionsAreClosed(new(2026, 11, 25)), (await _world.Get<AskTenderQuestion>().ExecuteAsync(it.Id, new() { Voice = TenderVoice.Us, Text = "Revêtement ?" }, it.Version)).Refusal);
        it = await DoneAsync<AskTenderQuestion>(u => u.ExecuteAsync(it.Id, new() { Voice = TenderVoice.Client, Text = "Emballage ?" }, it.Version));
        it = await DoneAsync<AnswerTenderQuestion>(u => u.ExecuteAsync(it.Id, it.Questions[1].Id, new() { Answer = "Cartons de 500" }, it.Version));
        Assert.Equal([(TenderVoice.Us, false, null), (TenderVoice.Client, true, "Cartons de 500")], it.Questions.Select(question => (question.Voice, question.IsLate, question.Answer)));
    }

    [Fact]
    public async Task A_requirement_that_came_of_it_is_found_from_both_sides()
    {
        var it = await SubmittedAsync(await ApprovedAsync());
        it = await DoneAsync<WinTender>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[1].Id, ProductCode = "RP-M8-ZN" }], Reason = TenderReason.Service }, it.Version));
        Assert.Equal(("RP-M8-ZN", 1.50m), (it.Lines[1].ProductCode, Assert.Single(it.Lines[1].Contract).NetPrice));

        var requirement = (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new() { Sentence = "Cartons de 500", Source = new(SourceKind.Contract, "Karim Haddad"), Severity = Severity.Warn, Rule = new Instruction { Text = "Cartons de 500" } })).Value!;
        it = await DoneAsync<LinkTenderRequirement>(u => u.ExecuteAsync(it.Id, requirement.Id, it.Version));
        var sheet = await DoneAsync<ReadTenderSheet, ReadTenderSheet.Sheet>(u => u.ExecuteAsync(it.Id));
        Assert.Equal((requirement.Number, 10_000m), (sheet.Requirement!.Number, sheet.Limit));
        Assert.Equal([nameof(LinkTenderRequirement), nameof(WinTender), nameof(SubmitTender)], sheet.Events.Take(3).Select(e => e.UseCase));
        Assert.Equal([it.Id], (await DoneAsync<ReadRequirementOrigins, ReadRequirementOrigins.Origins>(u => u.ExecuteAsync(requirement.Id))).Tenders.Select(t => t.Id));
    }

    [Fact]
    public async Task A_draft_that_it_names_is_not_given_up()
    {
        var it = await SubmittedAsync(await ApprovedAsync());
        it = await DoneAsync<WinTender>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[1].Id, ProductCode = "RP-M8-ZN" }], Reason = TenderReason.Service }, it.Version));
        var draft = (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new() { Sentence = "Cartons de 500", Source = new(SourceKind.Contract, "Karim Haddad"), Severity = Severity.Warn, Rule = new Instruction { Text = "Cartons de 500" }, Draft = true })).Value!;
        await DoneAsync<LinkTenderRequirement>(u => u.ExecuteAsync(it.Id, draft.Id, it.Version));

        Assert.IsType<RequirementIsNamed>((await _world.Get<DiscardRequirementDraft>().ExecuteAsync(draft.Id, draft.Version)).Refusal);
    }

    [Fact]
    public async Task What_is_won_in_another_unit_becomes_a_price_of_the_products_own_and_none_begins_before_the_tender()
    {
        var it = await SubmittedAsync(await ApprovedAsync());
        Task<Result<TenderView>> WinAsync(DateOnly? from = null) => _world.Get<WinTender>().ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[1].Id, ProductCode = "RP-M8-ZN" }], ValidFrom = from, Reason = TenderReason.Service }, it.Version);

        Assert.IsType<AwardBeforeTender>((await WinAsync(new(2016, 12, 1))).Refusal);
        await SoldInAsync("KGM");
        Assert.Equal(new AwardInAnotherUnit("20", "PCE", "KGM"), (await WinAsync()).Refusal);
        await SoldInAsync("CEN");
        var won = await WinAsync();
        Assert.True(won.IsOk);
        Assert.Contains((150m, 1m), (await _world.Get<ListPrices>().ExecuteAsync(_client.Id)).Value!.Items.Where(price => price.ProductCode == "RP-M8-ZN").Select(price => (price.NetPrice, price.PriceBaseQuantity)));

        // Once it is won, that is what is said, whatever else is wrong.
        it = won.Value!;
        await SoldInAsync("KGM");
        Assert.Equal(new TenderDoesNotAllow(TenderAct.Win, TenderStatus.Won), (await WinAsync(new(2016, 12, 1))).Refusal);

        Task SoldInAsync(string unit) => _world.StoreAsync(async db => (await db.Products.AsTracking().SingleAsync(p => p.Code == "RP-M8-ZN")).Describe("Rondelle", unit, null, null));
    }

    [Fact]
    public async Task What_is_sold_no_more_is_won_where_it_was_offered_and_named_nowhere_else()
    {
        var it = await SubmittedAsync(await ApprovedAsync());
        await _world.StoreAsync(async db => (await db.Products.AsTracking().SingleAsync(p => p.Code == "VH-M8-30-ZN")).Archive());
        Task<Result<TenderView>> WinAsync(params WinTender.Line[] lines) => _world.Get<WinTender>().ExecuteAsync(it.Id, new() { Lines = [.. lines], Reason = TenderReason.Service }, it.Version);

        Assert.Equal(new UnknownProductCode("VH-M8-30-ZN"), (await WinAsync(new WinTender.Line { Id = it.Lines[1].Id, ProductCode = "VH-M8-30-ZN" })).Refusal);
        Assert.True((await WinAsync(new WinTender.Line { Id = it.Lines[0].Id })).IsOk);
    }

    [Fact]
    public async Task Somebody_who_asks_to_be_forgotten_is_named_in_no_tender()
    {
        var it = await OpenedAsync();
        it = await DoneAsync<AskTenderQuestion>(u => u.ExecuteAsync(it.Id, new() { Voice = TenderVoice.Client, Text = "Karim Haddad demande l’emballage" }, it.Version));
        Assert.Contains(await MentionsAsync(), mention => mention.In == it.Number && mention.Text.Contains("Karim Haddad", StringComparison.Ordinal));

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_client.Contacts[0].Id, null)).IsOk);
        it = await DoneAsync<ReadTender>(u => u.ExecuteAsync(it.Id));
        Assert.DoesNotContain("Haddad", it.Questions[0].Text, StringComparison.Ordinal);

        async Task<IReadOnlyList<ExportContactData.Mention>> MentionsAsync() => (await _world.Get<ExportContactData>().ExecuteAsync(_client.Contacts[0].Id)).Value!.Mentions;
    }

    [Fact]
    public async Task No_use_case_goes_to_the_database_more_than_four_times()
    {
        var visits = new Dictionary<string, int>(StringComparer.Ordinal);
        var paul = await _world.AMemberAsync("Paul", Role.Logistics);
        var it = await CountedAsync<OpenTender>(u => u.ExecuteAsync(Form()));
        it = await CountedAsync<ChangeTender>(u => u.ExecuteAsync(it.Id, form => form, it.Version));
        it = await CountedAsync<PriceTender>(u => u.ExecuteAsync(it.Id, Offer(it), it.Version));
        it = await CountedAsync<PlanTenderTask>(u => u.ExecuteAsync(it.Id, new() { Kind = TenderTaskKind.Price, Text = "Prix ?", AssigneeId = paul, DueOn = new(2026, 11, 24) }, it.Version));
        it = await CountedAsync<AnswerTenderTask>(u => u.ExecuteAsync(it.Id, it.Tasks[0].Id, new() { Answer = "8 €" }, it.Version));
        it = await CountedAsync<AskTenderQuestion>(u => u.ExecuteAsync(it.Id, new() { Voice = TenderVoice.Client, Text = "?" }, it.Version));
        it = await CountedAsync<RequestTenderApproval>(u => u.ExecuteAsync(it.Id, it.Version));
        it = await CountedAsync<SubmitTender>(u => u.ExecuteAsync(it.Id, Mail(), it.Version));
        it = await CountedAsync<WinTender>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id }], Reason = TenderReason.Price }, it.Version));
        it = await CountedAsync<ReadTender>(u => u.ExecuteAsync(it.Id));
        await RoundAsync<ReadTenderSheet, ReadTenderSheet.Sheet>(u => u.ExecuteAsync(it.Id));
        await RoundAsync<ListTenders, Page<TenderView>>(u => u.ExecuteAsync(new()));
        await RoundAsync<ReadTenderOffer, ReadTenderOffer.Printed>(u => u.ExecuteAsync(it.Id, 1));

        Assert.Equal(13, visits.Count);
        Assert.All(visits, each => Assert.InRange(each.Value, 1, 4));

        Task<TenderView> CountedAsync<TUseCase>(Func<TUseCase, Task<Result<TenderView>>> execute) where TUseCase : notnull => RoundAsync(execute);

        async Task<T> RoundAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
        {
            Result<T> result = null!;
            visits[typeof(TUseCase).Name] = (await RoundTrips.OfAsync(async () => result = await execute(_world.Get<TUseCase>()))).Count;
            Assert.True(result.IsOk, $"{typeof(TUseCase).Name}: {result.Refusal}");

            return result.Value;
        }
    }

    private Task<int> RemindAsync() => _world.Get<RemindContributors>().ExecuteAsync();

    private async Task<decimal[]> PaidAsync(params decimal[] quantities)
    {
        List<decimal> paid = [];

        foreach (var quantity in quantities)
        {
            var order = await _world.PlacedAsync(new() { ClientId = _client.Id, CustomerReference = $"45{Guid.CreateVersion7():N}"[..12], Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = quantity }] });
            paid.Add(order.Lines[0].NetPrice!.Value);
        }

        return [.. paid];
    }

    private async Task<List<Exchange.Mail.OutgoingMail>> MailsAsync(TenderView it) =>
        (await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == it.Id.Value).OrderBy(m => m.Id).Select(m => m.Content).ToListAsync())).ConvertAll(Mailer.Open);

    private async Task<IReadOnlyList<TenderView>> FoundAsync(ListTenders.Query query) => (await DoneAsync<ListTenders, Page<TenderView>>(u => u.ExecuteAsync(query))).Items;

    private TenderForm Form(DateTimeOffset? due = null, DateTimeOffset? questions = null) => new()
    {
        ClientId = _client.Id,
        ContactId = _client.Contacts[0].Id,
        Title = "Vis inox 2027",
        SubmissionDueAt = due ?? _due,
        QuestionsDueAt = questions,
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantities = [5000, 20_000] }, new() { Description = "Entretoise sur plan", Quantities = [200] }],
    };

    private Task<Result<TenderView>> TryAsync(Action<TenderForm> change)
    {
        var form = Form();
        change(form);

        return _world.Get<OpenTender>().ExecuteAsync(form);
    }

    private Task<TenderView> OpenedAsync(DateTimeOffset? due = null, DateTimeOffset? questions = null) => DoneAsync<OpenTender>(u => u.ExecuteAsync(Form(due, questions)));

    // 20 000 at 7,50 € the hundred: 1 500 €; 200 at 1,50 €: 300 €.
    private static PriceTender.Form Offer(TenderView it) => new()
    {
        Lines =
        [
            new() { Id = it.Lines[0].Id, Prices = [new() { NetPrice = 8.00m }, new() { FromQuantity = 20_000, NetPrice = 7.50m }], PriceBaseQuantity = 100, LeadDays = 10, ValidUntil = new(2027, 12, 31) },
            new() { Id = it.Lines[1].Id, Prices = [new() { NetPrice = 1.50m }], ValidUntil = new(2027, 12, 31) },
        ],
    };

    private Task<TenderView> PricedAsync(TenderView it) => DoneAsync<PriceTender>(u => u.ExecuteAsync(it.Id, Offer(it), it.Version));

    private async Task<TenderView> ApprovedAsync()
    {
        var it = await PricedAsync(await OpenedAsync());

        return await DoneAsync<RequestTenderApproval>(u => u.ExecuteAsync(it.Id, it.Version));
    }

    private Task<TenderView> SubmittedAsync(TenderView it) => DoneAsync<SubmitTender>(u => u.ExecuteAsync(it.Id, Mail(), it.Version));

    private Task<TenderView> AskedAsync(TenderView it, MemberId who, DateOnly dueOn) =>
        DoneAsync<PlanTenderTask>(u => u.ExecuteAsync(it.Id, new() { Kind = TenderTaskKind.Transport, Text = "Transport ?", AssigneeId = who, DueOn = dueOn }, it.Version));

    private static SubmitTender.Form Mail() => new() { To = "k.haddad@chartraine.example", Subject = "Votre consultation", Text = "Bonjour,\n\nVoici notre offre." };

    private Task<TenderView> DoneAsync<TUseCase>(Func<TUseCase, Task<Result<TenderView>>> execute) where TUseCase : notnull => DoneAsync<TUseCase, TenderView>(execute);

    private async Task<T> DoneAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
    {
        var result = await execute(_world.Get<TUseCase>());
        Assert.True(result.IsOk, $"{typeof(TUseCase).Name}: {result.Refusal}");

        return result.Value;
    }
}
