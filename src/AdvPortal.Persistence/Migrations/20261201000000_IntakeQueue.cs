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
                name: "ix_orders_tenant_id_waiting_for_acknowledgement_due_at_id",
                table: "orders",
                columns: new[] { "tenant_id", "waiting_for", "acknowledgement_due_at", "id" },
                filter: "status = 'ToReview' AND order_document_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_tenant_id_received_at_id2",
                table: "orders",
                columns: new[] { "tenant_id", "received_at", "id" },
                filter: "status = 'Cancelled' AND order_document_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_tenant_id_received_at_id1",
                table: "orders",
                columns: new[] { "tenant_id", "received_at", "id" },
                filter: "status NOT IN ('ToReview', 'Cancelled') AND order_document_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_order_documents_tenant_id_waiting_for_received_at_id",
                table: "order_documents",
                columns: new[] { "tenant_id", "waiting_for", "received_at", "id" },
                filter: "status IN ('Received', 'NeedsClient', 'NeedsReview')");

            migrationBuilder.CreateIndex(
                name: "ix_order_documents_tenant_id_received_at_id",
                table: "order_documents",
                columns: new[] { "tenant_id", "received_at", "id" },
                filter: "status = 'Done' AND amends_order_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_tenant_id_waiting_for_acknowledgement_due_at_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_tenant_id_received_at_id2",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_tenant_id_received_at_id1",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_order_documents_tenant_id_waiting_for_received_at_id",
                table: "order_documents");

            migrationBuilder.DropIndex(
                name: "ix_order_documents_tenant_id_received_at_id",
                table: "order_documents");
        }
    }
}
