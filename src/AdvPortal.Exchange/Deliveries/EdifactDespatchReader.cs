using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Edifact;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Reads an interchange (ISO 9735, syntax 1 to 4): its envelope here, each DESADV in a <see cref="DesadvMessage"/>.</summary>
internal static class EdifactDespatchReader
{
    public static IReadOnlyList<DespatchAdvice> Read(ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        List<DespatchAdvice> advices = [];
        DesadvMessage? message = null;
        var segment = new SegmentCursor(EdifactText.Decode(bytes, log));
        var (segments, messages) = (0, 0);

        while (segment.Next())
        {
            segments++;

            if (segment.IsUnterminated)
            {
                log.Error("segment-unterminated", Where(ref segment));
            }

            switch (segment.Tag)
            {
                case "UNH":
                    End(isWhole: false);
                    (segments, messages) = (1, messages + 1);
                    message = Open(ref segment, log);
                    break;
                case "UNT":
                    CheckCount(ref segment, segments, messages, log);
                    End(isWhole: true);
                    break;
                case "UNB" or "UNG" or "UNE" or "UNZ":
                    break;
                default:
                    message?.Take(ref segment);
                    break;
            }
        }

        End(isWhole: false);

        if (messages == 0)
        {
            log.Warning("no-message", null, "");
        }

        return advices;

        void End(bool isWhole)
        {
            if (message is not null && !isWhole)
            {
                // The end of the file may be missing: what arrived is shown, and said to be cut.
                log.Error("unt-missing", Place.Envelope("UNH", messages));
            }

            if (message?.Build() is { } advice)
            {
                advices.Add(advice);
            }

            message = null;
        }
    }

    private static DesadvMessage? Open(ref SegmentCursor segment, ProblemLog log)
    {
        if (segment[2, 0] is "DESADV")
        {
            return new(log);
        }

        log.Warning("other-message", null, segment.Text(2) ?? "—");

        return null;
    }

    private static void CheckCount(ref SegmentCursor segment, int counted, int messages, ProblemLog log)
    {
        if (!Numbers.TryParse(segment[1, 0], out var declared) || declared != counted)
        {
            log.Warning("unt-count", Place.Envelope("UNT", messages), segment.Text(1) ?? "", Place.Text(counted));
        }
    }

    private static Message Where(ref SegmentCursor segment) => Place.Segment(segment.Number, segment.Tag);
}
