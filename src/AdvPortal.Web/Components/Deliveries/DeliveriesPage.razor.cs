using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Deliveries;

/// <summary>« Expéditions »: what arrives where this week, what is still to plan, and the days that will not do; planned with the mouse or the keyboard.</summary>
public partial class DeliveriesPage : IDisposable
{
    /// <summary>A row for each site; more of them come when they are asked for.</summary>
    private const int RowsAtOnce = 60;

    private DeliveryBoard? _board;
    private ILookup<(ClientId, SiteId?, DateOnly), DeliveryBoard.Card>? _cards;
    private Refusal? _refusal;
    private OrderId? _about;
    private Func<DateOnly, Task>? _again;
    private (OrderId? Order, DeliveryBoard.Card? Card) _dragged;
    private DeliveryId? _focused;
    private Rereading? _listening;
    private int _shown = RowsAtOnce;
    private bool _busy;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadDeliveryBoard Read { get; init; }

    [Inject]
    public required PlanDelivery Plan { get; init; }

    [Inject]
    public required ChangeDelivery Change { get; init; }

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

    /// <summary>Any day of the week that is shown; null for this week.</summary>
    [SupplyParameterFromQuery]
    public string? Week { get; set; }

    [SupplyParameterFromQuery]
    public bool Mine { get; set; }

    private bool MayPlan => Shell.May(Permission.HandleDeliveries);

    private DateOnly? Shown => DateOnly.TryParseExact(Week, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // A weekend without deliveries is no column.
    private List<DeliveryBoard.Day> Days => [.. _board!.Days.Where(day => day.On.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || _board.Deliveries.Any(card => card.ArriveOn == day.On))];

    // Where something is still to plan there is a row to drop it on.
    private IReadOnlyList<DeliveryBoard.Place> Places => _board!.Sites;

    private IEnumerable<IGrouping<OrderId, DeliveryBoard.ToPlan>> ToPlan => _board!.Unplanned.GroupBy(line => line.OrderId);

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged);

    protected override Task OnParametersSetAsync()
    {
        _refusal = null;

        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(new(Shown, Mine ? Member.Id : null));
        (_board, _refusal) = (read.Value, read.Refusal ?? _refusal);

        // What should have left in another week stands at the beginning of this one.
        _cards = _board?.Deliveries.ToLookup(card => (card.ClientId, card.SiteId, card.ArriveOn < _board.Monday ? _board.Monday : card.ArriveOn));
    }

    private async Task PlanAsync(OrderId order, DateOnly? day)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var planned = await Plan.ExecuteAsync(new() { Lines = [.. _board!.Unplanned.Where(line => line.OrderId == order).Select(line => new PlanDelivery.Line { OrderId = order, LineNo = line.LineNo })], ArriveOn = day });
        Take(planned.Refusal, order, next => PlanAsync(order, next));

        if (planned.IsOk)
        {
            _focused = planned.Value.Id;
            Notices.Say(Text["Board.WasPlanned", planned.Value.Number, Text.Word(planned.Value.ArriveOn, _board.Today)]);
            await LoadAsync();
        }
    }

    private async Task MoveAsync(DeliveryBoard.Card card, DateOnly day)
    {
        if (_busy || day == card.ArriveOn)
        {
            return;
        }

        _busy = true;
        var moved = await Change.ExecuteAsync(card.Id, form => Arriving(form, day), card.Version);
        Take(moved.Refusal, moved.Refusal is RequirementsNotMet ? null : _about, next => MoveAsync(card, next));

        if (moved.IsOk)
        {
            var (version, from) = (moved.Value.Version, card.ArriveOn);
            _focused = card.Id;
            Notices.SayUndoable(Text["Board.WasMoved", card.Number, Text.Word(day, _board!.Today)], () => Change.ExecuteAsync(card.Id, form => Arriving(form, from), version));
            await LoadAsync();
        }
    }

    private static ChangeDelivery.Form Arriving(ChangeDelivery.Form form, DateOnly day)
    {
        form.ArriveOn = day;

        return form;
    }

    // Days on which nobody is there are passed over.
    private Task StepAsync(DeliveryBoard.Card card, DeliveryBoard.Place place, int by)
    {
        var day = card.ArriveOn.AddDays(by);

        for (var tries = 0; tries < 7 && (place.ClosedOn(day) is not null || _board!.Days.FirstOrDefault(each => each.On == day) is { IsWorked: false }); tries++)
        {
            day = day.AddDays(by);
        }

        return MoveAsync(card, day);
    }

    private Task DropAsync(DateOnly day)
    {
        var dragged = _dragged;
        _dragged = default;

        return dragged switch
        {
            { Order: { } order } => PlanAsync(order, day),
            { Card: { } card } => MoveAsync(card, day),
            _ => Task.CompletedTask,
        };
    }

    private void Take(Refusal? refusal, OrderId? about, Func<DateOnly, Task> again) => (_busy, _refusal, _about, _again) = (false, refusal, about, again);

    private IEnumerable<DeliveryBoard.Card> CardsOf(DeliveryBoard.Place place, DateOnly day) => _cards![(place.ClientId, place.SiteId, day)];

    private string NameOf(ClientId client, SiteId? site) =>
        _board!.Sites.FirstOrDefault(place => place.ClientId == client && place.SiteId == site) is { } place ? (place.SiteName is { } name ? $"{place.ClientName} · {name}" : place.ClientName) : "";

    private string HeadCss(DeliveryBoard.Day day) => string.Join(' ', new[] { "board-day", day.On == _board!.Today ? "today" : null, day.IsWorked ? null : "off", day.On == _board.FirstDeparture ? "cut" : null }.OfType<string>());

    private string CellCss(DeliveryBoard.Day day, DeliveryBoard.ClosedDay? closed) => string.Join(' ', new[] { "board-cell", closed is not null || !day.IsWorked ? "closed" : null, day.On == _board!.FirstDeparture ? "cut" : null }.OfType<string>());

    private string WeekHref(int? by) =>
        Navigation.GetUriWithQueryParameter(nameof(Week), by is { } days && _board is not null ? _board.Monday.AddDays(days).ToString("O", CultureInfo.InvariantCulture) : null);

    private void ToggleMine() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(nameof(Mine), Mine ? null : (bool?)true));
}
