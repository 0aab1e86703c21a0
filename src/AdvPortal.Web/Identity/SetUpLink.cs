using System.Security.Cryptography;
using System.Text;
using AdvPortal.Application.Tenants;

namespace AdvPortal.Web.Identity;

/// <summary>The one-time way into an empty portal: printed at start-up, worth nothing once a company exists.</summary>
internal sealed class SetUpLink(IServiceScopeFactory scopes)
{
    private readonly string _secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>The path, or null when somebody works here already.</summary>
    public async Task<string?> PathAsync(CancellationToken ct) => await IsOpenAsync(ct) ? $"/set-up/{_secret}" : null;

    public async Task<bool> OpensAsync(string secret, CancellationToken ct) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(_secret)) && await IsOpenAsync(ct);

    private async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();

        return !await scope.ServiceProvider.GetRequiredService<HasCompanies>().ExecuteAsync(ct);
    }
}
