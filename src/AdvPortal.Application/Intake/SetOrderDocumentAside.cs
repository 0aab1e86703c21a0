using AdvPortal.Domain.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>Says that no order comes of a document: it stays kept, and waits for nobody any more.</summary>
[UseCase]
public sealed class SetOrderDocumentAside(UnitOfWork unitOfWork)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ReceiveOrderDocument.FindAsync(db, id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            if (version is { } seen && seen != document.Version)
            {
                return new ChangedMeanwhile();
            }

            if (document.Status is OrderDocumentStatus.Done or OrderDocumentStatus.SetAside)
            {
                return new DocumentSettled();
            }

            document.Settle(OrderDocumentStatus.SetAside);

            return OrderDocumentView.Of(document) with { Version = db.VersionAfterSaving(document) };
        }, ct);
}
