using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.Domain.Common;

/// <summary>One datum as GS1 writes it: an application identifier (AI) and its value (GS1 General Specifications, section 3).</summary>
/// <param name="Identifier">Two to four digits, e.g. 00, 400 or 3102.</param>
/// <param name="Value">Without brackets or separators.</param>
public sealed partial record ElementString(string Identifier, string Value)
{
    /// <summary>What is read as FNC1 between two elements, the first of which may end anywhere (section 7.8.3).</summary>
    public const char Separator = '\u001D';

    private const int MeasureLength = 6;

    // Section 3.2, as far as it can stand on a parcel or a pallet: digits or letters, shortest, longest.
    private static readonly Dictionary<string, (bool Digits, int Min, int Max)> _known = new(StringComparer.Ordinal)
    {
        ["00"] = (true, 18, 18),
        ["01"] = (true, 14, 14),
        ["02"] = (true, 14, 14),
        ["10"] = (false, 1, 20),
        ["11"] = (true, 6, 6),
        ["12"] = (true, 6, 6),
        ["13"] = (true, 6, 6),
        ["15"] = (true, 6, 6),
        ["16"] = (true, 6, 6),
        ["17"] = (true, 6, 6),
        ["20"] = (true, 2, 2),
        ["21"] = (false, 1, 20),
        ["22"] = (false, 1, 20),
        ["30"] = (true, 1, 8),
        ["37"] = (true, 1, 8),
        ["240"] = (false, 1, 30),
        ["241"] = (false, 1, 30),
        ["242"] = (true, 1, 6),
        ["250"] = (false, 1, 30),
        ["251"] = (false, 1, 30),
        ["400"] = (false, 1, 30),
        ["401"] = (false, 1, 30),
        ["402"] = (true, 17, 17),
        ["403"] = (false, 1, 30),
        ["410"] = (true, 13, 13),
        ["411"] = (true, 13, 13),
        ["412"] = (true, 13, 13),
        ["413"] = (true, 13, 13),
        ["414"] = (true, 13, 13),
        ["415"] = (true, 13, 13),
        ["416"] = (true, 13, 13),
        ["417"] = (true, 13, 13),
        ["420"] = (false, 1, 20),
        ["421"] = (false, 4, 12),
        ["422"] = (true, 3, 3),
        ["90"] = (false, 1, 30),
        ["91"] = (false, 1, 90),
        ["92"] = (false, 1, 90),
        ["93"] = (false, 1, 90),
        ["94"] = (false, 1, 90),
        ["95"] = (false, 1, 90),
        ["96"] = (false, 1, 90),
        ["97"] = (false, 1, 90),
        ["98"] = (false, 1, 90),
        ["99"] = (false, 1, 90),
    };

    /// <summary>Whether we know what this identifier says.</summary>
    public bool IsKnown => _known.ContainsKey(Identifier) || IsMeasure;

    /// <summary>Whether a scanner knows by itself where the value ends (figure 7.8.5-2), so that nothing separates it from the next one.</summary>
    public bool EndsByItself =>
        Identifier is ['0', '0' or '1' or '2' or '3' or '4'] or ['1', >= '1' and <= '9'] or ['2', '0'] or ['3', >= '1' and <= '6', ..] or ['4', '1', ..];

    /// <summary>Whether the value is one that the identifier allows: length, characters (section 7.11), check digit, date.</summary>
    public bool IsValid => IsMeasure ? Value.Length == MeasureLength && Value.All(char.IsAsciiDigit)
        : _known.TryGetValue(Identifier, out var known) && Value.Length >= known.Min && Value.Length <= known.Max && Value.All(known.Digits ? char.IsAsciiDigit : IsWritable)
            && (!IsChecked || Sscc.IsChecked(Value)) && (!IsDate || IsDay(Value));

    private bool IsChecked => Identifier is "00" or "01" or "02" or "402" || Identifier is ['4', '1', ..];

    private bool IsDate => Identifier is ['1', not '0'];

    // 310n to 369n: a trade measure in six digits, n of them after the point.
    private bool IsMeasure => Identifier is ['3', >= '1' and <= '6', >= '0' and <= '9', >= '0' and <= '9'];

    /// <summary>As people read it, e.g. (400)4500187342.</summary>
    public override string ToString() => $"({Identifier}){Value}";

    /// <summary>Reads « (00)3…(400)45… »; null for a text that is not made of such elements from end to end. Says nothing of the values.</summary>
    public static IReadOnlyList<ElementString>? Read(string text) =>
        Written.Match(text) is { Success: true } match
            ? [.. match.Groups["ai"].Captures.Zip(match.Groups["value"].Captures, (identifier, value) => new ElementString(identifier.Value, value.Value))]
            : null;

    /// <summary>What a scanner receives: the elements one after the other, <see cref="Separator"/> where one would not end by itself.</summary>
    public static string Join(IReadOnlyList<ElementString> elements) =>
        string.Concat(elements.Index().Select(each => each.Item.Identifier + each.Item.Value + (each.Item.EndsByItself || each.Index == elements.Count - 1 ? "" : Separator)));

    /// <summary>The element with its value as the identifier wants it: 2027-11-24 as 271124, 12.4 kg as 001240 in (3102), a GTIN in 14 digits.</summary>
    public ElementString Fitted() => this switch
    {
        { IsDate: true } when DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => this with { Value = day.ToString("yyMMdd", CultureInfo.InvariantCulture) },
        { IsMeasure: true } when Value.Length != MeasureLength && decimal.TryParse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < 1_000_000 =>
            this with { Value = decimal.Round(amount * (decimal)Math.Pow(10, Identifier[3] - '0'), 0, MidpointRounding.AwayFromZero).ToString("000000", CultureInfo.InvariantCulture) },
        { Identifier: "01" or "02" } when Value.Length is 8 or 12 or 13 => this with { Value = Value.PadLeft(14, '0') },
        _ => this,
    };

    // Day 00 stands for the end of the month.
    private static bool IsDay(string digits) =>
        DateOnly.TryParseExact($"20{digits[..4]}{(digits[4..] == "00" ? "01" : digits[4..])}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // GS1 AI encodable character set 82 (figure 7.11-1).
    private static bool IsWritable(char character) => char.IsAsciiLetterOrDigit(character) || "!\"%&'()*+,-./:;<=>?_".Contains(character, StringComparison.Ordinal);

    [GeneratedRegex(@"\A(\((?<ai>[0-9]{2,4})\)(?<value>[^()]+))+\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Written { get; }
}
