using AngleSharp.Dom;
using Ganss.Xss;
using MimeKit.Text;

namespace AdvPortal.Exchange.Inquiries;

/// <summary>
/// What is left of a stranger's HTML: words, lists, tables and links to the web or to an address. No script, no style, no form, no picture:
/// nothing acts, nothing hides, and nothing tells the sender that it was read.
/// </summary>
public static class CleanHtml
{
    private const int Longest = 400_000;
    private const int LongestClean = 200_000;

    // Parsers and writers of trees go down a level at a time: a page of a person's is never so deep.
    private const int Deepest = 120;

    private static readonly string[] _tags =
    [
        "a", "b", "blockquote", "br", "caption", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
    ];

    private static readonly string[] _attributes = ["href", "colspan", "rowspan"];
    private static readonly string[] _schemes = ["http", "https", "mailto"];

    /// <summary>Null in <see cref="Result.Html"/> for what is too long or too deep: its text is read all the same.</summary>
    public static Result Of(string html)
    {
        if (html.Length > Longest || IsDeep(html))
        {
            return new(null, 0, IsTooComplex: true);
        }

        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(_tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(_attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(_schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        })
        { AllowDataAttributes = false };
        var pictures = 0;
        sanitizer.RemovingTag += (_, e) => pictures += e.Tag.TagName.Equals("IMG", StringComparison.OrdinalIgnoreCase) ? 1 : 0;

        // A link opens elsewhere, and does not say where it was found.
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is IElement { TagName: "A" } link)
            {
                link.SetAttribute("target", "_blank");
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        };

        var clean = sanitizer.Sanitize(html).Trim();

        return clean.Length > LongestClean ? new(null, pictures, IsTooComplex: true) : new(clean.Length == 0 ? null : clean, pictures, IsTooComplex: false);
    }

    private static bool IsDeep(string html)
    {
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader);
        var depth = 0;

        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { IsEmptyElement: false } tag && !IsVoid(tag.Id))
            {
                depth = tag.IsEndTag ? Math.Max(0, depth - 1) : depth + 1;

                if (depth > Deepest)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Neither these nor what nobody closes by habit makes a page deeper.
    private static bool IsVoid(HtmlTagId id) => id
        is HtmlTagId.Area or HtmlTagId.Base or HtmlTagId.Br or HtmlTagId.Col or HtmlTagId.Embed or HtmlTagId.HR or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Link or HtmlTagId.Meta or HtmlTagId.Source
        or HtmlTagId.Wbr or HtmlTagId.P or HtmlTagId.LI or HtmlTagId.TD or HtmlTagId.TR or HtmlTagId.TH or HtmlTagId.DD or HtmlTagId.DT or HtmlTagId.Option;

    /// <param name="Html">Safe to show; null where nothing is left.</param>
    /// <param name="Pictures">Left out.</param>
    public sealed record Result(string? Html, int Pictures, bool IsTooComplex);
}
