using Sylvan.Data.Csv;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>A delimited text: finds its delimiter and opens it row by row.</summary>
internal static class CsvSource
{
    private const int SampledLines = 25;

    /// <summary>A cell of a megabyte is no cell; the reader's buffer grows no further.</summary>
    private const int LargestRow = 1024 * 1024;

    private const int SmallestBuffer = 1024;
    private const int LargestBuffer = 16 * 1024;

    private static readonly char[] Delimiters = [';', '\t', '|', ','];

    /// <summary>The delimiter that most lines of the beginning share in number; a decimal comma loses against the semicolon.</summary>
    /// <returns>Null when no line is parted by any of them.</returns>
    public static char? FindDelimiter(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            return text[4];
        }

        var best = (Delimiter: (char?)null, Score: 0);
        foreach (var delimiter in Delimiters)
        {
            var score = Score(text, delimiter);
            best = score > best.Score ? (delimiter, score) : best;
        }

        return best.Delimiter;
    }

    public static CsvDataReader Open(string text, char delimiter) => CsvDataReader.Create(
        new StringReader(text),
        new CsvDataReaderOptions
        {
            Delimiter = delimiter,
            HasHeaders = false,
            CsvStyle = CsvStyle.Lax,
            // Sylvan takes lines that start with # for comments; in an order they are lines.
            Comment = '\uFFFF',
            // Most orders are a few rows: no more is set aside for them than they hold.
            BufferSize = Math.Clamp(text.Length + 1, SmallestBuffer, LargestBuffer),
            MaxBufferSize = LargestRow,
        });

    /// <summary>Weighs how often the delimiter stands in the lines by how many lines agree on the number.</summary>
    private static int Score(string text, char delimiter)
    {
        List<int> counts = [];
        var (quoted, count) = (false, 0);
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                count++;
            }
            else if (c == '\n' && !quoted)
            {
                counts.Add(count);
                count = 0;
                if (counts.Count == SampledLines)
                {
                    break;
                }
            }
        }

        if (count > 0)
        {
            counts.Add(count);
        }

        var usual = counts.Where(n => n > 0).GroupBy(n => n).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        return usual is null ? 0 : (usual.Count() * 100 / counts.Count * 10) + Math.Min(usual.Key, 9);
    }
}
