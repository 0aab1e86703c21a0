using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Intake;

/// <summary>What a person says of the document: whose it is, which article a code means, or that nothing is to be made of it.</summary>
public sealed partial class DocumentPage
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private IReadOnlyList<SiteView> _sites = [];
    private ClientView? _client;
    private IReadOnlyList<OrderCandidates> _near = [];
    private string _site = "";
    private bool _learn = true;
    private bool _unplaced;

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
    public required ReadClient ReadClient { get; init; }

    [Inject]
    public required ListSites ListSites { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private IReadOnlyList<Candidate> Clients => Candidate(order => order.Clients);

    private IReadOnlyList<Candidate> Sites => Candidate(order => order.Sites);

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
            _doing.Refusal = draft.Refusal;
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
