using FluentValidation;

namespace AdvPortal.Application.Members;

/// <summary>A password that somebody chooses.</summary>
public sealed class PasswordForm
{
    public string Password { get; set; } = "";

    internal sealed class Validator : AbstractValidator<PasswordForm>
    {
        public Validator() => RuleFor(f => f.Password).Password();
    }
}

internal static class PasswordRules
{
    public static IRuleBuilderOptions<T, string> Password<T>(this IRuleBuilder<T, string> rule) =>
        rule.MinimumLength(Logins.PasswordMinLength).WithMessage("Password.TooShort")
            .MaximumLength(Logins.PasswordMaxLength).WithMessage("Password.TooLong")
            .Must(password => password.Distinct().Count() >= 5).WithMessage("Password.TooSimple");
}
