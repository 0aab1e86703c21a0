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

        var (read, look) = (language is "en" ? "en" : "fr", theme is "light" or "dark" ? theme : null);

        return await unitOfWork.RunUnrecordedAsync(
            this, async db =>
            {
                // Past the version: of two open pages, the last word counts, and neither is told that the other was faster.
                await db.Members.Where(m => m.Id == me).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Language, read).SetProperty(m => m.Theme, look).SetProperty(m => m.SingleLetterShortcuts, singleLetterShortcuts), ct);

                return Result.Ok;
            },
            ct);
    }
}
