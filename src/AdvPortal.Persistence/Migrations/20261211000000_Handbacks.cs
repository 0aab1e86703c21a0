using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Handbacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "briefing_receipts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    absence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand_in_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_briefing_receipts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_briefing_receipts_absences_tenant_id_absence_id",
                        columns: x => new { x.tenant_id, x.absence_id },
                        principalTable: "absences",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_briefing_receipts_members_tenant_id_stand_in_id",
                        columns: x => new { x.tenant_id, x.stand_in_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cover_notes",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    absence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cover_notes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_cover_notes_absences_tenant_id_absence_id",
                        columns: x => new { x.tenant_id, x.absence_id },
                        principalTable: "absences",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cover_notes_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cover_notes_members_tenant_id_author_id",
                        columns: x => new { x.tenant_id, x.author_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handback_marks",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    absence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handback_marks", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_handback_marks_absences_tenant_id_absence_id",
                        columns: x => new { x.tenant_id, x.absence_id },
                        principalTable: "absences",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handback_marks_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handback_marks_members_tenant_id_by",
                        columns: x => new { x.tenant_id, x.by },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_briefing_receipts_tenant_id_absence_id_stand_in_id",
                table: "briefing_receipts",
                columns: new[] { "tenant_id", "absence_id", "stand_in_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_briefing_receipts_tenant_id_stand_in_id",
                table: "briefing_receipts",
                columns: new[] { "tenant_id", "stand_in_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cover_notes_tenant_id_absence_id_client_id",
                table: "cover_notes",
                columns: new[] { "tenant_id", "absence_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cover_notes_tenant_id_author_id",
                table: "cover_notes",
                columns: new[] { "tenant_id", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cover_notes_tenant_id_client_id",
                table: "cover_notes",
                columns: new[] { "tenant_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "ix_handback_marks_tenant_id_absence_id_client_id",
                table: "handback_marks",
                columns: new[] { "tenant_id", "absence_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handback_marks_tenant_id_by",
                table: "handback_marks",
                columns: new[] { "tenant_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_handback_marks_tenant_id_client_id",
                table: "handback_marks",
                columns: new[] { "tenant_id", "client_id" });

            migrationBuilder.EnableTenantIsolation("briefing_receipts");
            migrationBuilder.EnableTenantIsolation("cover_notes");
            migrationBuilder.EnableTenantIsolation("handback_marks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "briefing_receipts");

            migrationBuilder.DropTable(
                name: "cover_notes");

            migrationBuilder.DropTable(
                name: "handback_marks");
        }
    }
}
