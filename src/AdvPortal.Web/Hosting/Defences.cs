using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using AdvPortal.Application.Common;
using AdvPortal.Application.Tenants;
using AdvPortal.Web.Api;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders.Headers.ContentSecurityPolicy;

namespace AdvPortal.Web.Hosting;

/// <summary>What keeps strangers and hasty programs out: headers, limits, keys.</summary>
internal static class Defences
{
    /// <summary>The limit for whoever tries passwords and links.</summary>
    public const string Guessing = "guessing";

    public static void AddDefences(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("AdvPortal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(it =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = ActivatorUtilities.CreateInstance<KeysInDatabase>(it)));
        services.AddSingleton(it => Box(it.GetRequiredService<IDataProtectionProvider>().CreateProtector("AdvPortal.Secrets")));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "adv.antiforgery");
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddRateLimiter(limiter => Limit(limiter, configuration));
    }

    /// <summary>Passwords for other servers, closed with the keys that sign the cookies: they lie in the database, and the keys with them, but for a thief of one table.</summary>
    private static SecretBox Box(IDataProtector keys) => new(
        secret => keys.Protect(Encoding.UTF8.GetBytes(secret)),
        closed =>
        {
            try
            {
                return Encoding.UTF8.GetString(keys.Unprotect(closed));
            }
            catch (CryptographicException)
            {
                return null;
            }
        });

    /// <summary>Styles may be inline, because MudBlazor writes them so; scripts may not, from anywhere, but for the one that starts the page of the API.</summary>
    public static void UseHeaders(this WebApplication app)
    {
        app.UseWhen(context => !ApiDescription.IsPage(context.Request.Path), pages => pages.UseSecurityHeaders(Headers(scripts => scripts.Self())));
        app.UseWhen(context => ApiDescription.IsPage(context.Request.Path), page => page.UseSecurityHeaders(Headers(scripts => scripts.Self().WithNonce())));
    }

    private static HeaderPolicyCollection Headers(Action<ScriptSourceDirectiveBuilder> scripts) =>
        new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddPermissionsPolicy(policy => { policy.AddCamera().None(); policy.AddGeolocation().None(); policy.AddMicrophone().None(); policy.AddPayment().None(); })
            .RemoveServerHeader()
            .AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().Self();
                scripts(content.AddScriptSrc());
                content.AddStyleSrc().Self().UnsafeInline();
                content.AddImgSrc().Self().Data();
                content.AddObjectSrc().None();
                content.AddBaseUri().Self();
                content.AddFormAction().Self();
                content.AddFrameAncestors().None();
            });

    private static void Limit(RateLimiterOptions limiter, IConfiguration configuration)
    {
        var perKey = configuration.GetValue("Portal:RequestsPerSecond:Key", 100);
        var perAddress = configuration.GetValue("Portal:RequestsPerSecond:Address", 200);
        var perTenant = configuration.GetValue("Portal:RequestsPerSecond:Tenant", 1000);
        var guesses = configuration.GetValue("Portal:GuessesPerMinute", 20);

        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(Address(context), perAddress)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Caller(context) is { } caller ? Bucket(caller, perKey) : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.Features.Get<TenantInfo>() is { } tenant ? Bucket(tenant.Slug, perTenant) : RateLimitPartition.GetNoLimiter("")));
        limiter.AddPolicy(Guessing, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Address(context), _ => new() { PermitLimit = guesses, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

            if (rejected.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                await Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
            }
            else
            {
                // The page that stands for other answers would be asked for as the form was, and refuse it as one without its mark.
                var text = rejected.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
                await Failures.SayAsync(rejected.HttpContext, $"<p>{text["TooManyTries"]}</p>");
            }
        };
    }

    // Twice a second's worth at once, so that a page with its files, or a burst of a program, is no offence.
    private static RateLimitPartition<string> Bucket(string who, int perSecond) =>
        perSecond <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
            {
                TokenLimit = 2 * perSecond,
                TokensPerPeriod = int.Max(1, perSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromSeconds((double)int.Max(1, perSecond / 10) / perSecond),
                AutoReplenishment = true,
            });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "nowhere";

    private const string Bearer = "Bearer ";

    // A key is counted before anybody looks whose it is, and kept as nothing that opens a door.
    private static string? Caller(HttpContext context) =>
        context.Request.Headers.Authorization is [{ } sent] && sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sent[Bearer.Length..].Trim())))
            : context.User.FindFirstValue(MemberClaims.Member);
}
