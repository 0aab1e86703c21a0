using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>When the client learnt of what is promised: from a document of ours, or as somebody wrote down.</summary>
internal static class ToldPromises
{
    /// <summary>The mails that show what was promised of an order when they were written, the last one first.</summary>
    public static IQueryable<ToldMail> Mails(AdvDbContext db, OrderId order) =>
        db.Outbox.Where(m => m.SubjectId == order.Value && (m.Kind == MailKind.Acknowledgement || m.Kind == MailKind.PromiseNotice) && m.Status != OutboxStatus.Cancelled)
            .OrderByDescending(m => m.CreatedAt).Select(m => new ToldMail(m.Kind, m.CreatedAt, new(m.Status, m.DueAt, m.SentAt, m.To, m.Attempts, m.LastError)));

    /// <summary>The same of several orders.</summary>
    public static IQueryable<MailOf<ToldMail>> Mails(AdvDbContext db, List<Guid?> orders) =>
        db.Outbox.Where(m => orders.Contains(m.SubjectId) && (m.Kind == MailKind.Acknowledgement || m.Kind == MailKind.PromiseNotice) && m.Status != OutboxStatus.Cancelled)
            .OrderByDescending(m => m.CreatedAt).Select(m => new MailOf<ToldMail>(m.SubjectId!.Value, new(m.Kind, m.CreatedAt, new(m.Status, m.DueAt, m.SentAt, m.To, m.Attempts, m.LastError))));

    /// <summary>Null while nothing says that the client knows.</summary>
    public static DateTimeOffset? At(PromiseChange change, IEnumerable<ToldMail> mails) =>
        mails.Where(m => m.WrittenAt >= change.At).Select(m => m.Mail.SentAt).Append(change.ToldAt).Min();

    /// <summary>How far the last word on a new date has come; none once the promise has moved again.</summary>
    public static AcknowledgementProgress Notice(AdvDbContext db, OrderId order, IEnumerable<PromiseChange> promises, IEnumerable<ToldMail> stored)
    {
        // What this very work has put into the outbox, or stopped there, is not in the database yet.
        var tracked = db.Outbox.Local.Where(m => m.SubjectId == order.Value && m.Kind is MailKind.PromiseNotice).ToDictionary(m => m.CreatedAt);
        var last = stored.Where(m => m.Kind is MailKind.PromiseNotice && !tracked.ContainsKey(m.WrittenAt))
            .Concat(tracked.Values.Where(m => m.Status is not OutboxStatus.Cancelled).Select(m => new ToldMail(m.Kind, m.CreatedAt, AcknowledgementProgress.Mail.Of(m))))
            .MaxBy(m => m.WrittenAt);

        return last is null || promises.Any(change => change.At > last.WrittenAt) ? AcknowledgementProgress.None : AcknowledgementProgress.Of(last.Mail, mayBeStopped: true) ?? AcknowledgementProgress.None;
    }

    /// <summary>The notices that wait leave no more: what they tell of has moved since.</summary>
    public static IQueryable<OutboxMessage> WaitingNotices(AdvDbContext db, OrderId order) =>
        WaitingNotices(db, [order.Value]);

    /// <summary>The same of several orders.</summary>
    public static IQueryable<OutboxMessage> WaitingNotices(AdvDbContext db, List<Guid?> orders) =>
        db.Outbox.AsTracking().Where(m => orders.Contains(m.SubjectId) && m.Kind == MailKind.PromiseNotice && m.Status == OutboxStatus.Waiting);
}

/// <summary>A mail that tells a client of its dates.</summary>
internal sealed record ToldMail(MailKind Kind, DateTimeOffset WrittenAt, AcknowledgementProgress.Mail Mail);

/// <summary>A mail, and the order that it is about.</summary>
internal sealed record MailOf<T>(Guid OrderId, T Mail);
