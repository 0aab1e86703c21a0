using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Tests;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

public sealed class AbsenceTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync() => _team = await FoundAsync(database);

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task Declaring_an_absence_answers_with_a_proposal_that_changes_nothing_yet()
    {
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));

        Assert.Equal(CoverPlanStatus.Proposed, absence.CoverPlan.Status);
        Assert.Equal([_team.Beaulieu.Id, _team.Lacombe.Id], absence.CoverPlan.Lines.Select(l => l.ClientId));
        Assert.Empty(absence.CoverPlan.Uncovered);
        Assert.Equal(["Sophie Leroy", "Yanis Benali"], absence.CoverPlan.Loads.Select(l => l.MemberName));
        Assert.All(absence.CoverPlan.Loads, load => Assert.True(load.After >= load.Before && load.Capacity == Workload.Capacity));
        Assert.Equal((_team.Claire, (MemberId?)null), Both(await _team.WhoAsync(_team.Lacombe)));
        Assert.Equivalent(absence, (await _team.Get<ReadAbsence>().ExecuteAsync(absence.Id)).Value, strict: true);
    }

    [Fact]
    public async Task Published_the_stand_in_answers_and_after_the_last_half_day_the_owner_does_again()
    {
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(1), DayHalf.Afternoon, DayHalf.Morning);
        Assert.True((await _team.Get<PlanCover>().ExecuteAsync(absence.Id, new([new(_team.Lacombe.Id.Value, _team.Yanis.Value)]), absence.Version)).IsOk);
        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(absence.Id, null)).IsOk);

        Assert.Null((await _team.WhoAsync(_team.Lacombe)).ActingOwnerId);

        _team.World.Clock.SetUtcNow(new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero));
        Assert.Equal((_team.Claire, _team.Yanis), Both(await _team.WhoAsync(_team.Lacombe)));

        _team.World.Clock.SetUtcNow(new(2026, 11, 24, 10, 59, 59, TimeSpan.Zero));
        Assert.Equal((_team.Claire, _team.Yanis), Both(await _team.WhoAsync(_team.Lacombe)));

        _team.World.Clock.SetUtcNow(new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));
        var back = await _team.WhoAsync(_team.Lacombe);
        Assert.Equal((_team.Claire, (MemberId?)null), Both(back));
        Assert.Equal("Responsible.Owner", back.Because.Key);
    }

    [Fact]
    public async Task A_cover_of_five_hundred_clients_is_published_in_as_many_visits_as_one_of_two()
    {
        var few = await PublishedInAsync(Monday);
        List<Client> many = [.. Enumerable.Range(0, 498).Select(n => new Client($"M-{n:000}", $"Client {n:000}", "fr", "EUR"))];
        await _team.World.StoreAsync(db => db.AddRange(many));
        await _team.OwnAsync(_team.Claire, [.. many]);

        Assert.Equal(few, await PublishedInAsync(Monday.AddDays(7)));
        Assert.Equal(502, await _team.World.ReadAsync(db => db.Covers.CountAsync(c => c.IsPublished && c.StandInId == _team.Yanis)));

        async Task<int> PublishedInAsync(DateOnly day)
        {
            var absence = await _team.AwayAsync(_team.Claire, day, day);
            Assert.True((await _team.Get<PlanCover>().ExecuteAsync(absence.Id, new([.. absence.CoverPlan.Needs.Select(n => new PlanCover.Line(n.ClientId.Value, _team.Yanis.Value))]), null)).IsOk);

            return (await RoundTrips.OfAsync(async () => Assert.True((await _team.Get<PublishCover>().ExecuteAsync(absence.Id, null)).IsOk))).Count;
        }
    }

    [Fact]
    public async Task What_the_stand_in_does_meanwhile_is_marked_with_whom_it_was_done_for()
    {
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday);

        await RenameAsync(await _team.World.AsAsync(_team.Yanis, Role.Adv));
        await RenameAsync(await _team.World.AsAsync(_team.Sophie, Role.Manager));
        _team.World.Clock.SetUtcNow(new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await RenameAsync(await _team.World.AsAsync(_team.Yanis, Role.Adv));

        var entries = await _team.World.ReadAsync(db => db.History.Where(h => h.ClientId == _team.Lacombe.Id && h.UseCase == nameof(World)).OrderBy(h => h.Position).ToListAsync());

        Assert.Equal([(_team.Yanis, _team.Claire), (_team.Sophie, null), (_team.Yanis, (MemberId?)null)], entries.Select(h => (h.MemberId!.Value, h.ActingForId)));
    }

    [Fact]
    public async Task A_proposal_shares_the_period_when_a_colleague_leaves_in_the_middle_of_it()
    {
        await _team.AwayAsync(_team.Sophie, Monday, Monday.AddDays(1));
        await _team.AwayAsync(_team.Yanis, Monday.AddDays(3), Monday.AddDays(4));

        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));

        Assert.Empty(absence.CoverPlan.Uncovered);
        Assert.Equal([_team.Yanis, _team.Sophie], absence.CoverPlan.Lines.Where(l => l.ClientId == _team.Lacombe.Id).Select(l => l.CoverMemberId));
    }

    [Fact]
    public async Task Days_on_which_nobody_is_there_are_said_to_be_uncovered()
    {
        await _team.AwayAsync(_team.Sophie, Monday, Monday.AddDays(4));
        await _team.AwayAsync(_team.Yanis, Monday.AddDays(2), Monday.AddDays(4));

        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));

        Assert.Equal(2, absence.CoverPlan.Uncovered.Count);
        Assert.All(absence.CoverPlan.Lines, line => Assert.Equal((_team.Yanis, Monday.AddDays(1)), (line.CoverMemberId, line.Until)));
    }

    [Fact]
    public async Task Whoever_stood_in_before_is_proposed_again()
    {
        await _team.World.StoreAsync(db =>
        {
            var past = Absence.Declare(_team.Claire, Monday.AddDays(-28), Monday.AddDays(-24)).Value!;
            past.Plan(new[] { _team.Lacombe, _team.Beaulieu }.Select(c => new PlannedCover(c.Id, _team.Sophie, past.FirstHalf, past.LastHalf)));
            past.Publish(DateTimeOffset.UnixEpoch);
            db.Add(past);
        });

        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));

        Assert.All(absence.CoverPlan.Lines, line => Assert.Equal((_team.Sophie, true, new Message("Cover.Stood", 1)), (line.CoverMemberId, line.Because.Familiarity > 0, line.Because.Words[0])));
    }

    [Fact]
    public async Task Coming_back_early_ends_the_cover_there()
    {
        var absence = await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));
        _team.World.Clock.SetUtcNow(new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));

        var back = await _team.Get<WithdrawAbsence>().ExecuteAsync(absence.Id, null);

        Assert.Equal((Monday.AddDays(1), CoverPlanStatus.Published), (back.Value!.Until, back.Value.CoverPlan.Status));
        Assert.Null((await _team.WhoAsync(_team.Lacombe)).ActingOwnerId);
        Assert.Equal(_team.Yanis, (await _team.WhoAsync(_team.Lacombe, Monday)).ActingOwnerId);
    }

    [Fact]
    public async Task Absences_are_listed_a_page_at_a_time()
    {
        var claire = await _team.CoveredAsync(_team.Claire, _team.Sophie, Monday, Monday.AddDays(4));
        var yanis = await _team.AwayAsync(_team.Yanis, Monday.AddDays(14), Monday.AddDays(15));

        var first = (await _team.Get<ListAbsences>().ExecuteAsync(new(Size: 1))).Value!;
        var second = (await _team.Get<ListAbsences>().ExecuteAsync(new(Size: 1, After: first.Next))).Value!;

        Assert.Equivalent(yanis, Assert.Single(first.Items), strict: true);
        Assert.Equivalent((await _team.Get<ReadAbsence>().ExecuteAsync(claire.Id)).Value, Assert.Single(second.Items), strict: true);
        Assert.Null(second.Next);
    }

    private async Task RenameAsync(World as_)
    {
        await using var _ = as_;
        Assert.True((await as_.SaveAsync(async db =>
        {
            var client = await db.Clients.SingleAsync(c => c.Id == _team.Lacombe.Id);
            client.Rename(client.Code, client.Name + "!");
            return Result.Ok;
        })).IsOk);
    }

    private static (MemberId, MemberId?) Both(ReadResponsible.Responsible r) => (r.OwnerId!.Value, r.ActingOwnerId);
}
