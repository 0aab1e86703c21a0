using AdvPortal.Persistence;
using AdvPortal.Persistence.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AdvPortal.Application.Members;

/// <summary>ASP.NET Core Identity over the context of one unit of work. Passkeys, one-time codes and outside providers have their tables already.</summary>
public sealed class Logins(IServiceProvider services)
{
    public const int PasswordMinLength = 12;
    public const int PasswordMaxLength = 128;

    private const int MostFailures = 5;
    private static readonly TimeSpan _lockout = TimeSpan.FromMinutes(10);

    internal UserManager<Login> In(AdvDbContext db) =>
        ActivatorUtilities.CreateInstance<UserManager<Login>>(services, new UserOnlyStore<Login, AdvDbContext, Guid>(db) { AutoSaveChanges = false });

    /// <summary>An account whose password is known, as a hash: demo data.</summary>
    internal Login Known(string email, string passwordHash)
    {
        var normalized = services.GetRequiredService<ILookupNormalizer>().NormalizeEmail(email);

        return new(email)
        {
            NormalizedEmail = normalized,
            NormalizedUserName = normalized,
            EmailConfirmed = true,
            LockoutEnabled = true,
            PasswordHash = passwordHash,
            SecurityStamp = Ids.Next().ToString("N"),
        };
    }

    internal static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = _lockout;

        // Length is what makes a password strong (NIST SP 800-63B, 3.1.1.2): no rules of composition.
        options.Password.RequiredLength = PasswordMinLength;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 5;
    }
}

internal static class LoginServices
{
    public static void AddLogins(this IServiceCollection services)
    {
        services.AddIdentityCore<Login>(Logins.Configure);

        // These would want a context that outlives the work: Logins makes them over the one of the work.
        services.RemoveAll<UserManager<Login>>();
        services.RemoveAll<IUserClaimsPrincipalFactory<Login>>();
        services.AddScoped<Logins>();
    }
}
