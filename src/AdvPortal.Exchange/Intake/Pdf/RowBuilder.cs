using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Puts the cells of one order line together from the lines of text that it fills.</summary>
internal sealed class RowBuilder(PageRow row, IReadOnlyList<HeaderCell> headers)
{
    private (int Column, OrderColumn Label, Phrase Name)? _open;

    /// <param name="line">One line of text of the row.</param>
    /// <param name="isAnchor">It carries the quantity.</param>
    /// <param name="isText">It fills a row of its own, and carries none.</param>
    /// <param name="edges">Where the columns end on its page.</param>
    public void Add(PageLine line, bool isAnchor, bool isText, ColumnEdges edges)
    {
        if (!isAnchor && (IsNote(line, edges) || (isText && !line.Phrases.Any(phrase => LabelSplit.Find(phrase) is { HasColon: true }))))
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
            else if (isAnchor || isAbove || !(GoesOn(phrase, column) || TakeApart(phrase, column)))
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
            case OrderColumn.BuyerCode or OrderColumn.SupplierCode when !isAnchor && cell.Text[^1] is not '-' && DescribesToo(headers[column]):
                row.Extras[OrderColumn.Description] = row.Extras.TryGetValue(OrderColumn.Description, out var said) ? (said.Label, said.Value.With(phrase, Joint(said.Value.Text))) : ("", new(phrase.Text, phrase.Page, phrase.Box));
                break;
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
                cell = cell.With(phrase, Joint(cell.Text));
                break;
        }
    }

    /// <summary>A word that was broken at its hyphen is one word.</summary>
    private static string Joint(string text) => text is [.., var last, '-'] && char.IsLetterOrDigit(last) ? "" : " ";

    /// <summary>« Part Number / Description »: the codes, and under them what the things are called.</summary>
    private bool DescribesToo(HeaderCell header) =>
        header.Text.Split('/', '&') is { Length: > 1 } parts && Array.Exists(parts, part => OrderColumnNames.Find(part.Trim())?.Column == OrderColumn.Description) && !headers.Any(other => other.Column == OrderColumn.Description);

    /// <summary>What a narrow column broke: a label whose value stands on the next line, or a value that goes on there behind its hyphen.</summary>
    private bool GoesOn(Phrase phrase, int column)
    {
        if (_open is not var (at, label, name) || at != column)
        {
            return false;
        }

        _open = null;
        var has = row.Extras.TryGetValue(label, out var extra);
        if (phrase.Words.Count > 1 || (!has && !IsOf(label, phrase.Text)))
        {
            if (!has)
            {
                AddTo(column, name, isAnchor: false);
            }

            return false;
        }

        row.Extras[label] = has ? (extra.Label, extra.Value.With(phrase, "")) : (name.Text.TrimEnd(':', ' '), new(phrase.Text, phrase.Page, phrase.Box));
        return true;
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
            if (label is { Value: null, HasColon: true, Column: OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.RequestedDate } && !headers.Any(header => header.Column == label.Column))
            {
                _open = (column, label.Column.Value, label.Label);
                return true;
            }

            if (label is { Value: { } value, Column: OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.RequestedDate or OrderColumn.Note or OrderColumn.PriceBase }
                && !headers.Any(header => header.Column == label.Column) && (IsOf(label.Column.Value, value.Text) || IsBroken(label.Column.Value, value.Text)))
            {
                row.Extras.TryAdd(label.Column.Value, (label.Text, new(value.Text, value.Page, value.Box)));
                _open = value.Text.EndsWith('-') ? (column, label.Column.Value, label.Label) : null;
                taken = true;
            }
        }

        return taken;
    }

    private static bool IsBroken(OrderColumn column, string text) =>
        column is OrderColumn.BuyerCode or OrderColumn.SupplierCode && text.EndsWith('-') && !text.Contains(' ', StringComparison.Ordinal);

    private static bool IsOf(OrderColumn column, string text) => column switch
    {
        OrderColumn.RequestedDate => CellDate.TryParse(text, out _),
        OrderColumn.Note => true,
        OrderColumn.PriceBase => RowWords.IsAmount(text),
        _ => text.Any(char.IsAsciiDigit) && !text.Contains(' ', StringComparison.Ordinal),
    };

    private void AddText(Phrase phrase) => row.Notes.Add(new(phrase.Text, phrase.Page, phrase.Box));
}
