using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads whether an order may come in several deliveries.</summary>
internal static class PartialDeliveryReader
{
    private const string Move = "(?:livr\\w+|expedi\\w+|envoy\\w+|envoi\\w*|ship\\w*|deliver\\w*|send|sent|suppl\\w+|dispatch\\w*|despatch\\w*|command\\w+|orders?|recevoir|receptionn\\w+|receive)";

    private static readonly Pattern _refused = Lexicon.Phrase(
        "(?:pas|aucune?|jamais|ni|plus|no|not|never|without|sans|refus\\w+|interdi\\w+|cannot|can t|don t|unable|avoid|evit\\w+|proscri\\w+|zero)(?: \\w+){0,6} {partial}|(?:ne|n) (?:\\w+ ){1,3}(?:pas|jamais|plus|aucune?)(?: \\w+){0,4} {partial}|(?:livraisons?|deliver\\w+|shipments?|expeditions?|envois?) {partial}[^;.]{0,40}(?:interdi\\w+|refus\\w+|exclu\\w*|not |pas |impossible\\w*|prohibited|unacceptable|forbidden|rejected|proscri\\w+|non accept\\w*|non autoris\\w*)|{partial}[^;.]{0,40}(?:interdi\\w+|refus\\w+|exclu\\w*|not (?:be )?(?:allow\\w*|accept\\w*|permit\\w*|possible|acceptable|welcome|ok)|pas (?:accept\\w*|autoris\\w*|possible\\w*|permis\\w*|admis\\w*|souhait\\w+)|impossible\\w*|prohibited|unacceptable|forbidden|rejected|proscri\\w+|non (?:accept|autoris)\\w*)|"
        + Move + "(?: \\w+){0,5} (?:complet\\w*|in full|en totalite|en integralite|integralement|en une (?:seule )?(?:fois|livraison|expedition)|en un seul (?:envoi|lot)|in (?:one|a single) (?:go|delivery|shipment|drop|consignment|lot)|all at once|tout en une fois|all together)|(?:commandes?|livraisons?|expeditions?|envois?) (?:toujours |uniquement |seulement )?completes?(?: \\w+){0,2} (?:uniquement|seulement|exig\\w+|obligatoire\\w*|imperati\\w+)|(?:complete|full) (?:deliver\\w+|orders?|shipments?|consignments?)(?: \\w+){0,2} only|only (?:ship|send|deliver|accept|take|want)?(?: \\w+){0,3} ?(?:complete|full) (?:deliver\\w+|orders?|shipments?)|(?:une|1|NUM) seule (?:livraison|expedition)(?: \\w+){0,2} (?:par|pour|chaque|for) (?:chaque )?(?:commande|order)|(?:attend\\w+|wait)(?: \\w+){0,8} (?:complet\\w*|complete|entierement|au complet|ready|tout soit)|(?:one|NUM|a single) (?:delivery|shipment|consignment) per (?:purchase )?order|no splits?|don t split|do not split|ne (?:pas )?(?:scind\\w+|fraction\\w+|split\\w+)(?: pas)?|order complete|in full only|en une seule livraison|in one (?:delivery|shipment|drop)");

    private static readonly Pattern _allowed = Lexicon.Phrase(
        "{partial}[^;.]{0,40}(?:toler\\w+|accept\\w*|autoris\\w*|possibles?|ok|oui|bienvenue\\w*|allow\\w*|fine|welcome|permitted|acceptable|admis\\w*|permis\\w*|pas (?:de|un) (?:probleme|souci)|sans probleme|no problem|conviennent|convient)|(?:accept\\w*|autoris\\w+|pouvez|pourrez|ok pour|d accord|can|may|happy|free to|fine|welcome|possible|admett\\w+|allow\\w*|toler\\w+|sont acceptees|take|n hesitez pas a|are ok with|don t mind|have no (?:objection|problem)|permett\\w+)(?: [^;.]{0,50})?(?: |\\b){partial}|"
        + "(?:livr\\w+|envoy\\w+|expedi\\w+|ship|send|deliver)(?: \\w+){0,2} (?:ce que vous avez|ce qui est (?:pret|disponible|dispo|en stock)|ce qui (?:peut|est)|le disponible|what(?:ever)? (?:you have|you ve got|is (?:available|ready|in stock)|you can|s available|s ready|is there|there is)|the available|available (?:items|goods|quantit\\w+)|les quantites disponibles|au fur et a mesure|as (?:and when|it becomes)|sans attendre le (?:reste|reliquat|solde))");

    // A refusal to mind is none of the deliveries.
    private static readonly Pattern _consents = Lexicon.Phrase(
        "(?:(?:pas|aucune?|sans) (?:de |d )?(?:probleme|souci|objection|inconvenient)|no (?:problem|objection|issue)s?|n hesitez pas|(?:don t|do not) (?:mind|hesitate))(?: \\w+){0,6} {partial}");

    public static IEnumerable<Found> Read(Clause clause)
    {
        if (clause.Find(_consents) is { } consents)
        {
            yield return Found.By(new PartialDelivery { Allowed = true }, consents, consents.Because("allowed"));
        }
        else if (clause.Find(_refused) is { } refused)
        {
            yield return Found.By(new PartialDelivery { Allowed = false }, refused, refused.Because("allowed"));
        }
        else if (clause.Find(_allowed) is { } allowed)
        {
            yield return Found.By(new PartialDelivery { Allowed = true }, allowed, allowed.Because("allowed"));
        }
    }
}
