using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>Where a cover plan stands: only a published one gives anybody anything.</summary>
public enum CoverPlanStatus { Proposed, Published, Withdrawn }

/// <summary>Why somebody is away, as far as it is anybody's business: of what is unforeseen, the reason is not asked.</summary>
[JsonConverter(typeof(CamelCaseEnum<AbsenceKind>))]
public enum AbsenceKind { Leave, Unforeseen, Training, School, TimeOff, Other }

/// <summary>A member is away, and the plan of who stands in for each of their clients, for each part of the period.</summary>
public sealed class Absence : TenantOwned
{
    /// <summary>Longer is not an absence: the portfolio is handed over.</summary>
    public const int MostDays = 366;

    /// <summary>Of what is further ahead nobody knows yet.</summary>
    public const int MostYearsAhead = 5;

    private readonly List<Cover> _covers = [];

    private Absence() { }

    private Absence(MemberId member, DateOnly from, DateOnly until, DayHalf? fromHalf, DayHalf? untilHalf, AbsenceKind kind) =>
        (MemberId, From, Until, FromHalf, UntilHalf, Kind) = (member, from, until, fromHalf, untilHalf, kind);

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

    public AbsenceKind Kind { get; private set; }

    public CoverPlanStatus PlanStatus { get; private set; }

    /// <summary>The half-day from which a plan that was published is being redone; what came before stays as it was. Null when all of it is open, or nothing.</summary>
    public int? OpenFromHalf { get; private set; }

    /// <summary>What this plan weighs against what; null for the usual.</summary>
    public CoverWeights? Weights { get; private set; }

    public IReadOnlyList<Cover> Covers => _covers;

    public int FirstHalf => HalfDay.Of(From, FromHalf ?? DayHalf.Morning);

    public int LastHalf => HalfDay.Of(Until, UntilHalf ?? DayHalf.Afternoon);

    /// <summary>The first half-day that the plan may still be changed for.</summary>
    public int FirstOpenHalf => OpenFromHalf ?? FirstHalf;

    /// <summary>Whether the member is away at any time from one half-day to another, both included.</summary>
    public bool Overlaps(int firstHalf, int lastHalf) =>
        PlanStatus is not CoverPlanStatus.Withdrawn && FirstHalf <= lastHalf && LastHalf >= firstHalf;

    public static Result<Absence> Declare(
        MemberId member, DateOnly from, DateOnly until, DayHalf? fromHalf = null, DayHalf? untilHalf = null, AbsenceKind kind = AbsenceKind.Leave)
    {
        var absence = new Absence(member, from, until, fromHalf, untilHalf, kind);

        return absence.LastHalf < absence.FirstHalf ? new EndsBeforeItBegins()
            : until.DayNumber - from.DayNumber >= MostDays ? new AbsenceTooLong()
            : absence;
    }

    /// <summary>Weighs differently from the next proposal on.</summary>
    public Result Weigh(CoverWeights weights)
    {
        if (NotOpen() is { } refusal)
        {
            return refusal;
        }

        Weights = weights == CoverWeights.Usual ? null : weights;

        return Result.Ok;
    }

    /// <summary>Replaces the plan while it is only proposed, or that part of it that is being redone.</summary>
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

        if (covers.Any(c => c.FirstHalf < FirstOpenHalf || c.LastHalf > LastHalf || c.LastHalf < c.FirstHalf))
        {
            return new CoverOutsideAbsence();
        }

        if (covers.GroupBy(c => c.ClientId).Any(Overlap))
        {
            return new CoveredTwice();
        }

        _covers.RemoveAll(c => !c.IsPublished);
        _covers.AddRange(covers);
        Touch();

