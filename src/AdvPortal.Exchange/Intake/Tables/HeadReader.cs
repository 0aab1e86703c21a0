using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Reads the cells above, between and below tables: labels with the value beside or under them, titles, and the name the sheet opens with.</summary>
internal sealed partial class HeadReader(OrderHead head, ProblemLog log, CellMark? mark)
{
    private const int LongestBlock = 6;
    private const int LetterheadWithin = 4;
    private const int TitleWords = 6;
    private const int TitleWithin = 2;

    private static readonly string[] CompanyForms = ["SA", "SAS", "SASU", "SARL", "EURL", "SCOP", "SNC", "GIE", "GMBH", "AG", "KG", "LTD", "LIMITED", "PLC", "LLC", "INC", "INC.", "CORP", "GROUP", "GROUPE", "BV", "NV", "SRL", "SPA", "S.A.", "S.A.S."];

    private readonly HashSet<(int Row, int Column)> _seen = [];

    /// <param name="rows">In their sequence; empty ones may be left out.</param>
    /// <param name="isTop">They stand above everything, where a letterhead is.</param>
    /// <param name="isBetween">They stand between two tables, where a word may part what is ordered from what is not.</param>
    public void Read(IReadOnlyList<CellRow> rows, bool isTop, bool isBetween = false)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            List<string>? unread = null;
            for (var c = 0; c < rows[r].Cells.Length; c++)
            {
                var text = rows[r].Cells[c].Trim();
                if (text.Length > 0 && rows[r].Kinds?[c] != CellKind.Repeated && !_seen.Contains((r, c)) && !ReadCell(rows, r, c, text, isTop))
                {
                    (unread ??= []).Add(text);
                }
            }

