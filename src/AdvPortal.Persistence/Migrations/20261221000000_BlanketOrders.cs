using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class BlanketOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "blanket_line_id",
                table: "order_lines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "call_off_basis",
                table: "order_lines",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "blanket_orders",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    close_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    changes = table.Column<string>(type: "jsonb", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    customer_reference = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: true),
                    handoff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blanket_orders", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_blanket_orders_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_blanket_orders_handoffs_tenant_id_handoff_id",
                        columns: x => new { x.tenant_id, x.handoff_id },
                        principalTable: "handoffs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_blanket_orders_members_tenant_id_closed_by",
                        columns: x => new { x.tenant_id, x.closed_by },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "blanket_lines",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreed_quantity = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    blanket_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    net_price = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    price_base_quantity = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    product_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rhythm = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blanket_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_blanket_lines_blanket_orders_tenant_id_blanket_order_id",
                        columns: x => new { x.tenant_id, x.blanket_order_id },
                        principalTable: "blanket_orders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_blanket_lines_products_tenant_id_product_id",
                        columns: x => new { x.tenant_id, x.product_id },
                        principalTable: "products",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_order_lines_tenant_id_blanket_line_id",
                table: "order_lines",
                columns: new[] { "tenant_id", "blanket_line_id" },
                filter: "blanket_line_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_blanket_lines_tenant_id_blanket_order_id",
                table: "blanket_lines",
                columns: new[] { "tenant_id", "blanket_order_id" });

            migrationBuilder.CreateIndex(
                name: "ix_blanket_lines_tenant_id_product_id",
                table: "blanket_lines",
                columns: new[] { "tenant_id", "product_id" });

            migrationBuilder.CreateIndex(
                name: "ix_blanket_orders_tenant_id_client_id_opened_at_id",
                table: "blanket_orders",
                columns: new[] { "tenant_id", "client_id", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_blanket_orders_tenant_id_closed_by",
                table: "blanket_orders",
                columns: new[] { "tenant_id", "closed_by" });

            migrationBuilder.CreateIndex(
                name: "ix_blanket_orders_tenant_id_handoff_id",
                table: "blanket_orders",
                columns: new[] { "tenant_id", "handoff_id" });

            migrationBuilder.CreateIndex(
                name: "ix_blanket_orders_tenant_id_number",
                table: "blanket_orders",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_blanket_orders_tenant_id_opened_at_id",
                table: "blanket_orders",
                columns: new[] { "tenant_id", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_blanket_orders_tenant_id_valid_until_id",
                table: "blanket_orders",
                columns: new[] { "tenant_id", "valid_until", "id" },
                filter: "status = 'Open'");

            migrationBuilder.AddForeignKey(
                name: "fk_order_lines_blanket_lines_tenant_id_blanket_line_id",
                table: "order_lines",
                columns: new[] { "tenant_id", "blanket_line_id" },
                principalTable: "blanket_lines",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.EnableTenantIsolation("blanket_orders");
            migrationBuilder.EnableTenantIsolation("blanket_lines");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_order_lines_blanket_lines_tenant_id_blanket_line_id",
                table: "order_lines");

            migrationBuilder.DropTable(
                name: "blanket_lines");

            migrationBuilder.DropTable(
                name: "blanket_orders");

            migrationBuilder.DropIndex(
                name: "ix_order_lines_tenant_id_blanket_line_id",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "blanket_line_id",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "call_off_basis",
                table: "order_lines");
        }
    }
}
