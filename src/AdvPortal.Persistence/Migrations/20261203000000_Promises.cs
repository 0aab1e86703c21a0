using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Promises : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cancel_cause",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "confirmed_in",
                table: "orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hold",
                table: "orders",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_threatened",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "next_due_on",
                table: "orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "next_ship_on",
                table: "orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "open_lines",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "outstanding_net",
                table: "orders",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "cancelled_quantity",
                table: "order_lines",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "ready",
                table: "order_lines",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "schedule",
                table: "order_lines",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<decimal>(
                name: "shipped_quantity",
                table: "order_lines",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "promise_changes",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    was = table.Column<DateOnly>(type: "date", nullable: true),
                    now = table.Column<DateOnly>(type: "date", nullable: true),
                    parts = table.Column<string>(type: "jsonb", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_changes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_promise_changes_orders_tenant_id_order_id",
                        columns: x => new { x.tenant_id, x.order_id },
                        principalTable: "orders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_tenant_id_next_due_on_id",
                table: "orders",
                columns: new[] { "tenant_id", "next_due_on", "id" },
                filter: "open_lines > 0");

            migrationBuilder.CreateIndex(
                name: "ix_orders_tenant_id_next_ship_on_id",
                table: "orders",
                columns: new[] { "tenant_id", "next_ship_on", "id" },
                filter: "open_lines > 0");

            migrationBuilder.CreateIndex(
                name: "ix_promise_changes_tenant_id_order_id",
                table: "promise_changes",
                columns: new[] { "tenant_id", "order_id" });

            migrationBuilder.EnableTenantIsolation("promise_changes");

            // What was promised until now was promised once: its ledger begins with that.
            migrationBuilder.Sql(
                """
                alter table orders no force row level security;
                alter table order_lines no force row level security;
                alter table promise_changes no force row level security;

                update order_lines set shipped_quantity = quantity - outstanding_quantity where outstanding_quantity <> quantity;

                update orders o set
                    next_due_on = open.next_due_on, next_ship_on = open.next_ship_on, open_lines = open.lines, outstanding_net = open.net
                from (
                    select tenant_id, order_id, min(promised_on) as next_due_on, min(ship_on) as next_ship_on, count(*) as lines,
                        coalesce(sum(round(outstanding_quantity * net_price / price_base_quantity, 2)), 0) as net
                    from order_lines where outstanding_quantity > 0 group by tenant_id, order_id) open
                where open.tenant_id = o.tenant_id and open.order_id = o.id and o.status not in ('Cancelled', 'Closed');

                update orders set confirmed_in = revision where confirmed_at is not null;

                insert into promise_changes (tenant_id, id, line_id, line_no, now, parts, cause, side, at, revision, order_id, version)
                select l.tenant_id, gen_random_uuid(), l.id, l.line_no, l.promised_on, '[]', 'First', 'Us', o.confirmed_at, coalesce(l.first_promised_in, 1), o.id, 1
                from order_lines l join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
                where o.confirmed_at is not null and o.status <> 'Cancelled' and l.first_promised_on is not null;

                alter table orders force row level security;
                alter table order_lines force row level security;
                alter table promise_changes force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "promise_changes");

            migrationBuilder.DropIndex(
                name: "ix_orders_tenant_id_next_due_on_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_tenant_id_next_ship_on_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "cancel_cause",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "confirmed_in",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "hold",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "is_threatened",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "next_due_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "next_ship_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "open_lines",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "outstanding_net",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "cancelled_quantity",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "ready",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "schedule",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "shipped_quantity",
                table: "order_lines");
        }
    }
}
