using FluentValidation;

namespace AdvPortal.Application.Members;

/// <summary>The end of an invitation or of a forgotten password: the link is used up, every other session of this login ends.</summary>
[UseCase]
public sealed class ChoosePassword(UnitOfWork unitOfWork, Logins logins, TenantClock clock, IValidator<PasswordForm> validator)
{
    public async Task<Result<LoginId>> ExecuteAsync(string link, PasswordForm form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.RunUnrecordedAsync<Result<LoginId>>(
            this, async db =>
            {
                // The login first: whoever follows the same link at this moment finds it used up when their turn comes.
                if (PasswordLink.LoginOf(link) is not { } id
                    || await db.Users.FromSql($"select * from logins where id = {id.Value} for update").SingleOrDefaultAsync(ct) is not { } login
                    || await PasswordLink.FindAsync(db, link, clock.Now, ct) is null)
                {
                    return new LinkExpired();
                }

                using var users = logins.In(db);

                // With the password in one go: Identity takes the concurrency stamp of an update for stored at the next, and this one is stored at the end.
                (login.PasswordHash, login.EmailConfirmed, login.LockoutEnd, login.AccessFailedCount) = (null, true, null, 0);
                var added = await users.AddPasswordAsync(login, form.Password);

                if (!added.Succeeded)
                {
                    throw new InvalidOperationException($"Identity refused a password that the form took: {string.Join(", ", added.Errors.Select(e => e.Code))}");
                }

                await PasswordLink.EndAsync(db, id, ct);

                return id;
            },
            ct);
    }
}
