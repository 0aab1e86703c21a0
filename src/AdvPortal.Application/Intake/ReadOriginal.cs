using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Application.Intake;

/// <summary>What a client sent as a person looks at it, with the place of every value that was read.</summary>
[UseCase]
public sealed class ReadOriginal(UnitOfWork unitOfWork, CurrentMember member, LimitedReader reader, DrawnOriginals drawn)
{
    public async Task<Result<DocumentOriginal>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default)
    {
        var before = member.TenantId is { } asking ? drawn.Find(asking, id) : null;

        // Whoever asks may see it and it is still here, whether or not it was drawn before.
        var kept = await unitOfWork.ReadAsync<File>(this, Permission.ReadOrders, async db =>
            before is not null
                ? await db.OrderDocuments.AnyAsync(d => d.Id == id, ct) ? File.Drawn : new NoSuchOrderDocument()
                : await db.OrderDocuments.Where(d => d.Id == id)
                    .Join(db.OrderDocumentContents, d => d.Id, c => c.Id, (d, c) => new File(c.Bytes, d.FileName, d.ContentType))
                    .SingleOrDefaultAsync(ct) is { } file ? file : new NoSuchOrderDocument(), ct);

        if (!kept.IsOk)
        {
            return kept.Refusal;
        }

        // Outside the transaction: a page of drawings takes its time.
        var original = before ?? await reader.ShowDocumentAsync(kept.Value.Bytes, kept.Value.Name, kept.Value.Type, cancellationToken: ct);
        drawn.Keep(member.TenantId!.Value, id, original);

        return original;
    }

    private sealed record File(byte[] Bytes, string Name, string Type)
    {
        public static readonly File Drawn = new([], "", "");
    }
}
