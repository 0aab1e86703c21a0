using System.Globalization;
using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>Certificates that go with goods: inspection documents of EN 10204:2004, or a declaration.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certificate>))]
public enum Certificate
{
    [JsonStringEnumMemberName("2.1")] Type21,
    [JsonStringEnumMemberName("2.2")] Type22,
    [JsonStringEnumMemberName("3.1")] Type31,
    [JsonStringEnumMemberName("3.2")] Type32,
    [JsonStringEnumMemberName("conformity")] Conformity,
    [JsonStringEnumMemberName("analysis")] Analysis,
    [JsonStringEnumMemberName("origin")] Origin,
}

/// <summary>The papers a client wants: how many, in which language, where the invoice goes, and with what certificate.</summary>
public sealed record RequiredDocuments : Rule
{
    public const string KindName = "documents";
    public const int CopiesMax = 10;
    public const int AddressMaxLength = 254;

    // Another certificate is one more, not another one instead.
    private static readonly Matter[] _papers =
    [
        Matter.Of((RequiredDocuments rule) => rule.DeliveryNoteCopies, Deed.Packing),
        Matter.Of((RequiredDocuments rule) => rule.Language, Deed.Packing),
        Matter.Of((RequiredDocuments rule) => rule.SendInvoiceTo, Deed.Packing),
        Matter.Of((RequiredDocuments rule) => rule.Certificate, Deed.Packing, sideBySide: true),
    ];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.AutoFix;

    /// <summary>1 to 10.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DeliveryNoteCopies { get; init; }

    /// <summary>ISO 639-1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>E-mail address (RFC 5321: at most 254 characters).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SendInvoiceTo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Certificate? Certificate { get; init; }

    public override Refusal? Check() => this switch
    {
        { DeliveryNoteCopies: null, Language: null, SendInvoiceTo: null, Certificate: null } => new RuleSaysNothing(),
        { DeliveryNoteCopies: < 1 or > CopiesMax } => new CopiesOutOfRange(CopiesMax),
        { Language: { } language } when !IsLanguage(language) => new LanguageNotValid(language),
        { SendInvoiceTo: { } address } when !IsAddress(address) => new InvoiceAddressNotValid(address),
        _ => null,
    };

    internal override IEnumerable<Matter> Matters => _papers;

    internal override void Judge(InForce requirement, JudgementRun run) =>
        run.Say(requirement, _papers, said => Described(new(
            (said & 1) != 0 ? DeliveryNoteCopies : null, (said & 2) != 0 ? Language : null, (said & 4) != 0 ? SendInvoiceTo : null, (said & 8) != 0 ? Certificate : null)));

    private static Plan Described(PapersPlan papers)
    {
        List<object> parts = [];

        if (papers.DeliveryNoteCopies is { } copies)
        {
            parts.Add(new Message(MessageKeys.PapersCopies, copies));
        }

        if (papers.Certificate is { } certificate)
        {
            parts.Add(new Message(MessageKeys.Of(certificate)));
        }

        if (papers.Language is { } language)
        {
            parts.Add(new Message(MessageKeys.PapersLanguage, new Language(language)));
        }

        if (papers.SendInvoiceTo is { } address)
        {
            parts.Add(new Message(MessageKeys.PapersInvoice, address));
        }

        return new(KindName, _papers, new() { Papers = papers }, new(MessageKeys.Papers, [parts]));
    }

    private static bool IsLanguage(string code) =>
        code.Length == 2 && CultureInfo.GetCultures(CultureTypes.NeutralCultures).Any(culture => culture.TwoLetterISOLanguageName == code);

    private static bool IsAddress(string text) =>
        text.Length <= AddressMaxLength && text.IndexOf('@') is > 0 and var at && text.IndexOf('@', at + 1) < 0
        && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
