using System.Text;
using System.Xml;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Edifact;

namespace AdvPortal.Exchange.Intake;

/// <summary>A client's file as a person reads it: EDIFACT a segment to a line, XML indented, other text as it is.</summary>
public static class DocumentText
{
    /// <summary>Lines; what follows in a longer file is read in the file itself.</summary>
    public const int MostLines = 3000;

    private const int LongLine = 400;

    /// <returns>Null for what is no text, such as a PDF.</returns>
    public static IReadOnlyList<string>? LinesOf(byte[] bytes, DocumentFormat format) => format switch
    {
        DocumentFormat.EdifactOrders or DocumentFormat.EdifactOrdchg => Segments(EdifactText.Decode(bytes, new ProblemLog())),
        DocumentFormat.UblOrder or DocumentFormat.UblOrderChange or DocumentFormat.UblOrderCancellation => Indented(FileText.DecodeAny(bytes)),
        DocumentFormat.Csv => Lines(FileText.DecodeAny(bytes)),
        DocumentFormat.Unknown when FileText.DecodeAny(bytes) is var text && !text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) => Lines(text),
        _ => null,
    };

    private static List<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n', MostLines + 1).Take(MostLines)];

    private static List<string> Segments(string text)
    {
        var signs = Delimiters.Of(text, out var una);
        List<string> segments = una > 0 ? [text[..una]] : [];
        var segment = new StringBuilder();

        for (var at = una; at < text.Length && segments.Count < MostLines; at++)
        {
            if (text[at] is '\r' or '\n')
            {
                continue;
            }

            segment.Append(text[at]);

            if (signs.Releases && text[at] == signs.Release && at + 1 < text.Length)
            {
                segment.Append(text[++at]);
            }
            else if (text[at] == signs.Terminator)
            {
                segments.Add(segment.ToString().Trim());
                segment.Clear();
            }
        }

        if (!string.IsNullOrWhiteSpace(segment.ToString()))
        {
            segments.Add(segment.ToString().Trim());
        }

        return segments;
    }

    // A file that somebody already broke into lines keeps them: its problems name them by number.
    private static List<string> Indented(string text)
    {
        var lines = Lines(text);

        if (!lines.Exists(line => line.Length > LongLine))
        {
            return lines;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = text.Length };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var indented = new StringBuilder(text.Length * 2);

            using (var writer = XmlWriter.Create(indented, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
            {
                writer.WriteNode(reader, defattr: false);
            }

            return Lines(indented.ToString());
        }
        catch (XmlException)
        {
            return lines;
        }
    }
}
