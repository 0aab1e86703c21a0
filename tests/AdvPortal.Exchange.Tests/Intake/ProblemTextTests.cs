using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class ProblemTextTests
{
    [Fact]
    public void A_problem_is_said_in_French_first_and_in_English()
    {
        var problem = new Problem(ProblemSeverity.Warning, "delivery-on-issue-day", new("delivery-on-issue-day", "2026-11-25"), new("where-order", "4500"));

        Assert.Equal("La livraison est demandée le jour même de la commande (25/11/2026).", ProblemText.Say(problem, new("fr-FR")));
        Assert.Equal("Delivery is requested on the very day of the order (25/11/2026).", ProblemText.Say(problem, new("en-GB")));
        Assert.Equal("order 4500", ProblemText.Where(problem, new("en-GB")));
    }

    [Theory]
    [InlineData("Problems")]
    [InlineData("Segments")]
    public void Every_text_exists_in_both_languages_with_the_same_gaps(string texts)
    {
        var (french, english) = (All(texts, CultureInfo.InvariantCulture), All(texts, new("en")));

        Assert.Equal(french.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (key, text) in french)
        {
            Assert.Equal(Gaps(text), Gaps(english[key]));
        }
    }

    [Fact]
    public void Every_code_that_a_reader_gives_has_its_text()
    {
        var known = All("Problems", CultureInfo.InvariantCulture).Concat(All("Segments", CultureInfo.InvariantCulture)).ToDictionary(StringComparer.Ordinal);
        var codes = SourceFiles().SelectMany(file => Regex
            .Matches(File.ReadAllText(file), """(?:[Ll]og\.(?:Info|Warning|Error)\(|_unread\.Add\(|Word\(|Kept\([^"]*|new\()\s*"(?<code>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)["]""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups["code"].Value));

        Assert.DoesNotContain(codes, code => !known.ContainsKey(code));
    }

    private static IEnumerable<string> SourceFiles()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AdvPortal.sln")))
        {
            root = root.Parent;
        }

        Assert.SkipWhen(root is null, "The sources are not beside the tests.");
        var folder = Path.Combine(root!.FullName, "src", "AdvPortal.Exchange", "Intake");
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);
    }

    private static Dictionary<string, string> All(string texts, CultureInfo culture) => new ResourceManager($"AdvPortal.Exchange.Texts.{texts}", typeof(ProblemText).Assembly)
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
        .Cast<System.Collections.DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string Gaps(string text) => string.Concat(Regex.Matches(text, "{[0-9]}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(gap => gap.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
