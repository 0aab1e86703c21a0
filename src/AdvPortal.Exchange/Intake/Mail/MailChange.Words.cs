using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>The words in which people change an order.</summary>
internal sealed partial class MailChange
{
    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>« 6 000 » is one number; what stands behind « ligne », what ends a code, and what is money, an hour or a share is none of goods.</summary>
    internal const string Number = @"(?<!\b(?:ligne|line|poste|item|position)\s{0,3}(?:n\s?[°º]\s?)?)(?<![\w.,/-])(?>\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d[\d.,]*\d|\d)(?!\s?(?:€|\$|£|eur\b|euros?\b|chf\b|%|h\d|h\b|heures?\b|:\d))";

    internal const string Verbs = @"supprim\w+|annul\w+|retir\w+|r?ajout\w+|pass(?:er|ez|ons)|port(?:er|ez|ons)|mett(?:re|ez|ons)|remplac\w+|cancel|delete|remove|add|change|replace|set|increase|reduce|decrease|raise|lower|ramen(?:er|ez)|augment(?:er|ez)|r[ée]dui(?:re|sez)|diminu(?:er|ez)|modifi(?:er|ez)|chang(?:er|ez)";

    [GeneratedRegex(@"(?<=[.!?;])(?<!\b(?:r[ée]f|art|n)\.)\s+|,\s+(?=(?:la\s|the\s)?(?:ligne|line)\b)|(?:\s+|,\s+)(?:et|and|puis|then)\s+(?=(?:d['’]\s?|de\s|to\s)?(?:(?:la\s|the\s)?(?:ligne|line)|" + Verbs + @"|r[ée]f)\b)", Usual, 5000)]
    private static partial Regex End();

    [GeneratedRegex(@"\b(?:de|from|von|da)\s+(?<from>" + Number + @")\s*\p{L}*\s+(?:à|a|to|en|auf)\s+(?<to>" + Number + @")|\b(?:replace|remplacer)\s+(?<from>" + Number + @")\s*\p{L}*\s+(?:by|with|par)\s+(?<to>" + Number + @")|(?<from>" + Number + @")\s*(?:->|→|=>)\s*(?<to>" + Number + ")", Usual, 5000)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"(?<to>" + Number + @")\s*(?:x\s+)?[\p{L}²]*\s+(?:(?!\d+[\s,.])[\w./-]+\s+){0,3}?(?:au lieu de|à la place de|instead of|rather than|in place of)\s+(?<from>" + Number + @")|(?:au lieu de|instead of)\s+(?<from>" + Number + @")[^\d]{1,30}?(?<to>" + Number + ")", Usual, 5000)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"\b(?:quantit[ée]|qt[ée]|quantity|qty|port(?:er|ez|ons)|pass(?:er|ez|ons)|mett(?:re|ez)|set|change)\b[^\d]{0,60}?(?:ligne|line|r[ée]f\S{0,40})?[^\d]{0,20}(?:\S{0,40}\d\S{0,40}\s+)?(?:à|a|to|:)\s+(?<to>" + Number + @")|^\s*(?:la\s|the\s)?(?:ligne|line)\s*\d{1,4}\s+(?:à|to)\s+(?<to>" + Number + ")", Usual, 5000)]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:ligne|line|poste|item|position)\s*(?:n\s*[°º]\s*)?(?<no>\d{1,4})(?![\w-])", Usual, 5000)]
    private static partial Regex LineNumber();

    [GeneratedRegex(@"\b(?:lignes|lines|postes|items|positions)\s+\d", Usual, 5000)]
    private static partial Regex SeveralLines();

    /// <summary>What is done already is asked about, or told.</summary>
    [GeneratedRegex(@"\b((?<done>(supprim|annul)ée?s?|retirée?s?|cancelled|deleted|removed)|supprim\w+|annul(er|ez|ons)|retir(er|ez|ons)|delet\w+|remov\w+|cancel\w*|drop|storn\w+|streich\w+)\b", Usual, 5000)]
    private static partial Regex Drops();

    [GeneratedRegex(@"\b(ne|jamais|pourquoi|don['’]t|not|never|why)\b|\bn['’]", Usual, 5000)]
    private static partial Regex Denies();

    [GeneratedRegex(@"\b(prix|tarif\w*|factur\w*|remise\w*|montant\w*|prices?|priced|invoice[ds]?|charged?|discount\w*)\b", Usual, 5000)]
    private static partial Regex Prices();

    [GeneratedRegex(@"\b(r?ajout\w+|en plus|add|added)\b", Usual, 5000)]
    private static partial Regex Adds();

    [GeneratedRegex("^(?:" + Verbs + ")$", Usual, 5000)]
    private static partial Regex OnlyVerb();

    [GeneratedRegex(@"\b(" + Verbs + @"|modifi\w+|chang\w+|r[ée]dui\w+|augment\w+|increase|reduce)\b", Usual, 5000)]
    internal static partial Regex Wishes();
}
