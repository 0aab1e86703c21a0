using System.Text.RegularExpressions;
using AdvPortal.Domain.Requirements;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AdvPortal.Domain.Tests.Requirements;

/// <summary>What a pattern of ours takes, a regular expression takes as well; and nothing runs long.</summary>
public sealed class ReferencePatternTests
{
    [Theory]
    [InlineData(@"^45\d{8}$", "4500187342", true)]
    [InlineData(@"^45\d{8}$", "450018734", false)]
    [InlineData(@"^45\d{8}$", "45001873421", false)]
    [InlineData(@"^45\d{8}", "45001873421", true)]
    [InlineData(@"^45\d{8}$", "4600187342", false)]
    [InlineData(@"^PO-[A-Z]{2}\d{2,4}$", "PO-FR12", true)]
    [InlineData(@"^PO-[A-Z]{2}\d{2,4}$", "PO-FR1", false)]
    [InlineData(@"^PO-[A-Z]{2}\d{2,4}$", "PO-FR12345", false)]
    [InlineData(@"^[A-Z0-9]{3}/[a-z]$", "A1B/z", true)]
    [InlineData(@"^\.\$$", ".$", true)]
    [InlineData(@"^\.\$$", "x$", false)]
    [InlineData("^A{1}$", "A", true)]
    [InlineData("^A{0,1}B$", "B", true)]
    [InlineData("^A{40}$", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", true)]
    [InlineData("^[a-z]{2}[0-9]$", "ab1", true)]
    [InlineData("^[a-z]{2}[0-9]$", "aB1", false)]
    [InlineData("45", "4500187342", true)] // read from the start, whether it says so or not
    [InlineData("45", "145", false)]
    public void A_reference_follows_its_pattern_or_does_not(string pattern, string reference, bool follows) =>
        Assert.Equal(follows, ReferencePattern.Read(pattern)!.Matches(reference));

    [Theory]
    [InlineData("")]
    [InlineData("^$")]
    [InlineData("(a+)+$")]
    [InlineData("a*")]
    [InlineData("a|b")]
    [InlineData("a.b")]
    [InlineData("[^a]")]
    [InlineData(@"\w")]
    [InlineData("a{")]
    [InlineData("a{3")]
    [InlineData("a{0}")]
    [InlineData("a{3,2}")]
    [InlineData("a{41}")]
    [InlineData("a{-1}")]
    [InlineData("a$b")]
    [InlineData("a\u0000")]
    public void What_is_no_such_pattern_is_not_read(string pattern) => Assert.Null(ReferencePattern.Read(pattern));

    [Fact]
    public void A_pattern_has_an_end()
    {
        Assert.Null(ReferencePattern.Read(new string('a', ReferencePattern.MaxLength + 1)));
        Assert.NotNull(ReferencePattern.Read(new string('a', ReferencePattern.MaxLength)));
    }

    [Property(MaxTest = 1000)]
    public Property It_agrees_with_a_regular_expression() => Prop.ForAll(Patterns.ToArbitrary(), References.ToArbitrary(), (pattern, reference) =>
        ReferencePattern.Read(pattern)!.Matches(reference) == Regex.IsMatch(reference, pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Two_rules_that_say_the_same_are_the_same() =>
        Assert.Equal(new Reference { Pattern = @"^45\d{8}$" }, new Reference { Pattern = @"^45\d{8}$" });

    private static Gen<string> Patterns =>
        from steps in (from of in Gen.Elements("A", "1", "-", @"\d", "[A-Z]", "[A-Z0-9]", @"\.") from times in Gen.Elements("", "", "{2}", "{0,2}", "{1,3}") select of + times).NonEmptyListOf()
        from end in Gen.Elements("", "$")
        select "^" + string.Concat(steps.Take(5)) + end;

    private static Gen<string> References => Gen.Elements('A', 'B', '1', '2', '-', '.', 'a').ListOf().Select(signs => string.Concat(signs.Take(8)));
}
