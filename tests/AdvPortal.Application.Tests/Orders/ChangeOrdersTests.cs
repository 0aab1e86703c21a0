using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Outbox;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>Many orders at once: what may be done is, what may not is named, and a person can take it back.</summary>
public sealed class ChangeOrdersTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _wednesday = BookWorld.Monday.AddDays(2);
    private static readonly DateOnly _friday = BookWorld.Monday.AddDays(4);

    private BookWorld _book = null!;

    public async ValueTask InitializeAsync() => _book = await BookWorld.FoundAsync(database);

    public ValueTask DisposeAsync() => _book.DisposeAsync();

    [Fact]
    public async Task What_may_be_promised_anew_is_and_each_that_may_not_says_why()
    {
        await ClosedOnFridaysAsync(_book.Team.Beaulieu);
        await _book.ConfirmedAsync("moves", _book.Team.Lacombe, _wednesday, lines: 2);
        await _book.ConfirmedAsync("closed", _book.Team.Beaulieu, _wednesday);
        await _book.PlacedAsync("review", _book.Team.Lacombe, _wednesday);
        await _book.ConfirmedAsync("already", _book.Team.Lacombe, _friday);
        var nobody = Guid.CreateVersion7();
        var changed = await ChangeAsync(Move(_friday), ["moves", "closed", "review", "already"], nobody);

        Assert.Equal([_book.IdOf("moves")], changed.Done);
        Assert.Equal(
            [(_book.IdOf("closed"), nameof(PromiseNotPossible)), (_book.IdOf("review"), nameof(OrderDoesNotAllow)), (_book.IdOf("already"), nameof(PromiseUnchanged)), (new OrderId(nobody), nameof(NoSuchOrder))],
            changed.Refused.Select(refused => (refused.Id, refused.Why.Key)));
        Assert.Equal((_friday, PromiseCause.Supplier), (await OrderAsync("moves")) is var moved ? (moved.PromisedOn!.Value, moved.Promises[^1].Cause) : default);
        Assert.Equal(_wednesday, (await OrderAsync("closed")).PromisedOn);
    }

    [Theory]
    [InlineData(BulkAct.Repromise)]
    [InlineData(BulkAct.Hold)]
    [InlineData(BulkAct.Release)]
    [InlineData(BulkAct.Confirm)]
    public async Task What_was_done_is_taken_back_exactly(BulkAct act)
    {
        foreach (var reference in (string[])["a", "b"])
        {
            await (act is BulkAct.Confirm ? _book.PlacedAsync(reference, _book.Team.Lacombe, _wednesday, lines: 2) : _book.ConfirmedAsync(reference, _book.Team.Lacombe, _wednesday, lines: 2));
        }

        if (act is BulkAct.Release)
        {
            await ChangeAsync(new() { Act = BulkAct.Hold, Reason = HoldReason.Credit, Until = _friday }, ["a", "b"]);
        }

        var before = (Strip(await OrderAsync("a")), Strip(await OrderAsync("b")));
        var changed = await ChangeAsync(act switch
        {
            BulkAct.Repromise => Move(_friday),
            BulkAct.Hold => new() { Act = act, Reason = HoldReason.Quality },
            _ => new() { Act = act },
        }, ["a", "b"]);

        Assert.Equal((2, 0), (changed.Done.Count, changed.Refused.Count));
        Assert.NotEqual(before.Item1, Strip(await OrderAsync("a")));

        var undone = (await _book.World.Get<UndoOrderChanges>().ExecuteAsync(changed.Undo!)).Value!;

        Assert.Equal((2, 0), (undone.Done.Count, undone.Refused.Count));
        Assert.Equal(before, (Strip(await OrderAsync("a")), Strip(await OrderAsync("b"))));
    }

    [Fact]
    public async Task Orders_are_given_to_somebody_whose_they_are_in_the_book_and_the_client_stays_where_it_was()
    {
        await _book.ConfirmedAsync("a", _book.Team.Lacombe, _wednesday);
        await _book.ConfirmedAsync("b", _book.Team.Lacombe, _wednesday);
        var owner = (await OrderAsync("a")).OwnerId;
        var yanis = await _book.World.AMemberAsync("Yanis Benali", Role.Adv);
        await using var desk = await _book.World.AsAsync(yanis, Role.Adv);

        var changed = await ChangeAsync(new() { Act = BulkAct.Assign, MemberId = yanis }, ["a"]);
        Assert.Equal([_book.IdOf("a")], changed.Done);
        Assert.Equal((yanis, owner), ((await OrderAsync("a")).HandlerId, (await OrderAsync("a")).OwnerId));
        Assert.Equal([_book.IdOf("a")], (await desk.Get<ReadOrderBook>().ExecuteAsync(new() { View = OrderBookView.All, Mine = true })).Value!.Rows.Select(row => row.Id));
        Assert.Equal([_book.IdOf("a")], (await _book.World.Get<ReadOrderBook>().ExecuteAsync(new() { View = OrderBookView.All, Owner = yanis })).Value!.Rows.Select(row => row.Id));
        Assert.Equal([nameof(HandlerUnchanged)], (await ChangeAsync(new() { Act = BulkAct.Assign, MemberId = yanis }, ["a"])).Refused.Select(refused => refused.Why.Key));

        Assert.Single((await _book.World.Get<UndoOrderChanges>().ExecuteAsync(changed.Undo!)).Value!.Done);
        Assert.Null((await OrderAsync("a")).HandlerId);
        Assert.IsType<NoSuchMember>((await _book.World.Get<ChangeOrders>().ExecuteAsync(new() { Act = BulkAct.Assign, MemberId = Ids.New<MemberId>(), Orders = [_book.IdOf("b").Value] })).Refusal);
    }

    [Fact]
    public async Task The_answers_wait_until_nobody_can_take_them_back_and_do_not_leave_when_somebody_does()
    {
        var client = await _book.World.AClientAsync("Pompes Lemoine", c => c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@lemoine.example", null, null));
        await _book.PlacedAsync("a", client, _wednesday);
        var changed = await ChangeAsync(new() { Act = BulkAct.Confirm }, ["a"]);
        var waiting = Assert.Single(await MailsAsync());
        Assert.Equal((OutboxStatus.Waiting, ConfirmOrder.UndoFor), (waiting.Status, waiting.DueAt - waiting.CreatedAt));

        Assert.Single((await _book.World.Get<UndoOrderChanges>().ExecuteAsync(changed.Undo!)).Value!.Done);
        Assert.Equal((OutboxStatus.Cancelled, OrderStatus.ToReview), (Assert.Single(await MailsAsync()).Status, (await OrderAsync("a")).Status));

        await using var program = _book.World.AsKey();
        Assert.True((await program.Get<ChangeOrders>().ExecuteAsync(new() { Act = BulkAct.Confirm, Orders = [_book.IdOf("a").Value] })).IsOk);
        Assert.Equal(TimeSpan.Zero, (await MailsAsync())[^1] is var now ? now.DueAt - now.CreatedAt : default);
    }

    [Fact]
    public async Task However_long_it_takes_the_time_to_think_again_is_whole_and_no_answer_leaves_that_was_taken_back()
    {
        var client = await _book.World.AClientAsync("Pompes Lemoine", c => c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@lemoine.example", null, null));
        await _book.PlacedAsync("a", client, _wednesday);
        await _book.PlacedAsync("b", client, _wednesday);
        _book.World.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(50);
        var changed = await ChangeAsync(new() { Act = BulkAct.Confirm }, ["a", "b"]);
        var mails = await MailsAsync();

        Assert.Equal(2, mails.Count);
        Assert.Single(mails.Select(m => m.DueAt).Distinct());
        Assert.True(mails[0].DueAt - changed.Undo!.At > ConfirmOrder.UndoFor - TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await _book.World.Get<UndoOrderChanges>().ExecuteAsync(changed.Undo)).Value!.Done.Count);
        Assert.All(await MailsAsync(), mail => Assert.Equal(OutboxStatus.Cancelled, mail.Status));
    }

    [Fact]
    public async Task A_notice_of_the_old_dates_leaves_no_more_and_one_of_the_new_ones_goes_when_they_are_taken_back()
    {
        var client = await _book.World.AClientAsync("Pompes Lemoine", c => c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@lemoine.example", null, null));
        await _book.ConfirmedAsync("a", client, _wednesday);
        Assert.True((await _book.World.Get<Repromise>().ExecuteAsync(_book.IdOf("a"), new() { DeliverOn = _friday, Cause = PromiseCause.Supplier }, null)).IsOk);
        Assert.True((await _book.World.Get<SendPromiseNotice>().ExecuteAsync(_book.IdOf("a"), new(), null)).IsOk);

        _book.World.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(50);
        var changed = await ChangeAsync(Move(_friday.AddDays(3)), ["a"]);
        Assert.Equal([OutboxStatus.Cancelled], await NoticesAsync());

        Assert.True((await _book.World.Get<SendPromiseNotice>().ExecuteAsync(_book.IdOf("a"), new(), null)).IsOk);
        Assert.Single((await _book.World.Get<UndoOrderChanges>().ExecuteAsync(changed.Undo!)).Value!.Done);
        Assert.Equal([OutboxStatus.Cancelled, OutboxStatus.Cancelled], await NoticesAsync());

        Task<List<OutboxStatus>> NoticesAsync() => _book.World.ReadAsync(db => db.Outbox.Where(m => m.Kind == MailKind.PromiseNotice).OrderBy(m => m.CreatedAt).Select(m => m.Status).ToListAsync());
    }

    [Fact]
    public async Task What_somebody_has_changed_since_stays_and_after_a_while_everything_does()
    {
        await _book.ConfirmedAsync("a", _book.Team.Lacombe, _wednesday);
        await _book.ConfirmedAsync("b", _book.Team.Lacombe, _wednesday);
        var changed = await ChangeAsync(new() { Act = BulkAct.Hold, Reason = HoldReason.Credit }, ["a", "b"]);
        Assert.True((await _book.World.Get<ReleaseOrder>().ExecuteAsync(_book.IdOf("b"), null)).IsOk);
        var undone = (await _book.World.Get<UndoOrderChanges>().ExecuteAsync(changed.Undo!)).Value!;

        Assert.Equal((_book.IdOf("a"), nameof(ChangedMeanwhile)), (Assert.Single(undone.Done), Assert.Single(undone.Refused).Why.Key));

        var late = await ChangeAsync(new() { Act = BulkAct.Hold, Reason = HoldReason.Credit }, ["a"]);
        _book.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new TooLateToUndo(), (await _book.World.Get<UndoOrderChanges>().ExecuteAsync(late.Undo!)).Refusal);
    }

    [Fact]
    public async Task Nobody_does_to_many_what_they_may_not_do_to_one()
    {
        await _book.ConfirmedAsync("a", _book.Team.Lacombe, _wednesday);
        await using var reader = await _book.World.AsAsync(await _book.World.AMemberAsync("Rémi", Role.Reader), Role.Reader);
        await using var them = await BookWorld.FoundAsync(database);
        ChangeOrders.Form hold = new() { Act = BulkAct.Hold, Reason = HoldReason.Credit, Release = HoldRelease.Manager, Orders = [_book.IdOf("a").Value] };

        Assert.Equal(new NotAllowed(), (await reader.Get<ChangeOrders>().ExecuteAsync(hold)).Refusal);
        Assert.Equal(nameof(NoSuchOrder), Assert.Single((await them.World.Get<ChangeOrders>().ExecuteAsync(hold)).Value!.Refused).Why.Key);
        Assert.True((await _book.World.Get<ChangeOrders>().ExecuteAsync(hold)).IsOk);

        await using var adv = await _book.World.AsAsync(_book.Team.Claire, Role.Adv);
        var kept = (await adv.Get<ChangeOrders>().ExecuteAsync(new() { Act = BulkAct.Release, Orders = hold.Orders })).Value!;
        Assert.Equal(nameof(NotYoursToRelease), Assert.Single(kept.Refused).Why.Key);
        Assert.Equal(["Act", "Orders"], Fields(await adv.Get<ChangeOrders>().ExecuteAsync(new())));
        Assert.Equal(["Cause", "DeliverOn"], Fields(await adv.Get<ChangeOrders>().ExecuteAsync(new() { Act = BulkAct.Repromise, Orders = hold.Orders })));
        Assert.IsType<TooManyOrders>((await adv.Get<ChangeOrders>().ExecuteAsync(new() { Act = BulkAct.Confirm, Orders = [.. Enumerable.Range(0, ChangeOrders.Most + 1).Select(_ => Guid.CreateVersion7())] })).Refusal);

        static IEnumerable<string> Fields(Result<ChangeOrders.Changed> result) => Assert.IsType<Invalid>(result.Refusal).Fields.Keys.Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task History_tells_of_each_order_what_was_changed_of_it()
    {
        await _book.ConfirmedAsync("a", _book.Team.Lacombe, _wednesday);
        await _book.ConfirmedAsync("b", _book.Team.Beaulieu, _wednesday);
        await ChangeAsync(Move(_friday), ["a", "b"]);
        var told = await _book.World.ReadAsync(db => db.History.Where(h => h.UseCase == nameof(ChangeOrders)).OrderBy(h => h.Position).Select(h => new { h.SubjectId, h.ClientId, h.Changes }).ToListAsync());

        Assert.Equal(
            [(_book.IdOf("a").Value, _book.Team.Lacombe.Id), (_book.IdOf("b").Value, _book.Team.Beaulieu.Id)],
            told.Select(h => (h.SubjectId, h.ClientId!.Value)));
        Assert.All(told, h => Assert.Contains("PromiseChange", h.Changes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hundreds_of_orders_are_one_transaction_of_few_visits()
    {
        var ids = new List<Guid>();

        for (var n = 0; n < 60; n++)
        {
            ids.Add((await _book.ConfirmedAsync($"R{n}", _book.Team.Lacombe, _wednesday, lines: 3)).Value);
        }

        var form = Move(_friday);
        form.Orders = ids;
        ChangeOrders.Changed changed = null!;
        var visits = await RoundTrips.OfAsync(async () => changed = (await _book.World.Get<ChangeOrders>().ExecuteAsync(form)).Value!);

        Assert.Equal(60, changed.Done.Count);
        Assert.InRange(visits.Count, 1, 4);
    }

    private static ChangeOrders.Form Move(DateOnly day) => new() { Act = BulkAct.Repromise, DeliverOn = day, Cause = PromiseCause.Supplier, Note = "Zingage retardé" };

    // All but what counts changes.
    private static string Strip(OrderView order) => System.Text.Json.JsonSerializer.Serialize(order with { Version = 0 });

    private async Task<ChangeOrders.Changed> ChangeAsync(ChangeOrders.Form form, string[] references, params Guid[] others)
    {
        form.Orders = [.. references.Select(reference => _book.IdOf(reference).Value), .. others];
        var changed = await _book.World.Get<ChangeOrders>().ExecuteAsync(form);
        Assert.True(changed.IsOk, changed.Refusal?.ToString());

        return changed.Value;
    }

    private async Task<OrderView> OrderAsync(string reference) => (await _book.World.Get<ReadOrder>().ExecuteAsync(_book.IdOf(reference))).Value!;

    private Task<List<OutboxMessage>> MailsAsync() => _book.World.ReadAsync(db => db.Outbox.OrderBy(m => m.CreatedAt).ToListAsync());

    private async Task ClosedOnFridaysAsync(Client client)
    {
        var created = await _book.World.Get<CreateRequirement>().ExecuteAsync(client.Id, new()
        {
            Sentence = "Pas de livraison le vendredi",
            Source = new(SourceKind.Email, "Karim Haddad"),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Friday },
        });
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }
}
