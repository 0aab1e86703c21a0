using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>How a sender writes: told from the words of the message, overruled by what a person said of this layout.</summary>
/// <param name="IsFrench">Or German, Spanish, Italian: decimals are parted by commas, and the day stands first.</param>
/// <param name="SentOn">The day on the sender's clock; null where the message does not say.</param>
/// <param name="IsAmerican">English from a clock of the Americas: 4/5 is the fifth of April.</param>
internal sealed partial record MailStyle(bool IsFrench, bool IsAmerican, char DecimalMark, DateOnly? SentOn, bool? DayFirst)
{
    public static MailStyle Of(IReadOnlyList<MailLine> own, string? subject, DateTimeOffset? sentAt, DateOnly? sentOn, ReadingGuide? guide)
    {
        var text = string.Join('\n', own.Take(200).Select(line => line.Text).Prepend(subject ?? ""));
        var (french, english) = (French().Count(text) + Neighbours().Count(text), English().Count(text));
        var isFrench = french >= english && french > 0;
        var isAmerican = !isFrench && sentAt?.Offset is { TotalHours: <= -3 and >= -10 };
        return new(isFrench, isAmerican, guide?.DecimalMark ?? (isFrench ? ',' : '.'), sentOn, guide?.DayFirst ?? DayFirstIn(text));
    }

    /// <summary>Who writes 11/25/2026 means the tenth of December by 12/10/2026; null where no date tells, or where they contradict each other.</summary>
    private static bool? DayFirstIn(string text)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (Match match in Figures().Matches(text))
        {
            var (a, b) = (int.Parse(match.Groups["a"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["b"].ValueSpan, CultureInfo.InvariantCulture));
            dayFirst |= a is > 12 and <= 31 && b is >= 1 and <= 12;
            monthFirst |= b is > 12 and <= 31 && a is >= 1 and <= 12;
        }

        return dayFirst == monthFirst ? null : dayFirst;
    }

    [GeneratedRegex(@"(?<![\w./-])(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})\k<mark>\d{4}(?![\w/-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(le|la|les|des|du|pour|nous|vous|merci|bonjour|commande|livraison|livrer|votre|notre|avec|veuillez|pièces?|boîtes?|réf|quantité|à|et|cordialement|est|sur)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(der|das|und|wir|bitte|für|bestellung|bestellen|menge|mit|grüßen|stück|liefer\w*|pedido|entrega|cantidad|precio|buenos|saludos?|para|nuestro|por|fecha|ordine|consegna|quantità|prezzo|buongiorno|saluti|nostro|del|il)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Neighbours();

    [GeneratedRegex(@"\b(the|and|for|please|order|we|you|our|your|with|to|of|hello|hi|dear|delivery|ship|quantity|item|regards|need|by|is|on)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex English();
}
