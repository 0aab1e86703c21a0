using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>A PDF printed for one test, and what is read from it as the limited process reads it.</summary>
internal sealed class PrintedOrder : IDisposable
{
    private static readonly TextStyle Plain = new(9);

    private readonly PdfPaper _paper = new("Test");

    public PrintedOrder() => NextPage();

    public PrintedOrder NextPage(double width = 595, double height = 842)
    {
        _paper.AddPage(width, height);
        return this;
    }

    public PrintedOrder Title(double x, double y, string text) => Write(x, y, text, new(16, Strong: true));

    public PrintedOrder Strong(double x, double y, string text) => Write(x, y, text, Plain with { Strong = true });

    /// <summary>Lines under each other, as of an address.</summary>
    public PrintedOrder At(double x, double y, params ReadOnlySpan<string> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Write(x, y + (i * 12), lines[i], Plain);
        }

        return this;
    }

    /// <summary>A row of cells; a position with a minus is the right edge of its cell.</summary>
    public PrintedOrder Row(double y, double[] columns, params ReadOnlySpan<string> cells) => Row(y, columns, Plain, cells);

    public PrintedOrder Headers(double y, double[] columns, params ReadOnlySpan<string> cells) => Row(y, columns, Plain with { Strong = true }, cells);

    public PrintedOrder Rule(double y)
    {
        _paper.Line(40, y, 555, Ink.Line);
        return this;
    }

    public byte[] ToBytes() => _paper.ToBytes();

    public DocumentReading Read(ReadingGuide? guide = null) => Read(ToBytes(), guide);

    public PurchaseOrder Order(ReadingGuide? guide = null) => Assert.Single(Read(guide).Orders);

    public static DocumentReading Read(byte[] pdf, ReadingGuide? guide = null) => DocumentReader.Read(pdf, null, null, new ReadingContext(guide, IsLimited: true));

    public static DocumentOriginal Show(byte[] pdf)
    {
        var original = new OriginalDraft();
        var reading = DocumentReader.Read(pdf, null, null, new ReadingContext(null, original, IsLimited: true));
        Assert.DoesNotContain(reading.Problems, problem => problem.Code == "reader-failed");
        return original.Build();
    }

    public void Dispose() => _paper.Dispose();

    private PrintedOrder Row(double y, double[] columns, TextStyle style, ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            Write(columns[i] < 0 ? -columns[i] - style.Width(cells[i]) : columns[i], y, cells[i], style);
        }

        return this;
    }

    private PrintedOrder Write(double x, double y, string text, TextStyle style)
    {
        if (text.Length > 0)
        {
            _paper.Text(x, y, text, style);
        }

        return this;
    }
}
