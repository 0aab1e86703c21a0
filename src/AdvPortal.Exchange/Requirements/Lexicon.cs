using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Word families, French and English together, in the folded form of <see cref="MappedText"/>. A pattern names them in braces.</summary>
/// <remarks>Hyphens and apostrophes are spaces by then: « livrez-nous » is two words, "don't" is "don t".</remarks>
internal static partial class Lexicon
{
    private static readonly Dictionary<string, string> _families = new(StringComparer.Ordinal)
    {
        // The act of receiving goods, whoever says it.
        ["deliver"] = "livr(?:e|er|ez|ee|ees|es|ons|ent|era|erez|aison|aisons|eur|eurs|able|ables)|reception\\w*|recoi\\w*|recev\\w*|accept\\w*|prend|prenons|prenez|prendre|prends|accueil\\w*|"
            + "decharg\\w*|camions?|transporteurs?|chauffeurs?|arrivages?|quai|depose[rz]?|presente[rz]?|passages?|deliver\\w*|receiv\\w*|receipts?|goods in|inbound|intake|trucks?|lorry|lorries|drivers?|unload\\w*|take|takes|taken|drop offs?|dock|vehicles?|carriers?|hauliers?",
        ["delivery"] = "livraisons?|receptions?|expeditions?|envois?|arrivages?|deliver(?:y|ies)|shipments?|consignments?|dispatch(?:es)?|despatch(?:es)?|drops?",
        ["closed"] = "ferme|fermes|fermee|fermees|fermera|fermerons|fermeront|fermons|ferment|fermer|fermeture|fermetures|fermant|closed|closes|close|closing|closure|closures|shut|shuts|shutdown|conges|a l arret|chom\\w+|vacances annuelles",
        ["open"] = "ouvert|ouverts|ouverte|ouvertes|ouvre|ouvrons|ouverture|ouvertures|open|opens|opening|horaires?|heures d ouverture|hours|creneaux?|slots?|plages?",
        ["only"] = "uniquement|seulement|exclusivement|only|solely|exclusively|strictement|just|rien que",
        ["except"] = "sauf|excepte|hormis|hors|a l exception (?:de|du|des|d)|en dehors (?:de|du|des|d)|except(?: for| on)?|excepting|apart from|other than|excluding|but not|mais pas",
        ["must"] = "doit|doivent|devra|devront|devez|faut|faudra|faudrait|obligatoire\\w*|imperati\\w+|exige\\w*|exig\\w+|requis\\w*|necessaire\\w*|obligation|merci|svp|veuillez|priere|demand\\w+|souhait\\w+|voul\\w+|besoin|must|needs?|required?|requires?|requirement|mandatory|compulsory|shall|should|please|want|wants|always|toujours|systematiquement|attendons|have to|has to|be sure",
        ["polite"] = "merci (?:de|d)|veuillez|svp|s il vous plait|pourriez|pouvez|priere (?:de|d)|please|kindly|could you|can you|would you|stp",
        ["send"] = "envoy\\w+|envoi\\w*|adress\\w+|transm\\w+|expedi\\w+|faire parvenir|parvenir|mail\\w*|send\\w*|sent|email\\w*|e mail\\w*|forward\\w*|post|route[d]?|address\\w*|depos\\w+|destinataire",
        ["call"] = "appel\\w*|telephon\\w+|contact\\w*|prev(?:en|ien)\\w+|avert\\w+|inform\\w+|joindre|joignez|call\\w*|phone\\w*|ring|rings|notif\\w+|contact\\w*|reach\\w*|warn\\w*|avis\\w+|tel|telephone|coup de fil|let \\w+ know|announce\\w*|annonc\\w+|text|speak to",
        ["book"] = "rendez vous|rdv|reserv\\w+|creneaux?|book(?:ed|ing|ings)?|appointments?|slots?|time slots?|schedul\\w+|prise de rdv",
        ["label"] = "etiquet\\w+|labels?|labell?ed|labell?ing|stickers?|tags?|marquage|codes? barres?|barcod\\w+|bar codes?|vignettes?",
        ["parcel"] = "colis|cartons?|paquets?|boites?|caisses?|bacs?|parcels?|box(?:es)?|cases?|packages?|packs?|cartons?",
        ["pallet"] = "palettes?|pallets?|skids?|palettises?",
        ["ourcode"] = "(?:(?:nos|notre|vos|votre|les|le|la|des|chaque|our|your|the|all|every|each|tous|toutes|de|du|d|on|of) )*(?:codes?(?: (?:de|des))?(?: (?:nos|notre|vos|votre|les))? ?(?:articles?|produits?|clients?|references?)|codes?|references?(?: (?:articles?|produits?|pieces?))?|refs?(?: (?:articles?|produits?))?|"
            + "articles?|(?:item|product|part|article|material|stock|customer|buyer) (?:codes?|numbers?|references?|refs?|nos)|part nos|skus?|numeros? (?:d )?(?:articles?|produits?|de pieces?))",
        ["ponumber"] = "nos (?:de|d|des) (?:commandes?|achats?)|(?:n|no|nr|num|numeros?|references?|refs?)(?: de| d| des| du)?(?: (?:notre|nos|votre|la|vos))? ?(?:commandes?|bons? de commande|bc|achats?|cde|cdes|po|affaires?)|(?:commandes?|cde) (?:n|no|numero)|"
            + "(?:po|p o|purchase order|order|customer order|our order)s?(?: (?:numbers?|nos?|references?|refs?|nr))|po|bons? de commande n|numbers? of (?:our|the) (?:purchase )?orders?",
        ["deliverynote"] = "bons? de livraisons?|bl|bls|bordereaux? (?:de livraison|d expedition)|bordereaux?|delivery (?:notes?|slips?|dockets?|tickets?)|packing (?:slips?|lists?)|despatch notes?|dispatch notes?|dn|dns|pods?|liste de colisage|bons? d expedition",
        ["invoice"] = "factur(?:e|es|ation)|invoic(?:e|es|ing)|bills?",
        ["acknowledgement"] = "confirmations?(?: de commandes?)?|accuses?(?: de reception)?(?: de commandes?)?|arc|arcs|ar de commande|order (?:confirmations?|acknowledg\\w+)|acknowledg\\w+",
        ["document"] = "documents?|papiers?|paperwork|documentation|courriers?|correspondances?|pieces|papers?",
        ["copies"] = "exemplaires?|ex|copies|copie|copy|fois|times|jeux",
        ["partial"] = "partiel\\w*|partial\\w*|part (?:deliver\\w+|shipments?|orders?)|fraction\\w+|split\\w*|en plusieurs (?:fois|livraisons?|envois?|expeditions?)|several (?:deliver\\w+|shipments?|consignments?)|multiple (?:deliver\\w+|shipments?|consignments?|drops)|scind\\w+|incomplet\\w*|incomplete|echelonn\\w+|part ship\\w*|part deliver\\w*|in (?:instal?lments|parts|stages)",
        ["backorder"] = "reliquats?|back ?orders?|backlog|restes? a livrer|soldes? de commandes?|arrieres?|outstanding (?:items?|quantit\\w+|lines?|balance)|balance of (?:the |an )?orders?|restant\\w*|manquants?|shortages?|short items|remainder|le reste|the rest|the balance|quantites? non livrees?|lignes? non livrees?",
    };

    /// <summary>A pattern over the words of a clause.</summary>
    public static Pattern Phrase(string pattern) => new(@"\b(?:" + Expanded(pattern) + @")\b");

    /// <summary>A pattern over folded text, as it stands.</summary>
    public static Pattern Raw(string pattern) => new(Expanded(pattern));

    private static string Expanded(string pattern) => Named().Replace(pattern, name => $"(?:{_families[name.Groups["family"].Value]})");

    [GeneratedRegex(@"\{(?<family>[a-z]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
