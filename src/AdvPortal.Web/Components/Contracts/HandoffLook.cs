using AdvPortal.Domain.Contracts;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Contracts;

internal static class HandoffLook
{
    public static Tone Of(HandoffStatus status) => status switch
    {
        HandoffStatus.Submitted => Tone.Accent,
        HandoffStatus.Questions => Tone.Warn,
        HandoffStatus.Returned => Tone.Bad,
        HandoffStatus.Accepted => Tone.Ok,
        _ => Tone.Neutral,
    };
}
