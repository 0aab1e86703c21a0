using AdvPortal.Application.Intake;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Inquiries;

/// <summary>Says of each mail that came in whether it belongs into a conversation: one that orders nothing, and any that answers one.</summary>
public sealed class InquiryByMail(UnitOfWork unitOfWork, LimitedReader reader, ReceiveInquiry receive)
{
    // What no person wrote, or nobody should read.
    private static readonly HashSet<string> _never = new(StringComparer.Ordinal) { DocumentReading.Phishing };
    private static readonly HashSet<string> _notNew = new(StringComparer.Ordinal) { DocumentReading.AutoReply, DocumentReading.Bounce, DocumentReading.Receipt, "mail-automatic", "mail-broken", "reader-failed", "reading-given-up" };

    /// <summary>Whether a message that answers nothing begins a conversation.</summary>
    public static bool Asks(OrderDocumentView document) =>
        document is { Status: "set-aside", Format: "email" } && !document.Problems.Any(p => _never.Contains(p.Code) || _notNew.Contains(p.Code));

    // Somebody is at the same conversation at the same moment.
    private const int MostTries = 3;

    /// <returns>False where it belongs into a conversation, and could not be put there yet.</returns>
    internal async Task<bool> TakeAsync(OrderDocumentView document, byte[] bytes, CancellationToken ct)
    {
        if (document.Problems.Any(p => _never.Contains(p.Code)))
        {
            return true;
        }

        var asks = Asks(document);

        // Reading costs a process: only what asks, and what may answer.
        if (!asks && !MayAnswer(bytes))
        {
            return true;
        }

        var letter = await reader.ReadLetterAsync(bytes, ct);

        if (!asks && !await AnswersAsync(letter.AnswersTo, ct))
        {
            return true;
        }

        var refusal = (Refusal?)new ChangedMeanwhile();

        for (var tries = 0; tries < MostTries && refusal is ChangedMeanwhile; tries++)
        {
            refusal = (await receive.ExecuteAsync(document.Id, letter, ct)).Refusal;
        }

        return refusal is not ChangedMeanwhile;
    }

    private static bool MayAnswer(byte[] bytes) =>
        bytes.AsSpan(0, Math.Min(bytes.Length, 64 * 1024)) is var head && (head.IndexOf("In-Reply-To:"u8) >= 0 || head.IndexOf("References:"u8) >= 0 || head.IndexOf("in-reply-to:"u8) >= 0 || head.IndexOf("references:"u8) >= 0);

    private Task<bool> AnswersAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var named = ids.ToList();

        return named.Count == 0 ? Task.FromResult(false) : unitOfWork.ReadAsAnyoneAsync(db => db.Set<InquiryMessage>().AnyAsync(m => named.Contains(m.MailId!), ct), ct);
    }
}
