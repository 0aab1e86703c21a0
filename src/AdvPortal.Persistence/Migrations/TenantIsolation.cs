using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

internal static class TenantIsolation
{
    /// <summary>
    /// Opens a new table to the application's role, and to one tenant at a time. A transaction that named no tenant compares with null
    /// and sees nothing; the subselect makes PostgreSQL read the setting once for each statement rather than once for each row.
    /// </summary>
    public static void EnableTenantIsolation(this MigrationBuilder migration, string table, string grants = "select, insert, update, delete") =>
        migration.Sql(
            $"""
            alter table {table} enable row level security;
            alter table {table} force row level security;
            create policy tenant_isolation on {table} to adv_app
                using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
                with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
            grant {grants} on {table} to adv_app;
            """);

    /// <summary>
    /// Lets the search functions read a table past row security, which keeps PostgreSQL from using trigram indexes. They put the
    /// tenant first themselves, and adv_search cannot log in.
    /// </summary>
    public static void AllowSearch(this MigrationBuilder migration, string table) =>
        migration.Sql(
            $"""
            create policy search on {table} for select to adv_search using (true);
            grant select on {table} to adv_search;
            """);
}
