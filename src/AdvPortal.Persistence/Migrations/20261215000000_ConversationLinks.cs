using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ConversationLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "requirement_id",
                table: "inquiry_links",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "inquiry_id",
                table: "complaints",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_links_tenant_id_requirement_id",
                table: "inquiry_links",
                columns: new[] { "tenant_id", "requirement_id" },
                filter: "requirement_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_tenant_id_inquiry_id",
                table: "complaints",
                columns: new[] { "tenant_id", "inquiry_id" },
                filter: "inquiry_id IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_complaints_inquiries_tenant_id_inquiry_id",
                table: "complaints",
                columns: new[] { "tenant_id", "inquiry_id" },
                principalTable: "inquiries",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_inquiry_links_requirements_tenant_id_requirement_id",
                table: "inquiry_links",
                columns: new[] { "tenant_id", "requirement_id" },
                principalTable: "requirements",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_complaints_inquiries_tenant_id_inquiry_id",
                table: "complaints");

            migrationBuilder.DropForeignKey(
                name: "fk_inquiry_links_requirements_tenant_id_requirement_id",
                table: "inquiry_links");

            migrationBuilder.DropIndex(
                name: "ix_inquiry_links_tenant_id_requirement_id",
                table: "inquiry_links");

            migrationBuilder.DropIndex(
                name: "ix_complaints_tenant_id_inquiry_id",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "requirement_id",
                table: "inquiry_links");

            migrationBuilder.DropColumn(
                name: "inquiry_id",
                table: "complaints");
        }
    }
}
