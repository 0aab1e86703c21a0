using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What a sender wants of us, as their own words say.</summary>
internal enum Purpose
{
    /// <summary>The words do not say.</summary>
    Unsaid,
    Order,
    Amendment,
    Cancellation,

    /// <summary>« Bon pour accord » on an offer of ours.</summary>
    Acceptance,
    Quotation,
    Complaint,
}

/// <summary>Tells an order from a change, a question about a price and a complaint.</summary>
internal static partial class MailPurpose
{
    public static Purpose Of(string? subject, string text)
    {
        subject ??= "";
        var both = $"{subject}\n{text}";
        return CancelSubject().IsMatch(subject) || CancelRequest().IsMatch(text) && !PartOfOrder().IsMatch(text) ? Purpose.Cancellation
            : AmendSubject().IsMatch(subject) || AmendRequest().IsMatch(text) ? Purpose.Amendment
            : Accepts().IsMatch(both) ? Purpose.Acceptance
            : Complains().IsMatch(both) && !OrderVerb().IsMatch(text) ? Purpose.Complaint
            : AsksPrice().IsMatch(both) && !OrderVerb().IsMatch(text) && !Orders().IsMatch(subject) ? Purpose.Quotation
            : OrderVerb().IsMatch(text) || (Orders().IsMatch(both) && (!TheirOrder().IsMatch(both) || OurOrder().IsMatch(both))) ? Purpose.Order
            : Purpose.Unsaid;
    }

    /// <summary>The message speaks of a file that comes with it.</summary>
    public static bool AnnouncesFile(string? subject, string text) => Announces().IsMatch($"{subject}\n{text}");

    /// <summary>« Où en est notre commande ? », "we ordered 50 last week": an order is spoken of, and none is asked for.</summary>
    public static bool AsksAfterOrder(string text) => (AsksState().IsMatch(text) || HasOrdered().IsMatch(text)) && !OrderVerb().IsMatch(text);

    /// <summary>An invoice or a delivery that is announced: it names articles, and orders none.</summary>
    /// <returns>The name of what it is, a key of the problem texts; null where it may be an order.</returns>
    public static string? OtherPaper(string? subject, string text) =>
        OrderVerb().IsMatch(text) || OurOrder().IsMatch($"{subject}\n{text}") ? null
        : InvoiceSubject().IsMatch(subject ?? "") || SendsInvoice().IsMatch(text) ? "kind-invoice"
        : DeliverySubject().IsMatch(subject ?? "") || TellsDelivery().IsMatch(text) ? "kind-delivery-note"
        : null;

    [GeneratedRegex(@"^\s*(facture|invoice|rechnung|factura|fattura)\b", Usual, 5000)]
    private static partial Regex InvoiceSubject();

    [GeneratedRegex(@"\b(attached|ci-joint\w*|find|trouver)\b(?:(?!\b(?:commandes?|orders?|po)\b)[^.!?\n]){0,30}\b(our|notre|la|the)?\s?(facture|invoice)\b", Usual, 5000)]
    private static partial Regex SendsInvoice();

    [GeneratedRegex(@"^\s*(avis (de livraison|d['’]exp[ée]dition)|bon de livraison|(shipment|shipping|d[ei]spatch) (notice|notification|advice|note|confirmation)|delivery (note|notice)|lieferschein|versandbest|lieferavis)", Usual, 5000)]
    private static partial Regex DeliverySubject();

    [GeneratedRegex(@"\b(votre commande|your (purchase )?order)\b[^.!?\n]{0,100}\b(sera livr\w+|a été (exp[ée]di|livr)\w+|est (partie|exp[ée]di\w+|en cours)|part(ira)? (ce|demain|le)|has (been )?(shipped|dispatched|delivered)|will (be delivered|ship|arrive))", Usual, 5000)]
    private static partial Regex TellsDelivery();

    [GeneratedRegex(@"\b(votre|vos|your|ihre)\s+(bons? de\s+|purchase\s+)?(commandes?|orders?|po|bestellung)\b(?! (confirmation|acknowledg\w+|form))", Usual, 5000)]
    private static partial Regex TheirOrder();

    [GeneratedRegex(@"\b(notre|nos|our|ma|mon|my|unsere?)\s+(bons? de\s+|purchase\s+)?(commandes?|orders?|po|bestellung)\b", Usual, 5000)]
    private static partial Regex OurOrder();

    /// <summary>An order is named, and may be changed.</summary>
    public static bool SpeaksOfOrder(string text) => Orders().IsMatch(text);

    /// <summary>The sender says that they want goods, whatever else the message is.</summary>
    public static bool Wants(string text) => OrderVerb().IsMatch(text);

