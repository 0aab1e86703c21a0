using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Team;

/// <summary>« Équipe et suppléances »: who has which clients, who is away, and who answers meanwhile.</summary>
public partial class TeamPage : IDisposable
{
    private IReadOnlyList<ListPortfolios.Portfolio>? _portfolios;
    private IReadOnlyList<AbsenceView>? _absences;
    private AbsenceView? _open;
    private Refusal? _refusal;
    private Rereading? _listening;
    private IReadOnlyList<SegmentOption<bool>> _views = [];

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListPortfolios ReadPortfolios { get; init; }

    [Inject]
    public required ListAbsences ReadAbsences { get; init; }

    [Inject]
    public required ReadAbsence ReadOne { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [SupplyParameterFromQuery]
    public bool Portfolios { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Absence { get; set; }

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized()
    {
        _views = [new(false, Text["Team.Absences"]), new(true, Text["Team.Portfolios"])];
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged);
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var portfolios = await ReadPortfolios.ExecuteAsync();
        var absences = await ReadAbsences.ExecuteAsync(new(From: Clock.Today.AddDays(-7), Size: 50));
        (_portfolios, _absences, _refusal) = (portfolios.Value?.Items, absences.Value?.Items, portfolios.Refusal ?? absences.Refusal);
        _open = Absence is { } id ? _absences?.FirstOrDefault(a => a.Id.Value == id) ?? (await ReadOne.ExecuteAsync(new(id))).Value : MostPressing();
    }

    // Whoever names none looks for what is still to be covered, else for who is away now.
    private AbsenceView? MostPressing() => _absences?.Where(a => a.Until >= Clock.Today).OrderBy(a => a.CoverPlan.Status is CoverPlanStatus.Published).ThenBy(a => a.From).FirstOrDefault();

    private void OpenAsync(AbsenceView absence) => _open = absence;

    private void ShowPortfolios(bool portfolios) => Navigation.NavigateTo(portfolios ? "team?Portfolios=true" : "team");

    private async Task DeclareAsync()
    {
        // Whoever does not lead the team declares their own absence.
        var people = _portfolios!.Where(p => p.MemberId is not null && (Shell.May(Permission.ManagePortfolios) || p.MemberId == Member.Id)).ToList();
        var dialog = await Dialogs.ShowAsync<AbsenceDialog>(null, new DialogParameters<AbsenceDialog> { { it => it.People, people } });

        if (await dialog.Result is { Canceled: false, Data: AbsenceView declared })
        {
            Navigation.NavigateTo($"team?Absence={declared.Id.Value}");
        }
    }
}
