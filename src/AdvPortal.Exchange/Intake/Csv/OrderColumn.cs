using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>What a column of an order table holds.</summary>
internal enum OrderColumn
{
    OrderNumber,
    IssueDate,
    RequestedDate,
    Currency,
    Contract,
    BuyerId,
    BuyerName,
    BuyerEmail,
    BuyerGln,
    BuyerVat,
    SupplierName,
    ShipToName,
    ShipToGln,
    ShipToStreet,
    ShipToPostcode,
    ShipToCity,
    ShipToCountry,
    LineNo,
    BuyerCode,
    SupplierCode,
    Gtin,
    Description,
    Quantity,
    Unit,
    NetPrice,
    PriceBase,
    LineAmount,
    Note,
}

/// <summary>The names under which people export these columns, French and English, the plainest first.</summary>
internal static class OrderColumnNames
{
    private static readonly FrozenDictionary<string, (OrderColumn Column, int Rank)> Names = Build(
        (OrderColumn.OrderNumber, "po_number purchase_order_number order_number numero_commande numero_de_commande n_commande no_commande num_commande n_cde no_cde num_cde ref_commande reference_commande reference_de_commande ref_cde order_no order_id order_ref order_reference purchase_order po_no po bon_de_commande bon_commande n_bon_de_commande n_bc numero_bc customer_po customer_reference po_ref cde commande order bestellnummer n_de_commande no_de_commande votre_commande notre_commande"),
        (OrderColumn.IssueDate, "order_date date_commande date_de_commande date_de_la_commande date_cde issue_date po_date document_date date_document date_emission date_d_emission bestelldatum date"),
        (OrderColumn.RequestedDate, "requested_delivery_date requested_date delivery_date date_souhaitee date_de_livraison_souhaitee date_livraison_souhaitee livraison_souhaitee date_de_livraison date_livraison date_demandee date_de_livraison_demandee date_livraison_demandee date_voulue date_liv deliver_by need_by need_by_date needed_by required_date date_required due_date livraison_le livraison delai delai_souhaite date_requise lieferdatum requested_delivery ship_date"),
        (OrderColumn.Currency, "currency currency_code devise code_devise monnaie waehrung"),
        (OrderColumn.Contract, "contract contract_number contract_reference contract_ref contrat n_contrat no_contrat num_contrat numero_contrat ref_contrat reference_contrat marche n_marche numero_marche"),
        (OrderColumn.BuyerId, "account_id customer_id customer_number customer_no customer_code code_client n_client no_client num_client numero_client numero_de_client compte_client client_id buyer_id id_client account compte kundennummer"),
        (OrderColumn.BuyerName, "buyer_company customer_name buyer_name nom_client nom_du_client raison_sociale company_name customer buyer client acheteur societe company"),
        (OrderColumn.BuyerEmail, "buyer_email customer_email contact_email email e_mail mail courriel"),
        (OrderColumn.BuyerGln, "buyer_gln gln_client gln_acheteur gln_commandeur gln"),
        (OrderColumn.BuyerVat, "vat_number vat_id vat tva_intracommunautaire n_tva_intracommunautaire tva_intracom n_tva num_tva numero_tva numero_de_tva"),
        (OrderColumn.SupplierName, "supplier supplier_name fournisseur nom_fournisseur vendor vendor_name"),
        (OrderColumn.ShipToName, "ship_to_name ship_to delivery_name deliver_to delivery_site livre_a lieu_de_livraison lieu_livraison site_de_livraison site_livraison destinataire entrepot magasin depot site"),
        (OrderColumn.ShipToGln, "ship_to_gln delivery_gln gln_livraison gln_livre gln_de_livraison gln_lieu_de_livraison"),
        (OrderColumn.ShipToStreet, "ship_to_street ship_to_address delivery_address adresse_de_livraison adresse_livraison street address adresse rue"),
        (OrderColumn.ShipToPostcode, "ship_to_postcode ship_to_zip delivery_postcode postcode postal_code zip_code zip code_postal cp cp_livraison"),
        (OrderColumn.ShipToCity, "ship_to_city delivery_city city ville ville_livraison ville_de_livraison"),
        (OrderColumn.ShipToCountry, "ship_to_country delivery_country country country_code pays code_pays"),
        (OrderColumn.LineNo, "line_number line_no line_num line n_ligne no_ligne num_ligne numero_ligne numero_de_ligne n_de_ligne ligne poste n_poste position pos rang line_id no n num"),
        (OrderColumn.BuyerCode, "buyer_sku buyer_code buyer_item_code customer_sku customer_item_code customer_part_number buyer_part_number code_article code_article_client ref_article_client reference_client ref_client notre_reference notre_ref notre_code sku item_code item_number item_no item_id product_code code_produit ref_article reference_article reference_produit ref_produit n_article no_article numero_article part_number part_no pn article_number article_no article_code article_id article produit product item material material_number code reference ref artikelnummer"),
        (OrderColumn.SupplierCode, "supplier_sku supplier_code supplier_item_code supplier_part_number vendor_sku vendor_code vendor_part_number seller_sku ref_fournisseur reference_fournisseur code_article_fournisseur ref_article_fournisseur votre_reference votre_ref votre_code votre_code_article"),
        (OrderColumn.Gtin, "gtin ean ean13 ean_13 gtin13 gtin_13 code_ean ean_code code_barres code_barre barcode upc gencod gencode"),
        (OrderColumn.Description, "description designation designation_article libelle libelle_article libelle_produit desc item_description product_description item_name product_name name intitule descriptif nom_produit nom_article bezeichnung"),
        (OrderColumn.Quantity, "quantity qty qte quantite quantite_commandee qte_commandee qte_cde qt ordered_quantity order_quantity order_qty ordered_qty qty_ordered quantity_ordered qtes quantites nombre nb menge"),
        (OrderColumn.Unit, "unit_of_measure uom unit unite unites unite_de_mesure unite_mesure unite_de_vente u_m um udm un unit_code code_unite einheit uv u"),
        (OrderColumn.NetPrice, "unit_price net_price net_unit_price prix_unitaire_net prix_net prix_unitaire prix_unitaire_ht prix_ht pu_net pu_ht pu_net_ht prix_net_ht p_u pu prix_unit prix price cost unit_cost tarif preis p_u_ht"),
        (OrderColumn.PriceBase, "price_base_quantity price_base price_per base_prix base_de_prix quantite_de_base base_quantity unite_de_prix prix_par prix_pour par"),
        (OrderColumn.LineAmount, "line_total line_amount net_amount montant_ligne total_ligne montant_ht total_ht montant_net montant_net_ht montant extended_price line_value amount total subtotal sous_total betrag total_ligne_ht montant_ligne_ht"),
        (OrderColumn.Note, "note notes comment comments commentaire commentaires remarque remarques observation observations instruction instructions"));

