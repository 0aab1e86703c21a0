using System.Globalization;

namespace AdvPortal.Application.Tests.Common;

public sealed class ChangeNoticesTests(TestDatabase database)
{
    [Fact]
    public async Task Whoever_looks_on_is_told_in_their_own_language()
    {
        await using var world = await database.ATenantAsync();
        var told = new TaskCompletionSource<string>();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        using var subscription = world.Get<ChangeNotices>().Subscribe(world.Tenant, _ =>
        {
            told.SetResult($"{CultureInfo.CurrentCulture.Name}/{CultureInfo.CurrentUICulture.Name}");
            return Task.CompletedTask;
        });

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.True((await world.SaveAsync(_ => Task.FromResult(Result.Ok))).IsOk);

        Assert.Equal("fr/fr", await told.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }
}
