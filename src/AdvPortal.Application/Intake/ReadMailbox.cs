using AdvPortal.Domain.Intake;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Intake;

/// <summary>The mailbox of the company as the form that changes it, and how its watching goes. The password never comes with it.</summary>
[UseCase]
public sealed class ReadMailbox(UnitOfWork unitOfWork)
{
    private const int MostSetAside = 10;

    public Task<Result<View>> ExecuteAsync(CancellationToken ct = default) => unitOfWork.ReadAsync(this, Permission.ManageTenant, db => ReadAsync(db, ct), ct);

    private static async Task<View> ReadAsync(AdvDbContext db, CancellationToken ct)
    {
        var visit = new Visit(db);
        var (mailboxes, watches) = (visit.Ask(db.OrderMailboxes), visit.Ask(db.MailboxWatches));
        var left = visit.Ask(db.MailboxMessages.Where(m => m.Status == MailboxMessageStatus.SetAside).OrderByDescending(m => m.MetAt).Take(MostSetAside));
        await visit.GoAsync(ct);

        return mailboxes.Only is not { } it ? new View(new(), 0, HasPassword: false, null, []) : new(
            new()
            {
                Host = it.Host,
                Port = it.Port,
                Security = it.Security,
                User = it.User,
                Folder = it.Folder,
                HandledFolder = it.HandledFolder,
                IsWatched = it.IsWatched,
            },
            it.Version,
            HasPassword: true,
            watches.Only is { } watch
                ? new(watch.LastSeenAt, watch.Taken, watch.Trouble is { } trouble ? MailboxAccess.Refusal(trouble, watch.Detail, it.Host, it.Port, it.User) : null, watch.Failures, watch.NextAt)
                : null,
            [.. left.Rows.Select(m => new Left(m.Id, m.Sender, m.Subject, m.Reason ?? MailboxReason.GivenUp, m.MetAt))]);
    }

    /// <param name="Version">0 before there is one.</param>
    public sealed record View(ChangeMailbox.Form Form, int Version, bool HasPassword, State? State, IReadOnlyList<Left> SetAside);

    /// <param name="Trouble">What stood in the way the last time; null where nothing did.</param>
    /// <param name="Failures">How often in a row.</param>
    public sealed record State(DateTimeOffset? LastSeenAt, int Taken, Refusal? Trouble, int Failures, DateTimeOffset NextAt);

    /// <summary>A message that was left in the mailbox.</summary>
    public sealed record Left(Guid Id, string? Sender, string? Subject, MailboxReason Reason, DateTimeOffset MetAt);
}
