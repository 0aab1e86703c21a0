using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Team;

/// <summary>« Charge »: portfolios side by side; clients are moved to see what each would carry, and all of it is published, or nothing.</summary>
public sealed partial class BalancePage : IDisposable
{
    private readonly Doing _doing = new();
    private readonly Dictionary<Guid, string> _why = [];
    private BalanceForm _form = new();
    private BalanceDraft? _draft;
    private Drafted<BalanceForm>? _kept;
    private IReadOnlyList<ListPortfolios.Portfolio>? _portfolios;
    private FormState<PublishBalance.Form> _state = null!;
    private ProposeLeaving.Proposal? _leaving;
    private Rereading? _listening;
    private (string Name, DateOnly From)? _left;
    private string? _search;
    private string? _team;
    private string _said = "";
    private Guid? _dragged;
    private Guid? _over;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListPortfolios Read { get; init; }

    [Inject]
    public required PublishBalance Publish { get; init; }

    [Inject]
    public required IValidator<PublishBalance.Form> Validator { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    private bool MayPlan => Shell.May(Permission.ManagePortfolios);

    private IEnumerable<string> Teams => (_portfolios ?? []).Select(p => p.Team).OfType<string>().Distinct(StringComparer.CurrentCulture).Order(StringComparer.CurrentCulture);

    public void Dispose() => _listening?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _state = new(Validator, Text);
        _form.From = Clock.Today;
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, TeamChanges.Concern);

        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync();
        (_portfolios, _doing.Refusal) = (read.Value?.Items, read.Refusal ?? _doing.Refusal);
        Draw();
    }

    private void Draw() => _draft = _portfolios is null ? null : new(_portfolios, _form, _form.From ?? Clock.Today);

    private void TakeUp(BalanceForm kept)
    {
        _form = kept;
        Draw();
    }

    private async Task DropAsync(BalanceDraft.Column onto)
    {
        if (_dragged is { } client && _draft!.MayGo(client, onto.Person))
        {
            await MoveAsync(client, onto.Person.MemberId?.Value);
        }

        (_dragged, _over) = (null, null);
    }

    private Task MoveAsync(Guid client, Guid? to)
    {
        _draft!.Move(client, to);
        _why.Remove(client);
        Draw();

        // Whoever was to have it takes no clients any more: the page says so, or it was theirs from that day on.
        var taker = _draft!.Columns.FirstOrDefault(c => c.Person.MemberId?.Value == to);
        var name = taker?.Rows.FirstOrDefault(r => r.Client.ClientId.Value == client)?.Client.Name ?? "";
        _said = taker is null ? "" : taker.Person.MemberName is { } member ? Text["Balance.Moved", name, member, LoadWords.Share(taker.After, taker.Person.Capacity)] : Text["Balance.MovedBack", name];

        return _kept!.KeepAsync();
    }

    private Task SetDayAsync(DateOnly? day)
    {
        _form.From = day;
        Draw();

        return _kept!.KeepAsync();
    }

    private async Task DiscardAsync()
    {
        // The same form: what is kept of it is dropped with what it holds.
        _form.Moves.Clear();
        (_form.From, _form.Reason, _leaving, _doing.Refusal) = (Clock.Today, null, null, null);
        Draw();
        await _kept!.KeepAsync();
    }

    private async Task ShareLeavingAsync()
    {
        // Whoever is to get a client later has that one to give, too.
        var today = new BalanceDraft(_portfolios!, new(), Clock.Today);
        var dialog = await Dialogs.ShowAsync<LeavingDialog>(null, new DialogParameters<LeavingDialog> { { it => it.People, [.. _portfolios!.Where(p => p.MemberId is { } id && !today.HasNothing(id.Value))] } });

        if (await dialog.Result is not { Canceled: false, Data: ProposeLeaving.Proposal proposal })
        {
            return;
        }

        (_leaving, _form.From) = (proposal, proposal.From);
        _form.Reason ??= Text["Balance.LeavingReason", NameOf(proposal.MemberId)];
        Draw();

        foreach (var line in proposal.Lines)
        {
            _draft!.Move(line.ClientId.Value, line.ToMemberId.Value, forGood: true);
            _why[line.ClientId.Value] = string.Join(" · ", line.Because.Select(word => Text.Say(word, Clock.Today)));
        }

        Draw();
        await _kept!.KeepAsync();
    }

    private async Task PublishAsync()
    {
        var form = new PublishBalance.Form { Moves = _draft!.Moves, From = _form.From, Reason = _form.Reason };

        if (_doing.IsBusy || !await _state.ValidateAsync(form))
        {
            return;
        }

        if (await _doing.DoAsync(() => Publish.ExecuteAsync(form)))
        {
            Notices.Say(Text["Team.Transferred", form.Moves.Count]);
            var leaving = _leaving;
            await DiscardAsync();
            await LoadAsync();
            _left = leaving is not null && IsFree(leaving.MemberId, form.From!.Value) ? (NameOf(leaving.MemberId), form.From!.Value) : null;
        }
    }

    // With nothing of their own, and nothing of a colleague's, from then on.
    private bool IsFree(Domain.Common.MemberId member, DateOnly on) =>
        new BalanceDraft(_portfolios!, new(), on).HasNothing(member.Value) && _portfolios!.All(p => p.MemberId != member || !(p.StandsInUntil >= on));

    private string NameOf(Domain.Common.MemberId member) => _portfolios!.FirstOrDefault(p => p.MemberId == member)?.MemberName ?? "";
}
