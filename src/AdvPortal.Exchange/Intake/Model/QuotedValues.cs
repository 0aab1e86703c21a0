using System.Text.RegularExpressions;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Mail;
using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>Makes values of quotations: what is cited is looked up in the document, and read there as the readers do. What does not read for certain is no value.</summary>
internal sealed partial class QuotedValues(OriginalWords words)
{
    private const int NameMaxLength = 200;

    private readonly MailStyle _style = StyleOf(words);

    public ProposedValue? Reference(string? quote) => TextOf("orderNumber", quote, null, Order.CustomerReferenceMaxLength);

    public ProposedValue? Name(string field, string? quote) => TextOf(field, quote, null, NameMaxLength);

    public ProposedValue? Code(string? quote, Span row) => TextOf("buyerCode", quote, row, BuyerCode.CodeMaxLength);

    public ProposedValue? Description(string? quote, Span row) => TextOf("description", quote, row, OrderLine.DescriptionMaxLength);

    public ProposedValue? Unit(string? quote, Span row) => TextOf("unit", quote, row, OrderLine.UnitMaxLength) is { } unit && !unit.Words.Any(char.IsDigit) ? unit : null;

    public ProposedValue? Quantity(string? quote, Span row) => NumberOf("quantity", quote, row, LineAmounts.MostQuantity) is { Number: > 0 } quantity ? quantity : null;

    /// <summary>For one unit: of a price for a hundred it is not said here how many it is for.</summary>
    public ProposedValue? Price(string? quote, Span row) =>
        NumberOf("netPrice", quote, row, LineAmounts.MostPrice) is { Number: >= 0 } price && !ForMany().IsMatch(row.Of(words.Text)) ? price : null;

    /// <summary>One day or week, without a doubt which one.</summary>
    public ProposedValue? Date(string? quote, Span? row = null) =>
        Cited("requestedDelivery", quote, row) is { } cited && WordDates.In(cited.Words, _style) is [{ Doubt: null, Day: { } day } date]
            ? cited with { Wanted = date.End is { } end ? new(Start: day, End: end) : new(day) }
            : null;

    private ProposedValue? TextOf(string field, string? quote, Span? row, int most) =>
        Cited(field, quote, row) is { } cited && cited.Words.Length <= most ? cited with { Text = cited.Words } : null;

    private ProposedValue? NumberOf(string field, string? quote, Span? row, decimal most) =>
        words.Find(quote, row) is { } at && !IsGrouped(at) && Cited(field, quote, row) is { } cited && CellNumber.TryParse(cited.Words, _style.DecimalMark, out var number) && Math.Abs(number) <= most ? cited with { Number = number } : null;

    // What the document says, not what was said of it.
    private ProposedValue? Cited(string field, string? quote, Span? row) =>
        words.Find(quote, row) is { } at ? new(field, string.Join(' ', at.Of(words.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), words.SpotsOf(field, at).FirstOrDefault()) : null;

    // « 500 » of « 1 500 » is as little a number of its own as « 1 » is; two spaces part the cells of a page.
    private bool IsGrouped(Span at) =>
        (GroupsBefore().IsMatch(words.Text[..at.Offset]) && StartsGroup().IsMatch(words.Text[at.Offset..])) || (char.IsAsciiDigit(words.Text[at.End - 1]) && GroupAfter().IsMatch(words.Text[at.End..]));

    [GeneratedRegex(@"/\s*(?:\d*00|cent|mille)(?![\w/])|(?<!\w)(?:les|par|per)\s+\d+(?![\w/])|(?<!\w)(?:le|la|les|par|per|pour|for|the|a)\s+(?:cent|centaine|mille|millier|douzaine|hundred|thousand|dozen)(?!\w)|[%‰]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex ForMany();

    [GeneratedRegex(@"\d[ \u00A0\u202F]$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex GroupsBefore();

    [GeneratedRegex(@"^\d{3}(?!\d)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex StartsGroup();

    [GeneratedRegex(@"^[ \u00A0\u202F]\d{3}(?![\w-])", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex GroupAfter();

    // « Demain » of a message that somebody passed on is counted from a day that it may not say.
    private static MailStyle StyleOf(OriginalWords words)
    {
        var sentAt = words.Message is { SentAt: { } at } message && !MailSubjects.IsForward(message.Subject) ? at : (DateTimeOffset?)null;

        return MailStyle.Of([.. words.Lines.Select((line, number) => new MailLine(number, line))], null, sentAt, sentAt is { } day ? DateOnly.FromDateTime(day.DateTime) : null, guide: null);
    }
}
