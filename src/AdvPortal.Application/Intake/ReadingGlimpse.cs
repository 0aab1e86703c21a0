using System.Text.Json;
using System.Text.Json.Serialization;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>What a row of a list shows of a reading: the heads of its orders, and of their lines how many there are. The rest is passed over, not built: a file may have ten thousand lines.</summary>
internal sealed record ReadingGlimpse(IReadOnlyList<ReadingGlimpse.Head> Orders, string? RefersTo, ReadingGlimpse.Asked? Change, MailSender? Sender, IReadOnlyList<Problem> Problems)
{
    /// <param name="Lines">How many.</param>
    public sealed record Head(string? OrderNumber, string? Currency, Party? Buyer, OrderTotals? Totals, [property: JsonConverter(typeof(LengthOnly))] int Lines);

    public sealed record Asked(ChangeKind Kind, Head Document);

    private sealed class LengthOnly : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var length = 0;

            for (; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; length++)
            {
                reader.Skip();
            }

            return length;
        }

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => throw new NotSupportedException("A glimpse is read only.");
    }
}
