using System.Text.RegularExpressions;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Exchange.Intake.Mail;

namespace AdvPortal.Exchange.Inquiries;

/// <summary>Numbers in a client's words that may be an order's or a delivery's; what they really are, only the company's own books say.</summary>
/// <param name="Orders">Ours, such as CV26-04518.</param>
/// <param name="Deliveries">Ours, such as BL26-00001.</param>
/// <param name="References">The client's numbers of orders.</param>
public sealed partial record NamedThings(IReadOnlyList<string> Orders, IReadOnlyList<string> Deliveries, IReadOnlyList<string> References)
{
    private const int Most = 20;
    private const int LongestText = 20_000;

    public static NamedThings In(string? subject, string text)
    {
        var whole = $"{subject}\n{text}";
        whole = whole[..Math.Min(whole.Length, LongestText)];
        var own = Own().Matches(whole).Select(match => match.Value.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();

        // Said to be an order's, or long enough to be no quantity, no year and no house: telephone numbers, accounts and amounts are told by what stands around them.
        var said = OrderNumbers.In(whole).Select(found => found.Number);
        var bare = Bare().Matches(Aside().Replace(whole, " ")).Select(match => match.Value);
        var references = said.Concat(bare).Where(number => !own.Contains(number.ToUpperInvariant())).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).ToList();

        return new([.. own.Where(number => !number.StartsWith("BL", StringComparison.Ordinal)).Take(Most)], [.. own.Where(number => number.StartsWith("BL", StringComparison.Ordinal)).Take(Most)], references);
    }

    /// <summary>What a question is about, by its words; nothing is decided by it but who looks first.</summary>
    public static InquiryKind KindOf(string? subject, string text)
    {
        var whole = $"{subject}\n{text}";
        whole = whole[..Math.Min(whole.Length, LongestText)];

        return AboutInvoice().IsMatch(whole) ? InquiryKind.Invoice
            : AboutPrice().IsMatch(whole) ? InquiryKind.Price
            : AboutDocument().IsMatch(whole) ? InquiryKind.Document
            : AboutDelivery().IsMatch(whole) ? InquiryKind.Delivery
            : AboutOrder().IsMatch(whole) ? InquiryKind.OrderStatus
            : InquiryKind.Other;
    }

    public static InquiryPriority PriorityOf(string? subject, string text) =>
        Urgent().IsMatch($"{subject}\n{text[..Math.Min(text.Length, LongestText)]}") ? InquiryPriority.High : InquiryPriority.Normal;

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<![\w-])(CV|BL)\d{2}-\d{5,}(?![\w-])", Usual, 5000)]
    private static partial Regex Own();

    [GeneratedRegex(@"(?<![\w.,/+-])(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d[\w/-]*\d)[A-Z0-9][\w/-]{4,23}[A-Z0-9](?![\w-])(?![.,]\d)", Usual, 5000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(\+|(t[ée]l|phone|fax|mobile|portable|port|iban|siren|siret|rcs|tva|vat|gln|ean|gtin|bic)\.?\s*(n[°º]|intra\w*)?\s*[:.]?\s*)[\d +().-]{6,}|\b0\d([ .-]?\d{2}){4}\b|\S+@\S+|https?://\S+|\d+[.,]?\d*\s?(€|eur\b|kg\b|\$)|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b", Usual, 5000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(factur\w+|invoice\w*|r[eè]glement|paiement|payment|avoir|credit note)\b", Usual, 5000)]
    private static partial Regex AboutInvoice();

    [GeneratedRegex(@"\b(prix|tarif\w*|devis|price\w*|quot(e|ation)\w*)\b", Usual, 5000)]
    private static partial Regex AboutPrice();

    [GeneratedRegex(@"\b(certificat\w*|certificate\w*|fiches? technique\w*|data ?sheet\w*|attestation\w*|accus[ée] de r[ée]ception|order confirmation|bons? de livraison|delivery notes?)\b", Usual, 5000)]
    private static partial Regex AboutDocument();

    [GeneratedRegex(@"\b(livr\w+|exp[ée]di\w+|transport\w*|suivi|colis|d[ée]lais?|deliver\w*|ship\w*|track\w*|parcel\w*)\b", Usual, 5000)]
    private static partial Regex AboutDelivery();

    [GeneratedRegex(@"\b(commandes?|orders?|purchase order|reliquats?|back ?orders?)\b", Usual, 5000)]
    private static partial Regex AboutOrder();

    [GeneratedRegex(@"\b(urgen(t|te|ts|ce|cy)|asap|au plus vite|imm[ée]diatement|d[eè]s que possible)\b", Usual, 5000)]
    private static partial Regex Urgent();
}
