using AdvPortal.Application.Members;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence.Members;
using FluentValidation;

namespace AdvPortal.Application.Tenants;

/// <summary>The first company of an empty portal, and the person who will run it. Works once: afterwards there is a company.</summary>
[UseCase]
public sealed class SetUpCompany(UnitOfWork unitOfWork, CurrentMember current, TenantDirectory directory, Logins logins, IValidator<SetUpCompany.Form> validator)
{
    // Any number, the same on every node: two people with the same link must not create two companies.
    private const long Turnstile = 7_210_001;

    public async Task<Result<LoginId>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(form.TimeZone);
        var tenant = new Tenant(form.Slug, form.Company, form.TimeZone, form.Language, form.Currency);
        current.ActAsPortal(tenant.Id, zone);

        var login = new Login(form.Email.Trim()) { EmailConfirmed = true };
        var result = await unitOfWork.RunUnrecordedAsync<Result<LoginId>>(
            this, async db =>
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turnstile})", ct);

                if (await db.Tenants.AnyAsync(ct))
                {
                    return new SetUpAlready();
                }

                using var users = logins.In(db);
                var created = await users.CreateAsync(login, form.Password);

                if (!created.Succeeded)
                {
                    throw new InvalidOperationException($"Identity refused an account that the form took: {string.Join(", ", created.Errors.Select(e => e.Code))}");
                }

                var account = new LoginId(login.Id);
                db.AddRange(tenant, new TenantSettings(form.Company), new Member(account, form.Name, login.Email!, [Role.Admin, Role.Manager], form.Language), new Membership(account, tenant.Id));

                return account;
            },
            ct);
        directory.Forget(form.Slug);

        return result;
    }

    public sealed class Form
    {
        public string Company { get; set; } = "";
        public string Slug { get; set; } = "";
        public string TimeZone { get; set; } = "Europe/Paris";
        public string Language { get; set; } = "fr";
        public string Currency { get; set; } = "EUR";
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Company).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("SetUp.CompanyMissing").MaximumLength(Tenant.NameMaxLength).WithMessage("SetUp.CompanyTooLong");
            RuleFor(f => f.Slug).Must(Tenant.IsSlug).WithMessage("SetUp.SlugWrong");
            RuleFor(f => f.TimeZone).Must(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).WithMessage("SetUp.TimeZoneUnknown");
            RuleFor(f => f.Language).Must(language => language is "fr" or "en").WithMessage("Member.LanguageUnknown");
            RuleFor(f => f.Currency).Matches("^[A-Z]{3}$").WithMessage("SetUp.CurrencyWrong");
            RuleFor(f => f.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Member.NameMissing").MaximumLength(Member.NameMaxLength).WithMessage("Member.NameTooLong");
            RuleFor(f => f.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Member.EmailMissing").MaximumLength(Member.EmailMaxLength).EmailAddress().WithMessage("Member.EmailWrong");
            RuleFor(f => f.Password).Password();
        }
    }
}
