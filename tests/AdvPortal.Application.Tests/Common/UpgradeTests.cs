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

    [Fact]
    public async Task A_cover_is_told_every_absence_that_it_follows_from()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var update = AsOwner();
        await update.GetService<IMigrator>().MigrateAsync("20261224000000_PublishedCovers", ct);
        var (claire, yanis, sophie) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var admin = NpgsqlDataSource.Create(_server.AdminConnectionString);
        await using (var covers = admin.CreateCommand(
            $"""
            set session_replication_role = replica;
            insert into covers (tenant_id, id, client_id, absence_id, instead_of_id, absent_id, stand_in_id, first_half, last_half, is_fixed, is_published, version)
            select '{Guid.Empty}', gen_random_uuid(), '{Guid.Empty}', absence::uuid, instead::uuid, gen_random_uuid(), gen_random_uuid(), first, last, false, true, 1
            from (values ('{claire}', null, 0, 1), ('{yanis}', '{claire}', 2, 3), ('{sophie}', '{yanis}', 4, 7), ('{claire}', null, 8, 9)) as line(absence, instead, first, last)
            """))
        {
            await covers.ExecuteNonQueryAsync(ct);
        }

        await update.GetService<IMigrator>().MigrateAsync("20261225000000_CoverLinks", ct);

        await using var told = admin.CreateCommand("select array_agg(array_to_string(follows_from, ' ') order by first_half) from covers");
        Assert.Equal(["", $"{claire}", $"{claire} {yanis}", ""], (string[])(await told.ExecuteScalarAsync(ct))!);
    }

    private AdvDbContext AsOwner() => new(
        new DbContextOptionsBuilder<AdvDbContext>().UseNpgsql(new NpgsqlConnectionStringBuilder(_server.OwnerConnectionString) { Pooling = false }.ConnectionString).UseSnakeCaseNamingConvention().Options,
        new CurrentTenant());
}
