using AdvPortal.Domain.Clients;

namespace AdvPortal.Application.Tests.Common;

public sealed class UnitOfWorkTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Who_lacks_the_permission_may_neither_read_nor_write()
    {
        await using var reader = await _world.AsAsync(Ids.New<MemberId>(), Role.Reader);
        await using var nobody = database.Nobody();

        Assert.IsType<NotAllowed>((await reader.SaveAsync(_ => Task.FromResult(Result.Ok))).Refusal);
        Assert.IsType<NotAllowed>((await nobody.Get<UnitOfWork>().ReadAsync(this, Permission.ReadClients, db => db.Clients.ToListAsync(), CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task Nothing_stays_of_work_that_was_refused()
    {
        var result = await _world.SaveAsync(async db =>
        {
            db.Clients.Add(new("A", "half done", "fr", "EUR"));
            await db.SaveChangesAsync();

            return new NoSuchClient();
        });

        Assert.IsType<NoSuchClient>(result.Refusal);
        Assert.False(await _world.ReadAsync(db => db.Clients.AnyAsync()));
        Assert.False(await _world.ReadAsync(db => db.History.AnyAsync()));
    }

    [Fact]
    public async Task Nothing_stays_of_a_read()
    {
        await _world.ReadAsync(async db =>
        {
            db.Clients.Add(new("A", "never", "fr", "EUR"));
            return await db.SaveChangesAsync();
        });

        Assert.False(await _world.ReadAsync(db => db.Clients.AnyAsync()));
    }

    [Fact]
    public async Task The_loser_of_a_race_is_told()
    {
        var id = (await _world.AClientAsync()).Id;

        var loser = await _world.SaveAsync(async db =>
        {
            var client = await db.Clients.SingleAsync(c => c.Id == id);
            var winner = await _world.SaveAsync(async other => NoteIt(await other.Clients.SingleAsync(c => c.Id == id), "first"));
            Assert.True(winner.IsOk);

            return NoteIt(client, "second");
        });

        Assert.IsType<ChangedMeanwhile>(loser.Refusal);

        static Result NoteIt(Client client, string note)
        {
            client.Note(phone: null, note);
            return Result.Ok;
        }
    }

    [Fact]
    public async Task A_code_that_is_taken_is_refused_in_words_and_an_unknown_constraint_is_a_bug()
    {
        var first = new Client("ACME", "first", "fr", "EUR");
        Assert.True((await AddAsync(first)).IsOk);
        Assert.IsType<ClientCodeTaken>((await AddAsync(new("ACME", "second", "fr", "EUR"))).Refusal);
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(first));
    }

    [Fact]
    public async Task A_value_that_no_column_holds_and_no_form_caught_is_refused_in_words()
    {
        Assert.IsType<ValueDoesNotFit>((await AddAsync(new("ACME", "NUL \0", "fr", "EUR"))).Refusal);
        Assert.IsType<ValueDoesNotFit>((await AddAsync(new("ACME", new('x', Client.NameMaxLength + 1), "fr", "EUR"))).Refusal);
    }

    [Fact]
    public async Task A_changed_part_moves_the_version_of_its_whole()
    {
        var id = (await _world.AClientAsync(arrange: c => c.OpenSite("Chartres", "Europe/Paris", PostalAddress.Empty))).Id;

        await _world.SaveAsync(async db =>
        {
            var client = await db.Clients.Include(c => c.Sites).SingleAsync(c => c.Id == id);
            client.Sites[0].Describe("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty, null, null);

            return Result.Ok;
        });

        Assert.Equal(2, (await _world.ReadAsync(db => db.Clients.SingleAsync(c => c.Id == id))).Version);
    }

    private Task<Result> AddAsync(Client client) => _world.SaveAsync(db =>
    {
        db.Clients.Add(client);
        return Task.FromResult(Result.Ok);
    });
}
