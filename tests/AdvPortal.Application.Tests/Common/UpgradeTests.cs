using AdvPortal.Persistence;
using AdvPortal.Persistence.Tenancy;
using AdvPortal.Tests;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace AdvPortal.Application.Tests.Common;

/// <summary>A portal that is updated goes on from its release in a session that has done nothing before.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private readonly TestPostgres _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_step_of_the_schema_can_be_the_first_of_an_update()
    {
        await using var whole = AsOwner();

        foreach (var step in whole.Database.GetMigrations())
        {
            await using var update = AsOwner();
            await update.GetService<IMigrator>().MigrateAsync(step);
        }

        Assert.Equal(whole.Database.GetMigrations(), await whole.Database.GetAppliedMigrationsAsync());
    }

    private AdvDbContext AsOwner() => new(
        new DbContextOptionsBuilder<AdvDbContext>().UseNpgsql(new NpgsqlConnectionStringBuilder(_server.OwnerConnectionString) { Pooling = false }.ConnectionString).UseSnakeCaseNamingConvention().Options,
        new CurrentTenant());
}
