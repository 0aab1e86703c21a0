namespace AdvPortal.Domain.Portfolios;

/// <summary>One client is served by a stand-in for a part of its owner's absence. The owner stays the owner.</summary>
public sealed class Cover : TenantOwned
{
    private Cover() { }

    internal Cover(Absence absence, PlannedCover plan)
    {
        (AbsenceId, AbsentId, FollowsFrom) = (absence.Id, plan.Chain?.OwnerId ?? absence.MemberId, plan.Chain?.Absences ?? []);
        (ClientId, StandInId, FirstHalf, LastHalf, IsFixed) = (plan.ClientId, plan.StandInId, plan.FirstHalf, plan.LastHalf, plan.IsFixed);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public AbsenceId AbsenceId { get; private set; }

    /// <summary>The owner for whom it is done.</summary>
    public MemberId AbsentId { get; private set; }

    /// <summary>The absences of the owner, of the stand-in and so on to whoever this cover is instead of, where this one is that of a stand-in who is away too; none in the owner's own.</summary>
    public IReadOnlyList<AbsenceId> FollowsFrom { get; private set; } = [];

    public ClientId ClientId { get; private set; }
    public MemberId StandInId { get; private set; }

    /// <summary>First half-day, as <see cref="HalfDay"/> counts them.</summary>
    public int FirstHalf { get; private set; }

    /// <summary>Last half-day, included.</summary>
    public int LastHalf { get; private set; }

    /// <summary>Chosen by hand: a new proposal leaves it as it is.</summary>
    public bool IsFixed { get; private set; }

    public bool IsPublished { get; private set; }

    /// <summary>Since when it is, which may be after it began; null where it follows from another's at its first half-day.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public PlannedCover AsPlanned => new(ClientId, StandInId, FirstHalf, LastHalf, IsFixed) { Chain = FollowsFrom.Count > 0 ? new(FollowsFrom, AbsentId) : null };

    internal void Publish(DateTimeOffset? at)
    {
        if (!IsPublished)
        {
            (IsPublished, PublishedAt) = (true, at);
        }
    }

    /// <summary>The rest of this cover from <paramref name="half"/> on, as a line of its own.</summary>
    internal Cover From(Absence absence, int half) => new(absence, AsPlanned with { FirstHalf = half }) { IsPublished = IsPublished, PublishedAt = PublishedAt };

    /// <summary>The owner answers again from <paramref name="half"/> on: a cover not begun by then gives nothing any more.</summary>
    internal void EndBefore(int half)
    {
        if (FirstHalf >= half)
        {
            IsPublished = false;
        }
        else
        {
            LastHalf = Math.Min(LastHalf, half - 1);
        }
    }
}
