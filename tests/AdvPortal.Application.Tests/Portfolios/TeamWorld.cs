using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>A desk of four: Claire owns two clients, Yanis one; Sophie manages; Marc sells.</summary>
internal sealed class TeamWorld(World world) : IAsyncDisposable
{
    public static readonly DateOnly Monday = new(2026, 11, 23);

    public World World => world;
    public MemberId Claire { get; private set; }
    public MemberId Yanis { get; private set; }
    public MemberId Sophie { get; private set; }
    public MemberId Marc { get; private set; }
    public Client Lacombe { get; private set; } = null!;
    public Client Beaulieu { get; private set; } = null!;
    public Client Chartraine { get; private set; } = null!;

    public T Get<T>() where T : notnull => world.Get<T>();

    public static async Task<TeamWorld> FoundAsync(TestDatabase database)
    {
        var team = new TeamWorld(await database.ATenantAsync());
        (team.Claire, team.Yanis) = (await team.World.AMemberAsync("Claire Morel", Role.Adv), await team.World.AMemberAsync("Yanis Benali", Role.Adv));
        (team.Sophie, team.Marc) = (await team.World.AMemberAsync("Sophie Leroy", Role.Manager), await team.World.AMemberAsync("Marc Dubois", Role.Sales));
        team.Lacombe = await team.World.AClientAsync("Serrurerie Lacombe");
        team.Beaulieu = await team.World.AClientAsync("Garage Beaulieu");
        team.Chartraine = await team.World.AClientAsync();
        await team.OwnAsync(team.Claire, team.Lacombe, team.Beaulieu);
        await team.OwnAsync(team.Yanis, team.Chartraine);

        return team;
    }

    public Task OwnAsync(MemberId owner, params Client[] clients) =>
        world.StoreAsync(db => db.AddRange(clients.Select(c => new Ownership(c.Id, owner, Monday.AddYears(-1), null))));

    public async Task<AbsenceView> AwayAsync(MemberId member, DateOnly from, DateOnly until, DayHalf? fromHalf = null, DayHalf? untilHalf = null) =>
        (await DeclareAsync(member, from, until, fromHalf, untilHalf)).Value!;

    public Task<Result<AbsenceView>> DeclareAsync(MemberId member, DateOnly from, DateOnly until, DayHalf? fromHalf = null, DayHalf? untilHalf = null) =>
        Get<DeclareAbsence>().ExecuteAsync(new() { MemberId = member.Value, From = from, Until = until, FromHalf = fromHalf, UntilHalf = untilHalf });

    public async Task<AbsenceView> CoveredAsync(MemberId member, MemberId standIn, DateOnly from, DateOnly until)
    {
        var absence = await AwayAsync(member, from, until);
        var clients = absence.CoverPlan.Needs.Select(n => new PlanCover.Line(n.ClientId.Value, standIn.Value));
        Assert.True((await Get<PlanCover>().ExecuteAsync(absence.Id, new([.. clients]), null)).IsOk);

        return (await Get<PublishCover>().ExecuteAsync(absence.Id, null)).Value!;
    }

    public async Task<ReadResponsible.Responsible> WhoAsync(Client client, DateOnly? on = null, DayHalf? half = null) =>
        (await Get<ReadResponsible>().ExecuteAsync(client.Id, on, half)).Value!;

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
