namespace AdvPortal.Exchange.Requirements;

/// <summary>Places that a text names.</summary>
/// <param name="Sites">Names of the context that are meant; empty when none or several fit.</param>
/// <param name="Words">The name as written, for the eye and for the flag.</param>
/// <param name="IsLoose">Whether less than the whole name was written.</param>
internal sealed record SiteMention(IReadOnlyList<string> Sites, Span Words, bool IsLoose = false);

/// <summary>Finds the sites of a context in a text, by town first and by kind of place then; a place it cannot tell is a mention without sites.</summary>
/// <remarks>Marks: SITE, ALLSITES (« tous nos sites »).</remarks>
internal sealed class SiteMatcher(InterpretationContext context)
{
    private const string Determiners = "notre|nos|votre|vos|our|the|le|la|les|l'|l|au|aux|du|des|de|d'|a|at|in|to|for|pour|sur|chez|vers|from|ce|cet|cette|this|on|dans|concernant|depuis|your|tous|all|both";

    private static readonly Pattern _word = Lexicon.Raw("[a-z0-9]+");
    private static readonly Pattern _except = Lexicon.Raw(@"\b(?:sauf|excepte|hormis|hors|a l'exception|en dehors|except|except for|excluding|other than|apart from)(?: (?:a|au|pour|de|du|at|in|for|the|our|l'|la|le|notre))* ?(?:l')?$");
    private static readonly Pattern _all = Lexicon.Raw(@"\b(?:(?:a |pour |at |for |on |sur |dans )?(?:tous (?:nos|les) (?:sites|entrepots|depots|etablissements|magasins|points? de livraison)|toutes (?:nos|les) (?:usines|agences|plateformes|adresses)|l'ensemble de nos (?:sites|entrepots|depots|etablissements)|chacun de nos (?:sites|entrepots|depots)|(?:all|any|each|every one) (?:of )?(?:our |the )?(?:sites|warehouses|branches|locations|depots|plants|addresses)|both (?:our )?(?:sites|warehouses|branches)|nos (?:deux|trois) (?:sites|entrepots|depots)|every site))\b");

    private readonly SiteName[] _sites = [.. context.Sites.Select(site => new SiteName(site))];
    private readonly HashSet<string> _client = [.. _word.Matches(MappedText.Fold(context.Client ?? "").Value).Select(match => match.Value)];

    private readonly record struct Word(string Text, int From, int Until);

    public void Read(MappedText text, Marks marks)
    {
        foreach (var match in _all.Matches(text.Value))
        {
            marks.Add(new("ALLSITES", match.Index, match.Index + match.Length));
        }

        var words = _word.Matches(text.Value).Select(match => new Word(match.Value, match.Index, match.Index + match.Length)).ToList();

        for (var i = 0; i < words.Count; i++)
        {
            if (marks.IsFree(words[i].From, words[i].Until) && (ByTown(text, words, i) ?? ByKind(text, words, i) ?? Unknown(text, words, i)) is { } found)
            {
                var (first, last, mention) = found;
                var from = Leading(text.Value, words, first);
                var except = _except.Match(text.Value[Math.Max(0, words[first].From - 40)..words[first].From]);

                if (except.Success && mention.Sites.Count > 0)
                {
                    from = Math.Max(0, words[first].From - 40) + except.Index;
                    mention = mention with { Sites = [.. context.Sites.Except(mention.Sites, StringComparer.Ordinal)] };
                }

                marks.Add(new("SITE", from, words[last].Until, mention));
                i = last;
            }
        }
    }

