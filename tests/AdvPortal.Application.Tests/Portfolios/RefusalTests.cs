using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

public sealed class RefusalTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync() => _team = await FoundAsync(database);

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task A_stand_in_who_is_away_too_is_refused_when_planned_and_again_when_published()
    {
        var claire = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));
        Assert.True((await PlanAsync(claire, new PlanCover.Line(_team.Lacombe.Id.Value, _team.Yanis.Value))).IsOk);

        await _team.AwayAsync(_team.Yanis, Monday.AddDays(4), Monday.AddDays(6));

        Assert.Equal(new StandInIsAway("Yanis Benali"), (await _team.Get<PublishCover>().ExecuteAsync(claire.Id, null)).Refusal);
        Assert.Equal(new StandInIsAway("Yanis Benali"), (await PlanAsync(claire, new PlanCover.Line(_team.Lacombe.Id.Value, _team.Yanis.Value))).Refusal);
        Assert.True((await PlanAsync(claire, new PlanCover.Line(_team.Lacombe.Id.Value, _team.Yanis.Value, Until: Monday.AddDays(3)))).IsOk);
    }

    [Fact]
    public async Task What_a_plan_names_must_exist_be_owned_and_be_able_to_answer()
    {
        var claire = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));

        Assert.IsType<NoSuchClient>((await PlanAsync(claire, new PlanCover.Line(Guid.CreateVersion7(), _team.Yanis.Value))).Refusal);
        Assert.IsType<NoSuchMember>((await PlanAsync(claire, new PlanCover.Line(_team.Lacombe.Id.Value, Guid.CreateVersion7()))).Refusal);
        Assert.IsType<NotTheirClient>((await PlanAsync(claire, new PlanCover.Line(_team.Chartraine.Id.Value, _team.Sophie.Value))).Refusal);
        Assert.IsType<CannotHandleOrders>((await PlanAsync(claire, new PlanCover.Line(_team.Lacombe.Id.Value, _team.Marc.Value))).Refusal);
        Assert.IsType<CannotCoverThemselves>((await PlanAsync(claire, new PlanCover.Line(_team.Lacombe.Id.Value, _team.Claire.Value))).Refusal);
        Assert.IsType<CoverOutsideAbsence>((await PlanAsync(claire, new PlanCover.Line(_team.Lacombe.Id.Value, _team.Yanis.Value, Monday.AddDays(-1)))).Refusal);
    }

    [Fact]
    public async Task One_client_has_one_stand_in_at_a_time_even_if_no_check_saw_it()
    {
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));

        var second = await _team.World.SaveAsync(db =>
        {
            var absence = Absence.Declare(_team.Marc, Monday.AddDays(4), Monday.AddDays(8)).Value!;
            absence.Plan([new(_team.Lacombe.Id, _team.Sophie, absence.FirstHalf, absence.LastHalf)]);
            absence.Publish(DateTimeOffset.UnixEpoch);
            db.Add(absence);

            return Task.FromResult(Result.Ok);
        });

        Assert.IsType<AlreadyCovered>(second.Refusal);
    }

    [Fact]
    public async Task Nobody_is_away_twice_at_a_time_and_only_members_are_away()
    {
        await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));

        Assert.IsType<AlreadyAway>((await _team.DeclareAsync(_team.Claire, Monday.AddDays(4), Monday.AddDays(5))).Refusal);
        Assert.IsType<NoSuchMember>((await _team.DeclareAsync(Ids.New<MemberId>(), Monday, Monday)).Refusal);
        Assert.IsType<EndsBeforeItBegins>((await _team.DeclareAsync(_team.Claire, Monday.AddDays(9), Monday.AddDays(9), DayHalf.Afternoon, DayHalf.Morning)).Refusal);
        Assert.Equal(["MemberId", "From", "Until"], Assert.IsType<Invalid>((await _team.Get<DeclareAbsence>().ExecuteAsync(new())).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task A_member_declares_their_own_absence_and_leaves_the_rest_to_the_manager()
    {
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var own = await claire.Get<DeclareAbsence>().ExecuteAsync(new() { MemberId = _team.Claire.Value, From = Monday, Until = Monday });

        Assert.True(own.IsOk);
        Assert.IsType<NotAllowed>((await claire.Get<DeclareAbsence>().ExecuteAsync(new() { MemberId = _team.Yanis.Value, From = Monday, Until = Monday })).Refusal);
        Assert.IsType<NotAllowed>((await claire.Get<PublishCover>().ExecuteAsync(own.Value!.Id, null)).Refusal);
        Assert.IsType<NotAllowed>((await claire.Get<PlanCover>().ExecuteAsync(own.Value.Id, new([]), null)).Refusal);

        await using var yanis = await _team.World.AsAsync(_team.Yanis, Role.Adv);
        Assert.IsType<NotAllowed>((await yanis.Get<WithdrawAbsence>().ExecuteAsync(own.Value.Id, null)).Refusal);
        Assert.True((await claire.Get<WithdrawAbsence>().ExecuteAsync(own.Value.Id, null)).IsOk);
    }

    [Fact]
    public async Task A_plan_that_changed_meanwhile_is_not_published_unseen()
    {
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));
        var planned = await PlanAsync(absence, new PlanCover.Line(_team.Lacombe.Id.Value, _team.Sophie.Value));

        Assert.Equal(absence.Version + 1, planned.Value!.Version);
        Assert.IsType<ChangedMeanwhile>((await _team.Get<PublishCover>().ExecuteAsync(absence.Id, absence.Version)).Refusal);
        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(absence.Id, planned.Value.Version)).IsOk);
        Assert.IsType<PlanIsPublished>((await PlanAsync(absence)).Refusal);
    }

    [Fact]
    public async Task Another_tenant_s_absences_clients_and_members_do_not_exist()
    {
        await using var stranger = await FoundAsync(database);
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));

        Assert.IsType<NoSuchAbsence>((await stranger.Get<ReadAbsence>().ExecuteAsync(absence.Id)).Refusal);
        Assert.IsType<NoSuchAbsence>((await stranger.Get<PublishCover>().ExecuteAsync(absence.Id, null)).Refusal);
        Assert.IsType<NoSuchClient>((await PlanAsync(absence, new PlanCover.Line(stranger.Lacombe.Id.Value, _team.Yanis.Value))).Refusal);
        Assert.IsType<NoSuchMember>((await PlanAsync(absence, new PlanCover.Line(_team.Lacombe.Id.Value, stranger.Yanis.Value))).Refusal);
        Assert.IsType<NoSuchMember>((await _team.DeclareAsync(stranger.Claire, Monday, Monday)).Refusal);
        Assert.IsType<NoSuchClient>((await _team.Get<ReadResponsible>().ExecuteAsync(stranger.Lacombe.Id)).Refusal);
    }

    private Task<Result<AbsenceView>> PlanAsync(AbsenceView absence, params PlanCover.Line[] lines) =>
        _team.Get<PlanCover>().ExecuteAsync(absence.Id, new(lines), null);
}
