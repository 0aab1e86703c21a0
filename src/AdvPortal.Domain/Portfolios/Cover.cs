namespace AdvPortal.Domain.Portfolios;

/// <summary>One client is served by a stand-in for a part of its owner's absence. The owner stays the owner.</summary>
public sealed class Cover : TenantOwned
{
    private Cover() { }

    internal Cover(Absence absence, PlannedCover plan)
    {
        (AbsenceId, AbsentId) = (absence.Id, absence.MemberId);
        (ClientId, StandInId, FirstHalf, LastHalf) = (plan.ClientId, plan.StandInId, plan.FirstHalf, plan.LastHalf);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public AbsenceId AbsenceId { get; private set; }
    public MemberId AbsentId { get; private set; }
    public ClientId ClientId { get; private set; }
    public MemberId StandInId { get; private set; }

    /// <summary>First half-day, as <see cref="HalfDay"/> counts them.</summary>
    public int FirstHalf { get; private set; }

    /// <summary>Last half-day, included.</summary>
    public int LastHalf { get; private set; }

    public bool IsPublished { get; private set; }

    internal void Publish() => IsPublished = true;

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
