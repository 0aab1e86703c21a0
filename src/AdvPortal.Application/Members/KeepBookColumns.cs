namespace AdvPortal.Application.Members;

/// <summary>Which columns of the order book a member looks at, on whatever device they come.</summary>
[UseCase]
public sealed class KeepBookColumns(UnitOfWork unitOfWork, CurrentMember current)
{
    /// <param name="columns">A comma between them; null for the usual ones.</param>
    public async Task<Result> ExecuteAsync(string? columns, CancellationToken ct = default)
    {
        if (current.Id is not { } me)
        {
            return new NotAllowed();
        }

        var kept = columns is { Length: > 0 and <= Member.BookColumnsMaxLength } ? columns : null;

        return await unitOfWork.RunUnrecordedAsync(
            this, async db =>
            {
                // Past the version, as every preference: of two open pages, the last word counts.
                await db.Members.Where(m => m.Id == me).ExecuteUpdateAsync(set => set.SetProperty(m => m.BookColumns, kept), ct);

                return Result.Ok;
            },
            ct);
    }
}
