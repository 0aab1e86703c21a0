using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using MimeKit;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>A message that somebody passes on in the text of theirs: its words, and what its heads say.</summary>
internal sealed partial record ForwardedWords(IReadOnlyList<MailLine> Words, string? Name, string? Address, string? Subject, DateOnly? SentOn)
{
    private const int MostHeads = 12;

    public static ForwardedWords Of(List<MailLine> lines)
    {
        string? from = null, subject = null, sent = null;
        var start = 0;
        for (var i = 0; i < Math.Min(lines.Count, MostHeads); i++)
        {
            if (Head().Match(lines[i].Text.TrimStart('>', ' ', '*')) is not { Success: true } head)
            {
                continue;
            }

            start = i + 1;
            var value = head.Groups["value"].Value.Trim(' ', '*');
            switch (head.Groups["name"].Value.ToLowerInvariant())
            {
                case "de" or "from" or "von" or "da" or "expéditeur":
                    from ??= value;
                    break;
                case "objet" or "subject" or "sujet" or "betreff" or "asunto" or "oggetto":
                    subject ??= value;
                    break;
                case "envoyé" or "sent" or "gesendet" or "enviado" or "inviato" or "date" or "datum" or "fecha" or "data":
                    sent ??= value;
                    break;
            }
        }

        // What that message answered to in its turn is history.
        var words = MailWords.Of([.. lines.Skip(Math.Max(start, 1)).Select(line => line.Text.StartsWith('>') ? line with { Text = line.Text.TrimStart('>', ' ') } : line)], isForward: false).Own;
        var mailbox = from is not null && MailboxAddress.TryParse(from.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Replace('[', '<').Replace(']', '>'), out var parsed) && parsed.Address.Contains('@', StringComparison.Ordinal) ? parsed : null;
        return new(words, mailbox?.Name ?? from, mailbox?.Address, subject, Day(sent));
    }

    /// <summary>A telephone or an address of who passes the message on, and not of who orders.</summary>
    public static bool IsOfSender(MailLine line) => Reachable().IsMatch(line.Text);

    [GeneratedRegex(@"^\s*(t[ée]l[.ée]?\w*|phone|mobile|portable|port\.?|fax|gsm|e-?mail|mail|courriel|contact|adresse|address)\s*\.?\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Reachable();

    private static DateOnly? Day(string? sent)
    {
        if (sent is null)
        {
            return null;
        }

        var day = LongDay().Match(sent) is { Success: true } found ? found.Value : sent;
        return CellDate.TryParse(day.Replace(",", "", StringComparison.Ordinal), out var read) ? read
            : DateTimeOffset.TryParse(sent, System.Globalization.CultureInfo.InvariantCulture, out var at) ? DateOnly.FromDateTime(at.DateTime)
            : null;
    }

    [GeneratedRegex(@"^(?<name>de|from|von|da|expéditeur|envoyé|sent|gesendet|enviado|inviato|date|datum|fecha|data|à|to|an|para|a|cc|objet|subject|sujet|betreff|asunto|oggetto|répondre à|reply-to|importance|pièces? jointes?|attachments?)\s*:\*?\s*(?<value>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    internal static partial Regex Head();

    [GeneratedRegex(@"\d{1,2}(er)?\s+\p{L}{3,10}\.?\s+\d{4}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex LongDay();
}
