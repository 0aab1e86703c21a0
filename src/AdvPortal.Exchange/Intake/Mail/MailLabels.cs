using System.Collections.Frozen;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What a label of a message may stand for, beside what a column of a table may.</summary>
internal enum MailLabel
{
    BuyerSection,
    SupplierSection,
    ShipToSection,
    LinesSection,
    Name,
    Street,
    Phone,
    Email,
    Contact,
    InvoiceeSection,
    Total,
    Column,
}

/// <summary>Knows the labels that people put before a colon, French and English, and what is usual around.</summary>
internal static class MailLabels
{
    private static readonly FrozenDictionary<string, MailLabel> Names = Build(
        (MailLabel.BuyerSection, "buyer acheteur client customer donneur_d_ordre bill_to sold_to commanditaire"),
        (MailLabel.SupplierSection, "supplier fournisseur vendor seller vendeur"),
        (MailLabel.ShipToSection, "ship_to shipto deliver_to delivery_to delivery_address shipping_address ship_to_address adresse_de_livraison adresse_livraison livraison livrer_a livraison_a a_livrer_a lieu_de_livraison lieu_livraison site_de_livraison destinataire livre_a shipping delivery lieferadresse lieferanschrift direccion_de_entrega lugar_de_entrega indirizzo_di_consegna luogo_di_consegna destinazione_merce"),
        (MailLabel.InvoiceeSection, "adresse_de_facturation adresse_facturation facturation facturer_a a_facturer_a invoice_to invoice_address billing_address rechnungsadresse rechnungsanschrift direccion_de_facturacion indirizzo_di_fatturazione"),
        (MailLabel.LinesSection, "line_items items lines order_lines articles lignes lignes_de_commande produits products details order_details"),
        (MailLabel.Name, "company company_name societe raison_sociale entreprise"),
        (MailLabel.Street, "address adresse"),
        (MailLabel.Phone, "phone tel telephone tel_ mobile portable"),
        (MailLabel.Email, "email e_mail mail courriel"),
        (MailLabel.Contact, "contact attn attention a_l_attention_de interlocuteur"),
        (MailLabel.Total, "total order_total grand_total total_ht montant_total montant_total_ht total_general subtotal sous_total total_net net_total total_net_ht gesamtsumme zwischensumme importe_total totale totale_imponibile base_imponible"));

    /// <returns>Null for a label of no meaning to an order.</returns>
    public static (MailLabel Label, OrderColumn? Column)? Find(string label) =>
        Names.TryGetValue(OrderColumnNames.Normalise(label), out var section) ? (section, null)
        : OrderColumnNames.Find(label) is var (column, _) ? (MailLabel.Column, column)
        : label.Split(' ', 2) is [var own, var rest] && own.ToLowerInvariant() is "notre" or "our" && OrderColumnNames.Find(rest)?.Column is < OrderColumn.LineNo and var known ? (MailLabel.Column, known)
        : null;

    private static FrozenDictionary<string, MailLabel> Build(params (MailLabel Label, string Names)[] labels) => labels
        .SelectMany(label => label.Names.Split(' ').Select(name => (name: OrderColumnNames.Normalise(name.Replace('_', ' ')), label.Label)))
        .DistinctBy(entry => entry.name)
        .ToFrozenDictionary(entry => entry.name, entry => entry.Label, StringComparer.Ordinal);
}
