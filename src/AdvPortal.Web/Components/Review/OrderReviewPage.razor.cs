using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace AdvPortal.Web.Components.Review;

/// <summary>« Commande à valider »: what differs, what was done about it, can it be sent? Afterwards, the same order as it was promised.</summary>
public sealed partial class OrderReviewPage : IDisposable
{
    private ReviewView? _review;
    private IReadOnlyList<FindingGroup> _groups = [];
    private Refusal? _refusal;
    private IDisposable? _changes;
    private DocumentOriginal? _original;
    private string? _line;
    private string? _field;
    private OrderDocumentId? _drawn;
    private string _view = "order";
    private bool _missing;
    private bool _busy;
    private QueueSteps? _steps;
    private Task _settling = Task.CompletedTask;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ReadReview Read { get; init; }

    [Inject]
    public required ReadOriginal ReadOriginal { get; init; }

    [Inject]
    public required AcceptFinding Accept { get; init; }

    [Inject]
    public required WaiveFinding Waive { get; init; }

    [Inject]
    public required ReachStep Reach { get; init; }

    [Inject]
    public required CorrectOrder Correct { get; init; }

    [Inject]
    public required ConfirmOrder Confirm { get; init; }

    [Inject]
    public required UndoConfirmation Undo { get; init; }

    [Inject]
    public required ResendAcknowledgement Resend { get; init; }

    [Inject]
    public required CancelOrder Cancel { get; init; }

    [Inject]
    public required DraftClarification Draft { get; init; }

    [Inject]
    public required AskForClarification Ask { get; init; }

    [Inject]
    public required RecordAnswer Record { get; init; }

    [Inject]
    public required StopWaiting Stop { get; init; }

    [Inject]
    public required ResolveDuplicate Resolve { get; init; }

    [Inject]
    public required ReadOrder ReadOther { get; init; }

    [Inject]
    public required ReadProductCandidates Candidates { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    /// <summary>Why an order is refused: from a list, so that a month of refusals can be counted.</summary>
    private static readonly string[] Reasons = ["CannotSupply", "PriceNotAgreed", "DateNotPossible", "Duplicate", "NotForUs", "Withdrawn", "ClientBlocked", "Other"];

    private QueueFilter? Queue => QueueAddress.Of(Navigation.Uri);

    private OrderId OrderId => new(Id);

    private bool MayAct => _review?.Order.Status is OrderStatus.ToReview && Shell.May(Permission.HandleOrders);

    private bool MaySettle => _review?.Order.Status is { } status and not (OrderStatus.ToReview or OrderStatus.OnHold) && status.IsOpen() && Shell.May(Permission.HandleOrders);

    private string? LabelsHref => _review!.Order.Status is OrderStatus.ToReview or OrderStatus.Cancelled ? null : $"api/v1/orders/{Id}/labels";

    private List<FindingGroup> Cards => [.. _groups.Where(g => !FindingGroup.IsOfLine(g.First))];

    private List<SegmentOption<string>> Views => [new("order", Text["Review.ViewOrder"]), new("file", Text["Review.Original"])];

    private Tone Tone => _review!.Order.Status switch
    {
        OrderStatus.ToReview => Tone.Warn,
        OrderStatus.Confirmed => Tone.Ok,
        OrderStatus.OnHold or OrderStatus.Cancelled => Tone.Bad,
        _ => Tone.Neutral,
    };

    private string AnswerText => _review!.Order.Revision > 1 ? Text["Amendment.AnswerVersion", _review.Order.Revision] : Text[_review!.Order.Lines.Any(l => l.PromisedOn != l.RequestedOn) || _groups.Any(g => g.First is { Kind: FindingKinds.PriceDiffers, State: FindingState.Accepted } or { LineNo: not null, After.Quantity: not null, State: FindingState.Accepted or FindingState.Applied })
        ? "Review.AnswerAmended" : "Review.AnswerAccepted"];

    public void Dispose() => _changes?.Dispose();

    protected override void OnInitialized() => _changes = Member.TenantId is { } tenant
        ? Changes.Subscribe(tenant, notice => notice.SubjectId == Id && !_busy ? InvokeAsync(LookAgainAsync) : Task.CompletedTask)
        : null;

    protected override Task OnParametersSetAsync()
    {
        if (_review?.Order.Id == OrderId)
        {
            return Task.CompletedTask;
        }

        // The page stays from one order of the queue to the next; what was said of the last one goes.
        (_refusal, _original, _drawn, _line, _field) = (null, null, null, null, null);

        return LoadAsync();
    }

    private async Task LookAgainAsync()
    {
        var (mightAct, of) = (MayAct, OrderId);
        await LoadAsync();

        // A colleague was faster: whoever still had the hand on the key is told why it does nothing.
        if (mightAct && !MayAct && !_busy && of == OrderId)
        {
            Notices.Say(Text["Queue.OrderSettledMeanwhile", _review!.Order.Number, Text.Word(_review.Order.Status)]);
        }

        StateHasChanged();
    }

    private async Task GoOnAsync()
    {
        if (_steps is not null)
        {
            await _steps.GoOnAsync();
        }
    }

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(OrderId);
        (_review, _missing) = (read.Value, !read.IsOk);
        _groups = _review is null ? [] : FindingGroup.Of(_review.Order);
    }

