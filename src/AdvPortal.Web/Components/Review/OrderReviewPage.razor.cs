using System.Collections.Frozen;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Review;

/// <summary>« Commande à valider »: what differs, what was done about it, can it be sent? Afterwards, the same order as it was promised.</summary>
public sealed partial class OrderReviewPage : IDisposable
{
    private readonly Doing _doing = new();
    private ReviewView? _review;
    private IReadOnlyList<FindingGroup> _groups = [];
    private IDisposable? _changes;
    private string? _line;
    private string? _field;
    private string _view = "order";
    private bool _missing;
    private QueueSteps? _steps;
    private IReadOnlySet<Permission> _closed = FrozenSet<Permission>.Empty;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The conversation in which the client asks for a change of it.</summary>
    [SupplyParameterFromQuery(Name = "amend")]
    public Guid? AskedIn { get; set; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ReadReview Read { get; init; }

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

    private QueueFilter? Queue => QueueAddress.Of(Navigation.Uri);

    private OrderId OrderId => new(Id);

    // With somebody else's client, what is closed to the member is not offered.
    private ShellState Here => Shell.Without(_closed);

    private bool MayAct => _review?.Order.Status is OrderStatus.ToReview && Here.May(Permission.HandleOrders);

    private bool MaySettle => _review?.Order.Status is { } status and not (OrderStatus.ToReview or OrderStatus.OnHold) && status.IsOpen() && Here.May(Permission.HandleOrders);

    private string? LabelsHref => _review!.Order.Status is OrderStatus.ToReview or OrderStatus.Cancelled ? null : $"api/v1/orders/{Id}/labels";

    private List<FindingGroup> Cards => [.. _groups.Where(g => !FindingGroup.IsOfLine(g.First))];

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
        ? Changes.Subscribe(tenant, notice => notice.SubjectId == Id && !_doing.IsBusy ? InvokeAsync(LookAgainAsync) : Task.CompletedTask)
        : null;

    protected override Task OnParametersSetAsync()
    {
        if (_review?.Order.Id == OrderId)
        {
            return Task.CompletedTask;
        }

        // The page stays from one order of the queue to the next; what was said of the last one goes.
        (_doing.Refusal, _line, _field) = (null, null, null);

        return LoadAsync();
    }

    private async Task LookAgainAsync()
    {
        var (mightAct, of) = (MayAct, OrderId);
        await LoadAsync();

        // A colleague was faster: whoever still had the hand on the key is told why it does nothing.
        if (mightAct && !MayAct && !_doing.IsBusy && of == OrderId)
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
        var of = OrderId;
        var read = await Read.ExecuteAsync(of);

        // Whoever is at the next one by now waits for that.
        if (of != OrderId)
        {
            return;
        }

        (_review, _missing) = (read.Value, !read.IsOk);
        _groups = _review is null ? [] : FindingGroup.Of(_review.Order);
    }

    private void ShowInOriginal((string LineNo, string? Field) value) => (_line, _field) = value;

    private Task<bool> DoAsync(Func<OrderView, Task<Result<OrderView>>> act) =>
        _review is null ? Task.FromResult(false) : _doing.DoAsync(() => act(_review.Order), _ => LoadAsync());

    private int Count(Func<FindingGroup, bool> which) => Cards.Count(which);

    private DateOnly? ShipOn(FindingGroup group) =>
        group.First.After?.DeliverOn is { } day ? _review!.Order.Lines.FirstOrDefault(l => l.PromisedOn == day)?.ShipOn : null;

    private DateTimeOffset ToLocal(DateTimeOffset at) => at.ToOffset(_review!.Now.Offset);
}
