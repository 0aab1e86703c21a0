namespace AdvPortal.Exchange.Requirements;

/// <summary>What a sentence is for.</summary>
internal enum Purpose
{
    /// <summary>It may state a rule.</summary>
    Rule,
    /// <summary>It asks for nothing lasting: a question, thanks, one order, a complaint, somebody's absence, a thought.</summary>
    Nothing,
    /// <summary>It lifts a rule: a person has to look for it.</summary>
    Lifts,
}

/// <summary>Tells sentences that state a rule from those that only speak of deliveries.</summary>
internal static class Gate
{
    private static readonly Pattern _lifts = Lexicon.Phrase(
        @"(?:n est|ne sont|n est donc|ne sera|ne seront|n etant|est|sont) (?:desormais |donc |maintenant )?plus (?:valables?|valides?|d actualite|en vigueur|applicables?|necessaires?|obligatoires?|requise?s?|exigee?s?|demandee?s?|utiles?|d application|imposee?s?|besoin)|ne s appliqu\w+ plus|(?:annul\w+|oubli(?:ez|er)|ignor(?:ez|er)|supprim\w+|lev(?:ez|er|ons|ee)|retir(?:ez|er)|abandonn\w+|suspend\w*|abrog\w+) (?:donc |svp |bien |simplement |maintenant |s il vous plait )?(?:(?:la|les|l|notre|nos|cette|ces|toutes? les|votre) )?(?:anciennes? |precedentes? |derniere )?(?:consignes?|regles?|exigences?|demandes?|instructions?|contraintes?|restrictions?|interdictions?|obligations?|limitations?|mention|minimum|prefixe|blocage|fermeture)|"
        + @"(?:nous |on |je )?(?:n avons|n ai|n a|n exigeons|n exige|ne demandons|ne demande|ne souhaitons|n imposons|ne voulons|ne requerons) plus (?:besoin )?(?:de |d |que |le |la |les |votre )|plus besoin (?:de|d)|(?:est|sont) (?:levee?s?|supprimee?s?|annulee?s?|caduque?s?|abrogee?s?)|(?:vous )?(?:pouvez|pourrez) (?:(?:a |de )?nouveau|desormais(?: a nouveau)?|maintenant|dorenavant|encore)? ?(?:nous )?(?:re)?livrer (?:a nouveau|de nouveau)|(?:a|de) nouveau (?:possibles?|accepte\w*|autorise\w*|ouvert\w*|livr\w+|recevoir|ouvr\w+|normal\w*)|(?:reprenons|recommencons) (?:les livraisons|a recevoir|les receptions)|retour a la normale|"
        + @"no longer (?:applies|apply|applicable|valid|needed|needs?|required?|requires?|necessary|in force|relevant|in place|mandatory|insist)|(?:disregard|ignore|forget(?: about)?|cancel|drop|scrap|lift|remove|withdraw|stop applying|rescind) (?:the|our|that|this|my|any|all)? ?(?:earlier |previous |old |last |former )?(?:rule|rules|instructions?|requests?|requirements?|restrictions?|requirement|email|message|note|ban|limit|minimum|prefix)|(?:has|have|is|are) (?:now )?(?:been )?(?:lifted|withdrawn|removed|revoked|rescinded)|(?:can|may) (?:now )?(?:again )?deliver \w* ?(?:again|once more)|(?:again|now) (?:possible|allowed|open) again|we now accept|don t need (?:any ?more)|(?:don t|do not|doesn t) (?:need|require)[a-z A-Z]* (?:any ?more|any longer)|plus la peine (?:de|d)");

    private static readonly Pattern _asksUs = Lexicon.Phrase(
        @"est ce qu\w*|livrez vous|livrez vous aussi|avez vous|quels?|quelles?|quand|combien|comment|pourquoi|ou en|proposez vous|acceptez vous|faites vous|etes vous|peut on|pouvons nous|puis je|y a t il|serez vous|pensez vous|savez vous|allez vous|aurez vous|pourrons nous|"
        + @"what|when|which|why|who|how|do you|are you|is there|is it|is the|have you|did you|does|did|will you be|will the|can we|may we|could we|shall we|are there|is your|are your|has the|has my|have the");

