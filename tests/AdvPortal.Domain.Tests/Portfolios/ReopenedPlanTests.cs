using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

/// <summary>A published plan that is redone: what came before stays as it was.</summary>
public sealed class ReopenedPlanTests
{
    private readonly MemberId _claire = Ids.New<MemberId>();
    private readonly MemberId _yanis = Ids.New<MemberId>();
    private readonly MemberId _sophie = Ids.New<MemberId>();
    private readonly ClientId _client = Ids.New<ClientId>();

    [Fact]
    public void From_the_middle_on_the_rest_is_a_proposal_and_the_beginning_stays_published()
    {
        var absence = Published();
        var noon = absence.FirstHalf + 5;

        Assert.True(absence.Reopen(noon).IsOk);

        Assert.Equal((CoverPlanStatus.Proposed, noon, noon), (absence.PlanStatus, absence.OpenFromHalf, absence.FirstOpenHalf));
        Assert.Equal(
            [(true, _yanis, absence.FirstHalf, noon - 1, true), (false, _yanis, noon, absence.LastHalf, true)],
            absence.Covers.Select(cover => (cover.IsPublished, cover.StandInId, cover.FirstHalf, cover.LastHalf, cover.IsFixed)));
    }

    [Fact]
    public void Only_the_open_part_is_planned_anew()
    {
        var absence = Published();
        var noon = absence.FirstHalf + 5;
        absence.Reopen(noon);

        Assert.IsType<CoverOutsideAbsence>(absence.Plan([new(_client, _sophie, noon - 1, absence.LastHalf)]).Refusal);
        Assert.True(absence.Plan([new(_client, _sophie, noon, absence.LastHalf)]).IsOk);
        Assert.True(absence.Publish(DateTimeOffset.UnixEpoch).IsOk);

        Assert.Equal((CoverPlanStatus.Published, null), (absence.PlanStatus, absence.OpenFromHalf));
        Assert.Equal(
            [(true, _yanis, absence.FirstHalf, noon - 1), (true, _sophie, noon, absence.LastHalf)],
            absence.Covers.Select(cover => (cover.IsPublished, cover.StandInId, cover.FirstHalf, cover.LastHalf)));
    }

    [Fact]
    public void From_its_beginning_on_all_of_it_is_open()
    {
        var absence = Published();

        Assert.True(absence.Reopen(absence.FirstHalf).IsOk);

        Assert.Equal((null, absence.FirstHalf), (absence.OpenFromHalf, absence.FirstOpenHalf));
        Assert.Equal([(false, absence.FirstHalf, absence.LastHalf)], absence.Covers.Select(cover => (cover.IsPublished, cover.FirstHalf, cover.LastHalf)));
    }

    [Fact]
    public void What_is_not_published_or_is_over_is_not_reopened()
    {
        Assert.IsType<PlanIsNotPublished>(AWeek().Reopen(0).Refusal);

        var published = Published();
        Assert.IsType<AbsenceIsOver>(published.Reopen(published.LastHalf + 1).Refusal);
        Assert.True(published.Reopen(published.LastHalf).IsOk);

        var withdrawn = Published();
        withdrawn.ReturnAt(withdrawn.FirstHalf);
        Assert.IsType<AbsenceIsOver>(withdrawn.Reopen(withdrawn.FirstHalf).Refusal);
    }

    [Fact]
    public void What_a_plan_weighs_is_said_before_it_is_published_and_the_usual_is_nothing_of_its_own()
    {
        var absence = AWeek();

        Assert.True(absence.Weigh(new(Familiarity: 80)).IsOk);
        Assert.Equal(new(Familiarity: 80), absence.Weights);

        Assert.True(absence.Weigh(CoverWeights.Usual).IsOk);
        Assert.Null(absence.Weights);

        absence.Publish(DateTimeOffset.UnixEpoch);
        Assert.IsType<PlanIsPublished>(absence.Weigh(new(Load: 50)).Refusal);
        Assert.Null(absence.Weights);
    }

    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(100, 100, 100, true)]
    [InlineData(-1, 0, 0, false)]
    [InlineData(0, -1, 0, false)]
    [InlineData(0, 0, -1, false)]
    [InlineData(101, 0, 0, false)]
    [InlineData(0, 101, 0, false)]
    [InlineData(0, 0, 101, false)]
    public void Each_weight_lies_between_nothing_and_a_hundred(int familiarity, int requirements, int load, bool isSound) =>
        Assert.Equal(isSound, new CoverWeights(familiarity, requirements, load).IsSound);

    private Absence AWeek() => Absence.Declare(_claire, new(2026, 12, 7), new(2026, 12, 11)).Value!;

    private Absence Published()
    {
        var absence = AWeek();
        Assert.True(absence.Plan([new(_client, _yanis, absence.FirstHalf, absence.LastHalf, IsFixed: true)]).IsOk);
        Assert.True(absence.Publish(DateTimeOffset.UnixEpoch).IsOk);

        return absence;
    }
}
