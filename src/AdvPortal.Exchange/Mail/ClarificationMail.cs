using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>One thing to be asked: a finding, with the line under the client's own code.</summary>
/// <param name="Kind">See <see cref="FindingKinds"/>.</param>
/// <param name="LineNo">Null for the whole order.</param>
/// <param name="Code">The client's; null when there is none.</param>
/// <param name="PriceBase">How many units a price is for.</param>
/// <param name="Said">The client's sentence, where a requirement gives cause.</param>
public sealed record ClarificationPoint(string Kind, string? LineNo, string? Code, FindingValues? Before, FindingValues? After, string? Said = null, decimal PriceBase = 1);

/// <summary>What a question is drafted from.</summary>
/// <param name="Language">Of whoever is asked: ISO 639-1.</param>
/// <param name="Name">Whom it addresses; null for several, or nobody in particular.</param>
/// <param name="Reference">The client's number of the order.</param>
public sealed record ClarificationSubject(string Language, string? Name, string Reference, DateOnly? OrderDate, string Currency, string Company, string? Asking, IReadOnlyList<ClarificationPoint> Points);

/// <summary>The question to a client about an order: drafted for a person, who changes what they want of it, and sent as they leave it.</summary>
public static class ClarificationMail
{
    /// <summary>A mail asks what somebody answers in one go.</summary>
    private const int MostPoints = 20;

