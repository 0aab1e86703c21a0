using AdvPortal.Domain.Requirements;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class RequirementMergeTests
{
    private static readonly DeliveryDays _wednesdays = Given.NoDeliveryOn(DayOfWeek.Wednesday);
    private static readonly RequirementContent _opened = Given.Content(_wednesdays);

    public static TheoryData<RequirementContent, RequirementContent, RequirementContent, string[], string[]> Edits { get; } = new()
    {
        { _opened, _opened, _opened, [], [] },
        { _opened with { Severity = Severity.Warn }, _opened, _opened with { Severity = Severity.Warn }, ["severity"], [] },
        { _opened, _opened with { Sentence = "Ni mercredi" }, _opened with { Sentence = "Ni mercredi" }, [], [] },
        { _opened with { Severity = Severity.Warn }, _opened with { Sentence = "Ni mercredi" }, _opened with { Severity = Severity.Warn, Sentence = "Ni mercredi" }, ["severity"], [] },
        { _opened with { Severity = Severity.Warn }, _opened with { Severity = Severity.Task }, _opened with { Severity = Severity.Task }, [], ["severity"] },
        { _opened with { Severity = Severity.Warn }, _opened with { Severity = Severity.Warn }, _opened with { Severity = Severity.Warn }, [], [] },
        { _opened with { ValidUntil = Given.Monday }, _opened with { ReviewOn = Given.Monday }, _opened with { ValidUntil = Given.Monday, ReviewOn = Given.Monday }, ["validUntil"], [] },
        { _opened with { Rule = _wednesdays with { NoticeDays = 2 } }, _opened with { Rule = _wednesdays with { Closed = Weekdays.Friday } }, _opened with { Rule = new DeliveryDays { Closed = Weekdays.Friday, NoticeDays = 2 } }, ["rule.noticeDays"], [] },
        { _opened with { Rule = _wednesdays with { NoticeDays = 2 } }, _opened with { Rule = _wednesdays with { NoticeDays = 3 } }, _opened with { Rule = _wednesdays with { NoticeDays = 3 } }, [], ["rule.noticeDays"] },
        { _opened with { Rule = new BackOrder() }, _opened, _opened with { Rule = new BackOrder() }, ["rule"], [] },
        { _opened with { Rule = _wednesdays with { NoticeDays = 2 } }, _opened with { Rule = new BackOrder() }, _opened with { Rule = new BackOrder() }, [], ["rule"] },
        { _opened with { Source = new(SourceKind.Call, "Anne") }, _opened with { Source = new(SourceKind.Email, "Karim") }, _opened with { Source = new(SourceKind.Email, "Karim") }, [], ["source"] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void What_one_changed_is_taken_and_what_both_changed_is_asked(RequirementContent theirs, RequirementContent mine, RequirementContent merged, string[] taken, string[] conflicts)
    {
        var merge = RequirementMerge.Of(_opened, theirs, mine);

        Assert.Equal(merged.Json(), merge.Merged.Json());
        Assert.Equal(taken, merge.Theirs);
        Assert.Equal(conflicts, merge.Conflicts);
    }

    [Fact]
    public void A_field_is_taken_from_the_other_one_alone()
    {
        var theirs = _opened with { Severity = Severity.Warn, Rule = new DeliveryDays { NoticeDays = 2 } };

        Assert.Equal((_opened with { Severity = Severity.Warn }).Json(), RequirementMerge.Take(_opened, "severity", theirs).Json());
        Assert.Equal((_opened with { Rule = _wednesdays with { NoticeDays = 2 } }).Json(), RequirementMerge.Take(_opened, "rule.noticeDays", theirs).Json());
        Assert.Equal((_opened with { Rule = theirs.Rule }).Json(), RequirementMerge.Take(_opened, "rule", theirs).Json());
        Assert.Equal(_opened.Json(), RequirementMerge.Take(_opened with { ValidUntil = Given.Monday }, "validUntil", theirs).Json());
        Assert.Same(_opened, RequirementMerge.Take(_opened, "rule.noticeDays", theirs with { Rule = new BackOrder() }));
        Assert.Same(_opened, RequirementMerge.Take(_opened, "colour", theirs));
    }

    [Property(MaxTest = 300)]
    public Property Whoever_changed_nothing_gets_what_the_other_one_wrote() => Prop.ForAll(ContentCases.All, ContentCases.All, (opened, written) =>
        Says(RequirementMerge.Of(opened, written, opened), written) && Says(RequirementMerge.Of(opened, opened, written), written));

    [Property(MaxTest = 300)]
    public Property Whoever_wrote_the_same_agrees() => Prop.ForAll(ContentCases.All, ContentCases.All, (opened, written) =>
        Says(RequirementMerge.Of(opened, written, written), written));

    [Property(MaxTest = 300)]
    public Property Changes_to_different_fields_are_both_kept() => Prop.ForAll(ContentCases.All, ContentCases.All, ContentCases.All, (opened, theirs, mine) =>
    {
        var (they, i) = (opened with { Sentence = theirs.Sentence, Rule = theirs.Rule, ValidUntil = theirs.ValidUntil }, opened with { Source = mine.Source, Severity = mine.Severity, Moments = mine.Moments, ValidFrom = mine.ValidFrom });

        return Says(RequirementMerge.Of(opened, they, i), they with { Source = mine.Source, Severity = mine.Severity, Moments = mine.Moments, ValidFrom = mine.ValidFrom });
    });

    [Property(MaxTest = 300)]
    public Property Both_see_the_same_conflicts_and_nothing_that_was_typed_is_lost() => Prop.ForAll(ContentCases.All, ContentCases.All, ContentCases.All, (opened, theirs, mine) =>
    {
        var (merge, other) = (RequirementMerge.Of(opened, theirs, mine), RequirementMerge.Of(opened, mine, theirs));
        var chosen = merge.Conflicts.Aggregate(merge.Merged, (content, field) => RequirementMerge.Take(content, field, theirs));

        return merge.Conflicts.SequenceEqual(other.Conflicts) && chosen.Json() == other.Merged.Json()
            && merge.Conflicts.All(field => RequirementMerge.Take(merge.Merged, field, mine).Json() == merge.Merged.Json());
    });

    private static bool Says(RequirementMerge merge, RequirementContent content) => merge.Conflicts.Count == 0 && merge.Merged.Json() == content.Json();
}
