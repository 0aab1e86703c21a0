using System.Data.Common;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Intake;

/// <summary>
/// Reads what is kept, and makes orders of it. One node at a time, for the length of a lease; whatever goes wrong is said of the document,
/// which a person then looks at: none waits for ever, and none that kills its reader is tried for ever.
/// </summary>
public sealed partial class ReadingTurn(UnitOfWork unitOfWork, TenantClock clock, LimitedReader reader, ILogger<ReadingTurn> log)
{
    /// <summary>Longer than the slowest file may take, the wait for a process to read it included.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int MostTries = 3;

    /// <summary>Takes the turn where nobody has it; the document as it stands afterwards.</summary>
    internal async Task<Result<OrderDocumentView>> TakeAsync(object useCase, OrderDocumentId id) =>
        await ClaimAsync(id) is var (document, bytes) ? await ReadAsync(useCase, document, bytes) : await ViewAsync(useCase, id);

    /// <summary>For whoever has the turn. Nobody can call it off: what a client sent is not lost because somebody hung up.</summary>
    internal async Task<Result<OrderDocumentView>> ReadAsync(object useCase, OrderDocument document, byte[] bytes)
    {
        var reading = document.Tries > MostTries ? DocumentReader.GivenUp(MostTries) : await ReadAsync(document, bytes);

        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var placed = await TryPlaceAsync(useCase, document.Id, reading, isLast: attempt == MostTries);

                if (placed.Refusal is DocumentSettled)
                {
                    return await ViewAsync(useCase, document.Id);
                }

                if (placed.IsOk || placed.Refusal is not ChangedMeanwhile || attempt == MostTries)
                {
                    return placed.IsOk ? placed : await SettleAsync(useCase, document.Id, DocumentReader.NotPlaced(reading), place: false);
                }
            }
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            NotPlaced(trouble, document.Id.Value);

            return await SettleAsync(useCase, document.Id, DocumentReader.NotPlaced(reading), place: false);
        }
    }

    // Waiting too long for a lock, or a server that comes back, is nobody's to look at. Placed twice it is not: it is looked at again first.
    private async Task<Result<OrderDocumentView>> TryPlaceAsync(object useCase, OrderDocumentId id, DocumentReading reading, bool isLast)
    {
        try
        {
            return await SettleAsync(useCase, id, reading, place: true);
        }
        catch (Exception trouble) when (!isLast && trouble.GetBaseException() is (DbException { IsTransient: true } or TimeoutException))
        {
            NotPlacedYet(trouble, id.Value);

            return new ChangedMeanwhile();
        }
    }

    // A layout is only seen when the file is read: one that is known is read once more, as its client means it.
    private async Task<DocumentReading> ReadAsync(OrderDocument document, byte[] bytes)
    {
        var reading = await reader.ReadDocumentAsync(bytes, document.FileName, document.ContentType, cancellationToken: CancellationToken.None);

        if (reading.Layout is null)
        {
            return reading;
        }

        var known = await unitOfWork.ReadAsAnyoneAsync(
            async db => await Layouts.FindAsync(
                db, reading.Layout, document.ClientId ?? (reading.Orders is [var first, ..] ? (await PartyMatching.FindAsync(db, first, null, null, reading.Sender, CancellationToken.None)).Client : null), CancellationToken.None),
            CancellationToken.None);

        return known is null ? reading : await reader.ReadDocumentAsync(bytes, document.FileName, document.ContentType, Layouts.GuideOf(known), CancellationToken.None);
    }

    private Task<Result<OrderDocumentView>> SettleAsync(object useCase, OrderDocumentId id, DocumentReading reading, bool place) =>
        unitOfWork.RunAsync<Result<OrderDocumentView>>(useCase, Permission.HandleOrders, id, async db =>
        {
            if (await ReceiveOrderDocument.FindAsync(db, id, CancellationToken.None) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            // A lease that ran out while its holder was at work: another was quicker, or a person set it aside.
            if (document.Status is not OrderDocumentStatus.Received)
            {
                return new DocumentSettled();
            }

            var isOrder = reading.Orders.Count > 0 || reading.Change is not null;
            document.WasRead(reading.Format.ApiName(), reading.Verdict.ApiName(), OrderDocumentView.Write(reading), isOrder);

            if (!place)
            {
                document.Settle(isOrder ? OrderDocumentStatus.NeedsReview : OrderDocumentStatus.SetAside);
            }
            else if ((await DocumentPlacing.PlaceAsync(db, clock, document, reading, DocumentPlacing.NoCodes, CancellationToken.None)).Refusal is { } refusal)
            {
                return refusal;
            }

            // Nothing could be made of it, and it may well be an order: somebody looks, before it lies among what is none.
            if (!isOrder && reading.Verdict is ReadingVerdict.NeedsReview)
            {
                document.Settle(OrderDocumentStatus.NeedsReview);
            }

            if (place)
            {
                await Layouts.ProposeAsync(db, document, reading, clock.Now, CancellationToken.None);
            }

            return OrderDocumentView.Of(document, reading) with { Version = db.VersionAfterSaving(document) };
        }, CancellationToken.None);

    private Task<(OrderDocument Document, byte[] Bytes)?> ClaimAsync(OrderDocumentId id) => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            var now = clock.Now;
            var claimed = await db.OrderDocuments.Where(d => d.Id == id && d.Status == OrderDocumentStatus.Received && (d.ReadUntil == null || d.ReadUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.Tries, d => d.Tries + 1).SetProperty(d => d.ReadUntil, now + Lease));

            return claimed == 0 ? ((OrderDocument, byte[])?)null
                : (await db.OrderDocuments.AsNoTracking().SingleAsync(d => d.Id == id), await db.OrderDocumentContents.Where(c => c.Id == id).Select(c => c.Bytes).SingleAsync());
        },
        CancellationToken.None);

    private Task<Result<OrderDocumentView>> ViewAsync(object useCase, OrderDocumentId id) =>
        unitOfWork.ReadAsync<OrderDocumentView>(useCase, Permission.HandleOrders, async db =>
            await ReceiveOrderDocument.FindAsync(db, id, CancellationToken.None) is { } document ? OrderDocumentView.Of(document) : new NoSuchOrderDocument(), CancellationToken.None);

    [LoggerMessage(LogLevel.Warning, "The database did not answer in time for document {Document}; it is tried again")]
    private partial void NotPlacedYet(Exception trouble, Guid document);

    [LoggerMessage(LogLevel.Error, "No orders could be made of document {Document}; a person is asked")]
    private partial void NotPlaced(Exception trouble, Guid document);
}
