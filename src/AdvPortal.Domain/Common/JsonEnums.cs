using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Common;

/// <summary>Writes an enum by its camelCase name, whatever the serializer's options: stored rules and the API read alike.</summary>
public sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;

/// <summary>Writes a set of flags as a list of camelCase names; nothing and null are the empty set.</summary>
public sealed class FlagsAsList<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly (long Bit, string Name)[] _flags =
        [.. Enum.GetValues<T>().Select(flag => (ToBits(flag), JsonNamingPolicy.CamelCase.ConvertName(flag.ToString()))).Where(flag => long.IsPow2(flag.Item1))];

    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Null)
        {
            return default;
        }

        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException($"A list of {typeof(T).Name} was expected.");
        }

        var bits = 0L;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            bits |= Read(ref reader);
        }

        return (T)Enum.ToObject(typeof(T), bits);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var bits = ToBits(value);

        writer.WriteStartArray();
        foreach (var (_, name) in _flags.Where(flag => (flag.Bit & bits) != 0))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static long Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            foreach (var (bit, name) in _flags)
            {
                if (reader.ValueTextEquals(name))
                {
                    return bit;
                }
            }
        }

        throw new JsonException($"This is not one of {string.Join(", ", _flags.Select(flag => flag.Name))}.");
    }

    private static long ToBits(T value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}

/// <summary>Writes an hour as people do: 15:00.</summary>
public sealed class HourAndMinute : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("An hour is written HH:mm.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}
