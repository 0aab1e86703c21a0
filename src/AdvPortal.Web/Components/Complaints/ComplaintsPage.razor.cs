using AdvPortal.Application.Common;
using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Complaints;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Complaints;

/// <summary>« Réclamations »: which step is due next, and which causes come back.</summary>
public partial class ComplaintsPage
{
    private Page<ComplaintView>? _page;
    private CountComplaints.Counts? _counts;
    private Refusal? _refusal;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListComplaints List { get; init; }

    [Inject]
    public required CountComplaints Count { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Cause { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    private ComplaintsShown Current => Enum.TryParse<ComplaintsShown>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : ComplaintsShown.Open;

    private ComplaintCause? Because => Enum.TryParse<ComplaintCause>(Cause, ignoreCase: true, out var cause) && Enum.IsDefined(cause) ? cause : null;

    private IReadOnlyList<TabLink> TabItems =>
        [.. Enum.GetValues<ComplaintsShown>().Select(view => new TabLink(
            view.ToString(), Text.Word(view), $"complaints?view={view}", view is ComplaintsShown.All or ComplaintsShown.Ended ? null : _counts?.Shown.GetValueOrDefault(view), Alarm: view is ComplaintsShown.Late && _counts?.Shown.GetValueOrDefault(view) > 0))];

    protected override async Task OnParametersSetAsync()
    {
        var listed = await List.ExecuteAsync(new(Current, Cause: Because, After: After));
        (_page, _refusal) = (listed.Value, listed.Refusal);
        _counts = (await Count.ExecuteAsync()).Value;
    }

    private string Address(string name, string? value) => Navigation.GetUriWithQueryParameter(name, value);
}
