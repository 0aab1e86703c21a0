using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AdvPortal.Exchange.Intake.Mail;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>What a column of an order table, or a label beside it, holds; what speaks of the order as a whole stands before <see cref="LineNo"/>.</summary>
internal enum OrderColumn
{
    OrderNumber,
    IssueDate,
    RequestedDate,
    Currency,
    Contract,
    BuyerId,
    BuyerName,
    BuyerContact,
    BuyerPhone,
    BuyerEmail,
    BuyerGln,
    BuyerVat,
    SupplierName,
    OrderTotal,
    ShipToName,
    ShipToGln,
    ShipToStreet,
    ShipToAdditional,
    ShipToPostcode,
    ShipToCity,
    ShipToRegion,
    ShipToCountry,
    LineNo,
    BuyerCode,
    SupplierCode,
    Gtin,
    Description,
    Quantity,
    Unit,
    PackQuantity,
    NetPrice,
    PriceBase,
    LineAmount,
    Note,
}

/// <summary>The names under which people export these columns, in French, English, German, Spanish, Italian and Dutch, the plainest first.</summary>
internal static class OrderColumnNames
{
    private static readonly (OrderColumn Column, string Names)[] Known =
    [
        (OrderColumn.OrderNumber, "po_number purchase_order_number order_number numero_commande numero_de_commande n_commande no_commande num_commande n_cde no_cde num_cde ref_commande reference_commande reference_de_commande ref_cde order_no order_id order_ref order_reference purchase_order po_no po bon_de_commande bon_commande n_bon_de_commande n_bc numero_bc customer_po customer_reference po_ref cde commande order bestellnummer n_de_commande no_de_commande votre_commande notre_commande bestell_nr bestellung auftragsnummer purchase_order_ref your_order votre_bon_de_commande n_piece numero_de_piece piece document_d_achat ebeln belegnummer doc_no do_piece do_ref n_commande_client numero_commande_client commande_client ref_commande_client reference_commande_client customer_order customer_order_number your_order_number n_bon ref_bon bestellung_nr pedido n_pedido num_pedido orden_compra n_orden_compra ordine n_ordine ordine_acquisto ordine_d_acquisto bestelnummer ordernummer inkooporder inkoopordernummer encomenda n_encomenda p_o_no p_o_number p_o commande_fournisseur n_commande_fournisseur bon_de_commande_fournisseur standard_purchase_order bestell_nummer no_pedido pedido_no numero_de_pedido pedido_de_compra orden_de_compra no_orden_de_compra numero_ordine ordine_n ordine_di_acquisto n_ordine_di_acquisto n_ordine_d_acquisto no_pedido_de_compra"),
        (OrderColumn.IssueDate, "order_date date_commande date_de_commande date_de_la_commande date_cde issue_date po_date document_date date_document date_emission date_d_emission bestelldatum date date_piece date_de_piece date_du_bon date_bc date_de_la_piece belegdatum ordered_on issued_on date_of_order do_date bedat aedat datum date_commande_client fecha fecha_pedido fecha_del_pedido fecha_orden data_ordine data_documento data besteldatum orderdatum data_encomenda fecha_de_pedido"),
        (OrderColumn.RequestedDate, "requested_delivery_date requested_date delivery_date date_souhaitee date_de_livraison_souhaitee date_livraison_souhaitee livraison_souhaitee date_de_livraison date_livraison date_demandee date_de_livraison_demandee date_livraison_demandee date_voulue date_liv deliver_by need_by need_by_date needed_by required_date date_required due_date livraison_le livraison delai delai_souhaite date_requise lieferdatum requested_delivery ship_date date_liv_souhaitee date_de_liv_souhaitee date_liv_demandee date_liv_prevue date_de_livraison_prevue date_livraison_prevue livrer_le a_livrer_le a_livrer_pour_le livraison_demandee livraison_prevue delai_de_livraison date_delai date_besoin date_de_besoin required_by req_date request_date delivery_on deliver_on wunschtermin liefertermin wunschlieferdatum date_echeance_livraison date_livr date_livr_souhaitee eta dl_datelivr do_datelivr dl_date_livr eindt date_livraison_demandee_le date_de_livraison_demandee_le fecha_entrega entrega fecha_solicitada data_consegna data_di_consegna consegna consegna_richiesta leverdatum gewenste_leverdatum data_entrega requested_ship_date req_ship_date req_delivery_date delivery_date_requested date_wanted wanted_date in_hands_date arrivee_prevue livr_prevue date_prevue expected_arrival receipt_date gewunschter_liefertermin fecha_de_entrega plazo_de_entrega consegna_entro termine_di_consegna"),
        (OrderColumn.Currency, "currency currency_code devise code_devise monnaie waehrung waers wahrung n_devise dev moneda divisa valuta moeda"),
        (OrderColumn.Contract, "contract contract_number contract_reference contract_ref contrat n_contrat no_contrat num_contrat numero_contrat ref_contrat reference_contrat marche n_marche numero_marche marche_n contrat_cadre contract_no vertrag rahmenvertrag"),
        (OrderColumn.BuyerId, "account_id customer_id customer_number customer_no customer_code code_client n_client no_client num_client numero_client numero_de_client compte_client client_id buyer_id id_client account compte kundennummer code_tiers n_compte compte_tiers votre_n_client kunden_nr do_tiers ct_num codigo_cliente codice_cliente klantnummer no_cliente"),
        (OrderColumn.BuyerName, "buyer_company customer_name buyer_name nom_client nom_du_client raison_sociale company_name customer buyer client acheteur societe company donneur_d_ordre commande_par ordered_by sold_to bill_to besteller kunde auftraggeber cliente comprador klant acquirente committente"),
        (OrderColumn.BuyerContact, "contact interlocuteur contact_name nom_contact buyer_contact contact_client ansprechpartner attention contact_achats sachbearbeiter bearbeiter einkaufer contacto referente"),
        (OrderColumn.BuyerPhone, "phone telephone tel buyer_phone contact_phone telefon tel_contact phone_number telefono"),
        (OrderColumn.BuyerEmail, "buyer_email customer_email contact_email email e_mail mail courriel"),
        (OrderColumn.BuyerGln, "buyer_gln gln_client gln_acheteur gln_commandeur gln"),
        (OrderColumn.BuyerVat, "vat_number vat_id vat tva_intracommunautaire n_tva_intracommunautaire tva_intracom n_tva num_tva numero_tva numero_de_tva"),
        (OrderColumn.SupplierName, "supplier supplier_name fournisseur nom_fournisseur vendor vendor_name seller to_supplier lieferant a_l_attention_de proveedor fornitore leverancier fornecedor"),
        (OrderColumn.OrderTotal, "order_total total_commande total_de_la_commande montant_commande montant_de_la_commande total_ht_commande montant_ht_commande"),
        (OrderColumn.ShipToName, "ship_to_name ship_to delivery_name deliver_to delivery_site livre_a lieu_de_livraison lieu_livraison site_de_livraison site_livraison destinataire entrepot magasin depot site livraison_a adresse_liv lieu_de_liv livrer_a a_livrer_a livree_a deliver_to_name lieferadresse lieferort delivery_place place_of_delivery lugar_entrega luogo_consegna luogo_di_consegna destinatario afleveradres lieferanschrift direccion_de_entrega lugar_de_entrega indirizzo_di_consegna destinazione_merce destinazione adresse_d_expedition"),
        (OrderColumn.ShipToGln, "ship_to_gln delivery_gln gln_livraison gln_livre gln_de_livraison gln_lieu_de_livraison"),
        (OrderColumn.ShipToStreet, "ship_to_street ship_to_address delivery_address adresse_de_livraison adresse_livraison street address adresse rue ship_to_address_1 ship_to_address1 ship_to_street_1 ship_to_line_1 delivery_address_1 delivery_address1 address_1 address1 address_line_1 street_1 adresse_livraison_1 adresse_livraison1 adresse_1 adresse1 adresse_ligne_1"),
        (OrderColumn.ShipToAdditional, "ship_to_address_2 ship_to_address2 ship_to_street_2 ship_to_line_2 delivery_address_2 delivery_address2 address_2 address2 address_line_2 street_2 adresse_livraison_2 adresse_livraison2 adresse_2 adresse2 adresse_ligne_2 complement_adresse complement_d_adresse complement_adresse_livraison"),
        (OrderColumn.ShipToPostcode, "ship_to_postcode ship_to_zip delivery_postcode postcode postal_code zip_code zip code_postal cp cp_livraison"),
        (OrderColumn.ShipToCity, "ship_to_city delivery_city city ville ville_livraison ville_de_livraison"),
        (OrderColumn.ShipToRegion, "ship_to_state ship_to_region ship_to_province delivery_state delivery_region state state_province province"),
        (OrderColumn.ShipToCountry, "ship_to_country delivery_country country country_code pays code_pays"),
        (OrderColumn.LineNo, "line_number line_no line_num line n_ligne no_ligne num_ligne numero_ligne numero_de_ligne n_de_ligne ligne poste n_poste position pos rang line_id no n num no_lig lig ligne_n n_lig pos_nr ebelp row dl_ligne dl_no linea riga regel posicion posizione lin"),
        (OrderColumn.BuyerCode, "buyer_sku buyer_code buyer_item_code customer_sku customer_item_code customer_part_number buyer_part_number code_article code_article_client ref_article_client reference_client ref_client notre_reference notre_ref notre_code sku item_code item_number item_no item_id product_code code_produit ref_article reference_article reference_produit ref_produit n_article no_article numero_article part_number part_no part pn article_number article_no article_code article_id article produit product item material material_number code reference ref artikelnummer code_art ref_art ref_interne reference_interne votre_article matnr materiel artikel_nr artikel artikelnr ar_ref ref_prod code_prod our_part_number our_part our_ref our_reference our_code codigo codigo_articulo codigo_producto articulo referencia codice codice_articolo articolo artikelcode art_nr style style_code style_n artikel_nummer cod cod_articulo cod_articolo"),
        (OrderColumn.SupplierCode, "supplier_sku supplier_code supplier_item_code supplier_part_number vendor_sku vendor_code vendor_part_number seller_sku ref_fournisseur reference_fournisseur code_article_fournisseur ref_article_fournisseur votre_reference votre_ref votre_code votre_code_article ref_fourn reference_fourn ref_four code_fourn code_article_fourn art_fournisseur article_fournisseur ref_frs code_frs ref_fabricant supplier_part supplier_part_no supplier_item vendor_part vendor_part_no vendor_item vendor_item_no supplier_item_no vendor_item_code your_part_number your_code your_ref your_reference lieferantenartikelnummer lieferanten_artikel_nr lief_art_nr idnlf supplier_ref supplier_reference vendor_material af_reffourniss ref_art_fourn ref_article_fourn referencia_proveedor codigo_proveedor codice_fornitore codice_articolo_fornitore ihre_art_nr ihre_artikel_nr ihre_artikelnummer su_referencia ref_proveedor vostro_codice vs_codice cod_fornitore"),
        (OrderColumn.Gtin, "gtin ean ean13 ean_13 gtin13 gtin_13 code_ean ean_code code_barres code_barre barcode upc gencod gencode gtin_ean ean_gtin ean_upc code_ean13 ean_code_13 ean_nr ean11 ar_codebarre codigo_ean codice_ean codigo_barras codice_a_barre"),
        (OrderColumn.Description, "description designation designation_article libelle libelle_article libelle_produit desc item_description product_description item_name product_name name intitule descriptif nom_produit nom_article bezeichnung article_designation designation_de_l_article designation_produit libelle_de_l_article txz01 texte_article artikelbezeichnung beschreibung short_text material_description part_description item_desc product_desc kurztext dl_design ar_design maktx descripcion descripcion_articulo denominacion descrizione descrizione_articolo omschrijving descricao texte texte_court concepto denominazione"),
        (OrderColumn.Quantity, "quantity qty qte quantite quantite_commandee qte_commandee qte_cde qt ordered_quantity order_quantity order_qty ordered_qty qty_ordered quantity_ordered qtes quantites nombre nb menge qte_a_commander qte_demandee quantite_demandee qte_cmd qte_commande quantite_a_commander qte_article bestellmenge anzahl stk order_qty_uom qty_order pieces pcs bstmg qte_cdee quantity_required qty_required dl_qte qte_uvc quantite_uvc qte_uc qte_piece qte_pieces quantite_pieces quantite_en_pieces qte_en_pieces units total_units nb_units qty_units units_ordered cases qty_cases nb_cases cases_ordered cartons qte_cartons nb_cartons colis qte_colis nb_colis cantidad cantidad_pedida cant quantita quantita_ordinata qta q_ta aantal quantidade total_qty qty_total total_quantity quantity_total quantite_totale qte_totale gesamtmenge cantidad_total quantita_totale ordered"),
        (OrderColumn.Unit, "unit_of_measure uom unit unite unites unite_de_mesure unite_mesure unite_de_vente u_m um udm un unit_code code_unite einheit uv u u_vente unite_vente unite_achat unite_cde unite_de_commande u_achat uom_code me mengeneinheit meins base_unit order_unit unite_qte eu_enumere bprme unidad unidad_medida unita unita_misura unita_di_misura eenheid unidade ud uds unidades"),
        (OrderColumn.PackQuantity, "pack_size pack_quantity pack_qty qty_per_pack units_per_pack case_size case_pack per_pack conditionnement cond condt condit pcb spcb colisage qte_par_colis unites_par_colis pieces_par_carton qte_par_carton units_per_case unites_par_carton qty_per_case qte_cond qte_par_cond unites_par_conditionnement ve verpackungseinheit vpe inner_pack pack"),
        (OrderColumn.NetPrice, "net_unit_price net_price unit_net_price net_unit prix_unitaire_net prix_unit_net prix_net pu_net pu_net_ht p_u_net prix_net_ht prix_remise pu_remise px_net nettopreis netpr unit_price prix_unitaire prix_unitaire_ht prix_ht pu_ht p_u pu prix_unit prix price cost unit_cost tarif preis p_u_ht p_unitaire p_unit_ht prix_u_ht prix_u prix_unit_ht prix_achat prix_d_achat prix_achat_ht pa_ht pu_ht_net price_unit price_per_unit price_per_piece price_each each_price einzelpreis stueckpreis e_preis cout_unitaire stuckpreis dl_prixunitaire pv_ht pv_net_ht prix_vente_ht px_unit px_unitaire px px_unit_ht precio precio_unitario precio_neto prezzo prezzo_unitario prezzo_netto prijs stukprijs eenheidsprijs preco preco_unitario rate preis_einh preis_einheit preis_je_einheit precio_unit prezzo_unit cost_per_pack cost_per_case price_per_pack price_per_case price_per_box case_cost case_price"),
        (OrderColumn.PriceBase, "price_base_quantity price_base price_per base_prix base_de_prix quantite_de_base base_quantity unite_de_prix prix_par prix_pour par prix_pour_qte peinh preiseinheit price_unit_qty per_qty base_prix_qte preisbasis price_basis base_precio"),
        (OrderColumn.LineAmount, "line_total line_amount net_amount montant_ligne total_ligne montant_ht total_ht montant_net montant_net_ht montant extended_price line_value amount total subtotal sous_total betrag total_ligne_ht montant_ligne_ht total_net total_net_ht mt_ht mt_ligne mt_net montant_total montant_total_ht valeur valeur_nette ext_price extended extended_amount ext_amount ext gesamtpreis gesamt summe netwr total_price net_total total_value net_value amount_ht px_total prix_total prix_total_ht nettowert dl_montantht wert positionswert gesamtwert importe importe_total importe_neto importo importo_totale totale totale_riga totaal bedrag importo_netto"),
        (OrderColumn.Note, "note notes comment comments commentaire commentaires remarque remarques observation observations instruction instructions note_ligne bemerkung special_instructions instructions_particulieres consignes consigne remarks remark commentaire_ligne notas nota observaciones osservazioni opmerking opmerkingen"),
    ];

