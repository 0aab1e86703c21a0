using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Members;

/// <summary>Says what a member is in the company, and whether they may come in at all. A company keeps at least one administrator.</summary>
[UseCase]
public sealed class ChangeAccess(UnitOfWork unitOfWork, CurrentMember current, IValidator<ChangeAccess.Form> validator)
{
    public async Task<Result<MemberId>> ExecuteAsync(MemberId id, Form form, int? version, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.RunAsync<Result<MemberId>>(
            this, Permission.ManageMembers, id,
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                {
                    return new NoSuchMember();
                }

                if (form.IsDisabled && current.Id == id)
                {
                    return new NotYourself();
                }

                if ((form.IsDisabled || !form.Roles.Contains(Role.Admin)) && await IsLastAdminAsync(db, id, ct))
                {
                    return new LastAdmin();
                }

                if (version is { } seen)
                {
                    db.Expect(member, seen);
                }

                member.Rename(form.Name);
                member.Grant(form.Roles);

                if (form.IsDisabled)
                {
                    member.Disable();
                }
                else
                {
                    member.Enable();
                }

                return id;
            },
            ct);
    }

    // Locked, so that two administrators cannot remove each other at the same moment.
    private static async Task<bool> IsLastAdminAsync(AdvDbContext db, MemberId id, CancellationToken ct)
    {
        var active = await db.Members.FromSql($"select * from members where not is_disabled order by id for update").AsNoTracking().Select(m => new { m.Id, m.Roles }).ToListAsync(ct);

        return active.Exists(m => m.Id == id && m.Roles.Contains(Role.Admin)) && !active.Exists(m => m.Id != id && m.Roles.Contains(Role.Admin));
    }

    public sealed class Form
    {
        public string Name { get; set; } = "";
        public List<Role> Roles { get; set; } = [];
        public bool IsDisabled { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Member.NameMissing").MaximumLength(Member.NameMaxLength).WithMessage("Member.NameTooLong");
            RuleFor(f => f.Roles).NotEmpty().WithMessage("Member.RoleMissing").Must(roles => roles.All(Enum.IsDefined)).WithMessage("Member.RoleMissing");
        }
    }
}