    /// <summary>Among what is ordered, something is called off: "cancel the 5 x BX-300".</summary>
    public static bool CallsOff(string text) => CallsOffSome().IsMatch(text);

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Request = @"(?:please|kindly|merci d(?:e\b|['’])|veuillez|pri[eè]re d(?:e\b|['’])|nous (?:souhait\w+|voul\w+|d[ée]sir\w+|devons)|je (?:souhait\w+|voudr\w+|veux|dois)|we (?:want|need|would like|wish|have) to|i (?:want|need|would like) to|pouvez-vous|pourriez-vous|could you|can you|nous vous (?:prions|demandons) d(?:e\b|['’])|je vous (?:prie|demande) d(?:e\b|['’]))";

    /// <summary>What is sent, supplied or prepared is goods, and no paper.</summary>
    private const string Goods = @"\b(?!(?:(?!\b(?:selon|suivant|conform\w+|as|per|according|avec|with|from|under)\b).){0,30}\b(devis|offre|prix|tarifs?|cotation|catalogue|facture|avoir|certificat\w*|fiche|plan|accus[ée]|confirmation|suivi|quot\w+|price\w*|offer|invoice|catalog\w*|certificate\w*|drawing\w*|datasheet\w*|payment|paiement|proof|statement|status)\b)";

    [GeneratedRegex(@"^(?!.*(remplace|replaces)).*\b(annul(er|ation|ée?|ons|ez)?|cancel(lation|led|ed|ling)?|storn(o|ierung)|anulaci[óo]n|annullamento)\b(?! ?(policy|conditions))", Usual, 5000)]
    private static partial Regex CancelSubject();

    [GeneratedRegex($@"{Request}\b[^.!?]{{0,40}}\b(annuler|cancel)\b(?![^.!?]{{0,40}}(remplac|replac))|\bnous annulons\b|\b(j['’]|nous )annul\w+ (la|notre|ma) commande|\bwe (hereby )?cancel\b|(?:^|[.!?:]\s|\n)\s*(?:annulez|cancel)\s+(la |notre |ma |the |our |my )?(commande|order|po|bon de commande|bestellung)\b|\bstornieren wir\b|bitte stornieren (sie )?(die |unsere )?bestellung|(rogamos|les pedimos) (que )?anul\w+|(vi chiediamo|si prega) di annullare", Usual, 5000)]
    private static partial Regex CancelRequest();

    [GeneratedRegex(@"(annule[rz]|cancel|supprime[rz]|stornieren( sie)?|anular|annullare)\s+(la |les |the |die |il )?(lignes?|lines?|articles?|items?|positione?n?|pos\.|postes?|r[ée]f|zeile|línea|riga)\b|\b(position|pos\.?|zeile|artikel)\s*\d+[^.!?\n]{0,30}\bstorn", Usual, 5000)]
    private static partial Regex PartOfOrder();

    [GeneratedRegex(@"\b(amend(ment|ed)?|avenant|modif(ication|i[ée]e?|ier)?|rectificati(f|ve|on)|chang(e|ement)\b.{0,20}(commande|order|po\b)|(order|po) change|annule et remplace|[äa]nderung\w*|bestell[äa]nderung\w*|modificaci[óo]n|variazione|revised (order|po)|(commande|order) (modifi|corrig|revis)\w*)", Usual, 5000)]
    private static partial Regex AmendSubject();

    [GeneratedRegex($@"{Request}\b[^.!?]{{0,60}}\b(modifier|amend|corriger|rectifier|changer?|(update|mettre [àa] jour)\s+(the |our |la |notre )?(order|po|commande)|remplacer|replace|reporter|postpone|d[ée]caler|reschedule|avancer|passer (la|de|le)|(annuler|cancel|supprimer|delete|remove)\s+(la |les |the )?(lignes?|lines?|articles?|items?|positions?|postes?)|r?ajouter|add)\b|\bbitte ([äa]ndern|erg[äa]nzen|streichen|stornieren)\b|\bannule et remplace\b|cancels and replaces|\b(passez|portez|mettez|ramenez|augmentez|r[ée]duisez|changez|modifiez|increase|reduce|change|raise|lower)\s+(la |le |les |the |our |notre )?(quantit[ée]|qt[ée]|quantity|qty|ligne|line|poste|item|position|article|r[ée]f)\b[^.!?\n]{{0,60}}\b(à|to|de|from)\s+\d", Usual, 5000)]
    private static partial Regex AmendRequest();

    [GeneratedRegex(@"bon pour accord|accord pour (le|votre|ce) devis|(we|i) (accept|approve) your (quot|offer|proposal)|devis\b.{0,40}\b(sign[ée]|accept[ée]|valid[ée])", Usual, 5000)]
    private static partial Regex Accepts();

