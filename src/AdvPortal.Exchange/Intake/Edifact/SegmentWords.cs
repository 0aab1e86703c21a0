namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>What a segment of ORDERS or ORDCHG says, in words: its qualifier where the directory (D.96A, D.01B) has one, else its tag.</summary>
internal static class SegmentWords
{
    private const string Sign = "edi-";

    /// <returns>Null for a segment that neither message has.</returns>
    public static Message? Explain(ref readonly SegmentCursor segment)
    {
        var tag = segment.Tag.ToString();
        return tag switch
        {
            "UNH" => new("edi-UNH", Value(in segment, 2, 0), $"{Value(in segment, 2, 1)}.{Value(in segment, 2, 2)}"),
            "BGM" => new("edi-BGM", Code("1001", segment[1, 0]), Value(in segment, 2, 0), Code("1225", segment[3, 0])),
            "LIN" => segment[2, 0].IsEmpty ? new("edi-LIN", Value(in segment, 1, 0)) : new("edi-LIN-action", Value(in segment, 1, 0), Code("1229", segment[2, 0])),
            "UNS" => new(segment[1, 0] is "D" ? "edi-UNS-D" : "edi-UNS-S"),
            "COM" => Qualified(tag, segment[1, 1]),
            _ => Qualified(tag, segment[1, 0]),
        };
    }

    private static Message? Qualified(string tag, ReadOnlySpan<char> qualifier)
    {
        var key = $"{Sign}{tag}-{qualifier}";
        return ProblemText.Has(key) ? new(key)
            : !ProblemText.Has(Sign + tag) ? null
            : qualifier.IsEmpty || tag is "UNB" or "UNT" or "UNZ" or "UNG" or "UNE" ? new(Sign + tag)
            : new("edi-other", ProblemText.Word(Sign + tag), qualifier.ToString());
    }

    /// <summary>A code in words, or as it stands.</summary>
    private static string Code(string list, ReadOnlySpan<char> code) =>
        code.IsEmpty ? ProblemText.Word("edi-nothing") : $"{Sign}{list}-{code}" is var key && ProblemText.Has(key) ? ProblemText.Word(key) : code.ToString();

    private static string Value(ref readonly SegmentCursor segment, int element, int component) => segment.Text(element, component) ?? "—";
}
