using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Intake;

/// <summary>What has come in: those that wait for an answer, those set aside, or all of it; newest first.</summary>
[UseCase]
public sealed class ListOrderDocuments(UnitOfWork unitOfWork)
{
    public Task<Result<Page<OrderDocumentView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var documents = db.OrderDocuments.Include(d => d.Orders).AsQueryable();
            documents = query.View switch
            {
                DocumentsShown.Waiting => documents.Where(d => d.WaitingFor == null && (d.Status == OrderDocumentStatus.NeedsClient || d.Status == OrderDocumentStatus.NeedsReview || d.Status == OrderDocumentStatus.Received)),
                DocumentsShown.WaitingForClient => documents.Where(d => d.WaitingFor == WaitingFor.Client),
                DocumentsShown.WaitingForSales => documents.Where(d => d.WaitingFor == WaitingFor.Sales),
                DocumentsShown.Done => documents.Where(d => d.Status == OrderDocumentStatus.Done),
                DocumentsShown.SetAside => documents.Where(d => d.Status == OrderDocumentStatus.SetAside),
                _ => documents,
            };

            documents = query.WaitingFor is { } whom ? documents.Where(d => d.WaitingFor == whom) : documents;

            if (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id))
            {
                documents = documents.Where(d => EF.Functions.LessThan(ValueTuple.Create(d.ReceivedAt, d.Id), ValueTuple.Create(at, new OrderDocumentId(id))));
            }

            var rows = await documents.OrderByDescending(d => d.ReceivedAt).ThenByDescending(d => d.Id).Take(query.Size + 1).ToListAsync(ct);

            return rows.Select(d => OrderDocumentView.Of(d)).ToList().Cut(query.Size, d => Cursor.Write(d.ReceivedAt, d.Id.Value));
        }, ct);

    public sealed record Query(DocumentsShown View = DocumentsShown.All, string? After = null, int Size = 25, WaitingFor? WaitingFor = null);
}

/// <summary>The views of the queue: what is ours to go on with, what waits for somebody else, what is rejected, what is done.</summary>
public enum DocumentsShown { All, Waiting, SetAside, WaitingForClient, WaitingForSales, Done }
