using System.Globalization;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Pdf;

namespace AdvPortal.Exchange.Contracts;

/// <summary>A line of a contract and where it is printed.</summary>
/// <param name="Page">Counted from 0.</param>
internal sealed record ContractLine(int Page, string Text, PageBox Box);

/// <summary>
/// Parts the lines of a contract where a clause begins. A number alone proves nothing, prices and dates have them too: it begins a clause
/// when it is the one that comes next.
/// </summary>
internal static partial class ClauseSplitter
{
    /// <summary>Clauses of one contract; whoever needs more reads the file itself.</summary>
    public const int MostClauses = 500;

    private const int LongestClause = 4000;
    private const int LongestTitle = 90;

    /// <summary>Numbers that somebody struck out, and left the others as they were.</summary>
    private const int LargestStep = 2;

    public static IReadOnlyList<(ContractClause Clause, ContractLine Head)> Split(IReadOnlyList<ContractLine> lines)
    {
        var repeated = RepeatedOn(lines);
        var isWorded = lines.Count(line => HeadIn(line.Text) is { IsWorded: true, Place: not null }) > 1;
        List<Draft> drafts = [];
        int[]? last = null;

        foreach (var line in lines.Where(line => !repeated.Contains(line.Text) && !RowWords.IsPageNumber(line.Text)))
        {
            if (HeadIn(line.Text) is not { } head || !(Begins(head) || StartsOver(head)))
            {
                drafts.LastOrDefault()?.Body.Add(line.Text);
            }
            else if (drafts.Count == MostClauses)
            {
                // What follows belongs to clauses that are not told: none of them has its words.
                break;
            }
            else
            {
                last = head.Place ?? last;
                drafts.Add(new(head, line));
            }
        }

        return [.. drafts.Select(draft => (draft.Build(), draft.Line))];

        // Where articles are called so, « 2. » in one of them is a list.
        // An annex counts by itself, and begins once: elsewhere it is only spoken of.
        bool Begins(Head head) => head.Place is null ? drafts.TrueForAll(draft => draft.Head.Number != head.Number) : ((head.IsWorded || !isWorded || head.Place.Length > 1) && (last is null ? head.IsWorded || head.Place.All(number => number == 1) : IsNext(last, head.Place)));

        // What came before was the table of contents: headings without words of their own.
        bool StartsOver(Head head)
        {
            if (head.Place is not { } place || drafts.Count < 2 || !place.AsSpan().SequenceEqual(drafts[0].Head.Place) || drafts.Count(draft => draft.Body.Count == 0) * 4 < drafts.Count * 3)
            {
                return false;
            }

            drafts.Clear();

            return true;
        }
    }

    /// <summary>6.2 is followed by 6.3, 6.2.1, 7 or 7.1.</summary>
    private static bool IsNext(int[] last, int[] next)
    {
        var same = last.Zip(next).TakeWhile(pair => pair.First == pair.Second).Count();

        return same < next.Length
            && (same == last.Length ? next[same] == 1 : next[same] > last[same] && next[same] <= last[same] + LargestStep)
            && next.Skip(same + 1).All(number => number == 1);
    }

    private static Head? HeadIn(string text)
    {
        if (Worded().Match(text) is { Success: true } worded)
        {
            return new(worded.Groups["number"].Value, PlaceOf(worded.Groups["number"].Value), worded.Groups["rest"].Value.Trim(), IsWorded: true);
        }

        if (Annex().Match(text) is { Success: true } annex)
        {
            var name = annex.Groups["name"].Value;

            return new($"{char.ToUpperInvariant(name[0])}{name[1..].ToLowerInvariant()} {annex.Groups["number"].Value}", Place: null, annex.Groups["rest"].Value.Trim(), IsWorded: true);
        }

        return Numbered().Match(text) is { Success: true } numbered && PlaceOf(numbered.Groups["number"].Value) is { } place
            ? new(numbered.Groups["number"].Value, place, numbered.Groups["rest"].Value.Trim(), IsWorded: false)
            : null;
    }

    private static int[]? PlaceOf(string number) =>
        char.IsAsciiDigit(number[0]) ? [.. number.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))] : Roman(number) is > 0 and var place ? [place] : null;

    private static int Roman(string number)
    {
        var values = number.Select(letter => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 }).ToList();

        return values.Select((value, at) => at + 1 < values.Count && value < values[at + 1] ? -value : value).Sum();
    }

    // The firm's name at the head of each page, the initials at its foot.
    private static HashSet<string> RepeatedOn(IReadOnlyList<ContractLine> lines)
    {
        var pages = lines.Select(line => line.Page).Distinct().Count();

        return pages < 2 ? [] : lines.GroupBy(line => line.Text, StringComparer.Ordinal).Where(same => same.Select(line => line.Page).Distinct().Count() is var on && on > 1 && on * 2 > pages).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
    }

    // « Article 6.2 », "CLAUSE 4", « Art. IV », « § 4 ». In small letters it is a reference in the middle of a sentence.
    [GeneratedRegex(@"^\s*(?:(?:Article|ARTICLE|Art\.|ART\.|Clause|CLAUSE|Section|SECTION)\s*(?:n°\s*)?|§\s*)(?<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVXL]{1,6})(?![\p{L}\d])(?:\.(?!\d))?\s*(?:[:.)–—-]\s*)?(?<rest>$|\p{Lu}.*|[«“""(\d].*|(?<=[:.)–—-]\s*)\S.*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Worded();

    [GeneratedRegex(@"^\s*(?<name>Annexe|ANNEXE|Annex|ANNEX|Appendix|APPENDIX)\s+(?:n°\s*)?(?<number>\d{1,2}|[A-Z])(?![\p{L}\d])\s*(?:[:.)–—-]\s*)?(?<rest>$|\p{Lu}.*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Annex();

    // « 6.2 Livraison », « 6. LIVRAISONS », « 6 – Livraison ». A bare « 6 Livraisons » is a quantity.
    [GeneratedRegex(@"^\s*(?<number>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}(?=\s*[.)–—-]\s))[.)]?\s*(?:[:–—-]\s*)?(?<rest>[\p{Lu}«“""].*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Numbered();

    /// <param name="Place">The number, part by part; null for an annex.</param>
    /// <param name="Rest">What stands behind the number.</param>
    private sealed record Head(string Number, int[]? Place, string Rest, bool IsWorded);

    private sealed record Draft(Head Head, ContractLine Line)
    {
        public List<string> Body { get; } = [];

        public ContractClause Build()
        {
            var body = string.Join(' ', Body);
            var isTitle = Head.Rest.Length is > 0 and <= LongestTitle && body.Length > 0 && !".,;:".Contains(Head.Rest[^1], StringComparison.Ordinal) && !char.IsLower(body[0]);
            var words = isTitle ? body : $"{Head.Rest} {body}".Trim();

            return new(Head.Number, isTitle ? Head.Rest : null, WholeText.Cut(words, LongestClause), Line.Page + 1);
        }
    }
}
