using AdvPortal.Application;
using AdvPortal.Application.Common;
using AdvPortal.Application.Tenants;
using AdvPortal.Web.Api;
using AdvPortal.Web.Components;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Serilog;
using Serilog.Events;

namespace AdvPortal.Web.Hosting;

/// <summary>Puts the portal together: the one place where all the rooms meet.</summary>
internal static class Portal
{
    public static WebApplication Build(string[] args, PortalDatabase database)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAdvPortal(database.ConnectionString);
        builder.AddMail();
        AddHost(builder);
        AddPages(builder.Services);
        AddApi(builder.Services);

        var app = builder.Build();
        Use(app);

        return app;
    }

    private static void AddHost(WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseSerilog((context, log) => log
            // The post asks the database every few seconds; each question would be a line.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Warning)
            .ReadFrom.Configuration(context.Configuration).Enrich.FromLogContext().WriteTo.Console(formatProvider: null));
        builder.Services.AddMemoryCache();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CircuitTenant>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddShell();
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitHandler, CircuitSignIn>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.LoginPath = "/sign-in";
                cookie.Events.OnValidatePrincipal = MemberClaims.ValidateAsync;
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeySignIn>(ApiKeySignIn.Name, _ => { });
    }

    private static void AddApi(IServiceCollection services)
    {
        services.AddApiPolicy();
        services.AddSingleton<MergePatch>();
        services.AddProblemDetails();
        services.ConfigureOptions<ApiJson>();
        services.AddSingleton<IDescribeRefusal, UnmetRequirements>();
        services.AddHealthChecks();
    }

    private static void Use(WebApplication app)
    {
        // The order matters: routing, cookies and antiforgery must see the path as it is inside the tenant.
        app.UseMiddleware<TenantPath>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLocalization("fr", "en");
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use((context, next) =>
        {
            var tenant = context.Features.Get<TenantInfo>();
            context.RequestServices.GetRequiredService<CircuitTenant>().Tenant = tenant;
            context.RequestServices.GetRequiredService<CurrentMember>().SignIn(context.User, tenant);

            return next(context);
        });
        app.Use(Idempotency.ReadKeyAsync);
        app.MapStaticAssets();
        app.MapHealthChecks("/health/live");
        app.MapHealthChecks("/health/ready");
        app.MapApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
