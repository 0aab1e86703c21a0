using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Tenders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "tender_limit",
                table: "tenant_settings",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 10_000m);

            migrationBuilder.CreateTable(
                name: "tender_reminders",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tender_reminders", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tenders",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    inquiry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_reference = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    questions_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submission_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    open_tasks = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approvals = table.Column<string>(type: "jsonb", nullable: false),
                    ending = table.Column<string>(type: "jsonb", nullable: true),
                    requirement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenders", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tenders_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tenders_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tenders_inquiries_tenant_id_inquiry_id",
                        columns: x => new { x.tenant_id, x.inquiry_id },
                        principalTable: "inquiries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tenders_requirements_tenant_id_requirement_id",
                        columns: x => new { x.tenant_id, x.requirement_id },
                        principalTable: "requirements",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tender_lines",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    line_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: true),
                    product_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    buyer_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    quantities = table.Column<string>(type: "jsonb", nullable: false),
                    target_price = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    price_base_quantity = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    prices = table.Column<string>(type: "jsonb", nullable: false),
                    lead_days = table.Column<int>(type: "integer", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_left_out = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    tender_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tender_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tender_lines_products_tenant_id_product_id",
                        columns: x => new { x.tenant_id, x.product_id },
                        principalTable: "products",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tender_lines_tenders_tenant_id_tender_id",
                        columns: x => new { x.tenant_id, x.tender_id },
                        principalTable: "tenders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tender_questions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    voice = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    tender_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tender_questions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tender_questions_tenders_tenant_id_tender_id",
                        columns: x => new { x.tenant_id, x.tender_id },
                        principalTable: "tenders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tender_tasks",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    tender_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tender_tasks", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tender_tasks_members_tenant_id_assignee_id",
                        columns: x => new { x.tenant_id, x.assignee_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tender_tasks_tenders_tenant_id_tender_id",
                        columns: x => new { x.tenant_id, x.tender_id },
                        principalTable: "tenders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tender_versions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    to = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false),
                    tender_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tender_versions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tender_versions_tenders_tenant_id_tender_id",
                        columns: x => new { x.tenant_id, x.tender_id },
                        principalTable: "tenders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tender_lines_tenant_id_product_id",
                table: "tender_lines",
                columns: new[] { "tenant_id", "product_id" },
                filter: "product_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tender_lines_tenant_id_tender_id",
                table: "tender_lines",
                columns: new[] { "tenant_id", "tender_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tender_questions_tenant_id_tender_id",
                table: "tender_questions",
                columns: new[] { "tenant_id", "tender_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tender_reminders_tenant_id_task_id_due_on_is_late",
                table: "tender_reminders",
                columns: new[] { "tenant_id", "task_id", "due_on", "is_late" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tender_tasks_tenant_id_assignee_id_due_on",
                table: "tender_tasks",
                columns: new[] { "tenant_id", "assignee_id", "due_on" },
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tender_tasks_tenant_id_due_on",
                table: "tender_tasks",
                columns: new[] { "tenant_id", "due_on" },
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tender_tasks_tenant_id_tender_id",
                table: "tender_tasks",
                columns: new[] { "tenant_id", "tender_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tender_versions_tenant_id_tender_id_number",
                table: "tender_versions",
                columns: new[] { "tenant_id", "tender_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_client_id_opened_at_id",
                table: "tenders",
                columns: new[] { "tenant_id", "client_id", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_contact_id",
                table: "tenders",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_due_at_id",
                table: "tenders",
                columns: new[] { "tenant_id", "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_inquiry_id",
                table: "tenders",
                columns: new[] { "tenant_id", "inquiry_id" },
                filter: "inquiry_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_number",
                table: "tenders",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_opened_at_id",
                table: "tenders",
                columns: new[] { "tenant_id", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_opened_at_id1",
                table: "tenders",
                columns: new[] { "tenant_id", "opened_at", "id" },
                filter: "status = 'Submitted'");

            migrationBuilder.CreateIndex(
                name: "ix_tenders_tenant_id_requirement_id",
                table: "tenders",
                columns: new[] { "tenant_id", "requirement_id" },
                filter: "requirement_id IS NOT NULL");

            foreach (var table in (string[])["tenders", "tender_lines", "tender_tasks", "tender_questions", "tender_versions", "tender_reminders"])
            {
                migrationBuilder.EnableTenantIsolation(table);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tender_lines");

            migrationBuilder.DropTable(
                name: "tender_questions");

            migrationBuilder.DropTable(
                name: "tender_reminders");

            migrationBuilder.DropTable(
                name: "tender_tasks");

            migrationBuilder.DropTable(
                name: "tender_versions");

            migrationBuilder.DropTable(
                name: "tenders");

            migrationBuilder.DropColumn(
                name: "tender_limit",
                table: "tenant_settings");
        }
    }
}
