using System.Text;
using System.Xml;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.OrderX;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Ubl;

namespace AdvPortal.Exchange.Intake.Xml;

/// <summary>The way in for XML: tells UBL and Order-X by the name and namespace of the root, and what any other XML is.</summary>
internal static class XmlOrderReader
{
    private const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";

    /// <param name="name">The name of the file where it rides in another.</param>
    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, ReadingContext context, string? name = null)
    {
        var log = new ProblemLog();
        var (text, shown) = (LyingText(bytes.Span, log), (string[]?)null);
        SpotDraft? spots = null;
        if (context.Original is { } original)
        {
            shown = OriginalText.LinesOfXml(text ?? FileText.DecodeAny(bytes.Span));
            spots = new(original, original.Add(OriginalText.Part(name, shown)));
            text = string.Join('\n', shown);
        }

        using var stream = new MemoryStream(text is null ? bytes.ToArray() : [], writable: false);
        using var xml = text is null ? new XmlCursor(stream) : new XmlCursor(new StringReader(text), shown);
        var format = DocumentFormat.Unknown;
        try
        {
            return ReadDocument(xml, log, spots, ref format);
        }
        catch (XmlException broken)
        {
            // What was read so far is dropped: half an order is worse than none.
            return Broken(bytes.Span, broken, format);
        }
    }

    private static DocumentReading ReadDocument(XmlCursor xml, ProblemLog log, SpotDraft? spots, ref DocumentFormat format)
    {
        xml.MoveToRoot();
        if (xml.Name == "StandardBusinessDocument")
        {
            // Peppol's envelope: a header, then the document.
            for (var depth = xml.Enter(); xml.Next(depth) && xml.Name == "StandardBusinessDocumentHeader";)
            {
            }
        }

        format = FormatOf(xml.Namespace, xml.Name);
        switch (format)
        {
            case DocumentFormat.Unknown:
                log.Warning("other-message", null, xml.Name);
                return log.Reading(format, []);
            case DocumentFormat.OrderX:
                return new OrderXReader(new(xml, log, spots)).Read();
            default:
                return new UblReader(new(xml, log, spots)).Read(format);
        }
    }

    /// <summary>UN/CEFACT counts the version of the message in its namespace (<c>…SCRDMCCBDACIOMessageStructure:100</c>): any is tried.</summary>
    public static DocumentFormat FormatOf(string space, string root) => (space, root) switch
    {
        (Ubl + "Order-2", "Order") => DocumentFormat.UblOrder,
        (Ubl + "OrderChange-2", "OrderChange") => DocumentFormat.UblOrderChange,
        (Ubl + "OrderCancellation-2", "OrderCancellation") => DocumentFormat.UblOrderCancellation,
        (_, "SCRDMCCBDACIOMessageStructure" or "CrossIndustryOrder") => DocumentFormat.OrderX,
        _ => DocumentFormat.Unknown,
    };

    /// <summary>A document that says UTF-8, or nothing, and is written in Windows-1252, as much software does; blanks before the declaration.</summary>
    /// <returns>The text to read instead of the bytes; null for a document that can be read as it is.</returns>
    private static string? LyingText(ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        var isBlankFirst = bytes[0] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
        var head = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var declares = head.IndexOf("encoding=", StringComparison.Ordinal) is var at and >= 0 && head.IndexOf("?>", StringComparison.Ordinal) > at ? head[(at + 10)..] : "utf-8";
        if (!declares.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) || bytes[0] is 0xFE or 0xFF or 0 || bytes.Length > 1 && bytes[1] == 0)
        {
            return null;
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return isBlankFirst ? FileText.DecodeAny(bytes).TrimStart() : null;
        }

        log.Warning("charset-differs", null, "UTF-8", "8 bit");
        return FileText.DecodeAny(bytes).TrimStart();
    }

    private static DocumentReading Broken(ReadOnlySpan<byte> bytes, XmlException broken, DocumentFormat format)
    {
        var log = new ProblemLog();
        var start = FileText.DecodeAny(bytes[..Math.Min(bytes.Length, ReadingLimits.RecognitionBytes)]);
        if (start.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is var dtd and >= 0)
        {
            log.Error("xml-dtd", Place.FileLine(start.AsSpan(0, dtd).Count('\n') + 1));
        }
        else
        {
            log.Error("xml-invalid", Place.FileLine(Math.Max(broken.LineNumber, 1)), Place.Text(broken.LinePosition));
        }

        return log.Reading(format, []);
    }
}
