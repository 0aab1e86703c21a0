using AdvPortal.Application.Outbox;
using AdvPortal.Exchange.Mail;
using Microsoft.AspNetCore.Identity;

namespace AdvPortal.Application.Members;

/// <summary>A link to choose a new password goes to whoever is a member under this address; the answer is the same when nobody is.</summary>
[UseCase]
public sealed class SendForgottenLink(UnitOfWork unitOfWork, CurrentMember current, TenantClock clock, Mailer mailer, ILookupNormalizer normalizer)
{
    public async Task<Result> ExecuteAsync(Tenants.TenantInfo tenant, string email, CancellationToken ct = default)
    {
        if (current.TenantId is null)
        {
            current.Visit(tenant.Id, tenant.TimeZone);
        }

        return await unitOfWork.RunUnrecordedAsync(
            this, async db =>
            {
                var normalized = normalizer.NormalizeEmail(email.Trim());
                var member = await (
                    from it in db.Members
                    join account in db.Users on (Guid)(object)it.LoginId equals account.Id
                    where account.NormalizedEmail == normalized && !it.IsDisabled
                    select it).SingleOrDefaultAsync(ct);

                if (member is not null)
                {
                    var link = await PasswordLink.IssueAsync(db, member.LoginId, clock.Now + PasswordLink.Forgotten, ct);
                    await mailer.SendLinkAsync(db, member, PasswordMail.Occasion.Forgotten, null, $"password/{link}", ct);
                }

                return Result.Ok;
            },
            ct);
    }
}
