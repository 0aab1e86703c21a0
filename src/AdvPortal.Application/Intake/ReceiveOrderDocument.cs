using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Takes in what a client sent: kept byte for byte first, then read. The same bytes again are the same document.</summary>
[UseCase]
public sealed class ReceiveOrderDocument(UnitOfWork unitOfWork, TenantClock clock, LimitedReader reader)
{
    /// <summary>Bytes; a larger file is refused at the door.</summary>
    public const int MostBytes = ReadingLimits.DocumentBytes;

    public async Task<Result<OrderDocumentView>> ExecuteAsync(byte[] bytes, string fileName, string contentType, ClientId? client, CancellationToken ct = default)
    {
        var document = new OrderDocument(bytes, fileName[^Math.Min(fileName.Length, OrderDocument.FileNameMaxLength)..], contentType, client, clock.Now);
        var kept = await KeepAsync(document, bytes, client, ct);

        if (!kept.IsOk || kept.Value.DuplicateOf is not null)
        {
            return kept;
        }

        if (kept.Value.Id != document.Id)
        {
            // The same request again: what came of it the first time is the answer.
            return await unitOfWork.ReadAsync<OrderDocumentView>(this, Permission.ReadOrders, async db =>
                await FindAsync(db, kept.Value.Id, ct) is { } before ? OrderDocumentView.Of(before) : new NoSuchOrderDocument(), ct);
        }

        // Read outside the transaction that keeps it: whatever happens now, nothing is lost.
        var reading = await reader.ReadDocumentAsync(bytes, fileName, contentType, ct);

        return await unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, document.Id, async db =>
        {
            if (await FindAsync(db, document.Id, ct) is not { } found)
            {
                return new NoSuchOrderDocument();
            }

            found.WasRead(reading.Format.ApiName(), reading.Verdict.ApiName(), OrderDocumentView.Write(reading), reading.Orders.Count > 0);
            var placed = await DocumentPlacing.PlaceAsync(db, clock, found, reading, DocumentPlacing.NoCodes, ct);

            return placed.IsOk ? OrderDocumentView.Of(found) with { Version = db.VersionAfterSaving(found) } : placed.Refusal;
        }, ct);
    }

    internal static Task<OrderDocument?> FindAsync(AdvDbContext db, OrderDocumentId id, CancellationToken ct) =>
        db.OrderDocuments.Include(d => d.Orders).SingleOrDefaultAsync(d => d.Id == id, ct);

    private async Task<Result<OrderDocumentView>> KeepAsync(OrderDocument document, byte[] bytes, ClientId? client, CancellationToken ct)
    {
        var kept = await unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, document.Id, async db =>
        {
            if (client is { } told && !await db.Clients.AnyAsync(c => c.Id == told, ct))
            {
                return new NoSuchClient();
            }

            if (await AlreadyHereAsync(db, document.Sha256, ct) is { } first)
            {
                return OrderDocumentView.Of(first, first.Id);
            }

            db.OrderDocuments.Add(document);
            db.OrderDocumentContents.Add(new(document.Id, bytes));

            return OrderDocumentView.Of(document);
        }, ct);

        // Somebody sent the same bytes at the same moment: theirs were first.
        return kept.Refusal is SameDocument
            ? await unitOfWork.ReadAsync<OrderDocumentView>(this, Permission.ReadOrders, async db =>
                await AlreadyHereAsync(db, document.Sha256, ct) is { } first ? OrderDocumentView.Of(first, first.Id) : new NoSuchOrderDocument(), ct)
            : kept;
    }

    private static Task<OrderDocument?> AlreadyHereAsync(AdvDbContext db, byte[] sha256, CancellationToken ct) =>
        db.OrderDocuments.Include(d => d.Orders).SingleOrDefaultAsync(d => d.Sha256 == sha256, ct);
}

/// <summary>One document with what was read.</summary>
[UseCase]
public sealed class ReadOrderDocument(UnitOfWork unitOfWork)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<OrderDocumentView>(this, Permission.ReadOrders, async db =>
            await ReceiveOrderDocument.FindAsync(db, id, ct) is { } document ? OrderDocumentView.Of(document) : new NoSuchOrderDocument(), ct);
}

/// <summary>What the client sent, byte for byte.</summary>
[UseCase]
public sealed class ReadOrderDocumentContent(UnitOfWork unitOfWork)
{
    public Task<Result<Content>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Content>(this, Permission.ReadOrders, async db =>
            await db.OrderDocuments.Where(d => d.Id == id).Join(db.OrderDocumentContents, d => d.Id, c => c.Id, (d, c) => new Content(c.Bytes, d.FileName)).SingleOrDefaultAsync(ct) is { } content
                ? content
                : new NoSuchOrderDocument(), ct);

    public sealed record Content(byte[] Bytes, string FileName);
}
