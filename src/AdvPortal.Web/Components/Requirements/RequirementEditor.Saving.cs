using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>What becomes of a requirement: put in force, kept as a draft, kept as it is, discarded, retired.</summary>
public partial class RequirementEditor
{
    [Inject]
    public required CreateRequirement Create { get; init; }

    [Inject]
    public required ReviseRequirement Revise { get; init; }

    [Inject]
    public required RetireRequirement Retire { get; init; }

    [Inject]
    public required KeepRequirement Keep { get; init; }

    [Inject]
    public required DiscardRequirementDraft Discard { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    private async Task SaveAsync(bool draft)
    {
        var form = _it.ToForm(draft);
        var complete = await _state.ValidateAsync(form);
        _clientMissing = _client is null;

        if (_busy || _isReading || !complete || _client is not { } client)
        {
            return;
        }

        _busy = true;
        var saved = Requirement is null ? await Create.ExecuteAsync(client.Id, form) : await Revise.ExecuteAsync(Requirement.Id, form, Known!.Version);
        await AnswerAsync(saved, draft ? "Requirement.DraftKept" : "Requirement.Published");
    }

    private async Task KeepAsItIsAsync()
    {
        _busy = true;
        await AnswerAsync(await Keep.ExecuteAsync(Known!.Id, Known.Version), "Requirement.Kept");
    }

    private async Task RetireAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["Requirement.RetireQuestion", Known!.Number], Text["Requirement.RetireDetail"], Text["Requirement.Retire"], Text["Requirement.KeepIt"], destructive: true))
        {
            await AnswerAsync(await Retire.ExecuteAsync(Known.Id, Known.Version), "Requirement.Retired");
        }
    }

    private async Task DiscardAsync()
    {
        if (!await Dialogs.ConfirmAsync(Text["Requirement.DiscardQuestion", NextRevision, Known!.Number], Text["Requirement.DiscardDetail"], Text["Requirement.Discard"], Text["Requirement.KeepTheDraft"], destructive: true))
        {
            return;
        }

        var discarded = await Discard.ExecuteAsync(Known.Id, Known.Version);
        _refusal = discarded.Refusal;

        if (discarded.IsOk)
        {
            await _drafted!.DropAsync();
            Notices.Say(Text["Requirement.Discarded", Known.Number]);
            await (Known.Status is RequirementStatus.Draft ? Discarded : Reloaded).InvokeAsync();
        }
    }

    private async Task AnswerAsync(Result<RequirementView> answer, string said)
    {
        (_busy, _refusal) = (false, answer.Refusal);

        if (answer.IsOk)
        {
            await _drafted!.DropAsync();
            Notices.Say(Text[said, answer.Value.Number]);

            if (Requirement is null)
            {
                await Created.InvokeAsync(answer.Value);
            }

            if (!await TakeNextAsync())
            {
                await Saved.InvokeAsync(answer.Value);
            }
        }
    }
}
