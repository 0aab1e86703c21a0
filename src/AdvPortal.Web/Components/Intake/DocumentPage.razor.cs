using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Intake;

/// <summary>One document: what was read of it, and the questions whose answers make orders of it.</summary>
public sealed partial class DocumentPage : IDisposable
{
    private readonly Doing _doing = new();
    private OrderDocumentView? _document;
    private string? _shown;
    private string _view = "order";
    private ReadLayoutOfDocument.Answer? _layout;
    private OrderDocumentId? _looked;
    private bool _missing;
    private IDisposable? _changes;
    private QueueSteps? _steps;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ReadOrderDocument Read { get; init; }

    [Inject]
    public required ReadLayoutOfDocument ReadLayout { get; init; }

    [Inject]
    public required ReadAgain ReadAgain { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private QueueFilter? Queue => QueueAddress.Of(Navigation.Uri);

    private bool MayAnswer => _document is { Change: null, Status: "needs-client" or "needs-review" } && Shell.May(Permission.HandleOrders);

    public void Dispose() => _changes?.Dispose();

    protected override void OnInitialized() => _changes = Member.TenantId is { } tenant
        ? Changes.Subscribe(tenant, notice => notice.SubjectId == Id && !_doing.IsBusy ? InvokeAsync(LookAgainAsync) : Task.CompletedTask)
        : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_document?.Id.Value == Id)
        {
            return;
        }

        var id = Id;
        var read = await Read.ExecuteAsync(new(id));

        // Whoever is at the next one by now waits for that.
        if (id != Id)
        {
            return;
        }

        (_document, _missing, _site) = (read.Value, !read.IsOk, read.Value?.SiteId?.Value.ToString() ?? "");
        (_doing.Refusal, _layout, _shown, _unplaced) = (null, null, null, false);
        _codes.Clear();
        _spots = _document?.Taken ?? [];

        if (_document is not null)
        {
            await ChooseAsync(_document.ClientId is { } client ? (await ReadClient.ExecuteAsync(client)).Value : null);
        }
    }

    // A colleague may have been faster: what they typed into it meanwhile is no use to anybody, and what became of it is shown.
    private async Task LookAgainAsync()
    {
        if (_doing.IsBusy || _document is null || (await Read.ExecuteAsync(_document.Id)).Value is not { } now || now.Id != _document.Id || now.Version == _document.Version)
        {
            return;
        }

        var mightAnswer = MayAnswer;
        (_document, _spots) = (now, now.Taken);

        if (mightAnswer && !MayAnswer)
        {
            Notices.Say(Text["Queue.DocumentSettledMeanwhile"]);
        }

        StateHasChanged();
    }

    // What was refused is shown as it stands now: somebody else may have settled it.
    private Task<bool> DoAsync(Func<OrderDocumentView, Task<Result<OrderDocumentView>>> act) =>
        _doing.DoAsync(() => act(_document!), async result => _document = result.Value ?? (await Read.ExecuteAsync(_document!.Id)).Value ?? _document);

    private async Task<bool> GoOnAsync() => _steps is not null && await _steps.GoOnAsync();

    private bool MayReadAgain => Shell.May(Permission.HandleOrders) && _document!.Orders.All(o => o.OrderId is null);

    private async Task ReadAgainAsync()
    {
        // The reader does not know what a person took of proposals.
        if (_document!.Taken.Count > 0
            && !await Dialogs.ConfirmAsync(Text["Layouts.ReadAgainQuestion", _document.FileName], Text["Layouts.ReadAgainDetail"], Text["Layouts.ReadAgain"], Text["Layouts.KeepTaken"]))
        {
            return;
        }

        if (await DoAsync(document => ReadAgain.ExecuteAsync(document.Id, document.Version)))
        {
            (_shown, _spots) = (null, _document.Taken);
        }
    }

    // What was read of it first: whether its layout is known takes longer.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_document is { Id: var id } && _looked != id)
        {
            _looked = id;
            var layout = (await ReadLayout.ExecuteAsync(id)).Value;

            if (_document?.Id == id)
            {
                _layout = layout;
                StateHasChanged();
            }
        }
    }
}
