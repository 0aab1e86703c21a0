namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Whether pages are in French, told by its little words: the style of their numbers follows.</summary>
internal static class PageLanguage
{
    private static readonly HashSet<string> French = new(StringComparer.OrdinalIgnoreCase) { "de", "du", "des", "la", "le", "les", "et", "à", "au", "aux", "par", "pour", "commande", "bon", "livraison", "quantité", "qté", "désignation", "montant", "prix", "fournisseur", "ht", "tva", "ttc", "rue", "réf", "référence" };
    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase) { "the", "of", "and", "to", "by", "for", "order", "purchase", "delivery", "quantity", "qty", "description", "amount", "price", "vendor", "supplier", "vat", "tax", "street", "number", "date", "ship", "bill", "item", "subtotal" };

    public static bool IsFrench(IEnumerable<PageLine> lines)
    {
        var words = lines.SelectMany(line => line.Words).Select(word => word.Text.Trim('.', ':', ',', '(', ')')).ToList();
        return words.Count(French.Contains) >= words.Count(English.Contains);
    }
}
