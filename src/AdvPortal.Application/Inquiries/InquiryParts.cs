using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Inquiries;

/// <summary>The parts of a conversation as they are asked for, which name it by a column that only the database has.</summary>
internal static class InquiryParts
{
    public const string Key = "InquiryId";

    /// <summary>It, and those that go on in it: what came of one of them came of it.</summary>
    public static IQueryable<Inquiry> WholeOf(AdvDbContext db, InquiryId id) => db.Inquiries.Where(i => i.Id == id || i.MergedIntoId == id);

    /// <summary>In the order in which they were named.</summary>
    public static IQueryable<InquiryLink> LinksOf(AdvDbContext db, InquiryId id) => db.Set<InquiryLink>().Where(l => EF.Property<InquiryId>(l, Key) == id).OrderBy(l => l.Id);

    /// <summary>In the order in which they came.</summary>
    public static IQueryable<InquiryMessage> MessagesOf(AdvDbContext db, InquiryId id) => db.Set<InquiryMessage>().Where(m => EF.Property<InquiryId>(m, Key) == id).OrderBy(m => m.Id);

    /// <summary>What the client said last; none where there are no words.</summary>
    public static IQueryable<InquiryMessage> LastWordsOf(AdvDbContext db, InquiryId id) =>
        db.Set<InquiryMessage>().Where(m => EF.Property<InquiryId>(m, Key) == id && m.Voice == InquiryVoice.Client && m.Text != "").OrderByDescending(m => m.Id).Take(1);
}
