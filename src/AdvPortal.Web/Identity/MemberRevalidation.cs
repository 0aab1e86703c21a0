using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace AdvPortal.Web.Identity;

/// <summary>Asks every minute, and at once when something about the member changes, whether the person behind an open page may still act.</summary>
internal sealed class MemberRevalidation(ILoggerFactory logger, Sessions sessions, CircuitTenant here, IHostApplicationLifetime host) : RevalidatingServerAuthenticationStateProvider(logger)
{
    private volatile bool _isDisposed;

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    // A circuit whose browser is gone is kept for longer than the host may live.
    private bool IsOver => _isDisposed || host.ApplicationStopping.IsCancellationRequested;

    public async Task AskNowAsync()
    {
        var user = (await GetAuthenticationStateAsync()).User;

        if (IsOver || here.Tenant is not { } tenant || MemberClaims.LoginOf(user) is not { } login)
        {
            return;
        }

        sessions.Forget(tenant.Id, login, user.FindFirstValue(MemberClaims.Stamp) ?? "");
        var now = await MemberClaims.StillAsync(user, tenant, sessions, CancellationToken.None);

        if (!IsOver && (now is null || !Same(user, now)))
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(now ?? new ClaimsPrincipal(new ClaimsIdentity()))));
        }
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            StopWhenOver(cancellationToken);
            var now = here.Tenant is { } tenant ? await MemberClaims.StillAsync(authenticationState.User, tenant, sessions, cancellationToken) : null;
            StopWhenOver(cancellationToken);

            // What another node changed of their roles, or of whether portfolios are closed, is heard of here only.
            if (now is not null && !Same(authenticationState.User, now))
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(now)));
            }

            return now is not null;
        }
        catch (Exception) when (IsOver || cancellationToken.IsCancellationRequested)
        {
            // The one exception on which the base class ends its rounds without telling anybody that they failed.
            throw new TaskCanceledException(message: null, innerException: null, cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }

    // Whoever asked meanwhile has the newer answer.
    private void StopWhenOver(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();

        if (IsOver)
        {
            throw new OperationCanceledException();
        }
    }

    private static bool Same(ClaimsPrincipal before, ClaimsPrincipal now) => before.Claims.Select(Said).ToHashSet().SetEquals(now.Claims.Select(Said));

    private static (string, string) Said(Claim claim) => (claim.Type, claim.Value);
}
