using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

public sealed class AbsenceTests
{
    private static readonly DateOnly _monday = new(2026, 12, 7);
    private static readonly DateOnly _friday = new(2026, 12, 11);

    private readonly MemberId _claire = Ids.New<MemberId>();
    private readonly MemberId _yanis = Ids.New<MemberId>();
    private readonly MemberId _sophie = Ids.New<MemberId>();
    private readonly ClientId _client = Ids.New<ClientId>();

    [Theory]
    [InlineData(null, null, 10)]
    [InlineData(DayHalf.Afternoon, null, 9)]
    [InlineData(null, DayHalf.Morning, 9)]
    [InlineData(DayHalf.Afternoon, DayHalf.Morning, 8)]
    public void Halves_of_the_first_and_last_day_count(DayHalf? from, DayHalf? until, int halves)
    {
        var absence = Absence.Declare(_claire, _monday, _friday, from, until).Value!;

        Assert.Equal(halves, absence.LastHalf - absence.FirstHalf + 1);
    }

    [Fact]
    public void An_absence_of_one_half_day_is_possible_and_one_that_ends_before_it_begins_is_not()
    {
        Assert.True(Absence.Declare(_claire, _monday, _monday, DayHalf.Afternoon).IsOk);
        Assert.IsType<EndsBeforeItBegins>(Absence.Declare(_claire, _monday, _monday, DayHalf.Afternoon, DayHalf.Morning).Refusal);
        Assert.IsType<EndsBeforeItBegins>(Absence.Declare(_claire, _friday, _monday).Refusal);
    }

    [Fact]
    public void An_absence_lasts_a_year_at_most()
    {
        Assert.True(Absence.Declare(_claire, _monday, _monday.AddDays(Absence.MostDays - 1)).IsOk);
        Assert.IsType<AbsenceTooLong>(Absence.Declare(_claire, _monday, _monday.AddDays(Absence.MostDays)).Refusal);
        Assert.IsType<AbsenceTooLong>(Absence.Declare(_claire, _monday, DateOnly.MaxValue, kind: AbsenceKind.Unforeseen).Refusal);
    }

    [Fact]
    public void Who_comes_back_while_the_plan_is_being_redone_is_handed_back_what_was_done()
    {
        var absence = AWeek();
        Assert.True(absence.Plan([Line(_yanis, absence.FirstHalf, absence.LastHalf)]).IsOk && absence.Publish(DateTimeOffset.UnixEpoch).IsOk);
        Assert.True(absence.Reopen(absence.FirstHalf + 4).IsOk);

        Assert.True(absence.ReturnAt(absence.FirstHalf + 6).IsOk);

        Assert.Equal((CoverPlanStatus.Published, null), (absence.PlanStatus, absence.OpenFromHalf));
        Assert.Equal([(true, absence.FirstHalf, absence.FirstHalf + 3)], absence.Covers.Select(k => (k.IsPublished, k.FirstHalf, k.LastHalf)));
    }

    [Fact]
    public void A_client_is_shared_by_two_stand_ins_one_after_the_other_but_never_at_once()
    {
        var absence = AWeek();
        var wednesdayNoon = HalfDay.Of(_monday.AddDays(2), DayHalf.Afternoon);

        Assert.True(absence.Plan([Line(_yanis, absence.FirstHalf, wednesdayNoon - 1), Line(_sophie, wednesdayNoon, absence.LastHalf)]).IsOk);
        Assert.IsType<CoveredTwice>(absence.Plan([Line(_yanis, absence.FirstHalf, wednesdayNoon), Line(_sophie, wednesdayNoon, absence.LastHalf)]).Refusal);
        Assert.Equal(2, absence.Covers.Count);
    }

    [Fact]
    public void Nobody_stands_in_for_themselves_nor_outside_the_absence()
    {
        var absence = AWeek();

        Assert.IsType<CannotCoverThemselves>(absence.Plan([Line(_claire, absence.FirstHalf, absence.LastHalf)]).Refusal);
        Assert.IsType<CoverOutsideAbsence>(absence.Plan([Line(_yanis, absence.FirstHalf - 1, absence.LastHalf)]).Refusal);
        Assert.IsType<CoverOutsideAbsence>(absence.Plan([Line(_yanis, absence.FirstHalf, absence.LastHalf + 1)]).Refusal);
        Assert.IsType<CoverOutsideAbsence>(absence.Plan([Line(_yanis, absence.LastHalf, absence.FirstHalf)]).Refusal);
    }

