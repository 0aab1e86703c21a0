using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;
using Npgsql;

namespace AdvPortal.Application.Tests.Common;

public sealed class TenancyTests(TestDatabase database) : IAsyncLifetime
{
    /// <summary>What is of no tenant: known before one is, or a queue that holds nothing but ids.</summary>
    private static readonly string[] _untenanted =
    [
        "__EFMigrationsHistory", "data_protection_keys", "login_claims", "login_providers", "login_tokens", "logins", "memberships", "outbox_turns", "tenants",
    ];

    private World _us = null!;
    private World _them = null!;

    public async ValueTask InitializeAsync()
    {
        (_us, _them) = (await database.ATenantAsync(), await database.ATenantAsync());
        await _us.AClientAsync("ours");
        await _them.AClientAsync("theirs");
    }

    public async ValueTask DisposeAsync()
    {
        await _us.DisposeAsync();
        await _them.DisposeAsync();
    }

    [Fact]
    public async Task A_tenant_sees_only_its_own_clients()
    {
        Assert.Equal(["ours"], await Names(_us, clients => clients));
        Assert.Equal(["theirs"], await Names(_them, clients => clients));
    }

    [Fact]
    public async Task Lifting_the_tenant_filter_still_meets_row_level_security() =>
        Assert.Equal(["ours"], await Names(_us, clients => clients.IgnoreQueryFilters([Filters.Tenant])));

    [Fact]
    public async Task A_superuser_would_meet_only_the_filter_so_it_is_row_level_security_that_stood_there()
    {
        await using var services = TestDatabase.Build(database.AsSuperuser);
        await using var superuser = new World(services);
        superuser.Get<CurrentMember>().SignIn(Ids.New<TenantId>(), TimeZoneInfo.Utc, Ids.New<MemberId>(), Roles.PermissionsOf(Role.Admin));
        var names = await Names(superuser, clients => clients.IgnoreQueryFilters([Filters.Tenant]));

        Assert.Contains("ours", names);
        Assert.Contains("theirs", names);
        Assert.Empty(await Names(superuser, clients => clients));
    }

    [Fact]
    public async Task Without_a_tenant_there_are_no_rows()
    {
        await using var nobody = database.Nobody();

        Assert.Empty(await Names(nobody, clients => clients.IgnoreQueryFilters([Filters.Tenant])));
        Assert.Equal(0, await nobody.ReadAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from clients").SingleAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => nobody.ReadAsync(async db => await Task.FromResult(db.Clients.Add(new("X", "nobody's", "fr", "EUR")))));
    }

    [Fact]
    public async Task The_next_user_of_a_connection_does_not_inherit_the_tenant()
    {
        await using var services = TestDatabase.Build(database.AsApp + ";Maximum Pool Size=1");
        await using var us = new World(services);
        await using var nobody = new World(services);
        us.Get<CurrentMember>().SignIn(_us.Tenant, TimeZoneInfo.Utc, Ids.New<MemberId>(), Roles.PermissionsOf(Role.Admin));

        var before = await us.ReadAsync(db => db.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\"").SingleAsync());
        Assert.Equal(["ours"], await Names(us, clients => clients));
        await using var db = await nobody.Get<IDbContextFactory<AdvDbContext>>().CreateDbContextAsync();

        Assert.Equal(before, await db.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\"").SingleAsync());
        Assert.Equal(0, await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from clients").SingleAsync());
    }

    [Fact]
    public void A_connection_that_is_not_reset_is_refused_at_start_up() =>
        Assert.Throws<InvalidOperationException>(() => TestDatabase.Build(database.AsApp + ";No Reset On Close=true"));

    [Fact]
    public async Task Raw_sql_cannot_write_into_another_tenant()
    {
        var them = _them.Tenant.Value;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _us.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"insert into counters (tenant_id, id, name, value, version) values ({them}, {Guid.CreateVersion7()}, 'planted', 1, 1)")));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_row_cannot_point_at_one_of_another_tenant()
    {
        var stranger = await _them.AClientAsync("stranger");
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => _us.StoreAsync(db => db.Add(new Domain.Portfolios.Ownership(stranger.Id, _us.Me, new(2026, 1, 1), null))));

        Assert.StartsWith("fk_ownerships_", Assert.IsType<PostgresException>(refused.InnerException).ConstraintName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_another_tenant_cannot_be_saved()
    {
        var theirs = await _them.ReadAsync(db => db.Clients.SingleAsync());
        theirs.Archive();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _us.StoreAsync(db => db.Clients.Update(theirs)));
    }

    [Fact]
    public async Task Every_table_is_under_row_level_security_even_for_its_owner()
    {
        var open = await _us.ReadAsync(db => db.Database.SqlQuery<string>(
            $"""
            select relname as "Value" from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
            """).ToListAsync());

        Assert.Equal(_untenanted.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_table_is_the_applications_own_and_no_view_leads_around_the_walls()
    {
        var owners = await _us.ReadAsync(db => db.Database.SqlQuery<string>(
            $"select distinct tableowner::text as \"Value\" from pg_tables where schemaname = 'public'").ToListAsync());
        var views = await _us.ReadAsync(db => db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')").SingleAsync());
        var bypass = await _us.ReadAsync(db => db.Database.SqlQuery<bool>(
            $"select rolbypassrls or rolsuper as \"Value\" from pg_roles where rolname = current_user").SingleAsync());

        Assert.Equal(["adv_owner"], owners);
        Assert.Equal(0, views);
        Assert.False(bypass);
    }

    [Fact]
    public async Task Every_key_and_every_reference_of_a_tenant_starts_with_the_tenant()
    {
        var loose = await _us.ReadAsync(db => db.Database.SqlQuery<string>(
            $"""
            select t.relname as "Value" from pg_index i
            join pg_class t on t.oid = i.indrelid
            join pg_attribute a on a.attrelid = i.indexrelid and a.attnum = 1
            where t.relnamespace = 'public'::regnamespace and i.indisunique and a.attname <> 'tenant_id'
            union
            select t.relname from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.connamespace = 'public'::regnamespace and c.contype = 'f'
                and (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) <> 'tenant_id'
            """).ToListAsync());

        Assert.Empty(loose.Except(_untenanted));
    }

    private static Task<List<string>> Names(World world, Func<IQueryable<Client>, IQueryable<Client>> query) =>
        world.ReadAsync(db => query(db.Clients).Select(c => c.Name).OrderBy(name => name).ToListAsync());
}
