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

    /// <summary>The clock of a handoff that the desk has taken waits for an order; of one that it has not, for the desk.</summary>
    public static string WordsOf(HandoffClock clock, HandoffStatus status) =>
        !clock.IsRunning ? "Handoff.Clock.Ordered" : status is HandoffStatus.Accepted ? "Handoff.Clock.Running" : "Handoff.Clock.Open";
}
