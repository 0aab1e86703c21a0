using FluentValidation;

namespace AdvPortal.Application.Members;

/// <summary>Lets another system in. The secret is answered once and kept by nobody here.</summary>
[UseCase]
public sealed class CreateApiKey(UnitOfWork unitOfWork, TenantClock clock, IValidator<CreateApiKey.Form> validator)
{
    public async Task<Result<Created>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var secret = ApiKey.NewSecret();
        var key = new ApiKey(form.Name, form.Role, secret, clock.Now);

        return await unitOfWork.RunAsync<Result<Created>>(
            this, Permission.ManageTenant, key.Id,
            db =>
            {
                db.Add(key);

                return Task.FromResult<Result<Created>>(new Created(key.Id, secret));
            },
            ct);
    }

    public sealed class Form
    {
        public string Name { get; set; } = "";
        public Role Role { get; set; } = Role.Reader;
    }

    public sealed record Created(ApiKeyId Id, string Secret);

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("ApiKey.NameMissing").MaximumLength(ApiKey.NameMaxLength).WithMessage("ApiKey.NameTooLong");
            RuleFor(f => f.Role).IsInEnum().WithMessage("Member.RoleMissing");
        }
    }
}
