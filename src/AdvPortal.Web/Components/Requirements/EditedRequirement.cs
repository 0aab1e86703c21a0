using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using Severity = AdvPortal.Domain.Requirements.Severity;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>What stands in the fields of the editor while a person writes a requirement or its next version.</summary>
internal sealed class EditedRequirement
{
    /// <summary>Whose a new one is.</summary>
    public ClientId? Client { get; set; }

    public string? Sentence { get; set; }
    public SourceKind How { get; set; }
    public string? Who { get; set; }
    public DateOnly? On { get; set; }
    public string? Note { get; set; }
    public Rule Rule { get; set; } = new DeliveryDays();
    public string? Site { get; set; }
    public string? Family { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public DateOnly? ReviewOn { get; set; }
    public Severity Severity { get; set; } = Severity.Block;
    public Moments Moments { get; set; } = Moments.Review;

    /// <summary>A new one, with what is known of it already.</summary>
    public static EditedRequirement New(ClientId? client, DateOnly today, string? sentence, string? who, SourceKind how, string? note = null) =>
        new() { Client = client, From = today, Sentence = sentence, Who = who, How = how, Note = note };

    /// <summary>The version in preparation, or a next one that begins like the one in force: today at the earliest, so that the past stays what it was.</summary>
    public static EditedRequirement Of(RequirementView requirement, DateOnly today)
    {
        var now = requirement.Draft ?? new(
            requirement.Sentence, requirement.Source, requirement.Severity, requirement.Moments, requirement.ValidFrom, requirement.ValidUntil, requirement.ReviewOn, requirement.Rule);

        var edited = new EditedRequirement { Client = requirement.ClientId };
        edited.Take(requirement.Draft is null && now.ValidFrom < today ? now with { ValidFrom = today } : now);

        return edited;
    }

    /// <summary>The next version as the client's correction begins it: their new sentence, and that they wrote it to us; the rule is for a person to change.</summary>
    public static EditedRequirement Correcting(RequirementView requirement, ClientCorrection correction, DateOnly on, DateOnly today)
    {
        var next = Of(requirement, today);
        (next.Sentence, next.How, next.Who, next.On, next.Note) = (correction.Says, SourceKind.Email, correction.Who, on, null);

        return next;
    }

    /// <summary>Fills the fields with what somebody else wrote, or several together.</summary>
    public void Take(RequirementContent content)
    {
        (Sentence, Severity, Moments, Rule) = (content.Sentence, content.Severity, content.Moments, content.Rule);
        (How, Who, On, Note) = (content.Source.Kind, content.Source.Who, content.Source.On, content.Source.Note);
        (From, Until, ReviewOn) = (content.ValidFrom, content.ValidUntil, content.ReviewOn);
    }

    public RequirementContent ToContent(DateOnly today) =>
        new(Sentence?.Trim() ?? "", new(How, Who?.Trim() ?? "", On, Note), Severity, Moments, From ?? today, Until, ReviewOn, Rule);

    public RequirementForm ToForm(bool draft) => Fill(new RequirementForm { Draft = draft });

    public RehearsalForm ToRehearsal(ClientId client, RequirementId? requirement) => Fill(new RehearsalForm { ClientId = client, RequirementId = requirement });

    private TForm Fill<TForm>(TForm form) where TForm : RequirementForm
    {
        form.SiteId = Guid.TryParse(Site, out var site) ? new(site) : null;
        form.ProductFamily = Family;
        form.Sentence = Sentence;
        form.Source = new(How, Who?.Trim() ?? "", On, Note);
        form.Severity = Severity;
        form.Moments = Moments;
        (form.ValidFrom, form.ValidUntil, form.ReviewOn) = (From, Until, ReviewOn);
        form.Rule = Rule;

        return form;
    }
}
