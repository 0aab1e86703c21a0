using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>A stretch of a sentence that is about the same sites.</summary>
internal sealed record Segment(Clause Clause, IReadOnlyList<Mark> Sites, bool IsHeaded);

/// <summary>Cuts sentences: where another site begins, and where another thing is asked for.</summary>
internal static class ClauseSplitter
{
    /// <summary>Characters before a cut in which a part must say something of its own.</summary>
    private const int Near = 200;

    private static readonly Pattern _hard = Lexicon.Raw(@"(?:; ?(?:et |and |mais |but )?)|(?:, ?(?:et|and|mais|but|puis|plus) )|(?: (?:mais|but) )|(?:,? (?:et|and) (?:il |nous |merci |please |veuillez |envoy|joi|send |appel|call |phone |pas de |no |we |ship |deliver |prev|do |don|invoices? |factures? |aucun|ne |n'|un preavis|de joindre|de nous|le |la |l'|les |a |un |une |the |our |notre |nos |you |vous |all |tou|chaque|each|every|bl |gard|keep|sold|annul|cancel|accept|livr|coll|ajout|add |put |met|include|quote|pad |respect|prendre|prenez|use |using |pack|label|print|mark|cert|avec |with |max|palet|pallet))|(?:, ?)");
    private static readonly Pattern _predicate = Lexicon.Phrase("{must}|{send}|{call}|{deliver}|{book}|{partial}|{backorder}|{deliverynote}|{invoice}|{ponumber}|SYMBOL|OTHERSYMBOL|{label}|MAIL|MONEY|LEAD|CERTTYPE|certificat\\w*|certificates?|prefix\\w*|suffix\\w*|pas|aucune?|rien|jamais|ne|n|no|not|never|cancel|keep|ship|complete|include|add|ajout\\w+|coll\\w+|joi\\w+|gard\\w+|sold\\w+|annul\\w+|NUM {copies}|double|{pallet}|hayon|tail|gerb\\w+|stack\\w*|multiples?|mini\\w*|{only}");

    private static readonly Pattern _verb = Lexicon.Phrase("doi\\w+|devr\\w+|faut|faudra|merci de|merci d|veuillez|must|should|shall|needs?|please|{call}|{partial}|{backorder}|SYMBOL|MAIL|MONEY|LEAD|CERTTYPE|certificat\\w*|certificates?|prefix\\w*|suffix\\w*|pas|aucune?|rien|jamais|ne|n|no|not|never|cancel|keep|ship|complete|include|add|ajout\\w+|coll\\w+|joi\\w+|gard\\w+|sold\\w+|annul\\w+|NUM {copies}|double exemplaire|hayon|tail|gerb\\w+|stack\\w*|multiples?|mini\\w*|send|envoy\\w+|adress\\w+|accept\\w*|livr(?:ez|er)|deliver|prev\\w+|presente\\w*|put|quote|use|est|sont|is|are|filmees?|max\\w*");
    private static readonly Pattern _mailNext = Lexicon.Raw("^ ?(?:mais |but |et |and )?(?:plutot )?(?:a |to |sur |uniquement a )?(?:l adresse )?MAIL");

    /// <summary>One stretch for each group of sites; a site named at its end reaches back to the cut before it.</summary>
    public static IReadOnlyList<Segment> BySites(Reading reading, int from, int until)
    {
        var whole = reading.ClauseOf(from, until);
        var groups = Groups(whole);

        if (groups.Count < 2)
        {
            var sites = groups.SelectMany(group => group.Sites).ToList();
            return [new(whole, sites, groups is [var only] && StandsAtHead(whole, only.At))];
        }

        var (segments, start, first) = (new List<Segment>(), from, 0);

        for (var i = 1; i < groups.Count; i++)
        {
            if (Cut(whole, groups[i - 1], groups[i]) is { } cut && cut > start)
            {
                segments.Add(Of(reading, start, cut, groups[first..i]));
                (start, first) = (cut, i);
            }
        }

        segments.Add(Of(reading, start, until, groups[first..]));
        return segments;
    }

