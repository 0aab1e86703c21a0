using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Requirements;

/// <summary>What a client's contact sees behind the link they were sent: their company, ours, and what is asked. Any other link leads nowhere, and all such links alike.</summary>
[UseCase]
public sealed class ReadReconfirmation(UnitOfWork unitOfWork, CurrentMember current, TenantClock clock)
{
    public async Task<Result<Question>> ExecuteAsync(TenantInfo tenant, string token, CancellationToken ct = default)
    {
        current.VisitAsGuest(tenant);

        return await unitOfWork.ReadAsAnyoneAsync<Result<Question>>(
            async db => await FindAsync(db, token, ct) is { } asked && asked.StateAt(clock.Now) is ReconfirmationState.Asked ? await DescribeAsync(db, asked, ct) : new ReconfirmationClosed(), ct);
    }

    /// <summary>By the hash: what is compared in the database is not the secret, and tells nothing of it.</summary>
    internal static Task<Reconfirmation?> FindAsync(AdvDbContext db, string token, CancellationToken ct)
    {
        var hash = Reconfirmation.HashOf(token);

        // Whoever asked to be forgotten is asked nothing any more.
        return db.Reconfirmations.SingleOrDefaultAsync(r => r.TokenHash == hash && !db.Contacts.Any(c => c.Id == r.ContactId && c.ErasedAt != null), ct);
    }

    private async Task<Question> DescribeAsync(AdvDbContext db, Reconfirmation asked, CancellationToken ct)
    {
        var ids = asked.Asked.Select(shown => shown.RequirementId).ToList();
        var names = await db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => c.Id == asked.ClientId)
            .Select(c => new { Client = c.Name, Company = db.TenantSettings.Select(s => s.LegalName).First(), Sites = c.Sites.Select(s => new { s.Id, s.Name }).ToList() }).SingleAsync(ct);
        var sites = names.Sites.ToDictionary(s => s.Id, s => s.Name);
        var requirements = await db.Requirements.Include(r => r.Revisions).Where(r => r.ClientId == asked.ClientId && ids.Contains(r.Id)).OrderBy(r => r.Number).ToListAsync(ct);

        return new(names.Company, names.Client, asked.Language, clock.DayOf(asked.ExpiresAt), [.. from requirement in requirements
            let revision = requirement.Revisions.Single(r => r.Revision == asked.Asked.Single(shown => shown.RequirementId == requirement.Id).Revision)
            select new Row(
                requirement.Id, Requirement.Name(requirement.Number), revision.Sentence, requirement.SiteId is { } site ? sites.GetValueOrDefault(site) : null,
                requirement.ProductFamily, revision.ValidFrom, revision.Rule)]);
    }

    /// <param name="Until">The last day on which it can be answered.</param>
    public sealed record Question(string Company, string Client, string Language, DateOnly Until, IReadOnlyList<Row> Rows);

    /// <summary>One requirement as it was worded when it was asked about; of who said it, nothing.</summary>
    public sealed record Row(RequirementId Id, string Number, string Sentence, string? Site, string? ProductFamily, DateOnly ValidFrom, Rule Rule);
}
