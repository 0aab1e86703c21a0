using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Promises;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Orders;

/// <summary>The order that one stands on, beside the list: what threatens its promise, when it could come, what was told, who is called.</summary>
public sealed partial class BookPreview
{
    private readonly Doing _doing = new();
    private ReadOrderPreview.Preview? _preview;
    private (OrderId, int)? _read;

    [Inject]
    public required ReadOrderPreview Read { get; init; }

    [Inject]
    public required ChangeOrders Change { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Asking { get; init; }

    [Parameter, EditorRequired]
    public OrderId Order { get; set; }

    /// <summary>As the list shows it: another one is read again.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    [Parameter, EditorRequired]
    public required ShellState Shell { get; set; }

    [Parameter]
    public EventCallback<ChangeOrders.Changed> Did { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    private (string Words, Tone Tone) Chip => _preview!.Standing is PromiseStanding.Late or PromiseStanding.AtRisk ? _preview.Standing.Chip(Text) : _preview.Order.Status.Chip(Text);

    private List<OrderView.Line> Open => [.. _preview!.Order.Lines.Where(line => line.OutstandingQuantity > 0)];

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (Order, Version))
        {
            _read = (Order, Version);
            var read = await Read.ExecuteAsync(Order);

            // A slower answer about the row before must not replace this one.
            if (_read == (Order, Version))
            {
                (_preview, _doing.Refusal) = (read.Value, read.Refusal);
            }
        }
    }

    private string Says(OrderView.Line line) => line switch
    {
        { Ready: { Note: { } note } } when line.IsThreatened() => Text["Preview.LineBehind", note, Text.Word(line.PromisedOn, _preview!.Today)],
        { Schedule: { Count: > 0 } parts } => Text["Preview.LineParts", string.Join(", ", parts.Select(part => $"{Text.Word(part.Quantity)} {Text.Word(part.DeliverOn, _preview!.Today)}"))],
        { PromisedOn: { } promised } => Text["Preview.LinePromised", Text.Word(promised, _preview!.Today)],
        _ => Text["Preview.LineWithoutDate"],
    };

    private string Amount(OrderView.Line line) =>
        line.NetPrice is { } price ? Wording.Money(LineAmounts.Of(line.OutstandingQuantity, price, line.PriceBaseQuantity), _preview!.Order.Currency, CultureInfo.CurrentCulture) : "—";

    // The order that is shown: the list may stand on another one already, and will before the question is answered.
    private async Task RepromiseAsync(ReadOrderPreview.Preview of, DateOnly day)
    {
        var dialog = await Asking.ShowAsync<BulkRepromiseDialog>(null, new DialogParameters<BulkRepromiseDialog> { { it => it.Count, 1 }, { it => it.Today, of.Today }, { it => it.Proposed, day } });

        if (await dialog.Result is { Canceled: false, Data: ChangeOrders.Form form })
        {
            form.Orders = [of.Order.Id.Value];
            await _doing.DoAsync(() => Change.ExecuteAsync(form), changed => changed.IsOk ? Did.InvokeAsync(changed.Value) : Task.CompletedTask);
        }
    }
}
