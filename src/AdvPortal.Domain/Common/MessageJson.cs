using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Common;

/// <summary>
/// Keeps the type of what fills a message's gaps, so that a stored message is worded as well as a fresh one:
/// <c>{"key":"deliveryDays.moved","parts":[{"date":"2026-11-25"},{"day":"friday"},{"hour":"15:00"},{"amount":320.00,"currency":"EUR"},{"price":8.40},{"language":"de"},"text",5000]}</c>;
/// a list of parts is a list, a message within is written like one.
/// </summary>
public sealed class MessageJson : JsonConverter<Message>
{
    private const string Date = "date";
    private const string Weekday = "day";
    private const string Hour = "hour";
    private const string Amount = "amount";
    private const string Currency = "currency";
    private const string Price = "price";
    private const string LanguageCode = "language";

    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);

        return ReadMessage(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("key", value.Key);
        writer.WritePropertyName("parts");
        WriteList(writer, value.Parts);
        writer.WriteEndObject();
    }

    private static Message ReadMessage(JsonElement message) =>
        new(message.GetProperty("key").GetString()!, [.. message.GetProperty("parts").EnumerateArray().Select(ReadPart)]);

    private static object ReadPart(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => part.GetString()!,
        JsonValueKind.Number => part.GetDecimal(),
        JsonValueKind.Array => part.EnumerateArray().Select(ReadPart).ToArray(),
        _ when part.TryGetProperty(Date, out var date) => DateOnly.ParseExact(date.GetString()!, "O", CultureInfo.InvariantCulture),
        _ when part.TryGetProperty(Weekday, out var day) => Enum.Parse<DayOfWeek>(day.GetString()!, ignoreCase: true),
        _ when part.TryGetProperty(Hour, out var hour) => TimeOnly.ParseExact(hour.GetString()!, "HH:mm", CultureInfo.InvariantCulture),
        _ when part.TryGetProperty(Amount, out var amount) => new Money(amount.GetDecimal(), part.GetProperty(Currency).GetString()!),
        _ when part.TryGetProperty(Price, out var price) => new UnitPrice(price.GetDecimal()),
        _ when part.TryGetProperty(LanguageCode, out var language) => new Language(language.GetString()!),
        _ when part.TryGetProperty("key", out _) => ReadMessage(part),
        _ => throw new JsonException("This is no part of a message."),
    };

    private void WritePart(Utf8JsonWriter writer, object part)
    {
        switch (part)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case DateOnly date:
                WriteTagged(writer, Date, date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DayOfWeek day:
                WriteTagged(writer, Weekday, JsonNamingPolicy.CamelCase.ConvertName(day.ToString()));
                break;
            case TimeOnly hour:
                WriteTagged(writer, Hour, hour.ToString("HH:mm", CultureInfo.InvariantCulture));
                break;
            case Money money:
                writer.WriteStartObject();
                writer.WriteNumber(Amount, money.Amount);
                writer.WriteString(Currency, money.Currency);
                writer.WriteEndObject();
                break;
            case UnitPrice price:
                writer.WriteStartObject();
                writer.WriteNumber(Price, price.Amount);
                writer.WriteEndObject();
                break;
            case Language language:
                WriteTagged(writer, LanguageCode, language.Code);
                break;
            case Message message:
                Write(writer, message, DomainJson.Options);
                break;
            case System.Collections.IEnumerable parts:
                WriteList(writer, parts);
                break;
            default:
                throw new NotSupportedException($"A stored message cannot hold a {part.GetType().Name}.");
        }
    }

    private void WriteList(Utf8JsonWriter writer, System.Collections.IEnumerable parts)
    {
        writer.WriteStartArray();
        foreach (var part in parts)
        {
            WritePart(writer, part);
        }

        writer.WriteEndArray();
    }

    private static void WriteTagged(Utf8JsonWriter writer, string tag, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, text);
        writer.WriteEndObject();
    }
}
