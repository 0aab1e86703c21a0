using System.Text.Json.Serialization;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Inquiries;

/// <summary>The parts of the inbox.</summary>
[JsonConverter(typeof(CamelCaseEnum<InquirySection>))]
public enum InquirySection
{
    /// <summary>To be answered by me: assigned to me, or following clients for whom I answer now; and what is nobody's yet.</summary>
    Mine,

    /// <summary>To be answered, of the clients I own, whoever answers for them.</summary>
    Portfolio,

    /// <summary>To be answered, of clients of absent colleagues for whom I stand in.</summary>
    Cover,

    /// <summary>Where I was called.</summary>
    Mentioned,

    /// <summary>We wait for the client, or put it off.</summary>
    Waiting,
    All,
}

/// <summary>The inbox, a page at a time: what is to be answered by its hour, the rest with the last word first.</summary>
[UseCase]
public sealed class ListInquiries(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    /// <summary>Of a search: whoever does not find it among these says more.</summary>
    public const int MostFound = 500;

    public Task<Result<Page<InquiryView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var rows = Filter(db, InquirySections.Of(db, query.Section, member.Id, clock), query);
            var byHour = query.Section is InquirySection.Mine or InquirySection.Portfolio or InquirySection.Cover;
            var page = await (byHour ? ByHour(rows, query) : LastFirst(rows, query)).Take(query.Size + 1).AsNoTracking().ToListAsync(ct);
            var views = await InquiryReading.ViewsAsync(db, clock, page, ct);

            return views.Cut(query.Size, i => Cursor.Write(byHour ? i.DueAt!.Value : i.LastMessageAt, i.Id.Value));
        }, ct);

    private static IQueryable<Inquiry> ByHour(IQueryable<Inquiry> rows, Query query)
    {
        if (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id))
        {
            rows = rows.Where(i => EF.Functions.GreaterThan(ValueTuple.Create(i.DueAt!.Value, i.Id), ValueTuple.Create(at, new InquiryId(id))));
        }

        return rows.OrderBy(i => i.DueAt).ThenBy(i => i.Id);
    }

    private static IQueryable<Inquiry> LastFirst(IQueryable<Inquiry> rows, Query query)
    {
        if (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id))
        {
            rows = rows.Where(i => EF.Functions.LessThan(ValueTuple.Create(i.LastMessageAt, i.Id), ValueTuple.Create(at, new InquiryId(id))));
        }

        return rows.OrderByDescending(i => i.LastMessageAt).ThenByDescending(i => i.Id);
    }

    private static IQueryable<Inquiry> Filter(AdvDbContext db, IQueryable<Inquiry> rows, Query query)
    {
        rows = query.Status is { } status ? rows.Where(i => i.Status == status) : rows;
        rows = query.IsNotClosed ? rows.Where(i => i.Status != InquiryStatus.Closed) : rows;
        rows = query.ClientId is { } client ? rows.Where(i => i.ClientId == client) : rows;
        rows = query.OrderId is { } order ? rows.Where(i => i.Links.Any(l => l.OrderId == order)) : rows;

        if (query.Search is not { Length: > 0 } text)
        {
            return rows;
        }

        // Of one client, or one order, all of them: those are few.
        var found = db.FindInquiries(text, query.ClientId is null && query.OrderId is null ? MostFound : null, query.ClientId);

        return rows.Where(i => found.Contains(i.Id));
    }

    /// <param name="Search">In the subject, in who wrote, in how the last message begins; the last <see cref="MostFound"/> that fit, where neither a client nor an order is named.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(
        InquirySection Section = InquirySection.All, InquiryStatus? Status = null, ClientId? ClientId = null, OrderId? OrderId = null, string? Search = null, string? After = null, int Size = 25,
        bool IsNotClosed = false);
}

/// <summary>How many wait in each part of the inbox; past a hundred, a hundred.</summary>
[UseCase]
public sealed class CountInquiries(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    public const int Most = 100;

    private static readonly InquirySection[] _counted = [InquirySection.Mine, InquirySection.Portfolio, InquirySection.Cover, InquirySection.Mentioned, InquirySection.Waiting];

    public Task<Result<IReadOnlyDictionary<InquirySection, int>>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async Task<IReadOnlyDictionary<InquirySection, int>> (AdvDbContext db) =>
        {
            var visit = new Visit(db);
            var found = _counted.ToDictionary(section => section, section => visit.Ask(InquirySections.Of(db, section, member.Id, clock).OrderBy(i => i.DueAt).ThenBy(i => i.Id).Select(i => i.Id).Take(Most)));
            await visit.GoAsync(ct);

            return found.ToDictionary(each => each.Key, each => each.Value.Rows.Count);
        }, ct);
}

/// <summary>Which conversations are in which part of the inbox, and whose.</summary>
internal static class InquirySections
{
    /// <param name="db">The database.</param>
    /// <param name="section">Which part.</param>
    /// <param name="me">Null for a program, which is nobody and sees everybody's.</param>
    /// <param name="clock">Now.</param>
    public static IQueryable<Inquiry> Of(AdvDbContext db, InquirySection section, MemberId? me, TenantClock clock)
    {
        var (now, half) = (clock.Now, HalfDay.Of(clock.Local(clock.Now)));
        var day = HalfDay.DayOf(half);
        var open = db.Inquiries.Where(i => i.Status == InquiryStatus.Open && (i.SnoozedUntil == null || i.SnoozedUntil <= now));
        var waiting = db.Inquiries.Where(i => i.Status == InquiryStatus.Waiting || (i.SnoozedUntil != null && i.SnoozedUntil > now));

        if (me is not { } member)
        {
            return section switch { InquirySection.All => db.Inquiries.Where(i => i.MergedIntoId == null), InquirySection.Waiting => waiting, _ => open };
        }

        var answered = db.AnsweredBy(member, half);

        return section switch
        {
            InquirySection.Mine => open.Where(i => i.AssigneeId == member || (i.AssigneeId == null && (i.ClientId == null || answered.Any(r => r.ClientId == i.ClientId)
                || !db.Ownerships.Any(o => o.ClientId == i.ClientId && o.From <= day && (o.Until == null || o.Until >= day))))),
            InquirySection.Portfolio => open.Where(i => db.Ownerships.Any(o => o.ClientId == i.ClientId && o.OwnerId == member && o.From <= day && (o.Until == null || o.Until >= day))),
            InquirySection.Cover => open.Where(i => db.Covers.Any(c => c.ClientId == i.ClientId && c.StandInId == member && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half)),
            InquirySection.Mentioned => db.Inquiries.Where(i => i.Mentions.Any(m => m.MemberId == member && m.SeenAt == null)),
            InquirySection.Waiting => waiting.Where(i => i.AssigneeId == member || (i.AssigneeId == null && answered.Any(r => r.ClientId == i.ClientId))),
            _ => db.Inquiries.Where(i => i.MergedIntoId == null),
        };
    }
}
