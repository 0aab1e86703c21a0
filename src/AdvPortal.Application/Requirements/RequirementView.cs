using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>A requirement with the revision that counts, and the one in preparation.</summary>
public sealed record RequirementView(
    RequirementId Id, string Number, int Revision, int Version, RequirementStatus Status, ClientId ClientId, SiteId? SiteId, string? ProductFamily,
    string Sentence, RequirementSource Source, Severity Severity, Moments Moments, DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? ReviewOn, Rule Rule,
    IReadOnlyList<RequirementView.RevisionRow> Revisions)
{
    /// <summary>What is prepared while the last revision still holds, or before the first one does; null when nothing is.</summary>
    public RequirementContent? Draft { get; init; }

    /// <summary>The last day on which the client said that it still holds.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>What the client says holds instead, and nobody has taken up yet.</summary>
    public ClientCorrection? Correction { get; init; }

    /// <summary>Null before anything was in force, and in the answer to a change.</summary>
    public RequirementUsage? Usage { get; init; }

    public static RequirementView Of(Requirement requirement) =>
        Of(requirement, requirement.Current, requirement.Status) with { Draft = requirement.Draft?.Content, Correction = requirement.Correction };

    /// <summary>What held on a day, and what became of that revision since; null when nothing held.</summary>
    internal static RequirementView? On(DateOnly day, Requirement requirement) => requirement.InForceOn(day) is { } then ? Of(requirement, then, then.Status) : null;

    private static RequirementView Of(Requirement requirement, RequirementRevision now, RequirementStatus status) =>
        new(
            requirement.Id, Requirement.Name(requirement.Number), now.Revision, requirement.Version, status, requirement.ClientId, requirement.SiteId, requirement.ProductFamily,
            now.Sentence, now.Source, now.Severity, now.Moments, now.ValidFrom, now.ValidUntil, now.ReviewOn, now.Rule,
            [.. requirement.Revisions.OrderByDescending(r => r.Revision).Select(r => new RevisionRow(r.Revision, r.Status, r.Sentence, r.ValidFrom, requirement.PeriodOf(r)?.Until, r.Source, r.Severity, r.Rule) { ConfirmedOn = r.ConfirmedOn, ConfirmedBy = r.ConfirmedBy })])
        {
            ConfirmedOn = now.ConfirmedOn,
        };

    internal static RequirementView Of(Requirement requirement, IReadOnlyDictionary<RequirementId, RequirementUsage> usage) =>
        Of(requirement) with { Usage = usage.GetValueOrDefault(requirement.Id) };

    public sealed record RevisionRow(int Revision, RequirementStatus Status, string Sentence, DateOnly ValidFrom, DateOnly? Until, RequirementSource Source, Severity Severity, Rule Rule)
    {
        public DateOnly? ConfirmedOn { get; init; }
        public ContactId? ConfirmedBy { get; init; }
    }
}

/// <summary>What a person fills in about a requirement.</summary>
public class RequirementForm
{
    public SiteId? SiteId { get; set; }
    public string? ProductFamily { get; set; }
    public string? Sentence { get; set; }
    public RequirementSource? Source { get; set; }
    public Severity Severity { get; set; }
    public Moments? Moments { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidUntil { get; set; }
    public DateOnly? ReviewOn { get; set; }
    public Rule? Rule { get; set; }

    /// <summary>Kept in preparation instead of put in force.</summary>
    public bool Draft { get; set; }

    internal RequirementContent ToContent(DateOnly today) => new(
        Sentence!, Source!, Severity, Moments ?? Domain.Requirements.Moments.Review, ValidFrom ?? today, ValidUntil, ReviewOn, Rule!);
}
