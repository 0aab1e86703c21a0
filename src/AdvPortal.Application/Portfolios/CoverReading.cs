using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Reads a plan beside the facts: who carries what, why each was chosen, and where nobody answers.</summary>
internal sealed class CoverReading
{
    private readonly Absence _absence;
    private readonly CoverFacts _facts;
    private readonly List<ClientToCover> _needs;
    private readonly Dictionary<ClientId, CoverFacts.Owned> _clients;
    private readonly Dictionary<MemberId, CoverFacts.Colleague> _people;
    private readonly List<Cover> _covers;
    private readonly IReadOnlyList<StandIn> _desk;
    private readonly Dictionary<MemberId, StandIn> _standIns;
    private readonly Dictionary<int, List<StandIn>> _there = [];
    private readonly Dictionary<MemberId, decimal> _after;

    public CoverReading(Absence absence, CoverFacts facts)
    {
        (_absence, _facts) = (absence, facts);
        _needs = [.. facts.ToCover(absence)];
        _clients = facts.Clients.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        _people = facts.Team.ToDictionary(c => c.Member.Id);
        _covers = [.. absence.Covers.Where(k => _clients.ContainsKey(k.ClientId))];
        _desk = facts.StandIns(absence);
        _standIns = _desk.UnionBy(_covers.Select(k => facts.StandInOf(_people[k.StandInId], absence)), s => s.Id).ToDictionary(s => s.Id);
        _after = _standIns.Values.ToDictionary(
            s => s.Id, s => s.Load + _covers.Where(k => k.StandInId == s.Id).Select(k => k.ClientId).Distinct().Sum(c => _clients[c].Work.Points));
    }

    public CoverPlan Plan()
    {
        var gaps = _absence.PlanStatus is CoverPlanStatus.Withdrawn ? [] : Gaps().ToList();

        return new(
            _absence.Id, _absence.MemberId, _absence.From, _absence.Until, _absence.PlanStatus,
            [.. _covers.OrderByDescending(k => _clients[k.ClientId].OpenCount).ThenBy(k => _clients[k.ClientId].Name, StringComparer.CurrentCulture).ThenBy(k => k.FirstHalf).Select(ToLine)],
            [.. _standIns.Values.OrderBy(s => NameOf(s.Id), StringComparer.CurrentCulture).Select(s =>
                new CoverPlan.Load(s.Id, NameOf(s.Id), s.Load, _after[s.Id], s.Capacity) { IsAway = s.IsAway(_absence.FirstHalf, _absence.LastHalf) })],
            [.. gaps.Select(g => g.ClientId).Distinct()])
        {
            Gaps = gaps,
            OpensAccess = _facts.ArePortfoliosClosed,
            Warnings = _absence.PlanStatus is CoverPlanStatus.Withdrawn ? [] : [.. Warnings()],
            Weights = _absence.Weights ?? CoverWeights.Usual,
            Needs = [.. _needs.DistinctBy(c => c.Id).Select(c => (Need: c, Client: _clients[c.Id]))
                .OrderByDescending(c => c.Need.IsSensitive).ThenByDescending(c => c.Client.OpenCount).ThenBy(c => c.Client.Name, StringComparer.CurrentCulture)
                .Select(c => new CoverPlan.Need(c.Client.Id, c.Client.Name, c.Client.OpenCount, c.Client.DueWithin(_absence.From, _absence.Until))
                {
                    Requirements = c.Need.Work.Requirements,
                    IsSensitive = c.Need.IsSensitive,
                    CanBeTold = c.Client.CanBeTold,
                    StoodInFor = c.Need.Chain is { } chain ? NameOf(chain.OwnerId) : null,
                })],
        };
    }

    private CoverPlan.Line ToLine(Cover cover)
    {
        var (client, standIn) = (_clients[cover.ClientId], _standIns[cover.StandInId]);
        var need = _needs.Find(c => c.Id == cover.ClientId && c.FirstHalf <= cover.LastHalf && c.LastHalf >= cover.FirstHalf);
        var others = _desk.Where(s => s.Id != standIn.Id && !s.IsAway(cover.FirstHalf, cover.LastHalf)).ToList();
        var because = need is null
            ? new CoverReasons(0, 0, standIn.Speaks(client.Language))
            : CoverReasons.Of(need, standIn, _after[standIn.Id]) with { Words = CoverWhy.Of(need, standIn, others, s => _after[s.Id], _absence.Weights ?? CoverWeights.Usual, cover.IsFixed) };

        return new(
            client.Id, client.Name, standIn.Id, NameOf(standIn.Id), HalfDay.DayOf(cover.FirstHalf), HalfDay.DayOf(cover.LastHalf), AtFirst(cover.FirstHalf), AtLast(cover.LastHalf),
            because, client.OpenCount, client.DueWithin(HalfDay.DayOf(cover.FirstHalf), HalfDay.DayOf(cover.LastHalf)))
        {
            Fixed = cover.IsFixed,
            IsPublished = cover.IsPublished,
            InsteadForId = cover.FollowsFrom.Count > 0 ? cover.AbsentId : null,
        };
    }

