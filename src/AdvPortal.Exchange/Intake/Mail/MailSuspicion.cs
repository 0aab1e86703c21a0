using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;
using MimeKit;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Weighs what speaks against a message: enough of it, and nothing in it is believed. Nothing is followed or answered to find out.</summary>
internal sealed partial class MailSuspicion(ProblemLog log)
{
    /// <summary>One sign may be an accident of the sender's; a client asks for neither money nor passwords.</summary>
    private const int Enough = 3;

    private int _weight;

    public bool IsPhishing => _weight >= Enough;

    public void Weigh(MimeMessage message, MailParts parts, IReadOnlyList<string> html)
    {
        var text = string.Join('\n', parts.Lines.All.Select(line => line.Text).Prepend(message.Subject ?? ""));
        Count(Credentials().IsMatch(text), 2, "mail-asks-credentials");
        Count(Payment().IsMatch(text), 2, "mail-asks-payment");
        Count(Urgency().IsMatch(text), 1, "mail-presses");
        Count(Array.Exists(["Authentication-Results", "Received-SPF", "ARC-Authentication-Results"], name => message.Headers.Where(head => head.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Any(head => Unproved().IsMatch(head.Value))), 2, "mail-sender-unproved", ProblemSeverity.Error);
        Count(parts.Files.Exists(file => IsProgram(file)), 3, "mail-program-attached", ProblemSeverity.Error);
        Count(html.Any(LinksElsewhere), 2, "mail-link-elsewhere");
        if (message.From.Mailboxes.FirstOrDefault() is not { } from)
        {
            return;
        }

        var named = Address().Match(from.Name ?? "");
        Count(named.Success && !named.Value.Equals(from.Address, StringComparison.OrdinalIgnoreCase), 1, "mail-name-is-other-address");
        Count(message.ReplyTo.Mailboxes.FirstOrDefault() is { } reply && !SameHouse(reply.Address, from.Address), 1, "mail-answers-elsewhere");
    }

    private void Count(bool isSo, int weight, string code, ProblemSeverity severity = ProblemSeverity.Warning)
    {
        if (isSo)
        {
            _weight += weight;
            log.Add(severity, code, null);
        }
    }

    private static bool IsProgram(MailFile file) =>
        (file.Bytes.AsSpan().StartsWith("MZ"u8) && file.Bytes.AsSpan().IndexOf((byte)0) >= 0) || file.Bytes.AsSpan().StartsWith("\u007fELF"u8)
        || (Path.GetExtension(file.Name)?.ToUpperInvariant() is ".EXE" or ".SCR" or ".COM" or ".BAT" or ".CMD" or ".PIF" or ".VBS" or ".JS" or ".JSE" or ".WSF" or ".HTA" or ".PS1" or ".LNK" or ".MSI" or ".JAR" or ".ISO" or ".IMG");

    /// <summary>A link that shows one host and leads to another, or to a bare number.</summary>
    private static bool LinksElsewhere(string html)
    {
        foreach (Match link in Link().Matches(html))
        {
            var (target, shown) = (Host(link.Groups["target"].Value), Host(link.Groups["shown"].Value));
            if (target is not null && ((shown is not null && !SameHouse(shown, target)) || System.Net.IPAddress.TryParse(target, out _)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Host(string text) => HostName().Match(text) is { Success: true } host ? host.Groups["host"].Value.ToLowerInvariant() : null;

    private static bool SameHouse(string one, string other) => House(one).Equals(House(other), StringComparison.OrdinalIgnoreCase);

    private static string House(string address) => string.Join('.', address[(address.LastIndexOf('@') + 1)..].Split('.').TakeLast(2));

    [GeneratedRegex(@"(provide|send|confirm|verify|update|reply with|enter|communiqu|confirm|v[ée]rifi|renseign|fourni|transmett)\w*\b.{0,80}(bank(ing)? (login|credential|password)|credential|password|authori[sz]ation code|approval code|mot de passe|identifiants?\b|codes? (d.acc[eè]s|confidentiel|de validation))|(password|mot de passe).{0,40}(expir)|bank login credentials", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 5000)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"\bwire\b.{0,40}(\$|€|\d|transfer)|routing\s*(number)?\s*:|gift cards?|bitcoin|(changement|nouveau|nouvelles?|modification)\s+(de\s+|du\s+|d['’])?(rib|coordonn[ée]es bancaires)|(new|changed|updated)\s+bank(ing)?\s+(details|account)|(effectuer|proc[ée]der (à|au)|r[ée]aliser)\b.{0,30}\bvirement|requires? immediate payment", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 5000)]
    private static partial Regex Payment();

    [GeneratedRegex(@"within 24 hours|sous 24\s?h(eures)?\b.{0,60}(suspend|bloqu|clôtur)|will be (suspended|closed|blocked)|sera (suspendu|bloqué|clôturé)|avoid service interruption|action required|derni[eè]re relance avant", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 5000)]
    private static partial Regex Urgency();

    /// <summary>RFC 7208, 9.1 and RFC 8601: what a server on the way found out about the sender.</summary>
    [GeneratedRegex(@"^\s*fail\b|\b(spf|dmarc)\s*=\s*fail\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Unproved();

    [GeneratedRegex("""<a\b[^>]{0,500}?\bhref\s*=\s*["']?(?<target>https?://[^"'\s>]{1,500})[^>]{0,500}>(?<shown>[^<]{0,300})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:https?://|(?=www\.))(?<host>[\w.-]+\.[\w-]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Address();
}
