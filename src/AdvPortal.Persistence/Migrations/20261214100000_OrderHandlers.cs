using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OrderHandlers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "handler_id",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_tenant_id_handler_id",
                table: "orders",
                columns: new[] { "tenant_id", "handler_id" },
                filter: "handler_id IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_orders_members_tenant_id_handler_id",
                table: "orders",
                columns: new[] { "tenant_id", "handler_id" },
                principalTable: "members",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_orders_members_tenant_id_handler_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_tenant_id_handler_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "handler_id",
                table: "orders");
        }
    }
}
