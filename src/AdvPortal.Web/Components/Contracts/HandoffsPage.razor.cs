using AdvPortal.Application.Common;
using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Contracts;

/// <summary>« Relais de contrats »: which signed clients wait for whom.</summary>
public partial class HandoffsPage
{
    private Page<HandoffView>? _page;
    private MeasureHandoffs.Measured? _measured;
    private Refusal? _refusal;
    private bool _busy;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListHandoffs List { get; init; }

    [Inject]
    public required MeasureHandoffs Measure { get; init; }

    [Inject]
    public required StartHandoff Start { get; init; }

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

    // The desk first sees what lies with it, the salesperson what is theirs.
    private HandoffsShown Current => Enum.TryParse<HandoffsShown>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view
        : Shell.May(Permission.AcceptHandoffs) ? HandoffsShown.WithAdv
        : Shell.May(Permission.PrepareHandoffs) ? HandoffsShown.Mine
        : HandoffsShown.All;

    private IReadOnlyList<TabLink> TabItems =>
        [.. Enum.GetValues<HandoffsShown>().Where(view => view is not HandoffsShown.Mine || Shell.May(Permission.PrepareHandoffs)).Select(view => new TabLink(view.ToString(), Text[$"Handoff.View.{view}"], $"handoffs?view={view}"))];

    protected override async Task OnInitializedAsync()
    {
        if (Shell.May(Permission.ManagePortfolios))
        {
            _measured = (await Measure.ExecuteAsync()).Value;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var listed = await List.ExecuteAsync(Current, After);
        (_page, _refusal) = (listed.Value, listed.Refusal);
    }

    private async Task StartAsync()
    {
        _busy = true;
        var started = await Start.ExecuteAsync(new HandoffContent());
        (_busy, _refusal) = (false, started.Refusal);

        if (started.IsOk)
        {
            Navigation.NavigateTo($"handoffs/{started.Value.Id.Value}");
        }
    }

    private string NameOf(HandoffView row) => row.Content.Client.Name ?? Text["Handoff.Unnamed"];

    private string Address(string name, string? value) => Navigation.GetUriWithQueryParameter(name, value);
}
