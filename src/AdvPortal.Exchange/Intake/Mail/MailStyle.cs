using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>How a sender writes: told from the words of the message, overruled by what a person said of this layout.</summary>
/// <param name="SentOn">The day on the sender's clock; null where the message does not say.</param>
/// <param name="IsAmerican">English from a clock of the Americas: 4/5 is the fifth of April.</param>
internal sealed partial record MailStyle(bool IsFrench, bool IsAmerican, char DecimalMark, DateOnly? SentOn, bool? DayFirst)
{
    public static MailStyle Of(IReadOnlyList<MailLine> own, string? subject, DateTimeOffset? sentAt, DateOnly? sentOn, ReadingGuide? guide)
    {
        var text = string.Join('\n', own.Take(200).Select(line => line.Text).Prepend(subject ?? ""));
        var (french, english) = (French().Count(text), English().Count(text));
        var isFrench = french >= english && french > 0;
        var isAmerican = !isFrench && sentAt?.Offset is { TotalHours: <= -3 and >= -10 };
        return new(isFrench, isAmerican, guide?.DecimalMark ?? (isFrench ? ',' : '.'), sentOn, guide?.DayFirst);
    }

    [GeneratedRegex(@"\b(le|la|les|des|du|pour|nous|vous|merci|bonjour|commande|livraison|livrer|votre|notre|avec|veuillez|pièces?|boîtes?|réf|quantité|à|et|cordialement|est|sur)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(the|and|for|please|order|we|you|our|your|with|to|of|hello|hi|dear|delivery|ship|quantity|item|regards|need|by|is|on)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex English();
}
