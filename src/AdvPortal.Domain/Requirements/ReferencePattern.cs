using System.Globalization;

namespace AdvPortal.Domain.Requirements;

/// <summary>What a client's references look like, in a small part of regular expressions that takes one pass however hostile the text.</summary>
/// <remarks>
/// <c>^</c> and <c>$</c> at the ends; literals (<c>\</c> before a sign that means something else); <c>\d</c>, <c>[0-9]</c>, <c>[A-Z]</c>, <c>[a-z]</c>, <c>[A-Z0-9]</c>,
/// each alone or with <c>{n}</c> or <c>{n,m}</c>. Without <c>$</c> a reference may go on; without <c>^</c> nothing is meant: all are read from the start.
/// </remarks>
public sealed class ReferencePattern : IEquatable<ReferencePattern>
{
    public const int MaxLength = 100;
    private const int MaxRepeats = 40;
    private const string Special = @"\[]{}()*+?|.^$";

    private static readonly (string Written, Func<char, bool> Takes)[] _classes =
    [
        (@"\d", char.IsAsciiDigit), ("[0-9]", char.IsAsciiDigit), ("[A-Z]", char.IsAsciiLetterUpper), ("[a-z]", char.IsAsciiLetterLower),
        ("[A-Z0-9]", sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign)),
    ];

    private readonly List<Step> _steps;
    private readonly bool _ends;
    private readonly string _written;

    private ReferencePattern(string written, List<Step> steps, bool ends) => (_written, _steps, _ends) = (written, steps, ends);

    private readonly record struct Step(Func<char, bool> Takes, int AtLeast, int AtMost);

    /// <summary>Null when it is not of that form.</summary>
    public static ReferencePattern? Read(string pattern)
    {
        if (pattern.Length is 0 or > MaxLength)
        {
            return null;
        }

        var rest = pattern.StartsWith('^') ? pattern.AsSpan(1) : pattern.AsSpan();
        var ends = rest.EndsWith("$") && !rest.EndsWith(@"\$");
        rest = ends ? rest[..^1] : rest;
        var steps = new List<Step>();

        while (rest.Length > 0)
        {
            if (Class(ref rest) is not { } takes || Repeats(ref rest) is not { } times)
            {
                return null;
            }

            steps.Add(new(takes, times.AtLeast, times.AtMost));
        }

        return steps.Count > 0 ? new(pattern, steps, ends) : null;
    }

    public bool Equals(ReferencePattern? other) => other?._written == _written;

    public override bool Equals(object? obj) => Equals(obj as ReferencePattern);

    public override int GetHashCode() => _written.GetHashCode(StringComparison.Ordinal);

    public bool Matches(string reference)
    {
        // Every place at which the steps so far may have ended: at most one for each character, so never more than length × steps.
        var places = new bool[reference.Length + 1];
        places[0] = true;

        foreach (var step in _steps)
        {
            places = After(step, places, reference);
        }

        return _ends ? places[^1] : places.Contains(true);
    }

    private static bool[] After(Step step, bool[] places, string reference)
    {
        var next = new bool[places.Length];

        for (var from = 0; from < places.Length; from++)
        {
            if (!places[from])
            {
                continue;
            }

            for (var taken = 0; taken <= step.AtMost; taken++)
            {
                next[from + taken] |= taken >= step.AtLeast;

                if (from + taken == reference.Length || !step.Takes(reference[from + taken]))
                {
                    break;
                }
            }
        }

        return next;
    }

    private static Func<char, bool>? Class(ref ReadOnlySpan<char> rest)
    {
        foreach (var (written, takes) in _classes)
        {
            if (rest.StartsWith(written, StringComparison.Ordinal))
            {
                rest = rest[written.Length..];
                return takes;
            }
        }

        if (rest is ['\\', var escaped, ..] && !char.IsAsciiLetterOrDigit(escaped))
        {
            rest = rest[2..];
            return sign => sign == escaped;
        }

        if (rest[0] is var literal && !Special.Contains(literal) && !char.IsControl(literal))
        {
            rest = rest[1..];
            return sign => sign == literal;
        }

        return null;
    }

    private static (int AtLeast, int AtMost)? Repeats(ref ReadOnlySpan<char> rest)
    {
        if (rest is not ['{', ..])
        {
            return (1, 1);
        }

        if (rest.IndexOf('}') is not (> 0 and var end))
        {
            return null;
        }

        var written = rest[1..end];
        rest = rest[(end + 1)..];
        var comma = written.IndexOf(',');
        var least = comma < 0 ? written : written[..comma];
        var most = comma < 0 ? written : written[(comma + 1)..];

        return int.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out var atLeast) && int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var atMost)
            && atLeast <= atMost && atMost is >= 1 and <= MaxRepeats ? (atLeast, atMost) : null;
    }
}
