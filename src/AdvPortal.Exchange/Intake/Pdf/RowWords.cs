using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>The words by which a printed row says that it is no line: a sum, a carry-over, the number of the page.</summary>
internal static partial class RowWords
{
    /// <summary>Nobody orders that many: the digits are those of an account or an article.</summary>
    private const decimal Most = 1_000_000_000;

    public static bool IsTotal(string text) => Total().IsMatch(text);

    public static bool IsCarried(string text) => Carried().IsMatch(text);

    public static bool IsPageNumber(string text) => PageNumber().IsMatch(text);

    /// <summary>« 10 », « 1 250,00 », « 10 PCE », "6.000 Unit(s)": how many.</summary>
    public static bool IsQuantity(string text)
    {
        var match = Quantity().Match(text.Trim());
        return match.Success && CellNumber.Read(match.Groups["number"].Value, '.', out var number) != CellNumber.Kind.Invalid && number < Most;
    }

    /// <summary>A number, with or without its currency.</summary>
    public static bool IsAmount(string text) => text.Any(char.IsAsciiDigit) && CellNumber.Read(text.Trim(), '.', out _) != CellNumber.Kind.Invalid;

    [GeneratedRegex(@"^(untaxed amount|amount untaxed|net amount|net value|total net value|sous[- ]?totaux|sous[- ]?total|sub[- ]?total|totaux|total|grand total|montant total|montant net|montant ht|montant ttc|montant tva|montant de la tva|net a payer|net à payer|net ht|net to pay|amount due|order total|tva|t\.v\.a|vat|gst|tax|taxe|sales tax|frais|port|transport|shipping|freight|delivery charge|postage|handling|remise|rabais|escompte|acompte|discount|eco[- ]?participation|éco[- ]?participation|zwischensumme|gesamt|gesamtsumme|gesamtbetrag|nettosumme|nettobetrag|summe|mwst|net total|gross total|valeur nette|valeur totale|montant hors taxes?|base imponible|importe total|iva|i\.v\.a|totale|totale imponibile|imponibile|base ht|total ht|total ttc)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Total();

    [GeneratedRegex(@"^[\s.…*(-]*(à suivre|a suivre|suite|à reporter|a reporter|report|reporté|continued|to be continued|carried forward|brought forward|carried over|fortsetzung|übertrag|\.\.\./\.\.\.)([\s.…)*:-]|$)|(suite page|suite au verso|continued on|see next page|page suivante)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Carried();

    [GeneratedRegex(@"^(page|seite|p\.|folio)?\s*:?\s*\d{1,4}\s*((/|sur|of|von|de)\s*\d{1,4})?$|^page\b.{0,12}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?<number>[-+−]?\d[\d.,'  \u00A0\u202F\u2009\u2019]*)\s*[\p{L}²³.()/]{0,14}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quantity();
}
