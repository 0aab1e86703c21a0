using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Orders;

/// <summary>« Carnet de commandes »: which orders press, which will miss their date, and a way into each.</summary>
public partial class OrderBookPage : IDisposable
{
    private ReadOrderBook.Book? _book;
    private Refusal? _refusal;
    private IDisposable? _listening;
    private string? _typed;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadOrderBook Read { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public bool Mine { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Client { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    private OrderBookView Current => Enum.TryParse<OrderBookView>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : OrderBookView.ToReview;

    private bool IsFiltered => Mine || Q is not null || Client is not null;

    private IReadOnlyList<string> Filters => [.. new[] { Mine ? Text["Book.Mine"].Value : null, Q, Client is null ? null : Text["Book.OneClient"].Value }.OfType<string>()];

    private IReadOnlyList<TabLink> TabItems =>
    [
        .. Enum.GetValues<OrderBookView>().Select(view => new TabLink(
            view.ToString(), Text[$"Book.View.{view}"], Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(View)] = view.ToString(), [nameof(After)] = null }),
            _book?.Counts.Of(view), view is OrderBookView.Late && _book?.Counts.Late > 0)),
    ];

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() =>
        _listening = Changes.Subscribe(Member.TenantId!.Value, _ => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));

    protected override Task OnParametersSetAsync()
    {
        _typed = Q;

        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(new(Current, Mine ? Member.Id : null, Q, Client is { } id ? new(id) : null, After));
        (_book, _refusal) = (read.Value, read.Refusal);
    }

    private string Address(string name, string? value) => Navigation.GetUriWithQueryParameter(name, value);

    private void Search() => Go(nameof(Q), string.IsNullOrWhiteSpace(_typed) ? null : _typed.Trim());

    private void ToggleMine() => Go(nameof(Mine), Mine ? null : true);

    private void ClearFilters() => Navigation.NavigateTo($"orders?View={Current}");

    private void Go(string name, object? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value, [nameof(After)] = null }));

    private bool IsLate(ReadOrderBook.Row row) => row.PromisedOn < _book!.Today && row.Status is OrderStatus.Confirmed or OrderStatus.InPreparation;

    private (string Words, Tone Tone) StatusOf(ReadOrderBook.Row row) => row switch
    {
        { Status: OrderStatus.ToReview, OpenFindings: > 0 } => (Text["Book.Points", row.OpenFindings], Tone.Warn),
        { Status: OrderStatus.ToReview } => (Text["Book.Ready"], Tone.Accent),
        { Status: OrderStatus.Cancelled } => (Text.Word(row.Status), Tone.Outline),
        { Status: OrderStatus.OnHold } => (Text.Word(row.Status), Tone.Bad),
        { Status: OrderStatus.Confirmed or OrderStatus.Delivered } => (Text.Word(row.Status), IsLate(row) ? Tone.Bad : Tone.Ok),
        _ => (Text.Word(row.Status), Tone.Neutral),
    };

    // How far the promise is from the wish, in days.
    private string Gap(ReadOrderBook.Row row) =>
        row is { PromisedOn: { } promised, RequestedOn: { } requested }
            ? (promised.DayNumber - requested.DayNumber) switch { 0 => "0", > 0 and var days => Text["Book.Days", $"+ {days.ToString(CultureInfo.CurrentCulture)}"], var days => Text["Book.Days", $"− {(-days).ToString(CultureInfo.CurrentCulture)}"] }
            : "—";
}
