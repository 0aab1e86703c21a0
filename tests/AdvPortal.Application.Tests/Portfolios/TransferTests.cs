using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

public sealed class TransferTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync() => _team = await FoundAsync(database);

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task A_transfer_foreseen_for_later_changes_the_owner_on_that_day_and_not_before()
    {
        var first = new DateOnly(2027, 1, 4);
        var done = await TransferAsync(_team.Sophie, first, _team.Lacombe.Id, _team.Beaulieu.Id);

        Assert.True(done.IsOk);
        Assert.Equal(_team.Claire, (await _team.WhoAsync(_team.Lacombe, first.AddDays(-1))).OwnerId);
        Assert.Equal(_team.Sophie, (await _team.WhoAsync(_team.Lacombe, first)).OwnerId);
        Assert.Equal((_team.Sophie, first), await NextAsync());
    }

    [Fact]
    public async Task A_second_thought_replaces_what_was_foreseen()
    {
        await TransferAsync(_team.Sophie, Monday.AddDays(30), _team.Lacombe.Id);
        await TransferAsync(_team.Yanis, Monday, _team.Lacombe.Id);
        await TransferAsync(_team.Sophie, Monday, _team.Lacombe.Id);

        Assert.Equal(_team.Sophie, (await _team.WhoAsync(_team.Lacombe)).OwnerId);
        Assert.Equal(_team.Claire, (await _team.WhoAsync(_team.Lacombe, Monday.AddDays(-1))).OwnerId);
    }

    [Fact]
    public async Task The_stand_in_of_the_old_owner_is_released_with_the_client()
    {
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(4));

        await TransferAsync(_team.Sophie, Monday.AddDays(2), _team.Lacombe.Id);

        Assert.Equal(_team.Yanis, (await _team.WhoAsync(_team.Lacombe, Monday.AddDays(1))).ActingOwnerId);
        Assert.Equal((_team.Sophie, (MemberId?)null), ((await _team.WhoAsync(_team.Lacombe, Monday.AddDays(2))) is var r ? (r.OwnerId!.Value, r.ActingOwnerId) : default));
        Assert.Equal(_team.Yanis, (await _team.WhoAsync(_team.Beaulieu, Monday.AddDays(2))).ActingOwnerId);
    }

    [Fact]
    public async Task A_client_taken_over_during_an_absence_needs_a_stand_in_from_that_day_only()
    {
        await TransferAsync(_team.Yanis, Monday.AddDays(2), _team.Lacombe.Id);

        var absence = await _team.AwayAsync(_team.Yanis, Monday, Monday.AddDays(4));

        Assert.Equal(Monday.AddDays(2), absence.CoverPlan.Lines.Single(l => l.ClientId == _team.Lacombe.Id).From);
        Assert.Empty(absence.CoverPlan.Uncovered);
    }

    [Fact]
    public async Task Clients_and_members_must_be_ours_and_the_new_owner_able_to_answer()
    {
        await using var stranger = await FoundAsync(database);

        Assert.IsType<NoSuchClient>((await TransferAsync(_team.Sophie, Monday, _team.Lacombe.Id, stranger.Lacombe.Id)).Refusal);
        Assert.IsType<NoSuchMember>((await TransferAsync(stranger.Sophie, Monday, _team.Lacombe.Id)).Refusal);
        Assert.IsType<CannotHandleOrders>((await TransferAsync(_team.Marc, Monday, _team.Lacombe.Id)).Refusal);
        Assert.Equal(_team.Claire, (await _team.WhoAsync(_team.Lacombe)).OwnerId);
        Assert.Equal(["ClientIds", "ToMemberId", "From"], Assert.IsType<Invalid>((await _team.Get<TransferClients>().ExecuteAsync(new())).Refusal).Fields.Keys);

        await using var yanis = await _team.World.AsAsync(_team.Yanis, Role.Adv);
        Assert.IsType<NotAllowed>((await TransferAsync(_team.Sophie, Monday, yanis, _team.Lacombe.Id)).Refusal);
    }

    private async Task<(MemberId, DateOnly)> NextAsync()
    {
        var portfolios = (await _team.Get<ListPortfolios>().ExecuteAsync()).Value!.Items;
        var next = portfolios.Single(p => p.MemberId == _team.Claire).Clients.Single(c => c.ClientId == _team.Lacombe.Id).Next!;

        return (next.ToMemberId, next.From);
    }

    private Task<Result<TransferClients.Transferred>> TransferAsync(MemberId to, DateOnly from, params ClientId[] clients) => TransferAsync(to, from, _team.World, clients);

    private static Task<Result<TransferClients.Transferred>> TransferAsync(MemberId to, DateOnly from, World world, params ClientId[] clients) =>
        world.Get<TransferClients>().ExecuteAsync(new() { ClientIds = [.. clients.Select(c => c.Value)], ToMemberId = to.Value, From = from, Reason = "départ" });
}
