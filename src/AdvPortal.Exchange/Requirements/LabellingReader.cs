using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads which label goes on which unit, how many, and what it says.</summary>
internal static class LabellingReader
{
    private static readonly Pattern _symbol = Lexicon.Raw(@"\b(?:(?<gs1>(?:etiquettes? )?(?:gs ?1|ean|ucc|ucc/ean|gs1/ean|ean/ucc)[ -]?128|gs1128|ean128)|(?<qr>(?:gs1 )?qr[ -]?codes?|codes? qr|qrcodes?|flash[ -]?codes?|qr\b)|(?<dm>data[ -]?matri(?:x|ces|xes)|gs1 datamatrix|ecc ?200|codes? datamatrix)|(?<other>code[ -]?39|code[ -]128|ean[ -]?13|ean[ -]?8|ean|itf[ -]?14|pdf[ -]?417|aztec|upc(?:-a)?|rfid(?: tags?)?|maxicode|codabar|interleaved 2 of 5|code 93|puces? rfid|odette|galia|vda))\b");
    private static readonly Pattern _barcode = Lexicon.Phrase(@"codes? (?:a )?barres?|barcod\w+|bar cod\w+|code barre|2d codes?|codes? 2d|machine readable codes?");
    private static readonly Pattern _label = Lexicon.Phrase("{label}");
    private static readonly Pattern _unit = Lexicon.Phrase("(?<pallet>{pallet})|(?<parcel>{parcel})");
    private static readonly Pattern _copies = Lexicon.Phrase(@"(?<n>NUM) (?:(?:memes |identical |same |grandes |exemplaires? de l |exemplaires? de |exemplaires? d |copies of (?:the |each |this )?)?(?:SYMBOL )?(?:{label}|SYMBOL))|(?:{label}|SYMBOL)[^;.]{0,60} en (?<n2>NUM) exemplaires?|(?:{label}|SYMBOL)[^;.]{0,40} en (?<two>double)(?: exemplaire)?|(?<two2>deux|two|double|duplicate) {label}|{label} in (?<two3>duplicate)|(?<n3>NUM) (?:copies|exemplaires?|fois)(?: par| per| on| sur| each)");
    private static readonly Pattern _contain = Lexicon.Phrase("(?:il|elle|ils|elles|celui ci|celle ci|ceux ci|celles ci|le code|l etiquette|les etiquettes|ce code|cette etiquette|ces etiquettes|it|they|the code|the label|the labels|this label|these labels) (?:doi\\w+|devr\\w+|must|should|needs? to|has to|have to|shall|will|comport\\w+|contien\\w+|repren\\w+|show\\w*|contain\\w*|indiqu\\w+)");
    private static readonly Pattern _not = Lexicon.Phrase("(?:pas|plus|aucune?|sans|jamais|no|not|never|without|don t)(?: (?:de|d|coller|mettre|apposer|any|apply|put|stick|use|nos|des|les|the|affix|poser))* (?:{label}|SYMBOL)|ne (?:\\w+) (?:pas|plus|jamais)(?: \\w+){0,2} (?:{label}|SYMBOL)");
    private static readonly Pattern _asks = Lexicon.Phrase("{must}|ajout\\w+|coll\\w+|appos\\w+|mett\\w+|mis|mise|port\\w+|pos\\w+|muni\\w*|equip\\w+|avec|sur|par|add|put|stick|affix\\w*|carry|bear\\w*|on|with|place|attach\\w*|include|appl\\w+|use|etiquetez|etiquetage|label|etiqueter|label led|need|labelled|labeled");

    private static readonly (LabelField Field, Pattern Phrase)[] _payload =
    [
        (LabelField.OrderReference, Lexicon.Phrase("{ponumber}|(?:our|notre|nos) (?:commandes?|orders?)|references? (?:de )?commandes?|order references?")),
        (LabelField.BuyerCode, Lexicon.Phrase("(?:notre|nos|our|customer|client|buyer)(?: propres?| own)? (?:codes?|(?:codes?|references?|refs?|numeros?) (?:d |de )?(?:articles?|produits?|pieces?|internes?)|(?:item|product|part|article|material|stock|internal) (?:codes?|numbers?|references?|nos)|skus?|articles?)|codes? (?:articles? )?clients?|references? clients?|(?:customer|buyer) (?:item |part |product )?(?:codes?|numbers?|references?)")),
        (LabelField.SupplierCode, Lexicon.Phrase("(?:votre|vos|your|supplier|fournisseur|manufacturer)(?: propres?| own)? (?:codes?|references?|refs?|(?:codes?|references?|refs?|numeros?) (?:d |de )?(?:articles?|produits?|pieces?|internes?)|(?:item|product|part|article|material|stock) (?:codes?|numbers?|references?|nos)|skus?|articles?)|codes? (?:articles? )?fournisseurs?|references? fournisseurs?|supplier (?:item |part |product )?(?:codes?|numbers?|references?)")),
        (LabelField.Quantity, Lexicon.Phrase("quantites?|qte|qtes|quantity|quantities|qty|nombre de (?:pieces|unites)|number of (?:pieces|units)|piece count")),
        (LabelField.Batch, Lexicon.Phrase("(?:numeros?|n|no|nos) (?:de |du )?lots?|lots?|batch(?:es)?(?: (?:codes?|numbers?|nos?))?|lot (?:codes?|numbers?)")),
        (LabelField.BestBefore, Lexicon.Phrase("dlc|dluo|ddm|dates? (?:limites?(?: de consommation| d utilisation)?|de peremption|de durabilite(?: minimale)?|d expiration)|peremption|best before(?: dates?)?|use by(?: dates?)?|expir\\w+(?: dates?)?|bbd|bbe|shelf life")),
        (LabelField.Weight, Lexicon.Phrase("poids(?: (?:net|brut))?|weights?|(?:net|gross) weights?|masse")),
        (LabelField.Sscc, Lexicon.Phrase("sscc(?: codes?| numbers?)?|serial shipping container codes?")),
        (LabelField.DeliveryNoteNumber, Lexicon.Phrase("(?:n|no|numeros?|references?) (?:de |du |des |d )?(?:vos |votre )?{deliverynote}|{deliverynote} (?:numbers?|no|nos|references?)")),
    ];

