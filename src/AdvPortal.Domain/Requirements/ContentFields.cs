using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdvPortal.Domain.Requirements;

/// <summary>A requirement's content taken apart into what a person changes at a time, and put together again; the fields are named as in JSON, those of the rule "rule.closed".</summary>
internal static class ContentFields
{
    private const string Rule = "rule";
    private const string OfRule = "rule.";

    // Who said it, how and when stay one field: put together from two people's, it would be what nobody said.
    /// <param name="takesRuleApart">Only rules of one kind have the same fields.</param>
    public static Dictionary<string, JsonNode?> Of(RequirementContent content, bool takesRuleApart)
    {
        var fields = JsonSerializer.SerializeToNode(content, DomainJson.Options)!.AsObject().ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);

        if (takesRuleApart && fields.Remove(Rule, out var rule))
        {
            foreach (var (name, value) in rule!.AsObject())
            {
                fields.Add(OfRule + name, value);
            }
        }

        return fields;
    }

    public static RequirementContent Join(IEnumerable<KeyValuePair<string, JsonNode?>> fields)
    {
        var (content, rule) = (new JsonObject(), new JsonObject());

        foreach (var (name, value) in fields)
        {
            if (name.StartsWith(OfRule, StringComparison.Ordinal))
            {
                rule[name[OfRule.Length..]] = value?.DeepClone();
            }
            else
            {
                content[name] = value?.DeepClone();
            }
        }

        if (rule.Count > 0)
        {
            content[Rule] = rule;
        }

        return content.Deserialize<RequirementContent>(DomainJson.Options)!;
    }

    /// <summary>The names of some, in the order in which they are filled in.</summary>
    public static IEnumerable<string> Names(params IEnumerable<Dictionary<string, JsonNode?>> all) => all.SelectMany(fields => fields.Keys).Distinct(StringComparer.Ordinal).OrderBy(OrderOf).ThenBy(name => name, StringComparer.Ordinal);

    private static int OrderOf(string name) => name switch
    {
        "sentence" => 0,
        "source" => 1,
        "severity" => 3,
        "moments" => 4,
        "validFrom" => 5,
        "validUntil" => 6,
        "reviewOn" => 7,
        _ => 2,
    };
}
