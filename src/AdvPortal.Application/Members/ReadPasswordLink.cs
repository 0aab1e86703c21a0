namespace AdvPortal.Application.Members;

/// <summary>Whether a link still leads somewhere, asked before anybody types a password.</summary>
[UseCase]
public sealed class ReadPasswordLink(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Opened>> ExecuteAsync(string link, CancellationToken ct = default) =>
        unitOfWork.ReadAsAnyoneAsync<Result<Opened>>(
            this, async db => await PasswordLink.FindAsync(db, link, clock.Now, ct) is { } login
                ? new Opened((await db.Users.Where(u => u.Id == login.Value).Select(u => u.Email).SingleAsync(ct))!)
                : new LinkExpired(),
            ct);

    public sealed record Opened(string Email);
}
