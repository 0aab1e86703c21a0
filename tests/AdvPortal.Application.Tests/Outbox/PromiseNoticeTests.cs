using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Outbox;

/// <summary>A client that is told before a date is missed. It is Monday 23 November 2026; Friday 27 is promised, Wednesdays and Thursdays are closed.</summary>
[Collection("Outbox")]
public sealed class PromiseNoticeTests(TestDatabase database) : IAsyncDisposable
{
    private static readonly DateOnly _friday = new(2026, 11, 27);
    private static readonly DateOnly _nextFriday = new(2026, 12, 4);

    private readonly OutboxWorld _world = new(database);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_client_was_told_when_the_first_document_that_shows_the_promise_left()
    {
        var order = await AnAnsweredOrderAsync();
        var answered = Assert.Single(order.Promises).ToldAt;
        Assert.Equal(order.Acknowledgement.SentAt, answered);

        var moved = await MoveAsync(order);
        Assert.Equal((answered, null), (moved.Promises[0].ToldAt, moved.Promises[1].ToldAt));
        Assert.True(moved.IsToTell);

        var told = await SendAsync(moved);
        Assert.Equal((AcknowledgementState.Sent, told.Notice.SentAt), (told.Notice.State, told.Promises[1].ToldAt));
        Assert.False(told.IsToTell);
    }

    [Fact]
    public async Task The_acknowledgement_sent_once_more_tells_of_the_new_date_too()
    {
        var order = await MoveAsync(await AnAnsweredOrderAsync());
        Assert.True((await _world.World.Get<ResendAcknowledgement>().ExecuteAsync(order.Id, order.Version)).IsOk);
        await _world.DeliverAsync();

        Assert.False((await ReadAsync(order.Id)).IsToTell);
        Assert.IsType<NothingToTell>((await _world.World.Get<DraftPromiseNotice>().ExecuteAsync(order.Id)).Refusal);
    }

    [Theory]
    [InlineData("fr", "nouvelle date de livraison", "livraison le vendredi 4 décembre 2026 au lieu du vendredi 27 novembre", "Un approvisionnement nous parvient plus tard que prévu.", "Nous vous prions de nous excuser", "ne reçoit pas le jeudi.")]
    [InlineData("en", "new delivery date", "delivery on Friday 4 December 2026 instead of Friday 27 November", "A delivery to us arrives later than planned.", "We apologise", "does not receive on Thursdays.")]
    public async Task The_word_is_drafted_in_the_clients_language_and_codes_with_the_cause_and_why_not_sooner(string language, string subject, params string[] said)
    {
        var order = await _world.AnOrderAsync(language);
        await _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version);
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();
        var moved = await MoveAsync(await ReadAsync(order.Id));
        var draft = (await _world.World.Get<DraftPromiseNotice>().ExecuteAsync(order.Id)).Value!;

