using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>What the last promise takes of a blanket order while a change is reviewed, which agreement an order names, and whose price a line has. Of orders that were there before, every price is the client's.</summary>
public partial class BlanketPromises : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>(name: "confirmed_before", table: "orders", type: "integer", nullable: true);
        migrationBuilder.AddColumn<string>(name: "contract_reference", table: "orders", type: "character varying(70)", maxLength: 70, nullable: true);
        migrationBuilder.AddColumn<string>(name: "contract_reference", table: "order_lines", type: "character varying(70)", maxLength: 70, nullable: true);
        migrationBuilder.AddColumn<bool>(name: "price_is_ours", table: "order_lines", type: "boolean", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<Guid>(name: "reserved_line_id", table: "order_lines", type: "uuid", nullable: true);
        migrationBuilder.AddColumn<decimal>(name: "reserved_quantity", table: "order_lines", type: "numeric(18,4)", precision: 18, scale: 4, nullable: true);

        // A change that is in review took what it asks for: until it is confirmed or changed again, that is taken still.
        migrationBuilder.Sql(
            """
            alter table orders no force row level security;
            alter table order_lines no force row level security;
            update order_lines l set reserved_line_id = l.blanket_line_id, reserved_quantity = greatest(0, l.quantity - l.cancelled_quantity)
            from orders o where o.tenant_id = l.tenant_id and o.id = l.order_id and o.confirmed_in is not null and o.confirmed_at is null and o.status in ('ToReview', 'OnHold');
            alter table orders force row level security;
            alter table order_lines force row level security;
            """);
        migrationBuilder.CreateIndex(name: "ix_order_lines_tenant_id_reserved_line_id", table: "order_lines", columns: ["tenant_id", "reserved_line_id"], filter: "reserved_line_id IS NOT NULL");
        migrationBuilder.AddForeignKey(
            name: "fk_order_lines_blanket_lines_tenant_id_reserved_line_id",
            table: "order_lines",
            columns: ["tenant_id", "reserved_line_id"],
            principalTable: "blanket_lines",
            principalColumns: ["tenant_id", "id"],
            onDelete: ReferentialAction.Restrict);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropForeignKey(name: "fk_order_lines_blanket_lines_tenant_id_reserved_line_id", table: "order_lines");
        migrationBuilder.DropIndex(name: "ix_order_lines_tenant_id_reserved_line_id", table: "order_lines");
        migrationBuilder.DropColumn(name: "confirmed_before", table: "orders");
        migrationBuilder.DropColumn(name: "contract_reference", table: "orders");
        migrationBuilder.DropColumn(name: "contract_reference", table: "order_lines");
        migrationBuilder.DropColumn(name: "price_is_ours", table: "order_lines");
        migrationBuilder.DropColumn(name: "reserved_line_id", table: "order_lines");
        migrationBuilder.DropColumn(name: "reserved_quantity", table: "order_lines");
    }
}
