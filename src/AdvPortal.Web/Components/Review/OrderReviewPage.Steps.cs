using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Review;

/// <summary>What waits at later steps of the order: its labels, and what a person ticks off there.</summary>
public sealed partial class OrderReviewPage
{
    [Inject]
    public required ReachStep Reach { get; init; }

    private async Task ShowLabelsAsync()
    {
        var dialog = await Dialogs.ShowAsync<LabelsDialog>(null, new DialogParameters<LabelsDialog> { { it => it.Order, OrderId }, { it => it.Number, _review!.Order.Number }, { it => it.MayPrint, LabelsHref is not null } });

        // What stands in the way of printing is kept on the order.
        if (await dialog.Result is not null)
        {
            await LoadAsync();
        }
    }

    private Task<bool> TickStepAsync(StepsCard.Answer answer) => SettleStepAsync(answer, (finding, version) => Accept.ExecuteAsync(OrderId, finding, version));

    private async Task WaiveStepAsync(StepsCard.Answer answer)
    {
        var row = _review!.Ahead.First(row => row.Step == answer.Step && row.RequirementId == answer.RequirementId);

        if (await Dialogs.AskReasonAsync(Text["Steps.WaiveQuestion", row.Number], Text["Quoted", row.Sentence], Text["Review.WaiveForOrder"], Text["Review.KeepAsIs"], askWhoAgreed: true) is { } why)
        {
            await SettleStepAsync(answer, (finding, version) => Waive.ExecuteAsync(OrderId, finding, new(why.Reason, why.AgreedBy), version));
        }
    }

    // The order gets to the step, as it stands now; what is found there is answered.
    private Task<bool> SettleStepAsync(StepsCard.Answer answer, Func<FindingId, int, Task<Result<OrderView>>> settle) => DoAsync(async order =>
    {
        var result = await Reach.ExecuteAsync(OrderId, new(answer.Step), order.Version);

        foreach (var finding in result.Value?.Findings.Where(f => f.AtStep == answer.Step && f.RequirementId == answer.RequirementId && f.State is FindingState.Open).ToList() ?? [])
        {
            if (result.IsOk)
            {
                result = await settle(finding.Id, result.Value.Version);
            }
        }

        return result;
    });
}
