using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>How far the answer to an order has come.</summary>
[JsonConverter(typeof(CamelCaseEnum<AcknowledgementState>))]
public enum AcknowledgementState
{
    /// <summary>Nothing is promised yet.</summary>
    None,

    /// <summary>It leaves in a moment.</summary>
    Scheduled,

    /// <summary>It did not get through and is tried again.</summary>
    Delayed,
    Sent,
    Failed,

    /// <summary>Nobody has an address to write to: the answer must be given another way.</summary>
    ByOtherMeans,
}

/// <summary>The last mail that answered an order, or that there is none.</summary>
/// <param name="LeavesAt">When it leaves, or is tried again.</param>
/// <param name="To">Addresses, a comma between them.</param>
/// <param name="Error">The server's or the network's word.</param>
/// <param name="CanBeTakenBack">Nobody outside has seen it, and the confirmation can be undone.</param>
public sealed record AcknowledgementProgress(AcknowledgementState State, DateTimeOffset? LeavesAt = null, DateTimeOffset? SentAt = null, string? To = null, int Attempts = 0, string? Error = null, bool CanBeTakenBack = false)
{
    public static AcknowledgementProgress None { get; } = new(AcknowledgementState.None);

    /// <summary>The mails that answer an order, as they are in the database, the last one first.</summary>
    internal static IQueryable<Mail> Mails(AdvDbContext db, OrderId order) =>
        AcknowledgementPosting.Of(db, order).OrderByDescending(m => m.CreatedAt).Select(m => new Mail(m.Status, m.DueAt, m.SentAt, m.To, m.Attempts, m.LastError));

    /// <summary>The same of several orders.</summary>
    internal static IQueryable<MailOf<Mail>> Mails(AdvDbContext db, List<Guid?> orders) =>
        db.Outbox.Where(m => m.Kind == MailKind.Acknowledgement && orders.Contains(m.SubjectId)).OrderByDescending(m => m.CreatedAt)
            .Select(m => new MailOf<Mail>(m.SubjectId!.Value, new(m.Status, m.DueAt, m.SentAt, m.To, m.Attempts, m.LastError)));

    internal static AcknowledgementProgress Of(AdvDbContext db, Order order, Mail? stored)
    {
        // What this very work has put into the outbox is not in the database yet.
        var last = db.Outbox.Local.Where(m => m.SubjectId == order.Id.Value && m.Kind is MailKind.Acknowledgement).OrderByDescending(m => m.CreatedAt).Select(Mail.Of).FirstOrDefault() ?? stored;

        // What was sent is not the answer to what the client has changed since.
        return order.Status is OrderStatus.ToReview ? None : last is not null && Of(last, order.Status is OrderStatus.Confirmed) is { } progress ? progress
            : order.IsAnswered && order.Status is not OrderStatus.Cancelled ? new(AcknowledgementState.ByOtherMeans) : None;
    }

    /// <summary>Null for one that was stopped.</summary>
    internal static AcknowledgementProgress? Of(Mail mail, bool mayBeStopped) => mail switch
    {
        { Status: OutboxStatus.Sent } => new(AcknowledgementState.Sent, SentAt: mail.SentAt, To: mail.To, Attempts: mail.Attempts),
        { Status: OutboxStatus.Failed } => new(AcknowledgementState.Failed, To: mail.To, Attempts: mail.Attempts, Error: mail.Error),
        { Status: OutboxStatus.Waiting, Attempts: 0 } => new(AcknowledgementState.Scheduled, mail.DueAt, To: mail.To, CanBeTakenBack: mayBeStopped),
        { Status: OutboxStatus.Sending, Attempts: <= 1 } => new(AcknowledgementState.Scheduled, mail.DueAt, To: mail.To, Attempts: mail.Attempts),
        { Status: OutboxStatus.Waiting or OutboxStatus.Sending } => new(AcknowledgementState.Delayed, mail.DueAt, To: mail.To, Attempts: mail.Attempts, Error: mail.Error),
        _ => null,
    };

    internal sealed record Mail(OutboxStatus Status, DateTimeOffset DueAt, DateTimeOffset? SentAt, string To, int Attempts, string? Error)
    {
        public static Mail Of(OutboxMessage m) => new(m.Status, m.DueAt, m.SentAt, m.To, m.Attempts, m.LastError);
    }
}
