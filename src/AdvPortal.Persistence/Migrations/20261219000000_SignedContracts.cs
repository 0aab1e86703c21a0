using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SignedContracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "handoff_files",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    handoff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handoff_files", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_handoff_files_handoffs_tenant_id_handoff_id",
                        columns: x => new { x.tenant_id, x.handoff_id },
                        principalTable: "handoffs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handoff_file_contents",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handoff_file_contents", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_handoff_file_contents_handoff_files_tenant_id_id",
                        columns: x => new { x.tenant_id, x.id },
                        principalTable: "handoff_files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_handoff_files_tenant_id_handoff_id",
                table: "handoff_files",
                columns: new[] { "tenant_id", "handoff_id" },
                unique: true);

            migrationBuilder.EnableTenantIsolation("handoff_files");
            migrationBuilder.EnableTenantIsolation("handoff_file_contents");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "handoff_file_contents");

            migrationBuilder.DropTable(
                name: "handoff_files");
        }
    }
}
