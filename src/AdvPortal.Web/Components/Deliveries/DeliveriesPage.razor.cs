using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Members;
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

    private readonly Doing _doing = new();
    private DeliveryBoard? _board;
    private ILookup<(ClientId, SiteId?, DateOnly), DeliveryBoard.Card>? _cards;
    private Refusal? _refusal;
    private OrderId? _about;
    private Func<DateOnly, Task>? _again;
    private (OrderId? Order, DeliveryId? Delivery) _dragged;
    private DeliveryId? _focused;
    private Rereading? _listening;
    private int _shown = RowsAtOnce;
    private object? _reading;

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

    // A day that can be chosen without a mouse and without arrow keys.
    private List<DateOnly> Choosable => [.. _board!.Days.Where(day => day.IsWorked && day.On >= _board.Today).Select(day => day.On)];

    // Where something is still to plan there is a row to drop it on.
    private IReadOnlyList<DeliveryBoard.Place> Places => _board!.Sites;

    private IEnumerable<IGrouping<OrderId, DeliveryBoard.ToPlan>> ToPlan => _board!.Unplanned.GroupBy(line => line.OrderId);

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged);

    protected override Task OnParametersSetAsync()
    {
        _doing.Refusal = null;

        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var reading = _reading = new();
        var read = await Read.ExecuteAsync(new(Shown, Mine ? Member.Id : null));

        // A slower answer about the week before must not replace this one.
        if (!ReferenceEquals(reading, _reading))
        {
            return;
        }

        (_board, _refusal) = (read.Value, read.Refusal);

        // What should have left in another week stands at the beginning of this one.
        _cards = _board?.Deliveries.ToLookup(card => (card.ClientId, card.SiteId, card.ArriveOn < _board.Monday ? _board.Monday : card.ArriveOn));
    }

    private async Task PlanAsync(OrderId order, DateOnly? day)
    {
        PlanDelivery.Form form = new() { Lines = [.. _board!.Unplanned.Where(line => line.OrderId == order).Select(line => new PlanDelivery.Line { OrderId = order, LineNo = line.LineNo })], ArriveOn = day };

        await _doing.DoAsync(() => Plan.ExecuteAsync(form), async planned =>
        {
            (_about, _again) = (order, next => PlanAsync(order, next));

            if (planned.IsOk)
            {
                _focused = planned.Value.Id;
                Notices.Say(Text["Board.WasPlanned", planned.Value.Number, Text.Word(planned.Value.ArriveOn, _board!.Today)] + Warning(planned.Value));
                await LoadAsync();
            }
        });
    }

    private async Task MoveAsync(DeliveryBoard.Card card, DateOnly day)
    {
        if (day == card.ArriveOn)
        {
            return;
        }

        await _doing.DoAsync(() => Change.ExecuteAsync(card.Id, form => Arriving(form, day), card.Version), async moved =>
        {
            (_about, _again) = (null, next => MoveAsync(card, next));

            if (moved.IsOk)
            {
                var version = moved.Value.Version;
                _focused = card.Id;
                Notices.SayUndoable(Text["Board.WasMoved", card.Number, Text.Word(day, _board!.Today)] + Warning(moved.Value), () => TakeBackAsync(card, version));
                await LoadAsync();
            }
            else if (moved.Refusal is ChangedMeanwhile)
            {
                await LoadAsync();
            }
        });
    }

    private async Task TakeBackAsync(DeliveryBoard.Card card, int version)
    {
        var taken = await Change.ExecuteAsync(card.Id, form => Arriving(form, card.ArriveOn), version);
        _doing.Refusal = taken.Refusal;

        // Whoever is elsewhere by now is told there.
        if (taken.Refusal is { } refusal && _listening!.IsOver)
        {
            Notices.Say(Text.Say(refusal.Message));
        }

        await InvokeAsync(_listening!.AgainAsync);
    }

    private static ChangeDelivery.Form Arriving(ChangeDelivery.Form form, DateOnly day)
    {
        form.ArriveOn = day;

        return form;
    }

    // Days on which nobody is there are passed over. What should have arrived before today goes on from yesterday.
    private Task StepAsync(DeliveryBoard.Card card, DeliveryBoard.Place place, int by)
    {
        var day = (card.ArriveOn < _board!.Today ? _board.Today.AddDays(-1) : card.ArriveOn).AddDays(by);

        for (var tries = 0; tries < 7 && (place.ClosedOn(day) is not null || _board.Days.FirstOrDefault(each => each.On == day) is { IsWorked: false }); tries++)
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
            // As it stands by now.
            { Delivery: { } id } when _board!.Deliveries.FirstOrDefault(card => card.Id == id) is { } card => MoveAsync(card, day),
            _ => Task.CompletedTask,
        };
    }

    private IEnumerable<DeliveryBoard.Card> CardsOf(DeliveryBoard.Place place, DateOnly day) => _cards![(place.ClientId, place.SiteId, day)];

    private string NameOf(ClientId client, SiteId? site) =>
        _board!.Sites.FirstOrDefault(place => place.ClientId == client && place.SiteId == site) is { } place ? (place.SiteName is { } name ? $"{place.ClientName} · {name}" : place.ClientName) : "";

    // Said where it is not refused: whoever plans more than can leave knows it.
    private string Warning(DeliveryView planned) =>
        planned.Full is { } full ? " " + Text["Board.Full", Text.Word(full.Day, _board!.Today), Text[$"Board.Load.{full.Unit}", full.Planned, full.Most]] : "";

    private string LoadOf(DeliveryBoard.Day day) =>
        _board!.Capacity is not { } most ? Text["Board.DeparturesOnly", day.Departures]
        : _board.CapacityIn is CapacityUnit.Deliveries ? Text["Board.Departures", day.Departures, most]
        : Text["Board.Load.Lines", day.Lines, most];

    private string HeadCss(DeliveryBoard.Day day) => string.Join(' ', new[] { "board-day", day.On == _board!.Today ? "today" : null, day.IsWorked ? null : "off", day.On == _board.FirstDeparture ? "cut" : null }.OfType<string>());

    private string CellCss(DeliveryBoard.Day day, DeliveryBoard.ClosedDay? closed) => string.Join(' ', new[] { "board-cell", closed is not null || !day.IsWorked ? "closed" : null, day.On == _board!.FirstDeparture ? "cut" : null }.OfType<string>());

    private string WeekHref(int? by) =>
        Navigation.GetUriWithQueryParameter(nameof(Week), by is { } days && _board is not null ? _board.Monday.AddDays(days).ToString("O", CultureInfo.InvariantCulture) : null);

    private void ToggleMine() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(nameof(Mine), Mine ? null : (bool?)true));
}