        Assert.Contains(subject, draft.Subject, StringComparison.Ordinal);
        Assert.All(said.Append("0A-VH-M8-30-ZN").Append("Nathalie Rousseau"), words => Assert.Contains(words, draft.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Zingage retardé", draft.Text, StringComparison.Ordinal);
        Assert.Equal((language, _world.Buyer), (draft.Language, Assert.Single(draft.To).Address));
        Assert.Equal(2, moved.Revision);
    }

    [Fact]
    public async Task A_date_that_the_client_asked_for_is_no_reason_to_apologise()
    {
        await MoveAsync(await AnAnsweredOrderAsync(), PromiseCause.ClientRequest);
        var order = (await _world.World.Get<ListOrders>().ExecuteAsync(new())).Value!.Items[0];
        var draft = (await _world.World.Get<DraftPromiseNotice>().ExecuteAsync(order.Id)).Value!;

        Assert.Contains("à votre demande", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("excuser", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leaves_in_the_persons_words_after_a_moment_with_the_new_version_of_the_answer()
    {
        var order = await MoveAsync(await AnAnsweredOrderAsync());
        var sending = (await _world.World.Get<SendPromiseNotice>().ExecuteAsync(order.Id, new() { Subject = "Votre commande", Text = "Bonjour,\n\nLivraison vendredi 4." }, order.Version)).Value!;
        Assert.Equal((AcknowledgementState.Scheduled, true), (sending.Notice.State, sending.Notice.CanBeTakenBack));
        Assert.IsType<NoticeUnderway>((await _world.World.Get<SendPromiseNotice>().ExecuteAsync(order.Id, new(), order.Version)).Refusal);

        await _world.DeliverAsync();
        Assert.Single(_world.Mails);

        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();
        var mail = _world.Mails[^1];
        Assert.Equal(("Votre commande", $"ARC-{order.Number}.pdf"), (mail.Subject, mail.Attachments.Single().ContentDisposition?.FileName));
        Assert.Contains("Livraison vendredi 4.", mail.TextBody, StringComparison.Ordinal);

        var answer = (await _world.World.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;
        Assert.Equal((2, _nextFriday, _friday), (answer.Version, answer.Lines[0].PromisedOn, answer.Lines[0].Before!.PromisedOn));
        Assert.IsType<NoticeHasLeft>((await _world.World.Get<UndoPromiseNotice>().ExecuteAsync(order.Id, null)).Refusal);
    }

    [Fact]
    public async Task A_word_that_is_thought_better_of_or_overtaken_does_not_leave()
    {
        var order = await MoveAsync(await AnAnsweredOrderAsync());
        Assert.True((await _world.World.Get<SendPromiseNotice>().ExecuteAsync(order.Id, new(), order.Version)).IsOk);
        var undone = (await _world.World.Get<UndoPromiseNotice>().ExecuteAsync(order.Id, order.Version)).Value!;
        Assert.Equal((AcknowledgementState.None, true), (undone.Notice.State, undone.IsToTell));

        Assert.True((await _world.World.Get<SendPromiseNotice>().ExecuteAsync(order.Id, new(), order.Version)).IsOk);
        Assert.True((await _world.World.Get<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = new(2026, 12, 8), Cause = PromiseCause.Production }, order.Version)).IsOk);
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();

        Assert.Single(_world.Mails);
        Assert.Contains("mardi 8 décembre 2026 au lieu du vendredi 27 novembre", (await _world.World.Get<DraftPromiseNotice>().ExecuteAsync(order.Id)).Value!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_it_is_told_by_telephone()
    {
        var order = await _world.AnOrderAsync(hasAddress: false);
        var confirmed = (await _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Value!;
        var moved = await MoveAsync(confirmed);

        Assert.IsType<NobodyToWriteTo>((await _world.World.Get<SendPromiseNotice>().ExecuteAsync(order.Id, new(), moved.Version)).Refusal);
        Assert.Empty((await _world.World.Get<DraftPromiseNotice>().ExecuteAsync(order.Id)).Value!.To);
        Assert.False((await _world.World.Get<TellPromises>().ExecuteAsync(order.Id, moved.Version)).Value!.IsToTell);
    }

    [Fact]
    public async Task Nothing_of_it_goes_to_the_database_more_than_four_times()
    {
        var order = await MoveAsync(await AnAnsweredOrderAsync());

        Assert.InRange((await RoundTrips.OfAsync(() => _world.World.Get<DraftPromiseNotice>().ExecuteAsync(order.Id))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.World.Get<SendPromiseNotice>().ExecuteAsync(order.Id, new(), order.Version))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.World.Get<UndoPromiseNotice>().ExecuteAsync(order.Id, order.Version))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.World.Get<ReadReview>().ExecuteAsync(order.Id))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.World.Get<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = new(2026, 12, 8), Cause = PromiseCause.Production }, order.Version))).Count, 1, 4);
    }

    private async Task<OrderView> AnAnsweredOrderAsync()
    {
        var order = await _world.AConfirmedOrderAsync();
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();

        return await ReadAsync(order.Id);
    }

    private async Task<OrderView> MoveAsync(OrderView order, PromiseCause cause = PromiseCause.Supplier)
    {
        _world.Pass(TimeSpan.FromMinutes(5));
        var moved = await _world.World.Get<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = _nextFriday, Cause = cause, Note = "Zingage retardé" }, order.Version);
        Assert.True(moved.IsOk, moved.Refusal?.ToString());

        return moved.Value;
    }

    private async Task<OrderView> SendAsync(OrderView order)
    {
        Assert.True((await _world.World.Get<SendPromiseNotice>().ExecuteAsync(order.Id, new(), order.Version)).IsOk);
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();

        return await ReadAsync(order.Id);
    }

    private async Task<OrderView> ReadAsync(OrderId id) => (await _world.World.Get<ReadOrder>().ExecuteAsync(id)).Value!;
}
