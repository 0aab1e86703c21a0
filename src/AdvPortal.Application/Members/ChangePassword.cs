using FluentValidation;

namespace AdvPortal.Application.Members;

/// <summary>A signed-in person chooses another password; their other sessions end.</summary>
[UseCase]
public sealed class ChangePassword(UnitOfWork unitOfWork, CurrentMember member, Logins logins, IValidator<ChangePassword.Form> validator)
{
    public async Task<Result> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        if (member.Id is not { } me)
        {
            return new NotAllowed();
        }

        return await unitOfWork.RunUnrecordedAsync<Result>(
            this, async db =>
            {
                var account = await db.Members.Where(m => m.Id == me).Select(m => m.LoginId).SingleAsync(ct);
                var login = await db.Users.FromSql($"select * from logins where id = {account.Value} for update").SingleAsync(ct);
                using var users = logins.In(db);

                if (await users.IsLockedOutAsync(login))
                {
                    return new WrongPassword();
                }

                if ((await users.ChangePasswordAsync(login, form.Current, form.Password)).Succeeded)
                {
                    return Result.Ok;
                }

                await users.AccessFailedAsync(login);

                return new WrongPassword();
            },
            ct);
    }

    public sealed class Form
    {
        public string Current { get; set; } = "";
        public string Password { get; set; } = "";
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Current).NotEmpty().WithMessage("Password.CurrentMissing");
            RuleFor(f => f.Password).Password();
        }
    }
}
