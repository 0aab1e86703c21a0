using AdvPortal.Domain.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>Reads a document once more, after a person has said how its layout is meant; what became orders stays as it is.</summary>
[UseCase(TakesIn = true)]
public sealed class ReadAgain(UnitOfWork unitOfWork, ReadingTurn turn)
{
    public async Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, int? version, CancellationToken ct = default)
    {
        var begun = await unitOfWork.RunAsync<Result>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ReceiveOrderDocument.FindAsync(db, id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            if (version is { } seen && seen != document.Version)
            {
                return new ChangedMeanwhile();
            }

            return document.ReadAgain();
        }, ct);

        return begun.IsOk ? await turn.TakeAsync(this, id) : begun.Refusal;
    }
}
