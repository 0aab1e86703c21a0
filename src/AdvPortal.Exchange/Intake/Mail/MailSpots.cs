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

    /// <summary>A text that stands in the line as it is.</summary>
    public void Head(int order, string field, MailLine line, string value)
    {
        if (original is not null && line.Text.IndexOf(value, StringComparison.Ordinal) is >= 0 and var at)
        {
            Head(order, field, line, at, value.Length);
        }
    }
}
