using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RequirementUsage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_order_findings_tenant_id_requirement_id_requirement_revision",
                table: "order_findings",
                columns: new[] { "tenant_id", "requirement_id", "requirement_revision" },
                filter: "requirement_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_order_findings_tenant_id_requirement_id_requirement_revision",
                table: "order_findings");
        }
    }
}
