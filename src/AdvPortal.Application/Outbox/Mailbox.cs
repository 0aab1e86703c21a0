using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Outbox;

/// <summary>What became of a mail, for whoever reads it on this machine.</summary>
public enum MailState { Waiting, Sending, Sent, Failed, Cancelled }

/// <summary>The mails of a company where nothing leaves the machine, the last ones first. Anywhere else there is no mailbox.</summary>
[UseCase]
public sealed class ListMails(UnitOfWork unitOfWork, MailSettings settings)
{
    private const int Most = 100;

    public async Task<Result<IReadOnlyList<Row>>> ExecuteAsync(CancellationToken ct = default) =>
        !settings.KeepsMails ? new NoSuchMail() : await unitOfWork.ReadAsync(this, Permission.ReadOrders, async Task<IReadOnlyList<Row>> (AdvDbContext db) =>
            (await db.Outbox.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Most)
                .Select(m => new { m.Id, m.To, m.Subject, m.Status, m.CreatedAt, m.SentAt }).ToListAsync(ct))
            .ConvertAll(m => new Row(m.Id, m.To, m.Subject, Enum.Parse<MailState>(m.Status.ToString()), m.SentAt ?? m.CreatedAt)), ct);

    public sealed record Row(MessageId Id, string To, string Subject, MailState State, DateTimeOffset At);
}

/// <summary>One mail as its reader would see it.</summary>
[UseCase]
public sealed class ReadMail(UnitOfWork unitOfWork, MailSettings settings)
{
    public async Task<Result<View>> ExecuteAsync(MessageId id, CancellationToken ct = default) =>
        !settings.KeepsMails ? new NoSuchMail() : await unitOfWork.ReadAsync<View>(this, Permission.ReadOrders, async db =>
            await FindAsync(db, id, ct) is { } message
                ? new View(id, Enum.Parse<MailState>(message.Status.ToString()), message.SentAt ?? message.CreatedAt, message.LastError, Mailer.Open(message.Content))
                : new NoSuchMail(), ct);

    internal static Task<OutboxMessage?> FindAsync(AdvDbContext db, MessageId id, CancellationToken ct) => db.Outbox.SingleOrDefaultAsync(m => m.Id == id, ct);

    public sealed record View(MessageId Id, MailState State, DateTimeOffset At, string? Error, OutgoingMail Mail);
}

/// <summary>One file that goes with a mail, counted from 0.</summary>
[UseCase]
public sealed class ReadMailAttachment(ReadMail read)
{
    public async Task<Result<MailAttachment>> ExecuteAsync(MessageId id, int index, CancellationToken ct = default)
    {
        var mail = await read.ExecuteAsync(id, ct);

        return !mail.IsOk ? mail.Refusal : mail.Value.Mail.Attachments.ElementAtOrDefault(index) is { } file ? file : new NoSuchMail();
    }
}

public sealed record NoSuchMail : NoSuchThing;
