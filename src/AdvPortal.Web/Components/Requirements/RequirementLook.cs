using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>How grave a requirement looks.</summary>
internal static class RequirementLook
{
    public static Tone Of(Severity severity) => severity switch
    {
        Severity.Block => Tone.Bad,
        Severity.AutoFix => Tone.Accent,
        Severity.Task => Tone.Warn,
        _ => Tone.Neutral,
    };
}
