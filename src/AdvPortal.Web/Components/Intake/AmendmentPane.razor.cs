using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Intake;

/// <summary>A client's change beside its order: which order is meant, what differs, what it would do; and the one decision on it.</summary>
public sealed partial class AmendmentPane
{
    private readonly Doing _doing = new();
    private AmendmentView? _view;
    private HashSet<string> _chosen = [];
    private bool _head = true;
    private bool _searches;

    [Parameter, EditorRequired]
    public required OrderDocumentView Document { get; set; }

    /// <summary>The document as it is after an answer or a decision.</summary>
    [Parameter]
    public EventCallback<OrderDocumentView> Changed { get; set; }

    [Parameter]
    public EventCallback SetAside { get; set; }

    /// <summary>It is decided: the next of the queue opens; false where there is no queue.</summary>
    [Parameter]
    public Func<Task<bool>> GoOn { get; set; } = static () => Task.FromResult(false);

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ReadAmendment Read { get; init; }

    [Inject]
    public required ApplyAmendment Apply { get; init; }

    [Inject]
    public required RefuseAmendment Refuse { get; init; }

    [Inject]
    public required AnswerOrderDocument Answer { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private bool IsOpen => _view is { Decided: null, Document.Status: "needs-client" or "needs-review" } && Shell.May(Permission.HandleOrders);

    private string Title => Text[_view!.IsCancellation ? "Amendment.Cancellation" : "Amendment.Change", Number];

    private string Number => _view!.Document.Change!.Document.OrderNumber ?? _view.Document.RefersTo ?? "—";

    private string Verb => Text[_view!.IsCancellation ? "Amendment.Cancel" : IsWhole ? "Amendment.ApplyAll" : "Amendment.ApplyChosen"];

    private List<string> Choices => [.. _view!.Lines.Where(line => line.Kind is not (LineDifferenceKind.Unchanged or LineDifferenceKind.Unmatched)).Select(line => line.LineNo)];

    private bool IsWhole => _head && Choices.TrueForAll(_chosen.Contains);

    // What cannot be chosen line by line is taken as it is.
    private List<string>? Only => _view!.IsCancellation || Choices.TrueForAll(_chosen.Contains) ? null : [.. Choices.Where(_chosen.Contains)];

    protected override async Task OnParametersSetAsync()
    {
        if (_view is null || _view.Document.Id != Document.Id || _view.Document.Version != Document.Version)
        {
            await ReadAsync(only: null);
            _chosen = _view is null ? [] : [.. Choices];
            _head = true;
        }
    }

    private async Task ReadAsync(IReadOnlyCollection<string>? only)
    {
        var read = await Read.ExecuteAsync(Document.Id, only, _head);
        (_view, _doing.Refusal) = (read.Value ?? _view, read.Refusal);
    }

    private Task ChooseAsync((string LineNo, bool IsChosen) choice)
    {
        _ = choice.IsChosen ? _chosen.Add(choice.LineNo) : _chosen.Remove(choice.LineNo);

        return ReadAsync(Only);
    }

    private Task ChooseHeadAsync(bool head)
    {
        _head = head;

        return ReadAsync(Only);
    }

    private Task<bool> MeanAsync(OrderId order) => AnswerAsync(form => form with { AmendsOrderId = order });

    private Task<bool> AskClientAsync(ClientView? client) => AnswerAsync(form => form with { ClientId = client?.Id, AmendsOrderId = null });

    private Task<bool> AnswerAsync(Func<AnswerOrderDocument.Form, AnswerOrderDocument.Form> change) => DoAsync(async () =>
    {
        var result = await Answer.ExecuteAsync(Document.Id, form => change(form), Document.Version);
        _searches = _searches && !result.IsOk;

        return result;
    });

    private async Task ApplyAsync()
    {
        var (order, verb) = (_view!.Order!, _view.IsCancellation);

        if (verb && !await Dialogs.ConfirmAsync(Text["Amendment.CancelQuestion", order.Number], Text["Amendment.CancelDetail"], Text["Amendment.Cancel"], Text["Review.KeepOrder"], destructive: true))
        {
            return;
        }

        if (await DoAsync(() => Apply.ExecuteAsync(Document.Id, new(Only, _head, OrderVersion: order.Version), Document.Version)))
        {
            Notices.Say(Text[verb ? "Amendment.WasCancelled" : "Amendment.WasApplied", order.Number]);

            if (!await GoOn())
            {
                Navigation.NavigateTo($"orders/{order.Id.Value}");
            }
        }
    }

    private async Task RefuseAsync()
    {
        var dialog = await Dialogs.ShowAsync<RefuseAmendmentDialog>(null, new DialogParameters<RefuseAmendmentDialog> { { it => it.IsCancellation, _view!.IsCancellation }, { it => it.Number, _view.Order!.Number } });

        if (await dialog.Result is { Canceled: false, Data: RefuseAmendment.Form form } && await DoAsync(() => Refuse.ExecuteAsync(Document.Id, form, Document.Version)))
        {
            Notices.Say(Text["Amendment.WasRefused", _view!.Order!.Number]);
            await GoOn();
        }
    }

    private Task<bool> DoAsync(Func<Task<Result<OrderDocumentView>>> act) =>
        _doing.DoAsync(act, result => result.IsOk ? Changed.InvokeAsync(result.Value) : Task.CompletedTask);

    private string Decision(DecidedAmendment decided)
    {
        var why = new[] { decided.Reason is { } reason and not AmendmentRefusal.Other ? Text.Word(reason) : null, decided.Note }.OfType<string>().ToList();

        return string.Join(' ', new[] { Text["Amendment.DecidedOn", Text.Stamp(Clock.Local(decided.At), Clock.Today)].Value }.Concat(why));
    }
}
