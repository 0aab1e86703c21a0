using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Tests;
using Npgsql;

namespace AdvPortal.Application.Tests.Common;

public sealed class VisitTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_whole_and_its_parts_come_back_together_from_one_visit()
    {
        var id = (await _world.AClientAsync(arrange: c => c.OpenSite("Chartres", "Europe/Paris", PostalAddress.Empty))).Id;
        var product = await _world.AProductAsync("VH-M8-30-ZN");
        Client? client = null;
        string? code = null;

        var visits = await RoundTrips.OfAsync(() => _world.ReadAsync(async db =>
        {
            var visit = new Visit(db);
            var clients = visit.Ask(db.Clients.AsTracking().Where(c => c.Id == id));
            visit.Ask(db.Sites.AsTracking().Where(s => s.ClientId == id));
            var codes = visit.Ask(db.Products.Where(p => p.Id == product.Id).Select(p => p.Code));
            await visit.GoAsync(CancellationToken.None);
            (client, code) = (clients.Only, codes.Only);

            return true;
        }));

        Assert.Single(visits);
        Assert.Equal("Chartres", Assert.Single(client!.Sites).Name);
        Assert.Equal("VH-M8-30-ZN", code);
    }

    [Fact]
    public async Task Whoever_asks_after_a_visit_gets_an_answer_of_their_own()
    {
        await _world.AClientAsync("first");
        await _world.AClientAsync("second");

        var names = await _world.ReadAsync(async db =>
        {
            var visit = new Visit(db);
            var first = visit.Ask(db.Clients.Where(c => c.Name == "first").Select(c => c.Name));
            await visit.GoAsync(CancellationToken.None);

            return new[] { first.Only, await db.Clients.Where(c => c.Name == "second").Select(c => c.Name).SingleAsync() };
        });

        Assert.Equal(["first", "second"], names);
    }

    [Fact]
    public async Task Lists_are_planned_for_their_own_values_and_lookups_once()
    {
        var modes = await _world.ReadAsync(async db =>
        {
            var before = await PlanModeAsync(db);
            var visit = new Visit(db);
            visit.Ask(db.Clients.Select(c => c.Id));
            visit.KeepPlans();
            await visit.GoAsync(CancellationToken.None);

            return (before, after: await PlanModeAsync(db));
        });

        Assert.Equal(("force_custom_plan", "auto"), modes);
        Assert.Equal("force_custom_plan", await _world.ReadAsync(PlanModeAsync));
    }

    [Fact]
    public async Task What_is_asked_again_and_again_is_parsed_once()
    {
        var kept = await _world.ReadAsync(async db =>
        {
            for (var time = 0; time < 10; time++)
            {
                var visit = new Visit(db);
                visit.Ask(db.Clients.Where(c => c.Name == "asked again and again").Select(c => c.Name));
                await visit.GoAsync(CancellationToken.None);
            }

            return await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_prepared_statements where statement like '%clients%'").SingleAsync();
        });

        Assert.True(kept > 0);
    }

    [Fact]
    public async Task There_is_no_answer_before_the_visit() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.ReadAsync(db => Task.FromResult(new Visit(db).Ask(db.Clients).Rows.Count)));

    [Fact]
    public async Task What_fails_beside_the_commit_takes_everything_with_it()
    {
        await Assert.ThrowsAsync<PostgresException>(() => _world.ReadAsync(async db =>
        {
            db.Clients.Add(new("A", "never", "fr", "EUR"));
            await db.SaveChangesAsync();
            await db.CommitAsync([new NpgsqlBatchCommand("select 1 / 0")], CancellationToken.None);

            return true;
        }));

        Assert.False(await _world.ReadAsync(db => db.Clients.AnyAsync()));
    }

    private static Task<string> PlanModeAsync(AdvDbContext db) => db.Database.SqlQuery<string>($"select current_setting('plan_cache_mode') as \"Value\"").SingleAsync();
}
