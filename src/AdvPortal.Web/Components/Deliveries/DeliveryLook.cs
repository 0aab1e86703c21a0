using AdvPortal.Domain.Deliveries;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Deliveries;

/// <summary>In which colour a delivery's standing is shown; the word stands beside it.</summary>
internal static class DeliveryLook
{
    public static Tone ToneOf(DeliveryStatus status, bool isLate = false) => status switch
    {
        _ when isLate => Tone.Bad,
        DeliveryStatus.Planned or DeliveryStatus.Packed => Tone.Neutral,
        DeliveryStatus.Shipped => Tone.Accent,
        DeliveryStatus.Delivered => Tone.Ok,
        DeliveryStatus.PartlyRefused => Tone.Warn,
        DeliveryStatus.Refused => Tone.Bad,
        _ => Tone.Outline,
    };
}
