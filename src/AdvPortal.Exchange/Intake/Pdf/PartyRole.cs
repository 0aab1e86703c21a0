using System.Collections.Frozen;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Whom a block of lines with a name and an address is.</summary>
[Flags]
internal enum PartyRole
{
    None = 0,
    Buyer = 1,
    Supplier = 2,
    ShipTo = 4,
    Invoicee = 8,
}

/// <summary>The labels over and before such blocks, French and English, and what is usual around.</summary>
internal static class PartyRoles
{
    private static readonly FrozenDictionary<string, PartyRole> Names = Build(
        (PartyRole.ShipTo, "ship to;ship-to;ship to address;deliver to;delivery to;delivery address;shipping address;ship to party;shipped to;consignee;delivery site;goods recipient;livrer à;à livrer à;livraison à;livré à;livrée à;livraison;adresse de livraison;lieu de livraison;point de livraison;site de livraison;destinataire;destinataire de la marchandise;adresse de réception;lieferadresse;lieferanschrift;delivery location;place of delivery;ship-to address;adresse d'expédition;dirección de entrega;lugar de entrega;indirizzo di consegna;luogo di consegna;destinazione merce;destinazione"),
        (PartyRole.Invoicee, "bill to;bill-to;invoice to;invoicing address;billing address;invoice address;billed to;invoicee;facturer à;à facturer à;facturé à;facturée à;facturation;adresse de facturation;facture à;facture à adresser à;rechnungsadresse;bill to address;send invoice to;remit invoice to;rechnungsanschrift;dirección de facturación;indirizzo di fatturazione"),
        (PartyRole.Buyer, "buyer;purchaser;customer;sold to;sold-to;ordered by;acheteur;client;donneur d'ordre;donneur d’ordre;commandé par;émetteur;de la part de;from;besteller;auftraggeber;kunde;société;company;buying company;purchasing company;issued by;émis par;comprador;committente"),
        (PartyRole.Supplier, "supplier;vendor;seller;to supplier;order to;purchase from;vendor address;supplier address;fournisseur;vendeur;adresse fournisseur;adresse du fournisseur;adressé à;adressée à;lieferant;vendor information;supplier information;supplier details;vendor details;ship from;order placed with;to;proveedor;fornitore"),
        (PartyRole.ShipTo | PartyRole.Invoicee, "invoicing and shipping address;bill to / ship to;bill to/ship to;ship to / bill to;billing and shipping address;shipping and billing address;adresse de livraison et de facturation;adresse de facturation et de livraison;livraison et facturation;facturation et livraison"));

    /// <param name="hasColon">Words that stand in any sentence (« client », "to") are labels only with one.</param>
    public static PartyRole Of(string label, bool hasColon)
    {
        var name = OrderColumnNames.Normalise(label);
        return Names.TryGetValue(name, out var role) && (hasColon || name is not ("to" or "from" or "client" or "customer" or "societe" or "company" or "livraison" or "facturation")) ? role : PartyRole.None;
    }

    private static FrozenDictionary<string, PartyRole> Build(params ReadOnlySpan<(PartyRole Role, string Names)> roles)
    {
        Dictionary<string, PartyRole> names = new(StringComparer.Ordinal);
        foreach (var (role, list) in roles)
        {
            foreach (var name in list.Split(';'))
            {
                names.TryAdd(OrderColumnNames.Normalise(name), role);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
