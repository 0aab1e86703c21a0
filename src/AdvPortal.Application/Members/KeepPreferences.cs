namespace AdvPortal.Application.Members;

/// <summary>How a member likes the portal, on whatever device they come.</summary>
[UseCase]
public sealed class KeepPreferences(UnitOfWork unitOfWork, CurrentMember current)
{
    public async Task<Result> ExecuteAsync(string language, string? theme, bool singleLetterShortcuts, CancellationToken ct = default)
    {
        if (current.Id is not { } me)
        {
            return new NotAllowed();
        }

        return await unitOfWork.RunUnrecordedAsync(
            this, async db =>
            {
                var member = await db.Members.SingleAsync(m => m.Id == me, ct);
                member.Prefer(language is "en" ? "en" : "fr", theme is "light" or "dark" ? theme : null, singleLetterShortcuts);

                return Result.Ok;
            },
            ct);
    }
}
