using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Exchange.Tests.Requirements;

public sealed class PatternTests
{
    // Two ways to read every word: each word more doubles the work of whoever tries them all.
    private const string Doubling = @"^(?:[a-z]+ ?)*!$";

    private static readonly string _hostile = new('a', 200);

    [Fact]
    public void A_text_on_which_trying_everything_never_ends_is_answered_all_the_same()
    {
        var pattern = new Pattern(Doubling);

        Assert.False(pattern.IsMatch(_hostile));
        Assert.False(pattern.Match(_hostile).Success);
        Assert.Empty(pattern.Matches(_hostile));
        Assert.Equal(0, pattern.Count(_hostile));
    }

    [Fact]
    public void What_took_too_long_once_changes_no_answer_afterwards()
    {
        var pattern = new Pattern(Doubling);
        pattern.IsMatch(_hostile);

        Assert.True(pattern.IsMatch(_hostile + "!"));
        Assert.True(pattern.IsMatch("pas le lundi!"));
        Assert.False(pattern.IsMatch("pas le lundi"));
    }

    [Theory]
    [InlineData(@"\b(?:pas|plus|aucune?)\b", "pas plus, aucun ni aucune; pasteque")]
    [InlineData(@"\b(?<n>[0-9]{1,2}) ?(?:h|heures?)(?<m>[0-9]{2})?\b", "de 8h30 a 12 heures, puis 14h")]
    [InlineData("lun|lundi|lundis", "les lundis et lun")]
    [InlineData("(?:a|ab)(?:c|bcd)(?:d*)", "abcd acdd")]
    [InlineData("x*", "axxb")]
    [InlineData("^$", "")]
    public void Both_ways_find_the_same_where_each_begins_ends_and_what_it_holds(string pattern, string text)
    {
        var (usual, automata) = (new Pattern(pattern), new Automata(pattern));

        Assert.Equal(automata.Matches(text).Select(Told), usual.Matches(text).Select(Told));
        Assert.Equal(Told(automata.Match(text)), Told(usual.Match(text)));
        Assert.Equal((automata.IsMatch(text), automata.Count(text)), (usual.IsMatch(text), usual.Count(text)));

        static string Told(System.Text.RegularExpressions.Match match) => string.Join(' ', match.Groups.Values.Select(group => $"{group.Success}@{group.Index}+{group.Length}"));
    }
}
