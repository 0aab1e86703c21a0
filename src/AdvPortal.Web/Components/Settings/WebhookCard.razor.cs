using AdvPortal.Application.Common;
using AdvPortal.Application.Webhooks;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Settings;

/// <summary>One webhook: how it does, whether it works, what it was told.</summary>
public partial class WebhookCard
{
    private readonly Doing _doing = new();
    private TestWebhook.Answered? _answered;
    private bool _trying;
    private bool _open;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required TestWebhook Test { get; init; }

    [Inject]
    public required ChangeWebhook Change { get; init; }

    [Inject]
    public required RemoveWebhook Remove { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Parameter, EditorRequired]
    public required WebhookView Webhook { get; set; }

    /// <summary>It is to be changed in the form above.</summary>
    [Parameter]
    public EventCallback Edit { get; set; }

    /// <summary>It is not any more as it is shown.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private string Stamp(DateTimeOffset at) => Text.Stamp(Clock.Local(at), Clock.Today);

    private async Task TryAsync()
    {
        (_trying, _answered, _doing.Refusal) = (true, null, null);
        StateHasChanged();
        await _doing.DoAsync(() => Test.ExecuteAsync(Webhook.Id, version: null), tried =>
        {
            (_trying, _answered) = (false, tried.Value);

            return Task.CompletedTask;
        });
    }

    private Task SwitchAsync() => ActAsync(
        async () => (await Change.ExecuteAsync(
            Webhook.Id,
            form =>
            {
                form.IsActive = !Webhook.IsActive;

                return form;
            },
            Webhook.Version)).Refusal,
        Text["Webhook.Kept"]);

    private async Task RemoveAsync()
    {
        var asked = Webhook;

        if (await Dialogs.ConfirmAsync(Text["Webhook.RemoveQuestion", asked.Url], Text["Webhook.RemoveDetail"], Text["Webhook.Remove"], Text["Webhook.Keep"], destructive: true))
        {
            await ActAsync(async () => (await Remove.ExecuteAsync(asked.Id, asked.Version)).Refusal, Text["Webhook.Removed"]);
        }
    }

    private async Task ActAsync(Func<Task<Refusal?>> act, string done)
    {
        _answered = null;

        if (await _doing.DoAsync(act))
        {
            Notices.Say(done);
        }

        await Changed.InvokeAsync();
    }
}
