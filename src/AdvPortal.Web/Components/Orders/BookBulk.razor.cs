using AdvPortal.Application.Orders;
using AdvPortal.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Orders;

/// <summary>What can be done with the orders that are ticked, or with all that the view holds: at most a thousand at once. Who answers for a client is decided for the client (Équipe), not here.</summary>
public sealed partial class BookBulk
{
    private PickOrders.Picked? _whole;
    private IReadOnlyList<BookRow> _of = [];
    private bool _busy;

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

    private IReadOnlyList<Money> Sums => _whole?.Sums ?? [.. Rows.GroupBy(row => row.Currency).Select(of => new Money(of.Sum(row => row.TotalNet), of.Key))];

    private string ExportHref => _whole is null ? $"api/v1/orders/export?format=xlsx&ids={string.Join(',', Rows.Select(row => row.Id.Value))}" : new BookAddress(Filter).Export("xlsx");

    // Other ticks are another choice.
    protected override void OnParametersSet()
    {
        if (!_of.Select(row => row.Id).SequenceEqual(Rows.Select(row => row.Id)))
        {
            (_of, _whole) = (Rows, null);
        }
    }

    private async Task TakeWholeAsync() => _whole = (await Pick.ExecuteAsync(Filter)).Value;

    private async Task RepromiseAsync()
    {
        var dialog = await Asking.ShowAsync<BulkRepromiseDialog>(null, new DialogParameters<BulkRepromiseDialog> { { it => it.Count, Count }, { it => it.Today, Book.Today } });

        if (await dialog.Result is { Canceled: false, Data: ChangeOrders.Form form })
        {
            await ActAsync(form);
        }
    }

    private async Task HoldAsync()
    {
        var dialog = await Asking.ShowAsync<BulkHoldDialog>(null, new DialogParameters<BulkHoldDialog> { { it => it.Count, Count }, { it => it.Today, Book.Today } });

        if (await dialog.Result is { Canceled: false, Data: ChangeOrders.Form form })
        {
            await ActAsync(form);
        }
    }

    private async Task ActAsync(ChangeOrders.Form form)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;

        try
        {
            form.Orders = [.. _whole?.Ids.Select(id => id.Value) ?? Rows.Select(row => row.Id.Value)];
            var changed = await Change.ExecuteAsync(form);
            await Failed.InvokeAsync(changed.Refusal);

            if (changed.IsOk)
            {
                await Did.InvokeAsync(changed.Value);
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
