using System.Reflection;
using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;
using Npgsql;

namespace AdvPortal.Application.Tests.Common;

public sealed class TenancyTests(TestDatabase database) : IAsyncLifetime
{
    /// <summary>What is of no tenant: known before one is, or a queue that holds nothing but ids.</summary>
    private static readonly string[] _untenanted =
    [
        "__EFMigrationsHistory", "data_protection_keys", "login_claims", "login_providers", "login_tokens", "logins", "memberships", "outbox_turns", "tenants", "webhook_turns",
    ];

    /// <summary>What the search functions read past row security.</summary>
    private static readonly string[] _searched = ["buyer_codes", "clients", "inquiries", "order_lines", "orders", "products"];

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

    [Fact]
    public async Task Every_policy_lets_the_application_see_one_tenant_and_only_search_see_more()
    {
        var policies = await _us.ReadAsync(db => db.Database.SqlQuery<Policy>(
            $"""
            select tablename::text as "Table", array_to_string(roles, ',') as "Roles", cmd as "Command", coalesce(qual, '') as "Using", coalesce(with_check, '') as "Check"
            from pg_policies where schemaname = 'public'
            """).ToListAsync());
        var tables = await _us.ReadAsync(db => db.Database.SqlQuery<string>($"select relname::text as \"Value\" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')").ToListAsync());
        var (application, search) = (policies.Where(p => p.Roles != "adv_search").ToList(), policies.Where(p => p.Roles == "adv_search").ToList());

        // One each, and each the same: several would be allowed if any of them allows.
        Assert.Equal(tables.Except(_untenanted).Order(StringComparer.Ordinal), application.Select(p => p.Table).Order(StringComparer.Ordinal));
        Assert.All(application, p => Assert.Equal(("adv_app", "ALL"), (p.Roles, p.Command)));
        Assert.All(application.SelectMany(p => new[] { p.Using, p.Check }), p => Assert.Matches(@"^\(tenant_id = \( SELECT \(NULLIF\(current_setting\('app\.tenant_id'::text, true\), ''::text\)\)::uuid AS ""?\w+""?\)\)$", p));
        Assert.Equal(_searched.Order(StringComparer.Ordinal), search.Select(p => p.Table).Order(StringComparer.Ordinal));
        Assert.All(search, p => Assert.Equal(("SELECT", ""), (p.Command, p.Check)));
    }

    [Fact]
    public async Task Only_these_functions_work_past_the_walls_and_none_is_the_applications_own()
    {
        var definers = await _us.ReadAsync(db => db.Database.SqlQuery<string>(
            $"""
            select p.proname || ' ' || pg_get_userbyid(p.proowner) || ' ' || coalesce(array_to_string(p.proconfig, ','), '') as "Value"
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
            """).ToListAsync());
        var open = await _us.ReadAsync(db => db.Database.SqlQuery<string>(
            $"select proname::text as \"Value\" from pg_proc p where prosecdef and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) a where a.grantee = 0)").ToListAsync());
        var owned = await _us.ReadAsync(db => db.Database.SqlQuery<int>(
            $"""
            select (select count(*) from pg_class where pg_get_userbyid(relowner) = current_user)::int
                + (select count(*) from pg_proc where pg_get_userbyid(proowner) = current_user)::int
                + (select count(*) from pg_namespace where pg_get_userbyid(nspowner) = current_user and nspname not like 'pg\_temp%' and nspname not like 'pg\_toast\_temp%')::int
                + (select count(*) from pg_auth_members where pg_get_userbyid(member) = current_user)::int as "Value"
            """).SingleAsync());

        Assert.Equal(
            [
                .. ((string[])["memberships_of", "search_clients", "search_inquiries", "search_orders", "search_products"]).Select(function => $"{function} adv_search search_path=pg_catalog, public"),
                .. ((string[])["similar_clients", "similar_products"]).Select(function => $"{function} adv_search search_path=pg_catalog, public,pg_trgm.similarity_threshold=0.2,pg_trgm.word_similarity_threshold=0.4"),
            ],
            definers.Order(StringComparer.Ordinal));
        Assert.Empty(open);
        Assert.Equal(0, owned);
    }

