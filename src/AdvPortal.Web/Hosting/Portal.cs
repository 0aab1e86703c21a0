using AdvPortal.Application;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Tenants;
using AdvPortal.Web.Api;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake;
using AdvPortal.Web.Components;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Hosting;

/// <summary>Puts the portal together: the one place where all the rooms meet.</summary>
internal static class Portal
{
    public static WebApplication Build(string[] args, PortalDatabase database)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAdvPortal(database.ConnectionString);
        builder.Services.AddSingleton(LimitedReaderOptions.For(typeof(Portal).Assembly));
        builder.AddMail();
        builder.AddWebhooks();
        builder.AddLanguageModel();
        builder.Services.AddHostedService<RoundsWorker<RetentionRounds>>();
        builder.Services.AddHostedService<RoundsWorker<Application.Portfolios.WorkRounds>>();
        builder.Services.AddHostedService<RoundsWorker<Application.Tenders.TenderRounds>>();
        builder.Services.AddHostedService<RoundsWorker<Application.Orders.PromiseRounds>>();
        builder.Services.AddHostedService<RoundsWorker<IntakeRounds<ResumeReading>>>();
        builder.Services.AddHostedService<RoundsWorker<IntakeRounds<WatchMailbox>>>();
        AddHost(builder);
        builder.Services.AddDefences(builder.Configuration);
        AddPages(builder.Services);
        AddApi(builder.Services);

        var app = builder.Build();
        Use(app);

        return app;
    }

    private static void AddHost(WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.AddObserving();
        builder.Services.AddMemoryCache();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CircuitTenant>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorComponents(pages => pages.MaxFormMappingCollectionSize = Reconfirmation.MostRequirements).AddInteractiveServerComponents();
        services.AddShell();
        services.AddSingleton(it => WordedRules.By(it.GetRequiredService<IStringLocalizer<Texts>>()));
        services.AddCascadingAuthenticationState();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SetUpLink>();
        services.AddScoped<ShellSource>();
        services.AddScoped<AuthenticationStateProvider, MemberRevalidation>();
        AddPermissions(services);
        services.AddScoped<CircuitHandler, CircuitSignIn>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.LoginPath = "/sign-in";
                cookie.Cookie.Name = "adv.session";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
                cookie.Events.OnValidatePrincipal = MemberClaims.ValidateAsync;
                // A program has its answer from the scheme of its key; a second one would cut the first short.
                var toSignIn = cookie.Events.OnRedirectToLogin;
                cookie.Events.OnRedirectToLogin = context => context.Response.HasStarted ? Task.CompletedTask : toSignIn(context);
                cookie.Events.OnRedirectToAccessDenied = denied =>
                {
                    if (!denied.Response.HasStarted)
                    {
                        denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                    }

                    return Task.CompletedTask;
                };
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeySignIn>(ApiKeySignIn.Name, _ => { });
    }

    private static void AddPermissions(IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder();

        foreach (var permission in Enum.GetValues<Permission>())
        {
            policies.AddPolicy(NeedsAttribute.PolicyOf(permission), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => Roles.PermissionsOf(MemberClaims.RolesOf(context.User)).Contains(permission)));
        }
    }

    private static void AddApi(IServiceCollection services)
    {
        services.AddApiPolicy();

        // The same answer in Development as in Production, from one place.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<MergePatch>();
        services.AddProblemDetails();
        services.ConfigureOptions<ApiJson>();
        services.AddSingleton<IDescribeRefusal, UnmetRequirements>();
        services.AddSingleton<IDescribeRefusal, UnreadableLists>();
        services.AddApiDescription();
    }

    private static void Use(WebApplication app)
    {
        app.UseTrustedProxies();

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseHeaders();

        // Of every cookie, whoever sets it. Not its own option: antiforgery then refuses to work at all behind a proxy that says nothing of HTTPS.
        app.UseCookiePolicy(new() { Secure = app.Environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest });

        // Before anything can fail or be refused: both are said in the caller's language.
        app.UseRequestLocalization("fr", "en");

        // Programs get problem details, people a page with the same reference.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Failures.AnswerAsync,
            SuppressDiagnosticsCallback = failed => Failures.IsTheCallers(failed.Exception),
        });
        app.UseWhen(context => !Failures.IsForProgram(context), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));

        // The order matters: routing, cookies and antiforgery must see the path as it is inside the tenant.
        app.UseMiddleware<TenantPath>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use((context, next) =>
        {
            var tenant = context.Features.Get<TenantInfo>();
            context.RequestServices.GetRequiredService<CircuitTenant>().Tenant = tenant;
            context.RequestServices.GetRequiredService<CurrentMember>().SignIn(context.User, tenant);

            return next(context);
        });
        app.Use(EndpointRules.AskForIfMatchAsync);
        app.Use(SoundRequest.CheckAsync);
        app.Use(Idempotency.ReadKeyAsync);
        app.MapStaticAssets();
        app.MapHealth();
        app.MapApi();
        app.MapApiDescription();
        DemoData.Map(app);
        app.MapPost("/sign-out", async Task<IResult> (HttpContext context, Sessions sessions) =>
        {
            // The middleware only looks; whoever reads no form must ask what it saw.
            if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            {
                context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>()?.Enabled = false;

                return TypedResults.BadRequest();
            }

            await sessions.SignOutAsync(context);

            return TypedResults.LocalRedirect($"{context.Request.PathBase}/sign-in");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
