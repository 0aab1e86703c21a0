namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Whether pages are in French or in a language that writes numbers and days like it, told by its little words: the style of their numbers follows.</summary>
internal static class PageLanguage
{
    private static readonly HashSet<string> French = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "du", "des", "la", "le", "les", "et", "à", "au", "aux", "par", "pour", "commande", "bon", "livraison", "quantité", "qté", "désignation", "montant", "prix", "fournisseur", "ht", "tva", "ttc", "rue", "réf", "référence",
        "der", "die", "das", "und", "für", "bestellung", "menge", "preis", "einzelpreis", "gesamtpreis", "liefertermin", "datum", "pedido", "fecha", "cantidad", "precio", "importe", "entrega", "del", "ordine", "di", "quantità", "prezzo", "importo", "consegna", "iva",
    };

    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase) { "the", "of", "and", "to", "by", "for", "order", "purchase", "delivery", "quantity", "qty", "description", "amount", "price", "vendor", "supplier", "vat", "tax", "street", "number", "date", "ship", "bill", "item", "subtotal" };

    public static bool IsFrench(IEnumerable<PageLine> lines)
    {
        var words = lines.SelectMany(line => line.Words).Select(word => word.Text.Trim('.', ':', ',', '(', ')')).ToList();
        return words.Count(French.Contains) >= words.Count(English.Contains);
    }
}
