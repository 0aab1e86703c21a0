using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>A column as its header announces it.</summary>
/// <param name="Column">What the header stands for; null for what no field of an order takes.</param>
/// <param name="Code">Of a header over descriptions the part that announces codes: « Material » over « Description ».</param>
internal sealed record HeaderCell(string Text, double Left, double Right, OrderColumn? Column, CodeTier? Code = null)
{
    public double Middle => (Left + Right) / 2;

    /// <summary>The codes stand above the descriptions: order lines of two tiers may begin with them.</summary>
    public bool HasCodeAbove => Code is { IsAbove: true };
}

/// <summary>The part of a header of several tiers that announces codes.</summary>
internal sealed record CodeTier(string Text, OrderColumn Column, bool IsAbove);

/// <summary>The row of headers over a table of order lines, wherever on a page.</summary>
/// <param name="From">Its first line, counted from 0 in the page's lines.</param>
/// <param name="To">The line after its last.</param>
internal sealed record TableHeader(int From, int To, IReadOnlyList<HeaderCell> Cells)
{
    // In parts of the font's size: lines of one header, and headers beside each other.
    private const double NextLine = 1.75;

    private const int MostLines = 6;

    /// <summary>Lines closer than this run through each other: cells of several heights, each in the middle of its own.</summary>
    private const double Interleaved = 0.8;

