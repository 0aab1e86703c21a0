using AdvPortal.Application.Orders;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Review;

/// <summary>How the order leaves the desk: confirmed, taken back, sent once more, or refused.</summary>
public sealed partial class OrderReviewPage
{
    /// <summary>Why an order is refused: from a list, so that a month of refusals can be counted.</summary>
    private static readonly string[] Reasons = ["CannotSupply", "PriceNotAgreed", "DateNotPossible", "Duplicate", "NotForUs", "Withdrawn", "ClientBlocked", "Other"];

    [Inject]
    public required ConfirmOrder Confirm { get; init; }

    [Inject]
    public required UndoConfirmation Undo { get; init; }

    [Inject]
    public required ResendAcknowledgement Resend { get; init; }

    [Inject]
    public required CancelOrder Cancel { get; init; }

    private async Task SendAsync()
    {
        if (await DoAsync(order => Confirm.ExecuteAsync(OrderId, order.Version)))
        {
            var (id, number) = (OrderId, _review!.Order.Number);

            if (_review.Order.Acknowledgement.CanBeTakenBack)
            {
                Notices.SayUndoable(Text["Review.Sent", number], () => TakeBackAsync(id, number), ConfirmOrder.UndoFor);
            }
            else
            {
                Notices.Say(Text["Review.Confirmed", number]);
            }

            await GoOnAsync();
        }
    }

    // The person may have gone on to the next order meanwhile: what failed is said where they are.
    private async Task TakeBackAsync(OrderId id, string number)
    {
        var result = await Undo.ExecuteAsync(id, version: null);
        Notices.Say(result.IsOk ? Text["Review.TakenBack", number] : Text.Say(result.Refusal.Message));

        if (id == OrderId)
        {
            await InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
        }
    }

    private async Task ResendAsync()
    {
        if (await DoAsync(order => Resend.ExecuteAsync(OrderId, order.Version)))
        {
            Notices.Say(Text["Review.Sent", _review!.Order.Number]);
        }
    }

    private async Task CancelAsync()
    {
        var why = await Dialogs.AskReasonAsync(Text["Review.RefuseQuestion", _review!.Order.Number], Text["Review.RefuseDetail"], Text["Review.RefuseVerb"], Text["Review.KeepOrder"], [.. Reasons.Select(reason => Text[$"Reject.{reason}"].Value)]);

        if (why is not null && await DoAsync(order => Cancel.ExecuteAsync(OrderId, new(why.Reason), order.Version)))
        {
            Notices.Say(Text["Review.Refused", _review!.Order.Number]);
            await GoOnAsync();
        }
    }
}
