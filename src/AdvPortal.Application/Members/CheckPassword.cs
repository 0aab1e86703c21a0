using AdvPortal.Persistence.Members;
using Microsoft.AspNetCore.Identity;

namespace AdvPortal.Application.Members;

/// <summary>Is this the person they say they are? Five wrong passwords close the account for ten minutes, and nothing tells an unknown address from a known one.</summary>
[UseCase]
public sealed class CheckPassword(UnitOfWork unitOfWork, Logins logins, IPasswordHasher<Login> hasher, ILookupNormalizer normalizer)
{
    // Hashed once: an address that nobody has takes as long to refuse as one that somebody has.
    private static string? _decoy;

    public async Task<Result<LoginId>> ExecuteAsync(string email, string password, CancellationToken ct = default)
    {
        if (email.Length > Member.EmailMaxLength || password.Length > Logins.PasswordMaxLength)
        {
            return new WrongCredentials();
        }

        return await unitOfWork.RunUnrecordedAsync<Result<LoginId>>(
            this, async db =>
            {
                var normalized = normalizer.NormalizeEmail(email.Trim());

                // Locked, so that guesses at the same moment are counted one by one.
                var login = await db.Users.FromSql($"select * from logins where normalized_email = {normalized} for update").SingleOrDefaultAsync(ct);

                if (login?.PasswordHash is null)
                {
                    hasher.VerifyHashedPassword(new(), _decoy ??= hasher.HashPassword(new(), "decoy"), password);

                    return new WrongCredentials();
                }

                using var users = logins.In(db);

                if (await users.IsLockedOutAsync(login))
                {
                    return new WrongCredentials();
                }

                if (!await users.CheckPasswordAsync(login, password))
                {
                    await users.AccessFailedAsync(login);

                    return new WrongCredentials();
                }

                await users.ResetAccessFailedCountAsync(login);

                return new LoginId(login.Id);
            },
            ct);
    }
}
