using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Tests.Texts;

public sealed class DocumentTextsTests
{
    [Fact]
    public void Every_text_exists_in_both_languages_with_the_same_gaps()
    {
        var (french, english) = (Texts(""), Texts("en"));

        Assert.NotEmpty(french);
        Assert.Equal(french.Keys.Order(), english.Keys.Order());
        Assert.All(french, text => Assert.Equal(Gaps(text.Value), Gaps(english[text.Key])));
    }

    [Fact]
    public void French_texts_keep_to_French_typography() =>
        Assert.All(Texts("").Values, text =>
        {
            Assert.DoesNotContain("'", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("[^\u00A0]:|[^\u202F][;?!]|«[^\u00A0]|[^\u00A0]»", text);
        });

    [Theory]
    [InlineData("fr", "Total HT")]
    [InlineData("fr-CA", "Total HT")]
    [InlineData("en", "Total excl. VAT")]
    [InlineData("de", "Total excl. VAT")]
    [InlineData("", "Total excl. VAT")]
    public void Any_language_but_French_is_answered_in_English(string language, string expected) =>
        Assert.Equal(expected, DocumentTexts.In(language)["TotalNet"]);

    private static Dictionary<string, string> Texts(string culture) =>
        new ResourceManager("AdvPortal.Exchange.Texts.Documents", typeof(DocumentTexts).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Gaps(string text) =>
        Regex.Matches(text, @"\{\d\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(gap => gap.Value).Distinct().Order();
}
