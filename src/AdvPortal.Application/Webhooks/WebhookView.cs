using System.Linq.Expressions;
using AdvPortal.Domain.Webhooks;

namespace AdvPortal.Application.Webhooks;

/// <summary>A webhook as those who manage the company see it.</summary>
/// <param name="FailingSince">The first failure since the last message that arrived.</param>
/// <param name="GivenUpAt">When the portal switched it off after three days of failures.</param>
public sealed record WebhookView(
    WebhookId Id, string Url, IReadOnlyList<string> Events, bool IsActive, DateTimeOffset? FailingSince, DateTimeOffset? GivenUpAt, MemberId? CreatedBy, DateTimeOffset CreatedAt, int Version)
{
    /// <summary>What its messages are signed with: only where it was just made, and never again.</summary>
    public string? Secret { get; init; }

    internal static WebhookView Of(Webhook webhook) =>
        new(webhook.Id, webhook.Url, webhook.Events, webhook.IsActive, webhook.FailingSince, webhook.GivenUpAt, webhook.CreatedBy, webhook.CreatedAt, webhook.Version);
}

/// <summary>One message as those who manage the company see it.</summary>
/// <param name="Number">What people call its subject.</param>
/// <param name="NextTryAt">Null once it is delivered or given up.</param>
/// <param name="Answer">HTTP status of the last answer.</param>
/// <param name="Trouble">What stood in its way the last time, in words.</param>
public sealed record WebhookMessageView(
    WebhookMessageId Id, string Type, Guid SubjectId, string Number, WebhookMessageStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? NextTryAt, DateTimeOffset? DeliveredAt,
    int Attempts, int? Answer, Message? Trouble)
{
    private static readonly Func<WebhookMessage, Kept> _read = Row.Compile();

    /// <summary>As it is read: without its body, which nobody asks for and which is the most of it.</summary>
    internal static Expression<Func<WebhookMessage, Kept>> Row => message => new(
        new(
            message.Id, message.Type, message.SubjectId, message.Number, message.Status, message.CreatedAt,
            message.Status == WebhookMessageStatus.Waiting || message.Status == WebhookMessageStatus.Sending ? message.DueAt : null, message.DeliveredAt, message.Attempts, message.Answer, null),
        message.Trouble, message.Detail);

    internal static WebhookMessageView Of(WebhookMessage message, string url) => _read(message).In(url);

    internal sealed record Kept(WebhookMessageView View, WebhookTrouble? Trouble, string? Detail)
    {
        public WebhookMessageView In(string url) => View with { Trouble = Trouble is { } trouble ? WebhookTroubles.Refusal(trouble, new(url), View.Answer, Detail).Message : null };
    }
}
