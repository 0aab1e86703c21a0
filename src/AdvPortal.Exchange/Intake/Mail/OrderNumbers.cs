using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>The number of an order in a subject or a sentence: « commande n° 4500187 », "PO-28491", "Purchase Order #12".</summary>
internal static partial class OrderNumbers
{
    private const int ShortestBare = 4;

    /// <param name="Start">Of the number itself, in its text.</param>
    internal sealed record Found(string Number, int Start, int From, int Length);

    public static IEnumerable<Found> In(string text) => Shapes().Matches(text)
        .Select(match => (match, number: match.Groups["number"]))
        .Where(found => IsNumber(found.number.Value, found.match.Groups["sign"].Success))
        .Select(found => new Found(found.number.Value, found.number.Index, found.match.Index, found.match.Length));

    public static string? First(string? text) => text is null ? null : In(text).FirstOrDefault()?.Number;

    // « Commande 12 boîtes » counts boxes, « commande du 12/03/2026 » dates: without a sign only a long number is one.
    private static bool IsNumber(string text, bool isMarked) =>
        text.Any(char.IsAsciiDigit) && (isMarked || text.Any(char.IsAsciiLetter) || text.Length >= ShortestBare) && !(text.Contains('/', StringComparison.Ordinal) && CellDate.TryParse(text, out _)) && !IsYear(text, isMarked);

    private static bool IsYear(string text, bool isMarked) => !isMarked && text is ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];

    [GeneratedRegex(
        @"(?<![\w-])(?:(?:bon\s+de\s+commande|purchase\s+order|commandes?|order|cde|cmd|p\.?o\.?|b\.?c\.?|bestellung|bestelling|bestell-?(?=nr|nummer)|pedido(?:\s+de\s+compra)?|orden\s+de\s+compra|ordine(?:\s+d(?:i\s|['’])acquisto)?)(?:\s+(?:client|achat|d['’]achat|ferme|ouverte))?\s*(?<sign>(?:n\s*[°º]|n[o0]\.?|n\.|nr\.?|nummer|n[uú]m[ée]ro|number|r[ée]f(?:[ée]rence)?\.?)\s*[:#]?|\#)?\s*:?\s*(?:is\s+)?"
        + @"(?<number>(?=[\w./-]*\d)[A-Z0-9](?:[\w./-]*[A-Z0-9])?)(?!\w)(?!\s*(?:x\s|×|qty|qt[ée]|pi[eè]ces?\b|pcs?\b|bo[iî]tes?\b|cartons?\b|unit|€|\$))"
        + @"|(?<number>(?:PO|BC|CDE|CMD|OC|ORD|CF|BDC|ACH|CO)[-_/]?\d(?:[\w/-]*\w)?)(?!\w))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Shapes();
}
