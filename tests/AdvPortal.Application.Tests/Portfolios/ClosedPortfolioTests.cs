using AdvPortal.Application.Clients;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Tests;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>Where portfolios are closed, a cover opens a client to the stand-in for exactly its half-days: before, during and after, as the clock goes.</summary>
public sealed class ClosedPortfolioTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync()
    {
        _team = await FoundAsync(database);
        await CloseAsync(true);
    }

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    // Claire's client; Yanis stands in from Monday noon to Tuesday noon, in Paris.
    [Theory]
    [InlineData("Yanis", "2026-11-23T08:00:00Z", false)]
    [InlineData("Yanis", "2026-11-23T10:59:59Z", false)]
    [InlineData("Yanis", "2026-11-23T11:00:00Z", true)]
    [InlineData("Yanis", "2026-11-23T23:00:00Z", true)]
    [InlineData("Yanis", "2026-11-24T10:59:59Z", true)]
    [InlineData("Yanis", "2026-11-24T11:00:00Z", false)]
    [InlineData("Claire", "2026-11-23T08:00:00Z", true)]
    [InlineData("Claire", "2026-11-24T08:00:00Z", true)]
    [InlineData("Claire", "2026-11-25T08:00:00Z", true)]
    [InlineData("Sophie", "2026-11-25T08:00:00Z", true)]
    [InlineData("a key", "2026-11-25T08:00:00Z", true)]
    public async Task Access_opens_with_the_cover_and_closes_by_itself(string who, string at, bool may)
    {
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday.AddDays(1), DayHalf.Afternoon, DayHalf.Morning);
        Assert.True((await _team.Get<PlanCover>().ExecuteAsync(absence.Id, new([new(_team.Lacombe.Id.Value, _team.Yanis.Value)]), absence.Version)).IsOk);
        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(absence.Id, null)).IsOk);

        Assert.Equal(may, await MayAsync(who, _team.Lacombe, at));
    }

    [Fact]
    public async Task A_plan_that_is_only_proposed_opens_nothing_and_one_that_is_redone_closes_again()
    {
        var absence = await _team.AwayAsync(_team.Claire, Monday, Monday);
        Assert.True((await _team.Get<PlanCover>().ExecuteAsync(absence.Id, new([new(_team.Lacombe.Id.Value, _team.Yanis.Value)]), absence.Version)).IsOk);
        Assert.False(await MayAsync("Yanis", _team.Lacombe, "2026-11-23T08:00:00Z"));

        Assert.True((await _team.Get<PublishCover>().ExecuteAsync(absence.Id, null)).IsOk);
        Assert.True(await MayAsync("Yanis", _team.Lacombe, "2026-11-23T08:00:00Z"));
        Assert.True((await _team.Get<ReopenCover>().ExecuteAsync(absence.Id, null)).IsOk);
        Assert.False(await MayAsync("Yanis", _team.Lacombe, "2026-11-23T08:00:00Z"));
    }

    [Fact]
    public async Task With_portfolios_open_everybody_of_the_desk_works_on_every_client()
    {
        await CloseAsync(false);

        Assert.True(await MayAsync("Yanis", _team.Lacombe, "2026-11-23T08:00:00Z"));
    }

    [Fact]
    public async Task A_stand_in_who_is_stood_in_for_gives_the_client_over_and_takes_it_back()
    {
        var ines = await _team.World.AMemberAsync("Inès Caron", Role.Adv);
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));
        await _team.CoveredAsync(_team.Yanis, ines, Monday.AddDays(1), Monday.AddDays(2));

        List<(bool Yanis, bool Ines)> days = [await BothAsync(23), await BothAsync(24), await BothAsync(25), await BothAsync(26)];

        Assert.Equal([(true, false), (false, true), (false, true), (true, false)], days);

        async Task<(bool, bool)> BothAsync(int day) =>
            (await MayAsync(_team.Yanis, _team.Lacombe, $"2026-11-{day}T08:00:00Z"), await MayAsync(ines, _team.Lacombe, $"2026-11-{day}T08:00:00Z"));
    }

    [Fact]
    public async Task An_owner_who_is_back_sooner_ends_it_at_once()
    {
        var absence = await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));
        At("2026-11-25T13:00:00Z");
        Assert.True(await MayAsync("Yanis", _team.Lacombe, "2026-11-25T13:00:00Z"));

        Assert.True((await _team.Get<WithdrawAbsence>().ExecuteAsync(absence.Id, null)).IsOk);

        Assert.False(await MayAsync("Yanis", _team.Lacombe, "2026-11-25T13:00:00Z"));
    }

    [Fact]
    public async Task A_transfer_takes_effect_on_its_day()
    {
        Assert.True((await _team.Get<TransferClients>().ExecuteAsync(new() { ClientIds = [_team.Lacombe.Id.Value], ToMemberId = _team.Yanis.Value, From = Monday.AddDays(2) })).IsOk);

        Assert.Equal((true, false), (await MayAsync("Claire", _team.Lacombe, "2026-11-24T22:59:59Z"), await MayAsync("Yanis", _team.Lacombe, "2026-11-24T22:59:59Z")));
        Assert.Equal((false, true), (await MayAsync("Claire", _team.Lacombe, "2026-11-24T23:00:00Z"), await MayAsync("Yanis", _team.Lacombe, "2026-11-24T23:00:00Z")));
    }

    [Fact]
    public async Task The_refusal_says_who_answers_until_when_and_nothing_is_kept()
    {
        await _team.CoveredAsync(_team.Yanis, _team.Sophie, Monday, Monday.AddDays(1));
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);

        Assert.Equal(new ClientOfAnother("Hydraulique Chartraine", new("Responsible.Covered", "Sophie Leroy", "Yanis Benali", Monday.AddDays(1))), (await AddAsync(claire, _team.Chartraine)).Refusal);
        Assert.Equal(RefusalKind.NotAllowed, (await AddAsync(claire, _team.Chartraine)).Refusal!.Kind);
        Assert.False(await _team.World.ReadAsync(db => db.Sites.AnyAsync()));
        Assert.NotNull((await claire.Get<ReadClient>().ExecuteAsync(_team.Chartraine.Id)).Value);

        await using var yanis = await _team.World.AsAsync(_team.Yanis, Role.Adv);
        Assert.Equal(new ClientOfAnother("Serrurerie Lacombe", new("Responsible.Owner", "Claire Morel", Monday.AddYears(-1))), (await AddAsync(yanis, _team.Lacombe)).Refusal);
    }

    [Fact]
    public async Task Of_several_clients_each_must_be_theirs()
    {
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        Assert.True((await RenameAsync(_team.Lacombe, _team.Beaulieu)).IsOk);

        Assert.IsType<ClientOfAnother>((await RenameAsync(_team.Lacombe, _team.Chartraine)).Refusal);
        Assert.False(await _team.World.ReadAsync(db => db.Clients.AnyAsync(c => c.Name == "x2")));

        Task<Result> RenameAsync(params Client[] clients) => claire.SaveAsync(async db =>
        {
            var ids = clients.Select(c => c.Id).ToList();
            foreach (var client in await db.Clients.Where(c => ids.Contains(c.Id)).ToListAsync())
            {
                client.Rename(client.Code, $"x{clients.Count(c => c.Id == _team.Chartraine.Id) + 1}");
            }

            return Result.Ok;
        });
    }

    [Fact]
    public async Task A_new_client_and_one_without_an_owner_are_everybodys()
    {
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var fresh = await claire.Get<CreateClient>().ExecuteAsync(new() { Code = "C-NEW", Name = "Nouveau" });

        Assert.True(fresh.IsOk, fresh.Refusal?.ToString());
        Assert.True((await claire.Get<AddSite>().ExecuteAsync(fresh.Value.Id, new() { Name = "Quai" })).IsOk);
    }

    [Fact]
    public async Task Whoever_picks_up_the_telephone_notes_the_question_sorts_the_post_and_leaves_the_rest_to_whom_it_belongs()
    {
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var called = await claire.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = _team.Chartraine.Id, Subject = "Délai", Body = "Quand livrez-vous ?" });
        Assert.True(called.IsOk, called.Refusal?.ToString());
        Assert.IsType<ClientOfAnother>((await claire.Get<CloseInquiry>().ExecuteAsync(called.Value.Id, null)).Refusal);

        var lost = (await claire.Get<OpenInquiry>().ExecuteAsync(new() { Subject = "Délai", Body = "Quand livrez-vous ?" })).Value!;
        Assert.True((await claire.Get<NoteOnInquiry>().ExecuteAsync(lost.Id, new() { Text = "De qui ?" }, null)).IsOk);
        Assert.True((await claire.Get<ClassifyInquiry>().ExecuteAsync(lost.Id, Theirs, null)).IsOk);
        Assert.IsType<ClientOfAnother>((await claire.Get<NoteOnInquiry>().ExecuteAsync(lost.Id, new() { Text = "À elle." }, null)).Refusal);

        // Called by the owner, a colleague looks: that changes nothing of the client's.
        await using var yanis = await _team.World.AsAsync(_team.Yanis, Role.Adv);
        Assert.True((await yanis.Get<NoteOnInquiry>().ExecuteAsync(lost.Id, new() { Text = "Claire ?", Mentions = [_team.Claire] }, null)).IsOk);
        Assert.True((await claire.Get<SeeMention>().ExecuteAsync(lost.Id)).IsOk);

        Result<ClassifyInquiry.Form> Theirs(ClassifyInquiry.Form form)
        {
            form.ClientId = _team.Chartraine.Id;

            return form;
        }
    }

    [Fact]
    public async Task It_costs_whoever_is_confined_one_visit_and_nobody_else_any()
    {
        await using var sophie = await _team.World.AsAsync(_team.Sophie, Role.Manager);
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        await AddAsync(claire, _team.Lacombe);
        var usual = (await RoundTrips.OfAsync(() => AddAsync(sophie, _team.Lacombe))).Count;

        Assert.Equal(usual + 1, (await RoundTrips.OfAsync(() => AddAsync(claire, _team.Lacombe))).Count);
        await CloseAsync(false);
        await using var free = await _team.World.AsAsync(_team.Claire, Role.Adv);
        Assert.Equal(usual, (await RoundTrips.OfAsync(() => AddAsync(free, _team.Lacombe))).Count);
    }

    [Fact]
    public async Task History_tells_when_the_cover_began_and_ended_though_nothing_ran()
    {
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(1));
        Assert.Equal(["CoverBegan"], await CoversAsync());

        At("2026-11-24T22:59:59Z");
        Assert.Equal(["CoverBegan"], await CoversAsync());

        At("2026-11-24T23:00:00Z");
        Assert.Equal(["CoverEnded", "CoverBegan"], await CoversAsync());
        var ended = (await EventsAsync())[0];
        Assert.Equal(("Yanis Benali", "Claire Morel", new DateTime(2026, 11, 25)), (ended.By, ended.ActingFor, ended.At.DateTime));

        async Task<IEnumerable<string>> CoversAsync() => (await EventsAsync()).Select(e => e.UseCase).Where(name => name.StartsWith("Cover", StringComparison.Ordinal));

        async Task<IReadOnlyList<Application.History.ClientEvent>> EventsAsync() => (await _team.Get<ReadClientHistory>().ExecuteAsync(_team.Lacombe.Id)).Value!.Items;
    }

    [Fact]
    public async Task A_cover_that_was_published_late_began_when_it_was_and_one_that_was_over_by_then_never_did()
    {
        At("2026-11-23T14:30:00Z");
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(1));
        At("2026-11-24T08:00:00Z");

        Assert.Equal([("CoverBegan", new DateTime(2026, 11, 23, 15, 30, 0))], await CoversOfAsync(_team.Lacombe));

        var late = await _team.AwayAsync(_team.Yanis, Monday.AddDays(1), Monday.AddDays(1));
        Assert.True((await _team.Get<PlanCover>().ExecuteAsync(late.Id, new([new(_team.Chartraine.Id.Value, _team.Sophie.Value)]), late.Version)).IsOk);
        At("2026-11-25T08:00:00Z");
        await _team.Get<PublishCover>().ExecuteAsync(late.Id, null);

        Assert.Empty(await CoversOfAsync(_team.Chartraine));

        async Task<IEnumerable<(string, DateTime)>> CoversOfAsync(Client client) =>
            (await _team.Get<ReadClientHistory>().ExecuteAsync(client.Id)).Value!.Items.Where(e => e.UseCase.StartsWith("Cover", StringComparison.Ordinal)).Select(e => (e.UseCase, e.At.DateTime));
    }

    private Task CloseAsync(bool closed) => _team.World.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Confine(closed));

    private void At(string at) => _team.World.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<bool> MayAsync(string who, Client client, string at)
    {
        if (who is "a key")
        {
            At(at);
            await using var key = _team.World.AsKey();

            return Allowed(await AddAsync(key, client));
        }

        return await MayAsync(who switch { "Yanis" => _team.Yanis, "Claire" => _team.Claire, _ => _team.Sophie }, client, at);
    }

    private async Task<bool> MayAsync(MemberId who, Client client, string at)
    {
        At(at);
        await using var world = await _team.World.AsAsync(who, who == _team.Sophie ? Role.Manager : Role.Adv);

        return Allowed(await AddAsync(world, client));
    }

    private static bool Allowed(Result<SiteView> result)
    {
        Assert.True(result.IsOk || result.Refusal is ClientOfAnother, result.Refusal?.ToString());

        return result.IsOk;
    }

    private static Task<Result<SiteView>> AddAsync(World by, Client client) => by.Get<AddSite>().ExecuteAsync(client.Id, new() { Name = "Quai" });
}