    /// <summary>What a header stands for, and how plainly; null when it is none of ours.</summary>
    public static (OrderColumn Column, int Rank)? Find(string header) => Names.TryGetValue(Normalise(header), out var found) ? found : null;

    /// <summary>« Qté commandée (pce) » becomes <c>qte_commandee</c>: no accents, no case, no brackets, one mark between words.</summary>
    public static string Normalise(string header)
    {
        var text = new StringBuilder(header.Length);
        var bracket = 0;
        foreach (var c in Ascii.IsValid(header) ? header : header.Normalize(NormalizationForm.FormKD))
        {
            bracket += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (bracket > 0 || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (text.Length > 0 && text[^1] != '_')
            {
                text.Append('_');
            }
        }

        var name = text.ToString().Trim('_');
        foreach (var tail in (ReadOnlySpan<string>)["_eur", "_euro", "_euros"])
        {
            name = name.EndsWith(tail, StringComparison.Ordinal) ? name[..^tail.Length] : name;
        }

        return InOneForm(name);
    }

    /// <summary>« Commande n° », « numéro de commande » and "order no." differ by little words only: articles go, the number word comes first.</summary>
    private static string InOneForm(string name)
    {
        if (!name.Contains('_'))
        {
            return IsLittleWord(name) ? "" : name;
        }

        var words = name.Split('_');
        var kept = words.Where(word => !IsLittleWord(word));
        var isNumbered = Array.Exists(words, IsNumberWord);
        return isNumbered ? $"n_{string.Join('_', kept.Where(word => !IsNumberWord(word)))}" : string.Join('_', kept);
    }

    private static bool IsLittleWord(string word) => word is "de" or "du" or "des" or "d" or "la" or "le" or "l" or "the" or "of";

    private static bool IsNumberWord(string word) => word is "n" or "no" or "nr" or "num" or "numero" or "number" or "nbr";

    private static FrozenDictionary<string, (OrderColumn, int)> Build(params ReadOnlySpan<(OrderColumn Column, string Names)> columns)
    {
        Dictionary<string, (OrderColumn, int)> names = new(StringComparer.Ordinal);
        foreach (var (column, list) in columns)
        {
            var rank = 0;
            foreach (var name in list.Split(' '))
            {
                names.TryAdd(InOneForm(name), (column, rank++));
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
