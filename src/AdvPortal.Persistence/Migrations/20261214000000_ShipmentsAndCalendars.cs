using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ShipmentsAndCalendars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "calendars",
                table: "tenant_settings",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "capacity_holds",
                table: "tenant_settings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "capacity_in",
                table: "tenant_settings",
                type: "text",
                nullable: false,
                defaultValue: "Deliveries");

            migrationBuilder.AddColumn<string>(
                name: "barrier",
                table: "orders",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reference",
                table: "deliveries",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "promise_watches",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_watches", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_tenant_id_reference",
                table: "deliveries",
                columns: new[] { "tenant_id", "reference" },
                filter: "reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_promise_watches_tenant_id",
                table: "promise_watches",
                column: "tenant_id",
                unique: true);

            migrationBuilder.EnableTenantIsolation("promise_watches");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "promise_watches");

            migrationBuilder.DropIndex(
                name: "ix_deliveries_tenant_id_reference",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "calendars",
                table: "tenant_settings");

            migrationBuilder.DropColumn(
                name: "capacity_holds",
                table: "tenant_settings");

            migrationBuilder.DropColumn(
                name: "capacity_in",
                table: "tenant_settings");

            migrationBuilder.DropColumn(
                name: "barrier",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "reference",
                table: "deliveries");
        }
    }
}
