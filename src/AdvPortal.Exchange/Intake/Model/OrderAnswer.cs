using System.Text.Json;

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>What a language model answered, taken apart: quotations of the closed list of fields, and nothing else that it may have said.</summary>
public static class OrderAnswer
{
    private const int MaxLength = 100_000;
    private const int MostLines = 200;

    /// <returns>Null when it is no answer at all.</returns>
    public static CitedOrder? Read(string answer)
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
            var said = document.RootElement;

            return new()
            {
                Reference = Words(said, "reference"),
                RequestedDate = Words(said, "requestedDate"),
                Site = Words(said, "site"),
                Buyer = Words(said, "buyer"),
                Lines = said.TryGetProperty("lines", out var lines) && lines.ValueKind is JsonValueKind.Array
                    ? [.. lines.EnumerateArray().Where(line => line.ValueKind is JsonValueKind.Object).Take(MostLines).Select(Line)]
                    : [],
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CitedLine Line(JsonElement said) => new()
    {
        Words = Words(said, "words"),
        Code = Words(said, "code"),
        Description = Words(said, "description"),
        Quantity = Words(said, "quantity"),
        Unit = Words(said, "unit"),
        NetPrice = Words(said, "netPrice"),
        RequestedDate = Words(said, "requestedDate"),
    };

    // A number without quotes is cited all the same, if it stands there so.
    private static string? Words(JsonElement said, string field) => !said.TryGetProperty(field, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
