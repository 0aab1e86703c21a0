namespace AdvPortal.Application.Drafts;

/// <summary>Forgets a draft: what was typed has been sent, or was given up.</summary>
[UseCase]
public sealed class DropDraft(UnitOfWork unitOfWork, CurrentMember member)
{
    public async Task ExecuteAsync(string form, CancellationToken ct = default)
    {
        if (member.Id is { } me)
        {
            await unitOfWork.RunUnrecordedAsync(this, db => db.Drafts.Where(d => d.MemberId == me && d.Form == form).ExecuteDeleteAsync(ct), ct);
        }
    }
}
