using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Mail;

namespace AdvPortal.Application.Intake;

/// <summary>
/// The book-keeping of a watched mailbox: which node is at it, and which messages were met. A message is written down before it is fetched and
/// once more when its bytes are kept; whoever dies in between is followed by one who finds the same bytes here already.
/// </summary>
public sealed class MailboxTurn(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <summary>Longer than one message may take, its reading included; each message begins a new one.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Between two looks at a mailbox in which all is well.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Guid _proof = Ids.Next();

    /// <returns>Null where nothing is watched, it is not time, or another node is at it.</returns>
    internal Task<(OrderMailbox Mailbox, MailboxWatch Watch)?> ClaimAsync(CancellationToken ct) => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            var now = clock.Now;
            var claimed = await db.MailboxWatches
                .Where(w => w.NextAt <= now && (w.TakenUntil == null || w.TakenUntil <= now) && db.OrderMailboxes.Any(m => m.Id == w.Id && m.IsWatched))
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.TakenBy, _proof).SetProperty(w => w.TakenUntil, now + Lease), ct);

            return claimed == 0 ? ((OrderMailbox, MailboxWatch)?)null : (await db.OrderMailboxes.AsNoTracking().SingleAsync(ct), await db.MailboxWatches.AsNoTracking().SingleAsync(ct));
        },
        ct);

    /// <summary>Changes the state of the watching, as long as the turn is still ours.</summary>
    /// <returns>False when another node has it: this one has to stop.</returns>
    internal Task<bool> KeepAsync(Action<MailboxWatch> change, CancellationToken ct) => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            if (await db.MailboxWatches.SingleOrDefaultAsync(w => w.TakenBy == _proof, ct) is not { } watch)
            {
                return false;
            }

            change(watch);

            return true;
        },
        ct);

    /// <summary>Writes down that a message is underway, and renews the turn.</summary>
    /// <returns>Null when another node has the turn.</returns>
    internal Task<MailboxMessage?> MeetAsync(ImapItem item, byte[] key, CancellationToken ct) => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            var now = clock.Now;
            var renewed = await db.MailboxWatches.Where(w => w.TakenBy == _proof).ExecuteUpdateAsync(set => set.SetProperty(w => w.TakenUntil, now + Lease), ct);

            if (renewed == 0)
            {
                return null;
            }

            if (await db.MailboxMessages.SingleOrDefaultAsync(m => m.Key == key, ct) is { } known)
            {
                if (known.Status is MailboxMessageStatus.Underway)
                {
                    known.TryAgain();
                }

                return known;
            }

            var met = new MailboxMessage(key, item.From, item.Subject, now);
            db.MailboxMessages.Add(met);

            return (MailboxMessage?)met;
        },
        ct);

    internal Task SettleAsync(Guid message, Action<MailboxMessage> settle, CancellationToken ct) => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            settle(await db.MailboxMessages.SingleAsync(m => m.Id == message, ct));

            return true;
        },
        ct);

    /// <summary>The portal's own mails bear the number of their row in the outbox: one that comes back is no order, and nobody answers it.</summary>
    internal async Task<bool> IsOwnAsync(string? messageId, CancellationToken ct) =>
        Guid.TryParseExact(messageId?.Split('@')[0], "N", out var id) && await unitOfWork.ReadAsAnyoneAsync(db => db.Outbox.AnyAsync(m => m.Id == new MessageId(id), ct), ct);
}
