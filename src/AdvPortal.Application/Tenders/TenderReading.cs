using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Tenants;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Tenders;

/// <summary>What tenders are shown with, and is no part of them.</summary>
internal sealed record TenderSurroundings(
    TenantClock Clock, IReadOnlyDictionary<ClientId, string> Clients, IReadOnlyDictionary<ContactId, string> Contacts, IReadOnlyDictionary<MemberId, string> Members,
    IReadOnlyDictionary<ClientId, Responsibility> Responsible, IReadOnlyDictionary<InquiryId, string> Inquiries, ILookup<(ClientId, ProductId), ContractPrice> Prices)
{
    public string? NameOf(MemberId? id) => id is { } member ? Members.GetValueOrDefault(member) : null;
}

/// <summary>Tenders with their parts, and what they are shown with, each in one visit.</summary>
internal static class TenderReading
{
    private const string TenderKey = "TenderId";

    /// <summary>One tender with its parts, and the company's settings; null when there is none.</summary>
    public static async Task<(Tender Tender, TenantSettings Settings)?> FindAsync(AdvDbContext db, TenderId id, CancellationToken ct)
    {
        var visit = new Visit(db);
        var found = AskWhole(db, visit, [id]);
        var settings = visit.Ask(db.TenantSettings.AsNoTracking());
        await visit.GoAsync(ct);

        return found.Only is { } tender ? (tender, settings.Rows[0]) : null;
    }

    public static Answer<Tender> AskWhole(AdvDbContext db, Visit visit, List<TenderId> ids)
    {
        var found = visit.Ask(db.Tenders.AsTracking().Where(t => ids.Contains(t.Id)));
        visit.Ask(db.Set<TenderLine>().AsTracking().Where(l => ids.Contains(EF.Property<TenderId>(l, TenderKey))).OrderBy(l => l.Position));
        visit.Ask(db.Set<TenderTask>().AsTracking().Where(t => ids.Contains(EF.Property<TenderId>(t, TenderKey))).OrderBy(t => t.Position));
        visit.Ask(db.Set<TenderQuestion>().AsTracking().Where(q => ids.Contains(EF.Property<TenderId>(q, TenderKey))).OrderBy(q => q.Position));
        visit.Ask(db.Set<TenderVersion>().AsTracking().Where(v => ids.Contains(EF.Property<TenderId>(v, TenderKey))).OrderBy(v => v.Number));

        return found;
    }

    public static async Task<List<TenderView>> ViewsAsync(AdvDbContext db, TenantClock clock, IReadOnlyList<Tender> tenders, CancellationToken ct)
    {
        var visit = new Visit(db);
        var around = AskAround(db, visit, clock, tenders);
        await visit.GoAsync(ct);
        var known = around();

        return [.. tenders.Select(tender => TenderView.Of(tender, known))];
    }

    /// <summary>To be called once the visit is over.</summary>
    public static Func<TenderSurroundings> AskAround(AdvDbContext db, Visit visit, TenantClock clock, IReadOnlyList<Tender> tenders)
    {
        var today = clock.Today;
        var clients = tenders.Select(t => t.ClientId).Distinct().ToList();
        var contacts = tenders.Select(t => t.ContactId).OfType<ContactId>().Distinct().ToList();
        var inquiries = tenders.Select(t => t.InquiryId).OfType<InquiryId>().Distinct().ToList();
        var products = tenders.SelectMany(t => t.Lines).Select(l => l.ProductId).OfType<ProductId>().Distinct().ToList();
        var names = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => clients.Contains(c.Id)).Select(c => new { c.Id, c.Name }));
        var people = visit.Ask(db.Contacts.Where(c => contacts.Contains(c.Id)).Select(c => new { c.Id, c.Name }));
        var members = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        var responsible = visit.Ask(db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).Where(r => clients.Contains(r.ClientId)));
        var subjects = visit.Ask(db.Inquiries.Where(i => inquiries.Contains(i.Id)).Select(i => new { i.Id, i.Subject }));
        var prices = visit.Ask(db.ContractPrices.Where(p => clients.Contains(p.ClientId) && products.Contains(p.ProductId) && (p.ValidUntil == null || p.ValidUntil >= today)));

        return () => new(
            clock, names.Rows.ToDictionary(c => c.Id, c => c.Name), people.Rows.ToDictionary(c => c.Id, c => c.Name), members.Rows.ToDictionary(m => m.Id, m => m.Name),
            responsible.Rows.DistinctBy(r => r.ClientId).ToDictionary(r => r.ClientId), subjects.Rows.ToDictionary(i => i.Id, i => i.Subject), AsTheyWillBe(db, prices.Rows, today).ToLookup(p => (p.ClientId, p.ProductId)));
    }

    // What this very work has agreed, and has yet to be saved, is agreed.
    private static IEnumerable<ContractPrice> AsTheyWillBe(AdvDbContext db, IReadOnlyList<ContractPrice> stored, DateOnly today) =>
        stored.Where(price => db.Entry(price).State is not EntityState.Deleted)
            .Concat(db.ChangeTracker.Entries<ContractPrice>().Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity))
            .Where(price => price.ValidUntil is null || price.ValidUntil >= today)
            .OrderBy(price => price.ValidFrom).ThenBy(price => price.MinimumQuantity ?? 0);
}
