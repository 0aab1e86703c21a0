using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Tenants;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Members;

public sealed class SetUpTests : IAsyncLifetime
{
    private readonly TestPostgres _empty = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        await _empty.InitializeAsync();
        await Database.MigrateAsync(_empty.OwnerConnectionString);
        _services = TestDatabase.Build(_empty.AppConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _empty.DisposeAsync();
    }

    [Fact]
    public async Task Two_who_set_up_at_the_same_moment_make_one_company()
    {
        var made = await Task.WhenAll(SetUpAsync("visserie"), SetUpAsync("comptoir"), SetUpAsync("quincaillerie"));

        Assert.Single(made, result => result.IsOk);
        Assert.Equal(2, made.Count(result => result.Refusal is SetUpAlready));
        await using var nobody = new World(_services);
        Assert.Single(await nobody.ReadAsync(db => db.Tenants.ToListAsync()));
        Assert.IsType<SetUpAlready>((await SetUpAsync("visserie-2")).Refusal);
    }

    private async Task<Result<LoginId>> SetUpAsync(string slug)
    {
        await using var world = new World(_services);

        return await world.Get<SetUpCompany>().ExecuteAsync(new() { Company = slug, Slug = slug, Name = "Ada Admin", Email = $"ada@{slug}.example", Password = "une phrase bien longue" });
    }
}
