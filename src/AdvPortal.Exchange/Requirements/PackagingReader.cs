using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads on which pallets goods come, how high and heavy they may be, and in what multiples they are sold.</summary>
internal static class PackagingReader
{
    private static readonly Pattern _type = Lexicon.Phrase("(?:(?:{pallet}|support) )?(?:(?:de |of |a |aux? )?(?:type |format |norme |normes |standard )?)(?:(?<eur>europe|europes|eur|euro|euros|epal|europeen\\w*|european) ?(?:{pallet})?|(?<chep>chep)(?: {pallet})?|(?<eur2>europalettes?|europallets?))");
    private static readonly Pattern _load = Lexicon.Phrase("{pallet}|{parcel}|haut\\w*|height|high\\w*|tall\\w*|poids|weight|weigh\\w*|heav\\w+|lourd\\w*|pes\\w+|charge\\w*|gerb\\w+|stack\\w*|unites? logistiques?|loads?|depass\\w+|exced\\w+|exceed\\w*");
    private static readonly Pattern _size = Lexicon.Phrase("SIZE");
    private static readonly Pattern _weight = Lexicon.Phrase("WEIGHT");
    private static readonly Pattern _limit = Lexicon.Phrase("max\\w*|depass\\w+|exced\\w+|exceed\\w*|limit\\w*|jusqu\\w*|plus (?:de|haut\\w*|lourd\\w*)|au dela|superieur\\w*|over|above|more than|higher|taller|heavier|up to|under|below|moins|inferieur\\w*|haut\\w*|height|poids|weight|weigh|high|tall|pas|not|no|pes\\w+");
    /// <summary>« 1 tonne max » after what was said of pallets.</summary>
    private static readonly Pattern _bare = Lexicon.Raw(@"^ ?(?:max\w* (?:SIZE|WEIGHT)|(?:SIZE|WEIGHT) (?:max\w*|au plus|at most)) ?\.? ?$");
    private static readonly Pattern _least = Lexicon.Phrase("mini\\w*|at least|au moins|minimum");
    private static readonly Pattern _multiple = Lexicon.Phrase("(?:multiples? (?:de|d|of)|(?:par|en|in|by) (?:multiples?|lots?|paquets?|cartons?|boites?|packs?|batches|boxes|cases|sacs?|sachets?|bags?|colis|cartons? complets?|full (?:boxes|cartons|cases|packs)|lots complets|groupes?|groups|quantities|quantites|tranches?|conditionnements?|packages|bundles|sets) (?:de|d|of)|(?:conditionn\\w+|emball\\w+|vend\\w+|command\\w+|livr\\w+|packed|sold|order\\w*|packaged|deliver\\w*|suppl\\w+) (?:uniquement |only |toujours |always )?(?:par|in|by)|(?:cartons?|boites?|boxes|cartons) complets? de|full (?:boxes|cartons|cases) of|divisibles? (?:par|by)) (?<n>NUM|douzaines?|dozens?)");
    // « Livré en 2 fois », « livrés par 2 personnes » count something else than goods.
    private static readonly Pattern _trips = Lexicon.Phrase("(?:par|en|in|by) (?:NUM|deux|trois|two|three) (?:fois|times|livraisons?|deliver\\w+|shipments?|consignments?|drops?|envois?|parts|parties|personnes?|people|chauffeurs?|drivers?|palettes?|pallets?|camions?|trucks?|jours?|days|heures?|hours|semaines?|weeks)");
    private static readonly Pattern _mixed = Lexicon.Phrase(
        "(?:une|un|1|NUM|one|a single|single|only one|a) (?:seule?s? |single |only )?(?:(?:et meme|meme) )?(?:references?|articles?|produits?|codes?|sku|skus|items?|products?|part numbers?|part|article|item code|product code|line|refs?)(?: differente?s?| unique| seulement| uniquement| only)? (?:par|sur|per|on|to|for|a)(?: (?:chaque|each|every|the|une|la|a))? {pallet}|(?:pas|aucune?|jamais|plus|no|not|never|ni|sans|don t|avoid|evit\\w+|interdi\\w+|refus\\w+)(?: \\w+){0,4} (?:{pallet} (?:melange\\w*|mixtes?|panach\\w*|heterogenes?|multi \\w+|multi\\w*|mixed)|mixed {pallet}|multi (?:sku|product|item) {pallet})|{pallet} (?:(?:doi\\w+ etre|must be|should be|toujours|uniquement) )?(?:mono(?: ?(?:references?|produits?|articles?))?|monoreferences?|monoproduits?|homogenes?|single (?:sku|product|item|article)|unmixed)|single (?:sku|product|item|article|line|reference) {pallet}|"
        + "(?:ne|n|pas|do not|don t|never|not|evit\\w+|avoid|must not|no)(?: \\w+){0,3} (?:melang\\w+|panach\\w+|mix\\w*|combin\\w+)[^;.]{0,60}{pallet}|{pallet}[^;.]{0,40}(?:(?:ne |must |should |may |can )?(?:pas|not|never|jamais)(?: be| etre)? (?:melange\\w*|panach\\w*|mixed|combined)|ne doi\\w+ pas (?:etre )?(?:melange\\w*|panach\\w*|mixte\\w*))|{pallet} (?:melange\\w*|mixtes?|panach\\w*|heterogenes?) (?:interdit\\w*|refus\\w+|non accept\\w+|exclu\\w*|proscrit\\w*|not accept\\w*)|mixed {pallet} (?:are |will be )?(?:not (?:accept\\w*|allow\\w*)|refused|rejected|forbidden|prohibited|unacceptable)|(?:melange|panachage)(?: \\w+){0,4} (?:interdit|refuse|proscrit|exclu)|(?:pas|aucun|no) (?:de )?(?:melange|panachage|mixing)(?: \\w+){0,6}");
    private static readonly Pattern _no = Lexicon.Phrase("(?:pas|aucune?|sans|jamais|ni|no|not|never|plus|refus\\w+|interdi\\w+|n accept\\w+|don t|except|sauf|autres? que)(?: (?:de|d|les|des|accept\\w*|any|use|utilis\\w+|pallets?|palettes?|take|livr\\w+|la|sur))* (?:{pallet} )?(?:europe|eur|euro|epal|chep|europalettes?|europallets?)|(?:europe|eur|euro|epal|chep|europalettes?|europallets?)(?: {pallet})?(?: \\w+){0,3} (?:refus\\w+|interdi\\w+|exclu\\w*|proscri\\w+|non accept\\w+|(?:not|never|pas|jamais)(?: be| etre)? (?:accept\\w*|allow\\w*|wanted|used|utilis\\w+|admis\\w*)|rejected|forbidden|prohibited|unacceptable)");

