using AdvPortal.Application.Members;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Settings;

/// <summary>Who may come in, and as what: invited, changed, shut out.</summary>
public partial class MemberSettings
{
    private readonly Doing _doing = new();
    private InviteMember.Form _form = new();
    private FormState<InviteMember.Form> _state = null!;
    private IReadOnlyList<ListAccess.Row>? _members;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListAccess List { get; init; }

    [Inject]
    public required InviteMember Invite { get; init; }

    [Inject]
    public required ResendInvitation Resend { get; init; }

    [Inject]
    public required ChangeAccess Change { get; init; }

    [Inject]
    public required IValidator<InviteMember.Form> Validator { get; init; }

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
        (_members, _doing.Refusal) = (listed.Value, listed.Refusal ?? _doing.Refusal);
    }

    private async Task InviteAsync()
    {
        if (_doing.IsBusy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        if (await ActAsync(() => Invite.ExecuteAsync(_form)))
        {
            Notices.Say(Text["Settings.InvitationSent", _form.Email.Trim()]);
            _form = new();
        }
    }

    private async Task ResendAsync(ListAccess.Row member)
    {
        if (await ActAsync(() => Resend.ExecuteAsync(member.Id)))
        {
            Notices.Say(Text["Settings.InvitationSent", member.Email]);
        }
    }

    private async Task DisableAsync(ListAccess.Row member)
    {
        if (member.IsDisabled || await Dialogs.ConfirmAsync(
            Text["Settings.DisableQuestion", member.Name], member.Clients > 0 ? Text["Settings.DisableOwner", member.Clients, member.Name] : Text["Settings.DisableDetail"], Text["Settings.Disable"], Text["Settings.KeepAccess"], destructive: true))
        {
            await ChangeAsync(member, member.Roles, !member.IsDisabled);
        }
    }

    private async Task ChangeAsync(ListAccess.Row member, IReadOnlyList<Role> roles, bool disabled)
    {
        if (await ActAsync(() => Change.ExecuteAsync(member.Id, new() { Name = member.Name, Roles = [.. roles], IsDisabled = disabled }, member.Version)))
        {
            Notices.Say(Text["Settings.AccessChanged", member.Name]);
        }
    }

    private Task<bool> ActAsync<T>(Func<Task<Result<T>>> act) where T : notnull => _doing.DoAsync(act, _ => LoadAsync());
}
