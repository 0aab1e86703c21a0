using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Clients;

/// <summary>Every client by name, to be found by the beginning of its name or code.</summary>
public partial class ClientsPage
{
    private Page<ClientView>? _page;
    private Refusal? _refusal;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListClients List { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var found = await List.ExecuteAsync(new(Search?.Trim(), After: After, Size: 50));
        (_page, _refusal) = (found.Value, found.Refusal);
    }

    private void Seek(ChangeEventArgs typed) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("clients", new Dictionary<string, object?> { ["q"] = typed.Value as string is { Length: > 0 } text ? text : null }));

    private string Address(string? after) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["after"] = after });
}
