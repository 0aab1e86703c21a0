using AdvPortal.Domain.Portfolios;
using Microsoft.Extensions.Localization;
using static MudBlazor.Icons.Material;

namespace AdvPortal.Web.Components.Team;

/// <summary>How a point of a briefing looks, and where it leads.</summary>
internal static class BriefingLook
{
    public static string Icon(BriefingKind kind) => kind switch
    {
        BriefingKind.Late => Outlined.EventBusy,
        BriefingKind.Held => Outlined.PauseCircle,
        BriefingKind.AtRisk => Outlined.WarningAmber,
        BriefingKind.ToReview => Outlined.FactCheck,
        BriefingKind.Document => Outlined.UploadFile,
        BriefingKind.Question => Outlined.Forum,
        BriefingKind.Requirement => Outlined.Rule,
        BriefingKind.Complaint => Outlined.ReportProblem,
        BriefingKind.Inquiry => Outlined.QuestionAnswer,
        BriefingKind.Tender => Outlined.RequestQuote,
        _ => Outlined.LocalShipping,
    };

    /// <summary>« du lun. 7 déc. à midi au mer. 9 déc. ».</summary>
    public static string Days(this IStringLocalizer<Texts> text, CoveredDays days, DateOnly today)
    {
        var (first, last) = (text.Word(days.From, today), text.Word(days.Until, today));

        if (days.From == days.Until)
        {
            return text[days.FromHalf is not null ? "Briefing.Afternoon" : days.UntilHalf is not null ? "Briefing.Morning" : "Briefing.Day", first];
        }

        return text["Briefing.Days", days.FromHalf is null ? first : text["Briefing.Noon", first].Value, days.UntilHalf is null ? last : text["Briefing.Noon", last].Value];
    }

    /// <summary>Null for what has no page of its own.</summary>
    public static string? Href(BriefingPoint point) => point.Kind switch
    {
        BriefingKind.Document => $"orders/documents/{point.SubjectId}",
        BriefingKind.Requirement => $"requirements/{point.SubjectId}",
        BriefingKind.Complaint => $"complaints/{point.SubjectId}",
        BriefingKind.Tender => $"tenders/{point.SubjectId}",
        BriefingKind.Inquiry => $"inquiries/{point.SubjectId}",
        BriefingKind.Question => null,
        _ => $"orders/{point.SubjectId}",
    };
}
