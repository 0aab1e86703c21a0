using System.Security.Cryptography;
using System.Text;

namespace AdvPortal.Domain.Members;

/// <summary>Lets another system act in one company with one role. Only the SHA-256 of the secret is kept.</summary>
public sealed class ApiKey : TenantOwned
{
    public const int NameMaxLength = 80;

    private ApiKey() { }

    public ApiKey(string name, Role role, string secret, DateTimeOffset now) =>
        (Name, Role, Hash, CreatedAt) = (name.Trim(), role, HashOf(secret), now);

    public ApiKeyId Id { get; private set; } = Ids.New<ApiKeyId>();
    public string Name { get; private set; } = null!;
    public Role Role { get; private set; }
    public byte[] Hash { get; private set; } = null!;
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>A new secret: 256 random bits, in letters that survive being copied.</summary>
    public static string NewSecret() => "adv_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
