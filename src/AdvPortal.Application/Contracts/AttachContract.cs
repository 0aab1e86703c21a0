using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Exchange.Contracts;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Contracts;

/// <summary>Keeps the signed contract, byte for byte; the next one takes its place while the handoff lies with sales.</summary>
[UseCase]
public sealed class AttachContract(ActOnHandoff act, TenantClock clock)
{
    /// <summary>Bytes; a larger file is refused at the door.</summary>
    public const int MostBytes = 15 * 1024 * 1024;

    public async Task<Result<HandoffView>> ExecuteAsync(HandoffId id, byte[] bytes, string fileName, int? version, CancellationToken ct = default)
    {
        HandoffFile? file = null;

        var attached = await act.RunAsync(
            this, Permission.PrepareHandoffs, id, version,
            async (db, handoff) =>
            {
                if (bytes.Length > MostBytes)
                {
                    return new ContractTooLarge(MostBytes / (1024 * 1024));
                }

                if (ProofType.Of(bytes) is not HandoffFile.ContentType)
                {
                    return new ContractIsNoPdf();
                }

                var taken = handoff.Attach();

                if (taken.IsOk)
                {
                    db.HandoffFiles.RemoveRange(await db.HandoffFiles.Where(f => f.HandoffId == id).ToListAsync(ct));
                    file = new(id, fileName[^Math.Min(fileName.Length, HandoffFile.FileNameMaxLength)..], bytes.Length, clock.Now);
                    db.HandoffFiles.Add(file);
                    db.HandoffFileContents.Add(new(file.Id, bytes));
                }

                return taken;
            },
            ct);

        // It was not there yet when the rest was read.
        return attached.IsOk && file is not null ? attached.Value with { Contract = HandoffView.File.Of(file) } : attached;
    }
}

/// <summary>The signed contract, byte for byte.</summary>
[UseCase]
public sealed class ReadContractFile(UnitOfWork unitOfWork)
{
    public Task<Result<Content>> ExecuteAsync(HandoffId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Content>(this, Permission.ReadHandoffs, async db =>
            await db.HandoffFiles.Where(f => f.HandoffId == id).Join(db.HandoffFileContents, f => f.Id, c => c.Id, (f, c) => new Content(c.Bytes, f.FileName)).SingleOrDefaultAsync(ct) is { } content
                ? content
                : new NoSuchContractFile(), ct);

    public sealed record Content(byte[] Bytes, string Name);
}

/// <summary>What the signed contract says: its pages, and its clauses as far as they are numbered.</summary>
[UseCase]
public sealed class ReadContract(UnitOfWork unitOfWork, LimitedReader reader)
{
    public async Task<Result<Read>> ExecuteAsync(HandoffId id, CancellationToken ct = default)
    {
        var kept = await unitOfWork.ReadAsync<Kept>(this, Permission.ReadHandoffs, async db =>
            await db.Handoffs.Where(h => h.Id == id)
                .Select(h => new Kept(db.HandoffFiles.Where(f => f.HandoffId == id).Join(db.HandoffFileContents, f => f.Id, c => c.Id, (_, c) => c.Bytes).FirstOrDefault()))
                .SingleOrDefaultAsync(ct) is { } found
                ? found
                : new NoSuchHandoff(), ct);

        // Outside the transaction: reading a contract takes its time.
        return !kept.IsOk ? kept.Refusal : new Read(kept.Value.Bytes is { } bytes ? await reader.ReadContractAsync(bytes, ct) : null);
    }

    /// <param name="Contract">Null where none was attached.</param>
    public sealed record Read(ContractReading? Contract);

    private sealed record Kept(byte[]? Bytes);
}
