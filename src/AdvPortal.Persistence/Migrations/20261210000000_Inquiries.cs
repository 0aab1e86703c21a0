using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Inquiries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "service",
                table: "tenant_settings",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "inquiries",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    snoozed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_message_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    preview = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    message_count = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    allowed = table.Column<TimeSpan>(type: "interval", nullable: false),
                    spent = table.Column<TimeSpan>(type: "interval", nullable: false),
                    running_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inquiries", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_inquiries_clients_tenant_id_client_id",
                        columns: x => new { x.tenant_id, x.client_id },
                        principalTable: "clients",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inquiries_inquiries_tenant_id_merged_into_id",
                        columns: x => new { x.tenant_id, x.merged_into_id },
                        principalTable: "inquiries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inquiries_members_tenant_id_assignee_id",
                        columns: x => new { x.tenant_id, x.assignee_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reply_templates",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_templates", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inquiry_links",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: true),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    inquiry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inquiry_links", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_inquiry_links_deliveries_tenant_id_delivery_id",
                        columns: x => new { x.tenant_id, x.delivery_id },
                        principalTable: "deliveries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inquiry_links_inquiries_tenant_id_inquiry_id",
                        columns: x => new { x.tenant_id, x.inquiry_id },
                        principalTable: "inquiries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_inquiry_links_orders_tenant_id_order_id",
                        columns: x => new { x.tenant_id, x.order_id },
                        principalTable: "orders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inquiry_mentions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    inquiry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inquiry_mentions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_inquiry_mentions_inquiries_tenant_id_inquiry_id",
                        columns: x => new { x.tenant_id, x.inquiry_id },
                        principalTable: "inquiries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_inquiry_mentions_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inquiry_messages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    voice = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    from_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    html = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: true),
                    mail_id = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outbox_id = table.Column<Guid>(type: "uuid", nullable: true),
                    files = table.Column<string>(type: "jsonb", nullable: false),
                    problems = table.Column<string>(type: "jsonb", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: true),
                    status_before = table.Column<string>(type: "text", nullable: true),
                    mentions = table.Column<string>(type: "jsonb", nullable: false),
                    inquiry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inquiry_messages", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_inquiry_messages_inquiries_tenant_id_inquiry_id",
                        columns: x => new { x.tenant_id, x.inquiry_id },
                        principalTable: "inquiries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_inquiry_messages_order_documents_tenant_id_document_id",
                        columns: x => new { x.tenant_id, x.document_id },
                        principalTable: "order_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_assignee_id_due_at",
                table: "inquiries",
                columns: new[] { "tenant_id", "assignee_id", "due_at" },
                filter: "assignee_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_client_id_due_at_id",
                table: "inquiries",
                columns: new[] { "tenant_id", "client_id", "due_at", "id" },
                filter: "status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_client_id_last_message_at_id",
                table: "inquiries",
                columns: new[] { "tenant_id", "client_id", "last_message_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_due_at_id",
                table: "inquiries",
                columns: new[] { "tenant_id", "due_at", "id" },
                filter: "status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_last_message_at_id",
                table: "inquiries",
                columns: new[] { "tenant_id", "last_message_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_last_message_at_id1",
                table: "inquiries",
                columns: new[] { "tenant_id", "last_message_at", "id" },
                filter: "status = 'Waiting' OR snoozed_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_merged_into_id",
                table: "inquiries",
                columns: new[] { "tenant_id", "merged_into_id" },
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_tenant_id_status_last_message_at_id",
                table: "inquiries",
                columns: new[] { "tenant_id", "status", "last_message_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_links_tenant_id_delivery_id",
                table: "inquiry_links",
                columns: new[] { "tenant_id", "delivery_id" },
                filter: "delivery_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_links_tenant_id_inquiry_id",
                table: "inquiry_links",
                columns: new[] { "tenant_id", "inquiry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_links_tenant_id_order_id",
                table: "inquiry_links",
                columns: new[] { "tenant_id", "order_id" },
                filter: "order_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_mentions_tenant_id_inquiry_id",
                table: "inquiry_mentions",
                columns: new[] { "tenant_id", "inquiry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_mentions_tenant_id_member_id_seen_at",
                table: "inquiry_mentions",
                columns: new[] { "tenant_id", "member_id", "seen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_messages_tenant_id_document_id",
                table: "inquiry_messages",
                columns: new[] { "tenant_id", "document_id" },
                unique: true,
                filter: "document_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_messages_tenant_id_inquiry_id",
                table: "inquiry_messages",
                columns: new[] { "tenant_id", "inquiry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_messages_tenant_id_key",
                table: "inquiry_messages",
                columns: new[] { "tenant_id", "key" },
                unique: true,
                filter: "key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_messages_tenant_id_mail_id",
                table: "inquiry_messages",
                columns: new[] { "tenant_id", "mail_id" },
                filter: "mail_id IS NOT NULL");

            foreach (var table in (string[])["inquiries", "inquiry_messages", "inquiry_links", "inquiry_mentions", "reply_templates"])
            {
                migrationBuilder.EnableTenantIsolation(table);
            }

            migrationBuilder.AllowSearch("inquiries");
            migrationBuilder.Sql("create index ix_inquiries_search on inquiries using gin (tenant_id, folded(subject || ' ' || coalesce(person_name, '') || ' ' || coalesce(address, '') || ' ' || preview) gin_trgm_ops)");
            migrationBuilder.Searches("search_inquiries",
                $"""
                select id from public.inquiries
                where tenant_id = {InitialSearch.Here} and public.folded(subject || ' ' || coalesce(person_name, '') || ' ' || coalesce(address, '') || ' ' || preview) like public.containing(term)
                order by last_message_at desc, id desc limit most
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function search_inquiries(text, integer)");

            migrationBuilder.DropTable(
                name: "inquiry_links");

            migrationBuilder.DropTable(
                name: "inquiry_mentions");

            migrationBuilder.DropTable(
                name: "inquiry_messages");

            migrationBuilder.DropTable(
                name: "reply_templates");

            migrationBuilder.DropTable(
                name: "inquiries");

            migrationBuilder.DropColumn(
                name: "service",
                table: "tenant_settings");
        }
    }
}
