using AdvPortal.Application.Outbox;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Members;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace AdvPortal.Application.Members;

/// <summary>Opens the company to a person. Whoever has an account already keeps their password; everybody else gets a link to choose one.</summary>
[UseCase]
public sealed class InviteMember(UnitOfWork unitOfWork, CurrentMember current, TenantClock clock, Mailer mailer, ILookupNormalizer normalizer, IValidator<InviteMember.Form> validator)
{
    public async Task<Result<MemberId>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var id = Ids.New<MemberId>();

        return await unitOfWork.RunAsync<Result<MemberId>>(
            this, Permission.ManageMembers, id,
            async db =>
            {
                var email = form.Email.Trim();
                var normalized = normalizer.NormalizeEmail(email);
                var login = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct);
                var isKnown = login?.PasswordHash is not null;
                login ??= db.Add(new Login(email) { NormalizedEmail = normalized, NormalizedUserName = normalized, SecurityStamp = Ids.Next().ToString("N"), LockoutEnabled = true }).Entity;

                var account = new LoginId(login.Id);

                if (await db.Members.AnyAsync(m => m.LoginId == account, ct))
                {
                    return new EmailTaken();
                }

                var member = new Member(id, account, form.Name, email, form.Roles, form.Language);
                var tenant = current.TenantId!.Value;
                db.AddRange(member, new Membership(account, tenant));
                await SendAsync(db, member, isKnown, ct);

                return id;
            },
            ct);
    }

    internal async Task SendAsync(AdvDbContext db, Member member, bool isKnown, CancellationToken ct)
    {
        var inviter = await db.Members.Where(m => m.Id == current.Id).Select(m => m.Name).SingleOrDefaultAsync(ct);

        if (isKnown)
        {
            await mailer.SendLinkAsync(db, member, PasswordMail.Occasion.OneMoreCompany, inviter, "", ct);
        }
        else
        {
            var link = await PasswordLink.IssueAsync(db, member.LoginId, clock.Now + PasswordLink.Invitation, ct);
            await mailer.SendLinkAsync(db, member, PasswordMail.Occasion.Invitation, inviter, $"password/{link}", ct);
        }
    }

    public sealed class Form
    {
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public List<Role> Roles { get; set; } = [];
        public string Language { get; set; } = "fr";
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Member.NameMissing").MaximumLength(Member.NameMaxLength).WithMessage("Member.NameTooLong");
            RuleFor(f => f.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Member.EmailMissing")
                .MaximumLength(Member.EmailMaxLength).WithMessage("Member.EmailWrong").EmailAddress().WithMessage("Member.EmailWrong");
            RuleFor(f => f.Roles).NotEmpty().WithMessage("Member.RoleMissing").Must(roles => roles.All(Enum.IsDefined)).WithMessage("Member.RoleMissing");
            RuleFor(f => f.Language).Must(language => language is "fr" or "en").WithMessage("Member.LanguageUnknown");
        }
    }
}
