using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What mail programs put before a subject.</summary>
internal static partial class MailSubjects
{
    public static bool IsForward(string? subject) => subject is not null && Forward().IsMatch(subject);

    /// <summary>The subject without « RE : » and « TR : ».</summary>
    public static string? Bare(string? subject) => subject is null ? null : Prefixes().Replace(subject, "");

    [GeneratedRegex(@"^\s*(fwd?|tr|wg)\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^\s*((re|r[ée]p|aw|fwd?|tr|wg)\s*:\s*|\[ext(ernal|erne)?\]\s*)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Prefixes();
}
