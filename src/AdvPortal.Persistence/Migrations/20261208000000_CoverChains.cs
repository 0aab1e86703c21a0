using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CoverChains : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "week",
                table: "members",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "instead_of_id",
                table: "covers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_fixed",
                table: "covers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "absences",
                type: "text",
                nullable: false,
                defaultValue: "Leave");

            migrationBuilder.AddColumn<int>(
                name: "open_from_half",
                table: "absences",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "weights",
                table: "absences",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_covers_tenant_id_instead_of_id",
                table: "covers",
                columns: new[] { "tenant_id", "instead_of_id" },
                filter: "instead_of_id IS NOT NULL");

            // A stand-in steps aside and another takes over in one transaction, in whatever order it is written: looked at when it is committed.
            migrationBuilder.Sql(
                """
                alter table covers drop constraint covers_one_at_a_time;
                alter table covers add constraint covers_one_at_a_time exclude using gist
                    (tenant_id with =, client_id with =, int4range(first_half, last_half, '[]') with &&) where (is_published) deferrable initially deferred;
                alter table absences add constraint absences_one_at_a_time exclude using gist
                    (tenant_id with =, member_id with =, int4range(
                        ("from" - date '0001-01-01') * 2 + case when from_half = 'Afternoon' then 1 else 0 end,
                        (until - date '0001-01-01') * 2 + case when until_half = 'Morning' then 0 else 1 end, '[]') with &&) where (plan_status <> 'Withdrawn');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                alter table absences drop constraint absences_one_at_a_time;
                alter table covers drop constraint covers_one_at_a_time;
                alter table covers add constraint covers_one_at_a_time exclude using gist
                    (tenant_id with =, client_id with =, int4range(first_half, last_half, '[]') with &&) where (is_published);
                """);

            migrationBuilder.DropIndex(
                name: "ix_covers_tenant_id_instead_of_id",
                table: "covers");

            migrationBuilder.DropColumn(
                name: "week",
                table: "members");

            migrationBuilder.DropColumn(
                name: "instead_of_id",
                table: "covers");

            migrationBuilder.DropColumn(
                name: "is_fixed",
                table: "covers");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "absences");

            migrationBuilder.DropColumn(
                name: "open_from_half",
                table: "absences");

            migrationBuilder.DropColumn(
                name: "weights",
                table: "absences");
        }
    }
}
