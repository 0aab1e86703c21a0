using System.Globalization;
using System.Text;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads that the client's order number must be there, what it looks like and where it is repeated.</summary>
internal static class ReferenceReader
{
    private static readonly Pattern _number = Lexicon.Phrase("{ponumber}|(?:notre|nos|our) (?:references?|refs?)(?: client| d achat)?|references? d achat|customer references?|your ref|(?:notre|our) (?:commande|order) (?:reference|ref|numero|number)|(?:nos|our|toutes nos|all our) (?:commandes?|orders?|purchase orders?|bons de commande)(?: \\w+){0,2} (?:(?:de|sous) la forme|du type|au format|numerot\\w+|of the form|numbered|commencent par|start with|begin with)");
    private static readonly Pattern _must = Lexicon.Phrase("{must}|figur\\w+|appara\\w+|appear\\w*|mention\\w+|rappel\\w+|report\\w+|indiqu\\w+|reprend\\w+|repren\\w+|inscri\\w+|not(?:er|ez|e)|quot\\w+|show\\w*|stat\\w+|print\\w*|imprim\\w+|port\\w+|precis\\w+|cit\\w+|refer\\w*|include\\w*|put|mett\\w+|bear\\w*|display\\w*|carry|contain\\w*|comport\\w+|ajout\\w+|add");
    private static readonly Pattern _without = Lexicon.Phrase("(?:sans|without|missing|absence|lacking|no|pas de|omitting|depourvu\\w*|not (?:quoting|showing|bearing|carrying|stating))(?: \\w+){0,5} (?:{ponumber}|references?|refs?|(?:ce|ces|this|that|these) (?:numeros?|numbers?))|(?:{ponumber})[^;.]{0,20}(?:absent|missing|manquant\\w*)");
    private static readonly Pattern _rejected = Lexicon.Phrase("rejet\\w+|refus\\w+|retourn\\w+|renvoy\\w+|reject\\w*|return\\w*|sent back|bloqu\\w+|block\\w*|non (?:payee?s?|traitee?s?|reglee?s?)|pas (?:payee?s?|traitee?s?|reglee?s?|acceptee?s?)|not be (?:paid|processed|accepted)|unpaid|not (?:paid|processed|accepted)|retard\\w*|delay\\w*|will be|cannot be|ne (?:sera|seront|peut|peuvent) (?:pas|plus)|n est|aucune?|no|jamais|never|ne (?:\\w+ )?(?:pas|jamais)|impossible");
    private static readonly Pattern _not = Lexicon.Phrase("(?:ne|n|not|no need|don t|pas besoin|inutile)(?: \\w+){0,4} (?:indiqu\\w+|mention\\w+|rappel\\w+|quot\\w+|show\\w*|print\\w*|mett\\w+)|inutile de|no need to");
    private static readonly Pattern _it = Lexicon.Phrase("(?:il|elle|ils|elles|ce (?:numero|dernier)|cette reference|celui ci|it|they|this number|this reference|that number|ces numeros|nos numeros|our numbers|les numeros|le format|the format|format)(?: est| sont| is| are| \\w+){0,4}");

    private static readonly Pattern _starts = Lexicon.Phrase("(?:commen\\w+|debut\\w+|start\\w*|begin\\w*)(?: \\w+)? (?:par|with|by|avec)(?: les?| the| chiffres?| lettres?| letters?| digits?)*(?: \")? ?(?<x>\\w+)|(?:prefixe?s? (?:par |de |with )?|prefixed (?:with|by) )(?<x2>\\w+)");
    private static readonly Pattern _followed = Lexicon.Phrase("(?:(?:lettres?|letters?|the letters?|les lettres?|toujours|always) )?(?:\" ?)?(?<x>\\w{1,12}) ?(?:\" )?(?:, )?(?:suivi\\w* (?:de|d|par)|followed by|then|puis|plus|\\+|et|and) ?(?:de |d |a )?(?<n>NUM) (?<c>chiffres?|digits?|figures?|numbers?|numeros?|numeriques?|lettres?|letters?)");
    private static readonly Pattern _lettersDigits = Lexicon.Phrase("(?<a>NUM|une|one|un|a) (?:lettres?|letters?|capital letters?|lettres? majuscules?|capitals)(?: \\w+)? (?:suivi\\w* (?:de|d|par)|followed by|then|puis|plus|\\+|et|and) (?:de |d )?(?<n>NUM) (?:chiffres?|digits?|figures?|numbers?)");
    private static readonly Pattern _digits = Lexicon.Phrase("(?:(?:a|sur|of|de|compos\\w+ de|has|contains|compte|comporte|contient|format|always|toujours) )?(?<n>NUM) (?:chiffres?|digits?|figures|numeric)|(?<n2>NUM) (?:numeriques?|characters all numeric)");
    private static readonly Pattern _example = Lexicon.Phrase("(?:formats?|de la forme|par exemple|exemples?|such as|for example|e g|looks? like|ressembl\\w+|du type|de type)[^;]{0,20}(?:ORDERNO|NUM|CODE|QUOTE)|ORDERNO");
    private static readonly Pattern _characters = Lexicon.Phrase("(?<n>NUM) (?:caracteres?|characters?|positions?|signes?|alphanum\\w+)");

