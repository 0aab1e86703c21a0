using AdvPortal.Application.Clarifications;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Puts a message that answers one of our questions to its question. It stays a document of its own as well: an answer may order more.</summary>
public sealed class AnswerByMail(UnitOfWork unitOfWork, AttachAnswer attach, ReadOriginal original)
{
    internal async Task TakeAsync(ImapItem item, OrderDocumentId document, CancellationToken ct)
    {
        if (item.AnswersTo.Count == 0 || item.From is not { } sender || !await unitOfWork.ReadAsAnyoneAsync(db => IsAwaitedAsync(db, item.AnswersTo, ct), ct))
        {
            return;
        }

        var message = (await original.ExecuteAsync(document, ct)).Value?.Parts.OfType<MessagePart>().FirstOrDefault();
        var text = string.Join('\n', (message?.Lines ?? []).Select(line => line.Text)).Trim();

        await attach.ExecuteAsync(new(item.AnswersTo, [], sender, message?.From, text.Length > 0 ? text : item.Subject ?? sender, document), ct);
    }

    // Asked first: most messages answer to something, and hardly any to a question of ours.
    private static Task<bool> IsAwaitedAsync(AdvDbContext db, IReadOnlyList<string> ids, CancellationToken ct) =>
        db.Clarifications.AnyAsync(c => ids.Contains(c.MailId) && c.AnsweredAt == null, ct);
}
