using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FindingBackground : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "background",
                table: "order_findings",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "background",
                table: "order_findings");
        }
    }
}
