using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Tenders;

/// <summary>The tenders of a client that have not ended, the newest first: what its page names of them.</summary>
[UseCase]
public sealed class ListOpenTenders(UnitOfWork unitOfWork)
{
    private const int Most = 25;

    public Task<Result<IReadOnlyList<Row>>> ExecuteAsync(ClientId client, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async Task<IReadOnlyList<Row>> (AdvDbContext db) =>
            await db.Tenders.Where(t => t.ClientId == client && t.EndedAt == null).OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id).Take(Most)
                .Select(t => new Row(t.Id, t.Number, t.Title, t.Status, t.SubmissionDueAt)).ToListAsync(ct), ct);

    public sealed record Row(TenderId Id, string Number, string Title, TenderStatus Status, DateTimeOffset SubmissionDueAt);
}
