using AdvPortal.Application.Clarifications;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Mail;

namespace AdvPortal.Application.Intake;

/// <summary>Puts a message that answers one of our questions to its question. It stays a document of its own as well: an answer may order more.</summary>
public sealed class AnswerByMail(UnitOfWork unitOfWork, AttachAnswer attach, ReadOriginal original)
{
    // Somebody is at the same order at the same moment; who loses three times is tried again with the next round.
    private const int MostTries = 3;

    /// <returns>False where it answers to something that is waited for, and could not be put to it yet.</returns>
    internal async Task<bool> TakeAsync(ImapItem item, OrderDocumentId document, CancellationToken ct)
    {
        if (item.From is not { } sender || !await IsAwaitedAsync(item, ct))
        {
            return true;
        }

        var message = (await original.ExecuteAsync(document, ct)).Value?.Parts.OfType<MessagePart>().FirstOrDefault();
        var text = string.Join('\n', (message?.Lines ?? []).Select(line => line.Text)).Trim();

        var form = new AttachAnswer.Form(item.AnswersTo, [], sender, message?.From, text.Length > 0 ? text : item.Subject ?? sender, document);
        var refusal = (Refusal?)new ChangedMeanwhile();

        for (var tries = 0; tries < MostTries && refusal is ChangedMeanwhile; tries++)
        {
            refusal = (await attach.ExecuteAsync(form, ct)).Refusal;
        }

        return refusal is null or NothingWasAsked or NoSuchOrderDocument;
    }

    /// <summary>Whether it was put to a question of ours.</summary>
    internal async Task<bool> AnswersAsync(ImapItem item, OrderDocumentId document, CancellationToken ct) =>
        item.AnswersTo.Count > 0 && await unitOfWork.ReadAsAnyoneAsync(db => db.Clarifications.AnyAsync(c => item.AnswersTo.Contains(c.MailId) && c.AnswerDocumentId == document, ct), ct);

    // Asked first: most messages answer to something, and hardly any to a question of ours.
    private async Task<bool> IsAwaitedAsync(ImapItem item, CancellationToken ct) =>
        item is { AnswersTo.Count: > 0, From: not null } && await unitOfWork.ReadAsAnyoneAsync(db => db.Clarifications.AnyAsync(c => item.AnswersTo.Contains(c.MailId) && c.AnsweredAt == null, ct), ct);
}
