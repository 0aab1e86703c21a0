namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads the hour by which an order is in, whatever becomes of later ones.</summary>
internal static class CutOffReader
{
    private static readonly Pattern _cutOff = Lexicon.Phrase(
        "(?:(?<deliver>(?:livr|deliver|recept|expedi|arriv)\\w*) (?:\\w+ ){0,3})?(?:commandes?|cde|cdes|orders?|ordering|commander|commandez|ordered)(?<gap>[^;]{0,60}?) (?<h>BEFORE|AT)|(?:cut ?off|heure limite|bouclage|heure de (?:bouclage|cloture)|last orders?|deadline|cloture des commandes|date limite)[^;]{0,50} (?<h2>BEFORE|AT)");
    private static readonly Pattern _late = Lexicon.Phrase(
        "(?:commandes?|cde|cdes|orders?|ordering|ordered)(?<gap>[^;]{0,60}?) (?<h>AFTER)[^;]{0,80} (?:lendemain|DAYS suivant|jour (?:suivant|d apres)|(?:next|following) (?:DAYS|day)|day after)|(?<h2>AFTER) [^;]{0,30}(?:commandes?|cde|cdes|orders?)(?<gap2>[^;]{0,80}) (?:lendemain|DAYS suivant|jour (?:suivant|d apres)|(?:next|following) (?:DAYS|day)|day after)");
    private static readonly Pattern _brought = Lexicon.Raw(@"\b(?:livr|deliver|receptionn|dechar|arriv|expedie|ship|unload|present|bring|appel|call|phone|contact|prev)");

    /// <returns>The hour, the words behind it, and those that are no hours of reception; null when none is said.</returns>
    public static (TimeOnly Hour, Because Because, Span At)? Read(Clause clause)
    {
        foreach (var hit in clause.All(_cutOff))
        {
            var group = hit.Has("h") ? "h" : "h2";

            if (hit.Value<Hours>(group) is { Until: { } hour } && !hit.Has("deliver") && !_brought.IsMatch(hit.Word("gap")) && (hit.Has("h2") || hit.Word("h") is "BEFORE"))
            {
                return (hour, hit.Because("cutOff"), hit.SpanOf(group));
            }
        }

        // « Toute commande passée après 14 h est traitée le lendemain. »
        foreach (var hit in clause.All(_late))
        {
            var group = hit.Has("h") ? "h" : "h2";

            if (hit.Value<Hours>(group) is { From: { } hour } && !_brought.IsMatch(hit.Word("gap") + hit.Word("gap2")))
            {
                return (hour, hit.Because("cutOff"), hit.Span);
            }
        }

        return null;
    }
}
