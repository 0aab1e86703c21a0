using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Clarifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_order_lines_tenant_id_product_id",
                table: "order_lines");

            migrationBuilder.AddColumn<DateOnly>(
                name: "discontinued_on",
                table: "products",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "pack_quantity",
                table: "products",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pack_unit",
                table: "products",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "replaced_by_id",
                table: "products",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "waiting_for",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "waiting_since",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "client_id",
                table: "order_lines",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "ordered",
                table: "order_lines",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_aside_because",
                table: "order_documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_aside_note",
                table: "order_documents",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "waiting_for",
                table: "order_documents",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "clarifications",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    of = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    mail_id = table.Column<string>(type: "text", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answer = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    answer_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clarifications", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_clarifications_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clarifications_order_documents_tenant_id_answer_document_id",
                        columns: x => new { x.tenant_id, x.answer_document_id },
                        principalTable: "order_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clarifications_order_documents_tenant_id_order_document_id",
                        columns: x => new { x.tenant_id, x.order_document_id },
                        principalTable: "order_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clarifications_orders_tenant_id_order_id",
                        columns: x => new { x.tenant_id, x.order_id },
                        principalTable: "orders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_products_tenant_id_replaced_by_id",
                table: "products",
                columns: new[] { "tenant_id", "replaced_by_id" },
                filter: "replaced_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_tenant_id_superseded_by_id",
                table: "orders",
                columns: new[] { "tenant_id", "superseded_by_id" },
                filter: "superseded_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_order_lines_tenant_id_product_id_client_id_id",
                table: "order_lines",
                columns: new[] { "tenant_id", "product_id", "client_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clarifications_tenant_id_answer_document_id",
                table: "clarifications",
                columns: new[] { "tenant_id", "answer_document_id" });

            migrationBuilder.CreateIndex(
                name: "ix_clarifications_tenant_id_client_id",
                table: "clarifications",
                columns: new[] { "tenant_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "ix_clarifications_tenant_id_mail_id",
                table: "clarifications",
                columns: new[] { "tenant_id", "mail_id" });

            migrationBuilder.CreateIndex(
                name: "ix_clarifications_tenant_id_order_document_id",
                table: "clarifications",
                columns: new[] { "tenant_id", "order_document_id" });

            migrationBuilder.CreateIndex(
                name: "ix_clarifications_tenant_id_order_id",
                table: "clarifications",
                columns: new[] { "tenant_id", "order_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_orders_orders_tenant_id_superseded_by_id",
                table: "orders",
                columns: new[] { "tenant_id", "superseded_by_id" },
                principalTable: "orders",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_products_products_tenant_id_replaced_by_id",
                table: "products",
                columns: new[] { "tenant_id", "replaced_by_id" },
                principalTable: "products",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            // Forced row security binds the owner too, who has no policy: it is lifted for this one statement.
            migrationBuilder.Sql(
                """
                alter table orders no force row level security;
                alter table order_lines no force row level security;
                update order_lines l set client_id = o.client_id from orders o where o.tenant_id = l.tenant_id and o.id = l.order_id;
                alter table orders force row level security;
                alter table order_lines force row level security;
                """);

            migrationBuilder.EnableTenantIsolation("clarifications");
            SimilarSearch.Raise(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop function similar_products(text[], uuid, integer);
                drop function similar_clients(text[], integer);
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_orders_orders_tenant_id_superseded_by_id",
                table: "orders");

            migrationBuilder.DropForeignKey(
                name: "fk_products_products_tenant_id_replaced_by_id",
                table: "products");

            migrationBuilder.DropTable(
                name: "clarifications");

            migrationBuilder.DropIndex(
                name: "ix_products_tenant_id_replaced_by_id",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_orders_tenant_id_superseded_by_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_order_lines_tenant_id_product_id_client_id_id",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "discontinued_on",
                table: "products");

            migrationBuilder.DropColumn(
                name: "pack_quantity",
                table: "products");

            migrationBuilder.DropColumn(
                name: "pack_unit",
                table: "products");

            migrationBuilder.DropColumn(
                name: "replaced_by_id",
                table: "products");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "waiting_for",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "waiting_since",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "client_id",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "ordered",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "set_aside_because",
                table: "order_documents");

            migrationBuilder.DropColumn(
                name: "set_aside_note",
                table: "order_documents");

            migrationBuilder.DropColumn(
                name: "waiting_for",
                table: "order_documents");

            migrationBuilder.CreateIndex(
                name: "ix_order_lines_tenant_id_product_id",
                table: "order_lines",
                columns: new[] { "tenant_id", "product_id" });
        }
    }
}
