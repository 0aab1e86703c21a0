using AdvPortal.Application.Clients;
using AdvPortal.Application.Orders;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Orders;

/// <summary>An order that came by word of mouth: typed in, then held against the contract like any other.</summary>
public partial class NewOrderPage
{
    private TypedOrder _order = new();
    private Drafted<TypedOrder>? _draft;
    private LineEditor? _editor;
    private FormState<PlaceOrder.Form> _state = null!;
    private ClientView? _client;
    private IReadOnlyList<SiteView> _sites = [];
    private Refusal? _refusal;
    private bool _busy;
    private bool _ready;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IValidator<PlaceOrder.Form> Validator { get; init; }

    [Inject]
    public required PlaceOrder Place { get; init; }

    [Inject]
    public required LookUpLines LookUp { get; init; }

    [Inject]
    public required ReadClient Read { get; init; }

    [Inject]
    public required ListSites Sites { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The client whose sheet led here.</summary>
    [SupplyParameterFromQuery]
    public Guid? Client { get; set; }

    private string? Site
    {
        get => _order.Head.SiteId?.Value.ToString();
        set => _order.Head.SiteId = Guid.TryParse(value, out var site) ? new(site) : null;
    }

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);

        if (Client is { } id)
        {
            await ChooseClientAsync((await Read.ExecuteAsync(new(id))).Value);
        }

        _ready = true;
    }

    private async Task ChooseClientAsync(ClientView? client)
    {
        await ShowClientAsync(client);
        _order.Head.ClientId = client?.Id;
        _order.Head.SiteId = _sites is [var only] ? only.Id : null;
    }

    private async Task ShowClientAsync(ClientView? client)
    {
        _client = client;
        _sites = client is null ? [] : (await Sites.ExecuteAsync(client.Id)).Value?.Items ?? [];
    }

    private async Task TakeUpAsync(TypedOrder kept)
    {
        _order = kept;
        await ShowClientAsync(kept.Head.ClientId is { } id ? (await Read.ExecuteAsync(id)).Value : null);
    }

    private async Task PlaceAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var form = _order.ToForm(await LookUpAsync());
        var isFilled = await _state.ValidateAsync(form);

        if (await _editor!.CheckAsync((line, field) => _state[$"Lines[{line}].{field}"]) && isFilled)
        {
            await RecordAsync(form);
        }

        _busy = false;
    }

    private async Task<IReadOnlyList<LookUpLines.Found>?> LookUpAsync() =>
        _order.Head.ClientId is { } client ? (await LookUp.ExecuteAsync(client, _order.Head.SiteId, [.. _order.Filled().Select(line => line.ToLine())])).Value?.Items : null;

    private async Task RecordAsync(PlaceOrder.Form form)
    {
        var placed = await Place.ExecuteAsync(form);
        _refusal = placed.Refusal;

        if (placed.IsOk)
        {
            await _draft!.DropAsync();
            Navigation.NavigateTo($"orders/{placed.Value.Id.Value}");
        }
    }
}
