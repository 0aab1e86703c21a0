using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Takes in what a client sent: kept byte for byte first, then read. The same bytes again are the same document.</summary>
[UseCase]
public sealed class ReceiveOrderDocument(UnitOfWork unitOfWork, TenantClock clock)
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
            return await unitOfWork.ReadAsync<OrderDocumentView>(Permission.ReadOrders, async db =>
                await FindAsync(db, kept.Value.Id, ct) is { } before ? OrderDocumentView.Of(before) : new NoSuchOrderDocument(), ct);
        }

        // Read outside the transaction that keeps it: whatever happens now, nothing is lost.
        var reading = DocumentReader.Read(bytes, fileName, contentType);

        return await unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, document.Id, async db =>
        {
            if (await FindAsync(db, document.Id, ct) is not { } found)
            {
                return new NoSuchOrderDocument();
            }

            found.WasRead(reading.Format.ApiName(), reading.Verdict.ApiName(), OrderDocumentView.Write(reading), reading.Orders.Count > 0);
            var placed = await PlaceAsync(db, clock, found, reading, ct);

            return placed.IsOk ? OrderDocumentView.Of(found) with { Version = db.VersionAfterSaving(found) } : placed.Refusal;
        }, ct);
    }

    internal static Task<OrderDocument?> FindAsync(AdvDbContext db, OrderDocumentId id, CancellationToken ct) =>
        db.OrderDocuments.Include(d => d.Orders).SingleOrDefaultAsync(d => d.Id == id, ct);

    /// <summary>Makes orders of what was read, as far as client and site are known.</summary>
    internal static async Task<Result> PlaceAsync(AdvDbContext db, TenantClock clock, OrderDocument document, DocumentReading reading, CancellationToken ct)
    {
        if (reading.Orders.Count == 0)
        {
            return Result.Ok;
        }

        var waiting = false;

        for (var index = 0; index < reading.Orders.Count; index++)
        {
            var order = reading.Orders[index];

            if (document.OrderAt(index) is not null)
            {
                continue;
            }

            var (client, site, unknownSite) = await PartyMatching.FindAsync(db, order, document.ClientId, document.SiteId, ct);
            document.ComesFrom(client ?? document.ClientId, site ?? document.SiteId);

            if (client is null || unknownSite || order.Lines.Count == 0)
            {
                waiting = true;
                continue;
            }

            var id = Ids.New<OrderId>();
            var received = await PlaceOrder.ReceiveAsync(db, clock, id, client.Value, Asked(order, site), document.Id, ct);

            if (!received.IsOk)
            {
                return received.Refusal;
            }

            document.Became(index, id);
        }

        document.Settle(waiting ? OrderDocumentStatus.NeedsClient : OrderDocumentStatus.Done);

        return Result.Ok;
    }

    private static AskedOrder Asked(PurchaseOrder order, SiteId? site) => new(
        site, order.OrderNumber, order.Currency, Day(order.RequestedDelivery), order.Totals?.LineExtension, SiteIsUnknown: false,
        [.. order.Lines.Select((line, index) => new AskedLine(
            line.LineNo ?? $"{index + 1}", line.SupplierCode, line.BuyerCode, line.Gtin, line.Description, line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, Day(line.RequestedDelivery)))]);

    private static DateOnly? Day(RequestedDelivery? wanted) => wanted?.Date ?? wanted?.Start ?? wanted?.End;

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
            ? await unitOfWork.ReadAsync<OrderDocumentView>(Permission.ReadOrders, async db =>
                await AlreadyHereAsync(db, document.Sha256, ct) is { } first ? OrderDocumentView.Of(first, first.Id) : new NoSuchOrderDocument(), ct)
            : kept;
    }

    private static Task<OrderDocument?> AlreadyHereAsync(AdvDbContext db, byte[] sha256, CancellationToken ct) =>
        db.OrderDocuments.Include(d => d.Orders).SingleOrDefaultAsync(d => d.Sha256 == sha256, ct);
}

/// <summary>Says which client and which site a document is of, when its identifiers did not.</summary>
[UseCase]
public sealed class AnswerOrderDocument(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, Func<Form, Result<Form>> change, int? version, CancellationToken ct = default) =>
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

            if (document.Status is not (OrderDocumentStatus.NeedsClient or OrderDocumentStatus.NeedsReview) || OrderDocumentView.Read(document) is not { } reading)
            {
                return new DocumentSettled();
            }

            var changed = change(new(document.ClientId, document.SiteId));

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            var (client, site) = (changed.Value.ClientId, changed.Value.SiteId);

            if (client is { } told && !await db.Clients.AnyAsync(c => c.Id == told, ct))
            {
                return new NoSuchClient();
            }

            if (site is { } place && !await db.Sites.AnyAsync(s => s.Id == place && s.ClientId == client, ct))
            {
                return new NoSuchSite();
            }

            document.ComesFrom(client, site);
            var placed = await ReceiveOrderDocument.PlaceAsync(db, clock, document, reading, ct);

            return placed.IsOk ? OrderDocumentView.Of(document) with { Version = db.VersionAfterSaving(document) } : placed.Refusal;
        }, ct);

    public sealed record Form(ClientId? ClientId, SiteId? SiteId);
}

/// <summary>One document with what was read.</summary>
[UseCase]
public sealed class ReadOrderDocument(UnitOfWork unitOfWork)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<OrderDocumentView>(Permission.ReadOrders, async db =>
            await ReceiveOrderDocument.FindAsync(db, id, ct) is { } document ? OrderDocumentView.Of(document) : new NoSuchOrderDocument(), ct);
}

/// <summary>What the client sent, byte for byte.</summary>
[UseCase]
public sealed class ReadOrderDocumentContent(UnitOfWork unitOfWork)
{
    public Task<Result<Content>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Content>(Permission.ReadOrders, async db =>
            await db.OrderDocuments.Where(d => d.Id == id).Join(db.OrderDocumentContents, d => d.Id, c => c.Id, (d, c) => new Content(c.Bytes, d.FileName)).SingleOrDefaultAsync(ct) is { } content
                ? content
                : new NoSuchOrderDocument(), ct);

    public sealed record Content(byte[] Bytes, string FileName);
}
