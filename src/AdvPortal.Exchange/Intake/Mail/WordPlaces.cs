using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Where a sentence wants the goods: « à livrer à Nantes avant le 12 », « livraison à notre atelier de Vierzon (18100) », "delivery to our Leeds workshop".</summary>
internal static partial class WordPlaces
{
    private const int Longest = 160;

    /// <param name="text">The line with its dates blanked.</param>
    /// <returns>The place as it is written; null where none is named.</returns>
    public static (int Start, string Text)? In(string text)
    {
        if (Wanted().Match(text) is not { Success: true } wanted)
        {
            return null;
        }

        var place = wanted.Groups["place"];
        var named = Ends().Replace(place.Value, "").TrimEnd(' ', ',', ';', '.', '-', '–');
        return named.Length is > 1 and <= Longest && (wanted.Groups["ours"].Success || char.IsUpper(named[0]) || Addressed().IsMatch(named)) ? (place.Index, named) : null;
    }

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>A sentence goes on behind « av. » and « St. ».</summary>
    [GeneratedRegex(
        @"\b(livrer|livrez|livraisons?|exp[ée]dier|exp[ée]diez|deliver|delivery|ship|lieferung|liefern|entrega|entregar|consegna|consegnare)\b(\s+(souhait[ée]e|demand[ée]e|impérative|required|requested|wanted))?(\s+(le|les|la|on|by|entro|avant|pour|il|the|du|am|para|el)\b)*\s+,?\s*"
        + @"(à l['’]|à la\s|à\s|au\s|aux\s|chez\s|sur\s(?=notre\s|nos\s)|to\s|at\s|presso\s|an\s|(?<=\bentregar?\b[^.;!?]{0,40})en\s)\s*(?<ours>(notre|nos|our|nostro|il nostro|la nostra|nuestro|nuestra|unser\w*)\s+)?(?-i:the\s|la\s|le\s|il\s)?"
        + @"(?!(charge|frais|compte|convenance|demande|request|expense|cost)\b)(?<place>[\p{L}\d](?:[^.;!?:]|(?<=\b(av|bd|st|rte|ch))\.)*)", Usual, 5000)]
    private static partial Regex Wanted();

    /// <summary>What a sentence says behind the place.</summary>
    [GeneratedRegex(@"[\s,(–-]+(\b(avant|pour|d['’]ici|au plus|le|entre|by|before|for|no later|on|please|svp|s['’]il|merci|si possible|entro|bis|antes|et|and|with|avec|sous|dans|within|en \d|franco|aux? (heures|frais)|in \d)\b.*|\s{3,}.*)$", Usual, 5000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b\d{5}\b|\d.*\b(rue|avenue|av|boulevard|bd|route|place|chemin|impasse|allée|street|st|road|rd|way|drive|via|calle|stra(ß|ss)e)\b|\b(rue|avenue|boulevard|route|via|calle)\b.*\d", Usual, 5000)]
    private static partial Regex Addressed();
}
