using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>A regular expression matched without backtracking, in as many automata as its size asks for: in time linear to the text, whatever the text, and in megabytes each.</summary>
internal sealed class Automata
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // An automaton may have 10 000 nodes; counted repetitions make a pattern far larger than it is long.
    private const int MaxLength = 6_000;

    private readonly Regex[] _parts;

    public Automata(string pattern) => _parts = [.. Build(pattern)];

    public bool IsMatch(string text)
    {
        foreach (var part in _parts)
        {
            if (part.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first match; of two that begin together, the longer one.</summary>
    public Match Match(string text)
    {
        var best = _parts[0].Match(text);

        foreach (var part in _parts.AsSpan(1))
        {
            var match = part.Match(text);
            best = match.Success && (!best.Success || match.Index < best.Index || (match.Index == best.Index && match.Length > best.Length)) ? match : best;
        }

        return best;
    }

    /// <summary>All matches from left to right; none overlaps another.</summary>
    public IEnumerable<Match> Matches(string text)
    {
        if (_parts.Length == 1)
        {
            return _parts[0].Matches(text);
        }

        var (kept, end) = (new List<Match>(), 0);

        foreach (var match in _parts.SelectMany(part => part.Matches(text)).OrderBy(match => match.Index).ThenByDescending(match => match.Length).Where(match => match.Length > 0))
        {
            if (match.Index >= end)
            {
                kept.Add(match);
                end = match.Index + match.Length;
            }
        }

        return kept;
    }

    public int Count(string text) => _parts.Sum(part => part.Count(text));

    private static IEnumerable<Regex> Build(string pattern)
    {
        if (pattern.Length <= MaxLength)
        {
            try
            {
                return [new Regex(pattern, Options)];
            }
            catch (NotSupportedException)
            {
                // Too large in one piece.
            }
        }

        return Halves(pattern).SelectMany(Build);
    }

    /// <summary>The same choice in two halves: of the pattern itself, or of its longest group.</summary>
    private static string[] Halves(string pattern)
    {
        var (before, choices, after) = Alternatives(pattern) is { Count: > 1 } top ? ("", top, "") : LongestGroup(pattern);
        var half = choices.Count / 2;

        return [$"{before}{string.Join('|', choices[..half])}{after}", $"{before}{string.Join('|', choices[half..])}{after}"];
    }

    private static (string Before, List<string> Choices, string After) LongestGroup(string pattern)
    {
        var (longest, start, depth) = ((From: 0, Until: 0), 0, 0);

        foreach (var (at, sign) in Signs(pattern))
        {
            if (sign is '(' && depth++ == 0)
            {
                start = at;
            }
            else if (sign is ')' && --depth == 0 && at - start > longest.Until - longest.From && !(at + 1 < pattern.Length && pattern[at + 1] is '*' or '+' or '{'))
            {
                longest = (start, at);
            }
        }

        var inner = pattern.IndexOf(pattern[longest.From + 2] is '<' ? '>' : ':', longest.From) + 1;
        var choices = Alternatives(pattern[inner..longest.Until]);
        var (before, after) = (pattern[..inner], pattern[longest.Until..]);

        if (choices.Count > 1)
        {
            return (before, choices, after);
        }

        var deeper = LongestGroup(pattern[inner..longest.Until]);

        return (before + deeper.Before, deeper.Choices, deeper.After + after);
    }

    private static List<string> Alternatives(string pattern)
    {
        var (choices, start, depth) = (new List<string>(), 0, 0);

        foreach (var (at, sign) in Signs(pattern))
        {
            depth += sign switch { '(' => 1, ')' => -1, _ => 0 };

            if (sign is '|' && depth == 0)
            {
                choices.Add(pattern[start..at]);
                start = at + 1;
            }
        }

        return [.. choices, pattern[start..]];
    }

    /// <summary>Parentheses and bars that stand for themselves neither by a backslash nor in a class.</summary>
    private static IEnumerable<(int At, char Sign)> Signs(string pattern)
    {
        var inClass = false;

        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] is '\\')
            {
                at++;
            }
            else if (inClass || pattern[at] is '[')
            {
                inClass = pattern[at] is not ']';
            }
            else if (pattern[at] is '(' or ')' or '|')
            {
                yield return (at, pattern[at]);
            }
        }
    }
}
