using AdvPortal.Application.Clarifications;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Mail;

namespace AdvPortal.Application.Intake;

/// <summary>Puts a message that answers one of our questions to its question. It stays a document of its own as well: an answer may order more.</summary>
public sealed class AnswerByMail(UnitOfWork unitOfWork, AttachAnswer attach, ReadOriginal original)
{
    internal async Task TakeAsync(ImapItem item, OrderDocumentId document, CancellationToken ct)
    {
        if (item.From is not { } sender || !await IsAwaitedAsync(item, ct))
        {
            return;
        }

        var message = (await original.ExecuteAsync(document, ct)).Value?.Parts.OfType<MessagePart>().FirstOrDefault();
        var text = string.Join('\n', (message?.Lines ?? []).Select(line => line.Text)).Trim();

        await attach.ExecuteAsync(new(item.AnswersTo, [], sender, message?.From, text.Length > 0 ? text : item.Subject ?? sender, document), ct);
    }

    /// <summary>Whether it answers a question of ours. Asked first: most messages answer to something, and hardly any to that.</summary>
    internal async Task<bool> IsAwaitedAsync(ImapItem item, CancellationToken ct) =>
        item is { AnswersTo.Count: > 0, From: not null } && await unitOfWork.ReadAsAnyoneAsync(db => db.Clarifications.AnyAsync(c => item.AnswersTo.Contains(c.MailId) && c.AnsweredAt == null, ct), ct);
}