    /// <summary>Words for a code or reference that may be theirs or ours.</summary>
    private static readonly Pattern _whose = Lexicon.Phrase("(?:le|la|les|the|notre|our) (?:codes?|references?|refs?) ?(?:articles?|produits?)?|(?:item|product|part|article) (?:codes?|numbers?)|codes? (?:articles?|produits?)|references? (?:articles?|produits?)");

    /// <summary>Symbologies, so that the figures of their names are no numbers.</summary>
    public static void Marks(string folded, Marks marks)
    {
        foreach (var match in _symbol.Matches(folded))
        {
            marks.Add(new(match.Groups["other"].Success ? "OTHERSYMBOL" : "SYMBOL", match.Index, match.Index + match.Length, match switch
            {
                _ when match.Groups["gs1"].Success => Symbology.Gs1128,
                _ when match.Groups["qr"].Success => Symbology.Qr,
                _ when match.Groups["dm"].Success => Symbology.DataMatrix,
                _ => (Symbology?)null,
            }));
        }
    }

    private static readonly Pattern _symbols = Lexicon.Phrase("SYMBOL");
    private static readonly Pattern _others = Lexicon.Phrase("(?:{label} )?OTHERSYMBOL");

    public static IEnumerable<Found> Read(Clause clause)
    {
        var symbols = clause.All(_symbols).ToList();
        var (label, other) = (clause.Find(_label), clause.Find(_others) ?? clause.Find(_barcode));
        var joins = symbols.Count == 0 && clause.Find(_contain) is not null;

        if (symbols.Count == 0 && label is null && other is null && !joins)
        {
            yield break;
        }

        if (clause.Find(_not) is { } not)
        {
            yield return Found.By(new Instruction { Text = clause.Verbatim }, not, new Because(["text"], clause.Verbatim, clause.Span));
            yield break;
        }

        var (payload, because, unsure) = Payload(clause);

        if (symbols.Count == 0 && other is null && (joins ? payload.Count == 0 : payload.Count == 0 && !clause.Has(_unit)))
        {
            yield break;
        }

        if (!joins && !clause.Has(_asks))
        {
            yield break;
        }

        var symbol = symbols.Count > 0 ? symbols[0] : (Hit?)null;
        var first = symbol ?? other ?? label ?? clause.Find(_contain)!.Value;
        var rule = new Labelling { Symbology = symbol is { } named ? clause.MarkAt(named.Index)?.Value as Symbology? : null, Payload = payload.Count > 0 ? payload : null };

        if (symbol is { } said)
        {
            because.Add(said.Because("symbology"));
        }

        if (symbols.Select(each => clause.MarkAt(each.Index)?.Value).Distinct().Count() > 1)
        {
            unsure.AddRange(symbols.Skip(1).Select(each => each.Span.Of(clause.Text.Original)));
        }

        if (symbol is null && other is { } vague)
        {
            unsure.Add(vague.Span.Of(clause.Text.Original));
        }

        if (clause.Find(_copies) is { } copies && Count(copies) is >= 2 and <= Labelling.CopiesMax and var count)
        {
            rule = rule with { Copies = count };
            because.Add(copies.Because("copies"));
        }

        var units = clause.All(_unit).DistinctBy(hit => hit.Has("pallet")).ToList();
        var at = clause.FoldedOf(first.Index, first.Match.Length);

        if (units.Count == 0)
        {
            yield return new(rule, at, because, joins || symbol is not null ? unsure : [.. unsure, first.Span.Of(clause.Text.Original)], joins || symbol is null);
        }

        foreach (var unit in units)
        {
            yield return new(rule with { Per = unit.Has("pallet") ? LogisticUnit.Pallet : LogisticUnit.Parcel }, at, [.. because, unit.Because("per")], unsure);
        }
    }

    private static (List<LabelField> Fields, List<Because> Because, List<string> Unsure) Payload(Clause clause)
    {
        var (fields, because) = (new List<(LabelField Field, int At)>(), new List<Because>());

        foreach (var (field, phrase) in _payload)
        {
            if (clause.Find(phrase) is { } hit)
            {
                fields.Add((field, hit.Index));
                because.Add(hit.Because("payload"));
            }
        }

        var unsure = fields.Exists(each => each.Field is LabelField.BuyerCode or LabelField.SupplierCode) || clause.Find(_whose) is not { } whose ? [] : new List<string> { whose.Span.Of(clause.Text.Original) };

        return ([.. fields.OrderBy(each => each.At).Select(each => each.Field)], because, unsure);
    }

    private static int? Count(Hit hit)
    {
        if (hit.Has("two") || hit.Has("two2") || hit.Has("two3"))
        {
            return 2;
        }

        foreach (var group in (string[])["n", "n2", "n3"])
        {
            if (hit.Has(group) && hit.Value<object>(group) is decimal number)
            {
                return (int)Math.Min(number, 1000);
            }
        }

        return null;
    }
}