    public static IEnumerable<Found> Read(Clause clause)
    {
        var (rule, because, unsure, first) = (new Packaging(), new List<Because>(), new List<string>(), (Hit?)null);

        void Keep(Hit hit, string field)
        {
            because.Add(hit.Because(field));
            first ??= hit;
        }

        var types = clause.All(_type).Where(hit => hit.Has("chep") || hit.Has("eur2") || Names(hit)).ToList();

        if (types.Count > 0 && !clause.Has(_no) && types.Select(hit => hit.Has("chep")).Distinct().Count() == 1)
        {
            rule = rule with { PalletType = types[0].Has("chep") ? PalletType.Chep : PalletType.Eur };
            Keep(types[0], "palletType");
        }
        else if (types.Count > 0)
        {
            unsure.Add(types[0].Span.Through(types[^1].Span).Of(clause.Text.Original));
            first = types[0];
        }

        if (clause.Has(_load) && clause.Has(_limit) || clause.Has(_bare))
        {
            if (One(clause, _size, unsure) is { } size && size.Value is >= 20 and <= Packaging.HeightMaxCm)
            {
                rule = rule with { MaxHeightCm = (int)decimal.Floor(size.Value) };
                Keep(size.Hit, "maxHeightCm");
            }

            if (One(clause, _weight, unsure) is { } weight && weight.Value is > 0 and <= Packaging.WeightMaxKg)
            {
                rule = rule with { MaxWeightKg = weight.Value };
                Keep(weight.Hit, "maxWeightKg");
            }
        }

        if (!clause.Has(_trips) && clause.Find(_multiple) is { } multiple && (multiple.Value<object>("n") as decimal? ?? 12) is > 1 and <= Packaging.MultipleMax and var of)
        {
            rule = rule with { MultipleOf = of };
            Keep(multiple, "multipleOf");
        }

        if (clause.Find(_mixed) is { } mixed)
        {
            rule = rule with { NoMixedPallets = true };
            Keep(mixed, "noMixedPallets");
        }

        if (first is { } hit)
        {
            yield return Found.By(rule, hit) with { Because = because, Unresolved = unsure };
        }
    }

    /// <summary>« Europe » names a pallet only beside one.</summary>
    private static bool Names(Hit hit) => hit.Match.Value.Contains("pal", StringComparison.Ordinal);

    /// <summary>The one limit of a sort; several, or a least one, are left open.</summary>
    private static (Hit Hit, decimal Value)? One(Clause clause, Pattern phrase, List<string> unsure)
    {
        var hits = clause.All(phrase).ToList();
        var values = hits.Select(hit => (Hit: hit, Value: clause.MarkAt(hit.Index)!.Value as decimal? ?? 0)).DistinctBy(each => each.Value).ToList();

        if (values.Count == 1 && !clause.Has(_least))
        {
            return values[0];
        }

        if (values.Count > 0)
        {
            unsure.AddRange(values.Select(each => each.Hit.Span.Of(clause.Text.Original)));
        }

        return null;
    }
}
