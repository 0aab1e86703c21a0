using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Tenants;
using Npgsql;

namespace AdvPortal.Application.Common;

/// <summary>What PostgreSQL refuses for us when two people are too quick for a check. A constraint not listed here is a bug.</summary>
internal static class BrokenConstraints
{
    private static readonly Dictionary<string, Refusal> _refusals = new(StringComparer.Ordinal)
    {
        ["ix_clients_tenant_id_code"] = new ClientCodeTaken(),
        ["ix_products_tenant_id_code"] = new ProductCodeTaken(),
        ["ix_buyer_codes_tenant_id_client_id_code"] = new ChangedMeanwhile(),
        ["ix_numbered_units_goods"] = new ChangedMeanwhile(),
        ["ix_client_layouts_tenant_id_fingerprint_client_id"] = new ChangedMeanwhile(),
        ["ix_numbered_units_tenant_id_sscc"] = new SsccTaken(),
        ["ix_delivery_units_tenant_id_sscc"] = new SsccTaken(),
        ["ix_members_tenant_id_email"] = new EmailTaken(),
        ["covers_one_at_a_time"] = new AlreadyCovered(),
        ["absences_one_at_a_time"] = new AlreadyAway(),
        ["ownerships_one_at_a_time"] = new AlreadyOwned(),
        ["ix_order_documents_tenant_id_sha256"] = new SameDocument(),
        ["ix_inquiry_messages_tenant_id_document_id"] = new MailReceivedAlready(),
        ["ix_inquiry_messages_tenant_id_key"] = new ChangedMeanwhile(),
        ["ix_tender_versions_tenant_id_tender_id_number"] = new ChangedMeanwhile(),

        // What is given up was named by somebody at the same moment.
        ["fk_complaints_requirements_tenant_id_requirement_id"] = new ChangedMeanwhile(),
        ["fk_tenders_requirements_tenant_id_requirement_id"] = new ChangedMeanwhile(),
        ["fk_inquiry_links_requirements_tenant_id_requirement_id"] = new ChangedMeanwhile(),

        ["fk_order_lines_blanket_lines_tenant_id_blanket_line_id"] = new ChangedMeanwhile(),

        // Two people were the first to change what the portal brought along.
        ["pk_reply_templates"] = new ChangedMeanwhile(),
        ["ix_tenants_slug"] = new SlugTaken(),
    };

    public static Refusal? RefusalFor(Exception e) => (e as PostgresException ?? e.InnerException) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.ForeignKeyViolation, ConstraintName: { } name } => _refusals.GetValueOrDefault(name),

        // The last net: a form should have said so of the field.
        PostgresException
        {
            SqlState: PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.NumericValueOutOfRange
                or PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
        } => new ValueDoesNotFit(),
        _ => null,
    };
}
