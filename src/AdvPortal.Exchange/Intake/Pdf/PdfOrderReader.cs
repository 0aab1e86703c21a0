using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Reads orders from what the pages of a PDF print: its title, its labels, its blocks of addresses, its table.</summary>
internal sealed class PdfOrderReader
{
    /// <summary>Fewer letters are a stamp or a signature, not a document.</summary>
    private const int FewLetters = 25;

    private readonly ProblemLog _log = new();
    private readonly ReadingContext _context;
    private readonly IReadOnlyList<Sheet> _sheets;
    private readonly OrderTables _tables;
    private readonly IReadOnlyList<int> _parts;
    private readonly Dictionary<TableOrder, PdfOrder> _orders = [];
    private readonly List<string> _others = [];
    private TitleKind? _change;

    private PdfOrderReader(PdfPages pages, ProblemLog log, ReadingContext context)
    {
        (_log, _context, _sheets) = (log, context, pages.Sheets);
        _parts = context.Original is null ? [] : pages.Show(context.Original);

        // A page in French parts decimals with commas, whatever else it holds.
        _tables = new(log, context.Guide, PageLanguage.IsFrench(_sheets.SelectMany(sheet => sheet.Lines)) ? ',' : '.');
    }

    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, ReadingContext context)
    {
        var log = new ProblemLog();
        return PdfPages.Read(bytes, log) is { } pages ? new PdfOrderReader(pages, log, context).Read() : log.Reading(DocumentFormat.Pdf, []);
    }

    private DocumentReading Read()
    {
        if (_sheets.Sum(sheet => sheet.Lines.Sum(line => line.Text.Length)) < FewLetters)
        {
            _log.Error(_sheets.Any(sheet => sheet.IsPicture) ? "pdf-picture" : "pdf-empty", null);
            return _log.Reading(DocumentFormat.Pdf, []);
        }

        TellPages();
        foreach (var section in PageSections.Of(_sheets, _context.Guide))
        {
            ReadSection(section);
        }

        foreach (var other in _others.Distinct(StringComparer.Ordinal))
        {
            _log.Warning(_orders.Count > 0 ? "other-message-skipped" : "other-message", null, other);
        }

        if (_others.Count + _orders.Count == 0)
        {
            _log.Warning("pdf-no-order", null);
        }

        var words = string.Join('\n', _sheets.SelectMany(sheet => sheet.Lines).Select(line => line.Text));
        var reading = _tables.Finish(DocumentFormat.Pdf, Placeholders.MayStandIn(words), Complete);
        return _change is { } kind && reading.Orders is [var only]
            ? reading with { Verdict = ReadingVerdict.NeedsReview, Orders = [], RefersTo = only.OrderNumber, Change = new(kind == TitleKind.Cancellation ? ChangeKind.Cancellation : ChangeKind.Amendment, only) }
            : reading;
    }

    private void TellPages()
    {
        if (_sheets.Where(sheet => sheet.IsPicture).Select(sheet => Place.Text(sheet.Page + 1)).ToList() is { Count: > 0 } pictures)
        {
            _log.Error("pdf-pages-picture", null, string.Join(", ", pictures));
        }

        if (_sheets.Any(sheet => sheet.IsRecognised))
        {
            _log.Error("pdf-recognised", null);
        }
    }

    private void ReadSection(PageSection section)
    {
        if (section.Title is { Kind: TitleKind.Other, Word: { } word })
        {
            _others.Add(ProblemText.Word(word));
            return;
        }

        if (section.Title is null && section.Table is null && !section.Head.Labels.Any(label => label is { Column: OrderColumn.OrderNumber, Value.Length: > 0 }) && PdfLetter.Read(section.Lines, new(), _context.Guide) is null)
        {
            return;
        }

        if (section.Title is { Kind: TitleKind.Amendment or TitleKind.Cancellation } title)
        {
            _change = title.Kind;
        }

        var order = new PdfOrder(section, _log, _tables, _context.Original, _parts);
        if (order.Read() is { } read)
        {
            _orders[read] = order;
        }
    }

    private void Complete(TableOrder order)
    {
        if (_orders.TryGetValue(order, out var pages))
        {
            pages.Complete();
        }
    }
}
