using System.Globalization;
using System.Xml;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The way in for what has been shipped: a DESADV (D.96A and its neighbours) or a UBL DespatchAdvice (2.0 and later, Peppol's included), ours or anybody's.</summary>
public static class DespatchReader
{
    private const int BytesOfMegabyte = 1024 * 1024;

    /// <summary>Whether a file is a message, and no list: EDIFACT or XML, by its content.</summary>
    public static bool Takes(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && Recognition.Of(bytes) is Recognition.Family.Edifact or Recognition.Family.Xml;

    /// <summary>Never throws, reads nothing but the bytes. What misses its number, its day or its lines is told and left out.</summary>
    public static DespatchReading Read(ReadOnlyMemory<byte> bytes)
    {
        var log = new ProblemLog();

        if (bytes.IsEmpty)
        {
            log.Error("empty-file", null);
            return Nothing(log);
        }

        if (bytes.Length > ReadingLimits.DocumentBytes)
        {
            log.Error("too-large", null, (ReadingLimits.DocumentBytes / BytesOfMegabyte).ToString(CultureInfo.InvariantCulture));
            return Nothing(log);
        }

        try
        {
            switch (Recognition.Of(bytes.Span))
            {
                case Recognition.Family.Edifact:
                    return new(DespatchFormat.EdifactDesadv, EdifactDespatchReader.Read(bytes.Span, log), log.Problems());
                case Recognition.Family.Xml:
                    return ReadXml(bytes, log);
                default:
                    log.Error("unreadable", null);
                    return Nothing(log);
            }
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // The last net under a poison document: it costs itself.
            log.Error("reader-failed", null, bug.GetType().Name);
            return Nothing(log);
        }
    }

    private static DespatchReading ReadXml(ReadOnlyMemory<byte> bytes, ProblemLog log)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var xml = new XmlCursor(stream);
            xml.MoveToRoot();

            if (xml.Name == "StandardBusinessDocument")
            {
                // Peppol's envelope: a header, then the document.
                for (var depth = xml.Enter(); xml.Next(depth) && xml.Name == "StandardBusinessDocumentHeader";)
                {
                }
            }

            if (xml.Name == "DespatchAdvice" && xml.Namespace.StartsWith("urn:oasis:names:specification:ubl:schema:xsd:", StringComparison.Ordinal))
            {
                var advice = new UblDespatchReader(new(xml, log, spots: null)).Read();
                return new(DespatchFormat.UblDespatchAdvice, advice is null ? [] : [advice], log.Problems());
            }

            log.Warning("other-message", null, xml.Name);
        }
        catch (XmlException broken)
        {
            // What was read so far is dropped: half a delivery is worse than none.
            log.Error("xml-invalid", Place.FileLine(Math.Max(broken.LineNumber, 1)), Place.Text(broken.LinePosition));
        }

        return Nothing(log);
    }

    private static DespatchReading Nothing(ProblemLog log) => new(DespatchFormat.Unknown, [], log.Problems());
}
