using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Finds the table of order lines on the pages of one order, and what stands in each of its cells.</summary>
internal sealed class PageTableFinder(IReadOnlyList<Sheet> sheets, ReadingGuide? guide)
{
    // In parts of the font's size: how far below its line a description may go on, and a note.
    private const double NextLine = 2.2;

    private PageTable? _table;
    private bool _isKnown;

    /// <param name="lines">The lines of the order, page by page, without what repeats on every page.</param>
    /// <returns>Null when no row of headers announces articles and quantities.</returns>
    public PageTable? Find(IReadOnlyList<PageLine> lines)
    {
        foreach (var isKnown in (ReadOnlySpan<bool>)[true, false])
        {
            (_isKnown, _table) = (isKnown, null);
            foreach (var page in lines.GroupBy(line => line.Page))
            {
                ReadPage([.. page]);
            }

            // A table of columns nobody knows is one only where quantities stand in it.
            if (_table is not null && (isKnown || _table.Rows.Count > 0))
            {
                return _table;
            }
        }

        return null;
    }

    private void ReadPage(List<PageLine> lines)
    {
        var at = 0;
        while (at < lines.Count)
        {
            var next = FindHeader(lines, at);
            var (header, until) = next is null ? (null, lines.Count) : (next, next.From);
            if (_table is not null && at == 0 && until > 0 && (header is not null || _table.Rows.Count > 0) && lines[0].Page != _table.Page)
            {
                // A table that goes on without its headers: only what is a line of the order is taken.
                ReadRows(lines[..until], _table.Header.Cells);
            }

            if (header is null)
            {
                return;
            }

            _table ??= new(header, lines[0].Page);
            _table.Lines.UnionWith(lines[header.From..header.To]);
            var after = FindHeader(lines, header.To)?.From ?? lines.Count;
            ReadRows(lines[header.To..after], Fits(header) ? header.Cells : _table.Header.Cells);
            at = after;
        }
    }

    /// <summary>The first row of headers, or the table's own again.</summary>
    private TableHeader? FindHeader(List<PageLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (TableHeader.At(lines, i, guide, _isKnown) is { } header)
            {
                return header;
            }
        }

