using AdvPortal.Application.Imports;
using AdvPortal.Application.Tests.Imports;
using AdvPortal.Application.Tenants;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tests.Common;

/// <summary>A key outlives whoever used it, but not for ever.</summary>
public sealed class RepeatedRequestTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly byte[] _hash = [1, 2, 3];

    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_import_cut_short_is_under_way_until_its_lease_ends_and_can_then_be_repeated()
    {
        using var hangsUp = new CancellationTokenSource();
        Ask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.Get<RunImport>().ExecuteAsync(Sheet(), new HangUp(hangsUp), hangsUp.Token));

        Ask();
        Assert.IsType<RequestUnderWay>((await _world.Get<RunImport>().ExecuteAsync(Sheet())).Refusal);
        Ask(hash: [9]);
        Assert.IsType<KeyUsedOtherwise>((await _world.Get<RunImport>().ExecuteAsync(Sheet())).Refusal);

        _world.Clock.Advance(RepeatedRequest.Lease);
        Ask();
        Assert.Equal([ImportOutcome.Same, ImportOutcome.Same], (await _world.Get<RunImport>().ExecuteAsync(Sheet())).Value!.Outcomes());

        Ask();
        Assert.Equal([ImportOutcome.Same, ImportOutcome.Same], (await _world.Get<RunImport>().ExecuteAsync(Sheet())).Value!.Outcomes());
    }

    [Fact]
    public async Task Answers_are_forgotten_after_two_days()
    {
        Ask();
        Assert.True((await _world.Get<RunImport>().ExecuteAsync(Sheet())).IsOk);

        _world.Clock.Advance(ForgetAnswers.KeptFor);
        Assert.Equal(0, await _world.Get<ForgetAnswers>().ExecuteAsync());
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await _world.Get<ForgetAnswers>().ExecuteAsync());
        Assert.False(await _world.ReadAsync(db => db.Set<IdempotentAnswer>().AnyAsync()));
    }

    private void Ask(byte[]? hash = null) => _world.Get<CurrentRequest>().MayBeRepeated("key/1", hash ?? _hash);

    private static ImportSheet Sheet() => ImportWorld.Sheet(ImportKind.Products, "code;nom\nA;Vis\nB;Écrou\n");

    /// <summary>Whoever asked is gone once the first rows are written.</summary>
    private sealed class HangUp(CancellationTokenSource line) : IProgress<int>
    {
        public void Report(int value) => line.Cancel();
    }
}
