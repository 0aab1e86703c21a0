using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>An interchange as a person looks at it: a segment to a line, each with what it says in words.</summary>
internal sealed class EdifactOriginal(OriginalDraft original)
{
    /// <summary>No segment of the directories is longer (FTX: five texts of 512); what is longer is broken.</summary>
    private const int LongestLine = 3000;

    private readonly List<TextLine> _lines = [];
    private readonly int _part = original.NextPart;
    private int _firstLine;
    private bool _isCut;

    public void Start(ReadOnlySpan<char> una)
    {
        if (!una.IsEmpty)
        {
            _lines.Add(new(una.ToString(), new("edi-UNA")));
            _firstLine = 1;
        }
    }

    public void Add(ref readonly SegmentCursor segment)
    {
        if (_lines.Count == OriginalText.MostLines)
        {
            _isCut = true;
            return;
        }

        var text = segment.Whole[..Math.Min(segment.Whole.Length, LongestLine)].ToString();
        _lines.Add(new(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), SegmentWords.Explain(in segment)));
    }

    public EdifactSpots NewMessage() => new(new(original, _part), _firstLine);

    public void End() => original.Add(new TextPart(null, _lines, _isCut));
}
