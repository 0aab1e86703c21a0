using AdvPortal.Application.Clarifications;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Review;

/// <summary>What only the client or sales can answer: asked, noted, or waited for no longer.</summary>
public sealed partial class OrderReviewPage
{
    [Inject]
    public required DraftClarification Draft { get; init; }

    [Inject]
    public required AskForClarification Ask { get; init; }

    [Inject]
    public required RecordAnswer Record { get; init; }

    [Inject]
    public required StopWaiting Stop { get; init; }

    private async Task AskAsync(WaitingFor whom, FindingGroup? about)
    {
        var draft = await Draft.ExecuteAsync(OrderId, whom, [.. about?.Findings.Select(f => f.Id) ?? []]);

        if (!draft.IsOk)
        {
            _doing.Refusal = draft.Refusal;
            return;
        }

        var dialog = await Dialogs.ShowAsync<ClarificationDialog>(null, new DialogParameters<ClarificationDialog> { { it => it.Draft, draft.Value } });

        if (await dialog.Result is { Canceled: false, Data: ClarificationForm form } && await DoAsync(order => Ask.ExecuteAsync(OrderId, form, order.Version)))
        {
            Notices.Say(Text["Clarify.Sent", form.To ?? ""]);
            await GoOnAsync();
        }
    }

    private async Task NoteAnswerAsync()
    {
        var dialog = await Dialogs.ShowAsync<AnswerDialog>();

        if (await dialog.Result is { Canceled: false, Data: AnswerForm form })
        {
            await DoAsync(order => Record.ExecuteAsync(OrderId, form, order.Version));
        }
    }

    private Task<bool> ResumeAsync() => DoAsync(order => Stop.ExecuteAsync(OrderId, order.Version));
}
