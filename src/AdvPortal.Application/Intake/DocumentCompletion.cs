using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Model;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Which documents may be filled in with what a language model proposes: those that nobody has decided on, and of which no order exists.</summary>
internal static class DocumentCompletion
{
    public static bool MayBeAsked(OrderDocument document, DocumentReading reading) => MayBeFilled(document, reading) && OrderGaps.AreIn(reading, document.ClientId is not null);

    public static async Task<Result<OrderDocument>> FindAsync(AdvDbContext db, OrderDocumentId id, int? version, CancellationToken ct)
    {
        if (await ReceiveOrderDocument.FindAsync(db, id, ct) is not { } document)
        {
            return new NoSuchOrderDocument();
        }

        if (version is { } seen && seen != document.Version)
        {
            return new ChangedMeanwhile();
        }

        if (document.Status is OrderDocumentStatus.Received)
        {
            return new DocumentBeingRead();
        }

        return OrderDocumentView.Read(document) is { } reading && MayBeFilled(document, reading) ? document : new DocumentSettled();
    }

    private static bool MayBeFilled(OrderDocument document, DocumentReading reading) => document.IsOpen && document.OrderAt(0) is null && OrderGaps.MayBeFilled(reading);
}
