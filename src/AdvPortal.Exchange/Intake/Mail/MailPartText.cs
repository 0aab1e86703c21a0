using System.Text;
using AdvPortal.Exchange.Intake.Drafts;
using MimeKit;
using Multiparts = MimeKit.Multipart;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>The letters of a part of a message, and whether it is a file.</summary>
internal static class MailPartText
{
    public static string? HtmlOf(MimeEntity part) => part switch
    {
        TextPart { IsHtml: true } text => Text(text),
        MultipartRelated { Root: { } root } when root != part => HtmlOf(root),
        Multiparts several => several.Take(3).Where(one => one is TextPart).Select(HtmlOf).FirstOrDefault(html => html is not null),
        _ => null,
    };

    // What follows a path is a name, whatever system wrote it.
    public static string? Name(string? name)
    {
        name = name is null ? null : string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))).Trim();
        return string.IsNullOrEmpty(name) ? null : name[..Math.Min(name.Length, 120)];
    }

    public static bool IsFile(TextPart part) =>
        part.IsAttachment || (part.ContentDisposition?.FileName ?? part.ContentType.Name) is { Length: > 0 };

    /// <summary>Signatures, calendars and visiting cards: neither read nor missed.</summary>
    public static bool IsMark(ContentType type) =>
        type.IsMimeType("application", "pkcs7-signature") || type.IsMimeType("application", "x-pkcs7-signature") || type.IsMimeType("application", "pgp-signature") || type.IsMimeType("application", "pgp-keys");

    /// <summary>As its charset has it; bytes that are said to be ASCII or nothing, and are not, as their sender must have meant them.</summary>
    public static string Text(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        var charset = part.ContentType.Charset;
        if (string.IsNullOrEmpty(charset) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return FileText.DecodeAny(Bytes(part.Content.DecodeTo)).Replace('\0', ' ');
        }

        try
        {
            return part.GetText(charset).Replace('\0', ' ');
        }
        catch (Exception unknown) when (unknown is NotSupportedException or ArgumentException or DecoderFallbackException)
        {
            return FileText.DecodeAny(Bytes(part.Content.DecodeTo)).Replace('\0', ' ');
        }
    }

    /// <summary>RFC 3676: a line that ends in a space goes on in the next one, except the one before a signature.</summary>
    public static string Unflowed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var isFlowed = line.EndsWith(" ") && !line.SequenceEqual("-- ") && !line.StartsWith(">");
            whole.Append(line);
            if (!isFlowed)
            {
                whole.Append('\n');
            }
        }

        return whole.ToString();
    }

    public static byte[] Bytes(Action<Stream, CancellationToken> write)
    {
        using var bytes = new MemoryStream();
        write(bytes, CancellationToken.None);
        return bytes.ToArray();
    }
}
