using AdvPortal.Application.Members;
using AdvPortal.Application.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Caching.Memory;

namespace AdvPortal.Web.Identity;

/// <summary>
/// Signs a person in to every company they are a member of: one cookie for each, kept by the browser to that company's path. Whoever works for
/// two companies switches between them without another password.
/// </summary>
internal sealed class Sessions(IServiceScopeFactory scopes, TenantDirectory directory, IMemoryCache memory)
{
    // A disabled member's requests die within this time on every node; on this one, their circuits and requests die at once.
    private static readonly TimeSpan _remembered = TimeSpan.FromSeconds(2);

    /// <summary>The companies that are open now, and their names.</summary>
    public async Task<IReadOnlyList<ListMemberships.Company>> SignInAsync(HttpContext context, LoginId login)
    {
        var companies = await CompaniesAsync(login, context.RequestAborted);
        var open = new List<ListMemberships.Company>();

        foreach (var company in companies)
        {
            if (await directory.FindAsync(company.Slug, context.RequestAborted) is { } tenant && await AskAsync(tenant, login, stamp: null, context.RequestAborted) is { } member)
            {
                var user = MemberClaims.ForMember(tenant.Id, login, member, member.Stamp);
                await AtAsync(context, company.Slug, () => context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, user, new() { IsPersistent = true }));
                open.Add(company);

                if (context.Features.Get<TenantInfo>() is not { } here || here.Id == tenant.Id)
                {
                    Prefer(context, member);
                }
            }
        }

        return open;
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (context.User.FindFirst(MemberClaims.Login) is { } login)
        {
            foreach (var company in await CompaniesAsync(new(Guid.Parse(login.Value)), context.RequestAborted))
            {
                await AtAsync(context, company.Slug, () => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme));
            }
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    public async Task<List<ListMemberships.Company>> CompaniesAsync(LoginId login, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<ListMemberships>().ExecuteAsync(login, ct);
    }

    /// <summary>Whether a cookie still stands for a member, as they are now.</summary>
    public Task<RecogniseMember.Recognised?> RecogniseAsync(TenantInfo tenant, LoginId login, string stamp, CancellationToken ct) =>
        memory.GetOrCreateAsync((tenant.Id, login, stamp), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = _remembered;

            return AskAsync(tenant, login, stamp, ct);
        });

    public void Forget(TenantId tenant, LoginId login, string stamp) => memory.Remove((tenant, login, stamp));

    private async Task<RecogniseMember.Recognised?> AskAsync(TenantInfo tenant, LoginId login, string? stamp, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<RecogniseMember>().ExecuteAsync(tenant, login, stamp, ct);
    }

    // The path of a cookie is the base path of the request that sets it, as it was when the request was authenticated.
    private static async Task AtAsync(HttpContext context, string slug, Func<Task> act)
    {
        var (here, authenticated) = (context.Request.PathBase, context.Features.Get<IAuthenticationFeature>());
        context.Request.PathBase = $"/{slug}";
        context.Features.Set<IAuthenticationFeature>(new AuthenticationFeature { OriginalPathBase = $"/{slug}", OriginalPath = context.Request.Path });

        try
        {
            await act();
        }
        finally
        {
            context.Request.PathBase = here;
            context.Features.Set(authenticated);
        }
    }

    private static void Prefer(HttpContext context, RecogniseMember.Recognised member)
    {
        var options = new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true };
        Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(member.Language)));
        Keep("adv.theme", member.Theme ?? "");
        Keep("adv.letters", member.SingleLetterShortcuts ? "" : "off");

        void Keep(string name, string value)
        {
            if (value.Length == 0)
            {
                context.Response.Cookies.Delete(name, new() { Path = "/" });
            }
            else
            {
                context.Response.Cookies.Append(name, value, options);
            }
        }
    }
}
