using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>The half of the first migration that EF cannot derive: grants, row security, functions, constraints over ranges.</summary>
internal static class InitialWalls
{
    public static void Raise(MigrationBuilder migration)
    {
        // Trusted extensions: the owner of the database may create them.
        migration.Sql("create extension if not exists btree_gist; create extension if not exists pg_trgm; create extension if not exists unaccent");
        migration.Sql("grant usage on schema public to adv_app, adv_search");

        // Of no tenant: what is needed before one is known, and queues that hold nothing but ids.
        migration.Sql(
            """
            grant select, insert on tenants to adv_app;
            grant select, insert, update on logins, login_tokens, login_claims, login_providers to adv_app;
            grant delete on login_tokens, login_claims, login_providers to adv_app;
            grant insert, delete on memberships to adv_app;
            grant select (login_id, tenant_id) on memberships to adv_search;
            grant select on tenants to adv_search;
            grant select, insert on data_protection_keys to adv_app;
            grant select, insert, update, delete on outbox_turns to adv_app;
            """);

        foreach (var table in (string[])["tenant_settings", "members", "api_keys", "clients", "sites", "contacts", "buyer_codes", "contract_prices",
            "products", "drafts", "outbox_messages", "idempotent_answers", "ownerships", "absences", "covers",
            "order_documents", "order_document_orders", "order_document_contents",
            "requirements", "requirement_revisions", "handoffs", "orders", "order_lines", "order_findings"])
        {
            migration.EnableTenantIsolation(table);
        }

        migration.EnableTenantIsolation("counters", "select, insert, update");
        migration.EnableTenantIsolation("history_heads", "select, insert, update");

        // The past is written once; only its personal half can be erased.
        migration.EnableTenantIsolation("history", "select, insert, update (personal)");

        OneAtATime(migration);
        Functions(migration);
        InitialSearch.Raise(migration);
    }

    private static void OneAtATime(MigrationBuilder migration) =>
        migration.Sql(
            """
            alter table ownerships add constraint ownerships_one_at_a_time exclude using gist
                (tenant_id with =, client_id with =, daterange("from", until, '[]') with &&);
            alter table covers add constraint covers_one_at_a_time exclude using gist
                (tenant_id with =, client_id with =, int4range(first_half, last_half, '[]') with &&) where (is_published);
            """);

    private static void Functions(MigrationBuilder migration) =>
        migration.Sql(
            """
            create function memberships_of(login uuid) returns table (tenant_id uuid, slug text, name text)
            language sql stable security definer set search_path = pg_catalog, public as
            $$ select t.id, t.slug, t.name from public.memberships m join public.tenants t on t.id = m.tenant_id where m.login_id = login order by t.name $$;
            revoke all on function memberships_of(uuid) from public;
            grant execute on function memberships_of(uuid) to adv_app;
            grant create on schema public to adv_search;
            alter function memberships_of(uuid) owner to adv_search;
            revoke create on schema public from adv_search;
            """);
}
