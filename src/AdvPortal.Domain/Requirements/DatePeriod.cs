using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>Whole days, both ends included; every year, only day and month count, and the turn of the year may lie within.</summary>
[JsonConverter(typeof(Json))]
public sealed record DatePeriod(DateOnly From, DateOnly Until, bool EveryYear = false)
{
    public DatePeriod(DateOnly day) : this(day, day)
    {
    }

    public bool Contains(DateOnly day)
    {
        if (!EveryYear)
        {
            return day >= From && day <= Until;
        }

        var (first, last, here) = (InYear(From), InYear(Until), InYear(day));

        return first <= last ? here >= first && here <= last : here >= first || here <= last;
    }

    internal Refusal? Check() => this switch
    {
        _ when Until < From => new PeriodEndsBeforeItStarts(From, Until),
        _ when EveryYear && Until.DayNumber - From.DayNumber >= 364 => new ClosesEveryDay(),
        _ => null,
    };

    private static int InYear(DateOnly day) => day.Month * 100 + day.Day;

    /// <summary>An object; a single date is read too, and <c>until</c> may be left out for one day.</summary>
    private sealed class Json : JsonConverter<DatePeriod>
    {
        public override DatePeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String)
            {
                return new(Day(reader.GetString()));
            }

            using var document = JsonDocument.ParseValue(ref reader);
            var period = document.RootElement;

            if (period.ValueKind is not JsonValueKind.Object || !period.TryGetProperty("from", out var from))
            {
                throw new JsonException("A period of days has a from and an until.");
            }

            return new(
                Day(Text(from)),
                Day(Text(period.TryGetProperty("until", out var until) && until.ValueKind is not JsonValueKind.Null ? until : from)),
                period.TryGetProperty("everyYear", out var everyYear) && everyYear.ValueKind is JsonValueKind.True);
        }

        public override void Write(Utf8JsonWriter writer, DatePeriod value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("from", value.From.ToString("O", CultureInfo.InvariantCulture));
            writer.WriteString("until", value.Until.ToString("O", CultureInfo.InvariantCulture));

            if (value.EveryYear)
            {
                writer.WriteBoolean("everyYear", true);
            }

            writer.WriteEndObject();
        }

        private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() : null;

        private static DateOnly Day(string? text) =>
            DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new JsonException("A date is written yyyy-MM-dd.");
    }
}
