using System.Xml;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Xml;
using UglyToad.PdfPig;

namespace AdvPortal.Exchange.Intake.OrderX;

/// <summary>The document that rides inside a PDF as XML (ISO 32000-1, 7.11.4; PDF/A-3): Order-X, or a UBL document.</summary>
/// <remarks>Opens the PDF: only the limited process does that. What the pages print is shown, not read: the file is the original.</remarks>
internal static class EmbeddedOrder
{
    /// <summary>The name that Order-X 1.0 gives its file.</summary>
    private const string OrderXName = "order-x.xml";

    /// <summary>What a PDF may turn out to hold.</summary>
    public static readonly DocumentFormat[] Formats = [DocumentFormat.OrderX, DocumentFormat.UblOrder, DocumentFormat.UblOrderChange, DocumentFormat.UblOrderCancellation];

    /// <summary>A trade document in a PDF, by the name it has there.</summary>
    /// <param name="IsOrder">An order or a change of one; an invoice or a quotation otherwise, which the pages then are too.</param>
    internal sealed record Found(string Name, ReadOnlyMemory<byte> Bytes, bool IsOrder);

    /// <summary>Finds the order in a PDF, else another trade document that says what the PDF is.</summary>
    /// <returns>Null when the PDF holds neither, or cannot be opened.</returns>
    public static Found? Find(ReadOnlyMemory<byte> pdf)
    {
        // Nearly every PDF: nothing is attached, and nothing is opened. In compressed object streams (7.5.7) nobody sees it from outside.
        if (pdf.Span.IndexOf("/EmbeddedFile"u8) < 0 && pdf.Span.IndexOf("/ObjStm"u8) < 0)
        {
            return null;
        }

        try
        {
            using var document = PdfDocument.Open(pdf.ToArray(), new() { UseLenientParsing = true });
            return document.Advanced.TryGetEmbeddedFiles(out var files)
                ? files
                    .OrderBy(file => !string.Equals(file.Name, OrderXName, StringComparison.OrdinalIgnoreCase))
                    .Select(file => Look(file.Name, file.Memory))
                    .OfType<Found>()
                    .OrderBy(found => !found.IsOrder)
                    .FirstOrDefault()
                : null;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Damaged or protected: whoever reads the pages finds it out, and tells.
            return null;
        }
    }

    /// <summary>Reads the order in a PDF; null when there is none.</summary>
    public static DocumentReading? Read(ReadOnlyMemory<byte> pdf, ReadingContext context)
    {
        if (Find(pdf) is not { } found)
        {
            return null;
        }

        var shown = context.Original is null ? null : new OriginalDraft();
        var reading = XmlOrderReader.Read(found.Bytes, context with { Original = shown }, found.Name);

        if (context is { Original: { } original, IsLimited: true })
        {
            PrintedPages.Show(pdf, reading, original);
        }

        context.Original?.Append(shown!.Build());

        return found.IsOrder
            ? reading with { Problems = [.. reading.Problems, new(ProblemSeverity.Info, "embedded-order", new("embedded-order", found.Name))] }
            : reading with { Format = DocumentFormat.Pdf };
    }

    private static Found? Look(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length is 0 or > ReadingLimits.DocumentBytes || Recognition.Of(bytes.Span) != Recognition.Family.Xml)
        {
            return null;
        }

        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var xml = new XmlCursor(stream);
            xml.MoveToRoot();
            return XmlOrderReader.FormatOf(xml.Namespace, xml.Name) != DocumentFormat.Unknown ? new(name, bytes, IsOrder: true)
                : xml.Namespace.StartsWith("urn:oasis:names:specification:ubl:", StringComparison.Ordinal) || xml.Namespace.StartsWith("urn:un:unece:uncefact:", StringComparison.Ordinal) ? new(name, bytes, IsOrder: false)
                : null;
        }
        catch (XmlException)
        {
            // What is called as an order and cannot be read is one that must be told.
            return string.Equals(name, OrderXName, StringComparison.OrdinalIgnoreCase) ? new(name, bytes, IsOrder: true) : null;
        }
    }
}
