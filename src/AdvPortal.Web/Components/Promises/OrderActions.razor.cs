using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Promises;

/// <summary>What may be done with an order as it stands, and by this person: the same table that the order itself refuses by.</summary>
public sealed partial class OrderActions : IDisposable
{
    private readonly Doing _doing = new();
    private bool _isOver;
    private InquiryId? _taken;

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
    public required ReadAskedTerms AskedTerms { get; init; }

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

    /// <summary>The conversation that asks for a change: what it wants is filled in. Null where nobody asks.</summary>
    [Parameter]
    public InquiryId? AskedIn { get; set; }

    /// <summary>What was asked was taken up, or let go.</summary>
    [Parameter]
    public EventCallback AskedSettled { get; set; }

    /// <summary>Something was done: the order is to be read again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private OrderView Order => Review.Order;

    public void Dispose() => _isOver = true;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (AskedIn is { } inquiry && _taken != inquiry)
        {
            _taken = inquiry;
            await TakeUpAsync(Order, inquiry);

            // Whoever went elsewhere meanwhile stays there.
            if (!_isOver && AskedIn == inquiry)
            {
                await AskedSettled.InvokeAsync();
            }
        }
    }

    private bool MayHandle => Shell.May(Permission.HandleOrders);

    private bool HasAny => MayHandle ? Order.Acts.Count > 0 : May(OrderAct.Release) && MayRelease;

    private bool MayRelease => Shell.May(Order.Hold is not { } hold || hold.HasRunOut(Review.Today) ? Permission.HandleOrders : hold.Release switch
    {
        HoldRelease.Manager => Permission.ReleaseManagerHolds,
        HoldRelease.Finance => Permission.ReleaseFinanceHolds,
        _ => Permission.HandleOrders,
    });

    private bool May(OrderAct act) => Order.Acts.Contains(act);

    // Each is about the order as the person saw it when they asked: the page may show another, or a newer one, before the dialog closes.
    private Task RepromiseAsync(OrderView seen) => ShowAsync<RepromiseDialog>(new DialogParameters<RepromiseDialog>
    {
        { it => it.Order, seen }, { it => it.Today, Review.Today }, { it => it.Save, form => SaveAsync(Promise.ExecuteAsync(seen.Id, form, seen.Version), "Promise.Moved") },
    });

    private Task TellReadinessAsync(OrderView seen) => ShowAsync<ReadinessDialog>(new DialogParameters<ReadinessDialog>
    {
        { it => it.Order, seen }, { it => it.Save, form => SaveAsync(Ready.ExecuteAsync(seen.Id, form, seen.Version), "Promise.ReadinessKept") },
    });

    private Task HoldAsync(OrderView seen) => ShowAsync<HoldDialog>(new DialogParameters<HoldDialog>
    {
        { it => it.Number, seen.Number }, { it => it.Save, form => SaveAsync(HoldBack.ExecuteAsync(seen.Id, form, seen.Version), "Promise.HeldNow") },
    });

    private Task CloseShortAsync(OrderView seen) => ShowAsync<CloseShortDialog>(new DialogParameters<CloseShortDialog>
    {
        { it => it.Order, seen }, { it => it.Save, form => SaveAsync(Short.ExecuteAsync(seen.Id, form, seen.Version), "Promise.ClosedShort") },
    });

    private Task CancelAsync(OrderView seen) => ShowAsync<CancelDialog>(new DialogParameters<CancelDialog>
    {
        { it => it.Number, seen.Number }, { it => it.Save, form => SaveAsync(GiveUp.ExecuteAsync(seen.Id, form, seen.Version), "Review.Refused") },
    });

    private async Task AmendAsync(OrderView seen)
    {
        var sites = Review.Sites;
        Result<ReadOrderTerms.View>? read = null;

        if (await _doing.DoAsync(async () => read = await Terms.ExecuteAsync(seen.Id)) && read?.Value is { } terms)
        {
            await AmendAsync(seen, sites, terms.Terms, terms.Version, asked: null);
        }
    }

    private async Task TakeUpAsync(OrderView seen, InquiryId inquiry)
    {
        var sites = Review.Sites;
        Result<ReadAskedTerms.View>? read = null;

        // One that nobody has confirmed yet is put right in the review itself.
        if (MayHandle && seen.Status is OrderStatus.ToReview)
        {
            Notices.Say(Text["Amend.StillToReview", seen.Number]);
        }
        else if (!MayHandle || !May(OrderAct.Amend))
        {
            _doing.Refusal = MayHandle ? new OrderNotAmendable(seen.Status) : new Application.Common.NotAllowed();
        }
        else if (await _doing.DoAsync(async () => read = await AskedTerms.ExecuteAsync(seen.Id, inquiry)) && read?.Value is { } asked)
        {
            await AmendAsync(seen, sites, asked.Seen, asked.Version, asked);
        }

        StateHasChanged();
    }

    private Task AmendAsync(OrderView order, IReadOnlyList<ReviewView.Place> sites, OrderTerms seen, int version, ReadAskedTerms.View? asked) => ShowAsync<AmendDialog>(
        new DialogParameters<AmendDialog>
        {
            { it => it.Order, order }, { it => it.Sites, sites }, { it => it.Seen, seen }, { it => it.Asked, asked }, { it => it.Save, form => SaveAsync(Amend.ExecuteAsync(order.Id, form, version), "Amend.Done") },
        },
        new() { MaxWidth = MaxWidth.Large, FullWidth = true });

    // What the draft says is of the order as it was seen, or of a newer one: then it is refused, and drafted again.
    private async Task NotifyAsync(OrderView seen)
    {
        Result<PromiseNotice.Draft>? drafted = null;

        if (await _doing.DoAsync(async () => drafted = await Draft.ExecuteAsync(seen.Id)) && drafted?.Value is { } draft)
        {
            await ShowAsync<NoticeDialog>(new DialogParameters<NoticeDialog>
            {
                { it => it.Draft, draft }, { it => it.Send, form => SendAsync(seen, form) }, { it => it.Tell, () => SaveAsync(Tell.ExecuteAsync(seen.Id, seen.Version), "Promise.ToldNow") },
            });
        }
    }

    private async Task<Refusal?> SendAsync(OrderView seen, SendPromiseNotice.Form form)
    {
        var sent = await Send.ExecuteAsync(seen.Id, form, seen.Version);

        if (!sent.IsOk)
        {
            return sent.Refusal;
        }

        Notices.SayUndoable(Text["Promise.NoticeSent", seen.Number], () => StopAsync(seen.Id, seen.Number), ConfirmOrder.UndoFor);
        await Changed.InvokeAsync();

        return null;
    }

    private async Task StopAsync(OrderId id, string number)
    {
        var stopped = await Undo.ExecuteAsync(id, version: null);
        _doing.Refusal = stopped.Refusal;

        // Whoever is elsewhere by now is told there.
        if (stopped.IsOk || _isOver)
        {
            Notices.Say(stopped.IsOk ? Text["Promise.NoticeStopped", number] : Text.Say(stopped.Refusal.Message));
        }

        await InvokeAsync(Changed.InvokeAsync);
    }

    private Task<bool> PrepareAsync(OrderView seen) => _doing.DoAsync(() => SaveAsync(Prepare.ExecuteAsync(seen.Id, seen.Version), "Promise.Preparing"));

    private Task<bool> CloseAsync(OrderView seen) => _doing.DoAsync(() => SaveAsync(CloseWhole.ExecuteAsync(seen.Id, seen.Version), "Promise.Closed"));

    private Task<bool> ReleaseAsync(OrderView seen) => _doing.DoAsync(() => SaveAsync(LetGo.ExecuteAsync(seen.Id, seen.Version), "Promise.Released"));

    private async Task ShowAsync<TDialog>(DialogParameters parameters, DialogOptions? options = null) where TDialog : ComponentBase
    {
        _doing.Refusal = null;
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
