namespace AdvPortal.Exchange.Requirements;

/// <summary>The words of the trade that a typing error may have come from, and ordinary ones that are right as they stand.</summary>
internal static class Vocabulary
{
    private static readonly HashSet<string> _trade = Set("""
        lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches
        monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
        janvier fevrier avril juillet septembre octobre novembre decembre january february march april august september october november december
        livraison livraisons livrer livrez livrees livree livres reception receptions receptionner receptionnons recevons recevoir accepter acceptons camion camions transporteur transporteurs chauffeur chauffeurs
        delivery deliveries deliver delivered delivering receive received receiving accept accepted trucks driver drivers carrier
        uniquement seulement exclusivement obligatoire obligatoirement imperativement matin apres apres-midi semaine semaines horaires horaire
        ferme fermes fermee fermeture fermetures fermons ouvert ouverts ouverture ouvre closed closure opening weekdays weekend
        commande commandes commander minimum maximum hauteur palette palettes colis carton cartons etiquette etiquettes etiquetage order orders pallet pallets parcel parcels label labels barcode quantity quantities
        exemplaire exemplaires facture factures facturation certificat certificats conformite analyse origine certificate conformity invoice invoices copies
        reference references numero numeros number numbers prefixe prefixer suffixe suffixes prefix suffix article articles produit produits product
        rendez vous telephone telephoner telephonez appeler appelez contacter contactez prevenir prevenez preavis veille avance notice appointment
        reliquat reliquats partielle partielles partiel partiels rupture partial backorder backorders complete completes complet
        multiple multiples melangee melangees melange gerber superposer hayon tonne tonnes kilos metres centimetres
        entrepot depot atelier usine plateforme magasin laboratoire showroom warehouse branch factory
        possible preference exception merci demande demandons souhaitons partir compter jusqu desormais dorenavant aucune toutes chaque feries ferie ouvres ouvrables
        chiffres caracteres lettres digits characters bordereau document documents confirmation confirmations anglais allemand francais espagnol italien english french german
        """);

    private static readonly HashSet<string> _others = Set("""
        aprem retour martin livret livre livra livrera livreur carte cartes carter partie parties parti partis parte porter portes porte mardin mercier merlin ordre ordres bordel border compte comptes comptez compta comptable comptables compote
        ferme fermer ferment fermant fermera ferons serons seront serait ouverte ouvertes ouvrir ouvrons ouvrez ouvrira ouvrage fermons formes forme former ferons firme firmes terme termes produire produits produisons productions production
        avant avance avancer avons avoir avez aurons aurait apres auprès apporter apportez envoyer envoyez envoyee envoyees envois envoi pouvez pourriez pouvoir pourrez pourrait pouvons pourrions devez devons devront devra doivent
        notre votre leurs leur cette cettes celui celle ceux quand quelle quelles quelque quelques toute toutes tous merci merit mercis veuillez bonjour bonsoir cordialement salutations sinceres bien bonne journee semaines
        nombre nombres chose choses client clients cliente fournisseur fournisseurs acheteur achats achat service services responsable equipe stocks stock magasinier magasins etage avenue place route
        sauf faute faites faire fait livrables livrable soient soit sous reste restes rester restez lieux lieu heure heures minutes jours annee annees periode periodes inventaire conges vacances noel paques
        prochain prochaine prochains prochaines dernier derniere derniers dernieres ancien ancienne nouveau nouvelle nouveaux nouvelles
        place places plaque plaques pallier palier paletier colle coller collez colles collee collees coule mettre mettez mises mise prendre prenez prise rappel rappeler rappelez appels appelle
        there their these those where which would could should might please thanks thank thanked thankful regards dear hello kindly every other after before while still until since through about above under again always never
        marche marches marked market charge charges change changes chance chances party parts partner partners partly partial ordered ordering border borders older table tables cable cables label able stable
        papers paper paperwork parking packing packaging package packages patches batch batches lots weight height width eight right light might night sight three third seven eleven twelve twenty thirty
        price prices quote quoted quality quantities quantite quantites qualite livraisons receipt receipts recipient accounts account address adresse adresses adresser adressez adressees france europe
        emballage emballages caisse caisses boite boites paquet paquets sachet sachets touret tourets couronne chantier chantiers direct directe directement directs portail portails
        preparer preparez preparation preparations presenter present presente presentes presence presents presenter presentez prevu prevue prevus prevoir prevoyez prevision previsions preuve
        demain demande demandes demander demandez demandons depuis derriere devant devants devoir detail details delai delais depart departs department
        couper couleur couleurs courrier courriers cours course courses court courte comme comment commentaire commentaires commence commencent commencer commencez commune communes commun common comment comments
        autre autres autant aussi ainsi alors apres aupres aucun aucune aujourd aurait autorise autorisee autorises
        merchandise marchandise marchandises materiel materiels matiere matieres metal metaux meuble meubles membre membres memes
        carrier carriers carried courier couriers career barrier scanner scanned scan scans
        complet complets complete completes completed completely completer completez complement contact contacts contrat contrats control controle controles contre
        facteur facteurs factor factors facto fracture figure figures future futures nature
        origin origins original originaux originals oranges orange march marche merge large larges charge pages plage plages
        limite limites limit limited ligne lignes line lines linge longue longueur largeur poids pieces piece unite unites units unit
        gerbes gerbe gerer gerez hayons rayons rayon savon maison maisons raison saison livre poison boisson
        analyses analysis analyst conforme conformes confirm confirme confirmer confirmez confirmee confirmed conforms
        atelier ateliers entree entrees entrepots depots depose deposer deposez deposit usines usage user using utilise utiliser utilisez
        chaque chaude chaud froid froide fragile fragiles jamais seule seules seuls meme semaine
        ecrire ecrite ecrits reglement reglements regle regles regulier reguliere exact exacte exactement
        """ + " bl bls ar arc sscc gs1 ean qr cmr epal chep eur europe usa uk ok svp rdv hs hq ht ttc tva vat po dc edi gtin gln dlc dluo iso en din afnor atex rohs reach msds fds coc pdf csv excel datamatrix code codes "
        + "alsace moselle ascension toussaint pentecote nous vous ils elle elles merci cordialement cdt sincerement attention important urgent note nota pour dans avec sans goods inbound accounts compta comptabilite "
        + "accueil reception receptions expedition expeditions logistique qualite achats direction bureau parc monsieur madame mademoiselle service");

    private static readonly ILookup<char, string> _byFirst = _trade.ToLookup(word => word[0]);

    public static bool Knows(string word) => _trade.Contains(word) || _others.Contains(word);

    public static IEnumerable<string> Trade(char first) => _byFirst[first];

    private static HashSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('è', 'e')).ToHashSet(StringComparer.Ordinal);
}
