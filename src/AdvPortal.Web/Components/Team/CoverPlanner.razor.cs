using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Team;

/// <summary>Who takes which client of an absent colleague, why, and what that does to everybody's load.</summary>
public partial class CoverPlanner
{
    private readonly Queue<(Func<Task<Result<AbsenceView>>> Act, string? Said)> _waiting = new();
    private bool _isActing;
    private Refusal? _refusal;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required PlanCover Plan { get; init; }

    [Inject]
    public required ProposeCover Propose { get; init; }

    [Inject]
    public required PublishCover Publish { get; init; }

    [Inject]
    public required WithdrawAbsence Withdraw { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Parameter, EditorRequired]
    public required AbsenceView View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ListPortfolios.Portfolio> Team { get; set; }

    [Parameter]
    public bool MayPlan { get; set; }

    [Parameter]
    public EventCallback<AbsenceView> Changed { get; set; }

    private IEnumerable<ListPortfolios.Portfolio> Others => Team.Where(p => p.MemberId is not null && p.MemberId != View.MemberId);

    private Task ChooseAsync(ClientId client, string? member)
    {
        return TakeAsync(() => Plan.ExecuteAsync(View.Id, new([.. Kept(), .. Guid.TryParse(member, out var id) ? new[] { new PlanCover.Line(client.Value, id) } : []]), View.Version), null);

        IEnumerable<PlanCover.Line> Kept() => View.CoverPlan.Lines.Where(l => l.ClientId != client)
            .Select(l => new PlanCover.Line(l.ClientId.Value, l.CoverMemberId.Value, l.From, l.Until, l.FromHalf, l.UntilHalf));
    }

    private Task ProposeAsync() => TakeAsync(() => Propose.ExecuteAsync(View.Id, View.Version), null);

    private Task PublishAsync() => TakeAsync(() => Publish.ExecuteAsync(View.Id, View.Version), Text["Team.Published", View.MemberName]);

    private async Task WithdrawAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["Team.WithdrawQuestion", View.MemberName], Text["Team.WithdrawDetail"], Text["Team.WithdrawVerb"], Text["Team.KeepAbsence"], destructive: true))
        {
            await TakeAsync(() => Withdraw.ExecuteAsync(View.Id, View.Version), Text["Team.Withdrawn", View.MemberName]);
        }
    }

    // One after the other, however fast the clicks: each starts from the version that the one before it left.
    private async Task TakeAsync(Func<Task<Result<AbsenceView>>> act, string? said)
    {
        _waiting.Enqueue((act, said));

        if (_isActing)
        {
            return;
        }

        _isActing = true;

        try
        {
            while (_waiting.TryDequeue(out var next))
            {
                await DoAsync(await next.Act(), next.Said);
            }
        }
        finally
        {
            _isActing = false;
        }
    }

    private async Task DoAsync(Result<AbsenceView> result, string? said)
    {
        _refusal = result.Refusal;

        if (!result.IsOk)
        {
            // What was clicked meanwhile was meant for a plan that did not come about.
            _waiting.Clear();
        }
        else
        {
            await Changed.InvokeAsync(result.Value);

            if (said is not null)
            {
                Notices.Say(said);
            }
        }
    }

    /// <summary>The strongest of the reasons: several on every line would tell nobody anything.</summary>
    private (string Icon, string Why)? Because(CoverPlan.Line line) => line.Because switch
    {
        { Familiarity: > 0 } => (Icons.Material.Outlined.History, Text["Team.Knows"]),
        { Load: > 0.3m } => (Icons.Material.Outlined.Speed, Text["Team.HasRoom"]),
        { Language: true } => (Icons.Material.Outlined.Translate, Text["Team.SpeaksLanguage"]),
        _ => null,
    };

    private static string Share(decimal load, CoverPlan.Load of) => Wording.Percent(load / of.Capacity, CultureInfo.CurrentCulture);

    private static string Width(decimal load, CoverPlan.Load of) =>
        string.Create(CultureInfo.InvariantCulture, $"{decimal.Clamp(load / decimal.Max(of.Capacity, of.After), 0, 1) * 100:0.#}%");
}
