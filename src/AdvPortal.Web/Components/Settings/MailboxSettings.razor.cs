using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Settings;

/// <summary>The mailbox where clients send their orders: how it is reached, whether that works, and what became of what lay there.</summary>
public partial class MailboxSettings
{
    private const int TlsPort = 993;
    private const int PlainPort = 143;

    private readonly Doing _doing = new();
    private ChangeMailbox.Form _form = new();
    private FormState<ChangeMailbox.Form> _state = null!;
    private ReadMailbox.View? _view;
    private int? _found;
    private bool _trying;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadMailbox Read { get; init; }

    [Inject]
    public required ChangeMailbox Change { get; init; }

    [Inject]
    public required TestMailbox Test { get; init; }

    [Inject]
    public required IValidator<ChangeMailbox.Form> Validator { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync();
        (_view, _doing.Refusal) = (read.Value, read.Refusal);
        _form = read.Value?.Form ?? _form;
    }

    // The usual port goes with the protection, unless somebody chose another one.
    private void Secure(ChangeEventArgs change)
    {
        _form.Security = Enum.Parse<MailboxSecurity>(change.Value!.ToString()!);
        _form.Port = _form.Port is not (TlsPort or PlainPort) ? _form.Port : _form.Security is MailboxSecurity.Tls ? TlsPort : PlainPort;
    }

    private async Task TryAsync()
    {
        if (_doing.IsBusy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        await _doing.DoAsync(() =>
        {
            (_trying, _found, _doing.Refusal) = (true, null, null);
            StateHasChanged();

            return Test.ExecuteAsync(_form);
        }, tried =>
        {
            (_trying, _found) = (false, tried.Value?.Messages);

            return Task.CompletedTask;
        });
    }

    private async Task KeepAsync()
    {
        if (_doing.IsBusy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        _found = null;

        if (await _doing.DoAsync(() => Change.ExecuteAsync(_form, _view!.Version)))
        {
            await LoadAsync();
            Notices.Say(Text["Settings.Kept"]);
        }
    }
}
