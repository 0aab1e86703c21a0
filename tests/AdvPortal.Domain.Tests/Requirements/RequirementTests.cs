using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class RequirementTests
{
    private static readonly DeliveryDays _wednesdays = Given.NoDeliveryOn(DayOfWeek.Wednesday);
    private static readonly DeliveryDays _both = Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday);

    [Fact]
    public void A_draft_holds_on_no_day_before_it_is_published()
    {
        var requirement = Requirement.Prepare(Ids.New<RequirementId>(), 12, Given.Client, null, " ", Given.Content(_both)).Value!;

        Assert.Equal(RequirementStatus.Draft, requirement.Status);
        Assert.Null(requirement.InForceOn(Given.Monday));
        Assert.Null(requirement.ProductFamily);
        Assert.Empty(InForce.Of(requirement));

        Assert.True(requirement.Publish().IsOk);
        Assert.Equal(RequirementStatus.InForce, requirement.Status);
        Assert.Equal(1, requirement.InForceOn(Given.Monday)!.Revision);
    }

    [Theory]
    [InlineData("2025-02-02", null)]
    [InlineData("2025-02-03", 1)]
    [InlineData("2026-11-30", 1)]
    [InlineData("2026-12-01", 2)]
    [InlineData("2099-01-01", 2)]
    public void A_revision_replaces_the_one_before_from_its_first_day(string day, int? revision)
    {
        var requirement = Given.ARequirement(_wednesdays);
        Assert.True(requirement.Revise(Given.Content(_both, from: "2026-12-01")).IsOk);
        Assert.True(requirement.Publish().IsOk);

        Assert.Equal(revision, requirement.InForceOn(Given.Day(day))?.Revision);
        Assert.Equal([RequirementStatus.Replaced, RequirementStatus.InForce], requirement.Revisions.Select(each => each.Status));
        Assert.Equal(new DateRange(Given.Day("2025-02-03"), Given.Day("2026-11-30")), requirement.PeriodOf(requirement.Revisions[0]));
    }

    [Fact]
    public void What_is_in_force_stays_so_while_the_next_revision_is_prepared()
    {
        var requirement = Given.ARequirement(_wednesdays);

        requirement.Revise(Given.Content(_both));

        Assert.Equal(1, requirement.InForceOn(Given.Monday)!.Revision);
        Assert.Equal((1, 2), (requirement.Current.Revision, requirement.Draft!.Revision));
        Assert.Equal(RequirementStatus.InForce, requirement.Status);
    }

    [Fact]
    public void A_draft_is_rewritten_not_added_to()
    {
        var requirement = Given.ARequirement(_wednesdays);

        requirement.Revise(Given.Content(_both));
        requirement.Revise(Given.Content(_wednesdays, Severity.Warn));

        Assert.Equal([1, 2], requirement.Revisions.Select(each => each.Revision));
        Assert.Equal(Severity.Warn, requirement.Draft!.Severity);
    }

    [Fact]
    public void A_later_revision_wins_even_when_it_begins_earlier()
    {
        var requirement = Given.ARequirement(_wednesdays);
        Publish("2026-12-01");
        Publish("2026-11-01");

        Assert.Equal(1, requirement.InForceOn(Given.Day("2026-10-31"))!.Revision);
        Assert.Equal(3, requirement.InForceOn(Given.Day("2026-11-01"))!.Revision);
        Assert.Equal(3, requirement.InForceOn(Given.Day("2026-12-24"))!.Revision);
        Assert.Null(requirement.PeriodOf(requirement.Revisions[1]));

        void Publish(string from)
        {
            requirement.Revise(Given.Content(_both, from: from));
            requirement.Publish();
        }
    }

    [Fact]
    public void When_the_last_revision_ends_nothing_older_comes_back()
    {
        var requirement = Given.ARequirement(_wednesdays);
        requirement.Revise(Given.Content(_both, from: "2026-12-01", until: "2026-12-31"));
        requirement.Publish();

        Assert.Equal(2, requirement.InForceOn(Given.Day("2026-12-31"))!.Revision);
        Assert.Null(requirement.InForceOn(Given.Day("2027-01-01")));
    }

    [Fact]
    public void What_ended_before_the_next_revision_began_is_not_drawn_out_until_then()
    {
        var requirement = Given.ARequirement(_wednesdays, until: "2026-06-30");
        requirement.Revise(Given.Content(_both, from: "2026-12-01", until: "2027-12-31"));
        requirement.Publish();
        requirement.Retire(Given.Day("2027-06-01"));

        Assert.Equal((1, null, 2, null), (HeldOn("2026-06-30"), HeldOn("2026-07-01"), HeldOn("2027-05-31"), HeldOn("2027-06-01")));

        int? HeldOn(string day) => requirement.InForceOn(Given.Day(day))?.Revision;
    }

    [Fact]
    public void What_the_client_corrects_is_news_and_so_is_that_nothing_is_to_change()
    {
        var requirement = Given.ARequirement(_both);
        var correction = new ClientCorrection(1, "Aussi le vendredi", "Karim Haddad", Ids.New<ContactId>(), Given.Now);
        Assert.IsType<NothingCorrected>(requirement.Keep().Refusal);
        var version = requirement.Version;

        requirement.Correct(correction);
        Assert.Equal((correction, version + 1), (requirement.Correction, requirement.Version));
        Assert.True(requirement.Keep().IsOk);
        Assert.Equal((null, version + 2), (requirement.Correction, requirement.Version));

        requirement.Correct(correction);
        requirement.Confirm(1, correction.ContactId, Given.Monday);
        Assert.Equal((null, version + 4), (requirement.Correction, requirement.Version));

        requirement.Retire(Given.Monday);
        requirement.Correct(correction);
        Assert.Null(requirement.Correction);
    }

    [Fact]
    public void A_retired_requirement_holds_until_the_day_before_and_is_not_touched_any_more()
    {
        var requirement = Given.ARequirement(_wednesdays);
        requirement.Revise(Given.Content(_both));

        Assert.True(requirement.Retire(Given.Wednesday).IsOk);

        Assert.NotNull(requirement.InForceOn(Given.Wednesday.AddDays(-1)));
        Assert.Null(requirement.InForceOn(Given.Wednesday));
        Assert.Null(requirement.Draft);
        Assert.Equal((RequirementStatus.Retired, RequirementStatus.Retired), (requirement.Status, requirement.Current.Status));
        Assert.Equal(new RequirementRetired(Given.Wednesday), requirement.Revise(Given.Content(_both)).Refusal);
        Assert.Equal(new RequirementRetired(Given.Wednesday), requirement.Publish().Refusal);
        Assert.Equal(new RequirementRetired(Given.Wednesday), requirement.Retire(Given.Monday).Refusal);
    }

    [Fact]
    public void Giving_up_what_is_prepared_leaves_what_holds()
    {
        var requirement = Given.ARequirement(_wednesdays);
        requirement.Revise(Given.Content(_both));

        Assert.True(requirement.Discard().IsOk);

        Assert.Equal((RequirementStatus.InForce, 1), (requirement.Status, Assert.Single(requirement.Revisions).Revision));
        Assert.IsType<NothingToPublish>(requirement.Discard().Refusal);
    }

    [Fact]
    public void Impossible_steps_are_refused()
    {
        var draft = Requirement.Prepare(Ids.New<RequirementId>(), 12, Given.Client, null, null, Given.Content(_both)).Value!;

        Assert.IsType<RequirementNotInForce>(draft.Retire(Given.Monday).Refusal);
        Assert.IsType<NothingToPublish>(Given.ARequirement(_both).Publish().Refusal);
    }

    [Fact]
    public void Content_is_checked_when_it_is_written_and_when_it_is_revised()
    {
        var good = Given.Content(_both);
        (RequirementContent Content, Refusal Refusal)[] cases =
        [
            (good with { Sentence = " " }, new RequirementSentenceMissing()),
            (good with { Moments = Moments.None }, new RequirementWithoutMoment()),
            (good with { ValidUntil = good.ValidFrom.AddDays(-1) }, new RequirementEndsBeforeItStarts(good.ValidFrom, good.ValidFrom.AddDays(-1))),
            (good with { ReviewOn = good.ValidFrom.AddDays(-1) }, new RequirementReviewedBeforeItStarts(good.ValidFrom, good.ValidFrom.AddDays(-1))),
            (good with { Rule = new DeliveryDays() }, new RuleSaysNothing()),
        ];

        Assert.All(cases, each =>
        {
            var requirement = Given.ARequirement(_both);

            Assert.Equal(each.Refusal, Requirement.Prepare(Ids.New<RequirementId>(), 1, Given.Client, null, null, each.Content).Refusal);
            Assert.Equal(each.Refusal, requirement.Revise(each.Content).Refusal);
            Assert.Null(requirement.Draft);
        });

        Assert.Null((good with { ValidUntil = good.ValidFrom, ReviewOn = good.ValidFrom }).Check());
    }

    [Fact]
    public void Every_change_of_a_part_moves_the_version_of_the_whole()
    {
        var requirement = Given.ARequirement(_both);

        AssertMoves(() => requirement.Revise(Given.Content(_wednesdays)));
        AssertMoves(requirement.Publish);
        AssertMoves(() => requirement.Retire(Given.Monday));

        void AssertMoves(Func<Result> act)
        {
            var before = requirement.Version;
            Assert.True(act().IsOk);
            Assert.True(requirement.Version > before);
        }
    }

    [Theory]
    [InlineData(12, "EX-012")]
    [InlineData(1, "EX-001")]
    [InlineData(1234, "EX-1234")]
    public void People_know_it_by_its_number(int number, string name) => Assert.Equal(name, Requirement.Name(number));
}
