using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>A postal address on one line: taken apart where a French postcode makes that certain, else whole.</summary>
internal static partial class MailAddress
{
    public static PostalAddress Of(string text) => Parts().Match(text) is { Success: true } parts
        ? new(parts.Groups["street"].Value.Trim(' ', ',', '-', '–'), parts.Groups["postcode"].Value, parts.Groups["city"].Value.Trim(), parts.Groups["france"].Success ? "FR" : null)
        : new(text);

    [GeneratedRegex(@"^(?<street>.*\S)\s*[,–-]?\s+(?:F-)?(?<postcode>\d{5})\s+(?<city>\p{L}[\p{L}\s'’-]*?)(?:\s*[,(-]\s*(?<france>france)\)?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Parts();
}
