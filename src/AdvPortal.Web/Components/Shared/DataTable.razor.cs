using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AdvPortal.Web.Components.Shared;

/// <summary>The one list of the portal: plain, dense, 25 rows at a time by cursor. J and K move, Enter opens, Space ticks, Shift extends. What it shows is in the address; what is ticked is here.</summary>
public partial class DataTable<TRow>
{
    private readonly List<Column<TRow>> _columns = [];
    private RowCursor<TRow>? _cursor;
    private ElementReference _body;
    private bool _moved;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>What the rows are, for a screen reader: « Commandes ».</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Null while they are being read.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TRow>? Rows { get; set; }

    /// <summary>What tells one row from another, usually its id.</summary>
    [Parameter, EditorRequired]
    public required Func<TRow, object> KeyOf { get; set; }

    /// <summary><see cref="Column{TRow}"/> elements.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Columns { get; set; }

    /// <summary>Names a row in the label of its checkbox.</summary>
    [Parameter]
    public Func<TRow, string>? RowLabel { get; set; }

    /// <summary>Where Enter leads; put the same address on a link of class cell-link in the title cell.</summary>
    [Parameter]
    public Func<TRow, string>? RowHref { get; set; }

    /// <summary>"warn" tints a row.</summary>
    [Parameter]
    public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>Whether a row has something right under it, and what: a discrepancy and its answers.</summary>
    [Parameter]
    public Func<TRow, bool>? HasBelow { get; set; }

    [Parameter]
    public RenderFragment<TRow>? Below { get; set; }

    [Parameter]
    public TRow? Current { get; set; }

    [Parameter]
    public EventCallback<TRow> CurrentChanged { get; set; }

    /// <summary>Rows can be ticked.</summary>
    [Parameter]
    public bool Pickable { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<TRow>> PickedChanged { get; set; }

    /// <summary>The docked bar of at most four verbs for what is ticked.</summary>
    [Parameter]
    public RenderFragment<IReadOnlyList<TRow>>? Bulk { get; set; }

    /// <summary>The bar says itself how many there are: more than the rows of this page may be meant.</summary>
    [Parameter]
    public bool BulkCounts { get; set; }

    /// <summary>The column sorted by, with "-" before it when descending.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>The address of this list in another order.</summary>
    [Parameter]
    public Func<string, string>? SortHref { get; set; }

    /// <summary>Back to the start; set it on later pages only.</summary>
    [Parameter]
    public string? FirstHref { get; set; }

    /// <summary>The rows before, by cursor; only where a list can be read both ways.</summary>
    [Parameter]
    public string? PreviousHref { get; set; }

    /// <summary>The next rows, by cursor; null on the last page.</summary>
    [Parameter]
    public string? NextHref { get; set; }

    /// <summary>Totals, at the left of the foot.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Shown instead of the table when there is no row: an EmptyState or a NoResult.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    private bool IsDescending => Sort?.StartsWith('-') is true;

    internal void Add(Column<TRow> column) => _columns.Add(column);

    internal void Remove(Column<TRow> column) => _columns.Remove(column);

    protected override void OnParametersSet()
    {
        _cursor ??= new(KeyOf);
        _cursor.Show(Rows ?? []);

        if (CurrentChanged.HasDelegate)
        {
            _cursor.MoveTo(Current);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moved)
        {
            _moved = false;
            await Js.InvokeVoidAsync("advPortal.focusCurrent", _body);
        }
    }

    private async Task MoveAsync(ListKeyEventArgs key)
    {
        var cursor = _cursor!;

        switch (key.Move)
        {
            case "next" or "previous":
                cursor.Step(key.Move == "next" ? 1 : -1, key.Extend && Pickable);
                _moved = true;
                await TellAsync();
                break;
            case "select" when Pickable && cursor.Current is { } row:
                await PickAsync(row, key.Extend);
                break;
            case "all" when Pickable:
                await PickAllAsync();
                break;
            case "open" when RowHref is not null && cursor.Current is { } row:
                Navigation.NavigateTo(RowHref(row));
                break;
        }
    }

    private Task StandAsync(TRow row)
    {
        _cursor!.MoveTo(row);
        return CurrentChanged.InvokeAsync(row);
    }

    private Task PickAsync(TRow row, bool range)
    {
        _cursor!.Toggle(row, range);
        return PickedChanged.InvokeAsync(_cursor.Picked);
    }

    private Task PickAllAsync()
    {
        _cursor!.ToggleAll();
        return PickedChanged.InvokeAsync(_cursor.Picked);
    }

    private Task UnpickAsync()
    {
        _cursor!.Unpick();
        return PickedChanged.InvokeAsync(_cursor.Picked);
    }

    private async Task TellAsync()
    {
        await CurrentChanged.InvokeAsync(_cursor!.Current);
        await PickedChanged.InvokeAsync(_cursor.Picked);
    }

    private bool SortsBy(Column<TRow> column) => Sort is not null && column.Sort == Sort.TrimStart('-');

    private string NextSort(Column<TRow> column) => SortsBy(column) && !IsDescending ? $"-{column.Sort}" : column.Sort!;

    private string? AriaSort(Column<TRow> column) =>
        column.Sort is null ? null : !SortsBy(column) ? "none" : IsDescending ? "descending" : "ascending";

    private string RowCss(TRow row, bool below) => string.Join(' ', new[]
    {
        _cursor!.IsCurrent(row) ? "cur" : null,
        _cursor.IsPicked(row) ? "picked" : null,
        below ? "joined" : null,
        RowClass?.Invoke(row),
    }.Where(name => name is not null));
}
