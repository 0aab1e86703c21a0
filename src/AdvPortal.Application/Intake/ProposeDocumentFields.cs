using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Model;

namespace AdvPortal.Application.Intake;

/// <summary>Asks the language model for what reading left empty in a document, and keeps of its answer what stands in the document word for word. Nothing is filled in: a person takes it.</summary>
[UseCase]
public sealed class ProposeDocumentFields(UnitOfWork unitOfWork, ReadOriginal readOriginal, LanguageModel model)
{
    public async Task<Result<DocumentProposals>> ExecuteAsync(OrderDocumentId id, int? version, CancellationToken ct = default)
    {
        var open = await unitOfWork.ReadAsync<DocumentReading>(this, Permission.HandleOrders, async db =>
        {
            var found = await DocumentCompletion.FindAsync(db, id, version, ct);

            return found.IsOk ? OrderDocumentView.Read(found.Value)! : found.Refusal;
        }, ct);

        if (!open.IsOk)
        {
            return open.Refusal;
        }

        if (!model.IsConfigured)
        {
            return new NoLanguageModel();
        }

        var original = await readOriginal.ExecuteAsync(id, ct);

        if (!original.IsOk)
        {
            return original.Refusal;
        }

        var words = OriginalWords.Of(original.Value, model.Characters);
        var answer = new DocumentProposals([], words.IsCut ? words.Text.Length : null, null);

        // A scanned page has nothing to show.
        if (words.Text.Length == 0)
        {
            return answer with { Silence = ModelSilence.NothingMore };
        }

        var reply = await model.AskAsync(OrderInstructions.Text, words.ToJson(), ct);

        if (reply.Text is null)
        {
            return answer with { Silence = reply.Silence };
        }

        if (OrderAnswer.Read(reply.Text) is not { } cited)
        {
            return answer with { Silence = ModelSilence.Nonsense };
        }

        var proposals = OrderProposals.Of(words, original.Value, open.Value, cited);

        return answer with { Proposals = proposals, Silence = proposals.Count == 0 ? ModelSilence.NothingMore : null };
    }
}

/// <summary>What a language model proposes for a document.</summary>
/// <param name="CutAt">After how many characters the document was cut before it was shown; null when all of it was.</param>
/// <param name="Silence">Why there are no proposals.</param>
public sealed record DocumentProposals(IReadOnlyList<OrderProposal> Proposals, int? CutAt, ModelSilence? Silence);
