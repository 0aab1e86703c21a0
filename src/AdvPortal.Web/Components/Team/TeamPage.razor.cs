using System.Globalization;
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

    /// <summary>Any day of the first week that is shown; this week when it is left out.</summary>
    [SupplyParameterFromQuery]
    public DateOnly? From { get; set; }

    // The calendar ends; so far from its ends nobody is away.
    private DateOnly First => (From is { Year: > 1 and < 9999 } asked ? asked : Clock.Today) is var day ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : default;

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, TeamChanges.Concern);

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var portfolios = await ReadPortfolios.ExecuteAsync();
        var absences = await ReadAbsences.ExecuteAsync(new(From: First.AddDays(-7), Until: First.AddDays(35), Size: 50));
        (_portfolios, _absences, _refusal) = (portfolios.Value?.Items, absences.Value?.Items, portfolios.Refusal ?? absences.Refusal);
        _open = Absence is { } id ? _absences?.FirstOrDefault(a => a.Id.Value == id) ?? (await ReadOne.ExecuteAsync(new(id))).Value : MostPressing();
    }

    // Whoever names none looks for what is still to be covered, else for who is away now.
    private AbsenceView? MostPressing() => _absences?.Where(a => a.Until >= Clock.Today).OrderBy(a => a.CoverPlan.Status is CoverPlanStatus.Published).ThenBy(a => a.From).FirstOrDefault();

    private void OpenAsync(AbsenceView absence) => _open = absence;

    private string Window(int days) => string.Create(CultureInfo.InvariantCulture, $"team?From={First.AddDays(days):yyyy-MM-dd}{(_open is null ? "" : $"&Absence={_open.Id.Value}")}");

    // Whoever does not lead the team declares their own absence.
    private List<ListPortfolios.Portfolio> People => [.. _portfolios!.Where(p => p.MemberId is not null && (Shell.May(Permission.ManagePortfolios) || p.MemberId == Member.Id))];

    private Task DeclareAsync() => ShowAsync<AbsenceDialog>(new DialogParameters<AbsenceDialog> { { it => it.People, People } });

    private Task ImportAsync() => ShowAsync<AbsenceCalendarDialog>(new DialogParameters<AbsenceCalendarDialog> { { it => it.People, People } });

    private Task DeclareUnforeseenAsync() => ShowAsync<UnforeseenDialog>(new DialogParameters<UnforeseenDialog> { { it => it.People, People } });

    private async Task ChangeWeekAsync(ListPortfolios.Portfolio person)
    {
        var dialog = await Dialogs.ShowAsync<WeekDialog>(null, new DialogParameters<WeekDialog> { { it => it.Person, person } });

        if (await dialog.Result is { Canceled: false })
        {
            await LoadAsync();
        }
    }

    private async Task ShowAsync<TDialog>(DialogParameters parameters) where TDialog : IComponent
    {
        var dialog = await Dialogs.ShowAsync<TDialog>(null, parameters);

        if (await dialog.Result is { Canceled: false, Data: AbsenceView declared })
        {
            Navigation.NavigateTo($"team?Absence={declared.Id.Value}");
        }
    }
}
