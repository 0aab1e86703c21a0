using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Complaints;

/// <summary>What a complaint could be about while it is being opened: the lines of an order or of a delivery, whoever may have complained, and what was like it before.</summary>
[UseCase]
public sealed class ReadDisputable(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int MostAlike = 8;

    public Task<Result<Disputable>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Disputable>(this, Permission.ReadOrders, async db =>
        {
            var told = query.InquiryId is { } asked ? await ToldAsync(db, asked, ct) : null;

            if (query.InquiryId is not null && told?.ClientId is null)
            {
                return told is null ? new NoSuchInquiry() : new InquiryWithoutClient();
            }

            var whose = told?.ClientId;
            var named = query.DeliveryId ?? told?.DeliveryId;
            var delivery = named is { } brought ? await db.Deliveries.AsNoTracking().Include(d => d.Lines).AsSingleQuery().SingleOrDefaultAsync(d => d.Id == brought && (whose == null || d.ClientId == whose), ct) : null;

            if (query.DeliveryId is not null && delivery is null)
            {
                return new NoSuchDelivery();
            }

            var ids = delivery?.Lines.Select(l => l.OrderId).Distinct().ToList() ?? (query.OrderId is { } order ? [order] : told?.Orders ?? []);
            var orders = await db.Orders.AsNoTracking().Where(o => (ids.Contains(o.Id) || (query.OrderNumber != null && o.Number == query.OrderNumber)) && (whose == null || o.ClientId == whose)).Include(o => o.Lines).AsSingleQuery().ToListAsync(ct);
            var client = whose ?? delivery?.ClientId ?? orders.FirstOrDefault()?.ClientId ?? query.ClientId;

            if (client is not { } known || (orders.Count == 0 && (query.ClientId ?? whose) is null))
            {
                return new NoSuchOrder();
            }

            return await DescribeAsync(db, known, orders, delivery, told, ct);
        }, ct);

    private async Task<Result<Disputable>> DescribeAsync(AdvDbContext db, ClientId client, List<Order> orders, Delivery? delivery, Told? told, CancellationToken ct)
    {
        var ids = orders.ConvertAll(o => o.Id);
        var products = orders.SelectMany(o => o.Lines).Where(l => delivery is null || delivery.Lines.Any(d => d.LineId == l.Id)).Select(l => l.ProductId).OfType<ProductId>().Select(p => (ProductId?)p).Distinct().ToList();
        var since = clock.Now.AddMonths(-12);
        var visit = new Visit(db);
        var clients = visit.Ask(db.Clients.Where(c => c.Id == client).Select(c => new { c.Id, c.Name }));
        var sites = visit.Ask(db.Sites.Where(s => s.ClientId == client).OrderBy(s => s.Name).Select(s => new Place(s.Id, s.Name)));
        var contacts = visit.Ask(db.Contacts.Where(c => c.ClientId == client && c.ErasedAt == null).OrderBy(c => c.Name).Select(c => new Caller(c.Id, c.Name)));
        var disputes = DisputedGoods.Ask(db, visit, ids, but: null);

        // The same client's first, then the same goods elsewhere.
        var alike = visit.Ask((
            from complaint in db.Complaints
            where complaint.OpenedAt >= since && (complaint.ClientId == client || complaint.Lines.Any(l => l.ProductId != null && products.Contains(l.ProductId)))
            join whose in db.Clients.IgnoreQueryFilters([Filters.Archived]) on complaint.ClientId equals whose.Id
            let isSameProduct = complaint.Lines.Any(l => l.ProductId != null && products.Contains(l.ProductId))
            orderby complaint.ClientId == client && isSameProduct descending, isSameProduct descending, complaint.OpenedAt descending
            select new Alike(complaint.Id, complaint.Number, whose.Name, complaint.Subject, complaint.OpenedAt, complaint.Status, complaint.Cause, complaint.ClientId == client, isSameProduct)).Take(MostAlike));
        await visit.GoAsync(ct);
        var goods = disputes();

        return clients.Only is not { } known ? new NoSuchClient() : new Disputable(
            known.Id, known.Name, delivery?.SiteId ?? orders.FirstOrDefault()?.SiteId, sites.Rows, contacts.Rows, delivery?.Number, delivery?.Proof?.ReceivedBy,
            [
                .. from order in orders
                   from line in order.Lines.OrderBy(l => l.Position)
                   let brought = delivery?.Lines.FirstOrDefault(d => d.OrderId == order.Id && d.LineId == line.Id)
                   where delivery is null || brought is not null
                   let disputed = new Disputed(order, line, 0, delivery, brought, CameBack: goods.CameBack(line.Id))
                   select new Line(
                       order.Id, order.Number, line.LineNo, delivery?.Id, line.ProductCode, line.BuyerCode, line.Description, line.Unit,
                       disputed.Most(goods.Elsewhere), line.NetPrice, line.PriceBaseQuantity, order.Currency, brought?.RefusedQuantity ?? 0, brought?.RefusedBecause, brought?.RefusedNote),
            ],
            alike.Rows, told is null || contacts.Rows.Any(c => c.Id == told.ContactId) ? told : told with { ContactId = null });
    }

    // Which delivery is meant is only known where one alone is named.
    private static async Task<Told?> ToldAsync(AdvDbContext db, InquiryId id, CancellationToken ct)
    {
        var visit = new Visit(db);
        var found = visit.Ask(db.Inquiries.Where(i => i.Id == id).Select(i => new { i.ClientId, i.ContactId, i.PersonName, i.Subject }));
        var words = visit.Ask(InquiryParts.LastWordsOf(db, id).Select(m => new { m.Text, m.Channel }));
        var links = visit.Ask(InquiryParts.LinksOf(db, id).AsNoTracking());
        await visit.GoAsync(ct);
        var deliveries = links.Rows.Select(l => l.DeliveryId).OfType<DeliveryId>().ToList();

        return found.Only is not { } inquiry ? null : new(
            id, inquiry.ClientId, inquiry.ContactId, inquiry.PersonName, WholeText.Cut(inquiry.Subject, Complaint.SubjectMaxLength), WholeText.Cut(words.Only?.Text ?? "", Complaint.DescriptionMaxLength),
            words.Only?.Channel is InquiryChannel.Phone ? ComplaintChannel.Phone : ComplaintChannel.Email, deliveries is [var one] ? one : null, [.. links.Rows.Select(l => l.OrderId).OfType<OrderId>()]);
    }

    /// <param name="OrderNumber">Ours, where nobody knows its id.</param>
    /// <param name="InquiryId">The conversation in which it was said.</param>
    public sealed record Query(OrderId? OrderId = null, DeliveryId? DeliveryId = null, ClientId? ClientId = null, string? OrderNumber = null, InquiryId? InquiryId = null);

    /// <param name="RefusedBy">Who refused the delivery at the door, or took it.</param>
    public sealed record Disputable(
        ClientId ClientId, string ClientName, SiteId? SiteId, IReadOnlyList<Place> Sites, IReadOnlyList<Caller> Contacts, string? DeliveryNumber, string? RefusedBy, IReadOnlyList<Line> Lines, IReadOnlyList<Alike> Similar,
        Told? Told = null);

    /// <summary>What a conversation says of the complaint that is opened from it: nobody types it again.</summary>
    /// <param name="Words">The client's last ones.</param>
    /// <param name="DeliveryId">The one that is named in it; null where there is none, or several.</param>
    public sealed record Told(
        InquiryId InquiryId, ClientId? ClientId, ContactId? ContactId, string? PersonName, string Subject, string Words, ComplaintChannel Channel, DeliveryId? DeliveryId, IReadOnlyList<OrderId> Orders);

    public sealed record Place(SiteId Id, string Name);

    public sealed record Caller(ContactId Id, string Name);

    /// <param name="Left">The most that can be disputed.</param>
    public sealed record Line(
        OrderId OrderId, string OrderNumber, string LineNo, DeliveryId? DeliveryId, string? ProductCode, string? BuyerCode, string Description, string Unit, decimal Left,
        decimal? NetPrice, decimal PriceBaseQuantity, string Currency, decimal RefusedQuantity, RefusedBecause? RefusedBecause, string? RefusedNote);

    public sealed record Alike(
        ComplaintId Id, string Number, string ClientName, string Subject, DateTimeOffset OpenedAt, ComplaintStatus Status, ComplaintCause? Cause, bool IsSameClient, bool IsSameProduct);
}

