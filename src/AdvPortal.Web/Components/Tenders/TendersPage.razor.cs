using AdvPortal.Application.Common;
using AdvPortal.Application.Tenders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Tenders;

/// <summary>« Appels d’offres »: which offer is owed until when, and whom it waits for.</summary>
public partial class TendersPage
{
    private Page<TenderView>? _page;
    private CountTenders.Counts? _counts;
    private Refusal? _refusal;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListTenders List { get; init; }

    [Inject]
    public required CountTenders Count { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    private TendersShown Current => Enum.TryParse<TendersShown>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : TendersShown.ToAnswer;

    private IReadOnlyList<TabLink> TabItems =>
        [.. Enum.GetValues<TendersShown>().Select(view => new TabLink(view.ToString(), Text.Word(view), $"tenders?view={view}", view is TendersShown.All or TendersShown.Closed ? null : _counts?.Shown.GetValueOrDefault(view)))];

    protected override async Task OnParametersSetAsync()
    {
        var listed = await List.ExecuteAsync(new(Current, After: After));
        (_page, _refusal) = (listed.Value, listed.Refusal);
        _counts = (await Count.ExecuteAsync()).Value;
    }

    private string? Waits(TenderView row) => row.OpenTasks > 0 ? Text["Tender.TasksOpen", row.OpenTasks].Value : row.Tasks.Count > 0 ? Text["Tender.TasksDone"].Value : null;

    private string Address(string name, string? value) => Navigation.GetUriWithQueryParameter(name, value);
}
