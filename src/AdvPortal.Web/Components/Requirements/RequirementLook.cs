using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using MudBlazor;
using Severity = AdvPortal.Domain.Requirements.Severity;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>How grave a requirement looks, and where it comes from.</summary>
internal static class RequirementLook
{
    public static Tone Of(Severity severity) => severity switch
    {
        Severity.Block => Tone.Bad,
        Severity.AutoFix => Tone.Accent,
        Severity.Task => Tone.Warn,
        _ => Tone.Neutral,
    };

    public static string IconOf(SourceKind kind) => kind switch
    {
        SourceKind.Call => Icons.Material.Outlined.Phone,
        SourceKind.Contract or SourceKind.Handoff => Icons.Material.Outlined.Handshake,
        SourceKind.Complaint => Icons.Material.Outlined.ReportProblem,
        SourceKind.Meeting => Icons.Material.Outlined.Groups,
        SourceKind.Note => Icons.Material.Outlined.StickyNote2,
        _ => Icons.Material.Outlined.Mail,
    };
}
