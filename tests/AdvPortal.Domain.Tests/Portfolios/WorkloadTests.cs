using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

public sealed class WorkloadTests
{
    public static TheoryData<ClientWork, decimal> Table => new()
    {
        { ClientWork.None, 0.5m },
        { new(3), 3.5m },
        { new(3, Lines: 15), 3.5m },
        { new(3, Lines: 25), 4.5m },
        { new(0, Lines: 0, Findings: 4), 2.5m },
        { new(0, Requirements: 5), 1m },
        { new(0, Questions: 2), 2.5m },
        { new(0, Complaints: 1), 2.5m },
        { new(2, 12, 1, 3, 1, 1), 6.5m },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Work_is_counted_in_ordinary_orders_and_its_shares_say_where_it_comes_from(ClientWork work, decimal points)
    {
        Assert.Equal(points, work.Points);
        Assert.Equal(points, work.Shares.Sum(share => share.Points));
        Assert.Equal(work.Shares.OrderByDescending(share => share.Points), work.Shares);
        Assert.All(work.Shares, share => Assert.True(share is { Points: > 0, Count: > 0 }));
    }

    [Fact]
    public void Part_time_takes_its_share_off_what_somebody_carries()
    {
        var ines = new Member(Ids.New<LoginId>(), "Inès Caron", "ines@x.example", [Role.Adv], "fr");
        Assert.Equal((Workload.Capacity, 1), (ines.WeeklyCapacity, ines.Speaks.Count));

        Assert.True(ines.Serve(30, ["fr", "en", "en"], " Export ").IsOk);
        ines.Work(new(School: 0b1111));

        Assert.Equal((18m, "Export"), (ines.WeeklyCapacity, ines.Team));
        Assert.Equal(["fr", "en"], ines.Speaks);
        Assert.True(ines.Serve(Workload.Capacity, [], "").IsOk);
        Assert.Equal((null, null, null), (ines.Capacity, ines.Languages, ines.Team));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public void Nobody_carries_nothing_or_beyond_all_measure(decimal capacity) =>
        Assert.IsType<CapacityNotSound>(new Member(Ids.New<LoginId>(), "Inès Caron", "ines@x.example", [Role.Adv], "fr").Serve(capacity, [], null).Refusal);

    [Fact]
    public void A_new_client_is_proposed_by_language_and_room()
    {
        var (full, free, english) = (ACandidate(38, "fr"), ACandidate(10, "fr"), ACandidate(20, "fr", "en"));

        Assert.Equal([free.Id, english.Id, full.Id], OwnerProposal.Rank("fr", 3, [full, free, english]).Select(p => p.MemberId));

        var abroad = OwnerProposal.Rank("en", 3, [full, free, english]);
        Assert.Equal([english.Id, free.Id, full.Id], abroad.Select(p => p.MemberId));
        Assert.Equal((20m, 23m), (abroad[0].Before, abroad[0].After));
        Assert.Equal([["Owner.Speaks"], ["Owner.Lightest"], ["Owner.Overloaded"]], abroad.Select(p => p.Because.Select(word => word.Key).ToArray()));
    }

    [Fact]
    public void Whoever_knows_the_client_is_proposed_before_whoever_has_a_little_more_room()
    {
        var (knows, free) = (ACandidate(24, "fr") with { Familiarity = 1 }, ACandidate(10, "fr"));

        Assert.Equal((knows.Id, "Owner.KnowsIt"), OwnerProposal.Rank("fr", 1, [free, knows]) is [var first, ..] ? (first.MemberId, first.Because[0].Key) : default);
        Assert.Empty(OwnerProposal.Rank("fr", 1, []));
    }

    /// <summary>What one who could take a client of two points carries of forty, and whether that is said to be too much.</summary>
    [Theory]
    [InlineData(38, null)]
    [InlineData(38.5, "Owner.Overloaded")]
    public void Nobody_is_the_lightest_of_one_and_a_full_desk_is_not_overloaded_yet(double load, string? word) =>
        Assert.Equal(word is null ? [] : [word], OwnerProposal.Rank("fr", 2, [ACandidate((decimal)load, "fr")])[0].Because.Select(said => said.Key));

    [Fact]
    public void A_tenth_of_a_desk_that_is_free_weighs_less_than_knowing_the_client_by_a_tenth_and_of_equals_the_first_is_named_first()
    {
        var (free, knows) = (ACandidate(16, "fr"), ACandidate(20, "fr") with { Familiarity = 0.1m });
        Assert.Equal([knows.Id, free.Id], OwnerProposal.Rank("fr", 2, [free, knows]).Select(proposed => proposed.MemberId));

        var freer = free with { Load = 15 };
        Assert.Equal([freer.Id, knows.Id], OwnerProposal.Rank("fr", 2, [knows, freer]).Select(proposed => proposed.MemberId));

        var same = ACandidate(15, "fr");
        Assert.Equal([freer.Id, same.Id], OwnerProposal.Rank("fr", 2, [same, freer]).Select(proposed => proposed.MemberId));
    }

    private static OwnerCandidate ACandidate(decimal load, params string[] languages) => new(Ids.New<MemberId>(), languages, load, 40);
}
