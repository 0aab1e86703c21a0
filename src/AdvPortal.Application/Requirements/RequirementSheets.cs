using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Requirements;

/// <summary>A rule said back in whole sentences, in a language (ISO 639-1). The words of rules are those of the pages.</summary>
public delegate string RuleWording(Rule rule, string language);

/// <summary>What one client requires today, as it is given to them.</summary>
[UseCase]
public sealed class ReadRequirementSheet(UnitOfWork unitOfWork, TenantClock clock, RuleWording wording)
{
    /// <param name="id">The client.</param>
    /// <param name="language">ISO 639-1; the client's own when it is left out.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<RequirementSheet>> ExecuteAsync(ClientId id, string? language = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<RequirementSheet>(this, Permission.ReadRequirements, async db =>
            await db.Clients.Include(c => c.Sites).SingleOrDefaultAsync(c => c.Id == id, ct) is { } client
                ? (await SheetBasis.ReadAsync(db, clock, client, ct)).Describe(language ?? client.Language, wording)
                : new NoSuchClient(), ct);
}

/// <summary>All that a sheet needs to know, read once; and the sheet itself.</summary>
internal sealed record SheetBasis(DateOnly Today, Client Client, string Company, Member? Answering, IReadOnlyList<(Requirement Requirement, RequirementRevision Revision)> InForce)
{
    public static async Task<SheetBasis> ReadAsync(AdvDbContext db, TenantClock clock, Client client, CancellationToken ct)
    {
        var today = clock.Today;
        var company = await db.TenantSettings.Select(s => s.LegalName).SingleAsync(ct);
        var answering = await (
            from responsible in db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)))
            where responsible.ClientId == client.Id
            join member in db.Members on responsible.ActingOwnerId ?? responsible.OwnerId equals member.Id
            select member).SingleOrDefaultAsync(ct);
        var requirements = await db.Requirements.Include(r => r.Revisions).Where(r => r.ClientId == client.Id && r.Status == RequirementStatus.InForce).OrderBy(r => r.Number).ToListAsync(ct);

        return new(today, client, company, answering, [.. requirements.Select(r => (r, r.InForceOn(today))).Where(pair => pair.Item2 is not null).Select(pair => (pair.r, pair.Item2!))]);
    }

    /// <summary>Where there are more than a person reads to the end: those that were not confirmed for the longest time.</summary>
    public SheetBasis First(int most) => InForce.Count <= most
        ? this
        : this with { InForce = [.. InForce.OrderBy(pair => pair.Revision.ConfirmedOn ?? DateOnly.MinValue).Take(most).OrderBy(pair => pair.Requirement.Number)] };

    public RequirementSheet Describe(string language, RuleWording wording) => new()
    {
        Language = language,
        On = Today,
        Company = Company,
        Client = Client.Name,
        ClientCode = Client.Code,
        Answering = Answering is { } member ? (member.Name, member.Email) : null,
        Requirements = [.. InForce.Select(pair => new SheetRequirement(
            Requirement.Name(pair.Requirement.Number), pair.Revision.Sentence, pair.Revision.Source,
            Client.Sites.FirstOrDefault(s => s.Id == pair.Requirement.SiteId)?.Name, pair.Requirement.ProductFamily,
            pair.Revision.ValidFrom, pair.Revision.ValidUntil, wording(pair.Revision.Rule, language)) { ConfirmedOn = pair.Revision.ConfirmedOn })],
    };
}
