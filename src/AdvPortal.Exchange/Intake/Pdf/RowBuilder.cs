using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Puts the cells of one order line together from the lines of text that it fills.</summary>
internal sealed class RowBuilder(PageRow row, IReadOnlyList<HeaderCell> headers)
{
    /// <param name="line">One line of text of the row.</param>
    /// <param name="isAnchor">It carries the quantity.</param>
    /// <param name="edges">Where the columns end on its page.</param>
    public void Add(PageLine line, bool isAnchor, ColumnEdges edges)
    {
        if (!isAnchor && IsNote(line, edges))
        {
            AddText(new(line.Page, [.. line.Words]));
            return;
        }

        var isAbove = line.Base < row.Base && headers.Any(header => header.HasCodeAbove);
        foreach (var (column, phrase) in edges.Cut(line))
        {
            if (isAbove && headers[column] is { HasCodeAbove: true, Code: { } code } && PageRows.IsCode(phrase.Text))
            {
                row.Extras.TryAdd(code.Column, ("", new(phrase.Text, phrase.Page, phrase.Box)));
            }
            else if (isAnchor || isAbove || !TakeApart(phrase, column))
            {
                AddTo(column, phrase, isAnchor || isAbove);
            }
        }
    }

    /// <summary>Text that runs on through the columns is none of theirs.</summary>
    private bool IsNote(PageLine line, ColumnEdges edges) =>
        line.Phrases.Any(phrase => edges.ColumnAt(phrase.Words[0].Middle) is var from && edges.ColumnAt(phrase.Words[^1].Middle) is var to && from != to
            && !Enumerable.Range(from, to - from + 1).All(column => headers[column].Column is not OrderColumn.Description && phrase.Words.All(word => RowWords.IsAmount(word.Text))));

    private void AddTo(int column, Phrase phrase, bool isAnchor)
    {
        ref var cell = ref row.Cells[column];
        if (cell is null)
        {
            // A number alone on a line that is not the order line's own is a remark, not its value.
            if (!isAnchor && headers[column].Column is OrderColumn.LineNo or OrderColumn.Quantity)
            {
                AddText(phrase);
                return;
            }

            cell = new(phrase.Text, phrase.Page, phrase.Box);
            return;
        }

        switch (headers[column].Column)
        {
            case OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin when !isAnchor && cell.Text[^1] is not ('-' or '_' or '/' or '.'):
                AddText(phrase);
                break;
            case OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin when !isAnchor:
                cell = cell.With(phrase, "");
                break;
            case OrderColumn.RequestedDate:
                cell = cell.With(phrase, cell.Text[^1] is '/' or '-' or '.' ? "" : " ");
                break;
            case OrderColumn.Quantity or OrderColumn.LineAmount or OrderColumn.LineNo when !isAnchor && (phrase.Text.Any(char.IsAsciiDigit) || cell.Text.Any(char.IsLetter)):
                AddText(phrase);
                break;
            default:
                cell = cell.With(phrase, " ");
                break;
        }
    }

    /// <summary>« Réf. fournisseur : 4711 » under the description says a value of the line that has no column.</summary>
    private bool TakeApart(Phrase phrase, int column)
    {
        if (headers[column].Column is not (null or OrderColumn.Description or OrderColumn.BuyerCode or OrderColumn.SupplierCode))
        {
            return false;
        }

        var taken = false;
        foreach (var label in LabelSplit.All(phrase))
        {
            if (label is { Value: { } value, Column: OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.RequestedDate or OrderColumn.Note or OrderColumn.PriceBase }
                && !headers.Any(header => header.Column == label.Column) && IsOf(label.Column.Value, value.Text))
            {
                row.Extras.TryAdd(label.Column.Value, (label.Text, new(value.Text, value.Page, value.Box)));
                taken = true;
            }
        }

        return taken;
    }

    private static bool IsOf(OrderColumn column, string text) => column switch
    {
        OrderColumn.RequestedDate => CellDate.TryParse(text, out _),
        OrderColumn.Note => true,
        OrderColumn.PriceBase => RowWords.IsAmount(text),
        _ => text.Any(char.IsAsciiDigit) && !text.Contains(' ', StringComparison.Ordinal),
    };

    private void AddText(Phrase phrase) => row.Notes.Add(new(phrase.Text, phrase.Page, phrase.Box));
}
