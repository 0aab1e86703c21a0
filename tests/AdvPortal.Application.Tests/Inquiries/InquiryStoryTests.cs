using System.Text;
using AdvPortal.Application.Day;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Persistence.Outbox;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Inquiries;

/// <summary>A client's question, from its mail to its answer: in one conversation, once, and not across a newer message.</summary>
public sealed class InquiryStoryTests(TestDatabase database) : IAsyncLifetime
{
    private const string Buyer = "n.rousseau@chartraine.example";

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.Meet("Nathalie Rousseau", ContactRole.Buyer, Buyer, null, null));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_mail_of_a_contact_opens_a_conversation_with_the_order_it_names()
    {
        var order = await AnOrderAsync("4500187342");
        var inquiry = await ReadAsync(await ReceiveAsync(ALetter("Commande 4500187342", "Bonjour, où en est notre commande ?")));

        Assert.Equal((InquiryStatus.Open, _client.Id, Buyer), (inquiry.Status, inquiry.ClientId!.Value, inquiry.From));
        Assert.Equal((InquiryKind.OrderStatus, order), (inquiry.Kind, Assert.Single(inquiry.Orders).OrderId));
        Assert.Equal(_world.Clock.GetUtcNow().AddHours(4), inquiry.DueAt!.Value);
    }

    [Theory]
    [InlineData("Notre 4500187399 de l’an dernier")] // nobody's
    [InlineData("Appelez le 02 37 12 45 00, 450018734 pièces à 4500,18 €")]
    public async Task What_is_no_number_of_this_client_links_nothing(string text)
    {
        await AnOrderAsync("4500187342");
        var other = await _world.AClientAsync("Serrurerie Lacombe");
        await AnOrderAsync("4500187399", other.Id);

        Assert.Empty((await ReadAsync(await ReceiveAsync(ALetter("Question", text)))).Orders);
    }

    [Fact]
    public async Task The_same_mail_is_taken_in_once()
    {
        var (document, letter) = (await AMailAsync(), ALetter("Question", "Où ?"));
        Assert.True((await _world.Get<ReceiveInquiry>().ExecuteAsync(document, letter)).IsOk);

        Assert.IsType<MailReceivedAlready>((await _world.Get<ReceiveInquiry>().ExecuteAsync(document, letter)).Refusal);
        Assert.Single((await _world.Get<ListInquiries>().ExecuteAsync(new())).Value!.Items);
    }

    [Fact]
    public async Task What_answers_our_answer_goes_on_in_its_conversation()
    {
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        await AnswerAsync(id, "Vendredi.");
        var ours = (await MessagesAsync(id))[^1];
        var mail = await _world.ReadAsync(async db => Mailer.Open((await db.Outbox.SingleAsync(m => m.SubjectId == id.Value)).Content));

        Assert.Equal(["m1@client.example"], mail.AnswersTo);
        Assert.Equal(("Re: Question", "Vendredi.\n"), (mail.Subject, mail.TextBody));
        Assert.Equal(id, await ReceiveAsync(ALetter("Re: Question", "Merci, et le reste ?", "m2@client.example") with { AnswersTo = [mail.MessageId] }));
        Assert.Equal((InquiryStatus.Open, 3), ((await ReadAsync(id)).Status, (await MessagesAsync(id)).Count));
        Assert.Equal(InquiryVoice.Us, ours.Voice);
    }

    [Fact]
    public async Task What_another_client_answers_is_a_conversation_of_its_own()
    {
        await _world.AClientAsync("Serrurerie Lacombe", c => c.Meet("Luc Lacombe", ContactRole.Buyer, "l.lacombe@lacombe.example", null, null));
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        var passedOn = ALetter("Tr : Question", "Nous aussi, nous attendons", "m2@lacombe.example") with { Address = "l.lacombe@lacombe.example", AnswersTo = ["m1@client.example"] };
        Assert.IsType<NoSuchInquiry>((await _world.Get<ReceiveInquiry>().ExecuteAsync(await AMailAsync("l.lacombe@lacombe.example"), passedOn with { IsMachine = true })).Refusal);
        var own = await ReceiveAsync(passedOn);

        Assert.NotEqual(id, own);
        Assert.Equal(("l.lacombe@lacombe.example", 1, 1), ((await ReadAsync(own)).From, (await MessagesAsync(own)).Count, (await MessagesAsync(id)).Count));
        Assert.NotEqual(_client.Id, (await ReadAsync(own)).ClientId);
    }

    [Fact]
    public async Task What_a_stranger_answers_changes_neither_whom_we_answer_nor_which_orders_it_is_about()
    {
        var (theirs, other) = (await AnOrderAsync("4500187342"), await _world.AClientAsync("Serrurerie Lacombe"));
        var (ours, others) = (await NumberAsync(theirs), await NumberAsync(await AnOrderAsync("4500187399", other.Id)));
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        var stranger = ALetter("Re: Question", $"Et {ours}, et {others} ?", "m2@ailleurs.example") with { Address = "x@ailleurs.example", Name = "X" };
        Assert.Equal(id, await ReceiveAsync(stranger with { AnswersTo = ["m1@client.example"] }));

        Assert.Equal((Buyer, theirs), ((await ReadAsync(id)).From, Assert.Single((await ReadAsync(id)).Orders).OrderId));
        Assert.Empty((await ReadAsync(await ReceiveAsync(stranger with { MailId = "m3@ailleurs.example" }))).Orders);
    }

    [Fact]
    public async Task What_a_machine_answers_opens_nothing_and_reopens_nothing()
    {
        var absent = ALetter("Absence", "Je suis absente") with { IsMachine = true };
        Assert.IsType<NoSuchInquiry>((await _world.Get<ReceiveInquiry>().ExecuteAsync(await AMailAsync(), absent)).Refusal);

        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        await AnswerAsync(id, "Vendredi.");
        var sent = await _world.ReadAsync(async db => Mailer.Open((await db.Outbox.SingleAsync(m => m.SubjectId == id.Value)).Content).MessageId);
        await ReceiveAsync(absent with { AnswersTo = [sent], MailId = "m9@client.example" });

        Assert.Equal((InquiryStatus.Answered, InquiryVoice.Machine), ((await ReadAsync(id)).Status, (await MessagesAsync(id))[^1].Voice));
    }

    [Fact]
    public async Task An_answer_that_is_clicked_twice_leaves_once()
    {
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        var form = new ReplyToInquiry.Form { Key = Guid.CreateVersion7(), Text = "Vendredi." };
        var clicks = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var mine = await _world.AsAsync(_world.Me, Role.Admin);

            return await mine.Get<ReplyToInquiry>().ExecuteAsync(id, form, null);
        }));

        Assert.All(clicks, click => Assert.Null(click.Refusal));
        Assert.Single(await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == id.Value).ToListAsync()));
    }

    [Fact]
    public async Task An_answer_across_a_newer_message_is_held_back_in_words()
    {
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        var seen = (await ReadAsync(id)).LastMessageId;
        await ReceiveAsync(ALetter("Re: Question", "Trop tard !", "m2@client.example") with { AnswersTo = ["m1@client.example"] });
        var refused = await _world.Get<ReplyToInquiry>().ExecuteAsync(id, new() { Text = "Vendredi.", SeenMessageId = seen }, null);

        Assert.Equal("Nathalie Rousseau", Assert.IsType<NewerMessageArrived>(refused.Refusal).Who);
        Assert.Empty(await _world.ReadAsync(db => db.Outbox.ToListAsync()));
    }

    [Fact]
    public async Task A_person_has_a_moment_to_take_an_answer_back()
    {
        var claire = await _world.AMemberAsync("Claire", Role.Adv);
        await using var mine = await _world.AsAsync(claire, Role.Adv);
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        var sent = (await mine.Get<ReplyToInquiry>().ExecuteAsync(id, new() { Text = "Vendredi.", Close = true }, null)).Value!;
        Assert.Equal(InquiryStatus.Closed, sent.Status);
        var undone = await mine.Get<UndoReply>().ExecuteAsync(id, sent.LastMessageId!.Value, null);

        Assert.True(undone.IsOk, undone.Refusal?.ToString());
        Assert.Equal(InquiryStatus.Open, undone.Value.Status);
        Assert.Equal(OutboxStatus.Cancelled, await _world.ReadAsync(db => db.Outbox.Select(m => m.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("somebody@elsewhere.example", "Vendredi.", typeof(AddressOfNobody))]
    [InlineData(null, "Votre suivi : {{ delivery.tracking }}", typeof(VariableMissing))]
    public async Task Nothing_leaves_to_a_stranger_or_with_a_gap(string? to, string text, Type why)
    {
        var refused = await _world.Get<ReplyToInquiry>().ExecuteAsync(await ReceiveAsync(ALetter("Question", "Où ?")), new() { To = to, Text = text }, null);

        Assert.IsType(why, refused.Refusal);
        Assert.Empty(await _world.ReadAsync(db => db.Outbox.ToListAsync()));
    }

    [Fact]
    public async Task The_inbox_follows_the_owner_and_whoever_stands_in()
    {
        var (yanis, claire) = (await _world.AMemberAsync("Yanis", Role.Adv), await _world.AMemberAsync("Claire", Role.Adv));
        await _world.StoreAsync(db => db.Add(new Ownership(_client.Id, yanis, new(2026, 1, 1), null)));
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        await using var owner = await _world.AsAsync(yanis, Role.Adv);
        await using var colleague = await _world.AsAsync(claire, Role.Adv);

        Assert.Equal([id], await InAsync(owner, InquirySection.Mine));
        Assert.Equal([id], await InAsync(owner, InquirySection.Portfolio));
        Assert.Empty(await InAsync(colleague, InquirySection.Mine));

        await colleague.Get<AssignInquiry>().ExecuteAsync(id, new(claire), null);
        Assert.Empty(await InAsync(owner, InquirySection.Mine));
        Assert.Equal([id], await InAsync(colleague, InquirySection.Mine));

        await owner.Get<NoteOnInquiry>().ExecuteAsync(id, new() { Text = "@Claire ?", Mentions = [claire] }, null);
        Assert.Equal([id], await InAsync(colleague, InquirySection.Mentioned));
        await colleague.Get<SeeMention>().ExecuteAsync(id);
        Assert.Empty(await InAsync(colleague, InquirySection.Mentioned));

        await colleague.Get<SnoozeInquiry>().ExecuteAsync(id, new(_world.Clock.GetUtcNow().AddDays(1)), null);
        Assert.Empty(await InAsync(colleague, InquirySection.Mine));
        Assert.Equal([id], await InAsync(colleague, InquirySection.Waiting));
    }

    [Fact]
    public async Task Two_conversations_become_one_and_one_becomes_two_in_the_database()
    {
        var first = await ReceiveAsync(ALetter("Question", "Où ?"));
        var second = await ReceiveAsync(ALetter("Autre", "Et quand ?", "m2@client.example"));
        var merged = await _world.Get<MergeInquiries>().ExecuteAsync(first, new(second), null);
        Assert.True(merged.IsOk, merged.Refusal?.ToString());
        var messages = await MessagesAsync(second);
        Assert.Equal((0, 2), ((await MessagesAsync(first)).Count, messages.Count));

        var split = await _world.Get<SplitInquiry>().ExecuteAsync(second, new() { Subject = "À part", Messages = [messages[0].Id] }, null);
        Assert.True(split.IsOk, split.Refusal?.ToString());
        Assert.Equal((1, 1), ((await MessagesAsync(second)).Count, (await MessagesAsync(split.Value.Id)).Count));
        Assert.Equal(split.Value.Id, await ReceiveAsync(ALetter("Re: Question", "Alors ?", "m3@client.example") with { AnswersTo = ["m1@client.example"] }));
    }

    [Fact]
    public async Task What_is_named_and_who_is_called_goes_along_in_the_database()
    {
        var (order, claire) = (await AnOrderAsync("4500187342"), await _world.AMemberAsync("Claire", Role.Adv));
        var first = await ReceiveAsync(ALetter("Question", "Où ?"));
        await _world.Get<NoteOnInquiry>().ExecuteAsync(first, new() { Text = "@Claire ?", Mentions = [claire] }, null);
        var second = await ReceiveAsync(ALetter("Commande 4500187342", "Et quand ?", "m2@client.example"));
        Assert.True((await _world.Get<MergeInquiries>().ExecuteAsync(first, new(second), null)).IsOk);
        await using var colleague = await _world.AsAsync(claire, Role.Adv);
        Assert.Equal([second], await InAsync(colleague, InquirySection.Mentioned));

        var named = (await MessagesAsync(second)).Single(message => message.Text == "Et quand ?");
        var split = (await _world.Get<SplitInquiry>().ExecuteAsync(second, new() { Subject = "À part", Messages = [named.Id] }, null)).Value!;
        Assert.Equal((order, Buyer), (Assert.Single(split.Orders).OrderId, split.From));
        Assert.Empty((await ReadAsync(second)).Orders);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        for (var number = 0; number < 5; number++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
            await ReceiveAsync(ALetter($"Question {number}", "Où ?", $"p{number}@client.example"));
        }

        foreach (var section in (InquirySection[])[InquirySection.Mine, InquirySection.All])
        {
            var first = (await _world.Get<ListInquiries>().ExecuteAsync(new(section, Size: 3))).Value!;
            var rest = (await _world.Get<ListInquiries>().ExecuteAsync(new(section, Size: 3, After: first.Next))).Value!;

            Assert.Equal((3, 2, null), (first.Items.Count, rest.Items.Count, rest.Next));
            Assert.Equal(5, first.Items.Concat(rest.Items).DistinctBy(i => i.Id).Count());
        }

        Assert.Equal("Question 3", Assert.Single((await _world.Get<ListInquiries>().ExecuteAsync(new(Search: "question 3"))).Value!.Items).Subject);
    }

    [Fact]
    public async Task The_state_of_an_order_is_written_in_the_clients_codes_and_a_template_fills_its_gaps()
    {
        await AnOrderAsync("4500187342");
        var id = await ReceiveAsync(ALetter("Commande 4500187342", "Où en est notre commande ?"));
        var state = (await _world.Get<WriteOrderState>().ExecuteAsync(id, null)).Value!;
        var template = (await _world.Get<ReadReplyTemplates>().ExecuteAsync()).Value!.Items[0];
        var preview = (await _world.Get<PreviewReply>().ExecuteAsync(id, new(template.Id))).Value!;

        Assert.Contains("4500187342", state.Text, StringComparison.Ordinal);
        Assert.Contains("0A-VH-M8", state.Text, StringComparison.Ordinal);
        Assert.StartsWith("Bonjour Nathalie Rousseau,", preview.Text, StringComparison.Ordinal);
        Assert.Contains(state.Text.Split('\n')[0], preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_order_a_template_says_what_it_misses()
    {
        var id = await ReceiveAsync(ALetter("Question", "Bonjour"));
        var preview = (await _world.Get<PreviewReply>().ExecuteAsync(id, new(Body: "Commande {{ order.reference }}"))).Value!;

        Assert.Equal(["order.reference"], preview.Missing);
        Assert.IsType<VariableMissing>((await _world.Get<ReplyToInquiry>().ExecuteAsync(id, new() { Text = preview.Text }, null)).Refusal);
    }

    [Fact]
    public async Task Templates_are_the_companys_own_from_its_first_change_on()
    {
        var before = (await _world.Get<ReadReplyTemplates>().ExecuteAsync()).Value!.Items;
        await _world.Get<KeepReplyTemplate>().ExecuteAsync(before[0].Id, new() { Name = "À nous", Language = "fr", Body = "Bonjour {{ contact.name }}" }, null);
        await _world.Get<DropReplyTemplate>().ExecuteAsync(before[1].Id, before[1].Version);
        var after = (await _world.Get<ReadReplyTemplates>().ExecuteAsync()).Value!.Items;

        Assert.Equal((before.Count - 1, true), (after.Count, after.Any(t => t.Name == "À nous" && t.Id == before[0].Id)));
    }

    [Fact]
    public async Task A_template_is_neither_written_over_nor_dropped_by_who_has_not_seen_it_as_it_is()
    {
        var seen = (await _world.Get<ReadReplyTemplates>().ExecuteAsync()).Value!.Items[0];
        var form = new KeepReplyTemplate.Form { Name = "À nous", Language = "fr", Body = "Bonjour" };
        var kept = (await _world.Get<KeepReplyTemplate>().ExecuteAsync(seen.Id, form, seen.Version)).Value!;
        kept = (await _world.Get<KeepReplyTemplate>().ExecuteAsync(seen.Id, form, kept.Version)).Value!;

        Assert.IsType<ChangedMeanwhile>((await _world.Get<KeepReplyTemplate>().ExecuteAsync(seen.Id, form, seen.Version)).Refusal);
        Assert.IsType<ChangedMeanwhile>((await _world.Get<DropReplyTemplate>().ExecuteAsync(seen.Id, seen.Version)).Refusal);
        Assert.True((await _world.Get<DropReplyTemplate>().ExecuteAsync(seen.Id, kept.Version)).IsOk);
    }

    [Fact]
    public async Task Of_two_who_are_the_first_to_change_a_template_one_is_told_that_it_changed_meanwhile()
    {
        var seeded = (await _world.Get<ReadReplyTemplates>().ExecuteAsync()).Value!.Items[0];
        await using var mine = await _world.AsAsync(_world.Me, Role.Admin);
        Task<Result<ReadReplyTemplates.Row>> kept = null!;
        await _world.StoreAsync(async db =>
        {
            db.ReplyTemplates.Add(new(seeded.Id, seeded.Name, seeded.Language, seeded.Kind, seeded.Body));
            await db.SaveChangesAsync();
            kept = mine.Get<KeepReplyTemplate>().ExecuteAsync(seeded.Id, new() { Name = "À nous", Language = "fr", Body = "Bonjour" }, null);

            // Until the other has written as well, and waits for what becomes of this. A transaction sees the locks as they are, but pg_stat_activity as it first read it.
            while (!kept.IsCompleted && await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))").SingleAsync() == 0)
            {
            }
        });

        Assert.IsType<ChangedMeanwhile>((await kept).Refusal);
    }

    [Fact]
    public async Task The_menu_counts_what_waits_in_one_visit()
    {
        await ReceiveAsync(ALetter("Question", "Où ?"));
        CountWaiting.Counts counted = null!;
        var visits = await RoundTrips.OfAsync(async () => counted = (await _world.Get<CountWaiting>().ExecuteAsync()).Value!);

        Assert.Equal((1, new CountWaiting.Counts(1, 0, 0)), (visits.Count, counted));
    }

    [Fact]
    public async Task Another_company_sees_and_touches_nothing()
    {
        var id = await ReceiveAsync(ALetter("Question", "Où ?"));
        await using var them = await database.ATenantAsync();

        Assert.IsType<NoSuchInquiry>((await them.Get<ReadInquiry>().ExecuteAsync(id)).Refusal);
        Assert.IsType<NoSuchInquiry>((await them.Get<ReplyToInquiry>().ExecuteAsync(id, new() { Text = "x" }, null)).Refusal);
        Assert.Empty((await them.Get<ListInquiries>().ExecuteAsync(new(Search: "Question"))).Value!.Items);
    }

    private static async Task<InquiryId[]> InAsync(World world, InquirySection section) => [.. (await world.Get<ListInquiries>().ExecuteAsync(new(section))).Value!.Items.Select(i => i.Id)];

    private static ClientLetter ALetter(string subject, string text, string id = "m1@client.example") => new("Nathalie Rousseau", Buyer, subject, text, null, id, [], [], [], IsMachine: false);

    private async Task<InquiryId> ReceiveAsync(ClientLetter letter)
    {
        var received = await _world.Get<ReceiveInquiry>().ExecuteAsync(await AMailAsync(letter.Address ?? Buyer), letter);
        Assert.True(received.IsOk, received.Refusal?.ToString());

        return received.Value;
    }

    private async Task<string> NumberAsync(OrderId order) => await _world.ReadAsync(db => db.Orders.Where(o => o.Id == order).Select(o => o.Number).SingleAsync());

    private async Task<OrderDocumentId> AMailAsync(string from = Buyer) =>
        (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.UTF8.GetBytes($"From: {from}\nSubject: {Guid.CreateVersion7()}\n\nBonjour"), "mail.eml", "message/rfc822", null)).Value!.Id;

    private async Task<InquiryView> ReadAsync(InquiryId id) => (await _world.Get<ReadInquiry>().ExecuteAsync(id)).Value!;

    private async Task<IReadOnlyList<InquiryMessageView>> MessagesAsync(InquiryId id) => (await _world.Get<ReadInquiryMessages>().ExecuteAsync(id)).Value!.Items;

    private async Task AnswerAsync(InquiryId id, string text)
    {
        var answered = await _world.Get<ReplyToInquiry>().ExecuteAsync(id, new() { Text = text }, null);
        Assert.True(answered.IsOk, answered.Refusal?.ToString());
    }

    private async Task<OrderId> AnOrderAsync(string reference, ClientId? client = null) =>
        (await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client ?? _client.Id, CustomerReference = reference, Lines = [new() { BuyerCode = "0A-VH-M8", Quantity = 5000 }] })).Value!.Id;
}
