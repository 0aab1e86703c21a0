using AdvPortal.Application.Webhooks;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Settings;

/// <summary>Which programs are told of what happens here. A secret is shown once, when its webhook is added.</summary>
public partial class WebhookSettings
{
    private readonly Doing _doing = new();
    private WebhookForm _form = new();
    private FormState<WebhookForm> _state = null!;
    private IReadOnlyList<WebhookView>? _webhooks;
    private WebhookView? _edited;
    private string? _secret;
    private string? _secretOf;
    private Refusal? _refusal;
    private ElementReference _url;

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

        // What is being changed is the webhook as it is now; one that is gone is not changed.
        if (_edited is { Id: var id } && _webhooks is not null && (_edited = _webhooks.FirstOrDefault(webhook => webhook.Id == id)) is null)
        {
            StartOver();
        }
    }

    private void Pick(string type, bool picked)
    {
        _form.Events.Remove(type);

        if (picked)
        {
            _form.Events.Add(type);
        }
    }

    // The form may be out of sight.
    private async Task EditAsync(WebhookView webhook)
    {
        (_edited, _doing.Refusal, _form) = (webhook, null, new() { Url = webhook.Url, Events = [.. webhook.Events], IsActive = webhook.IsActive });
        await _url.FocusAsync();
    }

    private void StartOver() => (_edited, _form) = (null, new());

    private async Task KeepAsync()
    {
        if (await _state.ValidateAsync(_form))
        {
            await _doing.DoAsync(() => _edited is { } edited ? Change.ExecuteAsync(edited.Id, Apply, edited.Version) : Add.ExecuteAsync(_form), TakeAsync);
        }
    }

    // Whether it is switched on is said on its card.
    private Result<WebhookForm> Apply(WebhookForm form)
    {
        (form.Url, form.Events) = (_form.Url, _form.Events);

        return form;
    }

    private async Task TakeAsync(Result<WebhookView> kept)
    {
        if (kept.IsOk)
        {
            // It is shown once: only the person, or the secret of another one, takes it away.
            (_secret, _secretOf) = kept.Value.Secret is { } secret ? (secret, kept.Value.Url) : (_secret, _secretOf);
            StartOver();
            Notices.Say(Text["Webhook.Kept"]);
        }

        await LoadAsync();
    }
}
