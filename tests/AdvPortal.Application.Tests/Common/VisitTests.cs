using AdvPortal.Domain.Clients;
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
}