    private static readonly Pattern _politeAsk = Lexicon.Phrase(
        @"(?:pourriez|pouvez|pourrais|pourrait|peux|peut|voudriez|auriez|voulez) (?:vous|tu|on|il)(?: (?:s il vous plait|svp|donc|bien|desormais|dorenavant|a l avenir))?|serait il (?:possible|envisageable)|est il possible|(?:serait|est) ce possible|merci (?:de|d)|(?:could|can|would|will) you(?: please| kindly)?|would it be possible|is it possible to|please|may we ask you to|can we ask you|would you mind|nous vous (?:demandons|prions)");

    private static readonly Pattern _asksToKnow = Lexicon.Phrase(
        @"(?:pourriez|pouvez|pourrais|peux|voudriez|auriez|serait il possible de|merci de|veuillez|merci de bien vouloir|svp)(?: (?:vous|tu|nous|me|svp|bien|vouloir|de|s il vous plait|donc|rapidement|egalement|aussi))* (?:re ?)?(?:confirmer|indiquer|dire|preciser|renvoyer|retourner|communiquer|donner|expliquer|envoyer (?:un|une|le|la|votre|vos|nous|les) (?:devis|offre|tarifs?|catalogue|prix|copie|facture|duplicata|document|bl|suivi)|transmettre (?:un|une|votre|vos|le|la|les) (?:devis|offre|tarifs?|prix|duplicata|suivi)|rappeler|recontacter|verifier|regarder|faire parvenir (?:un|une|votre|vos) (?:devis|offre|tarifs?))|"
        + @"(?:could|can|would|will|please|kindly|may)(?: (?:you|please|kindly|also|i|we))* (?:confirm|tell|let (?:me|us) know (?:if|when|whether|what|how|why|by|about|the|your)|check|resend|re send|explain|clarify|advise (?:if|when|whether|what|on|us)|quote (?:me|us|for|a)|send (?:me|us|over)|provide (?:me|us) with (?:a|your)|indicate|ask|know|have (?:a|your))|"
        + @"(?:dites|dis|confirmez|indiquez|precisez) (?:moi|nous)|(?:je|nous) (?:voudrais|voudrions|aimerais|aimerions|souhaite|souhaiterais|souhaiterions) (?:savoir|connaitre|avoir|obtenir|recevoir (?:un|une|votre|vos))|(?:wondering|wonder|like to know|want to know|curious) (?:if|whether|when|what|how)?|ou en est|ou en sont|savoir si|me dire si|nous dire si|any news|des nouvelles|question");

    private static readonly Pattern _strong = Lexicon.Phrase(
        @"desormais|dorenavant|a l avenir|a partir de maintenant|dorenavent|from now on|in future|in the future|going forward|henceforth|always|toujours|systematiquement|toutes? (?:vos|nos|les|livraison|commande)\w*|chaque (?:livraison|envoi|commande|expedition)|tous (?:vos|nos|les)|every (?:delivery|order|shipment)|all (?:deliveries|orders|shipments|future)|doivent|must|plus (?:de|d|aucune?) \w+|pour (?:les|nos) prochaines|obligatoire\w*|imperati\w+|ne plus|uniquement|only");

    private static readonly Pattern _thanks = Lexicon.Phrase(
        @"(?:merci|remerci\w+)(?: \w+){0,3} (?:pour|de) (?:la|votre|vos|cette|l|le|les|ces|ta|avoir) (?:reponse|retour|message|mail|appel|aide|rapidite|devis|offre|livraison|envoi|confirmation|commande|echange|accueil|visite|disponibilite|patience|comprehension|collaboration|reactivite|effort|service|travail|documents?|bons?|facture|bl|etiquettes|palettes|colis)\w*|merci d avoir|(?:thanks|thank you|grateful|thankful)(?: \w+){0,3} for|(?:ONEDAY|DAYS) s delivery|bien recu|bien recue|bien recus|well received|with thanks|je vous en remercie|felicitations|congratulations|ravis?|satisfaits?|tres content\w*|great job|happy with|bonnes? (?:fetes|annee|vacances)|happy (?:new year|holidays)|season s greetings");

