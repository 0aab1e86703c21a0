using AdvPortal.Application.Day;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence.Outbox;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>What happens to a plan once it is published: stand-ins fall ill, plans are taken back, clients are told, two are too quick.</summary>
public sealed class ChainTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync() => _team = await FoundAsync(database);

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task A_stand_in_who_falls_ill_is_stood_in_for_and_goes_on_when_back()
    {
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));

        var ill = await _team.AwayAsync(_team.Yanis, Monday.AddDays(1), Monday.AddDays(2));

        var chained = Assert.Single(ill.CoverPlan.Lines, l => l.ClientId == _team.Lacombe.Id);
        Assert.Equal((_team.Sophie, _team.Claire), (chained.CoverMemberId, chained.InsteadForId));
        Assert.Contains(new("CoverWarning.Chain", 2, "Claire Morel"), ill.CoverPlan.Warnings);

        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(ill.Id, ill.Version)).IsOk);

        Assert.Equal([_team.Yanis, _team.Sophie, _team.Sophie, _team.Yanis], await ActingAsync(0, 1, 2, 3));
        Assert.Equal(_team.Claire, (await _team.WhoAsync(_team.Lacombe, Monday.AddDays(1))).OwnerId);

        // Back a day sooner.
        _team.World.Clock.SetUtcNow(new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        Assert.True((await _team.Get<WithdrawAbsence>().ExecuteAsync(ill.Id, null)).IsOk);

        Assert.Equal([_team.Yanis, _team.Sophie, _team.Yanis, _team.Yanis], await ActingAsync(0, 1, 2, 3));
    }

    [Fact]
    public async Task Handed_to_whose_it_is_a_client_keeps_who_answers_in_place_of_the_ill_stand_in()
    {
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));
        var ill = await _team.AwayAsync(_team.Yanis, Monday.AddDays(1), Monday.AddDays(2));
        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(ill.Id, ill.Version)).IsOk);

        await HandAsync(_team.Claire, Monday);
        Assert.Equal([_team.Yanis, _team.Sophie, _team.Sophie, _team.Yanis], await ActingAsync(0, 1, 2, 3));

        // Whoever is there answers for what is theirs.
        await HandAsync(_team.Sophie, Monday.AddDays(2));
        Assert.Equal([_team.Yanis, _team.Sophie, null, null], await ActingOrOwnerAsync(0, 1, 2, 3));
        Assert.False(await _team.World.ReadAsync(db => db.Covers.AnyAsync(c => c.ClientId == _team.Lacombe.Id && c.LastHalf >= HalfDay.Of(Monday.AddDays(2), DayHalf.Morning))));
    }

    [Fact]
    public async Task Until_the_plan_of_the_ill_stand_in_is_published_the_clients_are_said_to_be_uncovered()
    {
        var claire = await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));
        await _team.AwayAsync(_team.Yanis, Monday.AddDays(1), Monday.AddDays(1));

        var plan = (await _team.Get<ReadAbsence>().ExecuteAsync(claire.Id)).Value!.CoverPlan;

        Assert.Equal(2, plan.Uncovered.Count);
        Assert.All(plan.Gaps, gap => Assert.Equal((Monday.AddDays(1), Monday.AddDays(1), new("CoverGap.StandInAway", "Yanis Benali")), (gap.From, gap.Until, gap.Because)));
    }

    [Fact]
    public async Task Whoever_answers_two_absences_further_covers_the_plan_of_the_owner_and_is_told_to_them_on_return()
    {
        var bruno = await _team.World.AMemberAsync("Bruno Petit", Role.Adv);
        var claire = await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(2));

        foreach (var (ill, instead) in new[] { (_team.Yanis, _team.Sophie), (_team.Sophie, bruno) })
        {
            await _team.CoveredAsync(ill, instead, Monday, Monday.AddDays(2));
        }

        Assert.Equal([bruno, bruno, bruno], await ActingAsync(0, 1, 2));
        Assert.Empty((await _team.Get<ReadAbsence>().ExecuteAsync(claire.Id)).Value!.CoverPlan.Gaps);

        _team.World.Clock.SetUtcNow(new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
        await using var hers = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var back = Assert.Single((await hers.Get<ReadMyDay>().ExecuteAsync()).Value!.Items, item => item.Kind is DayItemKind.HandbackToRead);
        Assert.Equal(2, back.Open);
    }

    [Fact]
    public async Task A_published_plan_is_taken_back_from_now_on_and_published_anew()
    {
        var claire = await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));
        _team.World.Clock.SetUtcNow(new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

        var open = (await _team.Get<ReopenCover>().ExecuteAsync(claire.Id, null)).Value!;
        Assert.Equal(CoverPlanStatus.Proposed, open.CoverPlan.Status);
        Assert.Equal([_team.Yanis, null, null], await ActingOrOwnerAsync(0, 1, 2));

        Assert.True((await _team.Get<PlanCover>().ExecuteAsync(claire.Id, new([new(_team.Lacombe.Id.Value, _team.Sophie.Value)]), null)).IsOk);
        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(claire.Id, null)).IsOk);
        Assert.Equal([_team.Yanis, _team.Sophie, _team.Sophie], await ActingOrOwnerAsync(0, 1, 2));
        Assert.IsType<PlanIsNotPublished>((await _team.Get<ReopenCover>().ExecuteAsync((await _team.AwayAsync(_team.Sophie, Monday.AddDays(20), Monday.AddDays(20))).Id, null)).Refusal);
    }

    [Fact]
    public async Task Stand_ins_are_told_and_clients_on_choice_in_their_language_and_nothing_leaves_once_taken_back()
    {
        var english = new Client("C-EN", "Northfield Ltd", "en", "GBP");
        english.Meet("Ann Shaw", ContactRole.Buyer, "ann.shaw@northfield.example", null, "en");
        english.Meet("Joe Dock", ContactRole.Warehouse, "joe.dock@northfield.example", null, "en");
        await _team.World.StoreAsync(db => db.Add(english));
        await _team.OwnAsync(_team.Claire, english);
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));
        Assert.True(absence.CoverPlan.Needs.Single(n => n.ClientId == english.Id).CanBeTold);

        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(absence.Id, absence.Version, new(TellClients: true))).IsOk);

        var mails = await MailsAsync(absence);
        var client = Assert.Single(mails, m => m.ClientId == english.Id);
        Assert.Equal(("ann.shaw@northfield.example", true), (client.To, client.Subject.StartsWith("Claire Morel, your contact", StringComparison.Ordinal)));
        Assert.Equal(absence.CoverPlan.Lines.Select(l => l.CoverMemberId).Distinct().Count(), mails.Count(m => m.ClientId is null));

        Assert.True((await _team.Get<ReopenCover>().ExecuteAsync(absence.Id, null)).IsOk);
        Assert.All(await MailsAsync(absence), m => Assert.Equal(OutboxStatus.Cancelled, m.Status));
    }

    [Fact]
    public async Task An_unforeseen_absence_runs_from_this_half_day_until_this_evening()
    {
        _team.World.Clock.SetUtcNow(new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero));

        var now = (await _team.Get<DeclareAbsence>().ExecuteAsync(new() { MemberId = _team.Claire.Value, Unplanned = true })).Value!;

        Assert.Equal((Monday.AddDays(1), Monday.AddDays(1), DayHalf.Afternoon, AbsenceKind.Unforeseen, true), (now.From, now.Until, now.FromHalf, now.Kind, now.Unplanned));
        Assert.IsType<AbsenceInThePast>((await _team.DeclareAsync(_team.Sophie, Monday, Monday.AddDays(3))).Refusal);
        Assert.IsType<AlreadyAway>((await _team.DeclareAsync(_team.Claire, Monday.AddDays(1), Monday.AddDays(3))).Refusal);
    }

    [Fact]
    public async Task Nobody_is_away_twice_at_a_time_even_if_no_check_saw_it()
    {
        await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4), untilHalf: DayHalf.Morning);

        Assert.IsType<AlreadyAway>((await AgainAsync(Monday.AddDays(4), DayHalf.Morning)).Refusal);
        Assert.True((await AgainAsync(Monday.AddDays(4), DayHalf.Afternoon)).IsOk);

        Task<Result> AgainAsync(DateOnly day, DayHalf half) => _team.World.SaveAsync(db =>
        {
            db.Add(Absence.Declare(_team.Claire, day, day, half).Value!);

            return Task.FromResult(Result.Ok);
        });
    }

    [Fact]
    public async Task The_last_person_who_could_answer_is_warned_of()
    {
        await _team.AwayAsync(_team.Sophie, Monday, Monday.AddDays(4));
        await _team.AwayAsync(_team.Yanis, Monday, Monday.AddDays(4));

        var last = await _team.AwayAsync(_team.Claire, Monday.AddDays(1), Monday.AddDays(1));

        Assert.Contains(new("CoverWarning.LastOne", Monday.AddDays(1), Monday.AddDays(1)), last.CoverPlan.Warnings);
        Assert.All(last.CoverPlan.Gaps, gap => Assert.Equal("CoverGap.NobodyThere", gap.Because.Key));
    }

    [Fact]
    public async Task Half_days_of_every_week_that_somebody_does_not_work_go_to_others()
    {
        Assert.True((await _team.Get<ChangeWorkingWeek>().ExecuteAsync(_team.Yanis, new(null, [new(DayOfWeek.Thursday, DayHalf.Morning), new(DayOfWeek.Thursday, DayHalf.Afternoon)]))).IsOk);
        Assert.IsType<WeekNotSound>((await _team.Get<ChangeWorkingWeek>().ExecuteAsync(_team.Yanis, new([new(DayOfWeek.Monday, DayHalf.Morning)], [new(DayOfWeek.Monday, DayHalf.Morning)]))).Refusal);

        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(4));
        var chosen = (await _team.Get<PlanCover>().ExecuteAsync(absence.Id, new([new(_team.Lacombe.Id.Value, _team.Yanis.Value)]), null)).Value!;
        Assert.Equal([Monday.AddDays(2), Monday.AddDays(4)], chosen.CoverPlan.Lines.Select(l => l.Until));

        var proposed = (await _team.Get<ProposeCover>().ExecuteAsync(absence.Id, null)).Value!;
        Assert.Equal([(_team.Yanis, true), (_team.Sophie, false), (_team.Yanis, true)], proposed.CoverPlan.Lines.Where(l => l.ClientId == _team.Lacombe.Id).Select(l => (l.CoverMemberId, l.Fixed)));
        Assert.Empty(proposed.CoverPlan.Uncovered);
    }

    private async Task HandAsync(MemberId to, DateOnly day) =>
        Assert.True((await _team.Get<TransferClients>().ExecuteAsync(new() { ClientIds = [_team.Lacombe.Id.Value], ToMemberId = to.Value, From = day })).IsOk);

    private async Task<MemberId?[]> ActingOrOwnerAsync(params int[] days)
    {
        var acting = new List<MemberId?>();

        foreach (var day in days)
        {
            acting.Add((await _team.WhoAsync(_team.Lacombe, Monday.AddDays(day))).ActingOwnerId);
        }

        return [.. acting];
    }

    private async Task<MemberId[]> ActingAsync(params int[] days) => [.. (await ActingOrOwnerAsync(days)).Select(m => m!.Value)];

    private Task<List<OutboxMessage>> MailsAsync(AbsenceView absence) => _team.World.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == absence.Id.Value).ToListAsync());
}
