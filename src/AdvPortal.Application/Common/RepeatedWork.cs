namespace AdvPortal.Application.Common;

/// <summary>
/// Work of many transactions that may be sent again under one key. The key is taken before the first of them: whoever sends it again waits
/// for the answer, or for the lease of a node that died. Without a key there is nothing of that.
/// </summary>
internal sealed class RepeatedWork(RepeatedRequest? request, UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    /// <summary>What was answered before; null when the work is ours to do.</summary>
    public async Task<TResult?> ClaimAsync<TResult>(CancellationToken ct)
        where TResult : class, IResult<TResult>
    {
        if (request is null)
        {
            return null;
        }

        var (isFirst, answer) = await unitOfWork.RunUnrecordedAsync(db => request.ClaimAsync<TResult>(db, member.TenantId!.Value, clock.Now, ct), ct);

        return isFirst ? null : answer;
    }

    /// <summary>Between two of its transactions.</summary>
    public Task RenewAsync(CancellationToken ct) =>
        request is null ? Task.CompletedTask : unitOfWork.RunUnrecordedAsync(db => request.RenewAsync(db, clock.Now, ct), ct);

    /// <summary>Nobody can call this off: whoever hung up meanwhile asks again, and must be told.</summary>
    public async Task<TResult> AnswerAsync<TResult>(TResult answer)
    {
        if (request is not null)
        {
            await unitOfWork.RunUnrecordedAsync(db => request.KeepAsync(db, answer, CancellationToken.None), CancellationToken.None);
        }

        return answer;
    }
}
