using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AdvPortal.Application.Common;
using AdvPortal.Application.Day;
using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdvPortal.Web.Tests.Shared;

public sealed partial class TextCatalogTests
{
    private readonly TextCatalog _text = new(NullLogger<TextCatalog>.Instance, strict: true);

    [Fact]
    public void Both_languages_say_the_same_things() => Assert.Equal(Texts("fr").Keys.Order(), Texts("en").Keys.Order());

    [Fact]
    public void Both_languages_fill_the_same_gaps()
    {
        var english = Texts("en");

        Assert.Empty(Texts("fr").Where(text => !Gaps(text.Value).SetEquals(Gaps(english[text.Key]))).Select(text => text.Key));
    }

    [Fact]
    public void No_key_stands_in_two_features()
    {
        var keys = Directory.EnumerateFiles(Path.Combine(Sources(), "Texts"), "*.resx")
            .Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(file).Descendants("data").Select(data => data.Attribute("name")!.Value));

        Assert.Empty(keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void French_is_set_as_a_printer_would() =>
        Assert.Empty(Texts("fr").Where(text => BadTypography().IsMatch(text.Value)).Select(text => $"{text.Key}: {text.Value}"));

    [Fact]
    public void French_is_calm_and_asks_for_nothing_twice() =>
        Assert.Empty(Texts("fr").Where(text => Banned().IsMatch(text.Value)).Select(text => $"{text.Key}: {text.Value}"));

    [Theory]
    [InlineData("fr", "0 commande", "1 commande", "2 commandes")]
    [InlineData("en", "0 orders", "1 order", "2 orders")]
    public void One_is_counted_as_one(string language, params string[] said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(said, Enumerable.Range(0, 3).Select(count => _text["Book.Subtitle", count].Value));
    }

    [Theory]
    [InlineData("mar. 24 nov.", "En retard, promise le mar. 24 nov.")]
    [InlineData("mar. 1er juin", "En retard, promise le mar. 1er juin.")]
    public void A_sentence_that_ends_with_an_abbreviation_has_one_full_stop(string day, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");

        Assert.Equal(said, _text["Promise.Banner.Late", day].Value);
    }

    [Fact]
    public void What_is_said_of_one_is_said_of_more_as_well() =>
        Assert.Empty(Texts("fr").Keys.Where(key => key.EndsWith(".One", StringComparison.Ordinal)).Select(key => key[..^".One".Length]).Except(Texts("fr").Keys));

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_refusal_has_words(string language)
    {
        var refusals = new[] { typeof(Refusal).Assembly, typeof(UnitOfWork).Assembly, typeof(AdvPortal.Web.Api.FileIsTheBody).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract);

        Assert.Empty(refusals.Select(refusal => refusal.Name).Except(Texts(language).Keys));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Everything_a_finding_may_say_has_words(string language) => Assert.Empty(MessageKeys.All.Except(Texts(language).Keys));

    [Fact]
    public void An_enumeration_that_has_words_has_one_for_each_value()
    {
        var keys = Texts("fr").Keys.ToHashSet(StringComparer.Ordinal);
        var worded = typeof(Refusal).Assembly.GetTypes().Where(type => type.IsEnum && keys.Any(key => key.StartsWith($"{type.Name}.", StringComparison.Ordinal)));

        Assert.Empty(worded.SelectMany(Names).Except(keys));

        static IEnumerable<string> Names(Type type) =>
            from value in Enum.GetValues(type).Cast<Enum>()
            where !type.IsDefined(typeof(FlagsAttribute)) || int.IsPow2(Convert.ToInt32(value, CultureInfo.InvariantCulture))
            select $"{type.Name}.{value}";
    }

    [Fact]
    public void Every_kind_of_work_of_a_day_says_what_is_to_be_done_and_by_which_act() =>
        Assert.Empty(Enum.GetValues<DayItemKind>().SelectMany(kind => new[] { $"MyDay.Do.{kind}", $"MyDay.Verb.{kind}" }).Except(Texts("fr").Keys));

    [Fact]
    public void A_missing_text_is_an_error_here_and_its_own_key_in_production()
    {
        Assert.Throws<KeyNotFoundException>(() => _text["NoSuchKey"]);

        var lenient = new TextCatalog(NullLogger<TextCatalog>.Instance)["NoSuchKey"];
        Assert.Equal(("NoSuchKey", true), (lenient.Value, lenient.ResourceNotFound));
    }

    private Dictionary<string, string> Texts(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return _text.GetAllStrings(includeParentCultures: false).ToDictionary(text => text.Name, text => text.Value);
    }

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(gap => gap.Value)];

    private static string Sources()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);

        while (!File.Exists(Path.Combine(folder.FullName, "AdvPortal.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie below AdvPortal.sln.");
        }

        return Path.Combine(folder.FullName, "src", "AdvPortal.Web");
    }

    [GeneratedRegex(@"\{\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    // A plain space before a sign that wants a hard one, none at all, a straight apostrophe between letters, three dots for an ellipsis.
    [GeneratedRegex(@" [:;?!%€»]|« |«[^\u00A0]|[^\u00A0]»|[\p{L}\d)][;?!]|\p{L}:(?=\s|$)|\p{L}'\p{L}|\.\.\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BadTypography();

    [GeneratedRegex(@"\bveuillez\b|\boups\b|!|\bcut-off\b|\bSLA\b|\btracking\b|\bsoumettre\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Banned();
}