    // Of what units of currency and tax say beside a header's name.
    private static readonly HashSet<string> Additions = new(StringComparer.OrdinalIgnoreCase) { "HT", "H.T.", "TTC", "€", "EUR", "USD", "GBP", "$", "£", "(€)", "(EUR)", "($)", "%", "(%)", "HT/€", "net", "unit." };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase) { "tax", "tva", "vat", "hs", "customs", "taric", "commodity", "hazard", "cost", "gl", "project", "account", "taux", "remise", "discount", "list", "gross", "total", "poids", "weight", "min", "stock", "delivered", "received", "open" };

    /// <summary>True for a table that can be an order: articles and how many.</summary>
    public bool IsOrder { get; } = Cells.Any(cell => cell.Column == OrderColumn.Quantity)
        && Cells.Any(cell => cell.Column is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.Description);

    /// <summary>True when quantities are announced among other columns, whatever those hold.</summary>
    public bool IsCounted { get; } = Cells.Count >= 2 && Cells.Any(cell => cell.Column == OrderColumn.Quantity);

    /// <summary>Finds the header that starts at a line; null when none does.</summary>
    /// <param name="isKnown">Only one that names articles too is wanted.</param>
    public static TableHeader? At(IReadOnlyList<PageLine> lines, int at, ReadingGuide? guide, bool isKnown)
    {
        // No header begins with a figure, and most lines of an order do; a person may have named one that does.
        if (guide is null && char.IsAsciiDigit(lines[at].Phrases[0].Words[0].Text[0]))
        {
            return null;
        }

        // A header of several lines is tried as a whole first: « Prix » over « unitaire HT » is one name.
        TableHeader? best = null;
        for (var count = 1; count <= MostLines && at + count <= lines.Count; count++)
        {
            if (count > 1 && !Continues(lines[at + count - 2], lines[at + count - 1]))
            {
                break;
            }

            var cells = Cut(lines, at, at + count, guide);
            var header = new TableHeader(at, at + count, WithNames(cells));
            if ((isKnown ? header.IsOrder : header.IsCounted) && (best is null || header.IsBetterThan(best, lines, guide)))
            {
                best = header;
            }
        }

        return best;
    }

    public bool Says(PageLine line)
    {
        var names = line.Phrases.SelectMany(phrase => phrase.Words).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var own = Cells.SelectMany(cell => cell.Text.Split(' ')).ToHashSet(StringComparer.Ordinal);
        return names.Count >= 3 && names.All(own.Contains);
    }

    private static bool Continues(PageLine above, PageLine line) =>
        line.Page == above.Page && line.Base - above.Base <= NextLine * Math.Max(above.Size, line.Size) && !line.Words.Any(word => word.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ','));

    /// <summary>One line more belongs to the header when it makes more of its names known, or says no more than « HT » and « € ».</summary>
    private bool IsBetterThan(TableHeader shorter, IReadOnlyList<PageLine> lines, ReadingGuide? guide)
    {
        var known = Cells.Count(cell => cell.Column is not null);
        var knownBefore = shorter.Cells.Count(cell => cell.Column is not null);
        var added = lines.Skip(shorter.To).Take(To - shorter.To).ToList();
        return known > knownBefore
            || added[0].Base - lines[shorter.To - 1].Base < Interleaved * added[0].Size
            || (known == knownBefore && Cells.Count == shorter.Cells.Count && Cells.Any(cell => ColumnOf(cell.Text, guide) is not null && !shorter.Cells.Any(before => before.Text == cell.Text)))
            || (known == knownBefore && (added.TrueForAll(line => line.Words.All(word => Additions.Contains(word.Text))) || (added.TrueForAll(line => line.IsBold) && lines[From].IsBold && Cells.Count == shorter.Cells.Count)));
    }

    private static List<HeaderCell> Cut(IReadOnlyList<PageLine> lines, int from, int to, ReadingGuide? guide)
    {
        List<List<Phrase>> columns = [];
        foreach (var phrase in lines.Skip(from).Take(to - from).SelectMany(line => line.Phrases.SelectMany(phrase => Apart(phrase, guide))))
        {
            var column = columns.Find(present => present.Exists(above => above.Base < phrase.Base - 0.5 && above.Overlaps(phrase.Left, phrase.Right)));
            if (column is null)
            {
                columns.Add([phrase]);
            }
            else
            {
                column.Add(phrase);
            }
        }

        return [.. columns.Select(column => Cell(column, guide)).OrderBy(cell => cell.Left)];
    }

    /// <summary>« Product » beside « SKU » is what the thing is called, not its code.</summary>
    private static List<HeaderCell> WithNames(List<HeaderCell> cells)
    {
        var codes = cells.FindAll(cell => cell.Column == OrderColumn.BuyerCode);
        var thing = codes.Count > 1 && !cells.Exists(cell => cell.Column == OrderColumn.Description) ? codes.Find(cell => PageRows.IsThing(cell.Text)) : null;
        return thing is null ? cells : cells.ConvertAll(cell => ReferenceEquals(cell, thing) ? cell with { Column = OrderColumn.Description } : cell);
    }

    private static HeaderCell Cell(List<Phrase> phrases, ReadingGuide? guide)
    {
        var text = string.Join(' ', phrases.Select(phrase => phrase.Text));
        var column = ColumnOf(text, guide);
        if (column is null && phrases.Count > 1)
        {
            column = ColumnOf(phrases[0].Text, guide) ?? ColumnOf(phrases[^1].Text, guide);
        }

        column ??= OfLastWords(text, guide);
        var code = column == OrderColumn.Description && phrases.Count > 1 ? CodeIn(phrases, guide) : null;
        return new(text, phrases.Min(phrase => phrase.Left), phrases.Max(phrase => phrase.Right), column, code);
    }

    private static CodeTier? CodeIn(List<Phrase> phrases, ReadingGuide? guide)
    {
        for (var i = 0; i < phrases.Count; i++)
        {
            if (ColumnOf(phrases[i].Text, guide) is { } column and (OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin))
            {
                return new(phrases[i].Text, column, IsAbove: i == 0);
            }
        }

        return null;
    }

    /// <summary>Headers that stand as close as words are parted where each part is a name of its own: "Qty UOM Unit Price".</summary>
    private static List<Phrase> Apart(Phrase phrase, ReadingGuide? guide)
    {
        return phrase.Words.Count < 2 || ColumnOf(phrase.Text, guide) is not null ? [phrase]
            : FindParts(phrase, 0, guide, []) is { Count: > 1 } parts ? parts
            : [phrase];
    }

    /// <param name="dead">From where no names go on to the end: asked once, or « Unit Price Unit Price … » is cut in a million ways.</param>
    private static List<Phrase>? FindParts(Phrase phrase, int from, ReadingGuide? guide, HashSet<int> dead)
    {
        if (from == phrase.Words.Count)
        {
            return [];
        }

        if (dead.Contains(from))
        {
            return null;
        }

        for (var count = Math.Min(5, phrase.Words.Count - from); count > 0; count--)
        {
            var part = phrase.Part(from, count)!;
            if (ColumnOf(part.Text, guide) is not null && FindParts(phrase, from + count, guide, dead) is { } rest)
            {
                return [part, .. rest];
            }
        }

        dead.Add(from);
        return null;
    }

    /// <summary>"Patterson Item" is an item, whoever Patterson is; a code of something else is none of an article.</summary>
    private static OrderColumn? OfLastWords(string text, ReadingGuide? guide)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var from = 1; from < words.Length && from <= 3 && !Others.Contains(words[0]); from++)
        {
            if (ColumnOf(string.Join(' ', words[from..]), guide) is >= OrderColumn.LineNo and var column)
            {
                return column;
            }
        }

        return null;
    }

    private static OrderColumn? ColumnOf(string text, ReadingGuide? guide) =>
        guide is not null && OrderLayout.Said(guide.Columns, text) is { } said ? OrderColumnNames.ColumnOf(said)
        : OrderColumnNames.Find(text)?.Column ?? (text.Equals("PE", StringComparison.Ordinal) ? OrderColumn.PriceBase : null);
}