    public static IEnumerable<Found> Read(Clause clause, bool follows)
    {
        var number = clause.Find(_number);
        var pattern = number is not null || (follows && clause.Has(_it)) ? Pattern(clause) : null;

        if (number is not { } hit)
        {
            if (pattern is { Pattern: not null } more)
            {
                yield return Found.By(new Reference { Pattern = more.Pattern }, more.Hit, more.Hit.Because("pattern")) with { JoinsBefore = true, Unresolved = more.Unsure };
            }

            yield break;
        }

        var (required, without) = (clause.Find(_must), clause.Find(_without));

        if (without is not null && clause.Find(_rejected) is { } rejected)
        {
            required = rejected;
        }

        if (clause.Has(_not) && without is null || (required is null && pattern is null))
        {
            yield break;
        }

        var (where, papers) = PapersRead.Of(clause, "where");

        // A number on a label alone is what the label says.
        if (where is Documents.Label)
        {
            yield break;
        }

        var because = new List<Because>(papers);

        if (required is { } must)
        {
            because.AddRange(hit.Because("required"), must.Because("required"));
        }

        if (pattern is { } form)
        {
            because.AddRange(form.Pattern is null ? [] : [form.Hit.Because("pattern")]);
        }

        yield return Found.By(new Reference { Required = required is null ? null : true, Where = where, Pattern = pattern?.Pattern }, hit) with { Because = because, Unresolved = pattern?.Unsure };
    }

    /// <summary>The form as a pattern; what is said of it and cannot be one is left open.</summary>
    private static (string? Pattern, Hit Hit, IReadOnlyList<string>? Unsure)? Pattern(Clause clause)
    {
        if (clause.Find(_lettersDigits) is { } mixed && mixed.Value<object>("n") is decimal behind && (mixed.Value<object>("a") as decimal? ?? 1) is var letters)
        {
            return (Closed($"[A-Z]{{{(int)letters}}}\\d{{{(int)behind}}}$"), mixed, null);
        }

        if (clause.Find(_followed) is { } followed && followed.Value<object>("n") is decimal count && Literal(followed, "x") is { } lead)
        {
            return (Closed(Escape(lead) + (followed.Word("c")[0] is 'l' ? "[A-Z]" : "\\d") + $"{{{(int)count}}}$"), followed, null);
        }

        var start = clause.Find(_starts) is { } starts ? Literal(starts, "x") ?? Literal(starts, "x2") : null;

        if (clause.Find(_digits) is { } digits && (digits.Value<object>("n") ?? digits.Value<object>("n2")) is decimal total and >= 1 and <= 30)
        {
            var more = (int)total - (start?.Count(char.IsAsciiDigit) ?? 0);

            // « 10 chiffres, commence par 45 »: the digits of the beginning are among the ten.
            return start is null || more > 0 ? (Closed(Escape(start ?? "") + $"\\d{{{more}}}$"), digits, start?.Any(char.IsAsciiLetter) == true ? [digits.Span.Of(clause.Text.Original)] : null) : null;
        }

        if (start is null)
        {
            // One number shows a form without saying what may vary.
            return clause.Find(_example) is { } example ? (null, example, [example.Span.Of(clause.Text.Original)]) : null;
        }

        return (Closed(Escape(start)), clause.Find(_starts)!.Value, clause.Find(_characters) is { } vague ? [vague.Span.Of(clause.Text.Original)] : null);
    }

    private static string Closed(string body) => "^" + body;

    /// <summary>A beginning as the client wrote it: figures or capitals, « 45 », « PO- »; a word of the language is none.</summary>
    private static string? Literal(Hit hit, string group)
    {
        var written = hit.Has(group) ? hit.Clause.MarkAt(hit.Match.Groups[group].Index)?.Value as string ?? hit.Verbatim(group) : "";
        var span = hit.SpanOf(group);
        var text = hit.Clause.Text.Original;

        if (span.End < text.Length && text[span.End] is '-' or '/' or '_' && (span.End + 1 == text.Length || !char.IsAsciiLetter(text[span.End + 1])) && hit.Has(group))
        {
            written += text[span.End];
        }

        return written.Length > 0 && written.Any(sign => char.IsAsciiDigit(sign) || char.IsAsciiLetterUpper(sign)) && !written.Any(char.IsAsciiLetterLower) ? written : null;
    }

    private static string Escape(string literal) =>
        literal.Aggregate(new StringBuilder(), (text, sign) => @"\[]{}()*+?|.^$".Contains(sign, StringComparison.Ordinal) ? text.Append(CultureInfo.InvariantCulture, $"\\{sign}") : text.Append(sign)).ToString();
}