/// <summary>How many complaints stand under each heading of the list, and, for whoever decides what they cost, which causes come back.</summary>
[UseCase]
public sealed class CountComplaints(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    private const int MostCauses = 5;

    public Task<Result<Counts>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var since = clock.Now.AddMonths(-12);
            var visit = new Visit(db);
            var shown = Enum.GetValues<ComplaintsShown>().Where(each => each is not ComplaintsShown.All)
                .Select(each => (Shown: each, Count: visit.Ask(ListComplaints.In(db, db.Complaints, each, clock.Today).GroupBy(_ => 1).Select(all => all.Count())))).ToList();
            var causes = !member.May(Permission.ApproveCredits) ? null : visit.Ask(db.Complaints
                .Where(c => c.Cause != null && c.OpenedAt >= since && c.Status != ComplaintStatus.Refused && c.Status != ComplaintStatus.Withdrawn)
                .GroupBy(c => c.Cause!.Value)
                .Select(all => new { Cause = all.Key, Count = all.Count(), Clients = all.Select(c => c.ClientId).Distinct().Count(), Open = all.Count(c => c.DueOn != null), Reopened = all.Count(c => c.Status == ComplaintStatus.Reopened), Last = all.Max(c => c.OpenedAt) })
                .OrderByDescending(c => c.Count).Take(MostCauses));
            await visit.GoAsync(ct);

            return new Counts(
                shown.ToDictionary(each => each.Shown, each => each.Count.Only),
                [.. (causes?.Rows ?? []).Select(c => new Recurring(c.Cause, c.Count, c.Clients, c.Open, clock.DayOf(c.Last)))]);
        }, ct);

    /// <param name="Causes">Of the last twelve months, the most frequent first; none for whoever may not approve credits.</param>
    public sealed record Counts(IReadOnlyDictionary<ComplaintsShown, int> Shown, IReadOnlyList<Recurring> Causes);

    public sealed record Recurring(ComplaintCause Cause, int Complaints, int Clients, int Open, DateOnly LastOn);
}

