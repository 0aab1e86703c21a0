using System.Globalization;
using System.Resources;

namespace AdvPortal.Exchange.Texts;

/// <summary>The words of our documents and their mails, in the client's language: French in Documents.resx, ComplaintDocuments.resx and TenderDocuments.resx, English beside them.</summary>
internal sealed class DocumentTexts
{
    private static readonly ResourceManager Resources = new("AdvPortal.Exchange.Texts.Documents", typeof(DocumentTexts).Assembly);
    private static readonly ResourceManager OfComplaints = new("AdvPortal.Exchange.Texts.ComplaintDocuments", typeof(DocumentTexts).Assembly);
    private static readonly ResourceManager OfTenders = new("AdvPortal.Exchange.Texts.TenderDocuments", typeof(DocumentTexts).Assembly);

    private DocumentTexts(CultureInfo culture) => Culture = culture;

    public CultureInfo Culture { get; }

    public string this[string key] =>
        Resources.GetString(key, Culture) ?? OfComplaints.GetString(key, Culture) ?? OfTenders.GetString(key, Culture) ?? throw new MissingManifestResourceException($"No text is named {key}.");

    public string Format(string key, params object[] parts) => string.Format(Culture, this[key], parts);

    /// <summary>« 1 ligne », « 12 lignes »: the text <c>…One</c>, or <c>…Many</c> with the number in it.</summary>
    public string Count(string key, int count) => count == 1 ? this[key + "One"] : Format(key + "Many", count);

    /// <summary>French for <c>fr</c> (whatever the region), English for every other language.</summary>
    public static DocumentTexts In(string language) =>
        new(CultureInfo.GetCultureInfo(language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en"));
}
