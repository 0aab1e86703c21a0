using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Promises;

/// <summary>What may be done with an order as it stands, and by this person: the same table that the order itself refuses by.</summary>
public sealed partial class OrderActions
{
    private Refusal? _refusal;
    private bool _busy;

    [Inject]
    public required Repromise Promise { get; init; }

    [Inject]
    public required TellReadiness Ready { get; init; }

    [Inject]
    public required DraftPromiseNotice Draft { get; init; }

    [Inject]
    public required SendPromiseNotice Send { get; init; }

    [Inject]
    public required UndoPromiseNotice Undo { get; init; }

    [Inject]
    public required TellPromises Tell { get; init; }

    [Inject]
    public required ReadOrderTerms Terms { get; init; }

    [Inject]
    public required AmendOrder Amend { get; init; }

    [Inject]
    public required StartPreparation Prepare { get; init; }

    [Inject]
    public required CloseOrder CloseWhole { get; init; }

    [Inject]
    public required CloseShort Short { get; init; }

    [Inject]
    public required HoldOrder HoldBack { get; init; }

    [Inject]
    public required ReleaseOrder LetGo { get; init; }

    [Inject]
    public required CancelOrder GiveUp { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView Review { get; set; }

    /// <summary>Something was done: the order is to be read again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private OrderView Order => Review.Order;

    private bool MayHandle => Shell.May(Permission.HandleOrders);

    private bool HasAny => MayHandle ? Order.Acts.Count > 0 : May(OrderAct.Release) && MayRelease;

    private bool MayRelease => Shell.May(Order.Hold is not { } hold || hold.HasRunOut(Review.Today) ? Permission.HandleOrders : hold.Release switch
    {
        HoldRelease.Manager => Permission.ReleaseManagerHolds,
        HoldRelease.Finance => Permission.ReleaseFinanceHolds,
        _ => Permission.HandleOrders,
    });

    private bool May(OrderAct act) => Order.Acts.Contains(act);

    private Task RepromiseAsync() => ShowAsync<RepromiseDialog>(new DialogParameters<RepromiseDialog>
    {
        { it => it.Order, Order }, { it => it.Today, Review.Today }, { it => it.Save, form => SaveAsync(Promise.ExecuteAsync(Order.Id, form, Order.Version), "Promise.Moved") },
    });

    private Task TellReadinessAsync() => ShowAsync<ReadinessDialog>(new DialogParameters<ReadinessDialog>
    {
        { it => it.Order, Order }, { it => it.Save, form => SaveAsync(Ready.ExecuteAsync(Order.Id, form, Order.Version), "Promise.ReadinessKept") },
    });

    private Task HoldAsync() => ShowAsync<HoldDialog>(new DialogParameters<HoldDialog>
    {
        { it => it.Number, Order.Number }, { it => it.Save, form => SaveAsync(HoldBack.ExecuteAsync(Order.Id, form, Order.Version), "Promise.HeldNow") },
    });

    private Task CloseShortAsync() => ShowAsync<CloseShortDialog>(new DialogParameters<CloseShortDialog>
    {
        { it => it.Order, Order }, { it => it.Save, form => SaveAsync(Short.ExecuteAsync(Order.Id, form, Order.Version), "Promise.ClosedShort") },
    });

    private Task CancelAsync() => ShowAsync<CancelDialog>(new DialogParameters<CancelDialog>
    {
        { it => it.Number, Order.Number }, { it => it.Save, form => SaveAsync(GiveUp.ExecuteAsync(Order.Id, form, Order.Version), "Review.Refused") },
    });

    private async Task AmendAsync()
    {
        var read = await Terms.ExecuteAsync(Order.Id);

        if (!read.IsOk)
        {
            _refusal = read.Refusal;
            return;
        }

        var version = read.Value.Version;
        await ShowAsync<AmendDialog>(
            new DialogParameters<AmendDialog>
            {
                { it => it.Order, Order }, { it => it.Sites, Review.Sites }, { it => it.Seen, read.Value.Terms }, { it => it.Save, form => SaveAsync(Amend.ExecuteAsync(Order.Id, form, version), "Amend.Done") },
            },
            new() { MaxWidth = MaxWidth.Large, FullWidth = true });
    }

    private async Task NotifyAsync()
    {
        var draft = await Draft.ExecuteAsync(Order.Id);
        _refusal = draft.Refusal;

        if (draft.IsOk)
        {
            await ShowAsync<NoticeDialog>(new DialogParameters<NoticeDialog>
            {
                { it => it.Draft, draft.Value }, { it => it.Send, SendAsync }, { it => it.Tell, () => SaveAsync(Tell.ExecuteAsync(Order.Id, Order.Version), "Promise.ToldNow") },
            });
        }
    }

    private async Task<Refusal?> SendAsync(SendPromiseNotice.Form form)
    {
        var (id, number) = (Order.Id, Order.Number);
        var sent = await Send.ExecuteAsync(id, form, Order.Version);

        if (!sent.IsOk)
        {
            return sent.Refusal;
        }

        Notices.SayUndoable(Text["Promise.NoticeSent", number], () => StopAsync(id, number), ConfirmOrder.UndoFor);
        await Changed.InvokeAsync();

        return null;
    }

    // The person may be elsewhere by now: what failed is said where they are.
    private async Task StopAsync(OrderId id, string number)
    {
        var stopped = await Undo.ExecuteAsync(id, version: null);
        Notices.Say(stopped.IsOk ? Text["Promise.NoticeStopped", number] : Text.Say(stopped.Refusal.Message));
        await InvokeAsync(Changed.InvokeAsync);
    }

    private Task PrepareAsync() => DoAsync(() => SaveAsync(Prepare.ExecuteAsync(Order.Id, Order.Version), "Promise.Preparing"));

    private Task CloseAsync() => DoAsync(() => SaveAsync(CloseWhole.ExecuteAsync(Order.Id, Order.Version), "Promise.Closed"));

    private Task ReleaseAsync() => DoAsync(() => SaveAsync(LetGo.ExecuteAsync(Order.Id, Order.Version), "Promise.Released"));

    private async Task DoAsync(Func<Task<Refusal?>> act)
    {
        _busy = true;
        _refusal = await act();
        _busy = false;
    }

    private async Task ShowAsync<TDialog>(DialogParameters parameters, DialogOptions? options = null) where TDialog : ComponentBase
    {
        _refusal = null;
        var dialog = await Dialogs.ShowAsync<TDialog>(null, parameters, options ?? new() { MaxWidth = MaxWidth.Small, FullWidth = true });
        await dialog.Result;
    }

    private async Task<Refusal?> SaveAsync(Task<Result<OrderView>> act, string done)
    {
        var result = await act;

        if (result.IsOk)
        {
            Notices.Say(Text[done, result.Value.Number]);
            await Changed.InvokeAsync();
        }

        return result.Refusal;
    }
}
