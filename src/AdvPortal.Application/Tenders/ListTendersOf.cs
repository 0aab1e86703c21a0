using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Tenders;

/// <summary>The tenders that a page names beside something else: those of a conversation, those of a client that have not ended, those that led to a requirement. The newest first.</summary>
[UseCase]
public sealed class ListTendersOf(UnitOfWork unitOfWork)
{
    private const int Most = 25;

    public Task<Result<IReadOnlyList<Row>>> ExecuteAsync(InquiryId inquiry, CancellationToken ct = default) => NameAsync(all => all.Where(t => t.InquiryId == inquiry), ct);

    public Task<Result<IReadOnlyList<Row>>> ExecuteAsync(ClientId client, CancellationToken ct = default) => NameAsync(all => all.Where(t => t.ClientId == client && t.EndedAt == null), ct);

    public Task<Result<IReadOnlyList<Row>>> ExecuteAsync(RequirementId requirement, CancellationToken ct = default) => NameAsync(all => all.Where(t => t.RequirementId == requirement), ct);

    private Task<Result<IReadOnlyList<Row>>> NameAsync(Func<IQueryable<Tender>, IQueryable<Tender>> which, CancellationToken ct) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async Task<IReadOnlyList<Row>> (AdvDbContext db) =>
            await which(db.Tenders).OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id).Take(Most).Select(t => new Row(t.Id, t.Number, t.Title, t.Status, t.SubmissionDueAt)).ToListAsync(ct), ct);

    public sealed record Row(TenderId Id, string Number, string Title, TenderStatus Status, DateTimeOffset SubmissionDueAt);
}
