using AdvPortal.Application.Common;
using AdvPortal.Application.Tenants;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AdvPortal.Web.Identity;

/// <summary>Tells a circuit who is acting, and for whom, before its first component renders.</summary>
internal sealed class CircuitSignIn(AuthenticationStateProvider authentication, IHttpContextAccessor http, CurrentMember member, CircuitTenant here) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // The circuit opens inside the request of its own connection, which came by the tenant's path.
        here.Tenant = http.HttpContext?.Features.Get<TenantInfo>();
        member.SignIn((await authentication.GetAuthenticationStateAsync()).User, here.Tenant);
    }
}

/// <summary>The company of this circuit, or of this request.</summary>
public sealed class CircuitTenant
{
    public TenantInfo? Tenant { get; internal set; }
}
