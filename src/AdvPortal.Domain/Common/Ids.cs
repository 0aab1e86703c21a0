using System.Buffers.Binary;

namespace AdvPortal.Domain.Common;

public interface IId
{
    Guid Value { get; }
}

/// <summary>A typed identifier over a time-ordered UUID, so a client can never be passed where an order is meant.</summary>
public interface IId<TSelf> : IId where TSelf : struct, IId<TSelf>
{
    static abstract TSelf From(Guid value);
}

/// <summary>Makes ids that sort as they were made, so that what is found, sent or written together has an order without a position of its own.</summary>
public static class Ids
{
    private const int CounterBits = 12;

    // The millisecond of the newest id, and behind it its counter.
    private static long _newest;

    public static TId New<TId>() where TId : struct, IId<TId> => TId.From(Next());

    /// <summary>A UUID of version 7 that sorts behind every one that this process made before it, in .NET as in PostgreSQL.</summary>
    /// <remarks>
    /// RFC 9562, 6.2, method 1: within a millisecond the twelve bits behind it count on, from a random value in their lower half. When they
    /// are used up, or the clock is set back, the ids run ahead of the clock until it has caught up. The 62 bits behind them are random.
    /// </remarks>
    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var fresh = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var now = (fresh >>> 16 << CounterBits) | (fresh & 0x7FF);
        long newest, next;

        do
        {
            newest = Volatile.Read(ref _newest);
            next = now >> CounterBits > newest >> CounterBits ? now : newest + 1;
        }
        while (Interlocked.CompareExchange(ref _newest, next, newest) != newest);

        BinaryPrimitives.WriteInt64BigEndian(bytes, (next >> CounterBits << 16) | 0x7000 | (next & 0xFFF));

        return new(bytes, bigEndian: true);
    }
}

public readonly record struct TenantId(Guid Value) : IId<TenantId> { public static TenantId From(Guid value) => new(value); }
public readonly record struct LoginId(Guid Value) : IId<LoginId> { public static LoginId From(Guid value) => new(value); }
public readonly record struct MemberId(Guid Value) : IId<MemberId> { public static MemberId From(Guid value) => new(value); }
public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId> { public static ApiKeyId From(Guid value) => new(value); }
public readonly record struct ClientId(Guid Value) : IId<ClientId> { public static ClientId From(Guid value) => new(value); }
public readonly record struct SiteId(Guid Value) : IId<SiteId> { public static SiteId From(Guid value) => new(value); }
public readonly record struct ContactId(Guid Value) : IId<ContactId> { public static ContactId From(Guid value) => new(value); }
public readonly record struct ProductId(Guid Value) : IId<ProductId> { public static ProductId From(Guid value) => new(value); }
public readonly record struct RequirementId(Guid Value) : IId<RequirementId> { public static RequirementId From(Guid value) => new(value); }
public readonly record struct ReconfirmationId(Guid Value) : IId<ReconfirmationId> { public static ReconfirmationId From(Guid value) => new(value); }
public readonly record struct OrderId(Guid Value) : IId<OrderId> { public static OrderId From(Guid value) => new(value); }
public readonly record struct FindingId(Guid Value) : IId<FindingId> { public static FindingId From(Guid value) => new(value); }
public readonly record struct PromiseChangeId(Guid Value) : IId<PromiseChangeId> { public static PromiseChangeId From(Guid value) => new(value); }
public readonly record struct SavedViewId(Guid Value) : IId<SavedViewId> { public static SavedViewId From(Guid value) => new(value); }
public readonly record struct OrderDocumentId(Guid Value) : IId<OrderDocumentId> { public static OrderDocumentId From(Guid value) => new(value); }
public readonly record struct ClientLayoutId(Guid Value) : IId<ClientLayoutId> { public static ClientLayoutId From(Guid value) => new(value); }
public readonly record struct ClarificationId(Guid Value) : IId<ClarificationId> { public static ClarificationId From(Guid value) => new(value); }
public readonly record struct DeliveryId(Guid Value) : IId<DeliveryId> { public static DeliveryId From(Guid value) => new(value); }
public readonly record struct DeliveryFileId(Guid Value) : IId<DeliveryFileId> { public static DeliveryFileId From(Guid value) => new(value); }
public readonly record struct InquiryId(Guid Value) : IId<InquiryId> { public static InquiryId From(Guid value) => new(value); }
public readonly record struct InquiryMessageId(Guid Value) : IId<InquiryMessageId> { public static InquiryMessageId From(Guid value) => new(value); }
public readonly record struct ReplyTemplateId(Guid Value) : IId<ReplyTemplateId> { public static ReplyTemplateId From(Guid value) => new(value); }
public readonly record struct ComplaintId(Guid Value) : IId<ComplaintId> { public static ComplaintId From(Guid value) => new(value); }
public readonly record struct ComplaintFileId(Guid Value) : IId<ComplaintFileId> { public static ComplaintFileId From(Guid value) => new(value); }
public readonly record struct TenderId(Guid Value) : IId<TenderId> { public static TenderId From(Guid value) => new(value); }
public readonly record struct BlanketOrderId(Guid Value) : IId<BlanketOrderId> { public static BlanketOrderId From(Guid value) => new(value); }
public readonly record struct BlanketLineId(Guid Value) : IId<BlanketLineId> { public static BlanketLineId From(Guid value) => new(value); }
public readonly record struct HandoffId(Guid Value) : IId<HandoffId> { public static HandoffId From(Guid value) => new(value); }
public readonly record struct HandoffFileId(Guid Value) : IId<HandoffFileId> { public static HandoffFileId From(Guid value) => new(value); }
public readonly record struct AbsenceId(Guid Value) : IId<AbsenceId> { public static AbsenceId From(Guid value) => new(value); }
public readonly record struct CoverNoteId(Guid Value) : IId<CoverNoteId> { public static CoverNoteId From(Guid value) => new(value); }
public readonly record struct MessageId(Guid Value) : IId<MessageId> { public static MessageId From(Guid value) => new(value); }
public readonly record struct WebhookId(Guid Value) : IId<WebhookId> { public static WebhookId From(Guid value) => new(value); }
public readonly record struct WebhookMessageId(Guid Value) : IId<WebhookMessageId> { public static WebhookMessageId From(Guid value) => new(value); }
