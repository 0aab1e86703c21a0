using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Application.Intake;

/// <summary>What a client sent as a person looks at it, with the place of every value that was read.</summary>
[UseCase]
public sealed class ReadOriginal(UnitOfWork unitOfWork, LimitedReader reader)
{
    public async Task<Result<DocumentOriginal>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default)
    {
        var kept = await unitOfWork.ReadAsync<File>(this, Permission.ReadOrders, async db =>
            await db.OrderDocuments.Where(d => d.Id == id)
                .Join(db.OrderDocumentContents, d => d.Id, c => c.Id, (d, c) => new File(c.Bytes, d.FileName, d.ContentType))
                .SingleOrDefaultAsync(ct) is { } file ? file : new NoSuchOrderDocument(), ct);

        // Outside the transaction: a page of drawings takes its time.
        return kept.IsOk ? await reader.ShowDocumentAsync(kept.Value.Bytes, kept.Value.Name, kept.Value.Type, cancellationToken: ct) : kept.Refusal;
    }

    private sealed record File(byte[] Bytes, string Name, string Type);
}