    [GeneratedRegex(@"^(avoir|credit note|mahnung|(relance|reminder)\b(?=.*\b(facture|invoice|payment|paiement|livraison|delivery)))\b|\b(r[ée]clamation|complaint|non[- ]conform\w*|litige|endommag\w*|damaged|avari[ée]\w*|cass[ée]e?s?\b|il manqu\w+|manquants?|were missing|short[- ]shipped|ne correspond(ent)? pas|does not (match|correspond)|(toujours|encore) (pas|rien) (re[çc]u|livr[ée])|n['’](avons|ai) (toujours )?(rien re[çc]u|pas re[çc]u(?! (votre|vos|de|le|la|les) (nouve\w+ )?(tarif|a\.?r\.?\b|accus|confirmation|offre|devis|facture|r[ée]ponse|catalogue)))|not (yet )?(been )?(received|delivered)|retour de marchandise|wrong (item|part)s?)", Usual, 5000)]
    private static partial Regex Complains();

    [GeneratedRegex(@"\b(devis|demande de prix|cotation|chiffr(er|age)|quotation|quote\b|rfq|request for (a )?(quot|price)|price request|offre de prix|votre meilleur prix|best price|quel(s)? (est|sont) (le|les|votre|vos) (prix|tarif)|disponibilit[ée]s?|do you have|avez-vous|en stock \?|in stock\?|angebotsanfrage|preisanfrage|bitten um (ein )?angebot|presupuesto|cotizaci[óo]n|preventivo)", Usual, 5000)]
    private static partial Regex AsksPrice();

    [GeneratedRegex($@"\b(nous (vous )?(commandons|passons)|je (vous )?(commande|passe)\b|merci (de |d['’])(nous )?(livrer|exp[ée]dier|(envoyer|fournir|pr[ée]parer){Goods}|noter (notre|la|cette) commande|enregistrer|prendre (en compte|note))|veuillez (nous )?(livrer|exp[ée]dier|(envoyer|fournir){Goods}|trouver .{{0,30}}commande|enregistrer)|we (would like to|wish to|want to|hereby) order|please (supply{Goods}|ship|deliver|send us{Goods}|process{Goods}|(book|enter|place) (this|the|our|my|an) order|find .{{0,40}}(order|po\b))|i('d| would) like to order|voici (notre|ma|la) commande|ci-joint (notre|la|une|le bon de) commande|il (nous|me) (faut|faudrait){Goods}|nous avons besoin de|pouvez-vous (nous )?(livrer|exp[ée]dier|envoyer{Goods})|go ahead with|(please|kindly|we will|we[’']ll) proceed with|(nous|je) (vous )?confirm\w+ (la |notre |ma |cette )?commande|(we|i)(['’]ll| will) take\b(?! (a look|care|note|delivery))|our (po|order)( number| no\.?)? is\s*[:#]?\s*(?=\S*\d)(?!\d+ (days?|weeks?|months?))|bestellen wir|wir bestellen|graag leveren|hiermit bestelle|ordiniamo|(vi|le) trasmettiamo (il|il nostro) ordine|les (enviamos|hacemos|pasamos) (el|nuestro|este) pedido)", Usual, 5000)]
    private static partial Regex OrderVerb();

    [GeneratedRegex(@"\b(commandes?|purchase orders?|bon de commande|bdc\b|orders?\b|re-?order\w*|r[ée]appro\w*|p\.?o\.?[ #-]*\d|cde\b|need-by|bestellung(en)?\b|bestelling\b|bestellnummer|pedidos?\b|orden de compra|ordine\b)", Usual, 5000)]
    private static partial Regex Orders();

    [GeneratedRegex(@"\bo[ùu] en (est|sont)\b|\b(when|quand)\b[^.!?\n]{0,60}\b(ships?|shipped|arrives?|delivered|livr\w+|exp[ée]di\w+|arriv\w+)\b[^.!\n]{0,60}\?|\b(order|delivery|shipping|po) status\b|\bstatus of (the|our|my)\b|\b(suivi|statut|avancement) de\b", Usual, 5000)]
    private static partial Regex AsksState();

    [GeneratedRegex(@"\b(we|i)( have|['’]ve)?( already)? (ordered|placed (an|our|the|this) order)\b|\bnous (vous )?avons (d[ée]j[àa] )?(command[ée]|pass[ée])|\bj['’]ai (d[ée]j[àa] )?(command[ée]|pass[ée])", Usual, 5000)]
    private static partial Regex HasOrdered();

    [GeneratedRegex(@"\b(cancel|delete|remove|annule[rz]?|supprime[rz]?|retire[rz]?)\s+((the|our|my|les|la|le|nos|notre|all)\s+|l['’])?(\d|remaining\b|reste\b|lignes?\b|lines?\b|items?\b|articles?\b|r[ée]f\b|[\p{L}-]+\d)", Usual, 5000)]
    private static partial Regex CallsOffSome();

    [GeneratedRegex(@"\b(attached|attachment|enclosed|ci-jointe?s?|pi[eè]ces? jointes?|en annexe|en pj\b|ci-inclus)", Usual, 5000)]
    private static partial Regex Announces();
}
