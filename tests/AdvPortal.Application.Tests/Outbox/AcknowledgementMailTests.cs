using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Application.Tests.Outbox;

[Collection("Outbox")]
public sealed class AcknowledgementMailTests(TestDatabase database) : IAsyncDisposable
{
    private readonly OutboxWorld _world = new(database);

    [Theory]
    [InlineData("fr", "acceptée avec modification", "livraison le vendredi 27 novembre 2026 au lieu du mercredi 25 novembre", "ne reçoit pas le mercredi.")]
    [InlineData("en", "accepted with changes", "Friday 27 November 2026 instead of Wednesday 25 November", "does not receive on Wednesdays.")]
    public async Task The_client_reads_what_changed_and_why_in_their_language(string language, string subject, string change, string reason)
    {
        var order = await _world.AnOrderAsync(language);
        await _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version);
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();

        var mail = Assert.Single(_world.Mails);
        Assert.Contains(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(change, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(reason, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Pas de livraison les mercredis et jeudis", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal($"ARC-{order.Number}.pdf", Assert.Single(mail.Attachments).ContentDisposition?.FileName);
    }

    [Fact]
    public async Task The_answer_tells_each_line_by_its_code_and_shows_the_clients_product_code()
    {
        var order = await _world.AConfirmedOrderAsync();
        var answer = (await _world.World.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;
        var line = Assert.Single(answer.Lines);

        Assert.Equal((AcknowledgementStatus.AcceptedWithAmendment, LineStatus.Changed, "0A-VH-M8-30-ZN"), (answer.Status, line.LineStatus, line.BuyerCode));
        Assert.Equal("3", line.LineStatus.Code());

        await _world.World.Get<CancelOrder>().ExecuteAsync(order.Id, new("Le client renonce"), version: null);
        var rejected = (await _world.World.Get<ReadAcknowledgement>().ExecuteAsync(order.Id)).Value!;

        Assert.Equal((AcknowledgementStatus.Rejected, LineStatus.NotAccepted, 0), (rejected.Status, rejected.Lines[0].LineStatus, rejected.Lines[0].PromisedQuantity));
    }

    [Fact]
    public async Task Twenty_confirmations_at_once_are_one_confirmation_and_one_mail()
    {
        var order = await _world.AnOrderAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)));
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();

        Assert.Single(outcomes, outcome => outcome.IsOk);
        Assert.Single(_world.Mails);
    }

    [Fact]
    public async Task Without_an_address_the_order_is_confirmed_and_says_that_the_answer_goes_another_way()
    {
        var order = await _world.AnOrderAsync(hasAddress: false);
        var confirmed = (await _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Value!;

        Assert.Equal((OrderStatus.Confirmed, AcknowledgementState.ByOtherMeans), (confirmed.Status, confirmed.Acknowledgement.State));
        Assert.IsType<NobodyToWriteTo>((await _world.World.Get<ResendAcknowledgement>().ExecuteAsync(order.Id, null)).Refusal);
    }

    [Fact]
    public async Task An_answer_given_another_way_can_be_taken_back_for_as_long_as_a_mail_could()
    {
        var order = await _world.AnOrderAsync(hasAddress: false);
        await _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version);
        Assert.True((await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, version: null)).IsOk);

        await _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, version: null);
        _world.Pass(TimeSpan.FromMinutes(1));
        Assert.IsType<ConfirmationHasLeft>((await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, version: null)).Refusal);
    }

    [Fact]
    public async Task An_order_given_up_at_once_is_not_promised_any_more()
    {
        var order = await _world.AConfirmedOrderAsync();
        Assert.True((await _world.World.Get<CancelOrder>().ExecuteAsync(order.Id, new("Saisie deux fois"), version: null)).IsOk);
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();

        Assert.Empty(_world.Mails);
    }

    [Fact]
    public async Task A_program_is_answered_at_once_and_a_person_may_think_again()
    {
        var order = await _world.AnOrderAsync();
        await using var program = _world.World.AsKey();
        await program.Get<ConfirmOrder>().ExecuteAsync(order.Id, version: null);
        await _world.DeliverAsync();

        Assert.Single(_world.Mails);
        Assert.Equal(AcknowledgementState.Sent, (await _world.ProgressAsync(order.Id)).State);
    }

    [Fact]
    public async Task A_confirmation_taken_back_in_time_never_was()
    {
        var order = await _world.AConfirmedOrderAsync();
        await _world.DeliverAsync();
        var undone = (await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, order.Version)).Value!;
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();

        Assert.Empty(_world.Mails);
        Assert.Equal((OrderStatus.ToReview, AcknowledgementState.None), (undone.Status, undone.Acknowledgement.State));
        Assert.All(undone.Lines, line => Assert.Null(line.FirstPromisedOn));
        Assert.Equal(
            ["ConfirmOrder", "UndoConfirmation"],
            await _world.World.ReadAsync(db => db.History.Where(h => h.SubjectId == order.Id.Value).OrderBy(h => h.Position).Select(h => h.UseCase).Skip(2).ToListAsync()));
    }

    [Fact]
    public async Task Taking_back_and_sending_at_the_same_moment_never_both_happen()
    {
        var order = await _world.AConfirmedOrderAsync();

        for (var round = 0; round < 10; round++)
        {
            _world.Pass(ConfirmOrder.UndoFor);
            var before = _world.Mails.Count;
            var undo = _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, version: null);
            await Task.WhenAll(undo, _world.DeliverAsync());

            Assert.Equal((await undo).IsOk ? before : before + 1, _world.Mails.Count);

            if (!(await undo).IsOk)
            {
                return;
            }

            Assert.True((await _world.World.Get<ConfirmOrder>().ExecuteAsync(order.Id, version: null)).IsOk);
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
