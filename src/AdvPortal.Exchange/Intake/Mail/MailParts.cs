using AdvPortal.Exchange.Intake.Drafts;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Tnef;
using static AdvPortal.Exchange.Intake.Mail.MailPartText;
using Multiparts = MimeKit.Multipart;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Takes a message apart (RFC 2045 to 2049): the words to show, the files to read, and what stays shut.</summary>
internal sealed class MailParts
{
    private readonly ProblemLog _log;
    private int _images;

    private MailParts(ProblemLog log) => _log = log;

    public MailLines Lines { get; } = new();

    public List<MailFile> Files { get; } = [];

    /// <summary>Nobody but the addressee's own mail program can open it.</summary>
    public bool IsEncrypted { get; private set; }

    public static MailParts Of(MimeMessage message, ProblemLog log)
    {
        var parts = new MailParts(log);
        if (message.Body is { } body)
        {
            parts.Take(body, 0);
        }

        parts.TellLeftOut();
        return parts;
    }

    /// <summary>The HTML of the message's own body, for whoever weighs its links.</summary>
    public static IReadOnlyList<string> HtmlIn(MimeMessage message) => [.. message.BodyParts.OfType<TextPart>().Where(part => part.IsHtml && !IsFile(part)).Take(3).Select(Text)];

    private void Take(MimeEntity part, int depth)
    {
        switch (part)
        {
            case not null when depth > MailLimits.MimeDepth:
                _log.Warning("mail-too-deep", null);
                break;
            case MultipartAlternative alternative:
                TakeBest(alternative, depth + 1);
                break;
            case MultipartEncrypted or ApplicationPkcs7Mime:
                TakeSealed(part);
                break;
            case MultipartSigned signed when signed.Count > 0:
                _log.Info("mail-signature-unchecked", null);
                Take(signed[0], depth + 1);
                break;
            case MultipartRelated related when related.Root is { } root:
                TakeRelated(related, root, depth + 1);
                break;
            case Multiparts several:
                foreach (var one in several)
                {
                    Take(one, depth + 1);
                }

                break;
            case MessagePart { Message: { } message } inner:
                AddFile(inner, Bytes(message.WriteTo), "message/rfc822");
                break;
            case MessagePartial:
                _log.Error("mail-is-a-piece", null);
                break;
            case TnefPart winmail:
                TakeWinmail(winmail, depth + 1);
                break;
            case TextPart text when !IsFile(text):
                TakeText(text);
                break;
            case MimePart file:
                TakeFile(file);
                break;
        }
    }

    /// <summary>RFC 2046, 5.1.4: the same thing several times. The plain text is usually the best read; a table only HTML has.</summary>
    private void TakeBest(MultipartAlternative alternative, int depth)
    {
        var texts = alternative.OfType<TextPart>().Where(text => !IsFile(text)).ToList();
        var (plain, html) = (texts.Find(text => text.IsPlain), texts.Find(text => text.IsHtml));
        var richer = alternative.FirstOrDefault(part => part is Multiparts);
        var hasTable = html is not null && Text(html).Contains("<table", StringComparison.OrdinalIgnoreCase);
        if (richer is not null && (plain is null || HtmlOf(richer)?.Contains("<table", StringComparison.OrdinalIgnoreCase) == true))
        {
            Take(richer, depth);
        }
        else if ((hasTable || plain is null || string.IsNullOrWhiteSpace(Text(plain)) ? html ?? plain : plain) is { } best)
        {
            Take(best, depth);
            if (richer is MultipartRelated related)
            {
                TakeRelated(related, related.Root, depth);
            }
            else if (richer is not null)
            {
                Take(richer, depth);
            }
        }

        foreach (var other in alternative.Where(part => part is not TextPart && part != richer))
        {
            Take(other, depth);
        }
    }

    /// <summary>RFC 2387: a text and what it shows. Pictures of a signature are no attachments.</summary>
    private void TakeRelated(MultipartRelated related, MimeEntity? root, int depth)
    {
        if (root is not null && !(root is TextPart && Lines.All.Count > 0))
        {
            Take(root, depth);
        }

        foreach (var part in related.Where(part => part != root))
        {
            Take(part, depth);
        }
    }

    private void TakeText(TextPart part)
    {
        var text = Text(part);
        if (part.IsHtml)
        {
            HtmlLines.Add(Lines, text);
        }
        else if (part.IsPlain || part.Content is null)
        {
            IsEncrypted |= text.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal);
            Lines.AddText(part.ContentType.Parameters["format"]?.Equals("flowed", StringComparison.OrdinalIgnoreCase) == true ? Unflowed(text) : text);
        }
        else
        {
            AddFile(part, Bytes(part.Content.DecodeTo), part.ContentType.MimeType);
        }
    }

    private void TakeFile(MimePart part)
    {
        if (part.ContentType.IsMimeType("image", "*"))
        {
            _images++;
        }
        else if (part.ContentType.IsMimeType("message", "external-body"))
        {
            _log.Warning("mail-external-body", null);
        }
        else if (part.Content is not null && !IsMark(part.ContentType))
        {
            AddFile(part, Bytes(part.Content.DecodeTo), part.ContentType.MimeType);
        }
    }

    private void TakeSealed(MimeEntity part)
    {
        if (part is ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.SignedData or SecureMimeType.CertsOnly })
        {
            _log.Error("mail-signed-whole", null);
        }

        IsEncrypted = true;
    }

    /// <summary>What Outlook packs into winmail.dat (MS-OXTNEF).</summary>
    private void TakeWinmail(TnefPart winmail, int depth)
    {
        try
        {
            foreach (var part in winmail.ExtractAttachments())
            {
                Take(part, depth);
            }
        }
        catch (Exception broken) when (broken is TnefException or FormatException or InvalidOperationException or EndOfStreamException or ArgumentException)
        {
            _log.Error("mail-winmail-broken", null);
        }
    }

    private void AddFile(MimeEntity part, byte[] bytes, string type)
    {
        if (Files.Count < MailLimits.Attachments)
        {
            Files.Add(new(Name(part.ContentDisposition?.FileName ?? part.ContentType.Name), type, bytes));
        }
        else
        {
            _log.Error("mail-too-many-files", null, Place.Text(MailLimits.Attachments));
        }
    }

    private void TellLeftOut()
    {
        if (_images > 0)
        {
            _log.Info("mail-images-ignored", null, Place.Text(_images));
        }

        if (Lines.IsCut)
        {
            _log.Warning("mail-text-cut", null);
        }
    }
}
