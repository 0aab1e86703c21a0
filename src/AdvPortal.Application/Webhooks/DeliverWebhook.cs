using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Exchange.Webhooks;

namespace AdvPortal.Application.Webhooks;

/// <summary>Sends one message that was claimed, and keeps what came of it.</summary>
/// <remarks>That it goes on the wire is committed first, as for mails: whatever dies in between, it goes again with the same id.</remarks>
[UseCase]
public sealed class DeliverWebhook(UnitOfWork unitOfWork, WebhookSender sender, WebhookLanes lanes, SecretBox secrets, GiveWebhookUp giveUp, TenantClock clock)
{
    public async Task ExecuteAsync(Claim<WebhookMessageId> claim, CancellationToken ct = default)
    {
        var webhook = (await unitOfWork.ReadAsAnyoneAsync(db => db.WebhookMessages.Where(m => m.Id == claim.Id).Select(m => new { m.WebhookId }).SingleOrDefaultAsync(ct), ct))?.WebhookId;
        using var lane = webhook is { } whose ? await lanes.EnterAsync(whose, ct) : null;

        if (webhook is { } slow && lane is null)
        {
            await HoldBackAsync(claim, slow, ct);

            return;
        }

        if (await StartAsync(claim, ct) is not { } started)
        {
            return;
        }

        var answer = secrets.Open(started.Secret) is { } secret
            ? await sender.SendAsync(new(new(started.Url), WebhookMessage.NameOf(claim.Id), started.Body, secret), clock.Now, ct)
            : new(WebhookTrouble.SecretLost);

        // It is told, or not, whoever stops us now.
        if (answer.Trouble is not { } trouble)
        {
            await ArrivedAsync(claim, started, answer);
        }
        else if (await FailedAsync(claim, started, trouble, answer))
        {
            await giveUp.ExecuteAsync(started.Webhook, started.Url, CancellationToken.None);
        }
    }

    // All that is due to it, at once: each of them would find the lanes taken.
    private Task<int> HoldBackAsync(Claim<WebhookMessageId> claim, WebhookId webhook, CancellationToken ct) => unitOfWork.RunUnrecordedAsync(
        db =>
        {
            var (now, until) = (clock.Now, clock.Now + WebhookLanes.Pause);

            return db.WebhookTurns
                .Where(t => (t.Id == claim.Id && t.DueAt == claim.Until) || (t.DueAt <= now && db.WebhookMessages.Any(m => m.Id == t.Id && m.WebhookId == webhook)))
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, until), ct);
        },
        ct);

    private async Task<Started?> StartAsync(Claim<WebhookMessageId> claim, CancellationToken ct)
    {
        try
        {
            return await unitOfWork.RunUnrecordedAsync<Started?>(
                async db =>
                {
                    if (!await db.WebhookTurns.AnyAsync(t => t.Id == claim.Id && t.DueAt == claim.Until, ct))
                    {
                        return null;
                    }

                    if (await db.WebhookMessages.SingleOrDefaultAsync(m => m.Id == claim.Id, ct) is not { IsUnderway: true } message)
                    {
                        await db.WebhookTurns.Where(t => t.Id == claim.Id).ExecuteDeleteAsync(ct);
                        return null;
                    }

                    var webhook = await db.Webhooks.AsNoTracking().SingleAsync(w => w.Id == message.WebhookId, ct);

                    if (!webhook.IsActive)
                    {
                        message.Fail(WebhookTrouble.SwitchedOff);
                        await db.WebhookTurns.Where(t => t.Id == claim.Id).ExecuteDeleteAsync(ct);
                        return null;
                    }

                    message.Start();

                    return new(webhook.Id, webhook.Url, webhook.Secret, message.Body, message.TriedFrom, message.Attempts);
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken back, or its webhook removed, at this very moment; its turn goes in the next round.
            return null;
        }
    }

    // A lease that ended changes nothing about the message having arrived.
    private Task<bool> ArrivedAsync(Claim<WebhookMessageId> claim, Started started, WebhookAnswer answer) => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            await db.WebhookTurns.Where(t => t.Id == claim.Id).ExecuteDeleteAsync();
            await db.Webhooks.Where(w => w.Id == started.Webhook && w.Url == started.Url && w.FailingSince != null).ExecuteUpdateAsync(set => set.SetProperty(w => w.FailingSince, (DateTimeOffset?)null));
            (await db.WebhookMessages.SingleOrDefaultAsync(m => m.Id == claim.Id))?.Delivered(clock.Now, answer.Status);

            return true;
        },
        CancellationToken.None);

    /// <returns>Whether the webhook is to be given up.</returns>
    private Task<bool> FailedAsync(Claim<WebhookMessageId> claim, Started started, WebhookTrouble trouble, WebhookAnswer answer) => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            var now = clock.Now;
            var there = db.Webhooks.Where(w => w.Id == started.Webhook && w.Url == started.Url);
            await there.Where(w => w.IsActive && w.FailingSince == null).ExecuteUpdateAsync(set => set.SetProperty(w => w.FailingSince, now));
            var found = await there.Select(w => new { w.FailingSince }).SingleOrDefaultAsync();
            var message = await db.WebhookMessages.SingleOrDefaultAsync(m => m.Id == claim.Id);

            // It has moved meanwhile: what the old address answers says nothing of the new one, which is tried at once.
            var hasMoved = found is null;
            var goesOn = (hasMoved || trouble is not WebhookTrouble.Gone) && Backoff.GoesOn(started.TriedFrom, now);
            var until = hasMoved ? now : now + Backoff.PauseAfter(started.Attempts);
            var turn = db.WebhookTurns.Where(t => t.Id == claim.Id && t.DueAt == claim.Until);

            if (message is { IsUnderway: true } && await (goesOn ? turn.ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, until)) : turn.ExecuteDeleteAsync()) == 1)
            {
                if (goesOn)
                {
                    message.Postpone(trouble, answer.Status, answer.Detail, until);
                }
                else
                {
                    message.Fail(trouble, answer.Status, answer.Detail);
                }
            }

            return found is { FailingSince: var since } && (trouble is WebhookTrouble.Gone || now - since >= Webhook.GivenUpAfter);
        },
        CancellationToken.None);

    private sealed record Started(WebhookId Webhook, string Url, byte[] Secret, string Body, DateTimeOffset TriedFrom, int Attempts);
}
