using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Tests;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

public sealed class BalanceTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync() => _team = await FoundAsync(database);

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task A_new_share_is_published_whole_from_a_day_on_with_its_reason()
    {
        var from = Monday.AddDays(14);
        var done = await PublishAsync(from, Each(_team.Lacombe, _team.Claire, _team.Yanis), Each(_team.Chartraine, _team.Yanis, _team.Sophie));

        Assert.True(done.IsOk);
        Assert.Equal((_team.Claire, _team.Yanis), ((await _team.WhoAsync(_team.Lacombe, from.AddDays(-1))).OwnerId!.Value, (await _team.WhoAsync(_team.Lacombe, from)).OwnerId!.Value));
        Assert.Equal((_team.Yanis, _team.Sophie), ((await _team.WhoAsync(_team.Chartraine)).OwnerId!.Value, (await _team.WhoAsync(_team.Chartraine, from)).OwnerId!.Value));
        Assert.Equal(["équilibre", "équilibre"], await _team.World.ReadAsync(db => db.Ownerships.Where(o => o.From == from).Select(o => o.Reason!).ToListAsync()));
        Assert.Equal(2, await _team.World.ReadAsync(db => db.History.CountAsync(h => h.UseCase == nameof(PublishBalance) && h.ClientId != null)));
    }

    [Fact]
    public async Task Published_after_a_colleague_changed_an_owner_nothing_is_done_at_all()
    {
        Assert.True((await PublishAsync(Monday, Each(_team.Lacombe, _team.Claire, _team.Sophie))).IsOk);

        var late = await PublishAsync(Monday, Each(_team.Beaulieu, _team.Claire, _team.Yanis), Each(_team.Lacombe, _team.Claire, _team.Yanis));

        Assert.Equal(new OwnersChanged("Serrurerie Lacombe"), late.Refusal);
        Assert.Equal((_team.Sophie, _team.Claire), ((await _team.WhoAsync(_team.Lacombe)).OwnerId!.Value, (await _team.WhoAsync(_team.Beaulieu)).OwnerId!.Value));
    }

    [Fact]
    public async Task Two_who_publish_at_the_same_moment_are_never_both_half_heard()
    {
        var both = await Task.WhenAll(
            PublishAsync(Monday, Each(_team.Lacombe, _team.Claire, _team.Sophie), Each(_team.Beaulieu, _team.Claire, _team.Sophie)),
            PublishAsync(Monday, Each(_team.Beaulieu, _team.Claire, _team.Yanis), Each(_team.Lacombe, _team.Claire, _team.Yanis)));

        Assert.Equal(1, both.Count(done => done.IsOk));
        Assert.All(both.Where(done => !done.IsOk), done => Assert.True(done.Refusal is OwnersChanged or ChangedMeanwhile or AlreadyOwned, done.Refusal?.ToString()));
        Assert.Equal((await _team.WhoAsync(_team.Lacombe)).OwnerId, (await _team.WhoAsync(_team.Beaulieu)).OwnerId);
    }

    [Fact]
    public async Task What_was_is_not_written_anew_and_a_reason_is_asked()
    {
        Assert.IsType<TransferInThePast>((await PublishAsync(Monday.AddDays(-1), Each(_team.Lacombe, _team.Claire, _team.Yanis))).Refusal);
        Assert.IsType<CannotHandleOrders>((await PublishAsync(Monday, Each(_team.Lacombe, _team.Claire, _team.Marc))).Refusal);
        Assert.Equal(["Moves", "From", "Reason"], Assert.IsType<Invalid>((await _team.Get<PublishBalance>().ExecuteAsync(new())).Refusal).Fields.Keys);

        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        Assert.IsType<NotAllowed>((await claire.Get<PublishBalance>().ExecuteAsync(new() { Moves = [Each(_team.Lacombe, _team.Claire, _team.Yanis)], From = Monday, Reason = "x" })).Refusal);
    }

    [Fact]
    public async Task All_clients_of_whoever_leaves_are_proposed_to_those_who_stay_even_to_who_is_on_leave_that_week()
    {
        await _team.AwayAsync(_team.Yanis, Monday, Monday.AddDays(4));
        var proposal = (await _team.Get<ProposeLeaving>().ExecuteAsync(new(_team.Claire.Value, Monday))).Value!;

        Assert.Equal([_team.Beaulieu.Id, _team.Lacombe.Id], proposal.Lines.Select(l => l.ClientId));
        Assert.All(proposal.Lines, line => Assert.NotEmpty(line.Because));
        Assert.Equal(["Sophie Leroy", "Yanis Benali"], proposal.Lines.Select(l => l.ToMemberName).Order(StringComparer.Ordinal));
        Assert.Empty(proposal.Left);

        Assert.True((await PublishAsync(Monday, [.. proposal.Lines.Select(l => new PublishBalance.Each(l.ClientId.Value, _team.Claire.Value, l.ToMemberId.Value))])).IsOk);
        Assert.Empty((await _team.Get<ProposeLeaving>().ExecuteAsync(new(_team.Claire.Value, Monday))).Value!.Lines);
        Assert.IsType<NoSuchMember>((await _team.Get<ProposeLeaving>().ExecuteAsync(new(null))).Refusal);
    }

    [Fact]
    public async Task What_somebody_only_stands_in_for_is_no_load_that_stays()
    {
        await _team.CoveredAsync(_team.Claire, _team.Sophie, Monday, Monday.AddDays(4));

        var proposal = (await _team.Get<ProposeLeaving>().ExecuteAsync(new(_team.Claire.Value, Monday))).Value!;

        Assert.Equal([("Sophie Leroy", 0m), ("Yanis Benali", 0.5m)], proposal.Loads.Select(l => (l.MemberName, l.Before)));
        Assert.Equal(1.5m, proposal.Loads.Sum(l => l.After));
    }

    [Fact]
    public async Task What_would_only_be_theirs_later_is_given_too_and_what_a_colleague_gets_anyhow_goes_to_them_sooner()
    {
        Assert.True((await PublishAsync(Monday.AddDays(60), Each(_team.Chartraine, _team.Yanis, _team.Claire), Each(_team.Beaulieu, _team.Claire, _team.Yanis))).IsOk);

        var proposal = (await _team.Get<ProposeLeaving>().ExecuteAsync(new(_team.Claire.Value, Monday.AddDays(7)))).Value!;

        Assert.Equal([_team.Beaulieu.Id, _team.Chartraine.Id, _team.Lacombe.Id], proposal.Lines.Select(l => l.ClientId));
        Assert.Equal((_team.Yanis, "Cover.Foreseen"), proposal.Lines.Single(l => l.ClientId == _team.Beaulieu.Id) is var line ? (line.ToMemberId, line.Because.Single().Key) : default);
        Assert.Equal(1.5m, proposal.Loads.Sum(l => l.After));

        // Kept by whoever has it, it does not go to whoever leaves either.
        Assert.True((await PublishAsync(Monday.AddDays(7), Each(_team.Chartraine, _team.Yanis, _team.Yanis))).IsOk);
        Assert.Equal(_team.Yanis, (await _team.WhoAsync(_team.Chartraine, Monday.AddDays(60))).OwnerId);
    }

    [Fact]
    public async Task All_that_is_foreseen_is_told_and_until_when_somebody_is_to_stand_in()
    {
        Assert.True((await PublishAsync(Monday.AddDays(8), Each(_team.Lacombe, _team.Claire, _team.Yanis))).IsOk);
        Assert.True((await PublishAsync(Monday.AddDays(22), Each(_team.Lacombe, _team.Yanis, _team.Sophie))).IsOk);
        await _team.CoveredAsync(_team.Yanis, _team.Claire, Monday.AddDays(1), Monday.AddDays(3));

        var portfolios = (await _team.Get<ListPortfolios>().ExecuteAsync()).Value!.Items;

        var lacombe = portfolios.SelectMany(p => p.Clients).Single(c => c.ClientId == _team.Lacombe.Id);
        Assert.Equal([(_team.Yanis, Monday.AddDays(8)), (_team.Sophie, Monday.AddDays(22))], lacombe.Foreseen.Select(next => (next.ToMemberId, next.From)));
        var claire = portfolios.Single(p => p.MemberId == _team.Claire);
        Assert.Equal((0, Monday.AddDays(3)), (claire.Covering.Except(claire.Clients.Select(c => c.ClientId)).Count(), claire.StandsInUntil));
        Assert.Null(portfolios.Single(p => p.MemberId == _team.Yanis).StandsInUntil);
    }

    /// <summary>What no calendar of a company reaches is refused or accepted, and never an error.</summary>
    [Fact]
    public async Task However_far_the_day_is_nothing_breaks()
    {
        var (last, claire) = (DateOnly.MaxValue, _team.Claire.Value);

        Assert.IsType<LeavingTooFar>((await _team.Get<ProposeLeaving>().ExecuteAsync(new(claire, last))).Refusal);
        Assert.IsType<Invalid>((await _team.DeclareAsync(_team.Claire, Monday, last)).Refusal);
        Assert.Equal(_team.Claire, (await _team.WhoAsync(_team.Lacombe, last, DayHalf.Afternoon)).OwnerId);
        Assert.True((await PublishAsync(last, Each(_team.Lacombe, _team.Claire, _team.Yanis))).IsOk);
        Assert.True((await _team.Get<TransferClients>().ExecuteAsync(new() { ClientIds = [_team.Beaulieu.Id.Value], ToMemberId = _team.Yanis.Value, From = last })).IsOk);
        Assert.IsType<AbsenceTooFar>((await _team.DeclareAsync(_team.Claire, last, last)).Refusal);
        Assert.Equal((_team.Claire, _team.Yanis), ((await _team.WhoAsync(_team.Lacombe)).OwnerId!.Value, (await _team.WhoAsync(_team.Lacombe, last)).OwnerId!.Value));
        Assert.Equal(2, (await _team.Get<ProposeLeaving>().ExecuteAsync(new(claire, Monday))).Value!.Lines.Count);
        Assert.True((await _team.Get<ListPortfolios>().ExecuteAsync()).IsOk);
        Assert.True((await _team.Get<ListAbsences>().ExecuteAsync(new())).IsOk);
        Assert.True((await _team.Get<ReadKnowledge>().ExecuteAsync(new())).IsOk);
    }

    [Fact]
    public async Task Capacity_and_languages_are_said_of_a_member_and_plans_go_by_them()
    {
        await _team.World.StoreAsync(async db => (await db.Clients.AsTracking().SingleAsync(c => c.Id == _team.Lacombe.Id)).Deal("en", "EUR"));
        var change = _team.Get<ChangeWorkingWeek>();
        var seen = (await _team.Get<ReadWorkingWeek>().ExecuteAsync(_team.Yanis)).Value!;

        Assert.Equal((40m, 40m), (seen.Capacity, seen.WeeklyCapacity));
        Assert.True((await change.ExecuteAsync(_team.Yanis, new(null, [new(DayOfWeek.Friday, DayHalf.Morning), new(DayOfWeek.Friday, DayHalf.Afternoon)]) { Capacity = 30, Languages = ["fr", "en"], Team = "Export" }, seen.Version)).IsOk);
        Assert.IsType<ChangedMeanwhile>((await change.ExecuteAsync(_team.Yanis, new(null, null), seen.Version)).Refusal);
        Assert.IsType<CapacityNotSound>((await change.ExecuteAsync(_team.Yanis, new(null, null) { Capacity = 0 })).Refusal);
        Assert.IsType<Invalid>((await change.ExecuteAsync(_team.Yanis, new(null, null) { Languages = ["English"] })).Refusal);

        var plan = (await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(3))).CoverPlan;
        Assert.Equal((_team.Yanis, true), plan.Lines.Single(l => l.ClientId == _team.Lacombe.Id) is var line ? (line.CoverMemberId, line.Because.Language) : default);
        Assert.Equal(24m, plan.Loads.Single(l => l.MemberId == _team.Yanis).Capacity);

        var yanis = (await _team.Get<ListPortfolios>().ExecuteAsync()).Value!.Items.Single(p => p.MemberId == _team.Yanis);
        Assert.Equal((24m, 0.5m, "Export"), (yanis.Capacity, yanis.Load, yanis.Team));
    }

    [Fact]
    public async Task A_client_that_nobody_owns_is_proposed_to_somebody_of_the_desk()
    {
        var found = await _team.World.AClientAsync("Métallerie du Gué");
        var proposals = (await _team.Get<ProposeOwner>().ExecuteAsync(found.Id)).Value!.Items;

        Assert.Equal(["Sophie Leroy", "Yanis Benali", "Claire Morel"], proposals.Select(p => p.MemberName));
        Assert.Equal((0m, 0.5m, "Owner.Lightest"), (proposals[0].Before, proposals[0].After, proposals[0].Because[0].Key));
        Assert.IsType<NoSuchClient>((await _team.Get<ProposeOwner>().ExecuteAsync(new(Guid.CreateVersion7()))).Refusal);
    }

    [Fact]
    public async Task None_of_it_goes_to_the_database_too_often()
    {
        Assert.Single(await RoundTrips.OfAsync(() => _team.Get<ListPortfolios>().ExecuteAsync()));
        Assert.Single(await RoundTrips.OfAsync(() => _team.Get<ProposeOwner>().ExecuteAsync(_team.Lacombe.Id)));
        Assert.InRange((await RoundTrips.OfAsync(() => _team.Get<ProposeLeaving>().ExecuteAsync(new(_team.Claire.Value)))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => PublishAsync(Monday, Each(_team.Lacombe, _team.Claire, _team.Yanis), Each(_team.Beaulieu, _team.Claire, _team.Sophie)))).Count, 1, 4);
    }

    [Fact]
    public async Task What_a_plan_weighs_is_read_and_changed_by_itself()
    {
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(1));
        var before = (await _team.Get<ReadCoverWeights>().ExecuteAsync(absence.Id)).Value!;
        var after = (await _team.Get<WeighCover>().ExecuteAsync(absence.Id, new(10, 20, 70), before.Version)).Value!;

        Assert.Equal((50, 70), (before.Familiarity, after.Load));
        Assert.True(after.Version > before.Version);
        Assert.Equal(after, (await _team.Get<ReadCoverWeights>().ExecuteAsync(absence.Id)).Value);
        Assert.IsType<ChangedMeanwhile>((await _team.Get<WeighCover>().ExecuteAsync(absence.Id, CoverWeights.Usual, before.Version)).Refusal);
        Assert.IsType<WeightsNotSound>((await _team.Get<WeighCover>().ExecuteAsync(absence.Id, new(101), null)).Refusal);
    }

    [Fact]
    public async Task The_figures_of_an_absence_are_the_same_alone_and_in_any_list()
    {
        var december = await _team.AwayAsync(_team.Claire, Monday.AddDays(14), Monday.AddDays(15));
        await _team.CoveredAsync(_team.Claire, _team.Sophie, Monday, Monday.AddDays(4));
        await PublishAsync(Monday.AddDays(7), Each(_team.Beaulieu, _team.Claire, _team.Yanis));

        var alone = (await _team.Get<ReadAbsence>().ExecuteAsync(december.Id)).Value!;

        Assert.Equivalent(alone, (await _team.Get<ListAbsences>().ExecuteAsync(new())).Value!.Items.Single(a => a.Id == december.Id), strict: true);
    }

    private static PublishBalance.Each Each(Client client, MemberId? owner, MemberId to) => new(client.Id.Value, owner?.Value, to.Value);

    private Task<Result<PublishBalance.Published>> PublishAsync(DateOnly from, params PublishBalance.Each[] moves) =>
        _team.Get<PublishBalance>().ExecuteAsync(new() { Moves = moves, From = from, Reason = " équilibre " });
}
