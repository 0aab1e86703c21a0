using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads what no other kind holds but a person can do and tick: handling, vehicle, conduct on the site.</summary>
internal static class InstructionReader
{
    private static readonly Pattern _handling = Lexicon.Phrase(
        @"hayons?|haillons?|tail ?lifts?|tail lifts?|lift gates?|gerb\w+|superpos\w+|empil\w+|double stack\w*|stack\w*|fragiles?|chaussures? de securite|epi|gilets?|casques?|ppe|hi vis|high vis\w*|safety (?:shoes|boots|vests?|glasses|footwear)|hard hats?|helmets?|poste de garde|gardien\w*|gatehouse|security (?:gate|post|desk|guard|office)|loge|semi(?: remorques?)?|remorques?|articulated|artics?|porteurs?|curtain ?siders?|bachee?s?|tautliner|fourgons?|utilitaires?|petits? (?:camions?|vehicules?|porteurs?)|poids lourds?|hgvs?|rigids?|vans?|transpalettes?|pallet trucks?|pump trucks?|forklifts?|chariots?(?: elevateurs?)?|film\w+|cercl\w+|housse\w*|shrink ?wrap\w*|strap\w*|banded|banding|wrapp\w+|corner protect\w+|cornieres?|intercalaires?|keep (?:dry|cool|frozen|upright|refrigerated)|au sec|a l abri|temperature\w*|chaine du froid|cold chain|refriger\w+|frigo\w*|isotherme\w*|badges?|pieces? d identite|photo id|proof of id|cartes? d identite|tampon\w*|stamp\w*|emarg\w+|sign(?:er|ez|ature|ed|atures)|cachet|adr|moteur (?:coupe|arrete|eteint)|coup\w+ (?:le|votre|son|leur) moteur|engines?|klaxon\w*|horn|photos?|grues?|crane|hiab|plan de prevention|protocole de securite|safety (?:induction|protocol|briefing)|consignes? de securite|cales?|chock\w*|wheel chocks|haut et bas|this way up|this side up|sens (?:de|du)|debout|a plat|upright|flat|palettes? (?:perdues?|plastiques?|bois|ippc|nimp|consignees?)|ispm|heat treated|nimp ?NUM|consign\w+|reprendre (?:les|vos) (?:palettes|emballages)|reprise (?:des|de) (?:palettes|emballages|vides)|empty pallets|empties|emballages? (?:vides?|carton|neutres?|sans)|sans logo|neutral packaging|plain (?:boxes|packaging)|no polystyrene|polystyrene|plastique|bulles?|bubble wrap|bords?|rue|entree|portail|quai (?:n|no|numero)? ?(?:NUM|[a-z])|dock (?:NUM|[a-z]|door)|bay (?:NUM|[a-z])|door (?:NUM|[a-z])|gate (?:NUM|[a-z])|batiment|building|etages?|sous sol|basement|ground floor|rez de chaussee|stationn\w+|se garer|garez|park\w*|speed|vitesse|fum\w+|smok\w+|parl\w+ francais|francophone\w*|speak\w* (?:english|french)|accompagn\w+ (?:le|les) chauffeur|dechargement (?:lateral|par|a)|side (?:unload\w*|load\w*)|rear unload\w*|decharg\w+ (?:lui meme|seul|par le (?:cote|chauffeur))|unload\w* (?:by|from)|peser|weighbridge|bascule|pont bascule|nettoyer|nettoyez|palettis\w+ |housses?|sangl\w+|bon etat|propres?|clean|leav\w+|laiss\w+ (?:les|la|le|sur|devant|au)|depos\w+ (?:les|la|le|sur|devant|au|a l)|voisins?|neighbours?|reception desk|front desk|accueil|sonn\w+|interphone|intercom|ring (?:the )?bell|digicode|cod(?:e|es) d acces|access code|tirant|longueur|hauteur (?:de|du) (?:quai|pont)|(?:max\w*|over|plus de) WEIGHT(?: \w+)? (?:vehicle|truck|lorry|camion|ptac)|WEIGHT vehicles?|camions? (?:de )?(?:plus de |max\w* )?WEIGHT|vehicules?|vehicle|separ\w+ (?:les|chaque|by|each)|colis separes|regroup\w+|tri\w+ par|echantillons?|sample\w*|fiche\w* (?:de donnees|technique|securite)\w*|fds|msds|safety data sheets?|data ?sheets?|notices?|liste de colisage|packing lists?|cmr|emballage|package\w*|protect\w+|proteg\w+|caution|care");
    private static readonly Pattern _asks = Lexicon.Phrase(@"{must}|ne pas|ne (?:jamais )?\w+ (?:pas|jamais)|pas (?:de|d)|jamais|interdi\w+|aucune?|do not|don t|never|no|not|only|uniquement|seulement|se presente\w*|pren(?:dre|ez)|port(?:er|ez)|utilis\w+|prevo\w+|livr\w+|depos\w+|gard\w+|conserv\w+|sonn\w+|laiss\w+|wear|use|keep|leave|report|unload|handle|park|bring|attention|avec|by|in|with|fournir|fourni\w*|joind\w+|joign\w+|mett\w+|place|put|ensure|make sure|s assurer|assurez|veill\w+|proteg\w+|emball\w+|coup\w+|film\w+|cercl\w+|stack|accompagn\w+|sign\w+|tamponn\w+|provide|include|attach|wrap\w*|strap\w*|stationn\w+|reprendre|reprenez|separ\w+|respect\w+|equip\w+|muni\w*|max\w*");

    public static IEnumerable<Found> Read(Clause clause)
    {
        if (clause.Find(_handling) is not { } hit || !clause.Has(_asks) || clause.Words.Contains("RECUR", StringComparison.Ordinal))
        {
            yield break;
        }

        var text = clause.Verbatim;

        yield return text.Length > Instruction.TextMaxLength
            ? Found.By(new Instruction(), hit) with { Unresolved = [hit.Span.Of(clause.Text.Original)] }
            : Found.By(new Instruction { Text = text }, hit, new Because(["text"], text, clause.Span));
    }
}
