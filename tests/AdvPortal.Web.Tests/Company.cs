using System.Net.Http.Headers;
using AdvPortal.Application.Common;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests;

/// <summary>One tenant of the portal, as its programs see it.</summary>
public sealed class Company(WebApplicationFactory<Program> portal, Tenant tenant)
{
    public const string Password = "une phrase bien longue";

    private static readonly PasswordHasher<Login> _passwords = new();
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public TenantId Id => tenant.Id;
    public string Slug => tenant.Slug;

    /// <summary>With a key that holds every permission; addresses are relative to /slug/api/v1/.</summary>
    public HttpClient Api { get; internal set; } = null!;

    public async Task<HttpClient> ApiAsync(Role role)
    {
        var secret = ApiKey.NewSecret();
        await StoreAsync(new ApiKey(role.ToString(), role, secret, PortalFixture.Now));
        var api = portal.CreateClient(new() { BaseAddress = new($"http://localhost/{Slug}/api/v1/"), AllowAutoRedirect = false });
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        api.DefaultRequestHeaders.AcceptLanguage.Add(new("fr"));

        return api;
    }

    public async Task<MemberId> AMemberAsync(string name, params Role[] roles)
    {
        var email = $"{Guid.CreateVersion7():N}@example.test";
        var login = new Login(email);
        var member = new Member(new(login.Id), name, email, roles, "fr");
        await StoreAsync(login, member);

        return member.Id;
    }

    /// <summary>A member who can sign in with <see cref="Password"/>; the address is what they sign in with.</summary>
    public async Task<(MemberId Id, string Email)> APersonAsync(string name, params Role[] roles)
    {
        var email = $"{Guid.CreateVersion7():N}@example.test";
        var login = new Login(email) { NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = Guid.CreateVersion7().ToString("N"), EmailConfirmed = true };
        login.PasswordHash = _passwords.HashPassword(login, Password);
        var member = new Member(new(login.Id), name, email, roles, "fr");
        await StoreAsync(login, member, new Membership(member.LoginId, tenant.Id));

        return (member.Id, email);
    }

    public async Task<ClientId> AClientAsync(string name, MemberId? owner = null)
    {
        var client = new Client($"C-{Guid.CreateVersion7():N}"[..Client.CodeMaxLength], name, "fr", "EUR");
        await StoreAsync(owner is { } by ? [client, new Ownership(client.Id, by, new(2026, 1, 1), null)] : [client]);

        return client.Id;
    }

    /// <summary>The portal as one member uses it in the browser: the use cases that their pages inject.</summary>
    public AsyncServiceScope SignIn(MemberId member, params Role[] roles) => SignIn(portal.Services, member, roles);

    /// <summary>The same of somebody to whom portfolios are closed.</summary>
    public AsyncServiceScope SignInConfined(MemberId member, params Role[] roles)
    {
        var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(tenant.Id, _paris, member, Roles.PermissionsOf(roles), Roles.ConfinedIn(roles));

        return scope;
    }

    /// <summary>The same in a portal with something replaced.</summary>
    public AsyncServiceScope SignIn(IServiceProvider services, MemberId member, params Role[] roles)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(tenant.Id, _paris, member, Roles.PermissionsOf(roles));

        return scope;
    }

    /// <summary>Rows as they would be had somebody made them; work that is under test goes through the API.</summary>
    public Task StoreAsync(params object[] rows) => StoreAsync(db =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    });

    /// <summary>A change that nobody is told of: no open page hears it.</summary>
    public async Task StoreAsync(Func<AdvDbContext, Task> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsPortal(tenant.Id, _paris);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunUnrecordedAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            CancellationToken.None);
    }
}
