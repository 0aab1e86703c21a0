using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Clients;

/// <summary>Every client by name: who has it, what is open, and a way to its sheet.</summary>
public partial class ClientsPage : IDisposable
{
    private Page<BrowseClients.Row>? _page;
    private Refusal? _refusal;
    private Rereading? _listening;
    private string? _typed;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required BrowseClients Browse { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public bool Mine { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    private IReadOnlyList<string> Filters => [.. new[] { Mine ? Text["Clients.Mine"].Value : null, Search }.OfType<string>()];

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged);

    protected override Task OnParametersSetAsync()
    {
        _typed = Search;

        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await Browse.ExecuteAsync(new(Search?.Trim(), Mine ? Member.Id : null, After));
        (_page, _refusal) = (found.Value, found.Refusal);
    }

    private void Seek() => Go("q", string.IsNullOrWhiteSpace(_typed) ? null : _typed.Trim());

    private void ClearSearch() => Go("q", null);

    private void ToggleMine() => Go(nameof(Mine), Mine ? null : true);

    private void Go(string name, object? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value, [nameof(After)] = null }));

    private string Address(string? after) => Navigation.GetUriWithQueryParameter(nameof(After), after);
}
