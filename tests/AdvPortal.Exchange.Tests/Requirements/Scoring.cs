using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AdvPortal.Exchange.Tests.Requirements;

/// <summary>The scoring rules of <c>../shared/cases/sentences</c>: what counts, and what was guessed silently.</summary>
internal sealed class Scoring
{
    private static readonly string[] _week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public int Proposed { get; private set; }

    public int Expected { get; private set; }

    public int Counted { get; private set; }

    public int Silent { get; private set; }

    public double Precision => Proposed == 0 ? 1 : (double)Counted / Proposed;

    public double Recall => Expected == 0 ? 1 : (double)Counted / Expected;

    public override string ToString() => $"proposed {Proposed}, expected {Expected}, counted {Counted}, silent {Silent}, precision {Precision:0.0000}, recall {Recall:0.0000}";

    public void Add(JsonNode wanted, JsonNode answer)
    {
        var top = Texts(answer["unresolved"]);
        var proposals = answer["proposals"]!.AsArray().Select(each => (Requirement: each!["requirement"]!, Flags: Texts(each["unresolved"]).Concat(top).ToList())).ToList();
        var flags = top.Concat(proposals.SelectMany(each => each.Flags)).ToList();
        var isMissing = Texts(wanted["unresolved"]).Exists(part => !IsFlagged(part, flags));
        var left = wanted["expected"]!.AsArray().Select(each => each!).ToList();
        Expected += left.Count;

        var rest = new List<(JsonNode Requirement, List<string> Flags, SortedDictionary<string, string> Rule)>();

        foreach (var (requirement, own) in proposals)
        {
            var rule = Canonical(requirement["rule"]!);

            if (rule.Count == 0)
            {
                continue;
            }

            Proposed++;

            if (left.Find(each => IsSame(each, requirement) && Matches(Canonical(each["rule"]!), rule)) is { } match)
            {
                left.Remove(match);
                Counted++;
                Silent += isMissing && own.Count == 0 ? 1 : 0;
            }
            else
            {
                rest.Add((requirement, own, rule));
            }
        }

        foreach (var (requirement, own, rule) in rest)
        {
            var match = left.Find(each => IsSame(each, requirement));
            var asked = match is null ? null : Canonical(match["rule"]!);
            left.Remove(match!);
            var isWrong = asked is null || rule.Any(field => !asked.TryGetValue(field.Key, out var value) || !Fits(field.Key, value, field.Value));
            Silent += (isWrong || isMissing) && own.Count == 0 ? 1 : 0;
        }
    }

    private static bool IsSame(JsonNode expected, JsonNode requirement) => (string?)expected["kind"] == (string?)requirement["kind"] && (string?)expected["site"] == (string?)requirement["site"];

    private static bool Matches(SortedDictionary<string, string> expected, SortedDictionary<string, string> rule) =>
        expected.Keys.SequenceEqual(rule.Keys, StringComparer.Ordinal) && expected.All(field => Fits(field.Key, field.Value, rule[field.Key]));

    private static bool Fits(string field, string expected, string value) => field is "text" ? value.Contains(expected, StringComparison.Ordinal) : expected == value;

    /// <summary>The fields that say something, each as a text that equals another when it means the same.</summary>
    private static SortedDictionary<string, string> Canonical(JsonNode rule)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var (name, value) in rule.AsObject().Where(field => field.Key is not "kind" && field.Value is not (null or JsonArray { Count: 0 })))
        {
            fields[name] = name switch
            {
                "closed" or "open" or "payload" or "documents" or "where" => Set(Texts(value)),
                "windows" => Set(value!.AsArray().SelectMany(window => Days(rule, window!).Select(day => $"{day} {window!["from"]} {window["until"]}"))),
                "closedDates" => Set(value!.AsArray().Select(dates => $"{dates!["from"]} {dates["until"]} {(bool?)dates["everyYear"] ?? false}")),
                "pad" => $"{value!["length"]} {value["char"]}",
                "pattern" => ((string)value!)!.Replace("[0-9]", "\\d", StringComparison.Ordinal),
                "who" => string.Join(' ', Plain((string)value!).Split(' ').SkipWhile((word, at) => at == 0 && word is "le" or "la" or "les" or "l" or "the" or "notre" or "votre" or "nos")),
                "text" => Plain((string)value!),
                _ when value is JsonValue number && number.TryGetValue<decimal>(out var amount) => amount.ToString("0.####", CultureInfo.InvariantCulture),
                _ => value!.ToJsonString(),
            };
        }

        return fields;
    }

    private static IEnumerable<string> Days(JsonNode rule, JsonNode window) =>
        Texts(window["days"]) is { Count: > 0 } days ? days : Texts(rule["open"]) is { Count: > 0 } open ? open : _week.Except(Texts(rule["closed"]), StringComparer.Ordinal);

    private static bool IsFlagged(string part, List<string> flags)
    {
        var words = Plain(part).Split(' ').ToHashSet(StringComparer.Ordinal);

        return flags.Exists(flag => Plain(flag).Contains(Plain(part), StringComparison.Ordinal) || words.Intersect(Plain(flag).Split(' '), StringComparer.Ordinal).Count() * 2 >= words.Count);
    }

    private static string Set(IEnumerable<string> values) => string.Join(';', values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static List<string> Texts(JsonNode? list) => [.. list?.AsArray().Select(each => (string)each!) ?? []];

    private static string Plain(string text)
    {
        var plain = new StringBuilder();

        foreach (var sign in text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark))
        {
            plain.Append(char.IsAsciiLetterOrDigit(sign) ? sign : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
