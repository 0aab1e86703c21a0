namespace AdvPortal.Application.Members;

/// <summary>Another link for somebody who has not chosen a password yet; the one before is worth nothing from now on.</summary>
[UseCase]
public sealed class ResendInvitation(UnitOfWork unitOfWork, InviteMember invite)
{
    public Task<Result<MemberId>> ExecuteAsync(MemberId id, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<MemberId>>(
            this, Permission.ManageMembers, id,
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                {
                    return new NoSuchMember();
                }

                if (await db.Users.AnyAsync(u => u.Id == member.LoginId.Value && u.PasswordHash != null, ct))
                {
                    return new JoinedAlready();
                }

                await invite.SendAsync(db, member, isKnown: false, ct);

                return id;
            },
            ct);
}
