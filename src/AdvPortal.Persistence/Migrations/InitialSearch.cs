using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>What makes search fast behind row security: folded texts under trigram indexes, and the functions that alone may use them.</summary>
internal static class InitialSearch
{
    internal const string Here = "nullif(current_setting('app.tenant_id', true), '')::uuid";

    public static void Raise(MigrationBuilder migration)
    {
        // So that the tenant can stand first in a GIN index too.
        migration.Sql("create extension if not exists btree_gin");

        // unaccent is not immutable because its dictionary could be edited; ours is the one it came with.
        migration.Sql(
            """
            create function folded(value text) returns text language sql immutable strict parallel safe
                return lower(public.unaccent('public.unaccent'::regdictionary, value));
            create function containing(term text) returns text language sql immutable strict parallel safe
                return '%' || regexp_replace(regexp_replace(btrim(public.folded(term)), '([\\%_])', '\\\1', 'g'), '\s+', '%', 'g') || '%';
            create index ix_orders_search on orders using gin (tenant_id, folded(number || ' ' || coalesce(customer_reference, '')) gin_trgm_ops);
            create index ix_products_folded_code on products (tenant_id, folded(code));
            create index ix_clients_search on clients using gin (tenant_id, folded(code || ' ' || name) gin_trgm_ops);
            create index ix_products_search on products using gin (tenant_id, folded(code || ' ' || name || ' ' || coalesce(gtin, '')) gin_trgm_ops);
            create index ix_buyer_codes_search on buyer_codes using gin (tenant_id, folded(code) gin_trgm_ops);
            """);

        foreach (var table in (string[])["orders", "order_lines", "clients", "products", "buyer_codes"])
        {
            migration.AllowSearch(table);
        }

        SearchOrders(migration);
        migration.Searches("search_clients",
            $"""
            select id from public.clients
            where tenant_id = {Here} and not is_archived and public.folded(code || ' ' || name) like public.containing(term)
            order by public.folded(code) = public.folded(term) desc, name, id limit most
            """);
        migration.Searches("search_products",
            $"""
            select id from public.products
            where tenant_id = {Here} and not is_archived and id in (
                select id from public.products
                where tenant_id = {Here} and public.folded(code || ' ' || name || ' ' || coalesce(gtin, '')) like public.containing(term)
                union
                select product_id from public.buyer_codes
                where tenant_id = {Here} and public.folded(code) like public.containing(term))
            order by public.folded(code) = public.folded(term) desc, code, id limit most
            """);
    }

    internal static void SearchOrders(MigrationBuilder migration) =>
        migration.Searches("search_orders",
            $"""
            select id from public.orders
            where tenant_id = {Here} and id in (
                select id from public.orders
                where tenant_id = {Here} and public.folded(number || ' ' || coalesce(customer_reference, '')) like public.containing(term)
                union
                select l.order_id from public.order_lines l
                join public.products p on p.tenant_id = l.tenant_id and p.id = l.product_id
                where l.tenant_id = {Here} and p.tenant_id = {Here} and public.folded(p.code) = public.folded(btrim(term)))
            order by public.folded(term) in (public.folded(number), public.folded(customer_reference)) desc nulls last, received_at desc, id desc limit most
            """);

    /// <summary>
    /// One thing to search: past row security as adv_search, and so with the tenant of the transaction, never an argument, first. Best
    /// matches come first; without <c>most</c>, all. Who may call it is said while it is ours: afterwards we may not say any more.
    /// </summary>
    /// <param name="migration">That makes it.</param>
    /// <param name="function">Its name.</param>
    /// <param name="query">What it does.</param>
    /// <param name="language">In which the query is written.</param>
    /// <param name="arguments">What it is given, by name and type.</param>
    /// <param name="types">The types of its arguments.</param>
    internal static void Searches(this MigrationBuilder migration, string function, string query, string language = "sql", string arguments = "term text, most integer", string types = "text, integer") =>
        migration.Sql(
            $"""
            create function {function}({arguments}) returns table (id uuid)
            language {language} stable security definer set search_path = pg_catalog, public as
            $$ {query} $$;
            revoke all on function {function}({types}) from public;
            grant execute on function {function}({types}) to adv_app;
            grant create on schema public to adv_search;
            alter function {function}({types}) owner to adv_search;
            revoke create on schema public from adv_search;
            """);
}
