using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Mail;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Intake;

/// <summary>
/// Takes in what lies in the mailbox of the company: kept byte for byte first, then read, and marked as handled at last. Nothing is ever answered
/// from here, so that no message can start a conversation between machines.
/// </summary>
[UseCase]
public sealed partial class WatchMailbox(MailboxTurn turn, ReceiveOrderDocument receive, AnswerByMail answer, InquiryByMail inquiry, TenantClock clock, SecretBox secrets, ILogger<WatchMailbox> log) : IIntakeWork
{
    /// <summary>Messages of one visit: other companies wait for theirs.</summary>
    private const int MostAtOnce = 50;

    private const int LongestName = 80;

    static TimeSpan IIntakeWork.Pause => TimeSpan.FromSeconds(30);

    static LogLevel IIntakeWork.Level => LogLevel.Information;

    /// <returns>How many messages were taken in.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct = default)
    {
        if (await turn.ClaimAsync(ct) is not var (mailbox, watch))
        {
            return 0;
        }

        if (MailboxAccess.Options(mailbox, secrets) is not { } options)
        {
            await turn.KeepAsync(w => w.Failed(MailboxTrouble.PasswordLost, null, clock.Now), ct);

            return 0;
        }

        try
        {
            await using var inbox = await ImapMailbox.OpenAsync(options, ct);

            return await TakeInAsync(inbox, mailbox, watch, ct);
        }
        catch (ImapException trouble)
        {
            Troubled(trouble.Trouble, mailbox.TenantId.Value);
            await turn.KeepAsync(w => w.Failed(trouble.Trouble, trouble.Message, clock.Now), ct);

            return 0;
        }
    }

    private async Task<int> TakeInAsync(ImapMailbox inbox, OrderMailbox mailbox, MailboxWatch watch, CancellationToken ct)
    {
        await turn.KeepAsync(w => w.Opened(inbox.Validity), ct);
        watch.Opened(inbox.Validity);
        var items = await inbox.ListAsync(watch.LastUid, DateOnly.FromDateTime(mailbox.Since.UtcDateTime.AddDays(-1)), MostAtOnce, ct);
        var (taken, isWhole) = (0, true);

        foreach (var item in items)
        {
            if (await turn.MeetAsync(item, MailboxMessage.KeyOf(item.MessageId, item.Subject, inbox.Validity, item.Uid), ct) is not { } message)
            {
                return taken;
            }

            var outcome = await HandleAsync(inbox, item, message, ct);
            taken += outcome is Outcome.Taken ? 1 : 0;

            // What is to be tried again holds back the mark, not the messages behind it.
            isWhole &= outcome is not Outcome.Failed;
            await turn.KeepAsync(w => w.HandledUpTo(isWhole ? item.Uid : 0, outcome is Outcome.Taken ? 1 : 0), ct);
        }

        await turn.KeepAsync(w => w.Saw(clock.Now, items.Count == MostAtOnce ? clock.Now : clock.Now + MailboxTurn.Pause), ct);

        return taken;
    }

    private async Task<Outcome> HandleAsync(ImapMailbox inbox, ImapItem item, MailboxMessage message, CancellationToken ct)
    {
        var outcome = message.Status switch
        {
            MailboxMessageStatus.Underway => await KeepAsync(inbox, item, message, ct),
            // Met again behind one that is still tried, or under new numbers: it is left for a person all the same.
            MailboxMessageStatus.SetAside => Outcome.SetAside,
            _ => Outcome.Known,
        };

        if (outcome is Outcome.Taken or Outcome.Known)
        {
            await inbox.SettleAsync(item.Uid, ct);
        }

        return outcome;
    }

    private async Task<Outcome> KeepAsync(ImapMailbox inbox, ImapItem item, MailboxMessage message, CancellationToken ct)
    {
        if (message.Tries > MailboxMessage.MostTries)
        {
            return await SetAsideAsync(message, MailboxReason.GivenUp, ct);
        }

        if (item.Size > ReadingLimits.DocumentBytes)
        {
            return await SetAsideAsync(message, MailboxReason.TooLarge, ct);
        }

        if (await turn.IsOwnAsync(item.MessageId, ct))
        {
            return await SetAsideAsync(message, MailboxReason.OwnMail, ct);
        }

        try
        {
            if (await inbox.FetchAsync(item.Uid, ReadingLimits.DocumentBytes, ct) is not { } bytes)
            {
                return Outcome.Gone;
            }

            var received = await receive.ExecuteAsync(bytes, NameOf(item), "message/rfc822", client: null, ct);

            if (received.IsOk)
            {
                // Before the message is settled, and never twice: whoever dies in between is followed by one who finds the question answered.
                if (!await answer.TakeAsync(item, received.Value.Id, ct)
                    || (!await answer.AnswersAsync(item, received.Value.Id, ct) && !await inquiry.TakeAsync(received.Value, bytes, ct)))
                {
                    return Outcome.Failed;
                }

                await turn.SettleAsync(message.Id, m => m.Became(received.Value.Id), ct);

                return received.Value.DuplicateOf is null ? Outcome.Taken : Outcome.Known;
            }

            return received.Refusal is FileTypeRefused ? await SetAsideAsync(message, MailboxReason.TypeRefused, ct) : Outcome.Failed;
        }
        catch (Exception trouble) when (trouble is not (OperationCanceledException or ImapException { Trouble: not MailboxTrouble.Other }))
        {
            // One message must not keep the others waiting.
            Failed(trouble, message.Id, message.Tries);

            return Outcome.Failed;
        }
    }

    private async Task<Outcome> SetAsideAsync(MailboxMessage message, MailboxReason reason, CancellationToken ct)
    {
        await turn.SettleAsync(message.Id, m => m.SetAside(reason), ct);

        return Outcome.SetAside;
    }

    private static string NameOf(ImapItem item)
    {
        var subject = string.Concat((item.Subject ?? "").Where(c => !char.IsControl(c) && !Path.GetInvalidFileNameChars().Contains(c) && c is not ('\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|'))).Trim(' ', '.');

        return $"{(subject.Length == 0 ? "message" : WholeText.Cut(subject, LongestName))}.eml";
    }

    private enum Outcome
    {
        /// <summary>It is a document now that was none before.</summary>
        Taken,

        /// <summary>It was here already.</summary>
        Known,
        SetAside,
        Gone,
        Failed,
    }

    [LoggerMessage(LogLevel.Warning, "The mailbox of {Tenant} could not be used: {Trouble}")]
    private partial void Troubled(MailboxTrouble trouble, Guid tenant);

    [LoggerMessage(LogLevel.Error, "Message {Message} of a mailbox could not be kept (try {Tries})")]
    private partial void Failed(Exception trouble, Guid message, int tries);
}
