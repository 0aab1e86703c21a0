using AdvPortal.Application.Intake;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Intake;

/// <summary>The colour and the name of where a document stands.</summary>
internal static class DocumentLook
{
    /// <summary>The key of its name: of a change no order is made, and what somebody was asked waits for them.</summary>
    public static string Status(OrderDocumentView document) =>
        document.WaitingFor is { } awaited ? $"WaitingFor.{awaited}" : $"Intake.Status.{(document is { Status: "done", Change: not null } ? "decided" : document.Status)}";

    public static Tone Of(OrderDocumentView document) => document.Status switch
    {
        "done" => Tone.Ok,
        "set-aside" => Tone.Bad,
        _ => Tone.Warn,
    };
}