    public static (string Subject, string Text) Draft(ClarificationSubject about)
    {
        var texts = DocumentTexts.In(about.Language);
        var order = about.OrderDate is { } day ? texts.Format("MailOrderOf", about.Reference, Wording.DateLong(day, texts.Culture)) : texts.Format("MailOrder", about.Reference);
        var questions = about.Points.Take(MostPoints).Select(point => Ask(point, about.Currency, texts)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        return (
            texts.Format("AskSubject", about.Reference),
            Letter(texts, about.Name, texts.Format("AskOpening", order), questions, texts["AskReply"], about.Asking, about.Company));
    }

    /// <summary>The question about a document that no order can be made of yet.</summary>
    /// <param name="problems">In words, in the same language.</param>
    public static (string Subject, string Text) Draft(string language, string? name, string fileName, IEnumerable<string> problems, string company, string? asking)
    {
        var texts = DocumentTexts.In(language);

        return (texts.Format("AskDocumentSubject", fileName), Letter(texts, name, texts.Format("AskDocumentOpening", fileName), [.. problems.Take(MostPoints)], texts["AskReply"], asking, company));
    }

    /// <summary>The question to a colleague of sales: what the findings say, and where to look.</summary>
    public static (string Subject, string Text) DraftForSales(ClarificationSubject about, string client, string number, Uri link)
    {
        var texts = DocumentTexts.In(about.Language);
        var questions = about.Points.Take(MostPoints).Select(point => Tell(point, about.Currency, texts)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        return (
            texts.Format("AskSalesSubject", number, client),
            Letter(texts, about.Name, texts.Format("AskSalesOpening", number, client, about.Reference), questions, texts.Format("AskSalesReply", link.AbsoluteUri), about.Asking, about.Company));
    }

    /// <summary>A person's text as a mail: an empty line parts paragraphs, a dash begins a point.</summary>
    public static MailText Write(string language, string subject, string text)
    {
        var mail = new MailTextBuilder(language);

        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = paragraph.Split('\n');

            if (Array.TrueForAll(lines, line => line.StartsWith("- ", StringComparison.Ordinal)))
            {
                mail.Points(lines.Select(line => line[2..]));
            }
            else
            {
                mail.Lines(lines);
            }
        }

        return mail.Build(subject);
    }

    private static string Letter(DocumentTexts texts, string? name, string opening, List<string> points, string closing, string? asking, string company) => string.Join("\n\n", new[]
    {
        name is null ? texts["MailHelloAll"] : texts.Format("MailHello", name),
        opening,
        string.Join('\n', points.Select(point => $"- {point}")),
        closing,
        string.Join('\n', new[] { texts["MailRegards"], asking, company }.OfType<string>()),
    }.Where(paragraph => paragraph.Length > 0));

    private static string? Ask(ClarificationPoint point, string currency, DocumentTexts texts) => point switch
    {
        { Kind: FindingKinds.PriceDiffers, Before.NetPrice: { } theirs, After.NetPrice: { } ours } => Of(point, texts, "Ask.priceDiffers", Price(theirs, point, currency, texts), Price(ours, point, currency, texts)),
        { Kind: FindingKinds.UnitUnknown, Before: { Quantity: { } quantity, Unit: { } unit } } => Of(point, texts, "Ask.unitUnknown", Wording.Quantity(quantity, texts.Culture), unit),
        { Kind: FindingKinds.UnusualQuantity, Before.Quantity: { } quantity } => Of(point, texts, "Ask.unusualQuantity", Wording.Quantity(quantity, texts.Culture)),
        { Kind: FindingKinds.Discontinued, After.ProductCode: { } successor } => Of(point, texts, "Ask.replaced", successor),
        { Kind: FindingKinds.DuplicateReference or FindingKinds.DuplicateContent, Before.OrderNumber: { } number } => Of(point, texts, "Ask.duplicate", number),
        { Kind: FindingKinds.TotalDiffers, Before.TotalNet: { } announced, After.TotalNet: { } sum } => Of(point, texts, "Ask.totalDiffers", Wording.Money(announced, currency, texts.Culture), Wording.Money(sum, currency, texts.Culture)),
        { Kind: FindingKinds.CurrencyDiffers, Before.Currency: { } theirs, After.Currency: { } ours } => Of(point, texts, "Ask.currencyDiffers", theirs, ours),
        { Before.DeliverOn: { } asked, After.DeliverOn: { } possible } => Of(point, texts, "Ask.dateMoved", Wording.DateLong(asked, texts.Culture), Wording.DateLong(possible, texts.Culture)),
        { Before.DeliverOn: { } asked } => Of(point, texts, "Ask.date", Wording.DateLong(asked, texts.Culture)),
        { Before.Quantity: { } ordered, After.Quantity: { } next } when point.Kind != FindingKinds.UnitConverted => Of(point, texts, "Ask.quantity", Wording.Quantity(ordered, texts.Culture), Wording.Quantity(next, texts.Culture)),
        { Kind: FindingKinds.PriceMissing or FindingKinds.PriceEnded or FindingKinds.UnknownProduct or FindingKinds.MissingQuantity or FindingKinds.Discontinued or FindingKinds.UnknownSite or FindingKinds.ReferenceMissing or FindingKinds.NoDateFits or FindingKinds.DateFarAhead } =>
            Of(point, texts, $"Ask.{point.Kind}"),
        { Said: { } sentence } => Of(point, texts, "Ask.sentence", sentence),
        _ => null,
    };

    // A colleague is told, not asked: the same facts, the client's and ours.
    private static string? Tell(ClarificationPoint point, string currency, DocumentTexts texts) => point switch
    {
        { Kind: FindingKinds.PriceDiffers, Before.NetPrice: { } theirs, After.NetPrice: { } ours } => Of(point, texts, "Tell.priceDiffers", Price(theirs, point, currency, texts), Price(ours, point, currency, texts)),
        _ => Ask(point, currency, texts),
    };

    private static string Of(ClarificationPoint point, DocumentTexts texts, string key, params object[] parts)
    {
        var sentence = texts.Format(key, parts);

        return point switch
        {
            { LineNo: { } line, Code: { } code } => texts.Format("AskOnLine", texts.Format("MailLine", line, code), sentence),
            { LineNo: { } line } => texts.Format("AskOnLine", texts.Format("AskLine", line), sentence),
            _ => string.Concat(sentence[..1].ToUpper(texts.Culture), sentence[1..]),
        };
    }

    private static string Price(decimal price, ClarificationPoint point, string currency, DocumentTexts texts)
    {
        var amount = $"{Wording.Price(price, texts.Culture)}\u00A0{currency}";

        return point.PriceBase == 1 ? amount : texts.Format("AskPriceFor", amount, Wording.Quantity(point.PriceBase, texts.Culture));
    }
}
