using Microsoft.EntityFrameworkCore.Migrations;

namespace AdvPortal.Persistence.Migrations;

/// <summary>What work takes in each company, as its own history tells: one row, written once a day.</summary>
public partial class WorkMeasures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "work_measures",
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                history = table.Column<string>(type: "jsonb", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                version = table.Column<int>(type: "integer", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_work_measures", x => new { x.tenant_id, x.id }));
        migrationBuilder.CreateIndex(name: "ix_work_measures_tenant_id", table: "work_measures", column: "tenant_id", unique: true);
        migrationBuilder.EnableTenantIsolation("work_measures");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "work_measures");
}