    /// <summary>The parts of a clause that each ask for one thing.</summary>
    public static IReadOnlyList<Clause> Parts(Reading reading, Clause clause, bool atCommas)
    {
        var folded = clause.Text.Value[clause.From..clause.Until];
        var (parts, start) = (new List<Clause>(), 0);

        foreach (var cut in _hard.Matches(folded))
        {
            var at = clause.From + cut.Index;
            var (semi, comma) = (folded[cut.Index] is ';', cut.Value.Trim() is ",");

            if (reading.IsInMark(at) || (comma && !atCommas) || cut.Index == start)
            {
                continue;
            }

            var next = reading.ClauseOf(at + 1, Next(folded, cut, clause));

            if (semi || (atCommas && comma) || (!_mailNext.IsMatch(next.Words) && next.Has(folded[cut.Index] is ',' ? _predicate : _verb) && reading.ClauseOf(Math.Max(clause.From + start, at - Near), at).Has(_predicate)))
            {
                parts.Add(reading.ClauseOf(clause.From + start, at));
                start = cut.Index + (folded[cut.Index] is ' ' ? 0 : 1);
            }
        }

        parts.Add(reading.ClauseOf(clause.From + start, clause.Until));
        return parts;
    }

    private static int Next(string folded, Match cut, Clause clause) =>
        folded.IndexOfAny([',', ';'], Math.Min(folded.Length, cut.Index + cut.Length)) is >= 0 and var end ? clause.From + end : clause.Until;

    private static Segment Of(Reading reading, int from, int until, IReadOnlyList<(int At, int End, List<Mark> Sites)> groups)
    {
        var clause = reading.ClauseOf(from, until);
        return new(clause, [.. groups.SelectMany(group => group.Sites)], groups.Count > 0 && StandsAtHead(clause, clause.MarksIn(0, clause.Words.Length).FirstOrDefault(pair => pair.Mark.Name is "SITE").Index));
    }

    private static bool StandsAtHead(Clause clause, int at) =>
        !clause.MarksIn(0, at).Any(pair => pair.Mark.Name is not ("SINCE" or "UNTIL" or "DATES" or "VAGUEDATE" or "HEDGE" or "ONEDAY" or "QUOTE") && !(clause.Words[..at].Contains(':', StringComparison.Ordinal)))
        && (clause.Words[..at].Contains(':', StringComparison.Ordinal) || !clause.Words[..at].Split(' ').Any(word => word is "livraison" or "livraisons" or "livrer" or "reception" or "recevons" or "deliveries" or "delivery" or "rien" or "pas" or "no" or "palettes" or "pallets" or "bl" or "factures" or "call" or "appeler" or "etiquettes" or "labels"));

    /// <summary>Sites named side by side (« à Chartres et à Lucé ») are one group.</summary>
    private static List<(int At, int End, List<Mark> Sites)> Groups(Clause clause)
    {
        var groups = new List<(int At, int End, List<Mark> Sites)>();

        foreach (var (at, mark) in clause.MarksIn(0, clause.Words.Length).Where(pair => pair.Mark.Name is "SITE"))
        {
            if (groups.Count > 0 && _side.IsMatch(" " + clause.Words[groups[^1].End..at].Trim() + " "))
            {
                groups[^1].Sites.Add(mark);
                groups[^1] = groups[^1] with { End = at + "SITE".Length };
            }
            else
            {
                groups.Add((at, at + "SITE".Length, [mark]));
            }
        }

        return groups;
    }

    private static readonly Pattern _side = Lexicon.Raw(@"^ (?:(?:,|et|and|&|/|ou|or|comme|ainsi que|as well as|\+|a|au|at|both|que|celui de|celle de) )*$");

    private static int? Cut(Clause clause, (int At, int End, List<Mark> Sites) one, (int At, int End, List<Mark> Sites) other)
    {
        var joints = clause.All(_jointAny).Where(hit => hit.Index >= one.End && hit.End <= other.At).ToList();

        if (joints.Count == 0)
        {
            return null;
        }

        var strong = joints.FindIndex(hit => hit.Match.Value is not ("et" or "and" or "/"));
        var beside = joints.Find(hit => clause.Words[hit.End..other.At].Trim().Length == 0);
        var cut = beside.Clause is not null && StandsAtHead(clause, one.At) ? beside : joints[Math.Max(strong, 0)];

        return clause.FoldedOf(cut.Index, cut.Match.Length).From;
    }

    private static readonly Pattern _jointAny = Lexicon.Raw(@"(?:;|,(?: (?:et|and|mais|but|puis))?|\b(?:et|and|mais|but|tandis qu\w*|alors qu\w*|whereas|while)\b|\.|/)");
}
