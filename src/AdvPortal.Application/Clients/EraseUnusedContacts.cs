using System.Globalization;

namespace AdvPortal.Application.Clients;

/// <summary>What the company's retention setting asks for: contacts of clients with whom nothing has happened for so many months are forgotten.</summary>
[UseCase]
public sealed class EraseUnusedContacts(UnitOfWork unitOfWork, TenantClock clock, EraseContactData erase)
{
    /// <summary>How many were forgotten.</summary>
    public async Task<int> ExecuteAsync(CancellationToken ct = default)
    {
        var erased = 0;

        foreach (var contact in await FindAsync(ct))
        {
            // Another node may be at the same: whoever comes second is told that it is done, or that the row has moved.
            erased += (await erase.ExecuteAsync(contact, version: null, ct)).IsOk ? 1 : 0;
        }

        return erased;
    }

    private Task<List<ContactId>> FindAsync(CancellationToken ct) => unitOfWork.ReadAsAnyoneAsync(
        this, async db =>
        {
            if (await db.TenantSettings.Select(s => s.RetentionMonths).SingleOrDefaultAsync(ct) is not { } months)
            {
                return [];
            }

            var since = clock.Now.AddMonths(-months);
            var unused = await db.Contacts
                .Where(c => c.ErasedAt == null && !db.History.Any(h => h.ClientId == c.ClientId && h.At >= since))
                .Select(c => c.Id).ToListAsync(ct);

            return unused.FindAll(id => MadeAt(id) < since);
        },
        ct);

    // A UUID of version 7 begins with the millisecond it was made in (RFC 9562, 5.7).
    private static DateTimeOffset MadeAt(ContactId id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(id.Value.ToString("N")[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
