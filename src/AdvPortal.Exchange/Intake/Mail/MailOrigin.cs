using System.Text.RegularExpressions;
using MimeKit;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Whether a machine wrote a message, and to say what.</summary>
internal static partial class MailOrigin
{
    /// <returns>The code of the problem for what answers or reports by itself and can order nothing; null for anything else.</returns>
    public static string? AnswersByItself(MimeMessage message) =>
        message.Body is MultipartReport report ? report.ReportType?.Contains("disposition", StringComparison.OrdinalIgnoreCase) == true ? DocumentReading.Receipt : DocumentReading.Bounce
        : Head(message, "Auto-Submitted").StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase) || Has(message, "X-Autoreply") || Has(message, "X-Autorespond")
            || Head(message, "Precedence").Equals("auto_reply", StringComparison.OrdinalIgnoreCase) || Away().IsMatch(message.Subject ?? "") ? DocumentReading.AutoReply
        : IsFromMailSystem(message) && Undelivered().IsMatch(message.Subject ?? "") ? DocumentReading.Bounce
        : null;

    /// <summary>A machine sent it, which an order of a purchasing system may be as well (RFC 3834, 5: <c>auto-generated</c>).</summary>
    public static bool IsAutomatic(MimeMessage message) =>
        (Head(message, "Auto-Submitted") is { Length: > 0 } how && !how.StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || Head(message, "Precedence").ToUpperInvariant() is "BULK" or "JUNK" or "LIST" || Has(message, "List-Unsubscribe") || Has(message, "List-Id") || IsFromMailSystem(message);

    internal static string Head(MimeMessage message, string name) => message.Headers[name]?.Trim() ?? "";

    private static bool Has(MimeMessage message, string name) => message.Headers.Contains(name);

    private static bool IsFromMailSystem(MimeMessage message) =>
        message.From.Mailboxes.FirstOrDefault()?.Address is { } from && (from.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) || from.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^\s*(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|r[ée]ponse automatique|absen(ce|t)( du bureau)?\b|message d.absence|abwesenheit|autosvar)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Away();

    [GeneratedRegex(@"undeliver|not delivered|delivery (status|failure|has failed)|returned mail|failure notice|non remis|non distribu|[ée]chec de (la )?(remise|distribution)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Undelivered();
}
