using System.Text;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads e-mail addresses, telephone numbers, web addresses and short quotations, so that no figure in them is taken for another thing.</summary>
internal static class Contacts
{
    private static readonly Pattern _mail = Lexicon.Raw(@"[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+");
    private static readonly Pattern _web = Lexicon.Raw(@"\b(?:https?://|www\.)[^ \n]+");
    private static readonly Pattern _phone = Lexicon.Raw(@"(?:\+ ?|\b00)[1-9](?:[ .\-/]?(?:\(0\))?[ .\-/]?[0-9]){7,13}\b|\b0[1-9](?:[ .\-/]?[0-9]{2}){4}\b|\(?\b0[0-9]{2,4}\)?[ \-][0-9]{3,4}[ \-]?[0-9]{3,4}\b|\b0[0-9]{9,10}\b");
    private static readonly Pattern _short = Lexicon.Raw(@"\b(?:poste|ext|extension|ligne interne)\.? ?(?<n>[0-9]{3,5})\b");
    private static readonly Pattern _quote = Lexicon.Raw(@"(?:^|[ (:\n])(?:"" ?(?<q>[^"" \n]{1,20}) ?""|'(?<q2>[^' \n]{1,20})')");

    public static void Read(MappedText text, Marks marks)
    {
        var folded = text.Value;

        foreach (var match in _mail.Matches(folded))
        {
            marks.Add(new("MAIL", match.Index, match.Index + match.Length, text.OriginalOf(match.Index, match.Index + match.Length).Of(text.Original)));
        }

        foreach (var match in _web.Matches(folded))
        {
            marks.Add(new("WEB", match.Index, match.Index + match.Length));
        }

        foreach (var match in _quote.Matches(folded))
        {
            var quoted = match.Groups["q"].Success ? match.Groups["q"] : match.Groups["q2"];
            var from = match.Index + match.Value.IndexOfAny(['"', '\'']);
            marks.Add(new("QUOTE", from, match.Index + match.Length, text.OriginalOf(quoted.Index, quoted.Index + quoted.Length).Of(text.Original)));
        }

        foreach (var match in _phone.Matches(folded))
        {
            marks.Add(new("PHONE", match.Index, match.Index + match.Length, Digits(match.Value)));
        }

        foreach (var match in _short.Matches(folded))
        {
            marks.Add(new("PHONE", match.Index, match.Index + match.Length, match.Groups["n"].Value));
        }
    }

    /// <summary>The national zero in parentheses is not dialled from abroad.</summary>
    private static string Digits(string written)
    {
        var digits = new StringBuilder(written.StartsWith('+') ? "+" : "");

        foreach (var sign in (written.StartsWith('+') || written.StartsWith("00", StringComparison.Ordinal) ? written.Replace("(0)", "", StringComparison.Ordinal) : written).Where(char.IsAsciiDigit))
        {
            digits.Append(sign);
        }

        return digits.ToString();
    }
}
