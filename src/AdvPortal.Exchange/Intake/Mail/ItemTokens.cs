using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Finds quantities, codes and prices in a line as people type it: « 12 boîtes réf. 1234 à 8,40 € », "Item 887712 qty 1200".</summary>
internal static partial class ItemTokens
{
    private const int ShortestCode = 4;
    private const int ShortestNumericCode = 6;

    /// <param name="text">The line, with dates and addresses blanked.</param>
    public static List<ItemToken> In(string text)
    {
        List<ItemToken> tokens = [];
        foreach (Match match in Shapes().Matches(text))
        {
            if (Of(match) is { } token)
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    /// <summary>The unit of a number, as people write it.</summary>
    public static bool IsUnit(string word) => UnitWord().IsMatch(word);

    /// <summary>A code by its looks alone: capitals and digits, or nothing but many digits.</summary>
    public static bool LooksLikeCode(string word) =>
        word.Length >= ShortestCode && (word.Any(char.IsAsciiDigit) || word.AsSpan().Count('-') > 1) && !Dimension().IsMatch(word)
        && (word.All(char.IsAsciiDigit) ? word.Length is >= ShortestNumericCode and <= 14 : word.Any(char.IsAsciiLetterUpper) && (word.Length > 4 || word.Contains('-', StringComparison.Ordinal)));

    /// <summary>The same line with what is no article in it blanked, character for character.</summary>
    public static string Blanked(string text, IEnumerable<WordDate> dates)
    {
        var kept = Contacts().Replace(text, match => new(' ', match.Length)).ToCharArray();
        foreach (var date in dates.Where(date => date.Doubt != "date-both-ways" || date.Text.Contains('/', StringComparison.Ordinal)))
        {
            kept.AsSpan(date.Start, date.Length).Fill(' ');
        }

        return new(kept);
    }

    private static ItemToken? Of(Match match)
    {
        ItemToken Token(ItemPart part, Group value, string? unit = null, decimal? @base = null, bool isMarked = false) =>
            new(part, match.Index, match.Length, value.Value, value.Index, unit is { Length: > 0 } ? unit : null, @base, isMarked);
        var groups = match.Groups;
        return groups["price"].Success ? Token(ItemPart.Price, groups["price"], groups["currency"].Value, Base(groups["base"].Value))
            : groups["marked"].Success ? Token(ItemPart.Code, groups["marked"], isMarked: true) with { IsTheirs = groups["theirs"].Success }
            : groups["quantity"].Success ? Token(ItemPart.Quantity, groups["quantity"], groups["unit"].Value)
            : groups["bare"].Success ? LooksLikeCode(groups["bare"].Value) ? Token(ItemPart.Code, groups["bare"]) : null
            : groups["number"].Success ? Token(ItemPart.Number, groups["number"])
            : null;
    }

    private static decimal? Base(string word) => word.ToLowerInvariant() switch
    {
        "" => null,
        "cent" or "hundred" => 100,
        "mille" or "thousand" => 1000,
        _ => decimal.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units) && units > 0 ? units : null,
    };

    private const string Num = @"(?:\d{1,3}(?:[ \u00A0\u202F.,'’]\d{3})+|\d+)(?:[.,]\d+)?";
    private const string Unit = @"pi[eè]ces?|pces?|pcs?|bo[iî]tes?|btes?|cartons?|ctns?|colis|paquets?|sachets?|lots?|jeux?|rouleaux?|m[eè]tres?|kg|kilos?|tonnes?|litres?|palettes?|unit[ée]s?|paires?|sacs?|bidons?|f[uû]ts?|bobines?|barres?|plaques?|feuilles?|off|stuks?|st[üu]cke?|stk|packungen|packung|pakete?|kartons?|rollen?|dosen?|beutel|uds?|unidad(?:es)?|cajas?|paquetes?|pezz[io]|pz|scatol[ae]|confezion[ei]|rotol[io]|douzaines?|caisses?|seaux?|tubes?|packs?|ea|each|pieces?|boxes|box|cases?|bags?|rolls?|sets?|ft|feet|pallets?|units?|dozens?|pairs?|drums?|kits?|mm|cm|ml|m²|m|l|t|u|st";
    private const string Currency = @"€|\$|£|EUR|USD|GBP|CHF|CAD|euros?";
    private const string PriceBase = @"(?:\s*(?:HT|H\.T\.|net))*(?:\s*(?:/|les|le|par|per|pour|the)\s*(?<base>\d+|cent|mille|hundred|thousand)(?!\w))?(?:\s*(?:/|l['’]|la|le|per|par)\s*(?:unit[ée]?|pi[eè]ce|bo[iî]te|pce|pc|each|piece|box|m[eè]tre|m|kg|ea|rouleau|sachet|carton|paquet|lot|paire|palette|bidon|jeu|roll|pack|set|pair|bag|case|st[üu]ck|stk|packung|pezzo|ud|unidad)(?!\w)|\s*(?:each|pi[eè]ce)(?!\w))?";

    [GeneratedRegex(
        $@"(?:(?:au\s+prix(?:\s+unitaire)?(?:\s+net)?\s+de|at\s+a\s+price\s+of|à|a|@|at|pu|p\.u\.|prix(?:\s+unitaire)?(?:\s+net)?|(?:unit\s+)?price|(?:einzel)?preis|precio|prezzo)\s*:?\s*)?(?:(?<currency>{Currency})\s?(?<price>{Num})|(?<![\w.,/-])(?<price>{Num})\s?(?<currency>{Currency})(?!\w)){PriceBase}"
        + $@"|(?<!\w)(?:@|pu|p\.u\.|prix(?:\s+unitaire)?(?:\s+net)?|(?:unit\s+)?price|preis|einzelpreis|precio|prezzo)\s*:?\s*(?<price>{Num}){PriceBase}|(?<!\w)(?:à|at)\s+(?<price>\d+[.,]\d{{2,4}})(?![\d/]){PriceBase}"
        + $@"|(?<!\w)(?:qty|quantity|qt[ée]s?|quantit[ée]s?)\s*\.?\s*[:=]?\s*(?<quantity>{Num})(?:\s?(?<unit>{Unit})(?!\w))?(?!\w)"
        + @"|(?<!\w)(?:(?<theirs>votre|vos|your|ihre?|vostr[oa]|su)\s+)?(?:r[ée]f(?:[ée]rences?)?|c[óo]digo|codice|art(?:ikel)?\.?-?n(?:r|ummer)|code(?:\s+article)?|art(?:icle)?|items?|sku|part(?:\s+(?:no|number))?|p/n|pn|produit|product|gtin|ean)\s*\.?\s*(?:n\s*[°º]|no\.|\#)?\s*[:#]?\s*(?<marked>(?=[\w./-]*\d|(?-i:[A-Z]{2,}[A-Z-]{2,}(?!\w)))[a-z0-9](?:[\w./-]*[a-z0-9])?)(?![\w-])"
        + $@"|(?<![\w.,/-])(?!\d{{6}})(?<quantity>{Num})\s?(?:(?<unit>{Unit})\s?)?(?<!\p{{L}})[x×](?=\s+(?!\d+(?:mm|cm)?\b)\S|\s*r[ée]f|\s+\d{{4,}})"
        + $@"|(?<![\w-])(?<!\b(?:en|sur|dans|par|sous|on|in|per|auf|su)\s+)(?<quantity>{NumberWords.Pattern})\s+(?=\p{{L}}{{3}})(?<unit>{Unit})(?![\w'’])"
        + $@"|(?<![\w-])(?<!(?<![\w./-])(?:[MØ]\s?\d{{1,3}}|\d{{1,2}})(?:[.,]\d+)?\s?)[x×]\s?(?<quantity>{Num})(?:\s?(?<unit>{Unit})(?!\w))?(?![\w/-])"
        + $@"|(?<![\w.,/-])(?<quantity>{Num})\s?(?<unit>{Unit})(?![\w'’])(?:\s+(?:de|of)\s+\d{{1,4}}(?!\d)(?:\s?(?:{Unit})(?!\w))?(?=\s))?"
        + @"|(?<![\w./-])(?-i:(?<bare>(?=[A-Z0-9./_-]*\d|[A-Z0-9]+-[A-Z0-9]+-[A-Z0-9])(?=[0-9./_-]*[A-Z])[A-Z0-9]+(?:[-./_][A-Z0-9]+)*|\d{6,14}))(?![\w-])"
        + $@"|(?<![\w.,/-])(?<number>{Num})(?![\w/-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Shapes();

    [GeneratedRegex($@"^(?:{Unit})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex UnitWord();

    /// <summary>M8x30, 1/2, 9/16-18, 30mm, DIN933: what a thing is like, not what it is called.</summary>
    [GeneratedRegex(@"^(M?\d+([xX×/.,-]\d+)+(MM|CM)?|[MD]\d+([.,/]\d+)?([xX-]\d+)?|(DIN|ISO|EN|NF|AISI|UNC|UNF)-?\d+|\d+([./-]\d+)+|\d{1,5}|\d+(PCS|PCE|KG|MM|CM|ML|M|L|T))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Dimension();

    [GeneratedRegex(@"\S+@\S+|https?://\S+|www\.\S+|\+\d[\d .()/-]{7,}\d|(?<!\d)0\d(?:[ .]\d\d){4}(?!\d)|\(?\d{3}\)?[ -]\d{3}-\d{4}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Contacts();
}
