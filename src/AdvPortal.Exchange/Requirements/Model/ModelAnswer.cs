using System.Text.Json;
using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements.Model;

/// <summary>What a language model answered, held against the client's own words: a proposal is a rule of the closed list of which every field cites words that are really there.</summary>
public static class ModelAnswer
{
    /// <summary>Nothing of the portal understood the words: a person is to look.</summary>
    public const double Confidence = 0.2;

    private const int MaxLength = 100_000;
    private const int MostProposals = 10;

    private static readonly JsonSerializerOptions _strict = new(DomainJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Values that a client dictates letter by letter: they stand in the text, or they are invented.</summary>
    private static readonly string[] _dictated = ["prefix", "suffix", "sendInvoiceTo", "phone", "who", "text", "template", "map"];

    /// <returns>The proposals that hold, in the order of the answer; null when it is no answer at all.</returns>
    public static IReadOnlyList<Proposal>? Read(ModelQuestion question, string answer)
    {
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));

        if (answer.Length > MaxLength || start < 0 || end < start)
        {
            return null;
        }

        try
        {
            // Some models put it between fences.
            using var document = JsonDocument.Parse(answer.AsMemory(start..(end + 1)));

            if (!document.RootElement.TryGetProperty("requirements", out var all) || all.ValueKind is not JsonValueKind.Array)
            {
                return null;
            }

            var text = new CitedText(question);

            return [.. all.EnumerateArray().Take(MostProposals).Select(each => Proposed(text, each)).OfType<Proposal>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Proposal? Proposed(CitedText text, JsonElement item)
    {
        if (HasGap(item) || Parsed(item) is not { Rule: { } rule } said || Site(text, said.SiteName) is not { IsKnown: true } site)
        {
            return null;
        }

        var because = (said.Because ?? []).Select(quote => (Fields: quote.Fields ?? [], At: text.Find(quote.Words))).ToList();
        var fields = Fields(rule).Concat(Around(said)).ToList();

        // One word that the client never wrote, and nothing of it is believed.
        if (because.Exists(each => each.At is null) || !Stated(rule, text) || fields.Exists(field => !because.Exists(each => each.Fields.Contains(field, StringComparer.Ordinal))))
        {
            return null;
        }

        var cited = because.Select(each => new Because([.. each.Fields.Where(field => fields.Contains(field, StringComparer.Ordinal))], text.Verbatim(each.At!.Value), each.At.Value)).Where(each => each.Fields.Count > 0).OrderBy(each => each.At.Offset).ToList();

        return cited.Count == 0 ? null : new(site.Name, said.ValidFrom, said.ValidUntil, rule, Confidence, cited, [], text.SentenceOf(cited[0].At));
    }

    private static Said? Parsed(JsonElement item)
    {
        try
        {
            return item.Deserialize<Said>(_strict);
        }
        catch (Exception none) when (none is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (bool IsKnown, string? Name) Site(CitedText text, string? name) =>
        name is null ? (true, null) : text.Context.Sites.FirstOrDefault(site => string.Equals(site, name, StringComparison.OrdinalIgnoreCase)) is { } site ? (true, site) : default;

    /// <summary>What the rule states, by the names of its JSON.</summary>
    private static IEnumerable<string> Fields(Rule rule) => JsonSerializer.SerializeToElement(rule, DomainJson.Options).EnumerateObject()
        .Where(field => field.Name is not "kind" && field.Value.ValueKind is not JsonValueKind.Null).Select(field => field.Name);

    private static IEnumerable<string> Around(Said said)
    {
        (string Field, bool IsSaid)[] around = [("siteName", said.SiteName is not null), ("validFrom", said.ValidFrom is not null), ("validUntil", said.ValidUntil is not null)];

        return around.Where(each => each.IsSaid).Select(each => each.Field);
    }

    private static bool Stated(Rule rule, CitedText text) => JsonSerializer.SerializeToElement(rule, DomainJson.Options).EnumerateObject()
        .Where(field => _dictated.Contains(field.Name, StringComparer.Ordinal)).SelectMany(field => Strings(field.Value)).All(text.States);

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(each => Strings(each.Value).Prepend(each.Name)),
        _ => [],
    };

    /// <summary>A list with nothing in one of its places is no list.</summary>
    private static bool HasGap(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(each => each.ValueKind is JsonValueKind.Null || HasGap(each)),
        JsonValueKind.Object => value.EnumerateObject().Any(each => HasGap(each.Value)),
        _ => false,
    };

    private sealed record Said(Rule? Rule, string? SiteName, DateOnly? ValidFrom, DateOnly? ValidUntil, IReadOnlyList<Quote>? Because);

    private sealed record Quote(IReadOnlyList<string>? Fields, string? Words);
}
