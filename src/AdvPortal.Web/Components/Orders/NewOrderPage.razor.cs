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
    private PlaceOrder.Form _form = new() { Lines = [new()] };
    private Drafted<PlaceOrder.Form>? _draft;
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
        get => _form.SiteId?.Value.ToString();
        set => _form.SiteId = Guid.TryParse(value, out var site) ? new(site) : null;
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
        _form.ClientId = client?.Id;
        _form.SiteId = _sites is [var only] ? only.Id : null;
    }

    private async Task ShowClientAsync(ClientView? client)
    {
        _client = client;
        _sites = client is null ? [] : (await Sites.ExecuteAsync(client.Id)).Value?.Items ?? [];
    }

    private async Task TakeUpAsync(PlaceOrder.Form kept)
    {
        _form = kept;
        await ShowClientAsync(kept.ClientId is { } id ? (await Read.ExecuteAsync(id)).Value : null);
    }

    private async Task PlaceAsync()
    {
        if (_busy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        _busy = true;
        var placed = await Place.ExecuteAsync(_form);
        (_busy, _refusal) = (false, placed.Refusal);

        if (placed.IsOk)
        {
            await _draft!.DropAsync();
            Navigation.NavigateTo($"orders/{placed.Value.Id.Value}");
        }
    }
}
