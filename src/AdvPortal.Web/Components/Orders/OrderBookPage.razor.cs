using AdvPortal.Application.Common;
using AdvPortal.Application.Members;
using AdvPortal.Application.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Orders;

/// <summary>« Carnet de commandes »: which orders press, which will miss their date, who must be told; and what can be done about many at once.</summary>
public sealed partial class OrderBookPage : IDisposable
{
    private static readonly OrderBookView[] _tabs =
        [OrderBookView.ThisWeek, OrderBookView.Late, OrderBookView.AtRisk, OrderBookView.ToReview, OrderBookView.BackOrders, OrderBookView.OnHold, OrderBookView.Open, OrderBookView.All];

    private BookAddress _address = new(new());
    private ReadOrderBook.Book? _book;
    private Refusal? _refusal;
    private Refusal? _failed;
    private ChangeOrders.Changed? _outcome;
    private BookRow? _current;
    private bool _preview;
    private Rereading? _listening;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadOrderBook Read { get; init; }

    [Inject]
    public required UndoOrderChanges Undo { get; init; }

    [Inject]
    public required KeepBookColumns Keep { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    /// <summary>Whatever changes in the address comes through here: the rest is read from it whole.</summary>
    [SupplyParameterFromQuery]
    public string? View { get; set; }

    private IReadOnlyList<BookColumn> Shown => BookColumns.Parse(_address.Columns ?? _book?.Columns);

    private string? Subtitle => _book is null ? null : Text["Book.OpenSubtitle", _book.Counts[OrderBookView.Open], _book.ToDeliver.Words()].Value;

    private string CurrentTab => _address.Saved is { } saved ? saved.ToString() : _address.Filter.For is { } absent ? absent.Value.ToString() : _address.Filter.View.ToString();

    private List<TabLink> TabItems =>
    [
        .. _tabs.Select(view => new TabLink(
            view.ToString(), Text[$"Book.View.{view}"], Tab(new() { View = view, Mine = _address.Filter.Mine }), _book?.Counts.TryGetValue(view, out var count) is true ? count : null,
            view is OrderBookView.Late && _book?.Counts[view] > 0)),
        .. _book?.Covered.Select(absent => new TabLink(absent.Id.Value.ToString(), Text["Book.ClientsOf", absent.Name.Split(' ')[0]], Tab(new() { View = OrderBookView.Open, For = absent.Id }), absent.Open, Icon: Icons.Material.Outlined.SwapHoriz)) ?? [],
        .. _book?.Saved.Select(kept => new TabLink(
            kept.View.Id.Value.ToString(), kept.View.Name, new BookAddress(BookFilter.Parse(kept.View.Query), kept.View.Id.Value, Columns: _address.Columns).ToString(),
            Math.Min(kept.Orders, ReadOrderBook.MostOfSaved), Icon: kept.View.IsShared ? Icons.Material.Outlined.Group : null, More: kept.Orders > ReadOrderBook.MostOfSaved)) ?? [],
    ];

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged);

    protected override Task OnParametersSetAsync()
    {
        _failed = null;

        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var address = _address = BookAddress.Of(Navigation.Uri);
        var read = await Read.ExecuteAsync(address.Filter, address.Place);

        // A slower answer about what was looked at before must not replace a newer one.
        if (!ReferenceEquals(address, _address))
        {
            return;
        }

        (_book, _refusal) = (read.Value ?? _book, read.Refusal);
        _current = _book?.Rows.FirstOrDefault(row => row.Id == _current?.Id) ?? (_book?.Rows is [var first, ..] ? first : null);
    }

    private string Tab(BookFilter filter) => new BookAddress(filter, Columns: _address.Columns).ToString();

    private void TogglePreview() => _preview = !_preview;

    private async Task ChooseColumnsAsync(IReadOnlyList<BookColumn> columns)
    {
        var written = columns.SequenceEqual(BookColumns.Usual) ? null : BookColumns.Write(columns);
        await Keep.ExecuteAsync(written);
        Navigation.NavigateTo((_address with { Columns = written }).ToString());
        await _listening!.AgainAsync();
    }

    private async Task TellAsync(ChangeOrders.Changed changed)
    {
        _outcome = changed.Refused.Count > 0 ? changed : null;
        var said = changed.Refused.Count == 0 ? Text["Bulk.Did", changed.Done.Count] : Text["Bulk.DidSome", changed.Done.Count, changed.Refused.Count];

        if (changed is { Done.Count: > 0, Undo: { } undo })
        {
            Notices.SayUndoable(said, () => TakeBackAsync(undo), ConfirmOrder.UndoFor);
        }

        await _listening!.AgainAsync();
    }

    private async Task TakeBackAsync(ChangesToUndo undo)
    {
        var result = await Undo.ExecuteAsync(undo);
        (_failed, _outcome) = (result.Refusal, result.Value?.Refused.Count > 0 ? result.Value : null);

        // Whoever is elsewhere by now is told there.
        if (result.IsOk || _listening!.IsOver)
        {
            Notices.Say(result.IsOk ? Text["Bulk.TakenBack", result.Value.Done.Count] : Text.Say(result.Refusal.Message));
        }

        await InvokeAsync(_listening!.AgainAsync);
    }
}
