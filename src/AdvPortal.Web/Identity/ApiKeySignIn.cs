using System.Text.Encodings.Web;
using AdvPortal.Application.Members;
using AdvPortal.Application.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AdvPortal.Web.Identity;

/// <summary>Signs a system in by `Authorization: Bearer`, in the tenant of the path and no other.</summary>
internal sealed class ApiKeySignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IServiceScopeFactory scopes,
    IMemoryCache memory) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    private const string Prefix = "Bearer ";

    // A revoked key dies within this time.
    private static readonly TimeSpan _remembered = TimeSpan.FromSeconds(2);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();

        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || Context.Features.Get<TenantInfo>() is not { } tenant)
        {
            return AuthenticateResult.NoResult();
        }

        var secret = header[Prefix.Length..].Trim();
        var key = await memory.GetOrCreateAsync((tenant.Id, secret), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = _remembered;
            await using var scope = scopes.CreateAsyncScope();

            return await scope.ServiceProvider.GetRequiredService<RecogniseApiKey>().ExecuteAsync(tenant, secret, Context.RequestAborted);
        });

        return key is null
            ? AuthenticateResult.Fail("Unknown key.")
            : AuthenticateResult.Success(new(MemberClaims.ForApiKey(tenant.Id, key.Id, key.Name, key.Role), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Api.Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Api.Problems.WriteAsync(Context, StatusCodes.Status403Forbidden);
}
