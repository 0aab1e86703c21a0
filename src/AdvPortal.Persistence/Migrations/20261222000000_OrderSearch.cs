using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OrderSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function search_orders(text, integer)");

            // Its statistics are closed to the search, so the planner would read every order of a large company to sort the few that were found. What
            // one in forty of the last orders says, or five thousand of all, is found soonest by walking back from the last one, and the order whose number
            // it is stands first; two letters, which no index holds, are looked for in the last twenty thousand. Of a product that stands in thousands of
            // lines the newest are found likewise. All else is reached through its own index.
            migrationBuilder.Searches("search_orders",
                $"""
                declare
                    here constant uuid := {InitialSearch.Here};
                    wanted constant text := public.containing(term);
                    typed constant text := public.folded(btrim(term));
                    sold constant uuid[] := array(select p.id from public.products p where p.tenant_id = here and public.folded(p.code) = typed);
                    walks boolean := most is not null and (length(typed) < 3 or 5 <= (
                        select count(*) from (select o.number, o.customer_reference from public.orders o where o.tenant_id = here order by o.received_at desc, o.id desc limit 200) last
                        where public.folded(last.number || ' ' || coalesce(last.customer_reference, '')) like wanted));
                    named uuid[];
                    ordered uuid[] := array[]::uuid[];
                begin
                    if not walks then
                        named := array(
                            select o.id from public.orders o
                            where o.tenant_id = here and public.folded(o.number || ' ' || coalesce(o.customer_reference, '')) like wanted
                            limit case when most is not null then 5000 end);
                        walks := most is not null and cardinality(named) = 5000;
                    end if;

                    if walks then
                        named := array(select o.id from public.orders o where o.tenant_id = here and o.number in (btrim(term), upper(btrim(term)))) || array(
                            select walked.id from (
                                select o.id, o.number, o.customer_reference from public.orders o where o.tenant_id = here order by o.received_at desc, o.id desc
                                limit case when length(typed) < 3 then 20000 end offset 0) walked
                            where public.folded(walked.number || ' ' || coalesce(walked.customer_reference, '')) like wanted limit most);
                    end if;

                    if cardinality(sold) > 0 then
                        if most <= 50 and 2000 = (select count(*) from (select from public.order_lines l where l.tenant_id = here and l.product_id = any (sold) limit 2000) first) then
                            ordered := array(
                                select walked.id from (
                                    select o.id, o.received_at from public.orders o where o.tenant_id = here order by o.received_at desc, o.id desc limit 5000) walked
                                where exists (select from public.order_lines l where l.tenant_id = here and l.order_id = walked.id and l.product_id = any (sold) offset 0)
                                order by walked.received_at desc, walked.id desc limit most);
                        end if;

                        if cardinality(ordered) < coalesce(most, 1) then
                            ordered := array(select distinct l.order_id from public.order_lines l where l.tenant_id = here and l.product_id = any (sold));
                        end if;
                    end if;

                    return query
                        select o.id from public.orders o
                        where o.tenant_id = here and o.id = any (named || ordered)
                        order by coalesce(typed in (public.folded(o.number), public.folded(o.customer_reference)), false) desc, o.received_at desc, o.id desc limit most;
                end
                """,
                language: "plpgsql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function search_orders(text, integer)");
            InitialSearch.SearchOrders(migrationBuilder);
        }
    }
}
