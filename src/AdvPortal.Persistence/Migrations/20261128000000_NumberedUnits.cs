using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NumberedUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "company_prefix",
                table: "tenant_settings",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "step",
                table: "order_findings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "numbered_units",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    per = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    sscc = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_numbered_units", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_numbered_units_orders_tenant_id_order_id",
                        columns: x => new { x.tenant_id, x.order_id },
                        principalTable: "orders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_numbered_units_tenant_id_order_id_line_no_per_place",
                table: "numbered_units",
                columns: new[] { "tenant_id", "order_id", "line_no", "per", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_numbered_units_tenant_id_sscc",
                table: "numbered_units",
                columns: new[] { "tenant_id", "sscc" },
                unique: true);

            // A number that was given is never taken back.
            migrationBuilder.EnableTenantIsolation("numbered_units", "select, insert");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "numbered_units");

            migrationBuilder.DropColumn(
                name: "company_prefix",
                table: "tenant_settings");

            migrationBuilder.DropColumn(
                name: "step",
                table: "order_findings");
        }
    }
}
