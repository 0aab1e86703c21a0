using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads how many delivery notes, in which language, where the invoice goes, and which certificate.</summary>
internal static class DocumentsReader
{
    private static readonly Dictionary<string, string> _languages = new(StringComparer.Ordinal)
    {
        ["francais"] = "fr",
        ["french"] = "fr",
        ["anglais"] = "en",
        ["english"] = "en",
        ["allemand"] = "de",
        ["german"] = "de",
        ["espagnol"] = "es",
        ["spanish"] = "es",
        ["italien"] = "it",
        ["italian"] = "it",
        ["neerlandais"] = "nl",
        ["hollandais"] = "nl",
        ["dutch"] = "nl",
        ["portugais"] = "pt",
        ["portuguese"] = "pt",
        ["polonais"] = "pl",
        ["polish"] = "pl",
        ["flamand"] = "nl",
        ["flemish"] = "nl",
        ["roumain"] = "ro",
        ["romanian"] = "ro",
        ["tcheque"] = "cs",
        ["czech"] = "cs",
        ["hongrois"] = "hu",
        ["hungarian"] = "hu",
        ["suedois"] = "sv",
        ["swedish"] = "sv",
        ["danois"] = "da",
        ["danish"] = "da",
    };

    private static readonly string _tongues = string.Join('|', _languages.Keys);

    private static readonly Pattern _copies = Lexicon.Phrase(
        "{deliverynote}[^;.]{0,40}(?:(?<n>NUM) (?:{copies})|en (?<n2>double|triple|quadruple)|in (?<n3>duplicate|triplicate|quadruplicate)|(?:en|x|in) (?<n4>NUM)|(?<n5>double|triple) exemplaire)|(?<n6>NUM|double|triple)(?: (?:exemplaires?|copies|copy|ex))? ?(?:papiers? |signes? |originaux |paper |printed |hard |imprimes )?(?:(?:du|de|des|d|of)(?: (?:the|your|our|vos|votre|chaque|every|each|le|la|signed))* )?{deliverynote}|(?<n7>duplicate|triplicate) {deliverynote}|en (?<n8>double|triple)(?: exemplaire)?[^;.]{0,20} {deliverynote}");
    private static readonly Pattern _language = Lexicon.Phrase($"(?:(?:en|in|langue|language) (?::? )?(?<l>{_tongues})(?: (?:et|ou|and|or|et en|and in) (?<l2>{_tongues}))?|(?<l3>{_tongues}) (?:language )?(?:documents?|paperwork|documentation|versions?|{{deliverynote}}|{{invoice}}))");
    private static readonly Pattern _papers = Lexicon.Phrase("{document}|{deliverynote}|{invoice}|{acknowledgement}|certificat\\w*|certificates?|labels?|etiquettes?|fiches?|notices?|sheets?");
    private static readonly Pattern _mail = Lexicon.Phrase("(?<drop>(?:(?:ne |n |do not |don t |please don t )(?:[a-z0-9]+ ){0,8}|(?:plus|not|pas|no longer|instead of|au lieu de|et non|rather than|remplace\\w*|replac\\w+|stop|jamais|never|plutot que|anciennement|previously|formerly|supprim\\w+|et plus|ni)(?: (?:plus|a|to|at|l adresse|sur|envoyer|envoyez|les|factures?|by|sending|send|using|use|invoices|pas|address|the|adresse|:))* ?))?(?<m>MAIL)");
    private static readonly Pattern _invoice = Lexicon.Phrase("{invoice}|compta\\w*|accounts (?:payable|department)|ap");
    private static readonly Pattern _otherPaper = Lexicon.Phrase("{deliverynote}|{acknowledgement}|certificat\\w*|avis d expedition|questions?|devis");
    private static readonly Pattern _certificate = Lexicon.Phrase("(?:certificat\\w*|certificates?|certs?|certified|attestations?|declarations?|coa|coc|coo|ccpu|proces verbal|pv|test reports?|mill certs?|mill)");
    private static readonly Pattern _kind = Lexicon.Phrase("(?<t>CERTTYPE)|(?<c>conformit\\w*|conformity|compliance|conformance|coc)|(?<a>analys\\w*|analysis|coa)|(?<o>origines?|origin|coo)");
    private static readonly Pattern _refuses = Lexicon.Phrase("(?:pas|plus|aucune?|no|not|without|sans|ni|don t|inutile)(?: \\w+){0,4} (?:certificat\\w*|certificates?|attestations?|{deliverynote})");
    private static readonly Pattern _wants = Lexicon.Phrase("{must}|{send}|avec|with|joind\\w+|joint\\w*|joign\\w+|accompagn\\w+|fourni\\w*|attach\\w*|includ\\w+|enclos\\w+|provide\\w*|suppl\\w+|remett\\w+|chaque|each|every|a chaque|per|par|for all|in|en|glissez|and|et|:");

