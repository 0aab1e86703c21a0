using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace AdvPortal.Web.Identity;

/// <summary>Asks every minute, and at once when something about the member changes, whether the person behind an open page may still act.</summary>
internal sealed class MemberRevalidation(ILoggerFactory logger, Sessions sessions, CircuitTenant here) : RevalidatingServerAuthenticationStateProvider(logger)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    public async Task AskNowAsync()
    {
        var user = (await GetAuthenticationStateAsync()).User;

        if (here.Tenant is not { } tenant || MemberClaims.LoginOf(user) is not { } login)
        {
            return;
        }

        sessions.Forget(tenant.Id, login, user.FindFirstValue(MemberClaims.Stamp) ?? "");
        var now = await MemberClaims.StillAsync(user, tenant, sessions, CancellationToken.None);
        SetAuthenticationState(Task.FromResult(new AuthenticationState(now ?? new ClaimsPrincipal(new ClaimsIdentity()))));
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (here.Tenant is not { } tenant || await MemberClaims.StillAsync(authenticationState.User, tenant, sessions, cancellationToken) is not { } now)
        {
            return false;
        }

        // What another node changed of their roles, or of whether portfolios are closed, is heard of here only.
        if (!Same(authenticationState.User, now))
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(now)));
        }

        return true;
    }

    private static bool Same(ClaimsPrincipal before, ClaimsPrincipal now) => before.Claims.Select(Said).ToHashSet().SetEquals(now.Claims.Select(Said));

    private static (string, string) Said(Claim claim) => (claim.Type, claim.Value);
}
