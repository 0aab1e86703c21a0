using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class ReconfirmationTests
{
    private static readonly RequirementId _days = Ids.New<RequirementId>();
    private static readonly RequirementId _codes = Ids.New<RequirementId>();
    private static readonly ContactId _nathalie = Ids.New<ContactId>();

    [Theory]
    [InlineData(0, ReconfirmationState.Asked)]
    [InlineData(14 * 24 * 60 - 1, ReconfirmationState.Asked)]
    [InlineData(14 * 24 * 60, ReconfirmationState.Expired)]
    [InlineData(15 * 24 * 60, ReconfirmationState.Expired)]
    public void A_question_is_open_for_fourteen_days(int minutes, ReconfirmationState state)
    {
        var question = AQuestion();
        var then = Given.Now.AddMinutes(minutes);

        Assert.Equal(state, question.StateAt(then));
        Assert.Equal(state is ReconfirmationState.Asked, question.Answer(Whole(), "Nathalie Rousseau", null, then).IsOk);
        Assert.Equal(state is ReconfirmationState.Asked ? ReconfirmationState.Answered : state, question.StateAt(then));
    }

    [Fact]
    public void It_is_answered_once_and_stays_answered()
    {
        var question = AQuestion();
        Assert.True(question.Answer(Whole(), " Nathalie Rousseau ", " ", Given.Now).IsOk);

        Assert.IsType<ReconfirmationClosed>(question.Answer(Whole("non"), "Karim Haddad", "Pas du tout", Given.Now).Refusal);
        question.Withdraw(Given.Now.AddDays(1));

        Assert.Equal(("Nathalie Rousseau", (string?)null, Given.Now, Given.Now + Reconfirmation.Lifetime), (question.AnsweredBy, question.Comment, question.AnsweredAt, question.ExpiresAt));
        Assert.All(question.Answers, answer => Assert.Null(answer.Correction));
        Assert.Equal(ReconfirmationState.Answered, question.StateAt(Given.Now.AddYears(1)));
    }

    [Fact]
    public void Withdrawn_it_leads_nowhere_from_then_on()
    {
        var question = AQuestion();

        question.Withdraw(Given.Now.AddDays(1));

        Assert.Equal(ReconfirmationState.Asked, question.StateAt(Given.Now));
        Assert.IsType<ReconfirmationClosed>(question.Answer(Whole(), "Nathalie Rousseau", null, Given.Now.AddDays(1)).Refusal);
    }

    [Fact]
    public void An_answer_is_about_everything_that_was_asked_and_nothing_else()
    {
        List<IReadOnlyList<ClientAnswer>> wrong =
        [
            [],
            [new(_days, null)],
            [new(_days, null), new(_days, null)],
            [new(_days, null), new(Ids.New<RequirementId>(), null)],
            [.. Whole(), new(Ids.New<RequirementId>(), null)],
            Whole("  "),
        ];

        Assert.All(wrong, answers => Assert.IsType<ReconfirmationIncomplete>(AQuestion().Answer(answers, "Nathalie Rousseau", null, Given.Now).Refusal));
    }

    [Fact]
    public void Of_the_secret_only_the_hash_is_kept()
    {
        var (token, other) = (Reconfirmation.NewToken(), Reconfirmation.NewToken());

        Assert.Equal(64, token.Length);
        Assert.NotEqual(token, other);
        Assert.Equal(Reconfirmation.HashOf(token), AQuestion(token).TokenHash);
        Assert.NotEqual(Reconfirmation.HashOf(other), AQuestion(token).TokenHash);
    }

    [Theory]
    [InlineData("2025-02-03", "2026-02-03", "2026-11-23", "2027-11-23")]
    [InlineData("2025-02-03", "2025-08-02", "2026-11-23", "2027-05-22")]
    [InlineData("2026-11-01", "2027-11-01", "2026-11-23", "2027-11-23")]
    [InlineData("2025-02-03", "2025-02-03", "2026-11-23", "2027-11-23")]
    [InlineData("2025-02-03", null, "2026-11-23", "2027-11-23")]
    public void What_is_confirmed_is_asked_again_after_as_long_as_before_or_after_a_year(string from, string? due, string confirmed, string next)
    {
        var requirement = ARequirement(from, due);

        requirement.Confirm(1, _nathalie, Given.Day(confirmed));

        Assert.Equal((Given.Day(next), Given.Day(confirmed), _nathalie), (requirement.Current.ReviewOn, requirement.Current.ConfirmedOn, requirement.Current.ConfirmedBy));
    }

    [Fact]
    public void Confirmed_again_it_counts_from_the_last_time()
    {
        var requirement = ARequirement("2025-02-03", "2025-08-02");
        requirement.Confirm(1, _nathalie, Given.Day("2026-11-23"));
        requirement.Confirm(1, _nathalie, Given.Day("2026-11-23"));
        requirement.Confirm(1, _nathalie, Given.Day("2026-12-23"));

        Assert.Equal(Given.Day("2027-06-21"), requirement.Current.ReviewOn);
    }

    [Fact]
    public void What_was_shown_is_what_was_confirmed_whatever_was_written_since()
    {
        var requirement = ARequirement("2025-02-03", "2026-02-03");
        requirement.Revise(Given.Content(Given.NoDeliveryOn(DayOfWeek.Friday), from: "2026-12-01"));

        requirement.Confirm(2, _nathalie, Given.Monday);
        Assert.All(requirement.Revisions, revision => Assert.Null(revision.ConfirmedOn));

        requirement.Publish();
        requirement.Confirm(1, _nathalie, Given.Monday);
        Assert.Equal([Given.Monday, null], requirement.Revisions.Select(revision => revision.ConfirmedOn));
    }

    [Fact]
    public void A_correction_changes_no_rule_and_is_open_until_a_person_has_answered_it()
    {
        var requirement = ARequirement("2025-02-03", null);
        var (rule, version) = (requirement.Current.Rule, requirement.Version);

        requirement.Correct(ACorrection());
        Assert.Equal((rule, "Plus que le mercredi"), (requirement.InForceOn(Given.Monday)!.Rule, requirement.Correction!.Says));
        Assert.NotEqual(version, requirement.Version);

        Assert.True(requirement.Keep().IsOk);
        Assert.Null(requirement.Correction);
        Assert.IsType<NothingCorrected>(requirement.Keep().Refusal);
    }

    [Fact]
    public void A_new_revision_a_confirmation_and_the_end_of_it_settle_a_correction()
    {
        var revised = ARequirement("2025-02-03", null);
        revised.Correct(ACorrection());
        revised.Revise(Given.Content(Given.NoDeliveryOn(DayOfWeek.Wednesday)));
        Assert.NotNull(revised.Correction);
        revised.Publish();

        var confirmed = ARequirement("2025-02-03", null);
        confirmed.Correct(ACorrection());
        confirmed.Confirm(1, _nathalie, Given.Monday);

        var retired = ARequirement("2025-02-03", null);
        retired.Correct(ACorrection());
        retired.Retire(Given.Monday);
        retired.Correct(ACorrection());

        Assert.All([revised, confirmed, retired], requirement => Assert.Null(requirement.Correction));
    }

    private static Reconfirmation AQuestion(string? token = null) =>
        new(Ids.New<ReconfirmationId>(), Given.Client, _nathalie, "fr", [new(_days, 1), new(_codes, 3)], token ?? Reconfirmation.NewToken(), Given.Now);

    private static IReadOnlyList<ClientAnswer> Whole(string? correction = null) => [new(_codes, correction), new(_days, null)];

    private static ClientCorrection ACorrection() => new(1, "Plus que le mercredi", "Nathalie Rousseau", _nathalie, Given.Now);

    private static Requirement ARequirement(string from, string? due)
    {
        var content = Given.Content(Given.NoDeliveryOn(DayOfWeek.Wednesday), from: from) with { ReviewOn = due is null ? null : Given.Day(due) };
        var requirement = Requirement.Prepare(Ids.New<RequirementId>(), 12, Given.Client, null, null, content).Value!;
        Assert.True(requirement.Publish().IsOk);

        return requirement;
    }
}
