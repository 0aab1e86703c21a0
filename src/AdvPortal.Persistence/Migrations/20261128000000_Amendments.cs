using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Amendments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "amended_from",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "amendments",
                table: "orders",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "first_promised_in",
                table: "order_lines",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "amends_order_id",
                table: "order_documents",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_documents_tenant_id_amends_order_id",
                table: "order_documents",
                columns: new[] { "tenant_id", "amends_order_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_order_documents_orders_tenant_id_amends_order_id",
                table: "order_documents",
                columns: new[] { "tenant_id", "amends_order_id" },
                principalTable: "orders",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_order_documents_orders_tenant_id_amends_order_id",
                table: "order_documents");

            migrationBuilder.DropIndex(
                name: "ix_order_documents_tenant_id_amends_order_id",
                table: "order_documents");

            migrationBuilder.DropColumn(
                name: "amended_from",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "amendments",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "first_promised_in",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "amends_order_id",
                table: "order_documents");
        }
    }
}