        return null;
    }

    /// <summary>Headers of the same names, wherever they stand on the next page.</summary>
    private bool Fits(TableHeader header) =>
        header.Cells.Count == _table!.Header.Cells.Count && header.Cells.Zip(_table.Header.Cells).All(pair => pair.First.Column == pair.Second.Column);

    private void ReadRows(List<PageLine> lines, IReadOnlyList<HeaderCell> headers)
    {
        // « Total HT | TVA | Total TTC » over their amounts: a table of its own, and no lines of the order under it.
        if (lines.FindIndex(line => line.Phrases.Count(phrase => RowWords.IsTotal(phrase.Text)) >= 2 && !line.Phrases.Any(phrase => RowWords.IsAmount(phrase.Text))) is var sums and >= 0)
        {
            ReadTotals(lines[sums..]);
            lines = lines[..sums];
        }

        // Under the tax and what is to be paid stand terms and accounts of banks.
        if (lines.FindLastIndex(line => RowWords.IsTotal(line.Phrases[0].Text) && !HasSeveral(line) && PageTotal.On(line, null).Any(total => total.Kind is TotalKind.Gross or TotalKind.Tax)) is var closing and >= 0)
        {
            ReadTotals(lines[closing..]);
            lines = lines[..closing];
        }

        var rough = ColumnEdges.Between(headers);
        var anchors = lines.FindAll(line => IsAnchor(line, headers, rough));
        if (anchors.Count == 0)
        {
            ReadTotals(lines);
            return;
        }

        var body = lines[..(lines.IndexOf(anchors[^1]) + 1)];
        var edges = ColumnEdges.Find(headers, [.. body.Where(line => !RowWords.IsTotal(line.Text))], sheets[lines[0].Page]);

        // With the true columns, what was a line at first sight may be none, and the other way round.
        anchors = lines.FindAll(line => IsAnchor(line, headers, edges));
        if (anchors.Count == 0)
        {
            return;
        }

        var end = FindEnd(lines, lines.IndexOf(anchors[^1]), headers, edges);
        foreach (var (anchor, members, texts) in RowGroups.Of(lines[..end], anchors, headers, edges, sheets[lines[0].Page]))
        {
            _table!.Rows.Add(Row(anchor, members, texts, headers, edges));
            _table.Lines.UnionWith(members);
        }

        ReadTotals([.. lines[..end].Where(line => !_table!.Lines.Contains(line)), .. lines[end..]]);
    }

    /// <summary>A line of text that carries an order line: a quantity, and something that it is a quantity of.</summary>
    private bool IsAnchor(PageLine line, IReadOnlyList<HeaderCell> headers, ColumnEdges edges)
    {
        if (RowWords.IsCarried(line.Text) || (RowWords.IsTotal(line.Text) && !HasSeveral(line)))
        {
            return false;
        }

        var cells = edges.Cut(line).GroupBy(part => part.Column).ToDictionary(group => group.Key, group => string.Join(' ', group.Select(part => part.Phrase.Text)));
        var quantity = IndexOf(headers, OrderColumn.Quantity);
        if (!cells.TryGetValue(quantity, out var text) || !RowWords.IsQuantity(text))
        {
            return false;
        }

        return cells.Keys.Any(column => !_isKnown ? column != quantity : headers[column].Column is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.Description or OrderColumn.LineNo or OrderColumn.NetPrice or OrderColumn.LineAmount);
    }

    /// <summary>« Port » may be an article too: then it has a quantity and a price like one.</summary>
    private static bool HasSeveral(PageLine line) => line.Phrases.Count(phrase => RowWords.IsAmount(phrase.Text)) >= 2;

    /// <summary>The line after the last that belongs to the last order line: it goes on closely, and is neither a sum nor a label.</summary>
    private static int FindEnd(List<PageLine> lines, int last, IReadOnlyList<HeaderCell> headers, ColumnEdges edges)
    {
        var end = last + 1;
        while (end < lines.Count)
        {
            var (line, above) = (lines[end], lines[end - 1]);
            var parts = edges.Cut(line).ToList();
            var isCell = parts.TrueForAll(part => headers[part.Column].Column is null or OrderColumn.RequestedDate or OrderColumn.Description or OrderColumn.BuyerCode or OrderColumn.SupplierCode || !part.Phrase.Text.Any(char.IsAsciiDigit))
                && parts.Exists(part => headers[part.Column].Column is OrderColumn.Description or OrderColumn.BuyerCode or OrderColumn.SupplierCode);
            if (line.Base - above.Base > NextLine * Math.Max(line.Size, above.Size)
                || RowWords.IsTotal(line.Phrases[0].Text) || RowWords.IsCarried(line.Text) || RowWords.IsTotal(line.Phrases[^1].Text)
                || (!isCell && LabelSplit.Find(line.Phrases[0]) is { Column: OrderColumn.OrderNumber or OrderColumn.Currency or OrderColumn.BuyerName or OrderColumn.ShipToName or OrderColumn.SupplierName })
                || (line.Phrases.Count > 1 && !isCell)
                || edges.Cut(line).Any(part => headers[part.Column].Column == OrderColumn.LineAmount && RowWords.IsAmount(part.Phrase.Text)))
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static PageRow Row(PageLine anchor, IReadOnlyList<PageLine> members, HashSet<PageLine> texts, IReadOnlyList<HeaderCell> headers, ColumnEdges edges)
    {
        var row = new PageRow(anchor.Page, anchor.Base, new PageCell?[headers.Count]);
        var builder = new RowBuilder(row, headers);
        foreach (var line in members.OrderBy(line => line.Base))
        {
            builder.Add(line, ReferenceEquals(line, anchor), texts.Contains(line), edges);
        }

        return row;
    }

    private void ReadTotals(List<PageLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var totals = PageTotal.On(lines[i], i + 1 < lines.Count ? lines[i + 1] : null);
            if (totals.Count > 0)
            {
                _table!.Totals.AddRange(totals);
                _table.Lines.Add(lines[i]);
            }
        }
    }

    private static int IndexOf(IReadOnlyList<HeaderCell> headers, OrderColumn column)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].Column == column)
            {
                return i;
            }
        }

        return -1;
    }
}