    [Fact]
    public void A_published_plan_is_neither_changed_nor_published_again()
    {
        var absence = Published();

        Assert.All(absence.Covers, cover => Assert.True(cover.IsPublished));
        Assert.IsType<PlanIsPublished>(absence.Plan([]).Refusal);
        Assert.IsType<PlanIsPublished>(absence.Publish(DateTimeOffset.UnixEpoch).Refusal);
        Assert.Single(absence.Covers);
    }

    [Fact]
    public void Withdrawn_before_it_begins_nobody_stands_in_and_nothing_can_be_published_any_more()
    {
        var absence = Published();

        Assert.True(absence.ReturnAt(absence.FirstHalf).IsOk);

        Assert.Equal(CoverPlanStatus.Withdrawn, absence.PlanStatus);
        Assert.All(absence.Covers, cover => Assert.False(cover.IsPublished));
        Assert.False(absence.Overlaps(absence.FirstHalf, absence.LastHalf));
        Assert.IsType<AbsenceIsOver>(absence.Publish(DateTimeOffset.UnixEpoch).Refusal);
        Assert.IsType<AbsenceIsOver>(absence.ReturnAt(absence.FirstHalf).Refusal);
    }

    [Fact]
    public void Coming_back_early_ends_the_cover_there_and_keeps_who_answered_until_then()
    {
        var absence = Published();
        var wednesdayNoon = HalfDay.Of(_monday.AddDays(2), DayHalf.Afternoon);

        Assert.True(absence.ReturnAt(wednesdayNoon).IsOk);

        Assert.Equal((_monday.AddDays(2), DayHalf.Morning), (absence.Until, absence.UntilHalf));
        Assert.Equal(CoverPlanStatus.Published, absence.PlanStatus);
        Assert.Equal((true, wednesdayNoon - 1), (absence.Covers.Single().IsPublished, absence.Covers.Single().LastHalf));
        Assert.IsType<AbsenceIsOver>(absence.ReturnAt(absence.LastHalf + 1).Refusal);
    }

    [Fact]
    public void A_client_handed_over_meanwhile_is_released_from_that_day()
    {
        var absence = Published();
        var thursday = HalfDay.Of(_monday.AddDays(3), DayHalf.Morning);

        absence.Release(_client, thursday, but: _yanis);
        Assert.Equal(thursday - 1, absence.Covers.Single().LastHalf);

        absence.Release(_client, absence.FirstHalf, but: _yanis);
        Assert.Empty(absence.Covers);
    }

    [Fact]
    public void Only_the_client_that_was_handed_over_is_released_and_whoever_stands_in_for_the_new_owner_goes_on()
    {
        var (absence, kept, owner) = (AWeek(), Ids.New<ClientId>(), Ids.New<MemberId>());
        var (first, tuesday, friday) = (absence.FirstHalf, absence.FirstHalf + 2, absence.FirstHalf + 8);
        CoverChain chain = new([Ids.New<AbsenceId>()], owner);
        Assert.True(absence.Plan([Line(_yanis, first, tuesday - 1) with { Chain = chain }, Line(_yanis, tuesday, absence.LastHalf), Line(_yanis, first, absence.LastHalf) with { ClientId = kept }]).IsOk);
        var version = absence.Version;

        absence.Release(_client, friday, but: owner);
        Assert.Equal([(_client, first, tuesday - 1), (_client, tuesday, friday - 1), (kept, first, absence.LastHalf)], Lines(absence));
        Assert.True(absence.Version > version);

        absence.Release(_client, first, but: owner);
        Assert.Equal([(_client, first, tuesday - 1), (kept, first, absence.LastHalf)], Lines(absence));
    }

