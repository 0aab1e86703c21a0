using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads what becomes of what could not be delivered.</summary>
internal static class BackOrderReader
{
    private const string Ask = "(?:{call}|nous demander|demand\\w+|consult\\w+|ask\\w*|check\\w*|confirm\\w*|notre (?:accord|validation|avis|feu vert)|our (?:approval|agreement|go ahead|ok|consent|say so)|valid\\w+|interrog\\w+|approval|let us (?:decide|know)|nous decid\\w+|let me know)";

    /// <summary>What the stock does not hold.</summary>
    private const string Short = "(?:ruptures?|out of stock|indisponib\\w+|unavailable|not available|not in stock|(?:(?:ne|n) (?:est|sont|serait|seraient|etait|etaient|seront|sera)|non|est|sont) ?(?:pas )?(?:disponibles?|dispos?|en stock|livrables?|available|in stock)|short|missing|lacking|fait defaut|font defaut|you (?:cannot|can t) (?:supply|ship|deliver))";

    private const string Drop = "(?:annul\\w+|sold(?:ez|er|e|es|ee|ees|ons)|supprim\\w+|cancel\\w*|clotur\\w+|abandonn\\w+|delete\\w*|dropp?(?:ed)?|closed?)";

    private static readonly (BackOrderPolicy Policy, Pattern Phrase)[] _policies =
    [
        (BackOrderPolicy.Ask, Lexicon.Phrase($"{Ask}[^;.]{{0,50}}(?:avant|before|prior to|pour (?:tout|chaque|les|vos)|for (?:any|every|each|all)|en cas de|in case of|about|si|if|when|des qu|whenever|as soon as|de (?:mettre|creer|passer)|sur|au sujet|on|concernant)[^;.]{{0,50}}(?:{{backorder}}|ruptures?|out of stock)|(?:en cas de|si|if|when)[^;.]{{0,20}}(?:ruptures?|out of stock|indisponib\\w+|unavailable)[^;.]{{0,30}}(?:appel\\w+|contact\\w+|demand\\w+|consult\\w+|prev(?:en|ien)\\w+|avert\\w+|call|ask|phone|check with)|{{backorder}}[^.]{{0,40}}(?:nous (?:demander|consulter|appeler|contacter|prevenir|interroger|avertir|informer)|{Ask} (?:nous|us|me|moi|first|d abord|avant|toujours)|ask|call us|contact us|let us (?:decide|know)|avec notre accord|sans notre accord|without (?:our|asking)|demandez|consultez|our (?:approval|agreement|consent)|notre accord|sans (?:nous )?(?:demander|appeler|prevenir))|(?:pas|aucune?|no|not|never|jamais)[^;.]{{0,30}}{{backorder}}[^;.]{{0,20}}(?:sans|without)")),
        (BackOrderPolicy.Keep, Lexicon.Phrase($"(?:(?:ne|n|not|never|jamais|don t) (?:\\w+ ){{0,2}}|without |sans )(?:{Drop})(?: \\w+){{0,3}} {{backorder}}|{{backorder}}(?: \\w+){{0,3}} (?:ne|n|not|never|jamais)(?: \\w+){{0,4}} {Drop}")),
        (BackOrderPolicy.Cancel, Lexicon.Phrase($"{Short}[^;.]{{0,30}}(?:annul\\w+|sold(?:ez|er)|cancel\\w*|supprim\\w+)|(?:annul\\w+|sold(?:ez|er|e|es|ee|ees|ons)|supprim\\w+|cancel\\w*|close|short close|drop|delete|clotur\\w+|abandonn\\w+|elimin\\w+|scrap|kill|remove|ferm\\w+|forget)[^;.]{{0,40}} (?:{{backorder}}|{Short}|cannot (?:ship|deliver|supply)|en rupture|(?:ce|tout ce|les \\w+) qu\\w*(?: \\w+){{0,4}} {Short})|(?:pas|aucune?|jamais|plus|no|not|never|without|sans|zero|ni|don t|refus\\w+)(?: (?:de|d|nous|les|accept\\w*|keep|hold|gard\\w+|conserv\\w+|want|any|take|voulons|mettre|put|en|on|leave|the|des|our|vos|nos|on|souhaitons|make|create|allow\\w*|carry|over|maintain|maintenez|run|prenons|laisser?|laissez|place|anything|rien|gerons|gere))* {{backorder}}|{{backorder}}[^;.]{{0,40}}(?:annul\\w+|sold(?:es|ez|e|er|ees|ee)|supprim\\w+|cancel\\w*|interdi\\w+|refus\\w+|closed|not (?:accept\\w*|allow\\w*|kept|wanted|be kept)|dropped|deleted|pas accept\\w*|non accept\\w*|clotur\\w+|exclu\\w*|abandon\\w+|(?:ne|n) (?:\\w+ ){{1,2}}pas (?:etre )?(?:gard\\w+|conserv\\w+|maintenu\\w*))|n accept\\w+ (?:pas|aucun|jamais)(?: \\w+){{0,2}} {{backorder}}")),
        (BackOrderPolicy.Keep, Lexicon.Phrase($"{Short}[^;.]{{0,30}}(?:(?:livr\\w+|envoy\\w+|expedi\\w+|sent|shipped|deliver\\w*|suivr\\w+|follow\\w*) (?:\\w+ ){{0,2}}(?:des|plus tard|ensuite|apres|as soon|later|when|quand|lors|separ\\w+)|(?:reste\\w*|gard\\w+|conserv\\w+|mainten\\w+|kept|keep|held|stay\\w*|remain\\w*) (?:\\w+ ){{0,2}}(?:en (?:commande|reliquat|attente)|on (?:order|back ?order)))|(?:gard\\w+|conserv\\w+|mainten\\w+|laiss\\w+|keep|hold|retain|maintain|leave|livr\\w+|envoy\\w+|expedi\\w+|accept\\w*|send|ship|deliver|follow with|carry|mettez|put|place|allow\\w*|mettre|record)(?: (?:bien|simplement|donc|les|le|la|nos|our|the|all|any|tous|toutes|vos|your|toujours|always|en|de|des|on|items|lines|missing|articles|lignes|produits|ouverts?|open|ce|qui|est|manquants?|restant|quantites|lignes|puis|ensuite|then))* (?:{{backorder}})|{{backorder}}[^;.]{{0,40}}(?:mainten\\w+|gard\\w+|conserv\\w+|(?:livr\\w+|envoy\\w+|expedi\\w+|sent|shipped|deliver\\w*) (?:\\w+ )?(?:des|plus tard|ensuite|apres|as soon|later|when|au plus|separ\\w+|quand|lors|automat\\w+|a part)|a suivre|suivra|suivre|suivent|kept|keep|held|remain\\w*|stay\\w*|follow\\w*|later|when available|as soon as|reste\\w*|des que|ensuite|ulterieurement|accept\\w*|allow\\w*|autoris\\w*|ok|fine|open|automati\\w+|ouverts?|welcome)")),
    ];

    public static IEnumerable<Found> Read(Clause clause)
    {
        foreach (var (policy, phrase) in _policies)
        {
            if (clause.Find(phrase) is { } hit)
            {
                return [Found.By(new BackOrder { Policy = policy }, hit, hit.Because("policy"))];
            }
        }

        return [];
    }
}