        return Result.Ok;
    }

    /// <summary>From now on the stand-ins answer, for exactly the period; it ends by itself.</summary>
    public Result Publish(DateTimeOffset at)
    {
        if (NotOpen() is { } refusal)
        {
            return refusal;
        }

        (PlanStatus, OpenFromHalf) = (CoverPlanStatus.Published, null);
        _covers.ForEach(c => c.Publish(at));

        return Result.Ok;
    }

    /// <summary>Takes a published plan back from <paramref name="half"/> on, to be redone: it is a proposal again, and who stood in until then stays on record.</summary>
    public Result Reopen(int half)
    {
        if (PlanStatus is CoverPlanStatus.Proposed)
        {
            return new PlanIsNotPublished();
        }

        if (PlanStatus is CoverPlanStatus.Withdrawn || half > LastHalf)
        {
            return new AbsenceIsOver();
        }

        foreach (var cover in _covers.FindAll(c => c.LastHalf >= half))
        {
            if (cover.FirstHalf < half)
            {
                var rest = cover.From(this, half);
                rest.EndBefore(half);
                _covers.Add(rest);
            }

            cover.EndBefore(half);
        }

        (PlanStatus, OpenFromHalf) = (CoverPlanStatus.Proposed, half > FirstHalf ? half : null);
        Touch();

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

            // What was being redone is not needed any more, and what was done before is to be handed back.
            if (_covers.Exists(c => c.IsPublished))
            {
                _covers.RemoveAll(c => !c.IsPublished);
                (PlanStatus, OpenFromHalf) = (CoverPlanStatus.Published, null);
            }
        }

        return Result.Ok;
    }

    /// <summary>The client has another owner from <paramref name="half"/> on, who is not away: nobody stands in for them there any more.</summary>
    /// <param name="client">Which.</param>
    /// <param name="half">The first half-day of the new owner.</param>
    /// <param name="but">The new owner: whoever stands in for them already, in place of a stand-in who is away, goes on.</param>
    public void Release(ClientId client, int half, MemberId but)
    {
        _covers.RemoveAll(c => c.ClientId == client && c.AbsentId != but && c.FirstHalf >= half);
        _covers.FindAll(c => c.ClientId == client && c.AbsentId != but).ForEach(c => c.EndBefore(half));
        Touch();
    }

    /// <summary>The stand-in for whom somebody stood in answers again, or need not any more.</summary>
    internal void Release(Cover cover, int half)
    {
        if (cover.FirstHalf >= half)
        {
            _covers.Remove(cover);
        }
        else
        {
            cover.EndBefore(half);
        }

        Touch();
    }

    /// <summary>The stand-in of a client is away too, and somebody else answers in their place from one half-day to another; afterwards they go on.</summary>
    internal void StepAside(ClientId client, int firstHalf, int lastHalf)
    {
        foreach (var cover in _covers.FindAll(c => c.ClientId == client && c.IsPublished && c.FirstHalf <= lastHalf && c.LastHalf >= firstHalf))
        {
            if (cover.LastHalf > lastHalf)
            {
                _covers.Add(cover.From(this, lastHalf + 1));
            }

            if (cover.FirstHalf < firstHalf)
            {
                cover.EndBefore(firstHalf);
            }
            else
            {
                _covers.Remove(cover);
            }
        }

        Touch();
    }

    /// <summary>The stand-in is back, and answers again as far as this absence lasts.</summary>
    /// <param name="client">For whom.</param>
    /// <param name="standIn">Who.</param>
    /// <param name="firstHalf">From then on.</param>
    /// <param name="lastHalf">Until then.</param>
    /// <param name="chain">What this absence follows from for the client; null in the owner's own.</param>
    internal void StepBack(ClientId client, MemberId standIn, int firstHalf, int lastHalf, CoverChain? chain)
    {
        if (PlanStatus is CoverPlanStatus.Published && Math.Max(firstHalf, FirstHalf) is var first && Math.Min(lastHalf, LastHalf) is var last && first <= last)
        {
            var cover = new Cover(this, new(client, standIn, first, last) { Chain = chain });
            cover.Publish(at: null);
            _covers.Add(cover);
            Touch();
        }
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
/// <param name="IsFixed">Chosen by hand: a new proposal leaves it as it is.</param>
public sealed record PlannedCover(ClientId ClientId, MemberId StandInId, int FirstHalf, int LastHalf, bool IsFixed = false)
{
    /// <summary>Where the absent one is the stand-in of this client, and its owner is away already.</summary>
    public CoverChain? Chain { get; init; }
}

/// <summary>Through which absences the absent one came to stand in for a client.</summary>
/// <param name="Absences">That of the owner first, that in which the absent one stands in last; at least one.</param>
/// <param name="OwnerId">Whose client it is.</param>
public sealed record CoverChain(IReadOnlyList<AbsenceId> Absences, MemberId OwnerId);