    private (int First, int Last, SiteMention Mention)? ByTown(MappedText text, List<Word> words, int i)
    {
        var capital = IsCapital(text, words[i]);
        var fits = _sites.Where(site => site.Town.Count > 0 && Names(site, words[i].Text, capital)).ToList();

        if (fits.Count == 0)
        {
            return null;
        }

        var (first, last) = (i, i);

        for (var next = i + 1; next < words.Count && next <= last + 3 && words[next].From - words[last].Until <= 5; next++)
        {
            if (fits.Exists(site => site.Town.Contains(words[next].Text, StringComparer.Ordinal)) || (next == last + 1 && fits.Exists(site => site.Kinds.Contains(words[next].Text, StringComparer.Ordinal) || site.Qualifiers.Contains(words[next].Text, StringComparer.Ordinal)) && words[next].From - words[last].Until == 1))
            {
                last = next;
            }
        }

        // « entrepôt nord d'Orléans »: back over « de » to the qualifier and the kind.
        for (var back = i - 1; back >= 0 && back >= first - 3 && words[first].From - words[back].Until <= 10; back--)
        {
            if (IsKind(words[back].Text) || SiteName.IsQualifier(words[back].Text) || fits.Exists(site => site.Kinds.Contains(words[back].Text, StringComparer.Ordinal)))
            {
                first = back;
            }
            else if (words[back].Text is not ("de" or "d" or "du" or "des" or "of" or "la" or "le" or "l" or "in" or "at"))
            {
                break;
            }
        }

        var said = words[first..(last + 1)].Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        fits = Narrowed(fits, site => site.Town.All(said.Contains));
        fits = Narrowed(fits, site => site.Kinds.Any(said.Contains));
        fits = Narrowed(fits, site => site.Qualifiers.Count > 0 && site.Qualifiers.All(said.Contains));
        var span = text.OriginalOf(words[fits.Count == 1 ? first : i].From, words[last].Until);
        var loose = fits is [var only] && !(only.Town.All(said.Contains) && (only.Kinds.Length == 0 || only.Kinds.Any(said.Contains)));

        return (first, last, new(fits is [var site] ? [site.Name] : [], span, loose));
    }

    private (int First, int Last, SiteMention Mention)? ByKind(MappedText text, List<Word> words, int i)
    {
        var kinds = SiteName.KindOf(words[i].Text) is { Length: > 0 } known ? known : _sites.SelectMany(site => site.Kinds).Contains(words[i].Text, StringComparer.Ordinal) ? [words[i].Text] : [];

        if (kinds.Length == 0 || i == 0 || !IsPlace(words, i, text.Value, out var isSure))
        {
            return null;
        }

        if (Enumerable.Range(i + 1, 3).Any(next => next < words.Count && words[next].From - words[i].Until <= 14 && NamesTown(words, next) && IsCapital(text, words[next])))
        {
            return null;
        }

        var (first, last) = (i, i);

        if (i + 1 < words.Count && SiteName.IsQualifier(words[i + 1].Text) && words[i + 1].From - words[i].Until == 1)
        {
            last = i + 1;
        }

        if (Elsewhere(text, words, last) is { } town)
        {
            return (first, town, new([], text.OriginalOf(words[town].From, words[town].Until)));
        }

        var fits = _sites.Where(site => site.Kinds.Intersect(kinds, StringComparer.Ordinal).Any()).ToList();
        fits = Narrowed(fits, site => last > i && site.Qualifiers.Contains(words[last].Text, StringComparer.Ordinal));

        return fits.Count == 0 && !isSure ? null : (first, last, new(fits is [var site] ? [site.Name] : [], text.OriginalOf(words[first].From, words[last].Until), true));
    }

    /// <summary>« à Vernon », « sur Vernon »: a capital after a preposition of place, and no site of that name.</summary>
    private (int First, int Last, SiteMention Mention)? Unknown(MappedText text, List<Word> words, int i)
    {
        var before = text.Value[Math.Max(0, words[i].From - 40)..words[i].From];

        if (i == 0 || !IsCapital(text, words[i]) || !IsName(words[i].Text) || !_beforeTown.IsMatch(before) || _beforePerson.IsMatch(before) || Enumerable.Range(i + 1, 4).Any(next => next < words.Count && words[next].From - words[next - 1].Until <= 1 && NamesTown(words, next)) || IsShouted(text, words[i]))
        {
            return null;
        }

        var last = i;

        while (last + 1 < words.Count && last < i + 5 && words[last + 1].From - words[last].Until <= 1 && text.Value[words[last].Until] is '-' or ' ' && (IsCapital(text, words[last + 1]) || (text.Value[words[last].Until] is '-' && words[last + 1].Text is "le" or "la" or "les" or "sur" or "en" or "de" or "sous" or "lez" or "upon" or "on")))
        {
            last++;
        }

        return (i, last, new([], text.OriginalOf(words[i].From, words[last].Until)));
    }