    // Half-day by half-day, those of one reason together; whoever stands in for a stand-in of this plan, or for theirs, answers as well.
    private IEnumerable<CoverPlan.Gap> Gaps()
    {
        var relays = _facts.Others(_absence).SelectMany(a => a.Covers).Where(k => k.IsPublished && k.FollowsFrom.Contains(_absence.Id)).ToList();

        foreach (var need in _needs.OrderByDescending(n => n.Effort).ThenBy(n => _clients[n.Id].Name, StringComparer.CurrentCulture))
        {
            var answers = _covers.Concat(relays).Where(k => k.ClientId == need.Id).ToList();
            (int First, Message Because)? open = null;

            for (var half = need.FirstHalf; half <= need.LastHalf + 1; half++)
            {
                var missing = half > need.LastHalf ? null : Missing(need, answers.Find(k => k.FirstHalf <= half && k.LastHalf >= half), half);

                if (open is { } gap && gap.Because != missing)
                {
                    yield return new(need.Id, _clients[need.Id].Name, HalfDay.DayOf(gap.First), HalfDay.DayOf(half - 1), AtFirst(gap.First), AtLast(half - 1), gap.Because);
                    open = null;
                }

                if (missing is not null && open is null)
                {
                    open = (half, missing);
                }
            }
        }
    }

    private Message? Missing(ClientToCover need, Cover? cover, int half)
    {
        if (cover is not null)
        {
            var standIn = _people[cover.StandInId];

            return !standIn.MayHandleOrders ? new("CoverGap.MayNot", standIn.Member.Name)
                : standIn.Week.IsOff(half) || standIn.Absences.Any(a => a.Id != cover.AbsenceId && a.Overlaps(half, half)) ? new("CoverGap.StandInAway", standIn.Member.Name)
                : null;
        }

        var there = There(half);

        return there.Count == 0 ? new("CoverGap.NobodyThere")
            : there.TrueForAll(s => _after.GetValueOrDefault(s.Id, s.Load) + need.Effort > s.Capacity * CoverWeights.AbsoluteCapacity) ? new("CoverGap.NoRoom")
            : new("CoverGap.NotChosen");
    }

    private IEnumerable<Message> Warnings()
    {
        var alone = Enumerable.Range(_absence.FirstOpenHalf, _absence.LastHalf - _absence.FirstOpenHalf + 1)
            .Where(half => !HalfDay.IsWeekend(half) && There(half).Count == 0).ToList();

        if (_needs.Count > 0 && alone is [var first, ..])
        {
            yield return new("CoverWarning.LastOne", HalfDay.DayOf(first), HalfDay.DayOf(alone[^1]));
        }

        foreach (var owner in _needs.Where(n => n.Chain is not null).GroupBy(n => n.Chain!.OwnerId))
        {
            yield return new("CoverWarning.Chain", owner.DistinctBy(n => n.Id).Count(), NameOf(owner.Key));
        }

        foreach (var load in _standIns.Values.Where(s => _after[s.Id] > s.Capacity && _after[s.Id] > s.Load).OrderBy(s => NameOf(s.Id), StringComparer.CurrentCulture))
        {
            yield return new("CoverWarning.Overload", NameOf(load.Id));
        }
    }

    private List<StandIn> There(int half)
    {
        if (!_there.TryGetValue(half, out var there))
        {
            _there[half] = there = [.. _desk.Where(s => !s.IsAway(half, half))];
        }

        return there;
    }

    private string NameOf(MemberId member) => _people[member].Member.Name;

    private static DayHalf? AtFirst(int half) => HalfDay.HalfOf(half) is DayHalf.Afternoon ? DayHalf.Afternoon : null;

    private static DayHalf? AtLast(int half) => HalfDay.HalfOf(half) is DayHalf.Morning ? DayHalf.Morning : null;
}
