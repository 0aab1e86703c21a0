using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>The nearest clients and products for what a document calls them: several terms in one visit, by the trigram indexes of the search.</summary>
internal static class SimilarSearch
{
    private const string Here = "nullif(current_setting('app.tenant_id', true), '')::uuid";

    public static void Raise(MigrationBuilder migration)
    {
        // Until a session has loaded pg_trgm its thresholds are nobody's, and only a superuser may set what is nobody's. An upgrade has not touched it yet.
        migration.Sql("select public.show_limit()");

        migration.Likens("similar_clients", "terms text[], most integer", "text[], integer",
            $"""
            select (t.ord - 1)::integer, found.id from unnest(terms) with ordinality t(term, ord)
            cross join lateral (
                select c.id, greatest(public.similarity(public.folded(t.term), public.folded(c.name)), public.word_similarity(public.folded(t.term), public.folded(c.code || ' ' || c.name))) as score
                from public.clients c
                where c.tenant_id = {Here} and not c.is_archived
                    and (public.folded(c.code || ' ' || c.name) operator(public.%) public.folded(t.term) or public.folded(c.code || ' ' || c.name) operator(public.%>) public.folded(t.term))
                order by score desc, c.name, c.id limit most) found
            """);
        migration.Likens("similar_products", "terms text[], client uuid, most integer", "text[], uuid, integer",
            $"""
            select (t.ord - 1)::integer, found.id from unnest(terms) with ordinality t(term, ord)
            cross join lateral (
                select alike.id, max(alike.score) as score from (
                    select p.id, greatest(public.similarity(public.folded(t.term), public.folded(p.name)), public.word_similarity(public.folded(t.term), public.folded(p.code || ' ' || p.name || ' ' || coalesce(p.gtin, '')))) as score
                    from public.products p
                    where p.tenant_id = {Here} and not p.is_archived
                        and (public.folded(p.code || ' ' || p.name || ' ' || coalesce(p.gtin, '')) operator(public.%) public.folded(t.term)
                            or public.folded(p.code || ' ' || p.name || ' ' || coalesce(p.gtin, '')) operator(public.%>) public.folded(t.term))
                    union all
                    select b.product_id, public.similarity(public.folded(t.term), public.folded(b.code))
                    from public.buyer_codes b join public.products p on p.tenant_id = b.tenant_id and p.id = b.product_id
                    where b.tenant_id = {Here} and p.tenant_id = {Here} and not p.is_archived and b.client_id = client and public.folded(b.code) operator(public.%) public.folded(t.term)) alike
                group by alike.id
                order by 2 desc, alike.id limit most) found
            """);
    }

    /// <summary>Past row security as adv_search, and so with the tenant of the transaction, never an argument, first; see <see cref="InitialSearch"/>.</summary>
    private static void Likens(this MigrationBuilder migration, string function, string arguments, string types, string query) =>
        migration.Sql(
            $"""
            create function {function}({arguments}) returns table (term integer, id uuid)
            language sql stable security definer set search_path = pg_catalog, public set pg_trgm.similarity_threshold = 0.2 set pg_trgm.word_similarity_threshold = 0.4 as
            $$ {query} $$;
            revoke all on function {function}({types}) from public;
            grant execute on function {function}({types}) to adv_app;
            grant create on schema public to adv_search;
            alter function {function}({types}) owner to adv_search;
            revoke create on schema public from adv_search;
            """);
}
