using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Members;

/// <summary>
/// The secret in the link of an invitation or of a forgotten password: 256 random bits, kept as SHA-256 with the moment it ends, worth one use.
/// A newer link makes the one before worthless.
/// </summary>
internal static class PasswordLink
{
    public static readonly TimeSpan Invitation = TimeSpan.FromDays(7);
    public static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private const string Provider = "AdvPortal";
    private const string Name = "password";

    /// <summary>The last segment of the link's address.</summary>
    public static async Task<string> IssueAsync(AdvDbContext db, LoginId login, DateTimeOffset until, CancellationToken ct)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await EndAsync(db, login, ct);
        db.UserTokens.Add(new() { UserId = login.Value, LoginProvider = Provider, Name = Name, Value = $"{until.UtcTicks.ToString(CultureInfo.InvariantCulture)} {HashOf(secret)}" });

        return $"{login.Value:N}-{secret}";
    }

    /// <summary>Whose link it says it is, whatever it is worth.</summary>
    public static LoginId? LoginOf(string link) => link.Split('-') is [var id, _] && Guid.TryParseExact(id, "N", out var login) ? new LoginId(login) : null;

    /// <summary>Whose link it is, while it is worth something.</summary>
    public static async Task<LoginId?> FindAsync(AdvDbContext db, string link, DateTimeOffset now, CancellationToken ct)
    {
        if (LoginOf(link) is not { Value: var login } id)
        {
            return null;
        }

        var kept = await db.UserTokens.AsNoTracking().Where(t => t.UserId == login && t.LoginProvider == Provider && t.Name == Name).Select(t => t.Value).SingleOrDefaultAsync(ct);
        var isGood = kept?.Split(' ') is [var until, var hash]
            && now.UtcTicks < long.Parse(until, CultureInfo.InvariantCulture)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(link.Split('-')[1])));

        return isGood ? id : null;
    }

    public static Task EndAsync(AdvDbContext db, LoginId login, CancellationToken ct) =>
        db.UserTokens.Where(t => t.UserId == login.Value && t.LoginProvider == Provider && t.Name == Name).ExecuteDeleteAsync(ct);

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
