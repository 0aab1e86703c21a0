using AdvPortal.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>The roles and the database as production has them, on the server that all test projects share.</summary>
public sealed class RoleTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_portal_works_as_a_role_that_owns_nothing()
    {
        Assert.Equal("adv_app", await Sql.AskAsync<string>(postgres.AppConnectionString, "select current_user::text"));
        Assert.False(await Sql.AskAsync<bool>(postgres.AppConnectionString, "select has_schema_privilege('public', 'create') or has_database_privilege(current_database(), 'create')"));
    }

    [Theory]
    [InlineData("adv_app", true)]
    [InlineData("adv_owner", true)]
    [InlineData("adv_search", false)]
    public async Task No_role_of_ours_can_do_more_than_it_must(string role, bool signsIn) =>
        Assert.Equal(
            $"{signsIn} False False False False False",
            await Sql.AskAsync<string>(
                postgres.AdminConnectionString,
                $"select format('%s %s %s %s %s %s', rolcanlogin::text, rolsuper::text, rolcreatedb::text, rolcreaterole::text, rolreplication::text, rolbypassrls::text) from pg_roles where rolname = '{role}'"),
            ignoreCase: true);

    [Fact]
    public async Task The_owner_migrates_and_hands_search_functions_over()
    {
        await Sql.TellAsync(
            postgres.OwnerConnectionString,
            """
            create table found (id int);
            create function find_it() returns int language sql security definer set search_path = public as 'select 1';
            grant create on schema public to adv_search;
            alter function find_it() owner to adv_search;
            revoke create on schema public from adv_search;
            """);

        Assert.Equal("adv_search", await Sql.AskAsync<string>(postgres.OwnerConnectionString, "select proowner::regrole::text from pg_proc where proname = 'find_it'"));
    }

    [Fact]
    public async Task A_policy_of_the_search_functions_opens_nothing_to_the_owner()
    {
        await Sql.TellAsync(
            postgres.OwnerConnectionString,
            """
            create table walled (id int);
            insert into walled values (1);
            alter table walled enable row level security, force row level security;
            create policy search on walled to adv_search using (true);
            """);

        Assert.Equal(0L, await Sql.AskAsync<long>(postgres.OwnerConnectionString, "select count(*) from walled"));
    }

    [Fact]
    public async Task Letters_beyond_ascii_have_two_cases_and_may_lose_their_accents() =>
        Assert.Equal("éloïse eloise", await Sql.AskAsync<string>(postgres.AppConnectionString, "select lower('ÉLOÏSE') || ' ' || unaccent('eloïse')"));

    [Fact]
    public async Task Nobody_comes_in_with_a_wrong_password()
    {
        var wrong = new NpgsqlConnectionStringBuilder(postgres.AppConnectionString) { Password = "guess" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.AskAsync<string>(wrong, "select 'in'"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Setting_the_roles_up_again_only_renews_the_passwords()
    {
        await Sql.TellAsync(postgres.AdminConnectionString, "begin;" + RoleSetup.Roles("it's new", "new") + RoleSetup.Extensions + "rollback;");

        Assert.Equal("adv_app", await Sql.AskAsync<string>(postgres.AppConnectionString, "select current_user::text"));
    }
}