/// <summary>What a client disputes at this moment: what nobody should be reminded to pay.</summary>
[UseCase]
public sealed class ReadDisputedAmounts(UnitOfWork unitOfWork)
{
    public Task<Result<Disputes>> ExecuteAsync(ClientId client, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Disputes>(this, Permission.ReadClients, async db =>
        {
            var visit = new Visit(db);
            var known = visit.Ask(db.Clients.Where(c => c.Id == client).Select(c => c.Id));
            var open = visit.Ask(db.Complaints.Where(c => c.ClientId == client && c.DueOn != null).OrderBy(c => c.DueOn).ThenBy(c => c.Id)
                .Select(c => new Dispute(c.Id, c.Number, c.Subject, c.InvoiceNumber, c.Status, c.Step, c.DueOn, c.DisputedAmount, c.Currency)));
            await visit.GoAsync(ct);

            return known.Rows.Count == 0 ? new NoSuchClient() : new Disputes(
                [.. open.Rows.Where(c => c.Currency is not null && c.DisputedAmount > 0).GroupBy(c => c.Currency!, StringComparer.Ordinal).Select(of => new Money(of.Sum(c => c.DisputedAmount), of.Key))], open.Rows);
        }, ct);

    /// <param name="Amounts">One for each currency.</param>
    public sealed record Disputes(IReadOnlyList<Money> Amounts, IReadOnlyList<Dispute> Complaints);

    public sealed record Dispute(ComplaintId Id, string Number, string Subject, string? InvoiceNumber, ComplaintStatus Status, Discipline? Step, DateOnly? DueOn, decimal DisputedAmount, string? Currency);
}
