using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using static MudBlazor.Icons.Material;

namespace AdvPortal.Web.Components.Team;

/// <summary>« Restitution »: what the stand-ins did for each client; its owner goes through it on return.</summary>
public sealed partial class HandbackPage : IDisposable
{
    private readonly Doing _doing = new();
    private HandbackView? _journal;
    private Rereading? _listening;
    private bool _missing;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadHandback Read { get; init; }

    [Inject]
    public required MarkHandback Mark { get; init; }

    [Inject]
    public required CurrentMember Current { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    private bool MayMark => _journal is { HasEnded: true } journal && (journal.AbsentId == Current.Id || Shell.May(Permission.ManagePortfolios));

    // What was done comes first, what is settled last.
    private IEnumerable<HandbackView.Client> Ordered => _journal!.Clients.OrderBy(c => c.State is HandbackState.Seen).ThenBy(c => c.IsQuiet);

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Current.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, Concerns);

    protected override Task OnParametersSetAsync() => LoadAsync();

    // What is done for another client is no reason.
    private bool Concerns(ChangeNotice notice) => notice.ClientId is not { } client || _journal?.Clients.Any(c => c.ClientId == client) is not false;

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(new(Id));
        (_journal, _missing) = (read.Value, read.Refusal is NoSuchThing);
        _doing.Refusal = _missing ? null : read.Refusal;
    }

    private bool MayWrite(HandbackView.Client client) => !_journal!.HasEnded && (Shell.May(Permission.ManagePortfolios) || client.StandIns.Any(standIn => standIn.Id == Current.Id));

    private static string NoteIcon(CoverNoteKind kind) => kind switch
    {
        CoverNoteKind.Decided => Outlined.Gavel,
        CoverNoteKind.Promised => Outlined.Handshake,
        CoverNoteKind.LeftOpen => Outlined.PendingActions,
        _ => Outlined.Done,
    };

    private static string RequirementHref(HandbackView.Client client, HandbackView.Note note) =>
        $"requirements/new?client={client.ClientId.Value}&sentence={Uri.EscapeDataString(note.Text)}";

    private Task<bool> MarkAsync(HandbackView.Client client, HandbackState state) => MarkAsync([client.ClientId.Value], state);

    private Task<bool> MarkRestAsync() => MarkAsync([.. _journal!.Clients.Where(c => c.State is null).Select(c => c.ClientId.Value)], HandbackState.Seen);

    private Task<bool> MarkAsync(IReadOnlyList<Guid> clients, HandbackState state) => _doing.DoAsync(
        () => Mark.ExecuteAsync(new(Id), new(state, clients), _journal!.Version),
        marked =>
        {
            _journal = marked.Value is { } done
                ? _journal! with { Clients = [.. _journal.Clients.Select(c => done.ClientIds.Contains(c.ClientId) ? c with { State = done.State } : c)] }
                : _journal;

            return Task.CompletedTask;
        });

    private async Task WriteAsync(HandbackView.Client client)
    {
        var dialog = await Dialogs.ShowAsync<CoverNoteDialog>(null, new DialogParameters<CoverNoteDialog>
        {
            { it => it.Absence, Id },
            { it => it.Client, client },
            { it => it.Version, _journal!.Version },
        });

        if (await dialog.Result is { Canceled: false })
        {
            await LoadAsync();
        }
    }
}
