using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Outbox;

/// <summary>Sends one mail that was claimed, and keeps what came of it.</summary>
/// <remarks>That it goes on the wire is committed first: from then on nobody takes it back, and whatever dies in between, it goes again with the same Message-ID.</remarks>
[UseCase]
public sealed class DeliverMail(UnitOfWork unitOfWork, MailTransport send, RecordSentMail sent, RecordSentNotice sentNotice, RecordUnsentMail unsent, RecordUnsentNotice unsentNotice, CurrentMember member, TenantClock clock, ChangeNotices notices)
{
    public async Task ExecuteAsync(Claim<MessageId> turn, CancellationToken ct = default)
    {
        if (await StartAsync(turn, ct) is not { } started)
        {
            return;
        }

        var result = await send(started.Mail, ct);

        // It is sent, or not, whoever stops us now.
        await (result.Outcome switch
        {
            SendOutcome.Sent when started.IsNotice => sentNotice.ExecuteAsync(turn, started.About, CancellationToken.None),
            SendOutcome.Sent => sent.ExecuteAsync(turn, started.About, CancellationToken.None),
            SendOutcome.Temporary when Backoff.GoesOn(started.CreatedAt, clock.Now) => PostponeAsync(turn, started, result.Detail ?? "", CancellationToken.None),
            _ when started.IsNotice => unsentNotice.ExecuteAsync(turn, started.About, result.Detail ?? "", CancellationToken.None),
            _ => unsent.ExecuteAsync(turn, started.About, result.Detail ?? "", CancellationToken.None),
        });
    }

    private async Task<Started?> StartAsync(Claim<MessageId> turn, CancellationToken ct)
    {
        try
        {
            return await unitOfWork.RunUnrecordedAsync<Started?>(
                this, async db =>
                {
                    if (!await db.OutboxTurns.AnyAsync(t => t.Id == turn.Id && t.DueAt == turn.Until, ct))
                    {
                        return null;
                    }

                    if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == turn.Id, ct) is not { IsUnderway: true } message)
                    {
                        await db.OutboxTurns.Where(t => t.Id == turn.Id).ExecuteDeleteAsync(ct);
                        return null;
                    }

                    message.Start();
                    IId about = message is { Kind: MailKind.Acknowledgement or MailKind.PromiseNotice, SubjectId: { } order } ? new OrderId(order) : message.Id;

                    return new(Mailer.Open(message.Content), about, message.ClientId, message.Attempts, message.CreatedAt, message.Kind is MailKind.PromiseNotice);
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken back at this very moment; its turn goes in the next round.
            return null;
        }
    }

    private async Task PostponeAsync(Claim<MessageId> turn, Started started, string error, CancellationToken ct)
    {
        var until = clock.Now + Backoff.PauseAfter(started.Attempts);
        await unitOfWork.RunUnrecordedAsync(
            this, async db =>
            {
                if (await db.OutboxTurns.Where(t => t.Id == turn.Id && t.DueAt == turn.Until).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, until), ct) == 1)
                {
                    (await db.Outbox.SingleAsync(m => m.Id == turn.Id, ct)).Postpone(error, until);
                }

                return true;
            },
            ct);
        notices.Publish(new(member.TenantId!.Value, nameof(DeliverMail), started.About.Value, started.ClientId));
    }

    private sealed record Started(OutgoingMail Mail, IId About, ClientId? ClientId, int Attempts, DateTimeOffset CreatedAt, bool IsNotice);
}

/// <summary>Writes into the history that a mail has left.</summary>
[UseCase]
public sealed class RecordSentMail(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result> ExecuteAsync(Claim<MessageId> turn, IId about, CancellationToken ct = default) => RecordAsync(this, turn, about, ct);

    internal Task<Result> RecordAsync(object useCase, Claim<MessageId> turn, IId about, CancellationToken ct) =>
        unitOfWork.RunAsync<Result>(useCase, Permission.ReadOrders, about, async db =>
        {
            // A lease that ended changes nothing about the mail being gone.
            await db.OutboxTurns.Where(t => t.Id == turn.Id).ExecuteDeleteAsync(ct);

            if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == turn.Id, ct) is not { IsUnderway: true } message)
            {
                return new ChangedMeanwhile();
            }

            message.Sent(clock.Now);

            return Result.Ok;
        }, ct);
}

/// <summary>Writes into the history that a mail was refused for good, or tried for too long.</summary>
[UseCase]
public sealed class RecordUnsentMail(UnitOfWork unitOfWork)
{
    public Task<Result> ExecuteAsync(Claim<MessageId> turn, IId about, string error, CancellationToken ct = default) => RecordAsync(this, turn, about, error, ct);

    internal Task<Result> RecordAsync(object useCase, Claim<MessageId> turn, IId about, string error, CancellationToken ct) =>
        unitOfWork.RunAsync<Result>(useCase, Permission.ReadOrders, about, async db =>
        {
            if (await db.OutboxTurns.Where(t => t.Id == turn.Id && t.DueAt == turn.Until).ExecuteDeleteAsync(ct) == 0
                || await db.Outbox.SingleOrDefaultAsync(m => m.Id == turn.Id, ct) is not { IsUnderway: true } message)
            {
                return new ChangedMeanwhile();
            }

            message.Fail(error);

            return Result.Ok;
        }, ct);
}

/// <summary>Writes into the history that the client was told of its new dates.</summary>
[UseCase]
public sealed class RecordSentNotice(RecordSentMail record)
{
    public Task<Result> ExecuteAsync(Claim<MessageId> turn, IId about, CancellationToken ct = default) => record.RecordAsync(this, turn, about, ct);
}

/// <summary>Writes into the history that the client could not be told of its new dates by mail.</summary>
[UseCase]
public sealed class RecordUnsentNotice(RecordUnsentMail record)
{
    public Task<Result> ExecuteAsync(Claim<MessageId> turn, IId about, string error, CancellationToken ct = default) => record.RecordAsync(this, turn, about, error, ct);
}
