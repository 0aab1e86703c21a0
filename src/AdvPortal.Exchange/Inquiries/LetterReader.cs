using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Mail;
using MimeKit;

namespace AdvPortal.Exchange.Inquiries;

/// <summary>Reads a message (RFC 5322, MIME) for the conversation that it belongs to. Never throws, never looks elsewhere.</summary>
public static class LetterReader
{
    private const int LongestText = 50_000;
    private const int LongestLine = 500;
    private const int MostReferences = 20;
    private const int MostFiles = 20;

    public static ClientLetter Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = MailLimits.MimeDepth }, stream);

            return Read(message);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The mail itself is kept: a person opens it.
            return ClientLetter.Broken;
        }
    }

    private static ClientLetter Read(MimeMessage message)
    {
        var log = new ProblemLog();
        var parts = MailParts.Of(message, log);
        var words = MailWords.Of(parts.Lines.All, isForward: false);
        var own = Words(words.Own);
        var text = own.Length > 0 ? own : Words(parts.Lines.All);
        var html = MailParts.HtmlIn(message) is [var first, ..] ? CleanHtml.Of(first) : null;
        var from = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        List<string> problems = [.. log.Problems().Select(problem => Told(problem.Code)).OfType<string>().Distinct(StringComparer.Ordinal)];

        if (parts.IsEncrypted)
        {
            problems.Add("encrypted");
        }

        if (html?.IsTooComplex == true)
        {
            problems.Add("too-complex");
        }

        if (html?.Pictures > 0)
        {
            problems.Add("pictures-left-out");
        }

        return new(
            Line(from?.Name), from?.Address is { } address && address.Contains('@', StringComparison.Ordinal) ? Line(address)?.ToLowerInvariant() : null, Line(message.Subject),
            WholeText.Cut(text, LongestText), html?.Html, Line(message.MessageId), [.. Answered(message)],
            [.. parts.Files.Take(MostFiles).Select(MailFiles.NameOf)], problems, MailOrigin.AnswersByItself(message) is not null);
    }

    private static IEnumerable<string> Answered(MimeMessage message) =>
        new[] { message.InReplyTo }.OfType<string>().Concat(message.References.Reverse()).Distinct(StringComparer.Ordinal).Take(MostReferences);

    private static string Words(IEnumerable<MailLine> lines) => string.Join('\n', lines.Select(line => line.Text)).Trim();

    private static string? Told(string code) => code switch
    {
        "mail-signed-whole" => "signed",
        "mail-text-cut" or "mail-too-deep" or "mail-too-many-files" => "cut",
        "mail-images-ignored" => "pictures-left-out",
        _ => null,
    };

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : WholeText.Cut(string.Concat(text.Where(c => !char.IsControl(c))), LongestLine).Trim();
}
