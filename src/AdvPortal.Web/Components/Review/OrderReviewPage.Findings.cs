using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace AdvPortal.Web.Components.Review;

/// <summary>What was found in the order: accepted, waived, corrected, or held against the order that looks like it.</summary>
public sealed partial class OrderReviewPage
{
    private Task _settling = Task.CompletedTask;

    [Inject]
    public required AcceptFinding Accept { get; init; }

    [Inject]
    public required WaiveFinding Waive { get; init; }

    [Inject]
    public required ResolveDuplicate Resolve { get; init; }

    [Inject]
    public required ReadOrder ReadOther { get; init; }

    [Inject]
    public required CorrectOrder Correct { get; init; }

    [Inject]
    public required ReadProductCandidates Candidates { get; init; }

    [Inject]
    public required LinkCallOff Link { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private bool MayLink => _review?.Order.Status.IsOpen() is true && Here.May(Domain.Members.Permission.HandleOrders);

    private Task<bool> LinkAsync(OrderView.Line line, BlanketLineId? to) => DoAsync(order => Link.ExecuteAsync(OrderId, line.LineNo, new(to), order.Version));

    private Task AcceptAsync(FindingGroup group) => SettleAsync(group, (finding, version) => Accept.ExecuteAsync(OrderId, finding, version));

    private Task TakeDateAsync(FindingGroup group, DateOnly deliverOn) => SettleAsync(group, (finding, version) => Accept.ExecuteAsync(OrderId, finding, version, deliverOn));

    private async Task WaiveAsync(FindingGroup group)
    {
        var question = group.First.Kind == FindingKinds.PriceDiffers ? Text["Review.AcceptPriceQuestion", group.First.LineNo ?? ""] : Text["Review.WaiveQuestion", Text.Headline(group.First.Explanation, _review!.Today)];
        var detail = group.First.Sentence is { } sentence ? Text["Quoted", sentence].Value : Text.Say(group.First.Explanation, _review!.Today);

        if (await Dialogs.AskReasonAsync(question, detail, Text["Review.WaiveForOrder"], Text["Review.KeepAsIs"], askWhoAgreed: true) is { } why)
        {
            await SettleAsync(group, (finding, version) => Waive.ExecuteAsync(OrderId, finding, new(why.Reason, why.AgreedBy), version));
        }
    }

    // An answer given while the one before is still being kept is not lost: it follows, on what that one has left.
    private Task SettleAsync(FindingGroup group, Func<FindingId, int, Task<Result<OrderView>>> settle) => _settling = SettleAfterAsync(_settling, group, settle);

    // What stands on several lines is settled line by line; one answer may settle its neighbours as well.
    private async Task SettleAfterAsync(Task before, FindingGroup group, Func<FindingId, int, Task<Result<OrderView>>> settle)
    {
        await before;
        await DoAsync(async order =>
        {
            Result<OrderView> result = order;

            foreach (var finding in group.Findings)
            {
                if (result.Value!.Findings.FirstOrDefault(f => f.Id == finding.Id)?.State == finding.State)
                {
                    result = await settle(finding.Id, result.Value.Version);

                    if (!result.IsOk)
                    {
                        break;
                    }
                }
            }

            return result;
        });
        StateHasChanged();
        await Js.InvokeVoidAsync("advPortal.focus", _groups.Any(g => g.Point is not null) ? "point-1" : "send");
    }

    private async Task CompareAsync(FindingGroup group)
    {
        if ((await ReadOther.ExecuteAsync(group.First.Before!.OrderId!.Value)).Value is not { } earlier)
        {
            return;
        }

        var dialog = await Dialogs.ShowAsync<DuplicateDialog>(
            null, new DialogParameters<DuplicateDialog> { { it => it.This, _review!.Order }, { it => it.Earlier, earlier }, { it => it.Now, _review.Now } }, new() { MaxWidth = MaxWidth.Large, FullWidth = true });

        if (await dialog.Result is { Canceled: false, Data: DuplicateOutcome outcome })
        {
            await DoAsync(order => Resolve.ExecuteAsync(OrderId, group.First.Id, new(outcome), order.Version));
        }
    }

    private Task CorrectHeadAsync() => CorrectAsync<HeadDialog>(new DialogParameters<HeadDialog> { { it => it.Review, _review! } });

    private async Task CorrectLineAsync(OrderView.Line line)
    {
        var near = line.ProductCode is null ? (await Candidates.ExecuteAsync(OrderId)).Value?.Items.FirstOrDefault(c => c.LineNo == line.LineNo)?.Products : null;
        var ours = _review!.Order.Findings.FirstOrDefault(f => f is { Kind: FindingKinds.UnitUnknown, State: FindingState.Open } && f.LineNo == line.LineNo)?.Explanation.Parts[1].ToString();
        await CorrectAsync<LineDialog>(new DialogParameters<LineDialog> { { it => it.Line, line }, { it => it.Near, near ?? [] }, { it => it.UnitToAsk, ours } });
    }

    private async Task CorrectAsync<TDialog>(DialogParameters parameters) where TDialog : ComponentBase
    {
        var dialog = await Dialogs.ShowAsync<TDialog>(null, parameters);

        if (await dialog.Result is { Canceled: false, Data: Action<CorrectOrder.Form> change })
        {
            await DoAsync(order => Correct.ExecuteAsync(
                OrderId,
                form =>
                {
                    change(form);
                    return form;
                },
                order.Version));
        }
    }
}
