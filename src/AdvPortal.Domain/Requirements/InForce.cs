using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>One revision of a requirement and the days on which it holds, ready to judge by.</summary>
public sealed record InForce(
    RequirementId RequirementId,
    int Number,
    int Revision,
    SiteId? SiteId,
    string? ProductFamily,
    Severity Severity,
    Moments Moments,
    DateRange Period,
    string Sentence,
    RequirementSource Source,
    Rule Rule)
{
    /// <summary>Product family and site come before product family, site and client: the narrower wins.</summary>
    public int Narrowness { get; } = (ProductFamily is null ? 0 : 2) + (SiteId is null ? 0 : 1);

    /// <summary>Of two equally narrow ones the later prevails. What is only tried is as old as it would be, on whatever days it is tried.</summary>
    public DateOnly Since { get; init; } = Period.From;

    public static IEnumerable<InForce> Of(Requirement requirement) =>
        from revision in requirement.Revisions
        let period = requirement.PeriodOf(revision)
        where period is not null
        select new InForce(
            requirement.Id, requirement.Number, revision.Revision, requirement.SiteId, requirement.ProductFamily,
            revision.Severity, revision.Moments, period, revision.Sentence, revision.Source, revision.Rule);

    public bool Concerns(SiteId? site, Moments moments) => (Moments & moments) != 0 && (SiteId is not { } own || own == site);

    public bool Concerns(DraftLine line) => ProductFamily is null || ProductFamily.Equals(line.ProductFamily, StringComparison.OrdinalIgnoreCase);
}
