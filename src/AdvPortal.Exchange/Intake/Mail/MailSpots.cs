using System.Globalization;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Where the values of a message's own words stand, for whoever looks.</summary>
internal sealed class MailSpots(OriginalDraft? original, int part)
{
    public static readonly MailSpots Unseen = new(null, 0);

    public void Head(int order, string field, MailLine line, int from = 0, int length = 0) =>
        original?.Found(OriginalDraft.Head(order, field), part, line.Number, from, length);

    public void Line(int order, int orderLine, string field, MailLine line, int from = 0, int length = 0) =>
        original?.Found(OriginalDraft.Line(order, orderLine, field), part, line.Number, from, length);

    /// <summary>The places of a table's values, which the reader of tables counts by the table: rows of the message, lines of the order so far.</summary>
    /// <param name="places">Names such as <c>orders[0].lines[3].quantity</c>, and rows by the number of their line in the message.</param>
    public void Move(IEnumerable<(string Value, int Row)> places, int order, int linesBefore, IReadOnlyList<MailLine> lines)
    {
        const string Order = "orders[0].";
        foreach (var (value, row) in original is null ? [] : places)
        {
            if (value.StartsWith(Order, StringComparison.Ordinal) && lines.FirstOrDefault(line => line.Number == row) is { } line)
            {
                var field = value[Order.Length..];
                var isLine = field.StartsWith("lines[", StringComparison.Ordinal);
                var end = field.IndexOf("].", StringComparison.Ordinal);
                if (isLine && end > 0 && int.TryParse(field.AsSpan(6, end - 6), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                {
                    Line(order, index + linesBefore, field[(end + 2)..], line);
                }
                else if (!isLine)
                {
                    Head(order, field, line);
                }
            }
        }
    }

    /// <summary>A text that stands in the line as it is.</summary>
    public void Head(int order, string field, MailLine line, string value)
    {
        if (original is not null && line.Text.IndexOf(value, StringComparison.Ordinal) is >= 0 and var at)
        {
            Head(order, field, line, at, value.Length);
        }
    }
}
