using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Drafts;

/// <summary>Keeps what a member typed into a form and has not sent: it outlives the connection, the server and the device. History does not tell of it.</summary>
[UseCase]
public sealed class KeepDraft(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    /// <summary>Far more than a form holds by hand; a draft is no place for files.</summary>
    public const int ContentMaxLength = 100_000;

    /// <param name="form">Which form, and of what: "clients/new", "clients/0198…/edit".</param>
    /// <param name="content">What was typed, as JSON that only the form reads again.</param>
    public async Task<Result> ExecuteAsync(string form, string content, CancellationToken ct = default)
    {
        if (member.Id is not { } me)
        {
            return new NotAllowed();
        }

        if (content.Length > ContentMaxLength)
        {
            return new DraftTooLong();
        }

        return await unitOfWork.RunUnrecordedAsync<Result>(
            this, async db =>
            {
                await db.KeepDraftAsync(me, form, content, clock.Now, ct);

                return Result.Ok;
            },
            ct);
    }
}

public sealed record DraftTooLong : Unacceptable;
