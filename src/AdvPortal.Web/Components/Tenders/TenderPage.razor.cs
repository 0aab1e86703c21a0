using System.Collections.Frozen;
using AdvPortal.Application.Common;
using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Tenders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Tenders;

/// <summary>One tender: until when, at what price, whom it waits for, what became of it.</summary>
public partial class TenderPage : IDisposable
{
    private readonly Doing _doing = new();
    private ReadTenderSheet.Sheet? _sheet;
    private DraftTenderMail.Drafted? _draft;
    private Rereading? _listening;
    private Guid _begun;
    private IReadOnlySet<Permission> _closed = FrozenSet<Permission>.Empty;
    private PlanTenderTask.Form _task = NewTask();
    private AskTenderQuestion.Form _question = NewQuestion();

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadTenderSheet Read { get; init; }

    [Inject]
    public required PriceTender Price { get; init; }

    [Inject]
    public required PlanTenderTask Plan { get; init; }

    [Inject]
    public required AnswerTenderTask AnswerTask { get; init; }

    [Inject]
    public required DropTenderTask Drop { get; init; }

    [Inject]
    public required AskTenderQuestion Ask { get; init; }

    [Inject]
    public required AnswerTenderQuestion AnswerQuestion { get; init; }

    [Inject]
    public required RequestTenderApproval RequestApproval { get; init; }

    [Inject]
    public required JudgeTender Judge { get; init; }

    [Inject]
    public required ReworkTender Rework { get; init; }

    [Inject]
    public required DraftTenderMail Draft { get; init; }

    [Inject]
    public required SubmitTender Submit { get; init; }

    [Inject]
    public required WinTender Win { get; init; }

    [Inject]
    public required LoseTender Lose { get; init; }

    [Inject]
    public required DeclineTender Decline { get; init; }

    [Inject]
    public required CancelTender Cancel { get; init; }

    [Inject]
    public required ReopenTender Reopen { get; init; }

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

    [Parameter]
    public Guid Id { get; set; }

    // With somebody else's client, what is closed to the member is not offered.
    private ShellState Here => Shell.Without(_closed);

    private bool MayHandle => Here.May(Permission.HandleTenders);

    private bool MayApprove => Here.May(Permission.ApproveTenders);

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() =>
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, notice => notice.SubjectId == Id && !_doing.IsBusy && _draft is null);

    protected override Task OnParametersSetAsync()
    {
        // What was begun with one tender is not done to another.
        if (Id != _begun)
        {
            (_begun, _sheet, _draft, _task, _question, _doing.Refusal) = (Id, null, null, NewTask(), NewQuestion(), null);
        }

        return LoadAsync();
    }

    private static PlanTenderTask.Form NewTask() => new() { Kind = TenderTaskKind.Price };

    private static AskTenderQuestion.Form NewQuestion() => new() { Voice = TenderVoice.Client };

    private bool May(TenderAct act) => _sheet!.Tender.Acts.Contains(act);

    private async Task LoadAsync()
    {
        var asked = Id;
        var read = await Read.ExecuteAsync(new(asked));

        if (asked != Id)
        {
            return;
        }

        _sheet = read.Value ?? _sheet;
        _doing.Refusal = read.Refusal ?? _doing.Refusal;
    }

    private Task<bool> DoAsync(Func<Task<Result<TenderView>>> act) => _doing.DoAsync(act, result => result.IsOk ? LoadAsync() : Task.CompletedTask);

    // Others' answers neither wipe nor hinder one's own; to the very same, the one that came meanwhile is shown first.
    private Task<bool> AnswerAsync(Func<Task<Result<TenderView>>> act) => _doing.DoAsync(act, result => result.Refusal is null or AnsweredMeanwhile ? LoadAsync() : Task.CompletedTask);

    private async Task PriceAsync(PriceTender.Form form)
    {
        if (await DoAsync(() => Price.ExecuteAsync(new(Id), form, _sheet!.Tender.Version)))
        {
            Notices.Say(Text["Tender.PricesKept"]);
        }
    }

    private async Task PlanAsync() => _task = await DoAsync(() => Plan.ExecuteAsync(new(Id), _task, _sheet!.Tender.Version)) ? NewTask() : _task;

    private async Task AskAsync() => _question = await DoAsync(() => Ask.ExecuteAsync(new(Id), _question, _sheet!.Tender.Version)) ? NewQuestion() : _question;

    private async Task SendBackAsync()
    {
        var it = _sheet!.Tender;

        if (await Dialogs.AskReasonAsync(Text["Tender.SendBackQuestion", it.Number], null, Text["Tender.SendBackVerb"], Text["Tender.Keeping"]) is { } why)
        {
            await DoAsync(() => Judge.ExecuteAsync(it.Id, new() { Reason = why.Reason }, it.Version));
        }
    }

    private async Task DraftAsync()
    {
        if (_draft is not null)
        {
            _draft = null;

            return;
        }

        var asked = Id;
        var drafted = await Draft.ExecuteAsync(new(asked));

        if (asked != Id)
        {
            return;
        }

        (_draft, _doing.Refusal) = (drafted.Value, drafted.Refusal);
    }

    private async Task SubmitAsync(SubmitTender.Form form)
    {
        var it = _sheet!.Tender;

        if (await DoAsync(() => Submit.ExecuteAsync(it.Id, form, it.Version)))
        {
            _draft = null;
            Notices.Say(Text["Tender.Sent", it.Number]);
        }
    }

    private async Task EndAsync(TenderStatus end)
    {
        var sheet = _sheet!;
        var dialog = await Dialogs.ShowAsync<TenderEndDialog>(null, new DialogParameters<TenderEndDialog>
        {
            { it => it.Tender, sheet.Tender },
            { it => it.End, end },
            { it => it.Today, sheet.Today },
            { it => it.Save, form => EndAsync(sheet.Tender.Id, sheet.Tender.Version, end, form) },
        });

        if (await dialog.Result is { Canceled: false })
        {
            _draft = null;
            await LoadAsync();
        }
    }

    private async Task<Refusal?> EndAsync(TenderId id, int version, TenderStatus end, WinTender.Form form) => (end switch
    {
        TenderStatus.Won => await Win.ExecuteAsync(id, form, version),
        TenderStatus.Lost => await Lose.ExecuteAsync(id, form, version),
        TenderStatus.Declined => await Decline.ExecuteAsync(id, form, version),
        _ => await Cancel.ExecuteAsync(id, form, version),
    }).Refusal;

    private string OfferHref(int? version) => $"api/v1/tenders/{Id}/offer{(version is { } number ? $"?version={number}" : "")}";
}
