using AdvPortal.Application.Intake;
using AdvPortal.Exchange.Intake.Model;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Intake;

/// <summary>Beside what reading left empty: what a language model proposes for it, once somebody asks, each to be taken or dismissed. Nothing of it is kept before it is taken.</summary>
public sealed partial class ProposalPanel : IDisposable
{
    private readonly Doing _doing = new();
    private List<OrderProposal> _proposals = [];
    private DocumentProposals? _answer;
    private CancellationTokenSource? _asking;

    [Parameter, EditorRequired]
    public required OrderDocumentView Document { get; set; }

    /// <summary>The words behind a value are to be seen in the original.</summary>
    [Parameter]
    public EventCallback<ProposedValue> Shown { get; set; }

    /// <summary>The document with what was taken.</summary>
    [Parameter]
    public EventCallback<OrderDocumentView> Taken { get; set; }

    [Inject]
    public required ProposeDocumentFields Propose { get; init; }

    [Inject]
    public required TakeProposedFields TakeFields { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    // Whoever has left the page waits for nothing.
    public void Dispose() => _asking?.Cancel();

    private async Task AskAsync()
    {
        using var asking = new CancellationTokenSource();
        (_asking, _answer) = (asking, null);

        try
        {
            await _doing.DoAsync(() => Propose.ExecuteAsync(Document.Id, Document.Version, asking.Token), result =>
            {
                (_answer, _proposals) = (result.Value, [.. result.Value?.Proposals ?? []]);

                return Task.CompletedTask;
            });
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        finally
        {
            _asking = null;
        }
    }

    private Task<bool> TakeAsync(IReadOnlyCollection<OrderProposal> taken) =>
        _doing.DoAsync(() => TakeFields.ExecuteAsync(Document.Id, new() { Cited = CitedOrder.Of(taken.Select(each => each.Cited)) }, Document.Version), async result =>
        {
            if (result.Value is { } document)
            {
                var gone = taken.ToHashSet();
                _proposals.RemoveAll(gone.Contains);
                Notices.Say(Text["Proposals.Taken", gone.Count]);
                await Taken.InvokeAsync(document);
            }
        });
}