    private static readonly Pattern _past = Lexicon.Phrase(
        @"(?:avons|ai|a|ont|avez|as|aviez|avait|avions|avaient) (?:bien |deja |encore |toujours |pas |ete |etait |tous |toutes |tout |recemment |finalement |enfin |malheureusement |hier )*(?:ete )?(?:livre|recu|refuse|oublie|constate|note|trouve|envoye|expedie|commande|passe|appele|manque|eu|endommage|abime|casse|perdu|retourne|signale|attendu|decharge|signe|facture|confondu|mis|colle|depose|presente|demande|parle|discute)(?:e|s|es)?|(?:est|sont|etait|etaient|etions) (?:bien |deja |encore |toujours |pas |tous |toutes )*(?:arrive\w*|parvenu\w*|venu\w*|passe\w*|reparti\w*|tombe\w*|livree?s?)|(?:was|were|has been|have been|had been|hasn t|haven t|didn t|did not|wasn t|weren t) (?:\w+ ){0,2}(?:deliver\w*|receiv\w*|arriv\w*|damag\w*|broken|missing|short|late|sent|order\w*|refus\w*|reject\w*|dropped|left|unload\w*|wrong\w*|turned away|crushed|wet|pack\w*|ship\w*)|arrived|we received|i received|delivered (?:on )?(?:ONEDAY|DAYS|yesterday|last)|recue?s? (?:ce jour|DAYS|ONEDAY|le|hier)|livree?s? (?:ce jour|hier|ONEDAY|DATES)");

    private static readonly Pattern _complaint = Lexicon.Phrase(
        @"il (?:nous )?manqu\w+|manquai\w+|manquants? (?:sur|dans)|illisibles?|abime\w*|casse\w*|endommage\w*|deteriore\w*|non conformes?|litiges?|reclamations?|erreurs? (?:sur|dans|de)|en retard|retards? (?:de|sur)|pas (?:ete |encore )?(?:recus?|recue|recues|arrives?|livres?|livree)|a qui la faute|inadmissible|inacceptable|scandaleu\w+|pas content\w*|decus?|mecontent\w*|avoir (?:sur|pour|de) (?:la )?facture|unreadable|illegible|damaged|broken|missing (?:from|on|in)|is missing|are missing|complaints?|wrong (?:item|goods|quantity|product|label|parts)|disappoint\w*|late again|short (?:delivery|shipped)|credit note|unacceptable|defecti\w+|defectueu\w+|poor (?:quality|service|condition)");

