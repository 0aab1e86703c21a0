using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>A file that calls itself a PDF and holds nothing but text: its words are better than nothing, and a person looks at them.</summary>
internal static class MailSalvage
{
    private const int MostBytes = 256 * 1024;

    /// <returns>Null for a file that is what it says, or that says nothing.</returns>
    public static IReadOnlyList<MailLine>? TextOf(FileReading read)
    {
        if (read.Reading is not { Format: DocumentFormat.Pdf, Orders.Count: 0 } || read.File.Bytes.Length > MostBytes || read.File.Bytes.AsSpan().IndexOf(" obj"u8) >= 0)
        {
            return null;
        }

        var text = FileText.DecodeAny(read.File.Bytes);
        if (text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)))
        {
            return null;
        }

        var lines = new MailLines();
        lines.AddText(text);
        return lines.All.Count > 2 ? [.. lines.All.Where(line => !line.Text.StartsWith('%'))] : null;
    }
}
