using System.Text;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake;

/// <summary>Tells the family of a file from its first bytes; which message it is, its reader says.</summary>
internal static class Recognition
{
    /// <summary>PDF allows a kilobyte of anything before its mark (ISO 32000-1, implementation note 13).</summary>
    private const int PdfMarkWithin = 1024;

    private static readonly string[] MailHeaders = ["from", "to", "subject", "date", "received", "mime-version", "message-id", "return-path", "delivered-to", "content-type", "reply-to", "x-mailer"];

    public static Family Of(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, ReadingLimits.RecognitionBytes)];
        if (start[..Math.Min(start.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0)
        {
            return Family.Pdf;
        }

        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
        {
            return bytes.IndexOf("[Content_Types].xml"u8) >= 0 && bytes.IndexOf("xl/"u8) >= 0 ? Family.Spreadsheet : Family.Unknown;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? Family.EncryptedOffice
                : bytes.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0 ? Family.OldSpreadsheet
                : Family.Unknown;
        }

        var ascii = start.TrimStart(" \t\r\n"u8);
        if (IsInterchange(ascii))
        {
            return Family.Edifact;
        }

        return OfText(FileText.DecodeAny(start).AsSpan().TrimStart("\uFEFF \t\r\n"));
    }

    private static Family OfText(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<"))
        {
            return Family.Xml;
        }

        if (IsInterchange(Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, 4)].ToString())))
        {
            return Family.Edifact;
        }

        return IsMail(text) ? Family.Email
            : IsBinary(text) ? Family.Unknown
            : Family.Text;
    }

    private static bool IsInterchange(ReadOnlySpan<byte> text) =>
        text.Length >= 4 && (text.StartsWith("UNA"u8) || text.StartsWith("UNB"u8) || text.StartsWith("UNH"u8) || text.StartsWith("UNG"u8)) && !char.IsAsciiLetterOrDigit((char)text[3]);

    /// <summary>At least two of the usual headers among lines that all look like headers (RFC 5322, 2.2).</summary>
    private static bool IsMail(ReadOnlySpan<char> text)
    {
        var found = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsEmpty)
            {
                break;
            }

            var colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' || line.StartsWith("From "))
            {
                continue;
            }

            if (colon <= 0 || line[..colon].ContainsAny(" ;,\t\""))
            {
                return found >= 3;
            }

            found += Array.IndexOf(MailHeaders, line[..colon].ToString().ToLowerInvariant()) >= 0 ? 1 : 0;
        }

        return found >= 2;
    }

    private static bool IsBinary(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\0', '\u0008') || text.ContainsAnyInRange('\u000E', '\u001A');

    internal enum Family
    {
        Unknown,
        Edifact,
        Xml,
        Text,
        Pdf,
        Spreadsheet,
        EncryptedOffice,
        OldSpreadsheet,
        Email,
    }
}
