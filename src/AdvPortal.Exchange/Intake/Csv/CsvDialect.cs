using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Says how a delimited text was read, so that a person who sees odd values knows why.</summary>
internal static class CsvDialect
{
    /// <param name="decimalMark">Null when no number of the file tells.</param>
    /// <param name="headerRow">Counted from 0; -1 without headers.</param>
    public static Problem Say(char delimiter, string encoding, char? decimalMark, int headerRow)
    {
        var mark = ProblemText.Word(decimalMark switch { ',' => "mark-comma", '.' => "mark-point", _ => "mark-none" });
        object[] parts = headerRow < 0 ? [Delimiter(delimiter), encoding, mark] : [Delimiter(delimiter), encoding, mark, Place.Text(headerRow + 1)];
        return new(ProblemSeverity.Info, "csv-detected", new(headerRow < 0 ? "csv-detected-no-header" : "csv-detected", parts));
    }

    private static string Delimiter(char delimiter) => delimiter switch
    {
        ';' => ProblemText.Word("delimiter-semicolon"),
        ',' => ProblemText.Word("delimiter-comma"),
        '\t' => ProblemText.Word("delimiter-tab"),
        '|' => ProblemText.Word("delimiter-bar"),
        _ => delimiter.ToString(),
    };
}
