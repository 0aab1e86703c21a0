using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Where the values of one message stand, in the segments as they are shown.</summary>
/// <param name="firstLine">The line of the first segment: 1 below a UNA.</param>
internal sealed class EdifactSpots(SpotDraft spots, int firstLine)
{
    /// <summary>The head (empty), or the line that is being read: <c>lines[3].</c></summary>
    public string Owner
    {
        get => spots.Owner;
        set => spots.Owner = value;
    }

    /// <summary>Keeps the place of a value that some components of an element say.</summary>
    /// <param name="isOfHead">The value is the order's, though it may stand in a line.</param>
    public void Found(ref readonly SegmentCursor segment, string field, int element, int from, int until, bool isOfHead = false)
    {
        var (start, end) = segment.PlaceOf(element, from, until);
        var before = segment.Whole[..start];
        var value = segment.Whole[start..end];
        var trimmed = value.Trim();
        if (!trimmed.IsEmpty)
        {
            // Line breaks inside a segment are not shown.
            start += value.Length - value.TrimStart().Length - Breaks(before);
            var (line, length) = (firstLine + segment.Number - 1, trimmed.Length - Breaks(trimmed));
            if (isOfHead)
            {
                spots.FoundInHead(field, line, start, length);
            }
            else
            {
                spots.Found(field, line, start, length);
            }
        }
    }

    public void Forget(string part) => spots.Forget(part);

    /// <summary>Values that were kept aside and are taken now.</summary>
    public void Rename(string from, string to) => spots.Rename(from, to);

    public void Give(string document) => spots.Give(document);

    private static int Breaks(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r');
}
