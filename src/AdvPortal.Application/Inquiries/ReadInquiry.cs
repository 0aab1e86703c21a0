using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Inquiries;

/// <summary>One conversation, without what was said.</summary>
[UseCase]
public sealed class ReadInquiry(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<InquiryView>(this, Permission.ReadOrders, async db =>
            await db.Inquiries.SingleOrDefaultAsync(i => i.Id == id, ct) is { } inquiry ? (await InquiryReading.ViewsAsync(db, clock, [inquiry], ct))[0] : new NoSuchInquiry(), ct);

    /// <summary>The whole of it, to be changed.</summary>
    internal static async Task<Inquiry?> FindAsync(AdvDbContext db, InquiryId id, CancellationToken ct)
    {
        var visit = new Visit(db);
        var found = Ask(db, visit, id);
        await visit.GoAsync(ct);

        return found.Only;
    }

    internal static Answer<Inquiry> Ask(AdvDbContext db, Visit visit, InquiryId id)
    {
        var inquiry = visit.Ask(db.Inquiries.AsTracking().Where(i => i.Id == id));
        visit.Ask(InquiryParts.MessagesOf(db, id).AsTracking());
        visit.Ask(InquiryParts.LinksOf(db, id).AsTracking());
        visit.Ask(db.Set<InquiryMention>().AsTracking().Where(m => EF.Property<InquiryId>(m, InquiryParts.Key) == id));

        return inquiry;
    }
}

/// <summary>What was said in a conversation, in its order.</summary>
[UseCase]
public sealed class ReadInquiryMessages(UnitOfWork unitOfWork)
{
    public Task<Result<Page<InquiryMessageView>>> ExecuteAsync(InquiryId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<InquiryMessageView>>(this, Permission.ReadOrders, async db =>
        {
            var visit = new Visit(db);
            var known = visit.Ask(db.Inquiries.Where(i => i.Id == id).Select(i => i.LastMessageId));
            var messages = visit.Ask(Said(db, id));
            await visit.GoAsync(ct);

            return known.Rows.Count == 0 ? new NoSuchInquiry() : new Page<InquiryMessageView>(
                [
                    .. messages.Rows.Select(each => new InquiryMessageView(
                        each.Message.Id, each.Message.Voice, each.Message.Channel, each.Message.At, each.Message.From, each.Message.FromName, each.Message.MemberId, each.Author, each.Message.To, each.Message.Text,
                        each.Message.Html, each.Message.Files, each.Message.Problems, each.Message.DocumentId, each.Message.Mentions,
                        each.Message.Id == known.Rows[0] && each is { Status: OutboxStatus.Waiting, Attempts: 0 }, each.Status is { } status ? State(status) : null)),
                ],
                null);
        }, ct);

    private static IQueryable<SaidRow> Said(AdvDbContext db, InquiryId id) =>
        from message in db.Set<InquiryMessage>().AsNoTracking()
        where EF.Property<InquiryId>(message, "InquiryId") == id
        orderby message.Id
        select new SaidRow
        {
            Message = message,
            Author = db.Members.Where(m => m.Id == message.MemberId).Select(m => m.Name).FirstOrDefault(),
            Status = db.Outbox.Where(o => o.Id == message.OutboxId).Select(o => (OutboxStatus?)o.Status).FirstOrDefault(),
            Attempts = db.Outbox.Where(o => o.Id == message.OutboxId).Select(o => (int?)o.Attempts).FirstOrDefault(),
        };

    private static string State(OutboxStatus status) => status switch
    {
        OutboxStatus.Sent => "sent",
        OutboxStatus.Failed => "failed",
        OutboxStatus.Cancelled => "cancelled",
        _ => "waiting",
    };

    private sealed class SaidRow
    {
        public InquiryMessage Message { get; init; } = null!;
        public string? Author { get; init; }
        public OutboxStatus? Status { get; init; }
        public int? Attempts { get; init; }
    }
}
