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
    private readonly PlaceOrder.Form _form = new() { Lines = [new()] };
    private FormState<PlaceOrder.Form> _state = null!;
    private ClientView? _client;
    private IReadOnlyList<SiteView> _sites = [];
    private string? _site;
    private Refusal? _refusal;
    private bool _busy;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IValidator<PlaceOrder.Form> Validator { get; init; }

    [Inject]
    public required PlaceOrder Place { get; init; }

    [Inject]
    public required ListClients List { get; init; }

    [Inject]
    public required ListSites Sites { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized() => _state = new(Validator, Text);

    private async Task ChooseClientAsync(ClientView? client)
    {
        (_client, _form.ClientId, _site) = (client, client?.Id, null);
        _sites = client is null ? [] : (await Sites.ExecuteAsync(client.Id)).Value?.Items ?? [];
        _site = _sites is [var only] ? only.Id.Value.ToString() : null;
    }

    private async Task PlaceAsync()
    {
        _form.SiteId = Guid.TryParse(_site, out var site) ? new(site) : null;

        if (_busy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        _busy = true;
        var placed = await Place.ExecuteAsync(_form);
        (_busy, _refusal) = (false, placed.Refusal);

        if (placed.IsOk)
        {
            Navigation.NavigateTo($"orders/{placed.Value.Id.Value}");
        }
    }
}
