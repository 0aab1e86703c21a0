using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>The pages of a PDF, as far as they can be read. Hostile ones overflow the stack: only the limited process opens any.</summary>
internal sealed class PdfPages
{
    /// <summary>An order of 2 000 lines fills 60 pages; a book is no order.</summary>
    private const int MostPages = 120;

    private const int MostShown = 30;
    private const int MostTexts = 6_000;

    /// <summary>Objects inside objects; sound documents stay far below.</summary>
    private const int Depth = 128;

    private readonly List<Sheet> _sheets = [];

    private PdfPages()
    {
    }

    public IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>Reads the pages and tells what is wrong with them.</summary>
    /// <returns>Null with one problem when the document cannot be opened.</returns>
    public static PdfPages? Read(ReadOnlyMemory<byte> bytes, ProblemLog log)
    {
        try
        {
            using var document = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = Depth });
            var pages = new PdfPages();
            pages.Read(document, log);
            if (pages._sheets.Count > 0)
            {
                return pages;
            }

            log.Error("pdf-damaged", null);
        }
        catch (PdfDocumentEncryptedException)
        {
            log.Error("encrypted", null);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            log.Error("pdf-damaged", null);
        }

        return null;
    }

    /// <summary>Gives the original its pages, so that their words are seen where they stand.</summary>
    /// <returns>The part of each sheet; pages beyond are said, not shown.</returns>
    public IReadOnlyList<int> Show(OriginalDraft original)
    {
        List<int> parts = [];
        foreach (var sheet in _sheets.Take(MostShown))
        {
            var texts = sheet.Lines.SelectMany(line => line.Phrases).Take(MostTexts)
                .Select(phrase => new PageText(phrase.Text, Round(phrase.Left), Round(phrase.Base), Round(phrase.Right - phrase.Left), Round(phrase.Size), phrase.IsBold));
            parts.Add(original.Add(new PagePart(Place.Text(sheet.Page + 1), Round(sheet.Width), Round(sheet.Height), [.. texts], sheet.Strokes)));
        }

        if (_sheets.Count > MostShown)
        {
            original.Add(new TextPart($"{MostShown + 1}–{_sheets.Count}", [new("", new("pages-not-shown", Place.Text(MostShown), Place.Text(_sheets.Count)))], IsCut: true));
        }

        return parts;
    }

    private void Read(PdfDocument document, ProblemLog log)
    {
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages); number++)
        {
            try
            {
                _sheets.Add(SheetReader.Read(document.GetPage(number), _sheets.Count));
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                log.Error("pdf-page-damaged", null, Place.Text(number));
            }
        }

        if (document.NumberOfPages > MostPages)
        {
            log.Error("pdf-too-long", null, Place.Text(document.NumberOfPages), Place.Text(MostPages));
        }
    }

    private static double Round(double points) => Math.Round(points, 1);
}