            if (unread is not null && !unread[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                log.Add(isBetween ? ProblemSeverity.Warning : ProblemSeverity.Info, "row-unread", Place.Row(rows[r].Number), OrderRow.Words(unread));
            }
        }
    }

    /// <summary>« Bon de commande n° BC-118 du 23/11/2026 »: a title that is a label with its value.</summary>
    /// <returns>The label, the number and the rest that may be a date; null for what is no such title.</returns>
    public static (string Label, string Number, string? IssuedOn)? Title(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(words.Length - 1, TitleWords); count > 0; count--)
        {
            var (label, number, rest) = (string.Join(' ', words[..count]), words[count].TrimEnd(',', ';', '.'), words[(count + 1)..]);
            var isFollowed = rest.Length == 0 || rest[0] is "du" or "of" or "dated" or "vom" or "-" or "–" or "—" or "le";
            if (number.Length >= 3 && number.Any(char.IsAsciiDigit) && isFollowed && OrderColumnNames.Find(label) is (OrderColumn.OrderNumber, _))
            {
                return (label, number.TrimStart('#'), rest.Length > 1 ? string.Join(' ', rest[1..]) : null);
            }
        }

        return null;
    }

    private bool ReadCell(IReadOnlyList<CellRow> rows, int r, int c, string text, bool isTop)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < text.Length - 1 && (head.Find(text[..colon]) is not null || head.IsIgnored(text[..colon])))
        {
            var more = head.Find(text[..colon]) is { } column && IsBlock(column) ? Below(rows, r, c) : "";
            return head.Take(text[..colon], text[(colon + 1)..].Trim() + more, At(rows[r], c));
        }

        if (NumberUnderTitle(rows, r, c, text) is { } numbered)
        {
            _seen.Add((r, numbered));
            return head.Take(text, rows[r].Cells[numbered], At(rows[r], numbered), OrderColumn.OrderNumber);
        }

        var isKnown = head.Find(text.TrimEnd(':', ' ', '\u00A0', '\u202F')) is not null || head.IsIgnored(text);
        if (isKnown || text.EndsWith(':'))
        {
            return ReadLabel(rows, r, c, text);
        }

        if (Title(text) is var (label, number, issuedOn))
        {
            head.Take(label, number, At(rows[r], c));
            if (issuedOn is not null && Csv.CellDate.Read(issuedOn, out _) != Csv.CellDate.Kind.Invalid)
            {
                head.TakeAs(OrderColumn.IssueDate, issuedOn, At(rows[r], c));
            }

            return true;
        }

        if (isTop && r < LetterheadWithin && IsLetterhead(rows, r, text))
        {
            head.TakeLetterhead(text, At(rows[r], c));
            return true;
        }

        return colon > 0 && colon < text.Length - 1 && LooksLikeLabel(text[..colon]) && head.Take(text[..colon], text[(colon + 1)..], At(rows[r], c));
    }

    /// <summary>The value stands beside the label, or under it.</summary>
    private bool ReadLabel(IReadOnlyList<CellRow> rows, int r, int c, string label)
    {
        var isBlock = head.Find(label.TrimEnd(':', ' ', '\u00A0', '\u202F')) is { } column && IsBlock(column);
        var cells = rows[r].Cells;
        for (var right = c + 1; right < cells.Length; right++)
        {
            var value = cells[right].Trim();
            if (value.Length == 0 || rows[r].Kinds?[right] == CellKind.Repeated)
            {
                continue;
            }

            if (IsLabel(value))
            {
                break;
            }

            _seen.Add((r, right));
            return head.Take(label, isBlock ? value + Below(rows, r, right) : value, At(rows[r], right));
        }

        if (r + 1 < rows.Count && c < rows[r + 1].Cells.Length && rows[r + 1].Cells[c].Trim() is { Length: > 0 } under && !IsLabel(under) && head.Find(label.TrimEnd(':', ' ', '\u00A0', '\u202F')) is { } known && (known != OrderColumn.OrderNumber || IsNumber(under)))
        {
            _seen.Add((r + 1, c));
            return head.Take(label, isBlock ? under + Below(rows, r + 1, c) : under, At(rows[r + 1], c));
        }

        return false;
    }

    /// <summary>The lines of an address under its first one.</summary>
    private string Below(IReadOnlyList<CellRow> rows, int r, int c)
    {
        var block = "";
        for (var below = r + 1; below < Math.Min(rows.Count, r + LongestBlock) && rows[below].Number == rows[below - 1].Number + 1; below++)
        {
            var cells = rows[below].Cells;
            if (c >= cells.Length || cells[c].Trim() is not { Length: > 0 } line || IsLabel(line) || line.Contains(':', StringComparison.Ordinal) || (c > 0 && cells[c - 1].Trim().Length > 0) || rows[below].Kinds?[c] == CellKind.Repeated)
            {
                break;
            }

            _seen.Add((below, c));
            block += "\n" + line;
        }

        return block;
    }

    /// <summary>« N° » with a number beside it, under « Bon de commande »: the sign alone says of nothing what it numbers.</summary>
    /// <returns>Where the number stands; null where this is none.</returns>
    private int? NumberUnderTitle(IReadOnlyList<CellRow> rows, int r, int c, string text)
    {
        if (OrderColumnNames.Normalise(text) is not ("n" or "no" or "nr" or "num" or "numero" or "number") || head[OrderColumn.OrderNumber] is not null)
        {
            return null;
        }

        var isUnderTitle = Enumerable.Range(1, TitleWithin).Any(up => r >= up && c < rows[r - up].Cells.Length && head.Find(rows[r - up].Cells[c].Trim()) == OrderColumn.OrderNumber);
        var beside = Array.FindIndex(rows[r].Cells, c + 1, cell => !string.IsNullOrWhiteSpace(cell));
        return isUnderTitle && beside >= 0 && IsNumber(rows[r].Cells[beside].Trim()) ? beside : null;
    }

    private bool IsLabel(string text) => text.EndsWith(':') || head.Find(text) is not null;

    /// <summary>Under a title stands its number, or whatever else a sheet goes on with: « Devis n° D-99 », an address, a day.</summary>
    private static bool IsNumber(string text) =>
        text.Any(char.IsAsciiDigit) && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 2 && !text.Contains(':', StringComparison.Ordinal) && Csv.CellDate.Read(text, out _) is Csv.CellDate.Kind.Invalid;

    private static bool IsBlock(OrderColumn column) => column is OrderColumn.ShipToName or OrderColumn.ShipToStreet or OrderColumn.BuyerName or OrderColumn.SupplierName;

    private static bool LooksLikeLabel(string text) => text.Length <= 30 && char.IsLetter(text[0]) && !text.Any(char.IsAsciiDigit);

    /// <summary>A company's name is known by its form, or by the address under it; a title has neither.</summary>
    private static bool IsLetterhead(IReadOnlyList<CellRow> rows, int r, string name)
    {
        if (name.Length > OrderColumnNames.LongestName || !name.Any(char.IsLetter) || OrderColumnNames.Find(name) is not null)
        {
            return false;
        }

        var under = r + 1 < rows.Count ? rows[r + 1].Cells.Select(cell => cell.Trim()).FirstOrDefault(cell => cell.Length > 0) : null;
        return name.Split(' ').Any(word => CompanyForms.Contains(word.ToUpperInvariant(), StringComparer.Ordinal)) || (under is not null && Address().IsMatch(under));
    }

    private Action<string>? At(CellRow row, int column)
    {
        return mark is null ? null : Found;

        void Found(string value) => mark(value, row.Index, column);
    }

    [GeneratedRegex(@"^\d{1,5}[ ,]+(bis |ter )?\p{L}|\b\d{5}\b.*\p{L}|\p{L}.*\b\d{5}\b|^(rue|avenue|boulevard|zone|z\.?[ai]\.?|bp|chemin|route|place|quai|impasse)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Address();
}
