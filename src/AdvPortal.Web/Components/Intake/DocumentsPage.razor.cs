using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Intake;

/// <summary>What has come in: what waits for its client, what was set aside and why.</summary>
public sealed partial class DocumentsPage : IDisposable
{
    private Page<OrderDocumentView>? _page;
    private IDisposable? _changes;

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ListOrderDocuments List { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    private DocumentsShown Shown => Enum.TryParse<DocumentsShown>(View, ignoreCase: true, out var shown) ? shown : DocumentsShown.Waiting;

    private List<TabLink> Views =>
        [.. new[] { DocumentsShown.Waiting, DocumentsShown.WaitingForClient, DocumentsShown.WaitingForSales, DocumentsShown.SetAside, DocumentsShown.Done, DocumentsShown.All }.Select(view => new TabLink(view.ToString(), Text[$"Intake.View.{view}"], $"orders/documents?view={view}"))];

    public void Dispose() => _changes?.Dispose();

    protected override void OnInitialized() => _changes = Member.TenantId is { } tenant
        ? Changes.Subscribe(tenant, notice => notice.UseCase is nameof(ReceiveOrderDocument) or nameof(AnswerOrderDocument) or nameof(SetOrderDocumentAside) or nameof(AskAboutDocument) or nameof(StopWaitingForDocument) or nameof(AttachAnswer) or nameof(ApplyAmendment) or nameof(RefuseAmendment) ? InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }) : Task.CompletedTask)
        : null;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _page = (await List.ExecuteAsync(new(Shown, After))).Value;

    private static string? Buyer(OrderDocumentView document) =>
        document.Orders.Select(o => o.Document.Buyer?.Name ?? o.Document.Buyer?.Gln).OfType<string>().Distinct().ToList() is { Count: > 0 } names ? string.Join(" · ", names) : null;
}
