using AdvPortal.Application.Members;

namespace AdvPortal.Application.Tests.Members;

public sealed class PreferenceTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Of_two_pages_that_keep_preferences_at_once_neither_fails()
    {
        var claire = await _world.AMemberAsync("Claire Morel", Role.Adv);
        await using var there = await _world.AsAsync(claire, Role.Adv);
        await using var here = await _world.AsAsync(claire, Role.Adv);

        var kept = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => (n % 2 == 0 ? here : there).Get<KeepPreferences>().ExecuteAsync("en", "dark", singleLetterShortcuts: false)));

        Assert.All(kept, one => Assert.True(one.IsOk));
        var member = await _world.ReadAsync(db => db.Members.SingleAsync(m => m.Id == claire));
        Assert.Equal(("en", "dark", false), (member.Language, member.Theme, member.SingleLetterShortcuts));
    }
}