    // The order first: what it came of may take a second to draw.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_review?.Original is { } file && _drawn != file.Id)
        {
            _drawn = file.Id;
            _original = (await ReadOriginal.ExecuteAsync(file.Id)).Value ?? DocumentOriginal.Nothing;
            StateHasChanged();
        }
    }

    private void ShowInOriginal((string LineNo, string? Field) value) => (_line, _field) = value;

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

    private Task CorrectHeadAsync() => CorrectAsync<HeadDialog>(new DialogParameters<HeadDialog> { { it => it.Review, _review! } });

    private async Task CorrectLineAsync(OrderView.Line line)
    {
        var near = line.ProductCode is null ? (await Candidates.ExecuteAsync(OrderId)).Value?.Items.FirstOrDefault(c => c.LineNo == line.LineNo)?.Products : null;
        var ours = _review!.Order.Findings.FirstOrDefault(f => f is { Kind: FindingKinds.UnitUnknown, State: FindingState.Open } && f.LineNo == line.LineNo)?.Explanation.Parts[1].ToString();
        await CorrectAsync<LineDialog>(new DialogParameters<LineDialog> { { it => it.Line, line }, { it => it.Near, near ?? [] }, { it => it.UnitToAsk, ours } });
    }

    private async Task AskAsync(WaitingFor whom, FindingGroup? about)
    {
        var draft = await Draft.ExecuteAsync(OrderId, whom, [.. about?.Findings.Select(f => f.Id) ?? []]);

        if (!draft.IsOk)
        {
            _refusal = draft.Refusal;
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

    private async Task CancelAsync()
    {
        var why = await Dialogs.AskReasonAsync(Text["Review.RefuseQuestion", _review!.Order.Number], Text["Review.RefuseDetail"], Text["Review.RefuseVerb"], Text["Review.KeepOrder"], [.. Reasons.Select(reason => Text[$"Reject.{reason}"].Value)]);

        if (why is not null && await DoAsync(order => Cancel.ExecuteAsync(OrderId, new(why.Reason), order.Version)))
        {
            Notices.Say(Text["Review.Refused", _review!.Order.Number]);
            await GoOnAsync();
        }
    }

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

    private async Task<bool> DoAsync(Func<OrderView, Task<Result<OrderView>>> act)
    {
        if (_busy || _review is null)
        {
            return false;
        }

        _busy = true;

        try
        {
            var result = await act(_review.Order);
            await LoadAsync();
            _refusal = result.Refusal;

            return result.IsOk;
        }
        finally
        {
            _busy = false;
        }
    }

    private int Count(Func<FindingGroup, bool> which) => Cards.Count(which);

    private DateOnly? ShipOn(FindingGroup group) =>
        group.First.After?.DeliverOn is { } day ? _review!.Order.Lines.FirstOrDefault(l => l.PromisedOn == day)?.ShipOn : null;

    private DateTimeOffset ToLocal(DateTimeOffset at) => at.ToOffset(_review!.Now.Offset);
}
