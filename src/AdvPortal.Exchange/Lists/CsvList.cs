using System.Buffers;
using System.Globalization;
using System.Text;

namespace AdvPortal.Exchange.Lists;

/// <summary>Writes lists that people open in a spreadsheet: UTF-8 with its mark, RFC 4180 quotes, and nothing that a spreadsheet would compute.</summary>
public static class CsvList
{
    private static readonly SearchValues<char> _starts = SearchValues.Create("=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20\u2013\u2212");
    private static readonly SearchValues<char> _figures = SearchValues.Create("0123456789 .,()/\u00A0\u202F");

    // Both separators: a list in French that a spreadsheet in English opens must not become other cells, and what is inside one no formula.
    private static readonly SearchValues<char> _quoted = SearchValues.Create("\"\r\n\t,;");

    // Characters written together.
    private const int AtOnce = 16 * 1024;

    /// <param name="rows">Cells as they are; null for an empty one.</param>
    /// <param name="separator">What the reader's spreadsheet expects: ';' in French, ',' in English.</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows, char separator)
    {
        var text = new StringBuilder();

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                text.Append(i == 0 ? "" : separator);
                Append(text, Harmless(row[i] ?? ""));
            }

            text.Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The same row by row, as they come: none of them is kept.</summary>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="rows">Cells: text, <see cref="decimal"/>, <see cref="int"/>, <see cref="DateOnly"/>, or null for an empty one.</param>
    /// <param name="inFrench">« 1234,50 », 25/11/2026 and a semicolon between; else 1234.50, 2026-11-25 and a comma.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<IReadOnlyList<object?>> rows, bool inFrench, CancellationToken ct)
    {
        var (text, separator) = (new StringBuilder(), inFrench ? ';' : ',');
        await output.WriteAsync(Encoding.UTF8.GetPreamble(), ct);

        await foreach (var row in rows.WithCancellation(ct))
        {
            for (var i = 0; i < row.Count; i++)
            {
                text.Append(i == 0 ? "" : separator);
                Append(text, row[i], inFrench);
            }

            text.Append("\r\n");

            if (text.Length > AtOnce)
            {
                await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
                text.Clear();
            }
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
    }

    // A number and a date of ours compute nothing, and hold no separator.
    private static void Append(StringBuilder text, object? cell, bool inFrench)
    {
        switch (cell)
        {
            case null:
                break;
            case decimal number:
                text.Append(number.ToString(CultureInfo.InvariantCulture).Replace('.', inFrench ? ',' : '.'));
                break;
            case DateOnly day:
                text.Append(day.ToString(inFrench ? "dd'/'MM'/'yyyy" : "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture));
                break;
            case IFormattable other:
                Append(text, other.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                Append(text, Harmless(cell.ToString() ?? ""));
                break;
        }
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); « -3,50 » and "+33 2 37" compute nothing.</summary>
    private static string Harmless(string cell)
    {
        var start = cell.AsSpan().TrimStart(" \u00A0\u202F\"'\0");

        return start.Length > 0 && _starts.Contains(start[0]) && (start[0] is not ('+' or '-' or '\u2212') || start[1..].ContainsAnyExcept(_figures))
            ? $"'{cell}"
            : cell;
    }

    private static void Append(StringBuilder text, string cell)
    {
        if (cell.AsSpan().ContainsAny(_quoted) || cell.StartsWith(' ') || cell.EndsWith(' '))
        {
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(cell);
        }
    }
}
