using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Orders;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace AdvPortal.Web.Components.Orders;

/// <summary>Lines typed or pasted as into a spreadsheet. What is typed lives in the browser (line-editor.js); a change comes here in one message, and one answer says what it means.</summary>
public sealed partial class LineEditor : IAsyncDisposable
{
    /// <summary>More comes as a file.</summary>
    public const int MostRows = 500;

    public const int MostPasted = 200;

    private static readonly string[] _headings = ["Code", "Description", "Quantity", "Unit", "Price", "Per", "Date"];
    private static readonly string[] _sayings = ["Grid", "RemoveRow", "Pasted", "LeftOut", "Full", "Columns", "Names", "Wrong", "Away", "Row"];

    private readonly Dictionary<int, TypedLine> _byId = [];
    private readonly Dictionary<int, int> _revs = [];
    private List<TypedLine>? _shown;
    private (ClientId?, SiteId?) _for;
    private ElementReference _root;
    private DotNetObjectReference<LineEditor>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _grid;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required LookUpLines LookUp { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    /// <summary>What is typed goes into this list; another list is another order.</summary>
    [Parameter, EditorRequired]
    public required List<TypedLine> Lines { get; set; }

    /// <summary>Whose codes and prices they are; nothing is looked up without.</summary>
    [Parameter]
    public ClientId? Client { get; set; }

    [Parameter]
    public SiteId? Site { get; set; }

    /// <summary>Something was typed, pasted or removed: it is to be kept.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>The browser still has lines that never arrived here: the draft comes first, then they.</summary>
    [Parameter]
    public EventCallback Returned { get; set; }

    /// <summary>Rows as they stand in the browser after a change.</summary>
    /// <param name="order">The rows there are, from the top.</param>
    /// <param name="rows">Those that changed. Rows that were sent before and not answered are sent again.</param>
    [JSInvokable]
    public async Task<IReadOnlyList<LineAnswer>> TakeAsync(int[] order, Row[] rows)
    {
        // Before anything is waited for: whoever records the order right after finds it as it was typed.
        foreach (var row in rows.Take(MostRows))
        {
            _revs[row.Id] = row.Rev;
            LineOf(row.Id).Read(row.Cells, CultureInfo.CurrentCulture, Clock.Today);
        }

        Lines.Clear();
        Lines.AddRange(order.Distinct().Take(MostRows).Select(LineOf));
        Forget(_byId.Keys.Except(order.Take(MostRows)));
        await Changed.InvokeAsync();

        return await AnswerAsync([.. rows.Take(MostRows).Select(row => row.Id).Where(_byId.ContainsKey)]);
    }

    /// <summary>The browser came back, after the circuit was lost, with lines that were never told.</summary>
    [JSInvokable]
    public async Task ReturnAsync()
    {
        await Returned.InvokeAsync();
        await LoadAsync();
    }

    /// <summary>Marks what keeps the order from being recorded, and leads to the first of it.</summary>
    /// <param name="wrong">Of the lines that are not blank: their number from 0, the cell and the words.</param>
    /// <returns>Whether nothing stands in the way.</returns>
    public async Task<bool> CheckAsync(Func<int, string, string?> wrong)
    {
        var filled = Lines.Where(line => !line.IsBlank()).ToList();

        if (filled.Select((line, index) => Merge(LineAnswer.Of(0, 0, line, null, Text), index, wrong)).All(errors => errors.Count == 0))
        {
            return true;
        }

        if (_grid is not null)
        {
            var answers = await AnswerAsync([.. filled.Select(IdOf)]);
            await _grid.InvokeVoidAsync("answer", answers.Select((answer, index) => answer with { Errors = Merge(answer, index, wrong) }));
            await _grid.InvokeVoidAsync("lead");
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_grid is not null)
            {
                await _grid.InvokeVoidAsync("leave");
                await _grid.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // Nobody is there any more; the browser keeps what it could not tell.
        }

        _self?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var isOther = !ReferenceEquals(_shown, Lines);
        var isForOther = _for != (Client, Site);
        (_shown, _for) = (Lines, (Client, Site));

        if (isOther)
        {
            await LoadAsync();
        }
        else if (isForOther && _grid is not null)
        {
            await _grid.InvokeVoidAsync("answer", await AnswerAsync([.. Lines.Select(IdOf)]));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", $"./line-editor.js?v={App.Version}");
            _grid = await _module.InvokeAsync<IJSObjectReference>("mount", _root, _self, new
            {
                Texts = _sayings.ToDictionary(key => key, key => Text[$"LineEditor.{key}"].Value),
                Headings = _headings.Select(key => Text[$"LineEditor.{key}"].Value),
                Bin = Icons.Material.Outlined.DeleteOutline,
                MostRows,
                MostPasted,
                MostCell = TypedLine.CellMaxLength,
                Rows = await AnswerAsync([.. Lines.Select(IdOf)]),
                Keep = $"lines:{Member.Id?.Value}",
            });
        }
    }

    private async Task LoadAsync()
    {
        _byId.Clear();
        _revs.Clear();
        Lines.ForEach(line => _byId[_byId.Count + 1] = line);

        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("load", await AnswerAsync([.. Lines.Select(IdOf)]));
        }
    }

    private async Task<IReadOnlyList<LineAnswer>> AnswerAsync(IReadOnlyList<int> ids)
    {
        var rows = ids.Select(id => (Id: id, Rev: _revs.GetValueOrDefault(id), Line: LineOf(id))).ToList();
        var asked = rows.Where(row => row.Line.Code is not null).ToList();
        var found = Client is { } client && asked.Count > 0 ? (await LookUp.ExecuteAsync(client, Site, [.. asked.Select(row => row.Line.ToLine())])).Value?.Items : null;
        var byId = found is null ? [] : asked.Zip(found).ToDictionary(pair => pair.First.Id, pair => pair.Second);

        return [.. rows.Select(row => LineAnswer.Of(row.Id, row.Rev, row.Line, byId.GetValueOrDefault(row.Id), Text))];
    }

    private static Dictionary<int, string> Merge(LineAnswer answer, int index, Func<int, string, string?> wrong)
    {
        Dictionary<int, string> errors = new(answer.Errors);

        foreach (var property in new[] { "ProductCode", "BuyerCode", "Quantity", "NetPrice", "PriceBaseQuantity" })
        {
            if (wrong(index, property) is { } words)
            {
                errors.TryAdd((int)LineAnswer.CellOf(property), words);
            }
        }

        return errors;
    }

    // A row that was removed and is taken back is sent again.
    private void Forget(IEnumerable<int> ids)
    {
        foreach (var id in ids.ToList())
        {
            _byId.Remove(id);
            _revs.Remove(id);
        }
    }

    private TypedLine LineOf(int id) => _byId.TryGetValue(id, out var line) ? line : _byId[id] = new();

    private int IdOf(TypedLine line) => _byId.First(each => ReferenceEquals(each.Value, line)).Key;

    /// <param name="Cells">In the order of <see cref="LineCell"/>.</param>
    public sealed record Row(int Id, int Rev, string?[] Cells);
}
