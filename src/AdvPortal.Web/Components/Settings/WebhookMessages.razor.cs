using AdvPortal.Application.Common;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Settings;

/// <summary>What one webhook was told, what stands in the way, and the way to send it again.</summary>
public partial class WebhookMessages
{
    private const int PageSize = 10;

    private static readonly WebhookMessageStatus[] _shown = [WebhookMessageStatus.Failed, WebhookMessageStatus.Waiting, WebhookMessageStatus.Delivered];

    private readonly Doing _doing = new();
    private readonly Entries _entries = new();
    private List<WebhookMessageView>? _messages;
    private WebhookMessageStatus? _status;
    private string? _next;
    private DateOnly? _since;
    private Refusal? _refusal;
    private object? _reading;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListWebhookMessages List { get; init; }

    [Inject]
    public required ReplayWebhookMessage Replay { get; init; }

    [Inject]
    public required ReplayFailedWebhookMessages ReplayFailed { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Parameter, EditorRequired]
    public required WebhookView Webhook { get; set; }

    protected override Task OnInitializedAsync()
    {
        _since = Clock.Today;

        return ShowAsync(null);
    }

    private string Stamp(DateTimeOffset at) => Text.Stamp(Clock.Local(at), Clock.Today);

    private Task ShowAsync(WebhookMessageStatus? status)
    {
        (_status, _messages, _next) = (status, null, null);

        return MoreAsync();
    }

    private async Task MoreAsync()
    {
        var reading = _reading = new();
        var listed = await List.ExecuteAsync(Webhook.Id, _status, _next, PageSize);

        // Asked for twice, or for other ones meanwhile: the last answer is the one that is shown, once.
        if (ReferenceEquals(reading, _reading))
        {
            (_refusal, _next) = (listed.Refusal, listed.Value?.Next);
            _messages = [.. _messages ?? [], .. listed.Value?.Items ?? []];
        }
    }

    private Task<bool> ReplayAsync(WebhookMessageView message) => _doing.DoAsync(() => Replay.ExecuteAsync(Webhook.Id, message.Id, version: null), replayed =>
    {
        if (replayed.IsOk)
        {
            _messages = _messages?.ConvertAll(it => it.Id == message.Id ? replayed.Value : it);
            Notices.Say(Text["Webhook.Replayed", 1]);
        }

        return Task.CompletedTask;
    });

    private async Task ReplayFailedAsync()
    {
        if (!_entries.AreRead)
        {
            return;
        }

        await _doing.DoAsync(() => ReplayFailed.ExecuteAsync(Webhook.Id, _since, version: null), async replayed =>
        {
            if (replayed.IsOk)
            {
                Notices.Say(replayed.Value.Count == 0 ? Text["Webhook.NoneFailed"] : Text["Webhook.Replayed", replayed.Value.Count]);
                await ShowAsync(_status);
            }
        });
    }

    private static Tone ToneOf(WebhookMessageStatus status) => status switch
    {
        WebhookMessageStatus.Delivered => Tone.Ok,
        WebhookMessageStatus.Failed => Tone.Bad,
        _ => Tone.Neutral,
    };
}