    [Fact]
    public async Task Each_wall_alone_keeps_every_table_to_its_tenant()
    {
        await FillEveryTableAsync();
        await using var services = TestDatabase.Build(database.AsSuperuser);
        await using var superuser = new World(services);
        superuser.Get<CurrentMember>().SignIn(_us.Tenant, TimeZoneInfo.Utc, Ids.New<MemberId>(), Roles.PermissionsOf(Role.Admin));
        var kinds = await _us.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(TenantOwned))).ToList()));

        Assert.True(kinds.Count > 25);

        foreach (var kind in kinds)
        {
            var seenByAll = await TenantsIn(superuser, kind, lifted: true);

            Assert.True(seenByAll.Contains(_us.Tenant) && seenByAll.Contains(_them.Tenant), kind.Name);
            Assert.Equal((kind, "the filter alone", _us.Tenant), (kind, "the filter alone", Assert.Single(await TenantsIn(superuser, kind, lifted: false))));
            Assert.Equal((kind, "row security alone", _us.Tenant), (kind, "row security alone", Assert.Single(await TenantsIn(_us, kind, lifted: true))));
        }
    }

    private static Task<List<TenantId>> TenantsIn(World world, Type kind, bool lifted) => world.ReadAsync(db =>
        (Task<List<TenantId>>)typeof(TenancyTests).GetMethod(nameof(TenantsOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(kind).Invoke(null, [db, lifted])!);

    private static Task<List<TenantId>> TenantsOf<T>(AdvDbContext db, bool lifted) where T : TenantOwned =>
        (lifted ? db.Set<T>().IgnoreQueryFilters([Filters.Tenant]) : db.Set<T>()).Select(row => row.TenantId).Distinct().ToListAsync();

    /// <summary>A row of each of the two in every table of a tenant, whatever it holds: the superuser puts it past references and row security.</summary>
    private async Task FillEveryTableAsync()
    {
        await using var superuser = new NpgsqlConnection(database.AsSuperuser);
        await superuser.OpenAsync();

        foreach (var tenant in new[] { _us.Tenant.Value, _them.Tenant.Value })
        {
            await using var fill = superuser.CreateCommand();
            fill.CommandText =
                $"""
                set session_replication_role = replica;
                do $$ declare tenant uuid := '{tenant}'; sql text; begin
                    for sql in
                        select format('insert into %I (%s) values (%s)', c.table_name, string_agg(quote_ident(c.column_name), ','), string_agg(case
                            when c.column_name = 'tenant_id' then quote_literal(tenant)
                            when c.udt_name = 'uuid' then 'gen_random_uuid()'
                            when c.udt_name in ('text', 'varchar') then $v$left(gen_random_uuid()::text, 2)$v$
                            when c.udt_name in ('json', 'jsonb') then $v$'[]'$v$
                            when c.udt_name in ('date', 'timestamptz') then 'now()'
                            when c.udt_name = 'interval' then $v$interval '0'$v$
                            when c.udt_name = 'bool' then 'false'
                            when c.udt_name = 'bytea' then $v$'\x00'$v$
                            when left(c.udt_name, 1) = '_' then $v$'{"{}"}'$v$
                            else '1' end, ','))
                        from information_schema.columns c
                        where c.table_schema = 'public' and c.is_nullable = 'NO' and c.is_generated = 'NEVER'
                            and exists (select from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'tenant_id')
                            and c.table_name not in ('{string.Join("','", _untenanted)}')
                        group by c.table_name
                    loop
                        -- Another row of the table is there already; that a deferrable constraint says so, "on conflict" does not take.
                        begin execute sql; exception when unique_violation or exclusion_violation then null; end;
                    end loop;
                end $$
                """;
            await fill.ExecuteNonQueryAsync();
        }
    }

    private sealed record Policy(string Table, string Roles, string Command, string Using, string Check);

    private static Task<List<string>> Names(World world, Func<IQueryable<Client>, IQueryable<Client>> query) =>
        world.ReadAsync(db => query(db.Clients).Select(c => c.Name).OrderBy(name => name).ToListAsync());
}
