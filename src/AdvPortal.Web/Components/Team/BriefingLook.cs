using AdvPortal.Domain.Portfolios;
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
        _ => Outlined.LocalShipping,
    };

    /// <summary>Null for what has no page of its own.</summary>
    public static string? Href(BriefingPoint point) => point.Kind switch
    {
        BriefingKind.Document => $"orders/documents/{point.SubjectId}",
        BriefingKind.Requirement => $"requirements/{point.SubjectId}",
        BriefingKind.Complaint => $"complaints/{point.SubjectId}",
        BriefingKind.Inquiry => $"inquiries/{point.SubjectId}",
        BriefingKind.Question => null,
        _ => $"orders/{point.SubjectId}",
    };
}
