using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InboxSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Folded once, when it is written: folding what is looked through is most of the work of a search. Nobody but the search reads it.
            migrationBuilder.Sql(
                """
                drop function search_inquiries(text, integer);
                drop index ix_inquiries_search;
                alter table inquiries add column searched text generated always as (folded(subject || ' ' || coalesce(person_name, '') || ' ' || coalesce(address, '') || ' ' || preview)) stored;
                create index ix_inquiries_search on inquiries using gin (tenant_id, searched gin_trgm_ops);
                """);

            // What few of them have is found by its letters; what one in forty of the last thousand has, soonest by walking back from the last one. Of one client there are few.
            migrationBuilder.Searches("search_inquiries",
                $"""
                declare
                    here constant uuid := {InitialSearch.Here};
                    wanted constant text := public.containing(term);
                begin
                    if of_client is not null then
                        return query
                            select i.id from public.inquiries i
                            where i.tenant_id = here and i.client_id = of_client and i.searched like wanted
                            order by i.last_message_at desc, i.id desc limit most;
                    elsif most is not null and 25 <= (
                        select count(*) from (
                            select i.searched from public.inquiries i where i.tenant_id = here order by i.last_message_at desc, i.id desc limit 1000) last
                        where last.searched like wanted) then
                        return query
                            select walked.id from (
                                select i.id, i.searched from public.inquiries i where i.tenant_id = here order by i.last_message_at desc, i.id desc offset 0) walked
                            where walked.searched like wanted limit most;
                    else
                        return query
                            select i.id from public.inquiries i where i.tenant_id = here and i.searched like wanted
                            order by i.last_message_at desc, i.id desc limit most;
                    end if;
                end
                """,
                language: "plpgsql", arguments: "term text, most integer, of_client uuid", types: "text, integer, uuid");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop function search_inquiries(text, integer, uuid);
                drop index ix_inquiries_search;
                alter table inquiries drop column searched;
                create index ix_inquiries_search on inquiries using gin (tenant_id, folded(subject || ' ' || coalesce(person_name, '') || ' ' || coalesce(address, '') || ' ' || preview) gin_trgm_ops);
                """);
            migrationBuilder.Searches("search_inquiries",
                $"""
                select id from public.inquiries
                where tenant_id = {InitialSearch.Here} and public.folded(subject || ' ' || coalesce(person_name, '') || ' ' || coalesce(address, '') || ' ' || preview) like public.containing(term)
                order by last_message_at desc, id desc limit most
                """);
        }
    }
}
