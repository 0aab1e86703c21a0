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
    private readonly Doing _doing = new();
    private CreateApiKey.Form _form = new();
    private FormState<CreateApiKey.Form> _state = null!;
    private IReadOnlyList<ListApiKeys.Row>? _keys;
    private string? _secret;

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
        (_keys, _doing.Refusal) = (listed.Value, listed.Refusal ?? _doing.Refusal);
    }

    private async Task CreateAsync()
    {
        if (_doing.IsBusy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        if (await ActAsync(() => Create.ExecuteAsync(_form), created => _secret = created?.Secret))
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

        if (await ActAsync(() => Revoke.ExecuteAsync(key.Id), _ => _secret = null))
        {
            Notices.Say(Text["Settings.Revoked", key.Name]);
        }
    }

    private Task<bool> ActAsync<T>(Func<Task<Result<T>>> act, Action<T?> taken) where T : notnull => _doing.DoAsync(act, result =>
    {
        taken(result.Value);

        return LoadAsync();
    });
}
