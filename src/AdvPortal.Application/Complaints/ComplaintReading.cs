using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Complaints;

/// <summary>What complaints are shown with, and is no part of them.</summary>
internal sealed record ComplaintSurroundings(
    TenantClock Clock, IReadOnlyDictionary<ClientId, string> Clients, IReadOnlyDictionary<SiteId, string> Sites, IReadOnlyDictionary<ContactId, string> Contacts,
    IReadOnlyDictionary<MemberId, string> Members, IReadOnlyDictionary<ClientId, Responsibility> Responsible, IReadOnlyDictionary<OrderId, string> Orders,
    IReadOnlyDictionary<DeliveryId, string> Deliveries, IReadOnlyDictionary<InquiryId, string> Inquiries, IReadOnlyList<ComplaintFile> Files)
{
    public string? NameOf(MemberId? id) => id is { } member ? Members.GetValueOrDefault(member) : null;
}

/// <summary>Complaints with their parts, and what they are shown with, each in one visit.</summary>
internal static class ComplaintReading
{
    private const string ComplaintKey = "ComplaintId";

    /// <summary>One complaint with its parts, and the company's settings; null when there is none.</summary>
    public static async Task<(Complaint Complaint, TenantSettings Settings)?> FindAsync(AdvDbContext db, ComplaintId id, CancellationToken ct)
    {
        var visit = new Visit(db);
        var found = AskWhole(db, visit, [id]);
        var settings = visit.Ask(db.TenantSettings.AsNoTracking());
        await visit.GoAsync(ct);

        return found.Only is { } complaint ? (complaint, settings.Rows[0]) : null;
    }

    public static Answer<Complaint> AskWhole(AdvDbContext db, Visit visit, List<ComplaintId> ids)
    {
        var found = visit.Ask(db.Complaints.AsTracking().Where(c => ids.Contains(c.Id)));
        visit.Ask(db.Set<ComplaintLine>().AsTracking().Where(l => ids.Contains(EF.Property<ComplaintId>(l, ComplaintKey))));
        visit.Ask(db.Set<ComplaintAction>().AsTracking().Where(a => ids.Contains(EF.Property<ComplaintId>(a, ComplaintKey))));
        visit.Ask(db.Set<CreditRequest>().AsTracking().Where(c => ids.Contains(EF.Property<ComplaintId>(c, ComplaintKey))));

        return found;
    }

    public static async Task<List<ComplaintView>> ViewsAsync(AdvDbContext db, TenantClock clock, IReadOnlyList<Complaint> complaints, CancellationToken ct)
    {
        var around = await AroundAsync(db, clock, complaints, ct);

        return [.. complaints.Select(complaint => ComplaintView.Of(complaint, around))];
    }

    public static async Task<ComplaintSurroundings> AroundAsync(AdvDbContext db, TenantClock clock, IReadOnlyList<Complaint> complaints, CancellationToken ct)
    {
        var visit = new Visit(db);
        var around = AskAround(db, visit, clock, complaints);
        await visit.GoAsync(ct);

        return around();
    }

    /// <summary>To be called once the visit is over.</summary>
    public static Func<ComplaintSurroundings> AskAround(AdvDbContext db, Visit visit, TenantClock clock, IReadOnlyList<Complaint> complaints)
    {
        var ids = complaints.Select(c => c.Id).ToList();
        var clients = complaints.Select(c => c.ClientId).Distinct().ToList();
        var sites = complaints.Select(c => c.SiteId).OfType<SiteId>().Distinct().ToList();
        var contacts = complaints.Select(c => c.ContactId).OfType<ContactId>().Distinct().ToList();
        var orders = complaints.SelectMany(c => c.Lines).Select(l => l.OrderId).Distinct().ToList();
        var deliveries = complaints.SelectMany(c => c.Lines).Select(l => l.DeliveryId).OfType<DeliveryId>().Distinct().ToList();
        var inquiries = complaints.Select(c => c.InquiryId).OfType<InquiryId>().Distinct().ToList();
        var names = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => clients.Contains(c.Id)).Select(c => new { c.Id, c.Name }));
        var places = visit.Ask(db.Sites.Where(s => sites.Contains(s.Id)).Select(s => new { s.Id, s.Name }));
        var people = visit.Ask(db.Contacts.Where(c => contacts.Contains(c.Id)).Select(c => new { c.Id, c.Name }));
        var members = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        var responsible = visit.Ask(db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).Where(r => clients.Contains(r.ClientId)));
        var heads = visit.Ask(db.Orders.Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Number }));
        var notes = visit.Ask(db.Deliveries.Where(d => deliveries.Contains(d.Id)).Select(d => new { d.Id, d.Number }));
        var subjects = visit.Ask(db.Inquiries.Where(i => inquiries.Contains(i.Id)).Select(i => new { i.Id, i.Subject }));
        var files = visit.Ask(db.ComplaintFiles.AsNoTracking().Where(f => ids.Contains(f.ComplaintId)).OrderBy(f => f.Id));

        return () => new(
            clock, names.Rows.ToDictionary(c => c.Id, c => c.Name), places.Rows.ToDictionary(s => s.Id, s => s.Name), people.Rows.ToDictionary(c => c.Id, c => c.Name),
            members.Rows.ToDictionary(m => m.Id, m => m.Name), responsible.Rows.ToDictionary(r => r.ClientId), heads.Rows.ToDictionary(o => o.Id, o => o.Number),
            notes.Rows.ToDictionary(d => d.Id, d => d.Number), subjects.Rows.ToDictionary(i => i.Id, i => i.Subject), files.Rows);
    }
}
