using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AdvPortal.Domain.Clients;

namespace AdvPortal.Application.Clients;

/// <summary>The words by which a person is known again in what others wrote: name, address and number, whole and however they are spelt in capitals.</summary>
internal sealed class ContactWords
{
    public const string Nobody = "—";

    private readonly Regex _words;

    private ContactWords(params IEnumerable<string?> words)
    {
        Each = [.. words.OfType<string>().Where(word => word.Trim().Length > 0).Select(word => word.Trim())];
        Pattern = string.Join('|', Each.Select(Regex.Escape));
        _words = new($@"(?<![\p{{L}}\p{{N}}])(?:{Pattern})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public string[] Each { get; }

    /// <summary>As they stand in JSON that PostgreSQL wrote: only quotes and backslashes are escaped there.</summary>
    public string[] InJson => [.. Each.Select(word => word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))];

    /// <summary>A regular expression of .NET and of PostgreSQL alike.</summary>
    public string Pattern { get; }

    /// <summary>The whole of it, for PostgreSQL; of somebody without such words, what nothing ever matches.</summary>
    public string InSql => Each.Length == 0 ? @".\A" : $"(?<![[:alnum:]])(?:{Pattern})(?![[:alnum:]])";

    public static ContactWords Of(Contact contact) => new(contact.Name, contact.Email, contact.Phone);

    /// <summary>Only what is nobody else's: a name may be.</summary>
    public static ContactWords OfAddress(Contact contact) => new(contact.Email);

    public bool Name(string? text) => Each.Length > 0 && text is not null && _words.IsMatch(text);

    public bool Name(JsonNode? node) => node switch
    {
        JsonValue value => value.TryGetValue<string>(out var text) && Name(text),
        JsonObject it => it.Any(property => Name(property.Value)),
        JsonArray it => it.Any(Name),
        _ => false,
    };

    public string Blot(string text) => Each.Length == 0 ? text : _words.Replace(text, Nobody);

    /// <summary>Every text in it without these words; what is no JSON is a text itself.</summary>
    public string BlotJson(string json)
    {
        try
        {
            var whole = new JsonArray(JsonNode.Parse(json));

            if (!Name(whole))
            {
                return json;
            }

            Blot(whole);

            return whole[0]!.ToJsonString();
        }
        catch (JsonException)
        {
            return Blot(json);
        }
    }

    public void Blot(JsonNode node)
    {
        var children = node switch
        {
            JsonObject it => it.Select(property => property.Value).ToList(),
            JsonArray it => [.. it],
            _ => [],
        };

        foreach (var child in children.OfType<JsonNode>())
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var text))
            {
                if (Name(text))
                {
                    child.ReplaceWith(Blot(text));
                }
            }
            else
            {
                Blot(child);
            }
        }
    }
}
