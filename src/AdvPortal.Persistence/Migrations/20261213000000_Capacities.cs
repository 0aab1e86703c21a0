using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>What a member carries in a week, what they speak with clients, and the team they belong to.</summary>
public partial class Capacities : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<decimal>(name: "capacity", table: "members", type: "numeric(6,1)", precision: 6, scale: 1, nullable: true);
        migrationBuilder.AddColumn<string[]>(name: "languages", table: "members", type: "text[]", nullable: true);
        migrationBuilder.AddColumn<string>(name: "team", table: "members", type: "character varying(60)", maxLength: 60, nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(name: "capacity", table: "members");
        migrationBuilder.DropColumn(name: "languages", table: "members");
        migrationBuilder.DropColumn(name: "team", table: "members");
    }
}
