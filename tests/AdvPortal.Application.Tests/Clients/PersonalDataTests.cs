using AdvPortal.Application.Clients;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Tests.Clients;

public sealed class PersonalDataTests(TestDatabase database) : IAsyncLifetime
{
    private const string Email = "Karim.Haddad@chartraine.example";

    private World _world = null!;
    private ClientId _client;
    private ContactId _karim;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = (await _world.AClientAsync()).Id;
        _karim = (await _world.Get<AddContact>().ExecuteAsync(_client, new() { Name = "Karim Haddad", Role = ContactRole.Warehouse, Email = Email, Phone = "+33 2 37 00 00 00", Language = "fr" })).Value!.Id;
        await _world.Get<AddContact>().ExecuteAsync(_client, new() { Name = "Nathalie Rousseau", Role = ContactRole.Buyer, Email = "n.rousseau@chartraine.example", Language = "fr" });
        await _world.Get<CreateRequirement>().ExecuteAsync(_client, new()
        {
            Sentence = "Pas de livraison le mercredi",
            Source = new(SourceKind.Email, "Karim Haddad, quai 2", new(2025, 2, 3)),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Wednesday },
        });
        await _world.SaveAsync(db =>
        {
            _world.Get<Mailer>().Send(db, new(MailKind.Other, new("Votre commande", "Bonjour Karim Haddad", "<p>Karim Haddad</p>"), "fr", new Mailbox(Email.ToLowerInvariant(), "Karim Haddad"), new Mailbox("n.rousseau@chartraine.example")) { ClientId = _client });
            return Task.FromResult(Result.Ok);
        });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_export_holds_the_person_their_mails_and_where_they_are_named()
    {
        var data = (await _world.Get<ExportContactData>().ExecuteAsync(_karim)).Value!;

        Assert.Equal(("Karim Haddad", Email), (data.Contact.Name, data.Contact.Email));
        Assert.Equal("Bonjour Karim Haddad", Assert.Single(data.Mails).Text);
        Assert.Equal("Pas de livraison le mercredi", Assert.Single(data.Mentions).Text);
    }

    [Fact]
    public async Task Nothing_of_the_erased_is_left_in_any_table_and_the_history_still_holds()
    {
        var hashes = await HashesAsync();
        var told = await CountAsync();

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);

        Assert.Empty(await TablesNamingAsync("Haddad"));
        Assert.Contains("outbox_messages.to", await TablesNamingAsync("n.rousseau@"));
        Assert.Equal(hashes, (await HashesAsync()).Take(hashes.Count));
        Assert.Equal(told + 1, await CountAsync());
        var last = await _world.ReadAsync(db => db.History.OrderByDescending(h => h.Position).FirstAsync());
        Assert.Equal((nameof(EraseContactData), _client, (string?)null), (last.UseCase, last.ClientId!.Value, last.Personal));
        Assert.Contains("erasedAt", last.Changes, StringComparison.Ordinal);
        Assert.Contains("Nathalie Rousseau", string.Concat(await _world.ReadAsync(db => db.History.Select(h => h.Personal).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_contact_moves_the_version_of_its_client()
    {
        var before = await VersionAsync();
        await _world.Get<EraseContactData>().ExecuteAsync(_karim, null);

        Assert.Equal(before + 1, await VersionAsync());

        Task<int> VersionAsync() => _world.ReadAsync(db => db.Clients.Where(c => c.Id == _client).Select(c => c.Version).SingleAsync());
    }

    [Fact]
    public async Task A_mail_that_has_not_left_does_not_leave_any_more()
    {
        await _world.Get<EraseContactData>().ExecuteAsync(_karim, null);

        var mail = await _world.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.Equal((OutboxStatus.Cancelled, "n.rousseau@chartraine.example"), (mail.Status, mail.To));
        Assert.False(await _world.ReadAsync(db => db.OutboxTurns.AnyAsync(t => t.Id == mail.Id)));
    }

    [Fact]
    public async Task Retention_forgets_only_where_nothing_happened_for_as_long_as_was_set()
    {
        await _world.Get<RetentionRounds>().GoRoundAsync(CancellationToken.None);
        Assert.Equal(0, await _world.Get<EraseUnusedContacts>().ExecuteAsync());

        var settings = (await _world.Get<ReadTenantSettings>().ExecuteAsync()).Value!;
        settings.Form.RetentionMonths = 12;
        Assert.True((await _world.Get<ChangeTenantSettings>().ExecuteAsync(settings.Form, settings.Version)).IsOk);
        _world.Clock.SetUtcNow(new(2027, 11, 20, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await _world.Get<EraseUnusedContacts>().ExecuteAsync());

        var busy = await _world.AClientAsync("Serrurerie Lacombe");
        await _world.Get<AddContact>().ExecuteAsync(busy.Id, new() { Name = "Luc Berger", Role = ContactRole.Buyer, Email = "luc@lacombe.example", Language = "fr" });
        _world.Clock.SetUtcNow(new(2027, 12, 20, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal(2, await _world.Get<EraseUnusedContacts>().ExecuteAsync());
        Assert.Equal(["Luc Berger", "—", "—"], (await _world.ReadAsync(db => db.Contacts.Select(c => c.Name).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(0, await _world.Get<EraseUnusedContacts>().ExecuteAsync());
    }

    private Task<List<byte[]>> HashesAsync() => _world.ReadAsync(db => db.History.OrderBy(h => h.Position).Select(h => h.Hash).ToListAsync());

    private Task<int> CountAsync() => _world.ReadAsync(db => db.History.CountAsync());

    /// <summary>Every column of every table that row security shows us, read as text: what is added later is looked into as well.</summary>
    private Task<List<string>> TablesNamingAsync(string words) => _world.ReadAsync(async db =>
    {
        var columns = await db.Database.SqlQuery<string>(
            $"""
            select table_name || '.' || column_name as "Value" from information_schema.columns
            where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea')
                and table_name in (select table_name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id')
                and has_column_privilege(quote_ident(table_name), column_name, 'select')
            """).ToListAsync();
        var naming = new List<string>();

        foreach (var column in columns)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            // What is kept as bytes reads as hexadecimal.
            var sql = $"""select count(*)::int as "Value" from "{table}" where "{name}"::text ilike '%' || @p0 || '%' or "{name}"::text ilike '%' || encode(convert_to(@p0, 'UTF8'), 'hex') || '%'""";

            if (await db.Database.SqlQueryRaw<int>(sql, new Npgsql.NpgsqlParameter("p0", words)).SingleAsync() > 0)
            {
                naming.Add(column);
            }
        }

        return naming;
    });
}
