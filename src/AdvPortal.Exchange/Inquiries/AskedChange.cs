using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Mail;

namespace AdvPortal.Exchange.Inquiries;

/// <summary>What a client's words want changed of an order that stands, wherever they were said: quantities, lines that fall away, the day.</summary>
public static class AskedChange
{
    /// <summary>The code of the problem that tells of a line that falls away: who sees that it does needs no telling.</summary>
    public const string Cancelled = "line-cancelled";

    private const int LongestText = 20_000;
    private const int LongestTold = 120;

    /// <summary>Takes what is plainly wanted, and tells the rest: whoever fills in an order from words must not be wrong in silence.</summary>
    /// <param name="subject">What the conversation is about.</param>
    /// <param name="text">One message; what it quotes and how it is signed is passed over.</param>
    /// <param name="sentAt">When it came, on our clock: « vendredi » is counted from it.</param>
    /// <param name="refersTo">The client's number of the order.</param>
    /// <returns>A reading with a <see cref="DocumentReading.Change"/>, of no line and no day where the words name none; what may be meant otherwise is among its problems.</returns>
    public static DocumentReading In(string? subject, string text, DateTimeOffset sentAt, string? refersTo)
    {
        var (log, document) = (new ProblemLog(), new PurchaseOrder { OrderNumber = refersTo });

        try
        {
            var lines = new MailLines();
            lines.AddText(text[..Math.Min(text.Length, LongestText)]);
            var own = MailWords.Of(lines.All, isForward: false).Own;
            var style = MailStyle.Of(own, subject, sentAt, DateOnly.FromDateTime(sentAt.DateTime), guide: null);
            var wishes = new PlainWishes(style, new(log, style));
            wishes.Read(own);

            foreach (var words in wishes.Unsure)
            {
                log.Warning("mail-change-unsure", null, WholeText.Cut(words, LongestTold));
            }

            document = new MailChange(log, style, MailSpots.Unseen).Read(wishes.Sure, refersTo).Build();
        }
        catch (RegexMatchTimeoutException)
        {
            // Nobody writes like that by hand: a person reads it, and nothing of it is filled in.
            log.Error("mail-change-unread", null);
        }

        return log.Change(DocumentFormat.Email, ChangeKind.Amendment, refersTo, document);
    }
}
