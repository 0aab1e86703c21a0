using System.Globalization;

namespace AdvPortal.Domain.Requirements;

/// <summary>What one client insists on, in its own words and as a rule: one thing with one number, revised over the years.</summary>
public sealed class Requirement : TenantOwned
{
    public const int ProductFamilyMaxLength = 60;

    private readonly List<RequirementRevision> _revisions = [];

    private Requirement() { }

    public RequirementId Id { get; private set; }
    public int Number { get; private set; }
    public ClientId ClientId { get; private set; }

    /// <summary>Null for all of the client's sites.</summary>
    public SiteId? SiteId { get; private set; }

    /// <summary>Null for all products.</summary>
    public string? ProductFamily { get; private set; }

    /// <summary>Draft until something was published; then in force (perhaps from a later day) until it is retired.</summary>
    public RequirementStatus Status { get; private set; }

    /// <summary>The first day on which it does not hold any more.</summary>
    public DateOnly? RetiredFrom { get; private set; }

    /// <summary>What the client says holds instead, until somebody revises it or finds nothing to change; nothing is applied before.</summary>
    [PersonalData]
    public ClientCorrection? Correction { get; private set; }

    public IReadOnlyList<RequirementRevision> Revisions => _revisions;

    /// <summary>What is being prepared while the last revision still holds.</summary>
    public RequirementRevision? Draft => _revisions.Find(revision => !revision.IsPublished);

    /// <summary>The last revision that was published, else the draft.</summary>
    public RequirementRevision Current => _revisions.Where(revision => revision.IsPublished).MaxBy(revision => revision.Revision) ?? _revisions[0];

    /// <summary>EX-012: how people name it.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"EX-{number:000}");

    public static Result<Requirement> Prepare(RequirementId id, int number, ClientId client, SiteId? site, string? productFamily, RequirementContent content)
    {
        if (content.Check() is { } refusal)
        {
            return refusal;
        }

        var requirement = new Requirement { Id = id, Number = number, ClientId = client, SiteId = site, ProductFamily = string.IsNullOrWhiteSpace(productFamily) ? null : productFamily.Trim() };
        requirement._revisions.Add(new(1, content));

        return requirement;
    }

    /// <summary>Prepares the next revision, or rewrites the one in preparation; nothing changes for orders before <see cref="Publish"/>.</summary>
    public Result Revise(RequirementContent content)
    {
        if (RetiredFrom is { } from)
        {
            return new RequirementRetired(from);
        }

        if (content.Check() is { } refusal)
        {
            return refusal;
        }

        if (Draft is { } draft)
        {
            draft.Write(content);
        }
        else
        {
            _revisions.Add(new(_revisions.Max(revision => revision.Revision) + 1, content));
        }

        Touch();
        return Result.Ok;
    }

    /// <summary>Puts the draft in force from its first day; what held before holds until the day before.</summary>
    public Result Publish()
    {
        if (RetiredFrom is { } from)
        {
            return new RequirementRetired(from);
        }

        if (Draft is not { } draft)
        {
            return new NothingToPublish();
        }

        _revisions.Find(revision => revision.Status is RequirementStatus.InForce)?.Become(RequirementStatus.Replaced);
        draft.Become(RequirementStatus.InForce);
        (Status, Correction) = (RequirementStatus.InForce, null);

        Touch();
        return Result.Ok;
    }

    /// <summary>Gives up what is in preparation; what was published stays as it is.</summary>
    public Result Discard()
    {
        if (Draft is not { } draft)
        {
            return new NothingToPublish();
        }

        if (Status is RequirementStatus.Draft)
        {
            return new RequirementNotInForce();
        }

        _revisions.Remove(draft);

        Touch();
        return Result.Ok;
    }

    /// <param name="from">The first day on which it does not hold any more.</param>
    public Result Retire(DateOnly from)
    {
        if (RetiredFrom is { } already)
        {
            return new RequirementRetired(already);
        }

        if (Status is not RequirementStatus.InForce)
        {
            return new RequirementNotInForce();
        }

        if (Draft is { } draft)
        {
            _revisions.Remove(draft);
        }

        Current.Become(RequirementStatus.Retired);
        (Status, RetiredFrom, Correction) = (RequirementStatus.Retired, from, null);

        Touch();
        return Result.Ok;
    }

    /// <summary>The client says that a wording still holds; it is asked for again after as long as the last time.</summary>
    public void Confirm(int revision, ContactId by, DateOnly on)
    {
        _revisions.Find(each => each.Revision == revision && each.IsPublished)?.Confirm(by, on);
        Correction = Correction?.Revision <= revision ? null : Correction;
        Touch();
    }

    /// <summary>The client says that something else holds. The rule stays as it is until a person has read what.</summary>
    public void Correct(ClientCorrection correction)
    {
        if (RetiredFrom is null)
        {
            Correction = correction;
            Touch();
        }
    }

    /// <summary>Somebody has read the correction, and the rule says it already.</summary>
    public Result Keep()
    {
        if (Correction is null)
        {
            return new NothingCorrected();
        }

        Correction = null;

        Touch();
        return Result.Ok;
    }

    /// <summary>What held on a day; null when nothing did.</summary>
    public RequirementRevision? InForceOn(DateOnly day) =>
        _revisions.Find(revision => PeriodOf(revision) is { } period && period.Contains(day));

    /// <summary>The days on which a revision holds: until its own end, the revision after it or the retirement, whichever comes first; null for never.</summary>
    public DateRange? PeriodOf(RequirementRevision revision)
    {
        if (!revision.IsPublished)
        {
            return null;
        }

        var after = _revisions.Where(later => later.IsPublished && later.Revision > revision.Revision).Select(later => (DateOnly?)later.ValidFrom).Min();
        DateOnly?[] ends = [revision.ValidUntil, after?.AddDays(-1), RetiredFrom?.AddDays(-1)];
        var until = ends.Min();

        return until < revision.ValidFrom ? null : new DateRange(revision.ValidFrom, until);
    }
}
