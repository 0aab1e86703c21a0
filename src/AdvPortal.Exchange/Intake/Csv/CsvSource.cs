using System.Buffers;
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

    private static readonly SearchValues<char> Signs = SearchValues.Create(";\t|,\"\n");

    private static ReadOnlySpan<char> Delimiters => [';', '\t', '|', ','];

    /// <summary>The delimiter that most lines of the beginning share in number; a decimal comma loses against the semicolon.</summary>
    /// <returns>Null when no line is parted by any of them.</returns>
    public static char? FindDelimiter(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            return text[4];
        }

        // One pass for all of them: a short file is read twice as fast for it.
        Span<int> counts = stackalloc int[SampledLines * Delimiters.Length];
        var lines = Count(text, counts);
        var best = (Delimiter: (char?)null, Score: 0);
        for (var i = 0; i < Delimiters.Length; i++)
        {
            var score = Score(counts, i, lines);
            best = score > best.Score ? (Delimiters[i], score) : best;
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

    /// <summary>How often each delimiter stands in each of the first lines, quoted text left out.</summary>
    /// <returns>The number of lines; an unended last one counts when something is parted in it.</returns>
    private static int Count(ReadOnlySpan<char> text, Span<int> counts)
    {
        var (line, from, isQuoted) = (0, 0, false);
        while (line < SampledLines && text[from..].IndexOfAny(Signs) is var step and >= 0)
        {
            var c = text[from + step];
            from += step + 1;
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted)
            {
                if (c == '\n')
                {
                    line++;
                }
                else
                {
                    counts[(line * Delimiters.Length) + Delimiters.IndexOf(c)]++;
                }
            }
        }

        return line < SampledLines && counts.Slice(line * Delimiters.Length, Delimiters.Length).ContainsAnyExcept(0) ? line + 1 : line;
    }

    /// <summary>Weighs how often the delimiter stands in the lines by how many lines agree on the number.</summary>
    private static int Score(ReadOnlySpan<int> counts, int delimiter, int lines)
    {
        var (usual, agreeing) = (0, 0);
        for (var line = 0; line < lines; line++)
        {
            var (number, same) = (counts[(line * Delimiters.Length) + delimiter], 0);
            for (var other = 0; other < lines && number > 0; other++)
            {
                same += counts[(other * Delimiters.Length) + delimiter] == number ? 1 : 0;
            }

            (usual, agreeing) = same > agreeing || (same == agreeing && number > usual) ? (number, same) : (usual, agreeing);
        }

        return agreeing == 0 ? 0 : (agreeing * 100 / lines * 10) + Math.Min(usual, 9);
    }
}