    private static readonly FrozenDictionary<string, (OrderColumn Column, int Rank)> Names = Build(InOneForm);

    /// <summary>The same names letter for letter: an export of a program has them so, and needs no look at its words.</summary>
    private static readonly FrozenDictionary<string, (OrderColumn Column, int Rank)> Written = Build(static name => name);

    private static readonly FrozenSet<string> TurningWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "ttc", "tvac", "incl", "inclus", "incluse", "including", "brut", "brutto", "gross", "public", "catalogue", "list",
        "livre", "livree", "livrees", "delivered", "received", "recue", "recues", "shipped", "expedie", "expediee", "expediees", "geliefert", "stock", "solde", "reste", "reliquat", "open", "backorder",
        "milliers", "thousands", "facture", "facturee", "facturees", "invoice", "invoiced", "facturation", "rechnung");

    /// <summary>How many things a column can hold.</summary>
    public const int Count = (int)OrderColumn.Note + 1;

    /// <summary>The names of the REST contract, which a guide and a spot use, in the sequence of the columns; a person names the street and the town only.</summary>
    private static readonly string[] Fields =
    [
        "orderNumber", "issueDate", "requestedDelivery", "currency", "contractReference",
        "buyer.id", "buyer.name", "buyer.contact", "buyer.phone", "buyer.email", "buyer.gln", "buyer.vatId", "supplier.name", "totals.lineExtension",
        "shipTo.name", "shipTo.gln", "shipTo.street", "shipTo.street", "shipTo.postcode", "shipTo.city", "shipTo.city", "shipTo.country",
        "lines.lineNo", "lines.buyerCode", "lines.supplierCode", "lines.gtin", "lines.description", "lines.quantity", "lines.unit", "lines.packQuantity",
        "lines.netPrice", "lines.priceBaseQuantity", "lines.lineAmount", "lines.note",
    ];

    /// <summary>The longest text that can be a header or a label; longer ones are sentences.</summary>
    public const int LongestName = 60;

    /// <summary>What a header stands for, and how plainly; null when it is none of ours.</summary>
    public static (OrderColumn Column, int Rank)? Find(string header) =>
        header.Length is 0 or > LongestName ? null
        : Written.TryGetValue(header, out var asWritten) ? asWritten
        : !IsTurned(header) && Names.TryGetValue(Normalise(header), out var found) ? found
        : null;

    /// <summary>« Prix (TTC) », « Quantité (livrée) »: what stands in brackets makes another thing of the name, where it mostly only adds a unit.</summary>
    private static bool IsTurned(string header)
    {
        var open = header.AsSpan().IndexOfAny('(', '[');
        return open >= 0 && Array.Exists(Normalise(header[(open + 1)..].TrimEnd(')', ']', ' ')).Split('_'), TurningWords.Contains);
    }

    /// <summary>« GLFP Part # »: the buyer's own sign before the name of an article's code, as people head their own codes.</summary>
    public static (OrderColumn Column, int Rank)? FindOwn(string header)
    {
        var words = header.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && words[0].Length is >= 2 and <= 8 && words[0].All(char.IsAsciiLetterUpper) && words[0] is not ("OEM" or "MFR" or "MFG" or "HS")
            && Normalise(words[1]) is "part" or "n_part" or "item" or "n_item" or "sku" or "article" or "n_article" or "ref" or "reference" or "n_product" or "part_code" or "item_code"
            ? (OrderColumn.BuyerCode, int.MaxValue)
            : null;
    }

    /// <summary>« Prix au cent », "Price per 1000": a price, for more than a piece.</summary>
    public static (OrderColumn Column, int Rank)? FindBased(string header) =>
        PriceBasis.WithoutBase(header) is { } price && Find(price) is (OrderColumn.NetPrice, var rank) ? (OrderColumn.NetPrice, rank) : null;

    /// <summary>A column that no field takes, and that changes what is ordered or what it costs: what was cancelled of it, a discount, what the price is for.</summary>
    /// <param name="hasPrice">Beside a net price, a list price is only said.</param>
    /// <param name="hasAmount">Amounts tell whether discount and base are in the price.</param>
    public static bool Matters(string header, bool hasPrice, bool hasAmount) => Normalise(header) is var name
        && (Array.Exists(name.Split('_'), word => word is "cancelled" or "canceled" or "annule" or "annulee" or "annulees" or "storniert" or "free" or "gratuit" or "gratuits" or "gratuite" or "gratuites" or "gratis" or "ug")
            || (!hasPrice && name is ("list_price" or "gross_price" or "prix_brut" or "prix_catalogue" or "pu_brut" or "p_u_brut"))
            || (!hasPrice && IsOfPack(header) && Find(header)?.Column == OrderColumn.NetPrice)
            || (!hasAmount && Find(header)?.Column == OrderColumn.Quantity && name.Split('_').Any(IsPacked))
            || (!hasAmount && (name is "per" or "disc" or "rem" or "remises" or "price_uom" || Array.Exists(name.Split('_'), word => word is "discount" or "remise" or "rabais" or "rabatt"))));

    /// <summary>The unit that a header of quantities counts in: « Cartons », "Cases Ordered", « Qté (pce) »; null where it names none.</summary>
    public static string? UnitIn(string header) =>
        header.Split([' ', '(', ')', '[', ']', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault(word => word.Length > 1 && ItemTokens.IsUnit(word));

    /// <summary>« Price per case », "Cases ordered": of packs and not of pieces.</summary>
    public static bool IsOfPack(string header) => Array.Exists(Normalise(header).Split('_'), word => word is "case" or "cases" or "pack" or "packs" or "box" or "boxes" or "carton" or "cartons" or "colis");

    private static bool IsPacked(string word) => word is "cases" or "cartons" or "colis" or "uc" or "uvc" or "pieces" or "piece" or "units";

    /// <summary>The name of the REST contract for what a column of a table holds.</summary>
    public static string FieldOf(OrderColumn column) => column == OrderColumn.RequestedDate ? "lines.requestedDelivery" : Fields[(int)column];

    /// <summary>The name of the REST contract for what a label, or a column that repeats it, says of the order.</summary>
    public static string HeadFieldOf(OrderColumn column) => column == OrderColumn.Note ? "notes" : Fields[(int)column];

    /// <summary>What a guide's name stands for; null for a name that no table holds.</summary>
    public static OrderColumn? ColumnOf(string field) => field switch
    {
        "lines.requestedDelivery" => OrderColumn.RequestedDate,
        "notes" => OrderColumn.Note,
        _ => Array.IndexOf(Fields, field) is >= 0 and var column ? (OrderColumn)column : null,
    };

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
            else if (c == '#')
            {
                text.Append(text.Length > 0 && text[^1] != '_' ? "_n_" : "n_");
            }
            else if (text.Length > 0 && text[^1] != '_')
            {
                text.Append('_');
            }
        }

        var name = text.ToString().Trim('_');
        foreach (var tail in (ReadOnlySpan<string>)["_eur", "_euro", "_euros", "_usd", "_gbp", "_chf", "_cad", "_pln", "_sek", "_dkk", "_nok", "_czk", "_mad", "_tnd"])
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

    private static FrozenDictionary<string, (OrderColumn, int)> Build(Func<string, string> form)
    {
        Dictionary<string, (OrderColumn, int)> names = new(StringComparer.Ordinal);
        foreach (var (column, list) in Known)
        {
            var rank = 0;
            foreach (var name in list.Split(' '))
            {
                if (form(name) is { Length: > 0 } known)
                {
                    names.TryAdd(known, (column, rank++));
                }
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
