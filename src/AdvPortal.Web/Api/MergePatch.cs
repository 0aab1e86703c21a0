using System.Text.Json;
using System.Text.Json.Nodes;
using AdvPortal.Application.Common;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace AdvPortal.Web.Api;

/// <summary>JSON merge patch (RFC 7396): what is absent stays, what is null goes, the rest replaces.</summary>
internal sealed class MergePatch(IOptions<JsonOptions> json)
{
    /// <summary>The form as it stands with the patch laid over it; a refusal when the result is not of the form's shape.</summary>
    public Result<TForm> Apply<TForm>(TForm current, JsonElement patch) where TForm : notnull
    {
        if (patch.ValueKind is not JsonValueKind.Object)
        {
            return new PatchIsNoObject();
        }

        var target = JsonSerializer.SerializeToNode(current, json.Value.SerializerOptions)!.AsObject();
        Merge(target, patch);

        try
        {
            return target.Deserialize<TForm>(json.Value.SerializerOptions)!;
        }
        catch (JsonException e)
        {
            return new Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [e.Path?.TrimStart('$', '.') ?? ""] = ["NotOfThisShape"] });
        }
    }

    private static void Merge(JsonObject target, JsonElement patch)
    {
        foreach (var property in patch.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object)
            {
                var inner = target[property.Name] as JsonObject ?? [];
                target.Remove(property.Name);
                Merge(inner, property.Value);
                target[property.Name] = inner;
            }
            else
            {
                target[property.Name] = property.Value.ValueKind is JsonValueKind.Null ? null : JsonNode.Parse(property.Value.GetRawText());
            }
        }
    }
}

public sealed record PatchIsNoObject : Unacceptable;
