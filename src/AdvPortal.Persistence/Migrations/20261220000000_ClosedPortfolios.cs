using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>Whether only a client's owner and their stand-ins change anything of it.</summary>
public partial class ClosedPortfolios : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>(name: "closed_portfolios", table: "tenant_settings", type: "boolean", nullable: false, defaultValue: false);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn(name: "closed_portfolios", table: "tenant_settings");
}
