using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AdvPortal.Exchange.Webhooks;

/// <summary>Signs what leaves, so that its receiver knows that it comes from here, unchanged and now.</summary>
/// <remarks>Standard Webhooks 1.0.0 (standardwebhooks.com), "Signature scheme", symmetric: HMAC-SHA256 in the version <c>v1</c>.</remarks>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";

    // Of the 24 to 64 that the specification allows.
    private const int SecretBytes = 32;

    /// <summary>A new secret: <c>whsec_</c> and 256 random bits in base64.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The value of the header <c>webhook-signature</c>: <c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    /// <param name="secret">With its <c>whsec_</c>.</param>
    /// <param name="id">The value of <c>webhook-id</c>, the same for every try.</param>
    /// <param name="at">When it is sent; <c>webhook-timestamp</c> has it in seconds since 1970.</param>
    /// <param name="body">The bytes of the request.</param>
    /// <exception cref="FormatException">The secret is none.</exception>
    public static string Sign(string secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            throw new FormatException("A secret begins with whsec_.");
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret[SecretPrefix.Length..]));
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}."));
        hash.AppendData(body);

        return $"v1,{Convert.ToBase64String(hash.GetHashAndReset())}";
    }

    internal static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
