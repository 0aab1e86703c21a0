using AdvPortal.Domain.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>Says that no order comes of a document: it stays kept, and waits for nobody any more.</summary>
[UseCase]
public sealed class SetOrderDocumentAside(UnitOfWork unitOfWork)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, int? version, Form? form = null, CancellationToken ct = default) =>
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

            if (form?.Note is { Length: > OrderDocument.NoteMaxLength })
            {
                return new ValueDoesNotFit();
            }

            document.SetAside(form?.Reason, form?.Note);

            return OrderDocumentView.Of(document) with { Version = db.VersionAfterSaving(document) };
        }, ct);

    /// <param name="Reason">One of a list: what a month of refusals has in common is to be counted.</param>
    /// <param name="Note">What more there is to say.</param>
    public sealed record Form(SetAsideReason? Reason = null, string? Note = null);
}
