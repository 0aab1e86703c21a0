using AdvPortal.Domain.Deliveries;

namespace AdvPortal.Application.Deliveries;

/// <summary>Keeps the signed delivery note, or a photo from a telephone, with the delivery that it proves.</summary>
[UseCase]
public sealed class ProveDelivery(ActOnDelivery act, TenantClock clock)
{
    /// <summary>Bytes; a larger file is refused at the door.</summary>
    public const int MostBytes = 15 * 1024 * 1024;

    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, byte[] bytes, string fileName, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            (db, delivery, basis) =>
            {
                if (ProofType.Of(bytes) is not { } type)
                {
                    return Task.FromResult<Result>(new ProofTypeRefused());
                }

                var proved = delivery.Prove();

                if (proved.IsOk)
                {
                    var file = new DeliveryFile(id, fileName[^Math.Min(fileName.Length, DeliveryFile.FileNameMaxLength)..], type, bytes.Length, clock.Now);
                    db.DeliveryFiles.Add(file);
                    db.DeliveryFileContents.Add(new(file.Id, bytes));
                    basis.Show(file);
                }

                return Task.FromResult(proved);
            },
            ct);
}

/// <summary>One file that proves a delivery, byte for byte.</summary>
[UseCase]
public sealed class ReadProof(UnitOfWork unitOfWork)
{
    public Task<Result<Content>> ExecuteAsync(DeliveryId id, DeliveryFileId file, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Content>(this, Permission.ReadOrders, async db =>
            await db.DeliveryFiles.Where(f => f.Id == file && f.DeliveryId == id).Join(db.DeliveryFileContents, f => f.Id, c => c.Id, (f, c) => new Content(c.Bytes, f.FileName, f.ContentType)).SingleOrDefaultAsync(ct) is { } content
                ? content
                : new NoSuchDeliveryFile(), ct);

    public sealed record Content(byte[] Bytes, string Name, string ContentType);
}
