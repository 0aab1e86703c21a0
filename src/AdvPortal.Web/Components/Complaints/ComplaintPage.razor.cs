using System.Collections.Frozen;
using AdvPortal.Application.Common;
using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Complaints;

/// <summary>One complaint: which step, due when, what amount, what must become a rule.</summary>
public partial class ComplaintPage : IDisposable
{
    private readonly Doing _doing = new();
    private ReadComplaintSheet.Sheet? _sheet;
    private DraftComplaintAnswer.Drafted? _draft;
    private Discipline? _shown;
    private Rereading? _listening;
    private bool _answering;
    private IReadOnlySet<Permission> _closed = FrozenSet<Permission>.Empty;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadComplaintSheet Read { get; init; }

    [Inject]
    public required WorkOnComplaint Work { get; init; }

    [Inject]
    public required PlanComplaintAction Plan { get; init; }

    [Inject]
    public required TickComplaintAction Tick { get; init; }

    [Inject]
    public required DropComplaintAction Drop { get; init; }

    [Inject]
    public required FinishComplaintStep Finish { get; init; }

    [Inject]
    public required SettleComplaint Settle { get; init; }

    [Inject]
    public required RequestCredit Ask { get; init; }

    [Inject]
    public required JudgeCredit Judge { get; init; }

    [Inject]
    public required CountQualityCosts Count { get; init; }

    [Inject]
    public required DraftComplaintAnswer Draft { get; init; }

    [Inject]
    public required AnswerComplaint Answer { get; init; }

    [Inject]
    public required CloseComplaint Close { get; init; }

    [Inject]
    public required RefuseComplaint Refuse { get; init; }

    [Inject]
    public required WithdrawComplaint Withdraw { get; init; }

    [Inject]
    public required ReopenComplaint Reopen { get; init; }

    [Inject]
    public required AttachToComplaint Attach { get; init; }

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

    private bool MayHandle => Here.May(Permission.HandleComplaints);

    private Discipline Shown => _shown ?? _sheet!.Complaint.Step ?? Discipline.Closure;

    // What reads like a wish of the client's is its last sentence that asks something; else all of it.
    private string Sentence
    {
        get
        {
            var words = _sheet!.Complaint.Description.ReplaceLineEndings(" ").Trim();
            var asked = words.TrimEnd().EndsWith('?') ? words.LastIndexOfAny(['.', '!', '?', '…'], words.Length - 2) : -1;
            var sentence = asked > 0 ? words[(asked + 1)..].Trim() : words;

            return WholeText.Cut(sentence, RequirementRevision.SentenceMaxLength);
        }
    }

    private string RequireHref =>
        $"requirements/new?Client={_sheet!.Complaint.ClientId.Value}&Sentence={Uri.EscapeDataString(Sentence)}&Who={Uri.EscapeDataString(_sheet.Complaint.ContactName ?? _sheet.Complaint.ClientName)}&how=complaint&complaint={Id}";

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() =>
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, notice => notice.SubjectId == Id && !_doing.IsBusy && !_answering);

    protected override Task OnParametersSetAsync() => LoadAsync();

    private bool May(ComplaintAct act) => _sheet!.Complaint.Acts.Contains(act);

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(new(Id));
        _sheet = read.Value ?? _sheet;
        _doing.Refusal = read.Refusal ?? _doing.Refusal;
    }

    private Task<bool> DoAsync(Func<Task<Result<ComplaintView>>> act) => _doing.DoAsync(act, result => result.IsOk ? LoadAsync() : Task.CompletedTask);

    private async Task FinishAsync(Discipline step)
    {
        if (await DoAsync(() => Finish.ExecuteAsync(new(Id), step, _sheet!.Complaint.Version)))
        {
            _shown = null;
            Notices.Say(Text["Complaint.Done", _sheet!.Complaint.Number, Text.Named(step)]);
        }
        else if (_doing.Refusal is StepIncomplete)
        {
            _shown = step;
        }
    }

    private Task<bool> SettleAsync(SettleComplaint.Form form) => DoAsync(() => Settle.ExecuteAsync(new(Id), form, _sheet!.Complaint.Version));

    private async Task JudgeAsync((ComplaintView.Credit Credit, bool Approved) judged)
    {
        string? reason = null;

        if (!judged.Approved)
        {
            if (await Dialogs.AskReasonAsync(Text["Complaint.RejectQuestion", judged.Credit.Number], null, Text["Complaint.RejectVerb"], Text["Complaint.Keeping"]) is not { } why)
            {
                return;
            }

            reason = why.Reason;
        }

        await DoAsync(() => Judge.ExecuteAsync(new(Id), judged.Credit.Id, new() { Approved = judged.Approved, Reason = reason }, _sheet!.Complaint.Version));
    }

    private async Task DraftAsync()
    {
        if (_answering)
        {
            _answering = false;

            return;
        }

        var drafted = await Draft.ExecuteAsync(new(Id), ComplaintPaper.EightD);
        (_draft, _answering, _doing.Refusal) = (drafted.Value, drafted.IsOk, drafted.Refusal);
    }

    private void Answered()
    {
        _answering = false;
        Notices.Say(Text["Complaint.Sent"]);
    }

    private async Task RefuseAsync()
    {
        if (await Dialogs.AskReasonAsync(Text["Complaint.RefuseQuestion", _sheet!.Complaint.Number], null, Text["Complaint.RefuseVerb"], Text["Complaint.Keeping"]) is { } why)
        {
            await DoAsync(() => Refuse.ExecuteAsync(new(Id), new() { Reason = why.Reason }, _sheet.Complaint.Version));
        }
    }

    private async Task WithdrawAsync()
    {
        if (await Dialogs.AskReasonAsync(Text["Complaint.WithdrawQuestion", _sheet!.Complaint.Number], null, Text["Complaint.WithdrawVerb"], Text["Complaint.Keeping"]) is { } why)
        {
            await DoAsync(() => Withdraw.ExecuteAsync(new(Id), new() { Reason = why.Reason }, _sheet.Complaint.Version));
        }
    }

    private async Task ReopenAsync()
    {
        if (await Dialogs.AskReasonAsync(Text["Complaint.ReopenQuestion", _sheet!.Complaint.Number], Text["Complaint.ReopenDetail"], Text["Complaint.ReopenVerb"], Text["Complaint.Keeping"]) is { } why)
        {
            await DoAsync(() => Reopen.ExecuteAsync(new(Id), new() { Reason = why.Reason }, _sheet.Complaint.Version));
            _shown = null;
        }
    }

    private async Task AttachAsync(IReadOnlyList<IBrowserFile> files)
    {
        if (files is not [var file])
        {
            return;
        }

        if (file.Size > AttachToComplaint.MostBytes)
        {
            _doing.Refusal = new ProofTooLarge(AttachToComplaint.MostBytes / (1024 * 1024));

            return;
        }

        using var bytes = new MemoryStream();
        await using var stream = file.OpenReadStream(AttachToComplaint.MostBytes);
        await stream.CopyToAsync(bytes);
        await DoAsync(() => Attach.ExecuteAsync(new(Id), bytes.ToArray(), file.Name, _sheet!.Complaint.Version));
    }

    private string StepCss(ComplaintView.StepRow step) => step.DoneAt is not null ? "d k" : step.Discipline == _sheet!.Complaint.Step ? "d c" : "d";

    private string Paper(string paper) => $"api/v1/complaints/{Id}/report?paper={paper}";

    private string Paper(ComplaintView.File file) => $"api/v1/complaints/{Id}/files/{file.Id.Value}";
}
