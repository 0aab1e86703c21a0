using AdvPortal.Application.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Orders;

/// <summary>What can be done with the orders that are ticked, or with all that the view holds: at most a thousand at once. An order may be given to somebody; who answers for its client is decided for the client (Équipe), not here.</summary>
public sealed partial class BookBulk
{
    private readonly Doing _doing = new();
    private PickOrders.Picked? _whole;
    private IReadOnlyList<BookRow> _of = [];
    private string _in = "";

    [Inject]
    public required ChangeOrders Change { get; init; }

    [Inject]
    public required PickOrders Pick { get; init; }

    [Inject]
    public required IDialogService Asking { get; init; }

    /// <summary>The rows that are ticked.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BookRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required ReadOrderBook.Book Book { get; set; }

    [Parameter, EditorRequired]
    public required BookFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public required ShellState Shell { get; set; }

    [Parameter]
    public EventCallback<ChangeOrders.Changed> Did { get; set; }

    [Parameter]
    public EventCallback<Refusal?> Failed { get; set; }

    private int Count => _whole?.Ids.Count ?? Rows.Count;

    // As they are named when one is asked: what is ticked, or looked at, while the question stands is another choice.
    private List<Guid> Chosen => [.. _whole?.Ids.Select(id => id.Value) ?? Rows.Select(row => row.Id.Value)];

    // The view holds more than can be done at once, and its file tells of all of them.
    private bool IsCapped => _whole is not null && Book.Totals.Orders > _whole.Ids.Count;

    private IReadOnlyList<Money> Sums => _whole?.Sums ?? [.. Rows.GroupBy(row => row.Currency).Select(of => new Money(of.Sum(row => row.TotalNet), of.Key))];

    private string ExportHref => _whole is null ? $"api/v1/orders/export?format=xlsx&ids={string.Join(',', Rows.Select(row => row.Id.Value))}" : new BookAddress(Filter).Export("xlsx");

    // Other ticks are another choice, and so is another part of the book.
    protected override void OnParametersSet()
    {
        if (_in != Filter.ToQuery() || !_of.Select(row => row.Id).SequenceEqual(Rows.Select(row => row.Id)))
        {
            (_of, _in, _whole) = (Rows, Filter.ToQuery(), null);
        }
    }

    private Task<bool> TakeWholeAsync()
    {
        var (rows, filter) = (_of, _in);

        return _doing.DoAsync(() => Pick.ExecuteAsync(Filter), picked =>
        {
            if (filter == _in && ReferenceEquals(rows, _of))
            {
                _whole = picked.Value;
            }

            return Failed.InvokeAsync(picked.Refusal);
        });
    }

    private Task<bool> DoAsync(BulkAct act) => ActAsync(new() { Act = act, Orders = Chosen });

    private async Task RepromiseAsync()
    {
        var orders = Chosen;
        var dialog = await Asking.ShowAsync<BulkRepromiseDialog>(null, new DialogParameters<BulkRepromiseDialog> { { it => it.Count, orders.Count }, { it => it.Today, Book.Today } });

        if (await dialog.Result is { Canceled: false, Data: ChangeOrders.Form form })
        {
            form.Orders = orders;
            await ActAsync(form);
        }
    }

    private async Task AssignAsync()
    {
        var orders = Chosen;
        var dialog = await Asking.ShowAsync<BulkAssignDialog>(null, new DialogParameters<BulkAssignDialog> { { it => it.Count, orders.Count }, { it => it.Book, Book } });

        if (await dialog.Result is { Canceled: false, Data: ChangeOrders.Form form })
        {
            form.Orders = orders;
            await ActAsync(form);
        }
    }

    private async Task HoldAsync()
    {
        var orders = Chosen;
        var dialog = await Asking.ShowAsync<BulkHoldDialog>(null, new DialogParameters<BulkHoldDialog> { { it => it.Count, orders.Count }, { it => it.Today, Book.Today } });

        if (await dialog.Result is { Canceled: false, Data: ChangeOrders.Form form })
        {
            form.Orders = orders;
            await ActAsync(form);
        }
    }

    private Task<bool> ActAsync(ChangeOrders.Form form) => _doing.DoAsync(() => Change.ExecuteAsync(form), async changed =>
    {
        await Failed.InvokeAsync(changed.Refusal);

        if (changed.IsOk)
        {
            await Did.InvokeAsync(changed.Value);
        }
    });
}
