using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Intake;

/// <summary>How clients' documents are laid out: what the portal has learnt, and what waits for somebody to say that it is right.</summary>
public sealed partial class LayoutsPage
{
    private Page<ClientLayoutView>? _page;

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [Inject]
    public required ListClientLayouts List { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    protected override async Task OnParametersSetAsync() => _page = (await List.ExecuteAsync(new(After: After))).Value;
}
