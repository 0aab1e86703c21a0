using System.Globalization;
using AdvPortal.Domain.Webhooks;

namespace AdvPortal.Application.Webhooks;

/// <summary>From what goes wrong at a receiver to what is said of it.</summary>
internal static class WebhookTroubles
{
    public static Refusal Refusal(WebhookTrouble trouble, Uri url, int? status, string? detail) => trouble switch
    {
        WebhookTrouble.HostUnknown => new WebhookHostUnknown(url.Host),
        WebhookTrouble.AddressRefused => new WebhookAddressRefused(url.Host),
        WebhookTrouble.ConnectionRefused => new WebhookConnectionRefused(url.Host, url.Port),
        WebhookTrouble.Unreachable => new WebhookUnreachable(url.Host, url.Port),
        WebhookTrouble.Certificate => new WebhookCertificateRefused(url.Host, detail ?? ""),
        WebhookTrouble.NoAnswer => new WebhookNoAnswer(url.Host),
        WebhookTrouble.Redirected => new WebhookRedirected(url.Host, Said(status)),
        WebhookTrouble.Gone => new WebhookGone(url.Host),
        WebhookTrouble.Answered => new WebhookAnswered(url.Host, Said(status), detail ?? ""),
        WebhookTrouble.SecretLost => new WebhookSecretLost(),
        WebhookTrouble.SwitchedOff => new WebhookIsOff(),
        _ => new WebhookTroubled(detail ?? ""),
    };

    private static string Said(int? status) => status?.ToString(CultureInfo.InvariantCulture) ?? "";
}
