using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Edifact;
using AdvPortal.Exchange.Intake.Mail;
using AdvPortal.Exchange.Intake.OrderX;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Pdf;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake;

/// <summary>The way in: any file's bytes become a reading. Never throws, never reads anything but the bytes.</summary>
public static class DocumentReader
{
    private const int BytesOfMegabyte = 1024 * 1024;

    /// <param name="bytes">The file as received.</param>
    /// <param name="fileName">Only a hint: the content decides, and a name that promises another format is told.</param>
    /// <param name="contentType">Only a hint, like the name.</param>
    /// <param name="guide">What a person said of this layout; null reads it as new.</param>
    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, string? fileName, string? contentType, ReadingGuide? guide = null) =>
        Read(bytes, fileName, contentType, new ReadingContext(guide));

    /// <summary>The same reading, kept for the places of its values.</summary>
    public static DocumentOriginal Show(ReadOnlyMemory<byte> bytes, string? fileName, string? contentType, ReadingGuide? guide = null)
    {
        var original = new OriginalDraft();
        Read(bytes, fileName, contentType, new ReadingContext(guide, original));
        return original.Build();
    }

    /// <summary>The way in for readers that find a file in a file.</summary>
    internal static DocumentReading Read(ReadOnlyMemory<byte> bytes, string? fileName, string? contentType, ReadingContext context)
    {
        if (bytes.IsEmpty)
        {
            return Kept(DocumentFormat.Unknown, ProblemSeverity.Error, "empty-file");
        }

        if (bytes.Length > ReadingLimits.DocumentBytes)
        {
            return Kept(DocumentFormat.Unknown, ProblemSeverity.Error, "too-large", (ReadingLimits.DocumentBytes / BytesOfMegabyte).ToString(CultureInfo.InvariantCulture));
        }

        try
        {
            var reading = OrderBounds.Check(ReadFamily(bytes, context));
            return Promised(fileName, contentType) is { } promised && !promised.Formats.Contains(reading.Format)
                ? reading with { Problems = [.. reading.Problems, new(ProblemSeverity.Info, "name-differs", new("name-differs", promised.Name))] }
                : reading;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // The last net under a poison document: it costs itself, never the queue. Fuzz tests assert that nothing falls into it.
            return Failed(bug.GetType().Name);
        }
    }

    /// <summary>A file that could not be read at all: kept, shown, set aside.</summary>
    public static DocumentReading Failed(string why) => Kept(DocumentFormat.Unknown, ProblemSeverity.Error, "reader-failed", why);

    /// <summary>A file that nobody could read to the end, however often it was tried: kept, shown, set aside.</summary>
    public static DocumentReading GivenUp(int tries) => Kept(DocumentFormat.Unknown, ProblemSeverity.Error, "reading-given-up", tries.ToString(CultureInfo.InvariantCulture));

    /// <summary>The file was read, and its orders could not be made: a person is asked to look at it.</summary>
    public static DocumentReading NotPlaced(DocumentReading reading) =>
        reading with { Problems = [.. reading.Problems, new(ProblemSeverity.Error, "orders-not-made", new("orders-not-made"))] };

    private static DocumentReading ReadFamily(ReadOnlyMemory<byte> bytes, ReadingContext context) => Recognition.Of(bytes.Span) switch
    {
        Recognition.Family.Edifact => EdifactReader.Read(bytes.Span, context),
        Recognition.Family.Xml => XmlOrderReader.Read(bytes, context),
        Recognition.Family.Text => CsvOrderReader.Read(bytes.Span, context) ?? Kept(DocumentFormat.Unknown, ProblemSeverity.Error, "unreadable"),
        Recognition.Family.Spreadsheet => WorkbookOrderReader.Read(bytes, context),
        Recognition.Family.Pdf => EmbeddedOrder.Read(bytes, context)
            ?? (context.IsLimited ? PdfOrderReader.Read(bytes, context) : Kept(DocumentFormat.Pdf, ProblemSeverity.Warning, "kept-by-hand", "PDF")),
        Recognition.Family.EncryptedOffice => Kept(DocumentFormat.Xlsx, ProblemSeverity.Error, "encrypted"),
        Recognition.Family.OldSpreadsheet => Kept(DocumentFormat.Unknown, ProblemSeverity.Error, "old-spreadsheet"),
        Recognition.Family.Email => MailReader.Read(bytes, context),
        _ => Kept(DocumentFormat.Unknown, ProblemSeverity.Error, "unreadable"),
    };

    private static (string Name, DocumentFormat[] Formats)? Promised(string? fileName, string? contentType) =>
        (Path.GetExtension(fileName)?.ToUpperInvariant(), contentType?.Split(';')[0].Trim().ToUpperInvariant()) switch
        {
            (".PDF", _) or ("" or null, "APPLICATION/PDF") => ("PDF", [DocumentFormat.Pdf, .. EmbeddedOrder.Formats]),
            (".XLSX" or ".XLSM", _) => ("Excel", [DocumentFormat.Xlsx]),
            (".EML", _) or ("" or null, "MESSAGE/RFC822") => ("e-mail", [DocumentFormat.Email]),
            _ => null,
        };

    private static DocumentReading Kept(DocumentFormat format, ProblemSeverity severity, string code, params object[] parts) =>
        new(format, ReadingVerdict.NotAnOrder, [new(severity, code, new(code, parts))], []);
}
