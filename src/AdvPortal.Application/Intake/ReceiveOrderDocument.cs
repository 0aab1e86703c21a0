using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Takes in what a client sent: kept byte for byte first, then read. The same bytes again are the same document.</summary>
[UseCase(TakesIn = true)]
public sealed class ReceiveOrderDocument(UnitOfWork unitOfWork, TenantClock clock, ReadingTurn turn)
{
    /// <summary>Bytes; a larger file is refused at the door.</summary>
    public const int MostBytes = ReadingLimits.DocumentBytes;

    public async Task<Result<OrderDocumentView>> ExecuteAsync(byte[] bytes, string fileName, string contentType, ClientId? client, CancellationToken ct = default)
    {
        if (RefusedFile.Is(bytes))
        {
            return new FileTypeRefused();
        }

        var document = new OrderDocument(bytes, EndOf(fileName), contentType, client, clock.Now);
        document.Begin(clock.Now + ReadingTurn.Lease);
        var kept = await KeepAsync(document, bytes, client, ct);

        if (!kept.IsOk)
        {
            return kept;
        }

        // Read outside the transaction that keeps it: whatever happens now, nothing is lost. One that is here already may have lost its reader.
        var read = kept.Value.Id == document.Id ? await turn.ReadAsync(this, document, bytes) : await turn.TakeAsync(this, kept.Value.Id);

        return read.IsOk ? read.Value with { DuplicateOf = kept.Value.DuplicateOf } : read;
    }

    /// <summary>Reads what was kept and never read to the end.</summary>
    internal Task<Result<OrderDocumentView>> ResumeAsync(OrderDocumentId id) => turn.TakeAsync(this, id);

    internal static Task<OrderDocument?> FindAsync(AdvDbContext db, OrderDocumentId id, CancellationToken ct) =>
        db.OrderDocuments.Include(d => d.Orders).SingleOrDefaultAsync(d => d.Id == id, ct);

    private async Task<Result<OrderDocumentView>> KeepAsync(OrderDocument document, byte[] bytes, ClientId? client, CancellationToken ct)
    {
        // History tells of the document that is here, also when it is the first one.
        var kept = await unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, result => result.Value!.Id, async db =>
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

    // The end of a long name says more than its beginning; half a character says nothing.
    private static string EndOf(string fileName)
    {
        var end = fileName[^Math.Min(fileName.Length, OrderDocument.FileNameMaxLength)..];

        return end.Length > 0 && char.IsLowSurrogate(end[0]) ? end[1..] : end;
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
