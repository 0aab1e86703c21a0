namespace AdvPortal.Exchange.Requirements;

/// <summary>Words that take back a part of what is said: it is proposed, and they are flagged.</summary>
internal static class Hedges
{
    private static readonly Pattern _hedge = Lexicon.Raw(
        @"\b(?:sauf (?:cas |en cas d'|en cas de |pour |pour les |si |exceptions?|urgences?|accord|avis|indication|contre-?ordre|derogations?|imprevus?|besoin|mention|stipulation|demande|consigne|autorisation|force majeure|circonstances?|commandes? urgentes?)[^.,;:!?\n()]{0,60}|hors (?:urgences?|exceptions?|cas [^.,;:!?\n]{0,40})|a titre exceptionnel|si (?:possible|vous (?:le )?pouvez|vous pouvez|c'est possible|cela est possible|faisable|besoin|necessaire|l'on peut|ca vous (?:va|convient|arrange)|disponible|nos stocks[^.,;\n]{0,30})|"
        + @"dans la mesure du possible|dans l'ideal|autant que (?:possible|faire se peut)|(?:de |en )preference|preferablement|preferentiellement|de preference|plutot|idealement|en principe|normalement|generalement|habituellement|en general|en regle generale|la plupart du temps|le plus souvent|d'habitude|a priori|theoriquement|en theorie|si possible|au mieux|dans les grandes lignes|plus ou moins|a peu pres|approximativement|"
        + @"(?:nous |on )?prefer(?:ons|e|rions|erait|erions)|avec une preference[^.,;\n]{0,30}|parfois|souvent|certaines fois|de temps en temps|occasionnellement|selon (?:disponibilite|les disponibilites|les besoins|la saison|le planning|l'activite|le cas|arrivage|charge)[a-z ]{0,20}|en fonction (?:de|du|des) [a-z ]{3,30}|"
        + @"if (?:possible|you can|at all possible|feasible|practicable|necessary|needed|available)|where(?:ver)? (?:possible|practicable|feasible)|when(?:ever)? (?:possible|practical)|ideally|prefer(?:ably|red|ence is)|(?:we |we'd |would )?prefer|in principle|normally|usually|generally|typically|as far as possible|as a rule|most of the time|unless (?:otherwise )?(?:agreed|stated|instructed|specified|urgent|told|we [a-z ]{2,30}|there is [a-z ]{2,30}|it is [a-z ]{2,30}|you [a-z ]{2,30}|absolutely [a-z ]{2,20})[^.,;:!?\n]{0,30}|"
        + @"except (?:in|for|under|when|where) (?:emergenc\w+|urgent[a-z ]{0,20}|exceptional[a-z ]{0,20}|special[a-z ]{0,20}|agreed[a-z ]{0,20}|an emergency)|with (?:some|rare|few) exceptions?|exceptionally|sometimes|occasionally|more or less|approximately|roughly|depending on [a-z ]{3,30}|subject to [a-z ]{3,30}|whenever you can|as (?:much|often) as possible|avec (?:quelques|de rares) exceptions?|sauf exceptions?|a quelques exceptions pres|a une exception pres)(?:\b|$)");

    /// <summary>Figures and names that a text refers to without giving them.</summary>
    private static readonly Pattern _vague = Lexicon.Raw(
        @"\b(?:(?:le |la |les |un |une |the |a |our |notre |nos |votre )?(?:prefixe|suffixe|prefix|suffix|code|format|seuil|montant|minimum|hauteur|nombre|numero|quantite|adresse|horaires?|date|jours?|amount|height|number|quantity|address|threshold|limit|limite|modele|template) (?:qui (?:a ete|est) |that (?:was|we) )?(?:convenue?s?|habituel(?:le)?s?|prevue?s?|d'usage|agreed(?: upon)?|usual|as agreed|discussed|indique dans [^.,;\n]{0,40}|defini[a-z]* (?:dans|avec|par|ensemble|precedemment|lors)[^.,;\n]{0,40}|vue? ensemble|mentionne[a-z]*[^.,;\n]{0,30}|que vous (?:savez|connaissez)|you know|raisonnable|reasonable|suffisant[es]*|comme d'habitude|dont nous avons (?:parle|discute))|"
        + @"the (?:agreed|usual|same|standard|normal) (?:prefix|suffix|code|format|amount|height|quantity|number of copies|minimum|threshold|times?|hours|address)|(?:le|la|les|l') ?(?:habituel(?:le)?s?|meme) (?:prefixe|suffixe|code|format|adresse|minimum|horaires?)|comme (?:d'habitude|convenu|prevu|indique|vu ensemble|discute|par le passe|avant|la derniere fois)|as (?:usual|agreed|discussed|before|per our (?:agreement|conversation|call))|"
        + @"(?:pas trop|pas tres|not too) (?:hautes?|lourdes?|tot|tard|high|heavy|tall|early|late|grosses?|petites?)|(?:quelques|plusieurs|a few|several|some) (?:exemplaires?|copies|jours|heures|palettes|etiquettes|days|hours|labels|pallets)|(?:hauteur|taille|poids|montant|quantite|height|weight|size|amount) (?:raisonnable|normal|normale|correcte?|habituelle?|standard)|(?:assez|suffisamment) (?:tot|tard|a l'avance)|(?:un peu|bien|a little|well) (?:a l'avance|avant|in advance|before)|suffisamment (?:a l'avance|tot)|in good time|(?:un|une) certaine? [a-z]{3,15}|(?:une )?(?:dizaine|quinzaine|vingtaine|trentaine|cinquantaine|centaine) (?:de|d') ?[a-z]{3,15})(?:\b|$)");

    public static void Read(string folded, Marks marks)
    {
        foreach (var match in _hedge.Matches(folded))
        {
            marks.Add(new("HEDGE", match.Index, match.Index + match.Value.TrimEnd().Length));
        }
    }

    public static void Vague(string folded, Marks marks)
    {
        foreach (var match in _vague.Matches(folded))
        {
            marks.Add(new("UNSAID", match.Index, match.Index + match.Value.TrimEnd().Length));
        }
    }
}
