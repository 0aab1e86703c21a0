using AdvPortal.Domain.Portfolios;
using Npgsql;

namespace AdvPortal.Application.Tests.Common;

public sealed class HistoryTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_change_is_told_with_how_it_was_before_and_after_and_nothing_personal()
    {
        var client = await _world.AClientAsync(arrange: c => c.Meet("Karim Haddad", Domain.Clients.ContactRole.Warehouse, "k@example.test", null, null));

        await _world.SaveAsync(async db =>
        {
            var loaded = await db.Clients.Include(c => c.Contacts).SingleAsync(c => c.Id == client.Id);
            loaded.Rename("H-1", "Hydraulique du Perche");
            loaded.Contacts[0].Describe("Nathalie Rousseau", Domain.Clients.ContactRole.Buyer, null, null, "fr", null);

            return Result.Ok;
        });

        var told = await _world.ReadAsync(db => db.History.SingleAsync());
        Assert.Contains("\"name\":\"Hydraulique Chartraine\"", told.Changes, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Hydraulique du Perche\"", told.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Karim", told.Changes, StringComparison.Ordinal);
        Assert.Contains("Karim Haddad", told.Personal, StringComparison.Ordinal);
        Assert.Equal((_world.Me, client.Id), (told.MemberId!.Value, told.ClientId!.Value));
    }

    [Fact]
    public async Task Each_entry_is_chained_to_the_one_before_even_when_many_write_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            await using var someone = await _world.AsAsync(_world.Me, Role.Admin);
            Assert.True((await someone.SaveAsync(db =>
            {
                db.Clients.Add(new($"C{n}", "x", "fr", "EUR"));
                return Task.FromResult(Result.Ok);
            })).IsOk);
        }));

        Assert.Equal(20, await _world.ReadAsync(db => db.History.CountAsync()));
        await Chain.VerifyAsync(_world);
    }

    [Fact]
    public async Task What_a_stand_in_does_names_the_owner_it_was_done_for()
    {
        var (yanis, claire) = (await _world.AMemberAsync("Yanis", Role.Adv), await _world.AMemberAsync("Claire", Role.Adv));
        var client = await _world.AClientAsync();
        var absence = Absence.Declare(yanis, new(2026, 11, 23), new(2026, 11, 27)).Value!;
        absence.Plan([new(client.Id, claire, absence.FirstHalf, absence.LastHalf)]);
        absence.Publish(DateTimeOffset.UnixEpoch);
        await _world.StoreAsync(db => db.Add(absence));

        await RenameAsync("during");
        _world.Clock.SetUtcNow(new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
        await RenameAsync("after");

        Assert.Equal([yanis, null], await _world.ReadAsync(db => db.History.OrderBy(h => h.Position).Select(h => h.ActingForId).ToListAsync()));

        async Task RenameAsync(string name)
        {
            await using var standIn = await _world.AsAsync(claire, Role.Adv);
            Assert.True((await standIn.SaveAsync(async db =>
            {
                (await db.Clients.SingleAsync(c => c.Id == client.Id)).Rename("C", name);
                return Result.Ok;
            })).IsOk);
        }
    }

    [Theory]
    [InlineData("update history set changes = '[]'")]
    [InlineData("update history set hash = ''")]
    [InlineData("delete from history")]
    public async Task The_past_cannot_be_rewritten(string attempt)
    {
        await _world.SaveAsync(_ => Task.FromResult(Result.Ok));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => _world.ReadAsync(db => db.Database.ExecuteSqlRawAsync(attempt)));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
