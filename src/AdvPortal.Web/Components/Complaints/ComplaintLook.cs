using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Complaints;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Complaints;

/// <summary>In which colour a complaint's standing is shown, and the few words beside it.</summary>
internal static class ComplaintLook
{
    public static Tone ToneOf(ComplaintStatus status) => status switch
    {
        ComplaintStatus.Open or ComplaintStatus.Reopened => Tone.Warn,
        ComplaintStatus.Closed => Tone.Ok,
        ComplaintStatus.Refused or ComplaintStatus.Withdrawn => Tone.Outline,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(CreditStatus status) => status switch
    {
        CreditStatus.Approved => Tone.Ok,
        CreditStatus.Rejected => Tone.Outline,
        _ => Tone.Warn,
    };

    /// <summary>From 1.</summary>
    public static int Place(this Discipline discipline) => (int)discipline + 1;

    /// <summary>« D3 Immédiat ».</summary>
    public static string Named(this IStringLocalizer<Texts> text, Discipline discipline) => $"D{discipline.Place()} {text[$"Discipline.Short.{discipline}"].Value}";

    /// <summary>« Logistique · cause : nous ».</summary>
    public static string About(this IStringLocalizer<Texts> text, ComplaintView it) =>
        it.Side is { } side ? $"{text.Word(it.Nature)} · {text["Complaint.CauseSide", text.Word(side)].Value}" : text.Word(it.Nature);

    /// <summary>« Avoir et Remplacement »; « Aucune »; « À décider ».</summary>
    public static string Outcome(this IStringLocalizer<Texts> text, Settlements? settlement) => settlement switch
    {
        null => text["Complaint.ToDecide"],
        Settlements.None => text["Complaint.NoOutcome"],
        { } given => text.Word(given),
    };

    public static string Money(this IStringLocalizer<Texts> text, decimal amount, string? currency) => text.Word(new Money(amount, currency ?? "EUR"));
}
