using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>An amount of money in an ISO 4217 currency.</summary>
internal sealed record Money(decimal Amount, string Currency);

/// <summary>Reads lead times, lengths, weights, amounts of money and plain numbers.</summary>
/// <remarks>Marks: LEAD (hours, decimal), SIZE (centimetres), WEIGHT (kilograms), MONEY, NUM (a number in figures or words).</remarks>
internal static class Quantities
{
    private const string Number = "(?:" + NumberWords.Figures + "|" + NumberWords.Spelled + ")";
    private const string Working = "(?: (?:ouvres?|ouvrables?|francs?|calendaires?|pleins?|working|business|clear|full|calendar))?";

    private static readonly Pattern _lead = Lexicon.Raw(
        @"\b(?:(?:au moins|minimum|mini|at least|de|d'|of) )?(?<n>" + Number + @"|une?|one|an?)(?:e)? ?(?<w>working |business |clear |full |calendar )?(?<u>jours?|j|heures?|h|hrs?|hours?|days?|semaines?|weeks?)" + Working + @"(?:'s?|s')?"
        + @"(?<t>(?: (?:au moins|minimum|mini))? (?:avant|a l'avance|d'avance|au prealable|auparavant|before|ahead|in advance|beforehand|prior|earlier|de preavis|de prevenance|notice|advance notice|notification|lead time|de delai))\b"
        + @"|\b(?:preavis|delai(?: de (?:prevenance|preavis|livraison|commande))?|notice(?: period)?|lead time|sous|within|prevenance|preavis minimum|minimum notice)(?: (?:minimum|mini|minimal|obligatoire|de|d'|of|is|est|est de|:|au moins|at least))* ?:? ?(?<n2>" + Number + @"|une?|one|an?) ?(?<w2>working |business |clear )?(?<u2>jours?|j|heures?|h|hrs?|hours?|days?|semaines?|weeks?)\b" + Working
        + @"|\b(?<eve2>l'avant-veille|avant-veille)\b|\b(?<eve>(?:la |des la )?veille|the day before(?: delivery)?|a day ahead|the previous day|day before)\b");

    private static readonly Pattern _days = Lexicon.Raw(@"\b(?<n>" + Number + @"|une?|one|a) ?(?<u>jours?|heures?|hours?|days?|semaines?|weeks?)\b(?: (?:ouvres?|ouvrables?|francs?|working|business))?|\b(?<n2>24|48|72|96) ?(?<u2>h|hrs?)\b|\bj ?[-+] ?(?<n3>[1-9])\b");

    private static readonly Pattern _size = Lexicon.Raw(@"\b(?<m>[0-9]) ?m(?:etres?)? ?(?<c>[0-9]{1,2})\b|\b(?<n>" + NumberWords.Figures + "|" + NumberWords.Spelled + @") ?(?<u>cm|centimetres?|centimeters?|mm|millimetres?|millimeters?|m|metres?|meters?)\b");

    private static readonly Pattern _weight = Lexicon.Raw(
        @"\b(?<half>half a (?:metric )?ton(?:ne)?|une demi[ -]tonne|demi[ -]tonne)\b|\b(?<n>" + NumberWords.Figures + "|" + NumberWords.Spelled + @"|une|a|one) ?(?<u>kgs?|kilos?|kilogrammes?|kilograms?|t|tonnes?|tons?|metric tons?|metric tonnes?)\b(?<and> (?:et demie|and a half))?");

    private static readonly Pattern _money = Lexicon.Raw(
        @"\b(?<n>" + NumberWords.Figures + @") ?(?<k>k)? ?(?<c>€|euros?|eur|£|gbp|pounds?|livres sterling|\$|usd|dollars?|chf|francs suisses|swiss francs)|(?<c2>€|£|\$|eur |gbp |usd |chf ) ?(?<n2>" + NumberWords.Figures + @")(?<k2>k)?\b|\b(?<n3>" + NumberWords.Spelled + @") (?<c3>euros?|pounds?|dollars?)\b");

    private static readonly Pattern _number = Lexicon.Raw(@"\b(?<n>" + Number + @")\b");

    public static void Leads(string folded, Marks marks)
    {
        foreach (var match in _lead.Matches(folded))
        {
            var hours = match.Groups["eve"].Success ? 24 : match.Groups["eve2"].Success ? 48 : Hours(match, match.Groups["n"].Success ? "" : "2");
            Add(marks, "LEAD", match, hours);
        }
    }

    public static void Money(string folded, Marks marks)
    {
        foreach (var match in _money.Matches(folded))
        {
            var form = match.Groups["c"].Success ? "" : match.Groups["c2"].Success ? "2" : "3";
            var amount = NumberWords.Read(match.Groups["n" + form].Value) * (match.Groups["k" + form].Success ? 1000 : 1);
            Add(marks, "MONEY", match, amount is { } sum ? new Money(sum, CurrencyOf(match.Groups["c" + form].Value.Trim())) : null);
        }
    }

    public static void Read(string folded, Marks marks)
    {
        foreach (var match in _size.Matches(folded))
        {
            Add(marks, "SIZE", match, Centimetres(match));
        }

        foreach (var match in _weight.Matches(folded))
        {
            Add(marks, "WEIGHT", match, Kilograms(match));
        }

        foreach (var match in _days.Matches(folded))
        {
            Add(marks, "SPELL", match, match.Groups["n3"].Success ? NumberWords.Read(match.Groups["n3"].Value) * 24 : Hours(match, match.Groups["n"].Success ? "" : "2"));
        }

        foreach (var match in _number.Matches(folded))
        {
            Add(marks, "NUM", match, NumberWords.Read(match.Groups["n"].Value));
        }
    }

    private static decimal? Hours(Match match, string form) =>
        NumberWords.Read(match.Groups["n" + form].Value) * (match.Groups["u" + form].Value[0] switch { 'j' or 'd' => 24, 's' or 'w' => 24 * 7, _ => 1 });

    private static decimal? Centimetres(Match match)
    {
        if (match.Groups["m"].Success)
        {
            var cents = match.Groups["c"].Value;
            return NumberWords.Read(match.Groups["m"].Value) * 100 + NumberWords.Read(cents.Length == 1 ? cents + "0" : cents);
        }

        // « 1.500 m » would be 1 500 metres: nobody stacks that high, a mark before three figures is a decimal one here.
        var number = NumberWords.Read(match.Groups["n"].Value);

        return match.Groups["u"].Value switch { var unit when unit.StartsWith("mm", StringComparison.Ordinal) || unit.StartsWith("mi", StringComparison.Ordinal) => number / 10, var unit when unit[0] is 'c' => number, _ => number > 100 ? number / 10 : number * 100 };
    }

    private static decimal? Kilograms(Match match) =>
        match.Groups["half"].Success ? 500 : (NumberWords.Read(match.Groups["n"].Value) + (match.Groups["and"].Success ? 0.5m : 0)) * (match.Groups["u"].Value[0] is 'k' ? 1 : 1000);

    private static string CurrencyOf(string written) => written switch
    {
        "£" or "gbp" or "pound" or "pounds" or "livres sterling" => "GBP",
        "$" or "usd" or "dollar" or "dollars" => "USD",
        "chf" or "francs suisses" or "swiss francs" => "CHF",
        _ => "EUR",
    };

    private static void Add(Marks marks, string name, Match match, object? value)
    {
        if (value is not null)
        {
            marks.Add(new(name, match.Index, match.Index + match.Length, value));
        }
    }
}
