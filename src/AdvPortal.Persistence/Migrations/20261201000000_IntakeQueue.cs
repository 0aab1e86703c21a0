using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class IntakeQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_orders_queue_open",
                table: "orders",
                columns: new[] { "tenant_id", "waiting_for", "acknowledgement_due_at", "id" },
                filter: "status = 'ToReview' AND order_document_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_queue_rejected",
                table: "orders",
                columns: new[] { "tenant_id", "received_at", "id" },
                filter: "status = 'Cancelled' AND order_document_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_queue_done",
                table: "orders",
                columns: new[] { "tenant_id", "received_at", "id" },
                filter: "status NOT IN ('ToReview', 'Cancelled') AND order_document_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_order_documents_queue_open",
                table: "order_documents",
                columns: new[] { "tenant_id", "waiting_for", "received_at", "id" },
                filter: "status IN ('Received', 'NeedsClient', 'NeedsReview')");

            migrationBuilder.CreateIndex(
                name: "ix_order_documents_queue_done",
                table: "order_documents",
                columns: new[] { "tenant_id", "received_at", "id" },
                filter: "status = 'Done' AND amends_order_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_queue_open",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_queue_rejected",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_queue_done",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_order_documents_queue_open",
                table: "order_documents");

            migrationBuilder.DropIndex(
                name: "ix_order_documents_queue_done",
                table: "order_documents");
        }
    }
}
