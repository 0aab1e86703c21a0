namespace AdvPortal.Domain.Requirements;

/// <summary>Everything a person fills in about a requirement: what the client said, who said it, and what follows.</summary>
public sealed record RequirementContent(
    string Sentence, RequirementSource Source, Severity Severity, Moments Moments, DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? ReviewOn, Rule Rule)
{
    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Sentence) => new RequirementSentenceMissing(),
        _ when Moments is Moments.None => new RequirementWithoutMoment(),
        _ when ValidUntil is { } until && until < ValidFrom => new RequirementEndsBeforeItStarts(ValidFrom, until),
        _ when ReviewOn is { } on && on < ValidFrom => new RequirementReviewedBeforeItStarts(ValidFrom, on),
        _ => Rule.Check(),
    };
}

/// <summary>One wording of a requirement, kept for good: what once changed an order stays readable.</summary>
public sealed class RequirementRevision : TenantOwned
{
    public const int SentenceMaxLength = 1000;

    private RequirementRevision() { }

    internal RequirementRevision(int revision, RequirementContent content)
    {
        Revision = revision;
        Write(content);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public int Revision { get; private set; }
    public RequirementStatus Status { get; private set; }
    public string Sentence { get; private set; } = null!;

    /// <summary>Who said it: a person.</summary>
    [PersonalData]
    public RequirementSource Source { get; private set; } = null!;

    public Severity Severity { get; private set; }
    public Moments Moments { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidUntil { get; private set; }
    public DateOnly? ReviewOn { get; private set; }
    public Rule Rule { get; private set; } = null!;

    /// <summary>The last day on which the client said that it still holds; null when nobody was asked since it was written.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    public ContactId? ConfirmedBy { get; private set; }

    public bool IsPublished => Status is not RequirementStatus.Draft;

    public RequirementContent Content => new(Sentence, Source, Severity, Moments, ValidFrom, ValidUntil, ReviewOn, Rule);

    internal void Write(RequirementContent content)
    {
        (Sentence, Source, Severity, Moments) = (content.Sentence.Trim(), content.Source, content.Severity, content.Moments);
        (ValidFrom, ValidUntil, ReviewOn, Rule) = (content.ValidFrom, content.ValidUntil, content.ReviewOn, content.Rule);
    }

    /// <summary>
    /// Moves the review date on by the days that lay between it and when the wording was last known to hold; by a year where no date was set.
    /// A date that came round is not due again at once, and one that was answered early is not lost.
    /// </summary>
    internal void Confirm(ContactId by, DateOnly on)
    {
        var known = ConfirmedOn ?? ValidFrom;
        ReviewOn = ReviewOn is { } due && due > known ? DateOnly.FromDayNumber(Math.Min(on.DayNumber + due.DayNumber - known.DayNumber, DateOnly.MaxValue.DayNumber)) : on.AddYears(1);
        (ConfirmedOn, ConfirmedBy) = (on, by);
    }

    internal void Become(RequirementStatus status) => Status = status;
}
