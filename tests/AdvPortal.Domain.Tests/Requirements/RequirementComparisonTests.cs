using AdvPortal.Domain.Requirements;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class RequirementComparisonTests
{
    private static readonly DeliveryDays _wednesdays = Given.NoDeliveryOn(DayOfWeek.Wednesday);

    [Fact]
    public void Fields_come_as_they_are_filled_in_and_those_of_the_rule_each_for_itself()
    {
        var before = Given.Content(_wednesdays);
        var after = before with { Severity = Severity.Warn, ReviewOn = Given.Monday, Source = new(SourceKind.Call, "Anne"), Rule = _wednesdays with { Windows = [new() { Days = Weekdays.Friday, Until = new(11, 30) }] } };
        var compared = RequirementComparison.Of(before, after);

        Assert.Equal(["source", "rule.windows", "severity", "reviewOn"], compared.Fields.Select(field => field.Field));
        Assert.Equal((null, "11:30"), (compared.Fields[1].Before, (string?)compared.Fields[1].After![0]!["until"]));
        Assert.Empty(compared.Sentence);
    }

    [Fact]
    public void All_fields_come_in_one_order()
    {
        var before = Given.Content(_wednesdays);
        var after = new RequirementContent("Rien", new(SourceKind.Call, "Anne"), Severity.Warn, Moments.Packing, Given.Monday, Given.Wednesday, Given.Wednesday, _wednesdays with { Open = Weekdays.Monday, NoticeDays = 2, CutOff = new(9, 0) });

        Assert.Equal(
            ["sentence", "source", "rule.cutOff", "rule.noticeDays", "rule.open", "severity", "moments", "validFrom", "validUntil", "reviewOn"],
            RequirementComparison.Of(before, after).Fields.Select(field => field.Field));
    }

    [Fact]
    public void A_rule_of_another_kind_is_another_rule() =>
        Assert.Equal(["rule"], RequirementComparison.Of(Given.Content(_wednesdays), Given.Content(new BackOrder())).Fields.Select(field => field.Field));

    [Theory]
    [InlineData("Pas le mercredi", "Pas le mercredi ni le jeudi", "=Pas le mercredi|+ni le jeudi")]
    [InlineData("Pas le mercredi", "Pas le jeudi", "=Pas le|-mercredi|+jeudi")]
    [InlineData("un deux trois", "deux trois quatre", "-un|=deux trois|+quatre")]
    [InlineData("", "Rien", "+Rien")]
    [InlineData("a  b", "a b", "=a b")]
    [InlineData("b a", "a b", "+a|=b|-a")]
    public void A_sentence_is_compared_word_by_word(string before, string after, string difference) =>
        Assert.Equal(difference, string.Join('|', RequirementComparison.Of(Given.Content(_wednesdays) with { Sentence = before }, Given.Content(_wednesdays) with { Sentence = after }).Sentence.Select(Sign)));

    [Property(MaxTest = 300)]
    public Property What_is_compared_with_itself_differs_in_nothing() => Prop.ForAll(ContentCases.All, content =>
        RequirementComparison.Of(content, content) is { Fields: [], Sentence: [] });

    [Property(MaxTest = 300)]
    public Property Either_way_round_the_same_differs() => Prop.ForAll(ContentCases.All, ContentCases.All, (one, other) =>
        RequirementComparison.Of(one, other).Fields.Select(field => (field.Field, field.Before?.ToJsonString(), field.After?.ToJsonString()))
            .SequenceEqual(RequirementComparison.Of(other, one).Fields.Select(field => (field.Field, field.After?.ToJsonString(), field.Before?.ToJsonString()))));

    [Property(MaxTest = 500)]
    public Property Both_texts_can_be_read_off_their_difference_and_either_way_round_the_same_is_kept() => Prop.ForAll(Texts, Texts, (one, other) =>
    {
        var (there, back) = (TextChanges.LinesOf(one, other), TextChanges.LinesOf(other, one));

        return Read(there, TextChangeKind.Removed).SequenceEqual(one) && Read(there, TextChangeKind.Added).SequenceEqual(other)
            && Only(there, TextChangeKind.Kept).SequenceEqual(Only(back, TextChangeKind.Kept))
            && Only(there, TextChangeKind.Added).SequenceEqual(Only(back, TextChangeKind.Removed));
    });

    [Property(MaxTest = 500)]
    public Property As_much_is_kept_as_two_texts_have_in_common() => Prop.ForAll(Texts, Texts, (one, other) =>
        Only(TextChanges.LinesOf(one, other), TextChangeKind.Kept).Count() == Subsequences(one).Where(words => IsWithin(words, other)).Max(words => words.Count));

    private static Arbitrary<string[]> Texts => Gen.Elements("a", "b", "c").ArrayOf().Where(words => words.Length < 12).ToArbitrary();

    private static IEnumerable<string> Read(IEnumerable<TextChange> all, TextChangeKind kind) => all.Where(each => each.Kind == TextChangeKind.Kept || each.Kind == kind).Select(each => each.Text);

    private static IEnumerable<string> Only(IEnumerable<TextChange> all, TextChangeKind kind) => all.Where(each => each.Kind == kind).Select(each => each.Text);

    private static IEnumerable<List<string>> Subsequences(string[] text) =>
        Enumerable.Range(0, 1 << text.Length).Select(kept => text.Where((_, index) => (kept >> index & 1) == 1).ToList());

    private static bool IsWithin(List<string> words, string[] text) => text.Aggregate(0, (found, word) => found < words.Count && words[found] == word ? found + 1 : found) == words.Count;

    private static string Sign(TextChange each) => each.Kind switch { TextChangeKind.Kept => "=", TextChangeKind.Added => "+", _ => "-" } + each.Text;
}
