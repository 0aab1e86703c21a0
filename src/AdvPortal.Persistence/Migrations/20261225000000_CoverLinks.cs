using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>A cover knows all absences that it follows from: a link that stepped aside for all of its time leaves no line that would tell.</summary>
public partial class CoverLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid[]>(name: "follows_from", table: "covers", type: "uuid[]", nullable: false, defaultValue: Array.Empty<Guid>());

        // Link by link down to the owner's absence, by the line beside the one that stepped aside, as far as there is one.
        migrationBuilder.Sql(
            """
            alter table covers no force row level security;

            with recursive links as (
                select id, tenant_id, client_id, first_half, array[instead_of_id] as chain from covers where instead_of_id is not null
                union all
                select link.id, link.tenant_id, link.client_id, link.first_half, below.instead_of_id || link.chain
                from links link
                cross join lateral (
                    select instead_of_id from covers c
                    where c.tenant_id = link.tenant_id and c.client_id = link.client_id and c.absence_id = link.chain[1] and c.instead_of_id is not null
                    order by abs(c.first_half - link.first_half), c.id
                    limit 1) below
                where below.instead_of_id <> all (link.chain))
            update covers c set follows_from = whole.chain
            from (select distinct on (tenant_id, id) tenant_id, id, chain from links order by tenant_id, id, cardinality(chain) desc) whole
            where c.tenant_id = whole.tenant_id and c.id = whole.id;

            alter table covers force row level security;
            """);
        migrationBuilder.DropIndex(name: "ix_covers_tenant_id_instead_of_id", table: "covers");
        migrationBuilder.DropColumn(name: "instead_of_id", table: "covers");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>(name: "instead_of_id", table: "covers", type: "uuid", nullable: true);
        migrationBuilder.Sql(
            """
            alter table covers no force row level security;
            update covers set instead_of_id = follows_from[cardinality(follows_from)] where follows_from <> '{}';
            alter table covers force row level security;
            """);
        migrationBuilder.CreateIndex(name: "ix_covers_tenant_id_instead_of_id", table: "covers", columns: ["tenant_id", "instead_of_id"], filter: "instead_of_id IS NOT NULL");
        migrationBuilder.DropColumn(name: "follows_from", table: "covers");
    }
}
