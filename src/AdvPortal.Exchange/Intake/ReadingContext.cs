using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake;

/// <summary>What a reader is given beside the bytes.</summary>
/// <param name="Guide">What a person said of this layout; null for one that is new.</param>
/// <param name="Original">Where to record what is shown and where values stand; null when nobody looks.</param>
/// <param name="Depth">How many files this one stands in: an attachment of a forwarded message is at 2.</param>
/// <param name="IsLimited">Reading happens in the limited process, where the pages of a PDF may be looked at.</param>
internal sealed record ReadingContext(ReadingGuide? Guide = null, OriginalDraft? Original = null, int Depth = 0, bool IsLimited = false)
{
    public static readonly ReadingContext Plain = new();
}