    private static readonly Pattern _beforeTown = Lexicon.Raw(@"(?:^|[^a-z])(?:a|sur|pour|at|in|vers|cote) $");
    private static readonly Pattern _beforePerson = Lexicon.Raw(@"(?:adress\w+|envoy\w+|demand\w+|ecri\w+|parl\w+|confirm\w+|transm\w+|appel\w+|contact\w+|telephon\w+|signal\w+|vous|appartien\w+|send|speak|talk|address\w*|write|copie|cc|grace|bonjour|merci|attention|factur\w+|precis\w*|conforme\w*|norme|en|documents?|written|paperwork|labels?|notes?|libell\w+|redig\w+) (?:a l'attention de |directement |bien )?(?:a|pour|in|at|sur) $");

    /// <summary>« entrepôt de Vernon »: the kind is ours, the town is not.</summary>
    private int? Elsewhere(MappedText text, List<Word> words, int kind) =>
        kind + 2 < words.Count && !NamesTown(words, kind + 2) && words[kind + 1].Text is "de" or "d" or "a" && words[kind + 2].From - words[kind].Until <= 4 && IsCapital(text, words[kind + 2]) && IsName(words[kind + 2].Text) && !IsShouted(text, words[kind + 2]) ? kind + 2 : null;

    private bool NamesTown(List<Word> words, int i) => _sites.Any(site => Names(site, words[i].Text, true));

    private bool IsKind(string word) => SiteName.KindOf(word).Length > 0 || _sites.Any(site => site.Kinds.Contains(word, StringComparer.Ordinal));

    /// <summary>Whether a kind of place is said of one place of the client's: « à l'usine », "our DC"; sure when it can be nothing else.</summary>
    private static bool IsPlace(List<Word> words, int i, string folded, out bool isSure)
    {
        var (one, two) = (words[i - 1].Text, i > 1 ? words[i - 2].Text : "");
        var weak = words[i].Text is "quai" or "dock" or "site" or "bureau" or "stock" or "store" or "base" or "port" or "station" or "unit" or "unite" or "local" or "works" or "office" or "reserve" or "parc" or "cave" or "centre" or "center" or "ferme" or "magasin" or "centrale" or "shop" or "hub" or "carriere" or "plant" or "batiment" or "building" or "terminal" or "comptoir" or "yard" or "stock";
        var located = one is "au" or "notre" or "our" || (one is "l" or "la" or "the" && two is "a" or "at" or "to" or "pour" or "for" or "sur" or "chez" or "vers" or "concernant") || (one is "le" && two is "pour" or "concernant" or "sur");
        isSure = located && !weak && (one is not "au" || two is not "appelez" and not "prevenir" and not "telephone");

        return located || (!weak && one is "l" or "le" or "la" or "the" or "du" or "cet" or "this" && two is not ("votre" or "your") && words[i].Text is not ("ferme" or "base"));
    }

    private static bool Names(SiteName site, string word, bool isCapital) =>
        site.Town.Any(town => town == word) && (word.Length > 3 || isCapital) || (isCapital && word.Length >= 6 && site.Town.Any(town => town.Length >= 6 && town[0] == word[0] && Spelling.Distance(town, word, 1) <= 1));

    private static List<SiteName> Narrowed(List<SiteName> fits, Func<SiteName, bool> keeps) => fits.Count > 1 && fits.Where(keeps).ToList() is { Count: > 0 } fewer ? fewer : fits;

    private bool IsName(string word) => word.Length > 2 && !Vocabulary.Knows(word) && !_client.Contains(word) && !word.Any(char.IsAsciiDigit);

    private static bool IsCapital(MappedText text, Word word) => char.IsUpper(text.Original[text.OriginalOf(word.From, word.Until).Offset]);

    private static bool IsShouted(MappedText text, Word word) => text.OriginalOf(word.From, word.Until).Of(text.Original) is { Length: > 1 } written && written.All(sign => !char.IsLower(sign));

    private static int Leading(string folded, List<Word> words, int first)
    {
        var from = first;

        while (from > 0 && first - from < 4 && words[from].From - words[from - 1].Until <= 1 && Determiners.Split('|').Contains(words[from - 1].Text, StringComparer.Ordinal))
        {
            from--;
        }

        return words[from].From;
    }
}
