using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Messages whose words order.</summary>
internal sealed partial class MailReader
{
    private DocumentReading OfWords(IReadOnlyList<MailLine> lines, MailStyle style, string? number, Purpose purpose, string text)
    {
        var isBroken = _files.Readings.Select(read => MailSalvage.TextOf(read)).FirstOrDefault(salvaged => salvaged is not null);
        if (isBroken is not null)
        {
            _log.Error("mail-file-is-text", null);
            lines = isBroken;
        }

        var words = new TextOrders(_log, style, _context.Guide, isBroken is null ? _spots : MailSpots.Unseen);
        words.Read(lines, number, purpose == Purpose.Order);
        var drafts = words.Orders.FindAll(order => order.Lines.Count > 0);
        if (drafts.Count == 0)
        {
            return Nothing(purpose, text);
        }

        if (purpose is Purpose.Quotation or Purpose.Complaint)
        {
            _log.Warning(purpose == Purpose.Quotation ? "mail-asks-price" : "mail-complains", null);
            return Kept(ReadingVerdict.NotAnOrder);
        }

        if (MailPurpose.OtherPaper(MailSubjects.Bare(_words.Forwarded?.Subject ?? _message.Subject), text) is { } paper)
        {
            _log.Warning("other-message", null, ProblemText.Word(paper));
            return Kept(ReadingVerdict.NotAnOrder);
        }

        TellFiles();
        if (purpose is not Purpose.Order)
        {
            _log.Error(purpose == Purpose.Acceptance ? "mail-accepts-offer" : "mail-purpose-unsaid", null);
        }

        if (MailPurpose.AsksAfterOrder(text))
        {
            _log.Error("mail-asks-after-order", null);
        }

        if (MailPurpose.CallsOff(text))
        {
            _log.Error("mail-calls-off", null);
        }

        Finish(drafts, words.Prose, style);
        var checks = new OrderChecks(_log, drafts.Count > 1, isMessage: false, Placeholders.MayStandIn(text));
        drafts.ForEach(checks.Check);
        _layout = words.Layout;
        return Answer(_log.Reading(DocumentFormat.Email, drafts.ConvertAll(draft => draft.Build())));
    }

    private void Finish(List<OrderDraft> drafts, string prose, MailStyle style)
    {
        foreach (var draft in drafts)
        {
            if (draft is { IssueDate: null, HasUnreadableIssueDate: false } && style.SentOn is { } sent)
            {
                draft.IssueDate = sent;
                _log.Info("mail-date-is-issue", null, OrderChecks.Iso(sent));
            }

            draft.Notes.AddRange(Note(prose));
            MailCurrency.Check(draft, _log);
        }
    }

    /// <summary>Why no order was read: what was announced and is not there, what is there and cannot be read, or nothing at all.</summary>
    private DocumentReading Nothing(Purpose purpose, string text)
    {
        TellFiles();
        if (purpose is Purpose.Quotation or Purpose.Complaint)
        {
            _log.Warning(purpose == Purpose.Quotation ? "mail-asks-price" : "mail-complains", null);
            return Kept(ReadingVerdict.NotAnOrder);
        }

        if (purpose == Purpose.Acceptance)
        {
            _log.Error("mail-accepts-offer", null);
            return Kept(ReadingVerdict.NeedsReview);
        }

        var announces = MailPurpose.AnnouncesFile(_message.Subject, text);
        var isAutomatic = MailOrigin.IsAutomatic(_message);
        if (_parts.Files.Count > 0 && !isAutomatic)
        {
            _log.Error("mail-file-unread", null);
            return Kept(ReadingVerdict.NeedsReview);
        }

        if (announces && purpose == Purpose.Order && !isAutomatic)
        {
            _log.Error("mail-file-missing", null);
            return Kept(ReadingVerdict.NeedsReview);
        }

        // Something is asked for that was not understood: that is for a person, and not for the archive.
        if (purpose is Purpose.Amendment or Purpose.Cancellation && MailPurpose.SpeaksOfOrder($"{_message.Subject}\n{text}") && !isAutomatic)
        {
            _log.Error("mail-change-unread", null);
            return Kept(ReadingVerdict.NeedsReview);
        }

        if (purpose == Purpose.Order && !isAutomatic && MailPurpose.Wants(text) && ItemTokens.In(text).Exists(token => token.Part is ItemPart.Quantity or ItemPart.Number))
        {
            _log.Error("no-lines", null);
            return Kept(ReadingVerdict.NeedsReview);
        }

        _log.Warning(isAutomatic ? "mail-automatic" : _words.LeftOut > _words.Own.Count ? "mail-only-history" : "mail-no-order", null);
        return Kept(ReadingVerdict.NotAnOrder);
    }
}
