using AdvPortal.Application.Day;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Day;

/// <summary>What people promised, and what they stopped, is work like what comes in.</summary>
public sealed class PromisesOfTheDayTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _day = BookWorld.Monday;

    private BookWorld _book = null!;

    public async ValueTask InitializeAsync() => _book = await BookWorld.FoundAsync(database);

    public ValueTask DisposeAsync() => _book.DisposeAsync();

    [Fact]
    public async Task A_promise_that_was_not_kept_is_in_the_day_of_whoever_answers_for_the_client_and_in_nobody_else_s()
    {
        await _book.ConfirmedAsync("A", _book.Team.Lacombe, _day);
        Assert.Empty((await DayOfAsync(_book.Team.Claire)).Items);

        _book.World.Clock.SetUtcNow(new(_day.AddDays(7).ToDateTime(new(9, 0)), TimeSpan.Zero));

        var item = Assert.Single((await DayOfAsync(_book.Team.Claire)).Items);
        Assert.Equal((DayItemKind.PromiseAtRisk, _book.IdOf("A").Value, 1, "Serrurerie Lacombe"), (item.Kind, item.SubjectId, item.Lines, item.ClientName));
        Assert.True(item.DueAt < _book.World.Clock.GetUtcNow());
        Assert.Empty((await DayOfAsync(_book.Team.Yanis)).Items);
    }

    [Fact]
    public async Task A_held_order_is_the_work_of_whoever_may_let_it_go_and_of_its_owner_once_the_hold_has_run_out()
    {
        await _book.ConfirmedAsync("A", _book.Team.Lacombe, _day.AddDays(20));
        await HoldAsync("A", HoldRelease.Manager, until: _day);

        var item = Assert.Single((await DayOfAsync(_book.Team.Sophie, Role.Manager)).Items);
        Assert.Equal((DayItemKind.OrderHeld, HoldReason.Quality, "Serrurerie Lacombe", null), (item.Kind, item.Held, item.ClientName, item.ForMemberId));
        Assert.Empty((await DayOfAsync(_book.Team.Claire)).Items);

        _book.World.Clock.SetUtcNow(new(_day.AddDays(1).ToDateTime(new(9, 0)), TimeSpan.Zero));

        Assert.Single((await DayOfAsync(_book.Team.Claire)).Items);
        Assert.Empty((await DayOfAsync(_book.Team.Yanis)).Items);
    }

    private Task HoldAsync(string reference, HoldRelease release, DateOnly until) =>
        _book.DoAsync(reference, order => order.HoldBack(new(HoldReason.Quality, null, until, release, null, _book.World.Clock.GetUtcNow()), TeamDay()));

    private DateOnly TeamDay() => DateOnly.FromDateTime(_book.World.Clock.GetUtcNow().DateTime);

    private async Task<DayView> DayOfAsync(MemberId member, Role role = Role.Adv)
    {
        await using var world = await _book.World.AsAsync(member, role);

        return (await world.Get<ReadMyDay>().ExecuteAsync()).Value!;
    }
}
