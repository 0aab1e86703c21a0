namespace AdvPortal.Exchange.Intake.Model;

/// <summary>How wide letters are beside each other in the faces that orders are printed in, whichever it is: near enough to mark a word within a line.</summary>
internal static class LetterWidths
{
    /// <returns>In thousandths of the size, as Helvetica has them (Adobe Core 14 AFM), rounded to a few classes; never 0 for a text that has letters.</returns>
    public static double Of(ReadOnlySpan<char> text)
    {
        var sum = 0d;

        foreach (var letter in text)
        {
            sum += Of(letter);
        }

        return sum;
    }

    private static double Of(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '\'' or '|' or '’' => 222,
        'f' or 't' or 'I' or ' ' or '\u00A0' or '.' or ',' or ':' or ';' or '!' or '/' or '\\' or '[' or ']' => 278,
        'r' or '-' or '(' or ')' or '"' or '*' or '°' => 333,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' or 'J' => 500,
        'm' or 'M' => 833,
        'w' or 'C' or 'D' or 'H' or 'N' or 'R' or 'U' => 722,
        'G' or 'O' or 'Q' => 778,
        'W' or '%' or '@' or '—' or '…' => 944,
        _ when char.IsUpper(letter) => 667,
        _ => 556,
    };
}
