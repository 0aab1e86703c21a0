namespace AdvPortal.Domain.Webhooks;

public enum WebhookMessageStatus
{
    /// <summary>Until its time has come, or until the next try.</summary>
    Waiting,

    /// <summary>A node has it on the wire, or died with it there.</summary>
    Sending,
    Delivered,
    Failed,
}

/// <summary>What stood in the way of a message.</summary>
public enum WebhookTrouble
{
    /// <summary>Nobody knows a machine of that name.</summary>
    HostUnknown,

    /// <summary>The name leads to no address of the public internet, or the address is not https.</summary>
    AddressRefused,

    /// <summary>The machine is there and takes no call on that port.</summary>
    ConnectionRefused,
    Unreachable,
    Certificate,
    NoAnswer,

    /// <summary>It sends us elsewhere, where we do not go.</summary>
    Redirected,

    /// <summary>410: it wants nothing more.</summary>
    Gone,

    /// <summary>Another status than 2xx.</summary>
    Answered,

    /// <summary>The keys of the portal no longer open the secret.</summary>
    SecretLost,
    SwitchedOff,
    Other,
}

/// <summary>One thing that happened, on its way to one webhook, under an id that stays the same however often it is sent.</summary>
public sealed class WebhookMessage : TenantOwned
{
    public const int TypeMaxLength = 60;
    public const int NumberMaxLength = 40;
    public const int DetailMaxLength = 300;

    private WebhookMessage() { }

    public WebhookMessage(WebhookMessageId id, WebhookId webhook, string type, Guid subject, string number, string body, DateTimeOffset now, DateTimeOffset dueAt)
    {
        (Id, WebhookId, Type, SubjectId, Number, Body) = (id, webhook, type, subject, number, body);
        (CreatedAt, TriedFrom, DueAt) = (now, now, dueAt);
    }

    public WebhookMessageId Id { get; private set; }
    public WebhookId WebhookId { get; private set; }

    /// <summary>Such as <c>order.confirmed</c>.</summary>
    public string Type { get; private set; } = null!;

    /// <summary>What it tells of.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>What people call that: CV26-04518; empty for what has no number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>JSON, byte for byte as it is signed. No personal data: nobody could take it back.</summary>
    public string Body { get; private set; } = null!;

    public WebhookMessageStatus Status { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the tries began: as it was made, or when a person sent it again.</summary>
    public DateTimeOffset TriedFrom { get; private set; }

    /// <summary>When it leaves, or is tried again.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>How often it was on the wire since <see cref="TriedFrom"/>, whatever came of it.</summary>
    public int Attempts { get; private set; }

    /// <summary>HTTP status of the last answer; null without one.</summary>
    public int? Answer { get; private set; }

    public WebhookTrouble? Trouble { get; private set; }

    /// <summary>The receiver's or the network's own word.</summary>
    [PersonalData]
    public string? Detail { get; private set; }

    public bool IsUnderway => Status is WebhookMessageStatus.Waiting or WebhookMessageStatus.Sending;

    /// <summary>The <c>webhook-id</c>: what the receiver knows it again by.</summary>
    public static string NameOf(WebhookMessageId id) => $"msg_{id.Value:N}";

    public void Start() => (Status, Attempts) = (WebhookMessageStatus.Sending, Attempts + 1);

    public void Delivered(DateTimeOffset now, int? answer) =>
        (Status, DeliveredAt, Answer, Trouble, Detail) = (WebhookMessageStatus.Delivered, now, answer, null, null);

    public void Postpone(WebhookTrouble trouble, int? answer, string? detail, DateTimeOffset until)
    {
        Say(trouble, answer, detail);
        (Status, DueAt) = (WebhookMessageStatus.Waiting, until);
    }

    public void Fail(WebhookTrouble trouble, int? answer = null, string? detail = null)
    {
        Say(trouble, answer, detail);
        Status = WebhookMessageStatus.Failed;
    }

    /// <summary>Once more, as if it had just happened.</summary>
    public void Replay(DateTimeOffset now) => (Status, TriedFrom, DueAt, Attempts) = (WebhookMessageStatus.Waiting, now, now, 0);

    private void Say(WebhookTrouble trouble, int? answer, string? detail) =>
        (Trouble, Answer, Detail) = (trouble, answer, detail is null ? null : WholeText.Cut(detail, DetailMaxLength));
}
