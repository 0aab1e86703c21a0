using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>What a client sent, as a person reads it.</summary>
[UseCase]
public sealed class ReadDocumentText(UnitOfWork unitOfWork)
{
    public Task<Result<IReadOnlyList<string>>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<IReadOnlyList<string>>(this, Permission.ReadOrders, async db =>
        {
            if (await db.OrderDocuments.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            var bytes = await db.OrderDocumentContents.Where(c => c.Id == id).Select(c => c.Bytes).SingleAsync(ct);

            return DocumentText.LinesOf(bytes, OrderDocumentView.Read(document)?.Format ?? DocumentFormat.Unknown)?.ToList() ?? [];
        }, ct);
}
