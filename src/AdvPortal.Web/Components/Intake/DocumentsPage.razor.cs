using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Intake;

/// <summary>The intake queue: everything that came in, from the file that nobody could read to the order that only waits for a yes.</summary>
public sealed partial class DocumentsPage : IDisposable
{
    private ReadIntakeQueue.Queue? _queue;
    private Refusal? _refusal;
    private Rereading? _changes;
    private string? _typed;

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Who { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ReadIntakeQueue Read { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private QueueFilter Filter => new(QueueAddress.Tab(View), QueueAddress.Share(Who), QueueAddress.Words(Q));

    private bool IsOpen => Filter.Tab is QueueTab.Todo or QueueTab.Client or QueueTab.Sales;

    private List<TabLink> TabItems =>
    [
        .. from tab in Enum.GetValues<QueueTab>()
           let count = _queue?.Counts[tab]
           let more = count >= ReadIntakeQueue.MostCounted
           select new TabLink(tab.ToString(), Text[$"Queue.Tab.{tab}"], QueueAddress.List(Filter with { Tab = tab }), more ? ReadIntakeQueue.MostCounted - 1 : count, More: more),
    ];

    // Who covers nobody has no choice to make between one's own and the others'.
    private List<SegmentOption<QueueShare>> Shares => _queue!.Covered.Count == 0 && _queue.Share is not QueueShare.Covered
        ? [new(_queue.Share is QueueShare.Own ? QueueShare.Own : QueueShare.Answered, Text["Queue.Share.Own"]), new(QueueShare.Team, Text["Queue.Share.Team"])]
        : [
            new(QueueShare.Answered, Text["Queue.Share.Answered"]), new(QueueShare.Own, Text["Queue.Share.Own"]),
            new(QueueShare.Covered, Text["Queue.Share.Covered", Text.List(_queue.Covered)]), new(QueueShare.Team, Text["Queue.Share.Team"]),
        ];

    public void Dispose() => _changes?.Dispose();

    protected override void OnInitialized() => _changes = Member.TenantId is { } tenant ? Changes.Reread(tenant, InvokeAsync, LoadAsync, StateHasChanged) : null;

    protected override Task OnParametersSetAsync()
    {
        _typed = Filter.Text;

        return LoadAsync();
    }

    private Task RefreshAsync() => _changes?.AgainAsync() ?? Task.CompletedTask;

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(Filter, After);
        (_queue, _refusal) = (read.Value ?? _queue, read.Refusal);
    }

    private string Href(ReadIntakeQueue.Row row) => QueueAddress.To(new(row.Kind, row.Id), Filter);

    private void Search() => Go(Filter with { Text = QueueAddress.Words(_typed) });

    private void Go(QueueFilter filter) => Navigation.NavigateTo(QueueAddress.List(filter));

    private string From(ReadIntakeQueue.Row row) => row.ClientName ?? row.Sender ?? Text["MyDay.UnknownClient"];

    private string Amount(ReadIntakeQueue.Row row) =>
        row is { TotalNet: { } total, Currency: { Length: > 0 } currency } ? Wording.Money(total, currency, CultureInfo.CurrentCulture)
        : row.Lines > 0 ? Text["Review.LineCount", row.Lines]
        : "—";
}
