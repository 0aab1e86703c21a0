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
                alter table inquiries alter column searched set statistics 500;
                create index ix_inquiries_search on inquiries using gin (tenant_id, searched gin_trgm_ops);
                """);

            // What most of them have is found soonest by walking back from the last one, what few of them have by its letters: the plan is made for the term.
            migrationBuilder.Searches("search_inquiries",
                $"""
                begin
                    return query execute format(
                        'select i.id from public.inquiries i where i.tenant_id = %L and i.searched like %L order by i.last_message_at desc, i.id desc limit %s',
                        {InitialSearch.Here}, public.containing(term), coalesce(most::text, 'all'));
                end
                """,
                language: "plpgsql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop function search_inquiries(text, integer);
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
