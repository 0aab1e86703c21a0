using AdvPortal.Application.Intake;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Intake;

/// <summary>The colour and the name of where a document stands.</summary>
internal static class DocumentLook
{
    /// <summary>The key of its name: of a change no order is made, it needs one; and what somebody was asked waits for them.</summary>
    public static string Status(OrderDocumentView document) => document switch
    {
        { WaitingFor: { } awaited } => $"WaitingFor.{awaited}",
        { Change: not null, Status: "done" } => "Intake.Status.decided",
        { Change: not null, Status: "needs-client" } => "Intake.Status.needs-order",
        _ => $"Intake.Status.{document.Status}",
    };

    public static Tone Of(OrderDocumentView document) => document.Status switch
    {
        "done" => Tone.Ok,
        "set-aside" => Tone.Bad,
        _ => Tone.Warn,
    };
}
