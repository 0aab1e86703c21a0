using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Rows that sum up the rows above, by their words or by their numbers.</summary>
internal sealed partial class OrderRow
{
    private static readonly string[] TotalWords =
    [
        "total", "sous-total", "sous total", "subtotal", "sub-total", "sub total", "montant total", "grand total", "totaux", "net à payer", "net a payer", "gesamt", "gesamtbetrag", "gesamtsumme", "nettosumme", "endbetrag", "summe", "zwischensumme",
        "nombre de lignes", "nombre d'articles", "nb de lignes", "nb lignes", "nombre total", "quantité totale", "quantite totale", "number of lines", "number of items", "anzahl positionen", "totale", "subtotale", "suma", "importe total", "totaal", "subtotaal",
    ];

    /// <summary>Sums between two pages: the lines are still to come.</summary>
    private static readonly string[] CarriedWords = ["à reporter", "a reporter", "report", "reporté", "reports", "carried forward", "brought forward", "carried over", "übertrag", "à suivre", "a suivre"];

    /// <summary>Nothing but numbers: no article, of its own or merged down to it, no words, no price, no number of a line, no day to deliver it by.</summary>
    public bool IsBare =>
        !Says(OrderColumn.BuyerCode) && !Says(OrderColumn.SupplierCode) && !Says(OrderColumn.Gtin) && !Says(OrderColumn.Description) && !Says(OrderColumn.NetPrice) && !Says(OrderColumn.LineNo) && !Says(OrderColumn.RequestedDate);

    /// <summary>Whether the numbers of the row are the sums of those above it.</summary>
    public bool IsSumOf(decimal quantity, decimal amount) =>
        (NumberIn(OrderColumn.LineAmount) is { } total && total == amount) || (NumberIn(OrderColumn.Quantity) is { } counted && counted == quantity);

    /// <param name="quantity">The sum of the quantities above, which is no sum of money.</param>
    public void ReadTotal(OrderDraft? order, decimal quantity)
    {
        var usual = _positions[(int)OrderColumn.LineAmount];
        for (var i = _source.Width; i > 0 && order is not null; i--)
        {
            // First where the amounts stand, then from the right.
            var at = i == _source.Width ? usual : i;
            if (at <= 0 || at >= _source.Width || (at == usual && i == usual))
            {
                continue;
            }

            var cell = _source[at];
            var isExact = _source.KindOf(at) == CellKind.Number & Numbers.TryParseXml(cell, out var total);
            var kind = isExact ? CellNumber.Kind.Plain : CellNumber.Read(cell, _style.Mark, out total);
            if (kind == CellNumber.Kind.Invalid || (at == _positions[(int)OrderColumn.Quantity] && total == quantity))
            {
                continue;
            }

            var isPayable = IsPayable(FirstCell(out _));
            Set(total);
            if (_style.Note(kind))
            {
                _style.Defer(cell.ToString(), Where(), Set);
            }

            return;

            void Set(decimal value)
            {
                if (isPayable)
                {
                    order.Payable = value;
                }
                else
                {
                    order.LineExtension = value;
                }
            }
        }
    }

    private static bool IsPayable(ReadOnlySpan<char> words) =>
        words.Contains("TTC", StringComparison.OrdinalIgnoreCase) || words.StartsWith("net ", StringComparison.OrdinalIgnoreCase) || words.Contains("brutto", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the words of a sum make of the row; null for a row that says none. An article may be called « Total Quartz »: it has a price.</summary>
    private Role? SumRole(bool isCounted)
    {
        if (isCounted && Own(OrderColumn.NetPrice))
        {
            return null;
        }

        for (var position = 0; position < _source.Width; position++)
        {
            var cell = _source[position].Trim();
            if (cell.IsEmpty || _source.KindOf(position) == CellKind.Repeated)
            {
                continue;
            }

            if (char.IsLetter(cell[0]) && (!isCounted || !HasArticleBeside(position)))
            {
                var role = StartsWithWord(cell, TotalWords) ? Role.Total : StartsWithWord(cell, CarriedWords) ? Role.Empty : (Role?)null;
                if (role is not null)
                {
                    return role;
                }
            }

            // The order's number and the line's may stand before the words.
            if (position >= _layout.Columns.Length || _layout.Columns[position] is not <= OrderColumn.LineNo)
            {
                return null;
            }
        }

        return null;
    }

    private bool Says(OrderColumn column) => !Cell(column).Trim().IsEmpty;

    private decimal? NumberIn(OrderColumn column) =>
        Own(column) && CellNumber.Read(Cell(column), Kind(column) == CellKind.Number ? '.' : _style.FoundMark ?? _style.Mark, out var number) != CellNumber.Kind.Invalid ? number : null;

    private bool HasArticleBeside(int position)
    {
        foreach (var column in (ReadOnlySpan<OrderColumn>)[OrderColumn.BuyerCode, OrderColumn.SupplierCode, OrderColumn.Gtin, OrderColumn.Description])
        {
            if (_positions[(int)column] != position && Own(column))
            {
                return true;
            }
        }

        return false;
    }
}