    private static readonly Pattern _oneOrder = Lexicon.Phrase(
        @"(?:commandes?|cde|cdes|order|orders|po|bl|facture|invoice|devis|offre|quote|colis|delivery note|avis|dossier|affaire|bon de commande|livraison|delivery|consignment)(?: (?:n|no|numero|number|ref|reference|nr|#|:))+ ?(?:[a-zA-Z]{1,4} )?NUM|ORDERNO|(?:cette|la presente|ma|notre derniere|la derniere|ladite|notre prochaine|la prochaine|votre derniere|cette nouvelle|l ancienne) (?:commande|livraison|expedition|palette|facture|etiquette)|(?:ce|cet|le dernier|votre dernier|notre dernier|le present) (?:colis|bl|envoi|camion|devis|arrivage|bon)|(?:ci joint|en piece jointe|please find|attached|ci dessous|herewith|enclosed)|"
        + @"(?:this|that|my|the last|your last|our last|the attached|our latest|the next|today s|yesterday s|tomorrow s) (?:order|delivery|shipment|consignment|pallet|invoice|label|load|parcel|po|purchase order)|(?:pour cette fois|cette fois(?: ci)?|une fois n est|this time|just this once|one off|this once|pour une fois|a titre exceptionnel|for once|exceptionnellement (?:cette|pour)|le cas present)|(?:passer|passons|passe|place|placing|placed|confirm|confirmons|transmets|transmettons|envoyons) (?:la |une |an |our |notre |the |cette |ma )?(?:commande|order)(?: suivante| ci|$| de)?|la livraison (?:de|du|prevue|d) (?:ONEDAY|DATES|DAYS|demain|ce|cette)|(?:livraison|livrer|livre|livree|deliver\w*|needed|besoin) (?:\w+ ){0,3}(?:ONEDAY|asap|au plus vite|en urgence|des que possible|rapidement|as soon as)|delivery (?:on|for|by|date) (?:ONEDAY|DATES)|pour (?:une )?(?:livraison|delivery) (?:souhaitee |le |au )*(?:DATES|ONEDAY|DAYS)|livraison (?:souhaitee|demandee|prevue|attendue|confirmee|annoncee)|expected (?:on|delivery)|tracking|suivi de");

    private static readonly Pattern _absence = Lexicon.Phrase(
        @"(?:je|j) (?:serai|suis|ne serai pas|etais|reviens|pars|rentre|serais|m absente)(?: \w+){0,2} ?(?:absente?|en conges?|en vacances|en deplacement|indisponible|joignable|disponible|en formation|en reunion|de retour|en arret|en teletravail|la|present\w*|au bureau|injoignable|off)?|(?:absente?s?|en conges?|en vacances|en arret maladie|en conge maternite|en deplacement|en formation) (?:du|jusqu\w*|le|la|SINCE|UNTIL|DATES|pour|cette|tout\w*|a partir)|en mon absence|mon (?:collegue|remplacant|retour)|ma (?:collegue|remplacante)|pendant (?:mes|mon|ses) (?:conges|absence|vacances)|mes conges|(?:sera|est|serons absents) (?:absente?|remplacee?|en conges?|en vacances)|remplace\w* par|prend\w* (?:le relais|sa retraite|la suite)|"
        + @"(?:i|i m|i am|i ll|i will|he|she|she is|he is|janet|my colleague) (?:will |am |be |is |ll |m )*(?:be )?(?:out of (?:the )?office|away|on (?:annual |sick |maternity |paternity )?leave|on holiday|on vacation|back|travelling|off|unavailable)|out of office|annual leave|in my absence|maternity leave|on holiday (?:from|until)|(?:will be|is) (?:on leave|on holiday|away|off sick)");

    private static readonly Pattern _appointment = Lexicon.Phrase(
        @"pass(?:era|erai|erons|eront|e|er|ent|erait) (?:vous (?:voir|chercher|prendre)|a votre|chez vous|dans vos|enlever|recuperer)|(?:vous )?(?:rendr\w+|rend) visite|reunions?|visioconference|visio|rencontr\w+|se voir|nous nous voyons|on se (?:voit|retrouve|rappelle|parle)|rendez vous (?:est )?(?:fixe|pris|confirme|avec (?:vous|votre)|ONEDAY|DATES)|notre (?:rendez vous|entretien|echange|point|appel)(?: (?:de|du|telephonique))*|je (?:vous |te )?(?:appelle|rappelle|recontacte|contacterai|rappellerai|appellerai|telephone|passe|passerai|viens|viendrai)|(?:rappelez|appelez|contactez) moi|nous (?:viendrons|viendront|passerons|enlevons|enleverons) |(?:vous (?:recevrez|recevoir)|nous vous (?:appelons|appellerons|recontactons|rappelons que nous sommes|rendrons))|ENLEV|meetings?|i will (?:call|visit|phone|ring|come)|i ll (?:call|visit|phone|ring|come)|visit(?:ing)? (?:you|us)|will (?:visit|come|call|collect|pick up)|see you|let s (?:meet|talk|speak)|appointment with (?:you|your)|call me|ring me|phone me|audit|salon|trade fair|webinar|formation|seminaire");