    [Fact]
    public void Two_stand_ins_of_two_clients_may_answer_at_once_and_a_new_plan_takes_the_place_of_the_one_before()
    {
        var (absence, other) = (AWeek(), Ids.New<ClientId>());
        var version = absence.Version;
        Assert.True(absence.Plan([Line(_yanis, absence.FirstHalf, absence.LastHalf), Line(_sophie, absence.FirstHalf, absence.LastHalf) with { ClientId = other }]).IsOk);

        Assert.Equal([_client, other], absence.Covers.Select(cover => cover.ClientId));
        Assert.True(absence.Version > version);
        Assert.IsType<CannotCoverThemselves>(absence.Plan([Line(_yanis, absence.FirstHalf, absence.FirstHalf), Line(_claire, absence.LastHalf, absence.LastHalf)]).Refusal);

        Assert.True(absence.Plan([Line(_sophie, absence.LastHalf, absence.LastHalf)]).IsOk);
        Assert.Equal([(_sophie, absence.LastHalf, absence.LastHalf)], absence.Covers.Select(cover => (cover.StandInId, cover.FirstHalf, cover.LastHalf)));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(-3, 0, true)]
    [InlineData(9, 12, true)]
    [InlineData(-3, 12, true)]
    [InlineData(4, 5, true)]
    [InlineData(-3, -1, false)]
    [InlineData(10, 12, false)]
    public void An_absence_overlaps_whatever_shares_a_half_day_with_it(int first, int last, bool overlaps) =>
        Assert.Equal(overlaps, AWeek() is var week && week.Overlaps(week.FirstHalf + first, week.FirstHalf + last));

    [Fact]
    public void Whoever_comes_back_before_a_plan_was_published_leaves_what_was_proposed_for_later()
    {
        var (absence, noon) = (AWeek(), HalfDay.Of(_monday.AddDays(2), DayHalf.Afternoon));
        Assert.True(absence.Plan([Line(_yanis, absence.FirstHalf, noon), Line(_sophie, noon + 1, absence.LastHalf)]).IsOk);

        Assert.True(absence.ReturnAt(noon).IsOk);

        Assert.Equal((CoverPlanStatus.Proposed, noon - 1), (absence.PlanStatus, absence.LastHalf));
        Assert.Equal([(_client, absence.FirstHalf, noon - 1)], Lines(absence));
    }

    [Fact]
    public void Back_in_a_morning_the_day_before_was_the_last_and_whole()
    {
        var absence = Published();
        Assert.True(absence.ReturnAt(HalfDay.Of(_monday.AddDays(2), DayHalf.Morning)).IsOk);

        Assert.Equal((_monday.AddDays(1), null), (absence.Until, absence.UntilHalf));
        Assert.Equal(absence.LastHalf, absence.Covers.Single().LastHalf);
        Assert.True(absence.ReturnAt(absence.LastHalf).IsOk);
    }

    [Fact]
    public void Who_answers_stands_with_when_it_was_published_and_for_whom()
    {
        var (absence, chain) = (AWeek(), new CoverChain([Ids.New<AbsenceId>()], _sophie));
        Assert.True(absence.Plan([Line(_yanis, absence.FirstHalf, absence.LastHalf) with { Chain = chain, IsFixed = true }]).IsOk);
        Assert.Null(absence.Covers[0].PublishedAt);

        Assert.True(absence.Publish(DateTimeOffset.UnixEpoch).IsOk);

        var cover = absence.Covers.Single();
        Assert.Equal((absence.Id, _sophie, chain.Absences[0], DateTimeOffset.UnixEpoch), (cover.AbsenceId, cover.AbsentId, cover.FollowsFrom.Single(), cover.PublishedAt));
        Assert.Equal(Line(_yanis, absence.FirstHalf, absence.LastHalf) with { Chain = chain, IsFixed = true }, cover.AsPlanned);
        Assert.Equal((_claire, 0, null), Published().Covers[0] is var own ? (own.AbsentId, own.FollowsFrom.Count, own.AsPlanned.Chain) : default);
    }

    private static IEnumerable<(ClientId, int, int)> Lines(Absence absence) => absence.Covers.Select(cover => (cover.ClientId, cover.FirstHalf, cover.LastHalf));

    private Absence AWeek() => Absence.Declare(_claire, _monday, _friday).Value!;

    private Absence Published()
    {
        var absence = AWeek();
        Assert.True(absence.Plan([Line(_yanis, absence.FirstHalf, absence.LastHalf)]).IsOk);
        Assert.True(absence.Publish(DateTimeOffset.UnixEpoch).IsOk);

        return absence;
    }

    private PlannedCover Line(MemberId standIn, int first, int last) => new(_client, standIn, first, last);
}
