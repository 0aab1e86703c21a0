namespace AdvPortal.Application.Drafts;

/// <summary>What a member typed into a form the last time and did not send.</summary>
[UseCase]
public sealed class ReadDraft(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    /// <summary>Null when nothing is kept.</summary>
    public async Task<Kept?> ExecuteAsync(string form, CancellationToken ct = default)
    {
        if (member.Id is not { } me)
        {
            return null;
        }

        var kept = await unitOfWork.ReadAsAnyoneAsync(
            this, db => db.Drafts.Where(d => d.MemberId == me && d.Form == form).Select(d => new Kept(d.Content, d.SavedAt)).SingleOrDefaultAsync(ct), ct);

        return kept is null ? null : kept with { At = clock.Local(kept.At) };
    }

    /// <param name="At">In the tenant's zone.</param>
    public sealed record Kept(string Content, DateTimeOffset At);
}
