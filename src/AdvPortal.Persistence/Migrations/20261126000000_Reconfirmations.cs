using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Reconfirmations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "correction",
                table: "requirements",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "confirmed_by",
                table: "requirement_revisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "confirmed_on",
                table: "requirement_revisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "contact_id",
                table: "history",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reconfirmations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked = table.Column<string>(type: "jsonb", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconfirmations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reconfirmations_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reconfirmations_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_requirement_revisions_tenant_id_confirmed_by",
                table: "requirement_revisions",
                columns: new[] { "tenant_id", "confirmed_by" });

            migrationBuilder.CreateIndex(
                name: "ix_reconfirmations_tenant_id_client_id_asked_at",
                table: "reconfirmations",
                columns: new[] { "tenant_id", "client_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reconfirmations_tenant_id_contact_id",
                table: "reconfirmations",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reconfirmations_tenant_id_token_hash",
                table: "reconfirmations",
                columns: new[] { "tenant_id", "token_hash" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_requirement_revisions_contacts_tenant_id_confirmed_by",
                table: "requirement_revisions",
                columns: new[] { "tenant_id", "confirmed_by" },
                principalTable: "contacts",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.EnableTenantIsolation("reconfirmations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_requirement_revisions_contacts_tenant_id_confirmed_by",
                table: "requirement_revisions");

            migrationBuilder.DropTable(
                name: "reconfirmations");

            migrationBuilder.DropIndex(
                name: "ix_requirement_revisions_tenant_id_confirmed_by",
                table: "requirement_revisions");

            migrationBuilder.DropColumn(
                name: "correction",
                table: "requirements");

            migrationBuilder.DropColumn(
                name: "confirmed_by",
                table: "requirement_revisions");

            migrationBuilder.DropColumn(
                name: "confirmed_on",
                table: "requirement_revisions");

            migrationBuilder.DropColumn(
                name: "contact_id",
                table: "history");
        }
    }
}
