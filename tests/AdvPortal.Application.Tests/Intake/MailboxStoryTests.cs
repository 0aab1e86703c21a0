using System.Globalization;
using System.Text;
using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>A mailbox is watched: every message is handled once, whoever dies, hangs up or sends it again.</summary>
public sealed class MailboxStoryTests(TestDatabase database) : IAsyncLifetime
{
    private readonly ImapServer _server = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_message_becomes_a_document_byte_for_byte_and_is_marked()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));

        Assert.Equal(1, await LookAsync());

        Assert.Equal(["1*"], _server.Folder());
        var document = Assert.Single(await DocumentsAsync());
        Assert.Equal(("Commande BC-1.eml", "message/rfc822"), (document.FileName, document.ContentType));
        Assert.Equal(Encoding.UTF8.GetBytes(Message("m1").ReplaceLineEndings("\r\n")), await _world.ReadAsync(db => db.OrderDocumentContents.Select(c => c.Bytes).SingleAsync()));
    }

    [Fact]
    public async Task What_was_handled_moves_to_its_folder()
    {
        await WatchAsync(form => form.HandledFolder = "Traités");
        _server.Deliver(Message("m1"));

        await LookAsync();

        Assert.Empty(_server.Folder());
        Assert.Equal(["1*"], _server.Folder("Traités"));
    }

    [Fact]
    public async Task A_restart_takes_in_what_is_new_and_nothing_twice()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));
        await LookAsync();
        _server.Deliver(Message("m2"));

        Assert.Equal(1, await LookAsync());
        Assert.Equal(0, await LookAsync());
        Assert.Equal((2, 2), ((await DocumentsAsync()).Count, _server.Fetches));
    }

    [Fact]
    public async Task Two_orders_under_one_message_id_are_two()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));
        _server.Deliver(Message("m1").Replace("BC-1", "BC-2", StringComparison.Ordinal));

        Assert.Equal(2, await LookAsync());
        Assert.Equal(2, (await DocumentsAsync()).Count);
    }

    [Fact]
    public async Task What_answers_a_question_is_put_to_it()
    {
        await WatchAsync();
        var client = await _world.AClientAsync(arrange: c => c.Meet("Jeanne Petit", ContactRole.Buyer, "j.petit@client.example", null, null));
        var order = (await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client.Id, CustomerReference = "BC-1", Lines = [new() { BuyerCode = "X", Quantity = 1 }] })).Value!;
        var asked = await _world.Get<AskForClarification>().ExecuteAsync(order.Id, new() { Of = WaitingFor.Client, To = "j.petit@client.example", Subject = "Une question", Text = "Quel article ?" }, order.Version);
        Assert.True(asked.IsOk, asked.Refusal?.ToString());
        var id = await _world.ReadAsync(db => db.Clarifications.Select(c => c.MailId).SingleAsync());
        _server.Deliver(Message("m1").Replace("Subject:", $"In-Reply-To: <{id}>\nSubject:", StringComparison.Ordinal).Replace("Merci de livrer 50 x VH-M8-30-ZN.", "C'est la vis M8.", StringComparison.Ordinal));

        await LookAsync();

        var answered = Assert.Single((await _world.Get<ListClarifications>().ExecuteAsync(order.Id)).Value!.Items);
        Assert.False(answered.IsOpen);
        Assert.False(string.IsNullOrWhiteSpace(answered.Answer));
        Assert.Null((await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.WaitingFor);
    }

    [Fact]
    public async Task Numbers_that_start_anew_bring_nothing_back()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));
        await LookAsync();
        _server.Validity = 8;

        Assert.Equal(0, await LookAsync());
        Assert.Equal((1, 1), ((await DocumentsAsync()).Count, _server.Fetches));
    }

    [Fact]
    public async Task The_same_message_delivered_twice_on_two_ways_is_one_document()
    {
        await WatchAsync();
        _server.Deliver($"Received: by a\n{Message("m1")}");
        _server.Deliver($"Received: by b\n{Message("m1")}");

        Assert.Equal(1, await LookAsync());
        Assert.Single(await DocumentsAsync());
        Assert.Equal(["1*", "2*"], _server.Folder());
    }

    [Fact]
    public async Task The_same_message_fifty_times_in_parallel_is_one_document()
    {
        await WatchAsync();
        for (var copy = 0; copy < 50; copy++)
        {
            _server.Deliver(Message(copy % 2 == 0 ? "m1" : null));
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await using var node = await _world.AsAsync(_world.Me, Role.Admin);
            return await node.Get<WatchMailbox>().ExecuteAsync();
        }));
        await LookAsync();

        Assert.Equal(2, (await DocumentsAsync()).Count);
        Assert.All(_server.Folder(), mail => Assert.EndsWith("*", mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_that_dies_between_keeping_and_marking_loses_and_doubles_nothing()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));
        var bytes = Encoding.UTF8.GetBytes(Message("m1").ReplaceLineEndings("\r\n"));
        await _world.StoreAsync(db => db.Add(new MailboxMessage(MailboxMessage.KeyOf("m1@client.example", "Commande BC-1", 7, 1), null, null, _world.Clock.GetUtcNow())));
        await _world.Get<ReceiveOrderDocument>().ExecuteAsync(bytes, "Commande BC-1.eml", "message/rfc822", null);

        Assert.Equal(0, await LookAsync());

        Assert.Single(await DocumentsAsync());
        Assert.Equal(MailboxMessageStatus.Taken, await _world.ReadAsync(db => db.MailboxMessages.Select(m => m.Status).SingleAsync()));
        Assert.Equal(["1*"], _server.Folder());
    }

    [Fact]
    public async Task A_dead_node_s_turn_is_anybody_s_after_a_while_and_nobody_s_before()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));
        await _world.StoreAsync(async db => await db.MailboxWatches.ExecuteUpdateAsync(set => set.SetProperty(w => w.TakenBy, Guid.CreateVersion7()).SetProperty(w => w.TakenUntil, _world.Clock.GetUtcNow().AddMinutes(5))));

        Assert.Equal(0, await LookAsync());
        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await LookAsync());
    }

    [Fact]
    public async Task A_poison_message_is_left_after_three_tries_and_the_next_goes_on()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));
        _server.Deliver(Message("m2"));
        _server.Broken = 1;

        Assert.Equal(1, await LookAsync());
        await LookAsync();
        await LookAsync();
        await LookAsync();

        Assert.Equal(["1", "2*"], _server.Folder());
        var left = Assert.Single((await ReadAsync()).SetAside);
        Assert.Equal((MailboxReason.GivenUp, "j.petit@client.example", "Commande BC-1"), (left.Reason, left.Sender, left.Subject));
        Assert.Single(await DocumentsAsync());
    }

    [Fact]
    public async Task What_is_left_for_a_person_stays_where_it_is_while_one_before_it_is_tried_again()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));
        _server.Deliver("MZ\0\0: program\nFrom: a@b.example\n\nx");
        _server.Broken = 1;

        await LookAsync();
        await LookAsync();

        Assert.Equal(["1", "2"], _server.Folder());
    }

    [Fact]
    public async Task A_subject_that_would_be_cut_in_the_middle_of_a_character_holds_nobody_up()
    {
        await WatchAsync();
        _server.Deliver(Message("m1").Replace("Commande BC-1", $"{new string('a', 79)}😀{new string('b', 118)}😀", StringComparison.Ordinal));
        _server.Deliver(Message("m2"));

        Assert.Equal(2, await LookAsync());
        Assert.Contains(await DocumentsAsync(), document => document.FileName == $"{new string('a', 79)}.eml");
    }

    [Fact]
    public async Task A_program_is_not_kept_and_that_is_said()
    {
        await WatchAsync();
        _server.Deliver("MZ\0\0: program\nFrom: a@b.example\n\nx");

        await LookAsync();

        Assert.Equal(MailboxReason.TypeRefused, Assert.Single((await ReadAsync()).SetAside).Reason);
        Assert.Empty(await DocumentsAsync());
    }

    [Fact]
    public async Task A_mail_of_our_own_that_comes_back_is_no_order()
    {
        await WatchAsync();
        var own = Ids.New<MessageId>();
        var now = _world.Clock.GetUtcNow();
        await _world.StoreAsync(db => db.Add(new Persistence.Outbox.OutboxMessage(own, Persistence.Outbox.MailKind.Other, "x@y.example", "AR", [], null, null, now, now)));
        _server.Deliver(Message(own.Value.ToString("N", CultureInfo.InvariantCulture)));

        await LookAsync();

        Assert.Equal(MailboxReason.OwnMail, Assert.Single((await ReadAsync()).SetAside).Reason);
        Assert.Empty(await DocumentsAsync());
    }

    [Fact]
    public async Task A_server_that_is_down_is_said_asked_less_and_less_often_and_taken_up_again()
    {
        await WatchAsync(form => form.Port = 1);
        await LookAsync();
        await LookAsync();

        var down = (await ReadAsync()).State!;
        Assert.IsType<MailboxConnectionRefused>(down.Trouble);
        Assert.Equal((2, _world.Clock.GetUtcNow().AddMinutes(2)), (down.Failures, down.NextAt));

        await WatchAsync();
        _server.Deliver(Message("m1"));
        Assert.Equal(1, await LookAsync());
        var up = (await ReadAsync()).State!;
        Assert.Equal((null, 0, 1), (up.Trouble, up.Failures, up.Taken));
        Assert.Equal(_world.Clock.GetUtcNow(), up.LastSeenAt);
    }

    [Fact]
    public async Task Nothing_is_looked_at_before_its_time_nor_when_nobody_watches()
    {
        await WatchAsync();
        await LookAsync();
        _server.Deliver(Message("m1"));
        Assert.Equal(0, await _world.Get<WatchMailbox>().ExecuteAsync());

        await WatchAsync(form => form.IsWatched = false);
        Assert.Equal(0, await LookAsync());
    }

    [Fact]
    public async Task The_rounds_visit_every_company()
    {
        await WatchAsync();
        _server.Deliver(Message("m1"));

        await _world.Get<IntakeRounds<WatchMailbox>>().GoRoundAsync(CancellationToken.None);

        Assert.Single(await DocumentsAsync());
    }

    private async Task WatchAsync(Action<ChangeMailbox.Form>? change = null)
    {
        var form = MailboxSettingsTests.Form(_server);
        change?.Invoke(form);
        var saved = await _world.Get<ChangeMailbox>().ExecuteAsync(form, (await ReadAsync()).Version);
        Assert.True(saved.IsOk, saved.Refusal?.ToString());
    }

    // Another node each time, after the pause.
    private async Task<int> LookAsync()
    {
        _world.Clock.Advance(await _world.ReadAsync(db => db.MailboxWatches.Select(w => w.NextAt).SingleAsync()) is var next && next > _world.Clock.GetUtcNow() ? next - _world.Clock.GetUtcNow() : TimeSpan.Zero);
        await using var node = await _world.AsAsync(_world.Me, Role.Admin);

        return await node.Get<WatchMailbox>().ExecuteAsync();
    }

    private async Task<ReadMailbox.View> ReadAsync() => (await _world.Get<ReadMailbox>().ExecuteAsync()).Value!;

    private Task<List<OrderDocument>> DocumentsAsync() => _world.ReadAsync(db => db.OrderDocuments.ToListAsync());

    private static string Message(string? id) =>
        $"From: Jeanne <j.petit@client.example>\nTo: commandes@maison.example\nSubject: Commande BC-1\nDate: Tue, 24 Nov 2026 09:00:00 +0100\n{(id is null ? "" : $"Message-ID: <{id}@client.example>\n")}\nMerci de livrer 50 x VH-M8-30-ZN.\n";
}
