using AdvPortal.Application.Clients;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Says of which client and which site a document is, and what its codes stand for, when it did not say so itself.</summary>
[UseCase(TakesIn = true)]
public sealed class AnswerOrderDocument(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <summary>What <see cref="Form.Codes"/> call a line: its code, or what it says where it has none.</summary>
    public static string? NameOf(PurchaseOrderLine line) => DocumentPlacing.CodeOf(line) ?? line.Description ?? line.Name;

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

            if (document.Status is OrderDocumentStatus.Received)
            {
                return new DocumentBeingRead();
            }

            if (document.Status is not (OrderDocumentStatus.NeedsClient or OrderDocumentStatus.NeedsReview) || OrderDocumentView.Read(document) is not { } reading)
            {
                return new DocumentSettled();
            }

            var changed = change(new(document.ClientId, document.SiteId) { AmendsOrderId = document.AmendsOrderId });

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            var answered = await AnswerAsync(db, document, reading, changed.Value, ct);

            return answered.IsOk ? OrderDocumentView.Of(document) with { Version = db.VersionAfterSaving(document) } : answered.Refusal;
        }, ct);

    private async Task<Result> AnswerAsync(AdvDbContext db, OrderDocument document, DocumentReading reading, Form form, CancellationToken ct)
    {
        if (reading.Change is not null && form.AmendsOrderId is { } meant && meant != document.AmendsOrderId)
        {
            return await MeanAsync(db, document, meant, ct);
        }

        if (form.ClientId is { } told && !await db.Clients.AnyAsync(c => c.Id == told, ct))
        {
            return new NoSuchClient();
        }

        if (form.SiteId is { } place && !await db.Sites.AnyAsync(s => s.Id == place && s.ClientId == form.ClientId, ct))
        {
            return new NoSuchSite();
        }

        var codes = form.Codes ?? DocumentPlacing.NoCodes;
        var wanted = codes.Values.ToList();
        var products = await db.Products.AsNoTracking().Where(p => wanted.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Id, ct);

        if (wanted.Find(code => !products.ContainsKey(code)) is { } unknown)
        {
            return new UnknownProductCode(unknown);
        }

        // Another client's order is not the one that was meant.
        if (form.AmendsOrderId is null || form.ClientId != document.ClientId)
        {
            document.Amends(null);
        }

        document.ComesFrom(form.ClientId, form.SiteId);
        var placed = await DocumentPlacing.PlaceAsync(db, clock, document, reading, codes, ct);

        if (placed.IsOk)
        {
            await Layouts.ProposeAsync(db, document, reading, clock.Now, ct);
        }

        if (!placed.IsOk || codes.Count == 0)
        {
            return placed;
        }

        // Codes are used when the orders are made, and kept nowhere else.
        if (document.Status is not OrderDocumentStatus.Done || document.ClientId is not { } client)
        {
            return new CodesNeedClientAndSite();
        }

        if (form.LearnCodes)
        {
            var theirs = reading.Orders.SelectMany(o => o.Lines).Select(l => l.BuyerCode).OfType<string>().ToHashSet(StringComparer.Ordinal);
            await LearnedCodes.LearnAsync(db, client, codes.Where(c => theirs.Contains(c.Key)).Select(c => (c.Key, products[c.Value])), ct);
        }

        return Result.Ok;
    }

    // Whose order it is, the order knows.
    private static async Task<Result> MeanAsync(AdvDbContext db, OrderDocument document, OrderId meant, CancellationToken ct)
    {
        if (await db.Orders.AsNoTracking().Where(o => o.Id == meant).Select(o => new { o.ClientId }).SingleOrDefaultAsync(ct) is not { } order)
        {
            return new NoSuchOrder();
        }

        document.Amends(meant, isTold: true);
        document.ComesFrom(order.ClientId, document.SiteId);
        document.Settle(OrderDocumentStatus.NeedsReview);

        return Result.Ok;
    }

    /// <param name="Codes">The client's code → ours; a line without any code goes by its description.</param>
    /// <param name="LearnCodes">The client's codes stand for these products from now on.</param>
    public sealed record Form(ClientId? ClientId, SiteId? SiteId, IReadOnlyDictionary<string, string>? Codes = null, bool LearnCodes = false)
    {
        /// <summary>Of a change or a cancellation: the order that is meant.</summary>
        public OrderId? AmendsOrderId { get; init; }
    }
}
