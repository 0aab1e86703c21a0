using AdvPortal.Application.Common;
using AdvPortal.Application.Tenants;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AdvPortal.Web.Identity;

/// <summary>Tells a circuit who is acting, and for whom, before its first component renders; and takes it back when they may not act any more.</summary>
internal sealed class CircuitSignIn(AuthenticationStateProvider authentication, IHttpContextAccessor http, CurrentMember member, CircuitTenant here, ChangeNotices notices)
    : CircuitHandler, IDisposable
{
    private IDisposable? _listening;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // The circuit opens inside the request of its own connection, which came by the tenant's path.
        here.Tenant = http.HttpContext?.Features.Get<TenantInfo>();
        member.SignIn((await authentication.GetAuthenticationStateAsync()).User, here.Tenant);

        if (here.Tenant is { } tenant && member.Id is { } me)
        {
            authentication.AuthenticationStateChanged += Changed;

            // Whether portfolios are closed concerns everybody.
            _listening = notices.Subscribe(tenant.Id, notice => notice.SubjectId == me.Value || notice.UseCase == nameof(ChangeTenantSettings) ? ((MemberRevalidation)authentication).AskNowAsync() : Task.CompletedTask);
        }
    }

    public void Dispose()
    {
        _listening?.Dispose();
        authentication.AuthenticationStateChanged -= Changed;
    }

    private void Changed(Task<AuthenticationState> changing) => _ = TakeAsync(changing);

    private async Task TakeAsync(Task<AuthenticationState> changing)
    {
        var user = (await changing).User;

        // Out first: what was allowed before is forgotten, whatever comes now.
        member.SignOut();
        member.SignIn(user, here.Tenant);
    }
}

/// <summary>The company of this circuit, or of this request.</summary>
public sealed class CircuitTenant
{
    public TenantInfo? Tenant { get; internal set; }
}
