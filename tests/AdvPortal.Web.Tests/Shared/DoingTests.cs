using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Tests.Shared;

public sealed class DoingTests
{
    private readonly Doing _doing = new();

    [Fact]
    public async Task One_thing_is_done_at_a_time_until_what_came_of_it_was_taken_in()
    {
        var (act, taken) = (new TaskCompletionSource<Result<int>>(), new TaskCompletionSource());
        var first = _doing.DoAsync(() => act.Task, _ => taken.Task);

        Assert.False(await _doing.DoAsync<Result<int>>(() => throw new InvalidOperationException("Nobody waits for this.")));
        act.SetResult(1);
        Assert.True(_doing.IsBusy);

        taken.SetResult();
        Assert.True(await first);
        Assert.False(_doing.IsBusy);
    }

    [Fact]
    public async Task The_reason_of_a_refusal_stays_until_something_is_done()
    {
        Assert.False(await _doing.DoAsync(() => Task.FromResult<Result<int>>(new NothingToAccept())));
        Assert.IsType<NothingToAccept>(_doing.Refusal);

        Assert.True(await _doing.DoAsync(() => Task.FromResult(Result.Ok)));
        Assert.Null(_doing.Refusal);
    }

    [Fact]
    public async Task What_fails_leaves_the_hand_free()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _doing.DoAsync<Result<int>>(() => throw new InvalidOperationException()));

        Assert.False(_doing.IsBusy);
    }
}
