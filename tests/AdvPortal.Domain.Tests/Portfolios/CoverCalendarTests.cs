using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

/// <summary>Who answers for a client at a time, whatever was declared, published, taken back and ended early before.</summary>
public sealed class CoverCalendarTests
{
    private const int Days = 6;

    private static readonly DateOnly _monday = new(2026, 12, 7);
    private static readonly int _first = HalfDay.Of(_monday, DayHalf.Morning);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Exactly_one_answers_the_owner_where_they_are_there_and_nobody_who_is_absent(int seed)
    {
#pragma warning disable CA5394 // A lot that comes out the same each time is what is wanted.
        // The last of them is always there: whoever comes back where everybody was away is in nobody's plan.
        var (lot, team) = (new Random(seed), Enumerable.Range(0, 6).Select(_ => Ids.New<MemberId>()).ToList());
        var (client, absences) = (Ids.New<ClientId>(), new List<Absence>());

        for (var step = 0; step < 12; step++)
        {
            if (lot.Next(3) > 0 && Declared(team[lot.Next(5)], lot.Next(Days), lot.Next(Days), absences) is { } absence)
            {
                absences.Add(absence);
            }
            else if (absences.Count > 0 && absences[lot.Next(absences.Count)] is { PlanStatus: CoverPlanStatus.Published } one)
            {
                var half = _first + lot.Next(Days * 2);
                _ = lot.Next(2) == 0 ? CoverChains.Return(one, half, Others(one, absences)) : CoverChains.Reopen(one, half, Others(one, absences));
            }

            // Whatever is open is planned and published, the owner's absences first.
            foreach (var open in absences.Where(a => a.PlanStatus is CoverPlanStatus.Proposed).OrderBy(a => a.MemberId == team[0] ? 0 : 1).ToList())
            {
                Assert.True(open.Plan(PlanOf(open, team, client, absences)).IsOk);
                Assert.True(CoverChains.Publish(open, Others(open, absences), DateTimeOffset.UnixEpoch).IsOk);
            }

            Check(team, client, absences);
        }
#pragma warning restore CA5394
    }

    private static void Check(List<MemberId> team, ClientId client, List<Absence> absences)
    {
        for (var half = _first; half < _first + (Days * 2); half++)
        {
            var covers = absences.SelectMany(a => a.Covers).Where(c => c.ClientId == client && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half).ToList();

            Assert.True(covers.Count <= 1);
            var answers = covers is [var cover] ? cover.StandInId : team[0];
            Assert.True(covers is [] || IsAway(team[0], half, absences), $"half {half - _first}: the owner is there");
            Assert.True(!IsAway(answers, half, absences), $"half {half - _first}: who answers is away");
        }
    }

    private static Absence? Declared(MemberId member, int day, int days, List<Absence> absences)
    {
        var absence = Absence.Declare(member, _monday.AddDays(day), _monday.AddDays(Math.Min(Days - 1, day + days))).Value!;

        return absences.Exists(a => a.MemberId == member && a.Overlaps(absence.FirstHalf, absence.LastHalf)) ? null : absence;
    }

    // Half-day by half-day whoever is there, for the client of the owner or one that the absent member stands in for.
    private static List<PlannedCover> PlanOf(Absence open, List<MemberId> team, ClientId client, List<Absence> absences)
    {
        var lines = new List<PlannedCover>();

        for (var half = open.FirstOpenHalf; half <= open.LastHalf; half++)
        {
            var stood = Others(open, absences).SelectMany(a => a.Covers.Select(c => (Absence: a, Cover: c)))
                .FirstOrDefault(c => c.Cover.ClientId == client && c.Cover.IsPublished && c.Cover.StandInId == open.MemberId && c.Cover.FirstHalf <= half && c.Cover.LastHalf >= half);
            var there = team.Find(m => !IsAway(m, half, absences));

            if ((open.MemberId == team[0] || stood.Cover is not null) && there != default && Uncovered(half))
            {
                lines.Add(new(client, there, half, half) { Chain = stood.Cover is null ? null : new([.. stood.Cover.FollowsFrom, stood.Absence.Id], team[0]) });
            }
        }

        return lines;

        // The owner's own days may be covered through a chain already, by whoever relieved their stand-in.
        bool Uncovered(int half) => open.MemberId != team[0] || !absences.SelectMany(a => a.Covers).Any(c => c.ClientId == client && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half);
    }

    private static List<Absence> Others(Absence one, List<Absence> absences) => absences.FindAll(a => a.Id != one.Id);

    private static bool IsAway(MemberId member, int half, List<Absence> absences) => absences.Exists(a => a.MemberId == member && a.Overlaps(half, half));
}