    private static readonly Pattern _undecided = Lexicon.Phrase(
        @"peut etre|envisag\w+|reflechi\w+|se demande|hesit(?:ons|e|ent)|(?:pas|rien|not|nothing)(?: n est)? (?:encore |yet |been )*(?:decide\w*|arrete\w*|fixe|defini\w*|confirme\w*|acte|valide\w*|decided|confirmed|settled|agreed|final\w*)|a l etude|etudi(?:ons|e|ent) (?:la|l|une|le|un|actuellement|en)|il (?:est|serait) (?:possible|envisageable|question) (?:qu|de|d|que)|il se (?:peut|pourrait) qu\w*|(?:pourrions|pourrait|pourraient|songeons|pensons|discutons|projetons|reflexion|eventuel\w*|eventuellement|probablement|sans doute|vraisemblablement|on verra|a voir|a confirmer|sous reserve|reste a (?:definir|confirmer|valider)|en discussion|en cours de (?:reflexion|discussion|validation|negociation)|si jamais|serions tentes|aimerions peut|hypothese)|"
        + @"(?:we|they|it|i|which) (?:may|might|could)(?: \w+)? (?:change|move|close|ask|need|start|switch|have|be|want|introduce|require|soon|well|stop|reduce|extend|open)|considering|thinking (?:of|about)|not sure|undecided|under (?:review|discussion|consideration)|possibly|perhaps|maybe|tbc|to be confirmed|probably|likely|we ll let you know|we will let you know|still (?:discussing|deciding|thinking|looking|to be)|may be|toying with|discussing whether|looking (?:at|into) (?:whether|changing|moving|closing)");

    /// <summary>What a sentence, or a part of it, is for.</summary>
    public static Purpose Of(Clause clause, bool isQuestion)
    {
        if (clause.Has(_lifts))
        {
            return isQuestion && clause.Has(_asksUs) ? Purpose.Nothing : Purpose.Lifts;
        }

        if (clause.Has(_asksToKnow) || (isQuestion && (!clause.Has(_politeAsk) || clause.Has(_asksUs) && !clause.Has(_must))))
        {
            return Purpose.Nothing;
        }

        var isAside = clause.Has(_thanks) || clause.Has(_past) || clause.Has(_complaint) || (clause.Has(_oneOrder) && !clause.Has(_form));

        return (isAside && !clause.Has(_strong)) || (clause.Has(_absence) && !(clause.Has(_place) && !clause.Has(_person))) || clause.Has(_appointment) || clause.Has(_undecided) ? Purpose.Nothing : Purpose.Rule;
    }

    private static readonly Pattern _place = Lexicon.Phrase("SITE|usine|entrepot|depot|atelier|magasin|site|societe|entreprise|bureaux|plant|factory|warehouse|nous (?:serons|sommes)|we (?:will be|are)|plateforme|laboratoire");
    private static readonly Pattern _person = Lexicon.Phrase("je|j|i|mon|ma|mes|my|m|mr|mme|mrs|ms|madame|monsieur|he|she|absente?s?");

    /// <summary>A number that only shows what numbers look like.</summary>
    private static readonly Pattern _form = Lexicon.Phrase("formats?|(?:de )?la forme|compos\\w+ (?:de|d)|suivi\\w* (?:de|d|par) NUM|par exemple|exemples?|such as|for example|e g|looks? like|ressembl\\w+|du type|de type|commen\\w+ par|start\\w* with|begin\\w* with|prefix\\w*");

    private static readonly Pattern _must = Lexicon.Phrase("ne plus|ne pas|uniquement|only|toujours|always|doit|must|merci (?:de|d)|please");
}
