using AdvPortal.Application.Common;
using AdvPortal.Application.Members;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Settings;

/// <summary>Which programs may come in. A key is shown once, when it is made.</summary>
public partial class KeySettings
{
    private CreateApiKey.Form _form = new();
    private FormState<CreateApiKey.Form> _state = null!;
    private IReadOnlyList<ListApiKeys.Row>? _keys;
    private string? _secret;
    private Refusal? _refusal;
    private bool _busy;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListApiKeys List { get; init; }

    [Inject]
    public required CreateApiKey Create { get; init; }

    [Inject]
    public required RevokeApiKey Revoke { get; init; }

    [Inject]
    public required IValidator<CreateApiKey.Form> Validator { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

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
        (_keys, _refusal) = (listed.Value, listed.Refusal);
    }

    private async Task CreateAsync()
    {
        if (_busy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        _busy = true;
        var created = await Create.ExecuteAsync(_form);
        await LoadAsync();
        (_busy, _refusal, _secret) = (false, created.Refusal, created.Value?.Secret);

        if (created.IsOk)
        {
            _form = new();
        }
    }

    private async Task RevokeAsync(ListApiKeys.Row key)
    {
        if (!await Dialogs.ConfirmAsync(Text["Settings.RevokeQuestion", key.Name], Text["Settings.RevokeDetail"], Text["Settings.Revoke"], Text["Settings.KeepKey"], destructive: true))
        {
            return;
        }

        _busy = true;
        var revoked = await Revoke.ExecuteAsync(key.Id);
        await LoadAsync();
        (_busy, _refusal, _secret) = (false, revoked.Refusal, null);

        if (revoked.IsOk)
        {
            Notices.Say(Text["Settings.Revoked", key.Name]);
        }
    }
}