    private static readonly Pattern _type = Lexicon.Raw(@"\b[23]\.[12]\b");
    private static readonly Pattern _near = Lexicon.Raw(@"\b(?:certif\w*|certs?|10204|ccpu|attestation\w*|mill)\b");
    private static readonly Pattern _norm = Lexicon.Raw(@"\b(?:nf )?(?:en|iso|din|astm)(?: iso| en)* ?-?[0-9]{3,5}(?:[-:][0-9]+)*\b");

    /// <summary>Types of inspection documents and numbers of standards, so that they are no figures.</summary>
    public static void Marks(string folded, Marks marks)
    {
        foreach (var match in _norm.Matches(folded))
        {
            marks.Add(new("NORM", match.Index, match.Index + match.Length));
        }

        foreach (var match in _type.Matches(folded))
        {
            if (_near.IsMatch(folded[Math.Max(0, match.Index - 60)..Math.Min(folded.Length, match.Index + 60)]))
            {
                marks.Add(new("CERTTYPE", match.Index, match.Index + match.Length, match.Value));
            }
        }
    }

    public static IEnumerable<Found> Read(Clause clause)
    {
        var (rule, because, unsure, first) = (new RequiredDocuments(), new List<Because>(), new List<string>(), (Hit?)null);

        void Keep(Hit hit, string field)
        {
            because.Add(hit.Because(field));
            first ??= hit;
        }

        var refuses = clause.Has(_refuses);

        if (!refuses && clause.Find(_copies) is { } copies && Count(copies) is >= 1 and <= RequiredDocuments.CopiesMax and var count)
        {
            rule = rule with { DeliveryNoteCopies = count };
            Keep(copies, "deliveryNoteCopies");
        }

        if (clause.Has(_papers) && clause.Find(_language) is { } language)
        {
            if (language.Has("l2"))
            {
                (unsure, first) = ([.. unsure, language.Span.Of(clause.Text.Original)], language);
            }
            else
            {
                rule = rule with { Language = _languages[language.Has("l") ? language.Word("l") : language.Word("l3")] };
                Keep(language, "language");
            }
        }

        if (clause.Has(_invoice) && clause.All(_mail).Where(IsForInvoices).ToList() is { Count: > 0 } mails)
        {
            var kept = mails.Where(mail => !mail.Has("drop")).ToList();

            if (kept is [var only] && only.Value<string>("m") is { } address)
            {
                rule = rule with { SendInvoiceTo = address };
                Keep(only, "sendInvoiceTo");
            }
            else
            {
                unsure.AddRange((kept.Count == 0 ? mails : kept).Select(mail => mail.Verbatim("m")));
                first ??= mails[0];
            }
        }

        if (!refuses && clause.Find(_certificate) is { } certificate && clause.Has(_wants))
        {
            var kinds = clause.All(_kind).Select(hit => (Hit: hit, Kind: Kind(hit))).DistinctBy(each => each.Kind).ToList();

            if (kinds.Count > 0)
            {
                rule = rule with { Certificate = kinds[0].Kind };
                because.Add(certificate.Because("certificate"));
                Keep(kinds[0].Hit, "certificate");
                unsure.AddRange(kinds.Skip(1).Select(each => each.Hit.Span.Of(clause.Text.Original)));
            }
            else
            {
                (unsure, first) = ([.. unsure, clause.Verbatim], first ?? certificate);
            }
        }

        if (first is { } hit)
        {
            yield return Found.By(rule, hit) with { Because = because, Unresolved = unsure };
        }
    }

    /// <summary>The paper named last before an address is the one that goes there; the one behind it when none stands before.</summary>
    private static bool IsForInvoices(Hit mail)
    {
        var (before, behind) = (mail.Clause.Words[..(mail.Index + mail.Match.Length)], mail.Clause.Words[mail.End..]);
        var (invoice, other) = (_invoice.Matches(before).LastOrDefault()?.Index ?? -1, _otherPaper.Matches(before).LastOrDefault()?.Index ?? -1);

        return invoice > other || (invoice < 0 && other < 0 && _invoice.IsMatch(behind));
    }

    private static Certificate Kind(Hit hit) => hit switch
    {
        _ when hit.Has("t") => hit.Value<string>("t") switch { "2.1" => Certificate.Type21, "2.2" => Certificate.Type22, "3.2" => Certificate.Type32, _ => Certificate.Type31 },
        _ when hit.Has("c") => Certificate.Conformity,
        _ when hit.Has("a") => Certificate.Analysis,
        _ => Certificate.Origin,
    };

    private static int? Count(Hit hit)
    {
        foreach (var group in (string[])["n", "n2", "n3", "n4", "n5", "n6", "n7", "n8"])
        {
            if (hit.Has(group))
            {
                return hit.Value<object>(group) is decimal number ? (int)Math.Min(number, 100) : hit.Word(group) switch
                {
                    "double" or "duplicate" => 2,
                    "triple" or "triplicate" => 3,
                    "quadruple" or "quadruplicate" => 4,
                    _ => null,
                };
            }
        }

        return null;
    }
}
