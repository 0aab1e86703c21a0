using System.Security.Cryptography;
using System.Text;
using AdvPortal.Exchange.Intake.Csv;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What a message with labels looks like, so that the next one of the same form is known again.</summary>
internal static class MailLayouts
{
    public static DocumentLayout? Of(IReadOnlyList<LayoutPlace> labels)
    {
        LayoutPlace[] distinct = [.. labels.DistinctBy(label => OrderColumnNames.Normalise(label.Text), StringComparer.Ordinal)];
        var names = string.Join('\n', distinct.Select(label => OrderColumnNames.Normalise(label.Text)).Order(StringComparer.Ordinal));
        return distinct.Length == 0 ? null : new(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"email\n{names}"))), [], distinct);
    }
}
