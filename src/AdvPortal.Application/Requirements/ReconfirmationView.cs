using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>A question to a client and what came of it.</summary>
/// <param name="ContactName">Who was asked.</param>
/// <param name="AnsweredBy">The name that was signed with.</param>
/// <param name="Asked">How many requirements it is about.</param>
/// <param name="Corrected">To how many of them something else was said to hold.</param>
public sealed record ReconfirmationView(
    ReconfirmationId Id, ReconfirmationState State, ContactId ContactId, string ContactName, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? AnsweredAt, string? AnsweredBy, int Asked, int Corrected, string? Comment)
{
    internal static ReconfirmationView Of(Reconfirmation it, string contact, DateTimeOffset now) => new(
        it.Id, it.StateAt(now), it.ContactId, contact, it.AskedAt, it.ExpiresAt, it.AnsweredAt, it.AnsweredBy, it.Asked.Count, it.Answers.Count(answer => answer.Correction is not null), it.Comment);
}

/// <summary>What a client was asked to reconfirm, the last question first.</summary>
[UseCase]
public sealed class ListReconfirmations(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int Most = 25;

    public Task<Result<Page<ReconfirmationView>>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<ReconfirmationView>>(this, Permission.ReadRequirements, async db =>
        {
            if (!await db.Clients.AnyAsync(c => c.Id == id, ct))
            {
                return new NoSuchClient();
            }

            var rows = await (
                from it in db.Reconfirmations
                where it.ClientId == id
                join contact in db.Contacts on it.ContactId equals contact.Id
                orderby it.AskedAt descending, it.Id descending
                select new { It = it, contact.Name }).Take(Most).ToListAsync(ct);

            return new Page<ReconfirmationView>(rows.ConvertAll(row => ReconfirmationView.Of(row.It, row.Name, clock.Now)), null);
        }, ct);
}
