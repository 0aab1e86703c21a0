using AdvPortal.Application.Common;
using AdvPortal.Application.Imports;
using AdvPortal.Application.Products;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Products;

/// <summary>What we sell, to be found under our code or a client's.</summary>
public sealed partial class ProductsPage : IDisposable
{
    private Page<ReadCatalogue.Row>? _page;
    private Refusal? _refusal;
    private Rereading? _changes;

    [Inject]
    public required ReadCatalogue Read { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    public void Dispose() => _changes?.Dispose();

    protected override void OnInitialized() => _changes = Member.TenantId is { } tenant
        ? Changes.Reread(tenant, InvokeAsync, LoadAsync, StateHasChanged, notice => notice.UseCase is nameof(CreateProduct) or nameof(RunImport))
        : null;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var page = await Read.ExecuteAsync(Q?.Trim(), After);
        (_page, _refusal) = (page.Value, page.Refusal);
    }

    private void Seek(ChangeEventArgs typed) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("products", new Dictionary<string, object?> { ["q"] = typed.Value as string is { Length: > 0 } text ? text : null }));

    private string Address(string? after) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["after"] = after });
}
