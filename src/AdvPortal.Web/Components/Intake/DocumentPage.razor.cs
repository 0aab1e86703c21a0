using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Intake;

/// <summary>One document: what was read of it, and the questions whose answers make orders of it.</summary>
public sealed partial class DocumentPage : IDisposable
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private OrderDocumentView? _document;
    private DocumentOriginal? _original;
    private OriginalMarks? _marks;
    private string? _shown;
    private ReadLayoutOfDocument.Answer? _layout;
    private OrderDocumentId? _drawn;
    private IReadOnlyList<SiteView> _sites = [];
    private ClientView? _client;
    private Refusal? _refusal;
    private IReadOnlyList<OrderCandidates> _near = [];
    private string _site = "";
    private bool _learn = true;
    private bool _missing;
    private bool _busy;
    private IDisposable? _changes;
    private QueueSteps? _steps;
    private bool _unplaced;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ReadOrderDocument Read { get; init; }

    [Inject]
    public required ReadOriginal ReadOriginal { get; init; }

    [Inject]
    public required ReadLayoutOfDocument ReadLayout { get; init; }

    [Inject]
    public required ReadAgain ReadAgain { get; init; }

    [Inject]
    public required AnswerOrderDocument Answer { get; init; }

    [Inject]
    public required SetOrderDocumentAside SetAside { get; init; }

    [Inject]
    public required ReadCandidates Candidates { get; init; }

    [Inject]
    public required DraftDocumentClarification Draft { get; init; }

    [Inject]
    public required AskAboutDocument Ask { get; init; }

    [Inject]
    public required StopWaitingForDocument Stop { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ReadClient ReadClient { get; init; }

    [Inject]
    public required ListSites ListSites { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private QueueFilter? Queue => QueueAddress.Of(Navigation.Uri);

    private IReadOnlyList<Candidate> Clients => Candidate(order => order.Clients);

    private IReadOnlyList<Candidate> Sites => Candidate(order => order.Sites);

    private bool MayAnswer => _document is { Change: null, Status: "needs-client" or "needs-review" } && Shell.May(Permission.HandleOrders);

    public void Dispose() => _changes?.Dispose();

    protected override void OnInitialized() => _changes = Member.TenantId is { } tenant
        ? Changes.Subscribe(tenant, notice => notice.SubjectId == Id && !_busy ? InvokeAsync(LookAgainAsync) : Task.CompletedTask)
        : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_document?.Id.Value == Id)
        {
            return;
        }

        var read = await Read.ExecuteAsync(new(Id));
        (_document, _missing, _site) = (read.Value, !read.IsOk, read.Value?.SiteId?.Value.ToString() ?? "");
        (_refusal, _original, _marks, _layout, _shown) = (null, null, null, null, null);
        _codes.Clear();

        if (_document is not null)
        {
            await ChooseAsync(_document.ClientId is { } client ? (await ReadClient.ExecuteAsync(client)).Value : null);
        }
    }

    // A colleague may have been faster: what they typed into it meanwhile is no use to anybody, and what became of it is shown.
    private async Task LookAgainAsync()
    {
        if (_busy || _document is null || (await Read.ExecuteAsync(_document.Id)).Value is not { } now || now.Id != _document.Id || now.Version == _document.Version)
        {
            return;
        }

        var mightAnswer = MayAnswer;
        _document = now;

        if (mightAnswer && !MayAnswer)
        {
            Notices.Say(Text["Queue.DocumentSettledMeanwhile"]);
        }

        StateHasChanged();
    }

    private async Task<bool> DoAsync(Func<OrderDocumentView, Task<Result<OrderDocumentView>>> act)
    {
        if (_busy)
        {
            return false;
        }

        _busy = true;

        try
        {
            var result = await act(_document!);

            // What was refused is shown as it stands now: somebody else may have settled it.
            _document = result.Value ?? (await Read.ExecuteAsync(_document!.Id)).Value ?? _document;
            _refusal = result.Refusal;

            return result.IsOk;
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task<bool> GoOnAsync() => _steps is not null && await _steps.GoOnAsync();

    private bool MayReadAgain => Shell.May(Permission.HandleOrders) && _document!.Orders.All(o => o.OrderId is null);

    private Task<bool> ReadAgainAsync() => DoAsync(document => ReadAgain.ExecuteAsync(document.Id, document.Version));

    // What was read first: the original may take a second to draw.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_document is not null && _drawn != _document.Id)
        {
            _drawn = _document.Id;
            _layout = (await ReadLayout.ExecuteAsync(_document.Id)).Value;
            _original = (await ReadOriginal.ExecuteAsync(_document.Id)).Value ?? DocumentOriginal.Nothing;
            _marks = OriginalMarks.All(_original);
            StateHasChanged();
        }
    }

    // Of several orders in a file, each has its own: what is near for any of them is shown once.
    private List<Candidate> Candidate(Func<OrderCandidates, IReadOnlyList<Candidate>> which) =>
        [.. _near.SelectMany(which).GroupBy(c => c.Id).Select(same => same.MaxBy(c => c.Confidence)!).OrderByDescending(c => c.Confidence).Take(5)];

    private IReadOnlyList<LineCandidates> NearOf(OrderDocumentView.Entry entry) =>
        _near.FirstOrDefault(order => order.Index == _document!.Orders.ToList().IndexOf(entry))?.Lines ?? [];

    private async Task TakeClientAsync(Candidate candidate) => await ChooseAsync((await ReadClient.ExecuteAsync(new(candidate.Id))).Value);

    private async Task ChooseAsync(ClientView? client)
    {
        if (MayAnswer)
        {
            _near = (await Candidates.ExecuteAsync(_document!.Id, client?.Id)).Value?.Items ?? [];
        }

        (_client, _sites) = (client, client is null ? [] : (await ListSites.ExecuteAsync(client.Id)).Value?.Items ?? []);

        if (_sites.All(s => s.Id.Value.ToString() != _site))
        {
            _site = _sites is [var only] ? only.Id.Value.ToString() : "";
        }
    }

    private async Task SetAsideAsync()
    {
        var reasons = Enum.GetValues<SetAsideReason>().ToDictionary(reason => Text[$"SetAside.{reason}"].Value);

        if (await Dialogs.AskReasonAsync(Text["Intake.SetAsideQuestion", _document!.FileName], Text["Intake.SetAsideDetail"], Text["Intake.SetAsideVerb"], Text["Intake.KeepWaiting"], [.. reasons.Keys]) is not { } why)
        {
            return;
        }

        if (await DoAsync(document => SetAside.ExecuteAsync(document.Id, document.Version, new(reasons[why.Reason]))))
        {
            Notices.Say(Text["Queue.WasSetAside", _document!.FileName]);
            await GoOnAsync();
        }
    }

    private async Task AskAsync(WaitingFor whom)
    {
        var draft = await Draft.ExecuteAsync(_document!.Id, whom);

        if (!draft.IsOk)
        {
            _refusal = draft.Refusal;
            return;
        }

        var dialog = await Dialogs.ShowAsync<ClarificationDialog>(null, new DialogParameters<ClarificationDialog> { { it => it.Draft, draft.Value } });

        if (await dialog.Result is { Canceled: false, Data: ClarificationForm form } && await DoAsync(document => Ask.ExecuteAsync(document.Id, form, document.Version)))
        {
            Notices.Say(Text["Clarify.Sent", form.To ?? ""]);
            await GoOnAsync();
        }
    }

    private Task<bool> ResumeAsync() => DoAsync(document => Stop.ExecuteAsync(document.Id, document.Version));

    private async Task AnswerAsync()
    {
        var codes = _codes.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToDictionary(c => c.Key, c => c.Value.Trim(), StringComparer.Ordinal);
        var form = new AnswerOrderDocument.Form(_client!.Id, Guid.TryParse(_site, out var site) ? new SiteId(site) : null, codes, _learn);

        if (!await DoAsync(document => Answer.ExecuteAsync(document.Id, _ => form, document.Version)))
        {
            return;
        }

        // Its one order is what comes next; several have their places in the queue.
        if (_document!.Orders is [{ OrderId: { } only }])
        {
            Navigation.NavigateTo(QueueAddress.To(new(QueueKind.Order, only.Value), Queue));
        }
        else if (_document.Orders.All(o => o.OrderId is not null))
        {
            Notices.Say(Text["Intake.Created", _document.Orders.Count]);
            await GoOnAsync();
        }
        else
        {
            _unplaced = true;
        }
    }
}
