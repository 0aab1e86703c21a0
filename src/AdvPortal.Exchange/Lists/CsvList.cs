using System.Buffers;
using System.Text;

namespace AdvPortal.Exchange.Lists;

/// <summary>Writes lists that people open in a spreadsheet: UTF-8 with its mark, RFC 4180 quotes, and nothing that a spreadsheet would compute.</summary>
public static class CsvList
{
    private static readonly SearchValues<char> _starts = SearchValues.Create("=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20\u2013\u2212");
    private static readonly SearchValues<char> _figures = SearchValues.Create("0123456789 .,()/\u00A0\u202F");

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
                Append(text, Harmless(row[i] ?? ""), separator);
            }

            text.Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); « -3,50 » and "+33 2 37" compute nothing.</summary>
    private static string Harmless(string cell)
    {
        var start = cell.AsSpan().TrimStart(" \u00A0\u202F\"'\0");

        return start.Length > 0 && _starts.Contains(start[0]) && (start[0] is not ('+' or '-' or '\u2212') || start[1..].ContainsAnyExcept(_figures))
            ? $"'{cell}"
            : cell;
    }

    private static void Append(StringBuilder text, string cell, char separator)
    {
        if (cell.AsSpan().ContainsAny("\"\r\n\t") || cell.Contains(separator, StringComparison.Ordinal) || cell.StartsWith(' ') || cell.EndsWith(' '))
        {
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(cell);
        }
    }
}
