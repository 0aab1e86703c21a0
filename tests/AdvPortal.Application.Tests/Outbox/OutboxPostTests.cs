using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Exchange.Mail;

namespace AdvPortal.Application.Tests.Outbox;

[Collection("Outbox")]
public sealed class OutboxPostTests(TestDatabase database) : IAsyncDisposable
{
    private readonly OutboxWorld _world = new(database);

    [Fact]
    public async Task A_server_that_is_away_only_delays_a_mail()
    {
        _world.Server.Answers["connect"] = "421 too busy";
        var order = await _world.AConfirmedOrderAsync();
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();
        var delayed = await _world.ProgressAsync(order.Id);
        Assert.Equal((AcknowledgementState.Delayed, 1, false), (delayed.State, delayed.Attempts, delayed.CanBeTakenBack));
        Assert.Contains("421", delayed.Error, StringComparison.Ordinal);
        Assert.IsType<Domain.Orders.ConfirmationHasLeft>((await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, version: null)).Refusal);

        _world.Server.Answers.Clear();
        await _world.DeliverAsync();
        Assert.Empty(_world.Mails);

        _world.Pass(Backoff.PauseAfter(1));
        await _world.DeliverAsync();
        Assert.Single(_world.Mails);
        Assert.Equal(AcknowledgementState.Sent, (await _world.ProgressAsync(order.Id)).State);
    }

    [Fact]
    public async Task Whoever_does_not_want_to_wait_sends_a_delayed_mail_at_once_and_not_twice()
    {
        _world.Server.Answers["connect"] = "421 too busy";
        var order = await _world.AConfirmedOrderAsync();
        Assert.IsType<Domain.Orders.AcknowledgementUnderway>((await _world.World.Get<ResendAcknowledgement>().ExecuteAsync(order.Id, null)).Refusal);
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();
        _world.Server.Answers.Clear();

        Assert.True((await _world.World.Get<ResendAcknowledgement>().ExecuteAsync(order.Id, null)).IsOk);
        await _world.DeliverAsync();
        _world.Pass(TimeSpan.FromDays(1));
        await _world.DeliverAsync();

        Assert.Single(_world.Mails);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_said_and_can_be_tried_again()
    {
        _world.Server.Answers["RCPT"] = "550 no such mailbox";
        var order = await _world.AConfirmedOrderAsync();
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();
        var failed = await _world.ProgressAsync(order.Id);
        Assert.Equal(AcknowledgementState.Failed, failed.State);
        Assert.Contains("no such mailbox", failed.Error, StringComparison.Ordinal);

        _world.Server.Answers.Clear();
        Assert.Equal(AcknowledgementState.Scheduled, (await _world.World.Get<ResendAcknowledgement>().ExecuteAsync(order.Id, null)).Value!.Acknowledgement.State);
        await _world.DeliverAsync();
        Assert.Single(_world.Mails);
    }

    [Fact]
    public async Task A_node_that_dies_with_a_mail_sent_and_not_recorded_leaves_it_to_another_under_the_same_id()
    {
        await _world.AConfirmedOrderAsync();
        _world.Pass(ConfirmOrder.UndoFor);
        var send = _world.Send;
        _world.Send = async (mail, ct) =>
        {
            await send(mail, ct);
            throw new InvalidOperationException("Power cut.");
        };
        await _world.DeliverAsync();
        _world.Send = send;
        await _world.DeliverAsync();
        Assert.Single(_world.Mails);

        _world.Pass(OutboxPost.Lease);
        await _world.DeliverAsync();
        Assert.Equal(2, _world.Mails.Count);
        Assert.Single(_world.Mails.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public async Task What_one_node_has_on_the_wire_no_other_takes()
    {
        var order = await _world.AConfirmedOrderAsync();
        _world.Pass(ConfirmOrder.UndoFor);
        var (onWire, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var send = _world.Send;
        _world.Send = async (mail, ct) =>
        {
            onWire.TrySetResult();
            await goOn.Task;
            return await send(mail, ct);
        };
        var one = _world.DeliverAsync();
        await onWire.Task;
        _world.Send = send;
        await _world.DeliverAsync();
        Assert.Empty(_world.Mails);
        Assert.IsType<Domain.Orders.ConfirmationHasLeft>((await _world.World.Get<UndoConfirmation>().ExecuteAsync(order.Id, version: null)).Refusal);

        goOn.SetResult();
        await one;
        Assert.Single(_world.Mails);
    }

    [Fact]
    public async Task After_three_days_it_is_given_up_and_said()
    {
        _world.Send = (_, _) => Task.FromResult(new SendResult(SendOutcome.Temporary, "no route"));
        var order = await _world.AConfirmedOrderAsync();
        _world.Pass(ConfirmOrder.UndoFor);
        await _world.DeliverAsync();
        _world.Pass(TimeSpan.FromDays(3));
        await _world.DeliverAsync();

        Assert.Equal(AcknowledgementState.Failed, (await _world.ProgressAsync(order.Id)).State);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
