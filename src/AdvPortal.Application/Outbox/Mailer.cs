using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Outbox;

/// <summary>Puts a mail into the outbox of the transaction that gives cause to it: it leaves if, and only if, the change was committed.</summary>
internal static class Mailer
{
    public static MessageId Send(this AdvDbContext db, TenantId tenant, string to, string subject, byte[] content, Guid? subjectId, DateTimeOffset now, TimeSpan undo)
    {
        var message = new OutboxMessage(to, subject, content, subjectId, now, now + undo);
        db.Outbox.Add(message);
        db.OutboxTurns.Add(new(message.Id, tenant, message.DueAt));

        return message.Id;
    }
}
