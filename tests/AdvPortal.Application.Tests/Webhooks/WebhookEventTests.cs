using System.Text.Json.Nodes;
using AdvPortal.Application.Complaints;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Tenders;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tenders;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Webhooks;

/// <summary>What is put down to be told, and in whose transaction. It is Monday 23 November 2026.</summary>
[Collection("Webhooks")]
public sealed class WebhookEventTests(TestDatabase database) : IAsyncLifetime
{
    private readonly WebhookWorld _world = new(database);

    public async ValueTask InitializeAsync() => await _world.FoundAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_life_of_an_order_is_told_step_by_step()
    {
        await _world.AWebhookAsync();
        var order = await _world.ConfirmAsync(await _world.AnOrderAsync());
        order = (await _world.World.Get<HoldOrder>().ExecuteAsync(order.Id, new() { Reason = HoldReason.Credit, Note = "Karim Haddad ne paie pas", Until = new(2026, 12, 1) }, order.Version)).Value!;
        order = (await _world.World.Get<ReleaseOrder>().ExecuteAsync(order.Id, order.Version)).Value!;
        order = (await _world.World.Get<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = new(2026, 12, 3), Cause = PromiseCause.Supplier, Note = "Karim Haddad est prévenu" }, order.Version)).Value!;
        order = (await _world.World.Get<CancelOrder>().ExecuteAsync(order.Id, new("Karim Haddad n’en veut plus", CancelCause.ClientRequest), order.Version)).Value!;
        var messages = await _world.MessagesAsync();

        Assert.Equal(["order.received", "order.confirmed", "order.held", "order.released", "promise.changed", "order.cancelled"], messages.Select(m => m.Type));
        Assert.All(messages, message => Assert.DoesNotContain("Karim", message.Body, StringComparison.Ordinal));
        var held = Body(messages[2].Body);
        Assert.Equal(("credit", "2026-12-01"), ((string?)held["data"]!["reason"], (string?)held["data"]!["until"]));
        var moved = Body(messages[4].Body);
        Assert.Equal(
            ($"msg_{messages[4].Id.Value:N}", "promise.changed", "2026-11-23T07:12:00+00:00", _world.World.Slug), ((string?)moved["id"], (string?)moved["type"], (string?)moved["at"], (string?)moved["tenant"]));
        Assert.Equal(
            $$"""{"kind":"order","id":"{{order.Id.Value}}","number":"{{order.Number}}","href":"https://portal.example/{{_world.World.Slug}}/api/v1/orders/{{order.Id.Value}}"}""", moved["subject"]!.ToJsonString());
        Assert.Equal("""[{"lineNo":"10","was":"2026-11-27","now":"2026-12-03","cause":"supplier","side":"us"}]""", moved["data"]!["changes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_question_its_answer_and_the_complaint_that_came_of_it_are_told_without_a_word_of_them()
    {
        await _world.AWebhookAsync();
        var client = (await _world.World.AClientAsync("Serrurerie Lacombe")).Id;
        var inquiry = (await _world.World.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, From = "k.haddad@lacombe.example", Subject = "Karim", Body = "Karim Haddad attend" })).Value!;
        Assert.True((await _world.World.Get<ReplyToInquiry>().ExecuteAsync(inquiry.Id, new() { Text = "Bonjour Karim" }, null)).IsOk);
        var complaint = (await _world.World.Get<OpenComplaint>().ExecuteAsync(new() { ClientId = client, InquiryId = inquiry.Id, Subject = "Karim", Description = "Karim n’a rien reçu", Nature = ComplaintNature.Logistics })).Value!;
        complaint = (await _world.World.Get<WithdrawComplaint>().ExecuteAsync(complaint.Id, new() { Reason = "Karim l’a retrouvé" }, complaint.Version)).Value!;
        Assert.True((await _world.World.Get<ReopenComplaint>().ExecuteAsync(complaint.Id, new() { Reason = "Karim l’a reperdu" }, complaint.Version)).IsOk);
        var tender = (await _world.World.Get<OpenTender>().ExecuteAsync(new() { ClientId = client, Title = "Consultation de Karim", SubmissionDueAt = new(2026, 12, 4, 11, 0, 0, TimeSpan.Zero) })).Value!;
        Assert.True((await _world.World.Get<DeclineTender>().ExecuteAsync(tender.Id, new() { Reason = TenderReason.Capacity }, tender.Version)).IsOk);
        var messages = await _world.MessagesAsync();

        Assert.Equal(["inquiry.opened", "inquiry.answered", "complaint.opened", "complaint.ended", "complaint.reopened", "tender.opened", "tender.ended"], messages.Select(m => m.Type));
        Assert.All(messages, message => Assert.DoesNotContain("Karim", message.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal($$"""{"kind":"inquiry","id":"{{inquiry.Id.Value}}","href":"https://portal.example/{{_world.World.Slug}}/api/v1/inquiries/{{inquiry.Id.Value}}"}""", Body(messages[0].Body)["subject"]!.ToJsonString());
        Assert.Equal((complaint.Number, inquiry.Id.Value.ToString()), ((string?)Body(messages[2].Body)["subject"]!["number"], (string?)Body(messages[2].Body)["data"]!["inquiryId"]));
        Assert.Equal("capacity", (string?)Body(messages[6].Body)["data"]!["reason"]);
    }

    [Fact]
    public async Task Every_answer_is_told_unless_it_is_taken_back_and_a_tender_taken_up_again_is_not_submitted_again()
    {
        await _world.AWebhookAsync("inquiry.answered", "tender.submitted", "tender.ended", "tender.reopened");
        var client = (await _world.World.AClientAsync("Serrurerie Lacombe")).Id;
        var inquiry = (await _world.World.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, From = "k.haddad@lacombe.example", Subject = "Délai", Body = "Où ?" })).Value!;

        foreach (var awaits in new[] { false, false, true })
        {
            _world.World.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True((await _world.World.Get<ReplyToInquiry>().ExecuteAsync(inquiry.Id, new() { Text = "Vendredi", AwaitsAnswer = awaits }, null)).IsOk);
        }

        var last = (await _world.World.Get<ReadInquiry>().ExecuteAsync(inquiry.Id)).Value!.LastMessageId!.Value;
        Assert.True((await _world.World.Get<UndoReply>().ExecuteAsync(inquiry.Id, last, null)).IsOk);
        Assert.Equal(["inquiry.answered", "inquiry.answered"], (await _world.MessagesAsync()).Select(m => m.Type));

        var tender = (await _world.World.Get<OpenTender>().ExecuteAsync(new() { ClientId = client, Title = "Vis", SubmissionDueAt = new(2026, 12, 4, 11, 0, 0, TimeSpan.Zero), Lines = [new() { Description = "Entretoise", Quantities = [200] }] })).Value!;
        tender = (await _world.World.Get<PriceTender>().ExecuteAsync(tender.Id, new() { Lines = [new() { Id = tender.Lines[0].Id, Prices = [new() { NetPrice = 1m }], PriceBaseQuantity = 1 }] }, tender.Version)).Value!;
        tender = (await _world.World.Get<RequestTenderApproval>().ExecuteAsync(tender.Id, tender.Version)).Value!;
        tender = (await _world.World.Get<SubmitTender>().ExecuteAsync(tender.Id, new(), tender.Version)).Value!;
        tender = (await _world.World.Get<LoseTender>().ExecuteAsync(tender.Id, new() { Reason = TenderReason.Price }, tender.Version)).Value!;
        Assert.True((await _world.World.Get<ReopenTender>().ExecuteAsync(tender.Id, tender.Version)).IsOk);
        Assert.Equal(["tender.submitted", "tender.ended", "tender.reopened"], (await _world.MessagesAsync()).Select(m => m.Type).Skip(2));
    }

    [Fact]
    public async Task The_way_of_a_delivery_is_told_without_who_took_it()
    {
        await _world.AWebhookAsync([.. WebhookEvents.Types.Where(type => type.StartsWith("delivery.", StringComparison.Ordinal))]);
        var order = await _world.ConfirmAsync(await _world.AnOrderAsync());
        var planned = (await _world.World.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [order.Id], ArriveOn = new(2026, 11, 27), Carrier = "Heppner" })).Value!;
        var packed = (await _world.World.Get<PackDelivery>().ExecuteAsync(planned.Id, new() { Parcels = 1 }, planned.Version)).Value!;
        var shipped = (await _world.World.Get<ShipDelivery>().ExecuteAsync(planned.Id, new() { TrackingNumber = "HP42" }, packed.Version)).Value!;
        Assert.True((await _world.World.Get<DeliverDelivery>().ExecuteAsync(planned.Id, new() { ReceivedBy = "Karim Haddad" }, shipped.Version)).IsOk);
        var messages = await _world.MessagesAsync();

        Assert.Equal(["delivery.planned", "delivery.shipped", "delivery.delivered"], messages.Select(m => m.Type));
        Assert.All(messages, message => Assert.DoesNotContain("Karim", message.Body, StringComparison.Ordinal));
        Assert.Equal(("delivery", planned.Number), ((string?)Body(messages[1].Body)["subject"]!["kind"], (string?)Body(messages[1].Body)["subject"]!["number"]));
        Assert.Equal("HP42", (string?)Body(messages[1].Body)["data"]!["trackingNumber"]);
        Assert.Equal(5000m, (decimal)Body(messages[2].Body)["data"]!["lines"]![0]!["deliveredQuantity"]!);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told_and_each_webhook_has_a_message_of_its_own()
    {
        await _world.AWebhookAsync("order.received");
        await _world.AWebhookAsync("order.received", "order.cancelled");
        var order = await _world.ConfirmAsync(await _world.AnOrderAsync());
        await _world.World.Get<CancelOrder>().ExecuteAsync(order.Id, new("En double"), order.Version);

        Assert.Equal(["order.cancelled", "order.received", "order.received"], (await _world.MessagesAsync()).Select(m => m.Type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_told_of_work_that_was_refused()
    {
        await _world.AWebhookAsync();
        var order = await _world.ConfirmAsync(await _world.AnOrderAsync());
        var before = (await _world.MessagesAsync()).Count;
        var form = new Repromise.Form { DeliverOn = new(2026, 12, 3), Cause = PromiseCause.Supplier };

        Assert.IsType<ChangedMeanwhile>((await _world.World.Get<Repromise>().ExecuteAsync(order.Id, form, order.Version - 1)).Refusal);
        Assert.IsType<OrderDoesNotAllow>((await _world.World.Get<ReleaseOrder>().ExecuteAsync(order.Id, order.Version)).Refusal);

        // Refused by the database itself, after all was written: the loser of a race.
        var loser = await _world.World.Get<UnitOfWork>().RunAsync<Result>(
            this, Permission.HandleOrders, order.Id,
            async db =>
            {
                var mine = await ReadOrder.FindAsync(db, order.Id, CancellationToken.None);
                Assert.True((await _world.World.Get<TellPromises>().ExecuteAsync(order.Id, order.Version)).IsOk);

                return mine!.Cancel("Trop tard");
            },
            CancellationToken.None);
        Assert.IsType<ChangedMeanwhile>(loser.Refusal);
        Assert.Equal(before, (await _world.MessagesAsync()).Count);
    }

    [Fact]
    public async Task A_confirmation_that_is_taken_back_at_once_is_never_told()
    {
        await _world.AWebhookAsync("order.confirmed");
        var order = await _world.ConfirmAsync(await _world.AnOrderAsync());
        await _world.DeliverAsync();
        Assert.Empty(_world.Receiver.Calls);

        Assert.True((await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, order.Version)).IsOk);
        _world.Pass(TimeSpan.FromMinutes(1));
        await _world.DeliverAsync();
        Assert.Empty(_world.Receiver.Calls);
        Assert.Empty(await _world.MessagesAsync());
    }

    [Fact]
    public async Task A_confirmation_that_a_webhook_was_told_of_stands_even_while_its_mail_waits()
    {
        await _world.AWebhookAsync("order.confirmed");
        var client = await _world.World.AClientAsync("Mécanique du Perche", c => c.Meet("Karim Haddad", ContactRole.Buyer, "k.haddad@chartraine.example", null, null));
        var order = await _world.ConfirmAsync(await _world.AnOrderAsync(client: client.Id));
        _world.Pass(TimeSpan.FromMinutes(1));
        await _world.DeliverAsync();
        Assert.Equal(["order.confirmed"], _world.Told);

        Assert.IsType<ConfirmationHasLeft>((await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, order.Version)).Refusal);
    }

    [Fact]
    public async Task An_answer_that_a_webhook_was_told_of_stands_even_while_its_mail_waits()
    {
        await _world.AWebhookAsync("inquiry.answered");
        var client = await _world.World.AClientAsync("Mécanique du Perche");
        var inquiry = (await _world.World.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client.Id, From = "k.haddad@chartraine.example", Subject = "Délai", Body = "Où ?" })).Value!;
        var sent = (await _world.World.Get<ReplyToInquiry>().ExecuteAsync(inquiry.Id, new() { Text = "Vendredi" }, null)).Value!;
        _world.Pass(TimeSpan.FromMinutes(1));
        await _world.DeliverAsync();
        Assert.Equal(["inquiry.answered"], _world.Told);

        var undo = _world.World.Get<UndoReply>();
        var visits = await RoundTrips.OfAsync(async () => Assert.IsType<ReplyHasLeft>((await undo.ExecuteAsync(inquiry.Id, sent.LastMessageId!.Value, null)).Refusal));
        Assert.InRange(visits.Count, 1, 4);
        Assert.Equal(2, (await _world.World.Get<ReadInquiry>().ExecuteAsync(inquiry.Id)).Value!.MessageCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_confirmation_that_is_taken_back_is_not_told_however_late_and_whoever_does_not_know_of_the_webhook(bool isForgotten)
    {
        var client = await _world.World.AClientAsync("Mécanique du Perche", c => c.Meet("Karim Haddad", ContactRole.Buyer, "k.haddad@chartraine.example", null, null));
        await _world.AWebhookAsync("order.confirmed");
        var order = await _world.ConfirmAsync(await _world.AnOrderAsync(client: client.Id));

        if (isForgotten)
        {
            // Remembered here as having none, until another node's change is heard of.
            await _world.World.StoreAsync(db => db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.IsActive, false)));
            _world.Pass(TimeSpan.FromSeconds(31));
            await _world.AnOrderAsync();
            await _world.World.StoreAsync(db => db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.IsActive, true)));
        }
        else
        {
            _world.Pass(TimeSpan.FromMinutes(1));
        }

        // The post was away: neither the mail nor the message has left.
        Assert.True((await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, order.Version)).IsOk);
        await _world.DeliverAsync();
        Assert.Empty(_world.Told);
    }

    [Fact]
    public async Task What_a_program_confirms_is_told_at_once()
    {
        await _world.AWebhookAsync("order.confirmed");
        await using var program = _world.World.AsKey();
        await _world.ConfirmAsync(await _world.AnOrderAsync(program), program);
        await _world.DeliverAsync();

        Assert.Equal(["order.confirmed"], _world.Told);
    }

    [Fact]
    public async Task A_webhook_counts_from_the_moment_it_is_there_and_until_it_is_gone()
    {
        await _world.AnOrderAsync();
        var webhook = await _world.AWebhookAsync("order.received");
        await _world.AnOrderAsync();
        Assert.Single(await _world.MessagesAsync());

        var off = (await _world.World.Get<ChangeWebhook>().ExecuteAsync(webhook.Id, Off, webhook.Version)).Value!;
        await _world.AnOrderAsync();
        Assert.Single(await _world.MessagesAsync());

        Assert.True((await _world.World.Get<RemoveWebhook>().ExecuteAsync(webhook.Id, off.Version)).IsOk);
        await _world.AnOrderAsync();
        Assert.Empty(await _world.MessagesAsync());

        static Result<WebhookForm> Off(WebhookForm form)
        {
            form.IsActive = false;

            return form;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_webhook_that_another_node_removed_or_switched_off_a_moment_ago_costs_nobody_their_work(bool isRemoved)
    {
        await _world.AWebhookAsync("order.received");
        await _world.AnOrderAsync();

        // Without a notice: it is still remembered here.
        await _world.World.StoreAsync(db => isRemoved ? db.Webhooks.ExecuteDeleteAsync() : db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.IsActive, false)));
        var before = (await _world.MessagesAsync()).Count;
        var order = await _world.AnOrderAsync();

        Assert.True((await _world.World.Get<ReadOrder>().ExecuteAsync(order.Id)).IsOk);
        Assert.Equal(before, (await _world.MessagesAsync()).Count);
    }

    [Fact]
    public async Task A_company_without_webhooks_does_not_go_to_the_database_for_them()
    {
        var order = await _world.AnOrderAsync();
        var visits = await RoundTrips.OfAsync(async () => order = await _world.ConfirmAsync(order));
        Assert.DoesNotContain(visits, visit => visit.Contains("webhook", StringComparison.Ordinal));

        await _world.AWebhookAsync("order.held");
        var told = await RoundTrips.OfAsync(() => _world.World.Get<HoldOrder>().ExecuteAsync(order.Id, new() { Reason = HoldReason.Credit }, order.Version));
        Assert.Contains(told, visit => visit.Contains("webhook_messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_company_is_told_of_none_of_it()
    {
        await using var other = new WebhookWorld(database);
        await other.FoundAsync();
        var webhook = await other.AWebhookAsync();
        await _world.AnOrderAsync();

        Assert.Empty(await other.MessagesAsync());
        Assert.IsType<Domain.Webhooks.NoSuchWebhook>((await _world.World.Get<ReadWebhook>().ExecuteAsync(webhook.Id)).Refusal);
        Assert.IsType<Domain.Webhooks.NoSuchWebhook>((await _world.World.Get<TestWebhook>().ExecuteAsync(webhook.Id, null)).Refusal);
        Assert.IsType<Domain.Webhooks.NoSuchWebhook>((await _world.World.Get<RemoveWebhook>().ExecuteAsync(webhook.Id, null)).Refusal);
        Assert.IsType<Domain.Webhooks.NoSuchWebhook>((await _world.World.Get<ListWebhookMessages>().ExecuteAsync(webhook.Id, null, null, 25)).Refusal);
        Assert.IsType<Domain.Webhooks.NoSuchWebhook>((await _world.World.Get<ReplayFailedWebhookMessages>().ExecuteAsync(webhook.Id, null, null)).Refusal);
    }

    [Fact]
    public async Task Only_who_manages_the_company_sees_or_changes_them()
    {
        var webhook = await _world.AWebhookAsync();
        await using var adv = await _world.World.AsAsync(await _world.World.AMemberAsync("Claire", Role.Adv), Role.Adv);

        Assert.IsType<NotAllowed>((await adv.Get<ListWebhooks>().ExecuteAsync()).Refusal);
        Assert.IsType<NotAllowed>((await adv.Get<AddWebhook>().ExecuteAsync(new() { Url = webhook.Url, Events = ["order.held"] })).Refusal);
        Assert.IsType<NotAllowed>((await adv.Get<TestWebhook>().ExecuteAsync(webhook.Id, null)).Refusal);
        Assert.IsType<NotAllowed>((await adv.Get<ListWebhookMessages>().ExecuteAsync(webhook.Id, null, null, 25)).Refusal);
    }

    [Fact]
    public async Task The_secret_is_answered_once_and_kept_closed()
    {
        var webhook = await _world.AWebhookAsync();
        var stored = await _world.World.ReadAsync(db => db.Webhooks.SingleAsync());
        var history = await _world.World.ReadAsync(db => db.History.ToListAsync());

        Assert.StartsWith("whsec_", webhook.Secret, StringComparison.Ordinal);
        Assert.Null((await _world.ReadAsync(webhook)).Secret);
        Assert.DoesNotContain(webhook.Secret!, System.Text.Encoding.UTF8.GetString(stored.Secret), StringComparison.Ordinal);
        Assert.DoesNotContain(history, entry => $"{entry.Changes}{entry.Personal}".Contains("whsec_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Url")]
    [InlineData("http://erp.example/portal", "Url")]
    [InlineData("https://192.168.1.20/portal", "Url")]
    [InlineData("https://erp.example/portal", "Events")]
    public async Task An_address_that_is_never_called_and_an_event_that_never_happens_are_refused_at_once(string url, string field)
    {
        var refused = await _world.World.Get<AddWebhook>().ExecuteAsync(new() { Url = url, Events = ["order.forgotten"] });

        Assert.Contains(field, Assert.IsType<Invalid>(refused.Refusal).Fields.Keys);
    }

    [Fact]
    public async Task Events_that_are_null_are_missing()
    {
        var refused = await _world.World.Get<AddWebhook>().ExecuteAsync(new() { Url = "https://erp.example/portal", Events = null! });

        Assert.Equal(["Webhook.EventsMissing"], Assert.IsType<Invalid>(refused.Refusal).Fields["Events"]);
    }

    private static JsonNode Body(string body) => JsonNode.Parse(body)!;
}
