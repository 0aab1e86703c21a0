using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Team;

/// <summary>« Dossier de passation »: what a stand-in reads before the first call, the most pressing client first.</summary>
public sealed partial class BriefingPage : IDisposable
{
    private readonly Doing _doing = new();
    private BriefingView? _pack;
    private Rereading? _listening;
    private bool _missing;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadBriefing Read { get; init; }

    [Inject]
    public required ConfirmBriefing Confirm { get; init; }

    [Inject]
    public required CurrentMember Current { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Whose pack; one's own without, and that of all for whoever has none.</summary>
    [SupplyParameterFromQuery]
    public Guid? Member { get; set; }

    private bool IsMine => _pack?.MemberId is { } reader && reader == Current.Id;

    private string PdfHref => $"api/v1/absences/{Id}/briefing?format=pdf{(_pack?.MemberId is { } reader ? $"&memberId={reader.Value}" : "")}";

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Current.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, Concerns);

    protected override Task OnParametersSetAsync() => LoadAsync();

    // What happens to another client is no reason.
    private bool Concerns(ChangeNotice notice) => notice.ClientId is not { } client || _pack?.Clients.Any(c => c.ClientId == client) is not false;

    private async Task LoadAsync()
    {
        var absence = new AbsenceId(Id);
        var read = await Read.ExecuteAsync(absence, Member is { } asked ? new(asked) : Current.Id);

        if (Member is null && read.Refusal is NotAStandIn)
        {
            read = await Read.ExecuteAsync(absence);
        }

        (_pack, _missing) = (read.Value, read.Refusal is NoSuchThing);
        _doing.Refusal = _missing ? null : read.Refusal;
    }

    private async Task ConfirmAsync()
    {
        var done = await _doing.DoAsync(
            () => Confirm.ExecuteAsync(new(Id), _pack!.Version, _pack.Digest),
            confirmed =>
            {
                _pack = confirmed.Value ?? _pack;

                return Task.CompletedTask;
            });

        if (done)
        {
            Notices.Say(Text["Briefing.Confirmed"]);
        }
        else if (_doing.Refusal is ChangedMeanwhile changed)
        {
            // What it says now is what there is to read.
            await LoadAsync();
            _doing.Refusal = changed;
        }
    }
}
