using AdvPortal.Application.Webhooks;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Settings;

/// <summary>Which programs are told of what happens here. A secret is shown once, when its webhook is added.</summary>
public partial class WebhookSettings
{
    private WebhookForm _form = new();
    private FormState<WebhookForm> _state = null!;
    private IReadOnlyList<WebhookView>? _webhooks;
    private WebhookView? _edited;
    private string? _secret;
    private Refusal? _refusal;
    private bool _busy;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListWebhooks List { get; init; }

    [Inject]
    public required AddWebhook Add { get; init; }

    [Inject]
    public required ChangeWebhook Change { get; init; }

    [Inject]
    public required IValidator<WebhookForm> Validator { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var listed = await List.ExecuteAsync();
        (_webhooks, _refusal) = (listed.Value?.Items, listed.Refusal);
    }

    private void Pick(string type, bool picked)
    {
        _form.Events.Remove(type);

        if (picked)
        {
            _form.Events.Add(type);
        }
    }

    private void Edit(WebhookView webhook) => (_edited, _secret, _form) = (webhook, null, new() { Url = webhook.Url, Events = [.. webhook.Events], IsActive = webhook.IsActive });

    private void StartOver() => (_edited, _form) = (null, new());

    private async Task KeepAsync()
    {
        if (_busy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        _busy = true;
        var kept = _edited is { } edited ? await Change.ExecuteAsync(edited.Id, _ => _form, edited.Version) : await Add.ExecuteAsync(_form);
        await LoadAsync();
        (_busy, _refusal, _secret) = (false, kept.Refusal ?? _refusal, kept.Value?.Secret);

        if (kept.IsOk)
        {
            StartOver();
            Notices.Say(Text["Webhook.Kept"]);
        }
    }
}
