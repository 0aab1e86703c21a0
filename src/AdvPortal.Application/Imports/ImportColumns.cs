using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AdvPortal.Application.Imports;

/// <summary>Tells from its heading what a column means: in French or English, with or without accents, units and signs.</summary>
public static class ImportColumns
{
    private static readonly FrozenDictionary<ImportKind, ImportField[]> _fields = new Dictionary<ImportKind, ImportField[]>
    {
        [ImportKind.Clients] = [ImportField.ClientCode, ImportField.ClientName, ImportField.VatId, ImportField.Siren, ImportField.Gln, ImportField.Language, ImportField.Currency, ImportField.Phone, ImportField.Notes],
        [ImportKind.Sites] = [ImportField.ClientCode, ImportField.SiteName, ImportField.Gln, ImportField.Street, ImportField.Postcode, ImportField.City, ImportField.Country, ImportField.TimeZone, ImportField.Notes],
        [ImportKind.Contacts] = [ImportField.ClientCode, ImportField.ContactName, ImportField.Role, ImportField.Email, ImportField.Phone, ImportField.Language, ImportField.SiteName],
        [ImportKind.Products] = [ImportField.ProductCode, ImportField.ProductName, ImportField.Unit, ImportField.Gtin, ImportField.Family],
        [ImportKind.ProductCodes] = [ImportField.ClientCode, ImportField.BuyerCode, ImportField.ProductCode],
        [ImportKind.Prices] = [ImportField.ClientCode, ImportField.ProductCode, ImportField.NetPrice, ImportField.PriceBaseQuantity, ImportField.Currency, ImportField.ValidFrom, ImportField.ValidUntil, ImportField.MinimumQuantity],
        [ImportKind.Requirements] = [ImportField.ClientCode, ImportField.Sentence, ImportField.SiteName, ImportField.SaidBy, ImportField.How, ImportField.SaidOn, ImportField.Severity, ImportField.ValidFrom],
        [ImportKind.StockDates] = [ImportField.OrderNumber, ImportField.CustomerReference, ImportField.LineNo, ImportField.ProductCode, ImportField.ReadyOn, ImportField.Notes],
        [ImportKind.Shipments] =
        [
            ImportField.ShipmentNumber, ImportField.OrderNumber, ImportField.CustomerReference, ImportField.LineNo, ImportField.ProductCode, ImportField.Quantity, ImportField.Unit, ImportField.ShippedOn,
            ImportField.ArriveOn, ImportField.Carrier, ImportField.TrackingNumber, ImportField.TrackingLink, ImportField.Sscc,
        ],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<ImportKind, ImportField[]> _needed = new Dictionary<ImportKind, ImportField[]>
    {
        [ImportKind.Clients] = [ImportField.ClientCode],
        [ImportKind.Sites] = [ImportField.ClientCode, ImportField.SiteName],
        [ImportKind.Contacts] = [ImportField.ClientCode, ImportField.ContactName],
        [ImportKind.Products] = [ImportField.ProductCode],
        [ImportKind.ProductCodes] = [ImportField.ClientCode, ImportField.BuyerCode, ImportField.ProductCode],
        [ImportKind.Prices] = [ImportField.ClientCode, ImportField.ProductCode, ImportField.NetPrice, ImportField.ValidFrom],
        [ImportKind.Requirements] = [ImportField.ClientCode, ImportField.Sentence, ImportField.SaidBy],
        [ImportKind.StockDates] = [ImportField.ReadyOn],
        [ImportKind.Shipments] = [ImportField.ShipmentNumber, ImportField.ShippedOn],
    }.ToFrozenDictionary();

    // The French and the English heading of our own files first, then what others write.
    private static readonly FrozenDictionary<ImportField, string[]> _headings = new Dictionary<ImportField, string[]>
    {
        [ImportField.ClientCode] = ["Code client", "Client code", "N° client", "Numéro client", "Compte client", "Client", "Customer code", "Customer number", "Customer no", "Customer", "Account", "Account number", "Sold-to"],
        [ImportField.ClientName] = ["Nom du client", "Client name", "Raison sociale", "Société", "Nom client", "Customer name", "Company", "Company name", "Legal name"],
        [ImportField.SiteName] = ["Site", "Site name", "Nom du site", "Site de livraison", "Lieu de livraison", "Adresse de livraison", "Ship-to", "Ship-to name", "Delivery site", "Location"],
        [ImportField.ContactName] = ["Contact", "Contact name", "Nom du contact", "Interlocuteur", "Nom et prénom", "Full name", "Person"],
        [ImportField.ProductCode] = ["Code article", "Product code", "Article", "Notre code", "Notre référence", "Référence", "Réf", "Code produit", "Référence article", "Our code", "SKU", "Item", "Item code", "Item number", "Part number", "Supplier code"],
        [ImportField.BuyerCode] = ["Code article client", "Client product code", "Référence client", "Réf client", "Code du client", "Votre code", "Code acheteur", "Buyer code", "Customer item", "Customer item code", "Customer part number", "Customer SKU", "Buyer SKU"],
        [ImportField.ProductName] = ["Désignation", "Product name", "Libellé", "Nom de l'article", "Description", "Item name", "Item description"],
        [ImportField.VatId] = ["N° TVA", "VAT number", "TVA", "TVA intracommunautaire", "Numéro de TVA", "N° TVA intracommunautaire", "VAT", "VAT ID", "VAT no"],
        [ImportField.Siren] = ["SIREN", "SIREN number", "N° SIREN", "Numéro SIREN"],
        [ImportField.Gln] = ["GLN", "GLN code", "Code GLN", "ILN", "EAN lieu"],
        [ImportField.Street] = ["Rue", "Street", "Adresse", "Adresse 1", "Voie", "Address", "Address line 1", "Address 1"],
        [ImportField.Postcode] = ["Code postal", "Postcode", "CP", "Zip", "Zip code", "Postal code"],
        [ImportField.City] = ["Ville", "City", "Commune", "Localité", "Town"],
        [ImportField.Country] = ["Pays", "Country", "Code pays", "Country code"],
        [ImportField.TimeZone] = ["Fuseau horaire", "Time zone", "Fuseau"],
        [ImportField.Role] = ["Rôle", "Role", "Fonction", "Service", "Job", "Function", "Department"],
        [ImportField.Email] = ["E-mail", "Email", "Mail", "Courriel", "Adresse e-mail", "Adresse mail", "E-mail address"],
        [ImportField.Phone] = ["Téléphone", "Phone", "Tél", "Tel", "Phone number", "Telephone", "Mobile", "Portable"],
        [ImportField.Language] = ["Langue", "Language"],
        [ImportField.Currency] = ["Devise", "Currency", "Monnaie"],
        [ImportField.Unit] = ["Unité", "Unit", "UV", "Unité de vente", "Unit of measure", "UoM"],
        [ImportField.Gtin] = ["GTIN", "GTIN code", "EAN", "EAN13", "Code EAN", "Code-barres", "Barcode", "UPC"],
        [ImportField.Family] = ["Famille", "Family", "Famille d'articles", "Catégorie", "Product family", "Category", "Group"],
        [ImportField.NetPrice] = ["Prix net", "Net price", "Prix", "Prix net HT", "Prix unitaire", "Prix unitaire net", "PU", "PU HT", "PU net", "Tarif", "Price", "Unit price", "Contract price"],
        [ImportField.PriceBaseQuantity] = ["Base de prix", "Price base", "Prix pour", "Quantité de base", "Base", "Per", "Price per", "Price unit", "Price base quantity"],
        [ImportField.ValidFrom] = ["Valable du", "Valid from", "Début", "Date de début", "Début de validité", "Du", "À partir du", "From", "Start", "Start date"],
        [ImportField.ValidUntil] = ["Valable jusqu'au", "Valid until", "Fin", "Date de fin", "Fin de validité", "Au", "Jusqu'au", "Valid to", "Until", "To", "End", "End date"],
        [ImportField.MinimumQuantity] = ["Quantité minimale", "Minimum quantity", "Qté mini", "Qté min", "Quantité mini", "À partir de", "Palier", "Min qty", "MOQ", "Min quantity"],
        [ImportField.Notes] = ["Notes", "Notes", "Remarques", "Commentaire", "Commentaires", "Observations", "Comments", "Remarks"],
        [ImportField.Sentence] = ["Phrase", "Sentence", "Exigence", "Ce que dit le client", "Consigne", "Consigne client", "Demande", "Texte", "Requirement", "What the client says", "Instruction", "Wording", "Text"],
        [ImportField.SaidBy] = ["Dit par", "Said by", "Demandé par", "Qui", "Source", "Interlocuteur", "Contact", "Requested by", "Told by", "Who"],
        [ImportField.How] = ["Reçu par", "Received by", "Comment", "Canal", "Moyen", "How", "Channel", "Medium"],
        [ImportField.SaidOn] = ["Dit le", "Said on", "Reçu le", "Noté le", "Date", "Quand", "Received on", "Noted on", "When"],
        [ImportField.OrderNumber] = ["N° de commande", "Order number", "Commande", "N° commande", "Numéro de commande", "Notre commande", "Order", "Order no", "Our order", "Sales order"],
        [ImportField.CustomerReference] = ["Commande client", "Client order", "N° commande client", "Référence commande client", "Référence client", "Customer reference", "Customer order", "Customer PO", "PO", "PO number"],
        [ImportField.LineNo] = ["Ligne", "Line", "N° de ligne", "N° ligne", "Numéro de ligne", "Poste", "Line no", "Line number", "Position"],
        [ImportField.ReadyOn] = ["Disponible le", "Ready on", "Date de disponibilité", "Disponibilité", "Dispo", "Date dispo", "Prêt le", "Available on", "Available from", "Availability", "Ready date", "Stock date", "Date"],
        [ImportField.ShipmentNumber] = ["N° d’expédition", "Shipment number", "Expédition", "N° expédition", "Numéro d'expédition", "N° BL", "BL", "Bon de livraison", "N° de bon de livraison", "N° de livraison", "Livraison", "Shipment", "Shipment no", "Delivery note", "Delivery note number", "Delivery", "Delivery number", "Despatch number", "Dispatch number"],
        [ImportField.Quantity] = ["Quantité expédiée", "Shipped quantity", "Quantité", "Qté", "Qté expédiée", "Quantité livrée", "Qté livrée", "Quantity", "Qty", "Qty shipped", "Quantity shipped", "Delivered quantity"],
        [ImportField.ShippedOn] = ["Expédiée le", "Shipped on", "Expédié le", "Date d'expédition", "Date expédition", "Date de départ", "Départ", "Ship date", "Shipping date", "Shipment date", "Despatch date", "Dispatch date", "Date"],
        [ImportField.ArriveOn] = ["Arrivée prévue le", "Expected on", "Arrivée prévue", "Date d'arrivée", "Livraison prévue", "Date de livraison", "Livraison prévue le", "ETA", "Expected arrival", "Delivery date", "Arrival date"],
        [ImportField.Carrier] = ["Transporteur", "Carrier", "Haulier", "Carrier name"],
        [ImportField.TrackingNumber] = ["N° de suivi", "Tracking number", "N° suivi", "Suivi", "Numéro de suivi", "Récépissé", "N° de récépissé", "Tracking", "Tracking no", "Consignment number"],
        [ImportField.TrackingLink] = ["Lien de suivi", "Tracking link", "URL de suivi", "Tracking URL"],
        [ImportField.Sscc] = ["SSCC", "SSCC number", "N° SSCC", "Colis", "N° de colis", "Numéro de colis", "Support", "Parcel", "Parcel number", "Pallet"],
        [ImportField.Severity] = ["Gravité", "Severity", "Niveau", "Sévérité", "Level"],
    }.ToFrozenDictionary();

    // What « Code » or « Nom » means depends on what the list is of.
    private static readonly FrozenDictionary<ImportKind, (string Heading, ImportField Field)[]> _short = new Dictionary<ImportKind, (string, ImportField)[]>
    {
        [ImportKind.Clients] = [("Code", ImportField.ClientCode), ("N°", ImportField.ClientCode), ("Nom", ImportField.ClientName), ("Name", ImportField.ClientName), ("Client", ImportField.ClientName), ("Customer", ImportField.ClientName)],
        [ImportKind.Sites] = [("Code", ImportField.ClientCode), ("Nom", ImportField.SiteName), ("Name", ImportField.SiteName), ("Libellé", ImportField.SiteName)],
        [ImportKind.Contacts] = [("Code", ImportField.ClientCode), ("Nom", ImportField.ContactName), ("Name", ImportField.ContactName)],
        [ImportKind.Products] = [("Code", ImportField.ProductCode), ("Nom", ImportField.ProductName), ("Name", ImportField.ProductName)],
        [ImportKind.Requirements] = [("Code", ImportField.ClientCode)],
    }.ToFrozenDictionary();

    /// <summary>What a list of this kind may hold, in the order in which it reads well.</summary>
    public static IReadOnlyList<ImportField> FieldsOf(ImportKind kind) => _fields[kind];

    /// <summary>Without these columns no row can be told from another.</summary>
    public static IReadOnlyList<ImportField> NeededBy(ImportKind kind) => _needed[kind];

    /// <summary>How our own files name a column.</summary>
    public static string HeadingOf(ImportField field, bool inFrench) => _headings[field][inFrench ? 0 : 1];

    /// <summary>For each heading what it means, or null; no two mean the same.</summary>
    internal static ImportField?[] Recognise(ImportKind kind, IReadOnlyList<string> headings)
    {
        var known = new Dictionary<string, ImportField>(StringComparer.Ordinal);

        foreach (var (heading, field) in _short.GetValueOrDefault(kind, []))
        {
            known.TryAdd(Bare(heading), field);
        }

        foreach (var field in _fields[kind])
        {
            foreach (var heading in _headings[field])
            {
                known.TryAdd(Bare(heading), field);
            }
        }

        var taken = new HashSet<ImportField>();

        return [.. headings.Select(heading => known.TryGetValue(Bare(heading), out var field) && taken.Add(field) ? field : (ImportField?)null)];
    }

    /// <summary>« Prix net (€) » and "prix_net" are the same: letters and digits, without accents, outside brackets.</summary>
    private static string Bare(string heading)
    {
        var bare = new StringBuilder();
        var depth = 0;

        foreach (var c in heading.Normalize(NormalizationForm.FormKD))
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;

            if (depth <= 0 && char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                bare.Append(char.ToLowerInvariant(c));
            }
        }

        return bare.Length == 0 ? heading : bare.ToString();
    }
}
