using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ClientLayouts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "client_layouts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    habits = table.Column<string>(type: "jsonb", nullable: false),
                    revisions = table.Column<string>(type: "jsonb", nullable: false),
                    seen_in = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_layouts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_client_layouts_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_client_layouts_order_documents_tenant_id_seen_in",
                        columns: x => new { x.tenant_id, x.seen_in },
                        principalTable: "order_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_client_layouts_tenant_id_client_id",
                table: "client_layouts",
                columns: new[] { "tenant_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "ix_client_layouts_tenant_id_fingerprint_client_id",
                table: "client_layouts",
                columns: new[] { "tenant_id", "fingerprint", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_client_layouts_tenant_id_seen_in",
                table: "client_layouts",
                columns: new[] { "tenant_id", "seen_in" });

            migrationBuilder.EnableTenantIsolation("client_layouts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "client_layouts");
        }
    }
}
