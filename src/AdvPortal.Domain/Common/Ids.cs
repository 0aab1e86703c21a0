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

public static class Ids
{
    public static TId New<TId>() where TId : struct, IId<TId> => TId.From(Guid.CreateVersion7());
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
public readonly record struct OrderDocumentId(Guid Value) : IId<OrderDocumentId> { public static OrderDocumentId From(Guid value) => new(value); }
public readonly record struct ClientLayoutId(Guid Value) : IId<ClientLayoutId> { public static ClientLayoutId From(Guid value) => new(value); }
public readonly record struct ClarificationId(Guid Value) : IId<ClarificationId> { public static ClarificationId From(Guid value) => new(value); }
public readonly record struct HandoffId(Guid Value) : IId<HandoffId> { public static HandoffId From(Guid value) => new(value); }
public readonly record struct AbsenceId(Guid Value) : IId<AbsenceId> { public static AbsenceId From(Guid value) => new(value); }
public readonly record struct MessageId(Guid Value) : IId<MessageId> { public static MessageId From(Guid value) => new(value); }
