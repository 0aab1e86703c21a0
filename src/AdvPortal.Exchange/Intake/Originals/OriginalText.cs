using System.Text;
using System.Xml;

namespace AdvPortal.Exchange.Intake.Originals;

/// <summary>Text as a person reads it, line by line.</summary>
internal static class OriginalText
{
    /// <summary>Lines of one part; what follows in a longer file is read in the file itself.</summary>
    public const int MostLines = 10_000;

    /// <summary>A line that nobody reads to its end: XML with one is broken into lines, one element to a line.</summary>
    private const int LongLine = 400;

    public static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>XML indented, unless somebody already broke it into lines: the problems of the file name those by number.</summary>
    public static string[] LinesOfXml(string text)
    {
        var lines = LinesOf(text);
        return Array.Exists(lines, line => line.Length > LongLine) ? Indent(text) ?? lines : lines;
    }

    /// <summary>A part of the original; all its lines are kept as text, and the first of them shown.</summary>
    public static TextPart Part(string? name, IReadOnlyList<string> lines) =>
        new(name, [.. lines.Take(MostLines).Select(line => new TextLine(line))], lines.Count > MostLines);

    private static string[]? Indent(string text)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = ReadingLimits.DocumentBytes };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var indented = new StringBuilder(text.Length * 2);

            using (var writer = XmlWriter.Create(indented, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
            {
                writer.WriteNode(reader, defattr: false);
            }

            return LinesOf(indented.ToString());
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
