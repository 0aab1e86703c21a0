using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Inquiries;

/// <summary>A conversation as pages and the API read it; what was said in it is asked for apart.</summary>
/// <param name="OwnerId">Of the client; null for nobody, or while the client is not known.</param>
/// <param name="ActingOwnerId">Null while the owner answers.</param>
/// <param name="AssigneeId">Whoever took it; null while it follows the client.</param>
/// <param name="DueAt">When an answer is due; null while none is.</param>
/// <param name="LeftMinutes">Working minutes that are left, less than none when it is late; null while nothing is due.</param>
/// <param name="IsThreatened">It is due soon.</param>
/// <param name="Orders">Those recognised in the text, or linked by one of us.</param>
public sealed record InquiryView(
    InquiryId Id, int Version, InquiryStatus Status, ClientId? ClientId, string? ClientName, MemberId? OwnerId, string? OwnerName, MemberId? ActingOwnerId, string? ActingOwnerName, MemberId? AssigneeId, string? AssigneeName,
    string Subject, InquiryKind Kind, InquiryPriority Priority, string? From, string? FromName, DateTimeOffset OpenedAt, DateTimeOffset LastMessageAt, InquiryMessageId? LastMessageId, string Preview, int MessageCount,
    DateTimeOffset? DueAt, int? LeftMinutes, bool IsThreatened, DateTimeOffset? SnoozedUntil, InquiryId? MergedIntoId,
    IReadOnlyList<InquiryView.OrderLink> Orders, IReadOnlyList<InquiryView.DeliveryLink> Deliveries, IReadOnlyList<InquiryAct> Acts)
{
    public sealed record OrderLink(OrderId OrderId, string Number, string? CustomerReference);

    public sealed record DeliveryLink(DeliveryId DeliveryId, string Number);
}

/// <summary>One message of a conversation as it is read.</summary>
/// <param name="Author">Who of us wrote it.</param>
/// <param name="CanBeTakenBack">It has not left yet.</param>
/// <param name="State">Of an answer in the outbox: <c>waiting</c>, <c>sent</c>, <c>failed</c>; null for what is no mail of ours.</param>
public sealed record InquiryMessageView(
    InquiryMessageId Id, InquiryVoice Voice, InquiryChannel Channel, DateTimeOffset At, string? From, string? FromName, MemberId? MemberId, string? Author, string? To, string Text, string? Html,
    IReadOnlyList<string> Files, IReadOnlyList<string> Problems, OrderDocumentId? DocumentId, IReadOnlyList<MemberId> Mentions, bool CanBeTakenBack, string? State);

/// <summary>What conversations are shown with, for any number of them in one visit.</summary>
internal static class InquiryReading
{
    public static async Task<List<InquiryView>> ViewsAsync(AdvDbContext db, TenantClock clock, IReadOnlyList<Inquiry> inquiries, CancellationToken ct)
    {
        var visit = new Visit(db);
        var around = Around(db, visit, clock, [.. inquiries.Select(i => i.Id)], [.. inquiries.Select(i => i.ClientId).OfType<ClientId>().Distinct()]);
        await visit.GoAsync(ct);
        var known = around();

        return [.. inquiries.Select(inquiry => View(inquiry, known, clock))];
    }

    /// <summary>Asks among other questions.</summary>
    public static Func<Surroundings> Around(AdvDbContext db, Visit visit, TenantClock clock, IReadOnlyList<InquiryId> ids, IReadOnlyList<ClientId> clients)
    {
        var half = HalfDay.Of(clock.Local(clock.Now));
        var names = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => clients.Contains(c.Id)).Select(c => new { c.Id, c.Name }));
        var responsible = visit.Ask(db.ResponsibilitiesAt(half).Where(r => clients.Contains(r.ClientId)));
        var members = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        var orders = visit.Ask(
            from link in db.Set<InquiryLink>()
            where ids.Contains(EF.Property<InquiryId>(link, InquiryParts.Key))
            join order in db.Orders on link.OrderId equals order.Id
            orderby link.Id
            select new { Inquiry = EF.Property<InquiryId>(link, InquiryParts.Key), Link = new InquiryView.OrderLink(order.Id, order.Number, order.CustomerReference) });
        var deliveries = visit.Ask(
            from link in db.Set<InquiryLink>()
            where ids.Contains(EF.Property<InquiryId>(link, InquiryParts.Key))
            join delivery in db.Deliveries on link.DeliveryId equals delivery.Id
            orderby link.Id
            select new { Inquiry = EF.Property<InquiryId>(link, InquiryParts.Key), Link = new InquiryView.DeliveryLink(delivery.Id, delivery.Number) });
        var settings = visit.Ask(db.TenantSettings.Select(s => s.Service));

        return () => new(
            names.Rows.ToDictionary(c => c.Id, c => c.Name), responsible.Rows.DistinctBy(r => r.ClientId).ToDictionary(r => r.ClientId), members.Rows.ToDictionary(m => m.Id, m => m.Name),
            orders.Rows.ToLookup(o => o.Inquiry, o => o.Link), deliveries.Rows.ToLookup(d => d.Inquiry, d => d.Link), new((settings.Rows is [var terms, ..] ? terms : null) ?? ServiceTerms.Usual, clock.Zone));
    }

    public static InquiryView View(Inquiry inquiry, Surroundings around, TenantClock clock)
    {
        var responsible = inquiry.ClientId is { } client ? around.Responsible.GetValueOrDefault(client) : null;
        var (delay, hours) = (inquiry.Delay, around.Service.Hours);
        var isDue = inquiry.DueAt is not null;

        return new(
            inquiry.Id, inquiry.Version, inquiry.Status, inquiry.ClientId, inquiry.ClientId is { } id ? around.Clients.GetValueOrDefault(id) : null,
            responsible?.OwnerId, Name(responsible?.OwnerId), responsible?.ActingOwnerId, Name(responsible?.ActingOwnerId), inquiry.AssigneeId, Name(inquiry.AssigneeId),
            inquiry.Subject, inquiry.Kind, inquiry.Priority, inquiry.Address, inquiry.PersonName, inquiry.OpenedAt, inquiry.LastMessageAt, inquiry.LastMessageId, inquiry.Preview, inquiry.MessageCount,
            inquiry.DueAt, isDue ? (int)Math.Floor(delay.Left(hours, clock.Now).TotalMinutes) : null, isDue && delay.IsThreatened(hours, clock.Now), inquiry.SnoozedUntil, inquiry.MergedIntoId,
            [.. around.Orders[inquiry.Id]], [.. around.Deliveries[inquiry.Id]], inquiry.Acts);

        string? Name(MemberId? member) => member is { } one ? around.Members.GetValueOrDefault(one) : null;
    }

    /// <param name="Service">How fast the company answers.</param>
    internal sealed record Surroundings(
        IReadOnlyDictionary<ClientId, string> Clients, IReadOnlyDictionary<ClientId, Responsibility> Responsible, IReadOnlyDictionary<MemberId, string> Members,
        ILookup<InquiryId, InquiryView.OrderLink> Orders, ILookup<InquiryId, InquiryView.DeliveryLink> Deliveries, ServiceLevel Service);
}
