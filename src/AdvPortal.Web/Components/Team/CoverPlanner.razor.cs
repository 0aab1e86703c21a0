using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Team;

/// <summary>Who takes which client of an absent colleague, why, and what that does to everybody's load.</summary>
public partial class CoverPlanner
{
    private const int RowsAtFirst = 12;
    private const int GapsShown = 5;

    private readonly Queue<(Func<Task<Result<AbsenceView>>> Act, string? Said)> _waiting = new();
    private IReadOnlyList<SegmentOption<bool>> _views = [];
    private CoverWeights? _weights;
    private bool _isActing;
    private bool _byPerson;
    private bool _all;
    private bool _tells;
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
    public required ReopenCover Reopen { get; init; }

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

    /// <summary>Whoever is away may say that they are not.</summary>
    [Parameter]
    public bool MayWithdraw { get; set; }

    [Parameter]
    public EventCallback<AbsenceView> Changed { get; set; }

    private IEnumerable<ListPortfolios.Portfolio> Others => Team.Where(p => p.MemberId is not null && p.MemberId != View.MemberId);

    private bool IsOpen => MayPlan && View.CoverPlan.Status is CoverPlanStatus.Proposed;

    private CoverWeights Weights => View.CoverPlan.Weights;

    private int Told => View.CoverPlan.Needs.Count(need => need.CanBeTold && LinesOf(need.ClientId).Any(line => !line.IsPublished));

    private IEnumerable<(string Name, int Clients)> Shares =>
        View.CoverPlan.Lines.GroupBy(l => l.CoverMemberName).Select(lines => (lines.Key.Split(' ')[0], lines.Select(l => l.ClientId).Distinct().Count())).OrderByDescending(share => share.Item2);

    protected override void OnInitialized() => _views = [new(false, Text["Team.ByClient"]), new(true, Text["Team.ByPerson"])];

    private List<CoverPlan.Line> LinesOf(ClientId client) => [.. View.CoverPlan.Lines.Where(l => l.ClientId == client).OrderBy(l => l.From).ThenBy(l => l.FromHalf)];

    private void Weigh() => _weights = _weights is null ? Weights : null;

    private static int Number(object? typed) => int.TryParse(typed?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string Why(CoverPlan.Line line) => string.Join(" · ", line.Because.Words.Select(word => Text.Say(word, Clock.Today)));

    private Task ChooseAsync(ClientId client, string? member)
    {
        return TakeAsync(() => Plan.ExecuteAsync(View.Id, new([.. Kept(), .. Guid.TryParse(member, out var id) ? new[] { new PlanCover.Line(client.Value, id) } : []]), View.Version), null);

        IEnumerable<PlanCover.Line> Kept() => View.CoverPlan.Lines.Where(l => l.ClientId != client && !l.IsPublished)
            .Select(l => new PlanCover.Line(l.ClientId.Value, l.CoverMemberId.Value, l.From, l.Until, l.FromHalf, l.UntilHalf, l.Fixed));
    }

    private Task ProposeAsync(CoverWeights? weights)
    {
        _weights = null;

        return TakeAsync(() => Propose.ExecuteAsync(View.Id, View.Version, new(weights)), null);
    }

    private async Task ReopenAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["Team.RedoQuestion", View.MemberName], Text["Team.RedoDetail"], Text["Team.RedoVerb"], Text["Team.KeepPlan"], destructive: true))
        {
            await TakeAsync(() => Reopen.ExecuteAsync(View.Id, View.Version), Text["Team.Redone", View.MemberName]);
        }
    }

    private Task PublishAsync() => TakeAsync(() => Publish.ExecuteAsync(View.Id, View.Version, new(_tells)), Text["Team.Published", View.MemberName]);

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

    private static string IconOf(CoverPlan.Line line) => line.Because.Words.Select(word => word.Key).FirstOrDefault() switch
    {
        "Cover.Stood" or "Cover.Owned" or "Cover.Handled" => Icons.Material.Outlined.History,
        "Cover.SameRequirements" or "Cover.FewRequirements" => Icons.Material.Outlined.Rule,
        "Cover.ByHand" => Icons.Material.Outlined.BackHand,
        "Cover.HasRoom" or "Cover.Balance" or "Cover.OnlyOne" => Icons.Material.Outlined.Speed,
        _ => Icons.Material.Outlined.Translate,
    };

    private static string Width(decimal load, CoverPlan.Load of) =>
        string.Create(CultureInfo.InvariantCulture, $"{decimal.Clamp(load / decimal.Max(of.Capacity * 1.2m, of.After), 0, 1) * 100:0.#}%");
}
