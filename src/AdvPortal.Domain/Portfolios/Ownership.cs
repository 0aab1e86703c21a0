namespace AdvPortal.Domain.Portfolios;

/// <summary>Who owns a client, from which day to which: the dated history of its portfolio. It never changes because of an absence.</summary>
public sealed class Ownership : TenantOwned
{
    public const int ReasonMaxLength = 300;

    private Ownership() { }

    public Ownership(ClientId client, MemberId owner, DateOnly from, string? reason) =>
        (ClientId, OwnerId, From, Reason) = (client, owner, from, reason);

    public Guid Id { get; private set; } = Ids.Next();
    public ClientId ClientId { get; private set; }
    public MemberId OwnerId { get; private set; }

    /// <summary>First day, in the tenant's zone.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day; null while nobody else was named.</summary>
    public DateOnly? Until { get; private set; }

    public string? Reason { get; private set; }

    public bool Holds(DateOnly day) => From <= day && (Until is null || Until >= day);

    /// <summary>
    /// Hands a client over from <paramref name="from"/> on, for good: whoever owned it until then ends the day before, and what was
    /// foreseen for later no longer counts. Null when nothing changes, because that member owns it then and stays.
    /// </summary>
    /// <param name="history">Every ownership of the client.</param>
    public static Handover? Hand(IReadOnlyCollection<Ownership> history, ClientId client, MemberId to, DateOnly from, string? reason)
    {
        var before = history.SingleOrDefault(o => o.From < from && (o.Until is null || o.Until >= from));
        var superseded = history.Where(o => o.From >= from).ToList();

        if (superseded is [] && before is { Until: null } && before.OwnerId == to)
        {
            return null;
        }

        if (superseded is [{ Until: null } only] && only.From == from && only.OwnerId == to)
        {
            return null;
        }

        if (before is not null)
        {
            before.Until = from.AddDays(-1);
        }

        return new(new(client, to, from, reason), superseded);
    }
}

/// <summary>What a change of owner leaves behind: the ownership that begins, and those it makes void.</summary>
public sealed record Handover(Ownership Begins, IReadOnlyList<Ownership> Void);
