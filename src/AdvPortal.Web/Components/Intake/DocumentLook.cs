using AdvPortal.Application.Intake;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Intake;

/// <summary>The colour of where a document stands.</summary>
internal static class DocumentLook
{
    public static Tone Of(OrderDocumentView document) => document.Status switch
    {
        "done" => Tone.Ok,
        "set-aside" => Tone.Bad,
        _ => Tone.Warn,
    };
}
