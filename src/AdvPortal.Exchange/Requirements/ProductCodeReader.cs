using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads what stands before or behind the client's product codes, and how long they are.</summary>
internal static class ProductCodeReader
{
    private const string Before = "(?:devant|en tete|au debut|avant|en debut|in front|before|ahead|at the (?:beginning|start|front)|to the (?:beginning|start|front)|leading)";
    private const string Behind = "(?:a la fin|en fin|derriere|apres|a la suite|en bout|after|behind|at the end|to the end|onto the end)";

    private static readonly Pattern _prefix = Lexicon.Phrase($"(?<noun>prefix\\w*|prefixe[rsz]?|prefixees?)|(?<noun2>(?:commenc\\w+|debut\\w+|start\\w*|begin\\w*)(?: \\w+)? (?:par|with|by)|preced\\w+(?: \\w+){{0,4}} (?:de|du|des|d|par|by|with)|prepend\\w*)|(?<place>{Before}(?: (?:de|du|of|to|chaque|each|every|all|a|les|the))*) {{ourcode}}|{{ourcode}}[^;.]{{0,40}}(?<place2>{Before})");
    private static readonly Pattern _suffix = Lexicon.Phrase($"(?<noun>suffix\\w*|suffixe[rsz]?|terminaison)|(?<noun2>(?:fin\\w+|termin\\w+|end\\w*)(?: \\w+)? (?:par|with|in|by)|suivi\\w* (?:de|du|des|d|par)|followed by|append\\w*)|(?<place>{Behind}(?: (?:de|du|of|chaque|each|every|all))*) {{ourcode}}|{{ourcode}}[^;.]{{0,40}}(?<place2>{Behind})");
    private static readonly Pattern _code = Lexicon.Phrase("{ourcode}");
    private static readonly Pattern _order = Lexicon.Phrase("{ponumber}|(?:numeros?|n) de (?:commande|serie|lot|client)|factur\\w+ (?:doi\\w+|commenc\\w+)|order numbers?|batch numbers?");
    private static readonly Pattern _length = Lexicon.Phrase("(?<n>NUM) (?:caracteres?|positions?|characters?|chars?|digits?|chiffres?|signes?|long)");
    private static readonly Pattern _fill = Lexicon.Phrase("(?:complet\\w+|combl\\w+|rempli\\w*|pad|pads|padded|padding|fill\\w*|leading|cadr\\w+|ajout\\w+|add\\w*|prefix\\w+)");
    private static readonly Pattern _zero = Lexicon.Phrase("zeros?|zeroes|noughts?|leading 0s?|0s");
    private static readonly Pattern _right = Lexicon.Phrase("a droite|trailing|on the right|right hand|a la fin|at the end");
    private static readonly Pattern _zeros = Lexicon.Phrase("(?<n>un|une|one|a|NUM) (?:zeros?|zeroes|noughts?)");
    private static readonly Pattern _not = Lexicon.Phrase("(?:ne|n|don t|do not|not|never|sans|without|no) (?:\\w+ ){0,3}(?:prefix\\w*|suffix\\w*)");

    private static readonly Pattern[] _written =
    [
        new("(?:^|[\\s:(=])(?:[\"'`«“‘„]\\s?(?<x>[^\\s\"'`»”’«“]{1,20})\\s?[\"'`»”’])"),
        new("(?:^|[\\s:(=])(?<x>[A-Za-z0-9]{1,12}[-_/#.])(?:[\\s,;:)?!\"]|$)"),
        new("(?:^|[\\s:(=])(?<x>[-_/#.][A-Za-z0-9]{1,12})(?:[\\s,;:.)?!]|$)"),
        new("(?:^|[\\s:(=])(?<x>[A-Z0-9]{1,12})(?:[\\s,;:.)?!]|$)"),
    ];

    private sealed record Affix(string Text, int Offset, int Rank);

