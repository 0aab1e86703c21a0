namespace AdvPortal.Domain.Portfolios;

/// <summary>Where a cover plan stands: only a published one gives anybody anything.</summary>
public enum CoverPlanStatus { Proposed, Published, Withdrawn }

/// <summary>A member is away, and the plan of who stands in for each of their clients, for each part of the period.</summary>
public sealed class Absence : TenantOwned
{
    private readonly List<Cover> _covers = [];

    private Absence() { }

    private Absence(MemberId member, DateOnly from, DateOnly until, DayHalf? fromHalf, DayHalf? untilHalf) =>
        (MemberId, From, Until, FromHalf, UntilHalf) = (member, from, until, fromHalf, untilHalf);

    public AbsenceId Id { get; private set; } = Ids.New<AbsenceId>();
    public MemberId MemberId { get; private set; }

    /// <summary>First day away.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day away.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Afternoon when the member still works the first morning; null for the whole day.</summary>
    public DayHalf? FromHalf { get; private set; }

    /// <summary>Morning when the member is back in the last afternoon; null for the whole day.</summary>
    public DayHalf? UntilHalf { get; private set; }

    public CoverPlanStatus PlanStatus { get; private set; }
    public IReadOnlyList<Cover> Covers => _covers;

    public int FirstHalf => HalfDay.Of(From, FromHalf ?? DayHalf.Morning);

    public int LastHalf => HalfDay.Of(Until, UntilHalf ?? DayHalf.Afternoon);

    /// <summary>Whether the member is away at any time from one half-day to another, both included.</summary>
    public bool Overlaps(int firstHalf, int lastHalf) =>
        PlanStatus is not CoverPlanStatus.Withdrawn && FirstHalf <= lastHalf && LastHalf >= firstHalf;

    public static Result<Absence> Declare(MemberId member, DateOnly from, DateOnly until, DayHalf? fromHalf = null, DayHalf? untilHalf = null)
    {
        var absence = new Absence(member, from, until, fromHalf, untilHalf);

        return absence.LastHalf < absence.FirstHalf ? new EndsBeforeItBegins() : absence;
    }

    /// <summary>Replaces the plan while it is only proposed.</summary>
    public Result Plan(IEnumerable<PlannedCover> plan)
    {
        if (NotOpen() is { } refusal)
        {
            return refusal;
        }

        var covers = plan.Select(p => new Cover(this, p)).ToList();

        if (covers.Any(c => c.StandInId == MemberId))
        {
            return new CannotCoverThemselves();
        }

        if (covers.Any(c => c.FirstHalf < FirstHalf || c.LastHalf > LastHalf || c.LastHalf < c.FirstHalf))
        {
            return new CoverOutsideAbsence();
        }

        if (covers.GroupBy(c => c.ClientId).Any(Overlap))
        {
            return new CoveredTwice();
        }

        _covers.Clear();
        _covers.AddRange(covers);
        Touch();

        return Result.Ok;
    }

    /// <summary>From now on the stand-ins answer, for exactly the period; it ends by itself.</summary>
    public Result Publish()
    {
        if (NotOpen() is { } refusal)
        {
            return refusal;
        }

        PlanStatus = CoverPlanStatus.Published;
        _covers.ForEach(c => c.Publish());

        return Result.Ok;
    }

    /// <summary>
    /// The member answers again from <paramref name="half"/> on. An absence that has not begun by then is withdrawn whole; one that has
    /// ends there, and who stood in until then stays on record.
    /// </summary>
    public Result ReturnAt(int half)
    {
        if (PlanStatus is CoverPlanStatus.Withdrawn || half > LastHalf)
        {
            return new AbsenceIsOver();
        }

        _covers.RemoveAll(c => c.FirstHalf >= half && half > FirstHalf);
        _covers.ForEach(c => c.EndBefore(half));

        if (half <= FirstHalf)
        {
            PlanStatus = CoverPlanStatus.Withdrawn;
        }
        else
        {
            Until = HalfDay.DayOf(half - 1);
            UntilHalf = HalfDay.HalfOf(half - 1) is DayHalf.Morning ? DayHalf.Morning : null;
        }

        return Result.Ok;
    }

    /// <summary>The client has another owner from <paramref name="half"/> on, who is not away: nobody stands in for them there any more.</summary>
    public void Release(ClientId client, int half)
    {
        _covers.RemoveAll(c => c.ClientId == client && c.FirstHalf >= half);
        _covers.FindAll(c => c.ClientId == client).ForEach(c => c.EndBefore(half));
        Touch();
    }

    private Refusal? NotOpen() => PlanStatus switch
    {
        CoverPlanStatus.Published => new PlanIsPublished(),
        CoverPlanStatus.Withdrawn => new AbsenceIsOver(),
        _ => null,
    };

    private static bool Overlap(IEnumerable<Cover> ofOneClient)
    {
        var inOrder = ofOneClient.OrderBy(c => c.FirstHalf).ToList();

        return inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.Second.FirstHalf <= pair.First.LastHalf);
    }
}

/// <summary>One line of a plan: who stands in for one client, from one half-day to another, both included.</summary>
public sealed record PlannedCover(ClientId ClientId, MemberId StandInId, int FirstHalf, int LastHalf);
