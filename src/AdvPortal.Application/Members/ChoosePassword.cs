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
            async db =>
            {
                if (await PasswordLink.FindAsync(db, link, clock.Now, ct) is not { } id)
                {
                    return new LinkExpired();
                }

                var login = await db.Users.FromSql($"select * from logins where id = {id.Value} for update").SingleAsync(ct);
                using var users = logins.In(db);
                login.PasswordHash = null;
                var added = await users.AddPasswordAsync(login, form.Password);

                if (!added.Succeeded)
                {
                    throw new InvalidOperationException($"Identity refused a password that the form took: {string.Join(", ", added.Errors.Select(e => e.Code))}");
                }

                login.EmailConfirmed = true;
                await users.SetLockoutEndDateAsync(login, null);
                await users.ResetAccessFailedCountAsync(login);
                await PasswordLink.EndAsync(db, id, ct);

                return id;
            },
            ct);
    }
}