    public static IEnumerable<Found> Read(Clause clause)
    {
        var (prefix, suffix, pad) = (clause.Find(_prefix), clause.Find(_suffix), Pad(clause));
        var isCode = clause.Has(_code);

        if ((prefix is null && suffix is null && pad is null) || clause.Has(_order) || (!isCode && prefix?.Has("noun") != true && suffix?.Has("noun") != true))
        {
            yield break;
        }

        if (clause.Find(_not) is { } not)
        {
            yield return Found.By(new ProductCode(), not) with { Unresolved = [clause.Verbatim] };
            yield break;
        }

        var (rule, because, unsure) = (new ProductCode(), new List<Because>(), new List<string>());
        var affixes = Affixes(clause);

        if (pad is { } filled)
        {
            (rule, because) = (rule with { Pad = filled.Pad }, [filled.Because]);
            prefix = prefix is { } lead && (lead.Has("noun") || lead.Has("noun2")) ? lead : null;
        }

        foreach (var (role, hit) in (ReadOnlySpan<(string, Hit?)>)[("prefix", prefix), ("suffix", suffix)])
        {
            if (hit is not { } trigger)
            {
                continue;
            }

            if (Choose(affixes, trigger) is { } affix)
            {
                affixes.Remove(affix);
                rule = role is "prefix" ? rule with { Prefix = affix.Text } : rule with { Suffix = affix.Text };
                because.Add(new([role], affix.Text, new(affix.Offset, affix.Text.Length)));
            }
            else if (role is "prefix" && clause.Find(_zeros) is { } zeros && zeros.Value<object>("n") is var value && (value is decimal or null) && (value as decimal? ?? 1) is >= 1 and <= 10 and var count)
            {
                rule = rule with { Prefix = new string('0', (int)count) };
                because.Add(zeros.Because("prefix"));
            }
            else
            {
                unsure.Add(trigger.Span.Of(clause.Text.Original));
            }
        }

        var (documents, papers) = PapersRead.Of(clause, "documents");
        var start = prefix ?? suffix ?? clause.Find(_length) ?? clause.Find(_code)!.Value;

        if (rule is { Prefix: null, Suffix: null, Pad: null })
        {
            yield return Found.By(rule, start) with { Unresolved = unsure };
        }
        else
        {
            yield return Found.By(rule with { Documents = documents }, start) with { Because = [.. because, .. papers], Unresolved = unsure };
        }
    }

    private static (CodePad Pad, Because Because)? Pad(Clause clause) =>
        clause.Find(_length) is { } length && clause.Has(_fill) && clause.Has(_zero) && !clause.Has(_right) && length.Value<object>("n") is decimal number and >= 1 and <= ProductCode.CodeMaxLength
            ? (new CodePad((int)number, '0'), length.Because("pad")) : null;

    /// <summary>What may be a prefix or suffix: quoted, with a dash, or in capitals; the surest first.</summary>
    private static List<Affix> Affixes(Clause clause)
    {
        var (span, found) = (clause.Span, new List<Affix>());
        var text = span.Of(clause.Text.Original);

        for (var rank = 0; rank < _written.Length; rank++)
        {
            foreach (var match in _written[rank].Matches(text))
            {
                var (x, offset) = (match.Groups["x"], span.Offset + match.Groups["x"].Index);
                var isWord = rank == 3 && (Vocabulary.Knows(MappedText.Fold(x.Value).Value) || (x.Length == 1 && !char.IsAsciiDigit(x.Value[0]) && x.Value is "A" or "I" or "Y" or "O") || clause.MarksIn(0, clause.Words.Length).Any(pair => pair.Mark.Name is not "NUM" && clause.Text.OriginalOf(pair.Mark.From, pair.Mark.Until) is var mark && mark.Offset <= offset && offset < mark.End));

                if (!isWord && !(rank == 1 && x.Value.EndsWith('.') && !x.Value.Any(char.IsAsciiDigit)) && !found.Exists(each => each.Offset < offset + x.Length && offset < each.Offset + each.Text.Length))
                {
                    found.Add(new(rank == 1 && x.Value.EndsWith('.') && x.Index + x.Length >= text.Length ? x.Value[..^1] : x.Value, offset, rank));
                }
            }
        }

        return found;
    }

    /// <summary>« préfixe X » and « commencer par X »: the first behind; « ajouter X devant »: the last before.</summary>
    private static Affix? Choose(List<Affix> affixes, Hit trigger)
    {
        if (affixes.Count == 0)
        {
            return null;
        }

        var (best, at) = (affixes.Min(each => each.Rank), trigger.Has("place") ? trigger.SpanOf("place") : trigger.Has("place2") ? trigger.SpanOf("place2") : trigger.Has("noun") ? trigger.SpanOf("noun") : trigger.SpanOf("noun2"));
        var surest = affixes.Where(each => best > 1 || each.Rank <= 2).OrderBy(each => each.Offset).ToList();
        var (before, behind) = (surest.LastOrDefault(each => each.Offset < at.Offset), surest.Find(each => each.Offset >= at.End));

        return trigger.Has("place") || trigger.Has("place2") ? before ?? behind : behind ?? before;
    }
}
