using System.Globalization;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

/// <summary>What a plan costs, and what is not possible at all. Half-days are counted from 0, the Monday morning.</summary>
public sealed class CoverProblemTests
{
    private const int Stranger = 100 * (50 + 30);

    private static readonly DateOnly _monday = new(2026, 12, 7);
    private static readonly int _first = HalfDay.Of(_monday, DayHalf.Morning);

    // Half of what this colleague can carry lies on their desk.
    private readonly StandIn _yanis = new(Ids.New<MemberId>(), ["fr"], 20, []);
    private readonly StandIn _sophie = new(Ids.New<MemberId>(), ["fr"], 20, []);

    /// <summary>When the second client is to be covered, a colleague is away and a line was fixed by hand, which half-days of the week the colleague is off, and the parts.</summary>
    public static TheoryData<string?, string?, string?, int, string> PartsOfAWeek => new()
    {
        { null, null, null, 0, "0..9" },
        { "4..9", null, null, 0, "0..3 4..9" },
        { "0..6", null, null, 0, "0..6 7..9" },
        { null, "4..5", null, 0, "0..3 4..5 6..9" },
        { null, "-4..1", null, 0, "0..1 2..9" },
        { null, "8..20", null, 0, "0..7 8..9" },
        { null, "-4..-1", null, 0, "0..9" },
        { null, "10..11", null, 0, "0..9" },
        { null, null, "2..5", 0, "0..1 2..5 6..9" },
        { null, "4..5", "2..5", 0, "0..1 2..3 4..5 6..9" },
        { null, null, null, 0b00_0011_0000, "0..3 4..5 6..9" },
        { null, null, null, 0b00_0000_0001, "0..0 1..9" },
        { null, null, null, 0b10_0000_0000, "0..8 9..9" },
    };

    [Theory]
    [MemberData(nameof(PartsOfAWeek))]
    public void A_period_is_cut_wherever_who_is_there_changes(string? second, string? leave, string? kept, int off, string parts)
    {
        var yanis = (leave is null ? _yanis : Away(_yanis, Ends(leave).First, Ends(leave).Last)) with { Week = new(PartTime: off) };
        ClientToCover[] clients = [AClient(), .. second is null ? [] : new[] { AClient(Ends(second).First, Ends(second).Last) }];
        PlannedCover[] lines = kept is null ? [] : [Kept(clients[0], _sophie, Ends(kept).First, Ends(kept).Last)];

        Assert.Equal(parts, PartsOf(new(clients, [yanis, _sophie], kept: lines)));

        static (int First, int Last) Ends(string span) => span.Split("..") is [var first, var last] ? (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture)) : default;
    }

    [Fact]
    public void What_a_withdrawn_absence_would_have_changed_cuts_nothing()
    {
        var yanis = Away(_yanis, 4, 5);
        Assert.True(yanis.Absences[0].ReturnAt(_first).IsOk);

        Assert.Equal("0..9", PartsOf(new([AClient()], [yanis])));
    }

    [Fact]
    public void A_part_weighs_its_half_days_of_work_and_a_weekend_by_itself_one()
    {
        var problem = new CoverProblem([AClient(0, 15)], [Away(_yanis, 10, 13)]);

        Assert.Equal([(0, 9, 10), (10, 13, 1), (14, 15, 2)], problem.Parts.Select(part => (part.First - _first, part.Last - _first, part.Weight)));
        Assert.Equal([12], new CoverProblem([AClient(0, 15)], [_yanis]).Parts.Select(part => part.Weight));
        Assert.Empty(new CoverProblem([], [_yanis]).Parts);
    }

    [Fact]
    public void A_client_is_only_there_from_its_first_part_to_its_last()
    {
        var problem = new CoverProblem([AClient(), AClient(4, 6), AClient(6, 9)], [_yanis]);

        Assert.Equal("0..3 4..5 6..6 7..9", PartsOf(problem));
        Assert.Equal([(0, 3), (1, 2), (2, 3)], problem.Spans);
    }

    /// <summary>How many of its orders the colleague handled (20 are all there is to know), how far its requirements resemble, its language, and the price of a unit of its work in a half-day.</summary>
    public static TheoryData<int, double, string, long> Unfit => new()
    {
        { 0, 0, "fr", Stranger },
        { 10, 0, "fr", 100 * (25 + 30) },
        { 0, 0.5, "fr", 100 * (50 + 15) },
        { 20, 1, "fr", 0 },
        { 20, 1, "de", 100 * 40 },
        { 0, 0, "de", Stranger + (100 * 40) },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Whoever_suits_a_client_less_costs_more_and_of_a_sensitive_one_twice(int handled, double alike, string language, long price)
    {
        var client = AClient(language: language, orders: 1) with { Acquainted = new Dictionary<MemberId, Acquaintance> { [_yanis.Id] = new(0, handled, Owned: false, (decimal)alike, null) } };
        var problem = new CoverProblem([client, client with { IsSensitive = true }], [_sophie, _yanis]);

        // One order and what any client takes are a point and a half, three units of it.
        Assert.Equal([3, 3], problem.Units);
        Assert.Equal((price, 2 * price), (problem.PriceOfUnit(0, 1), problem.PriceOfUnit(1, 1)));
        Assert.Equal((price * 3 * 10, 2 * price * 3 * 10), (problem.Price(0, 1, 0), problem.Price(1, 1, 0)));
    }

    [Fact]
    public void A_manager_weighs_otherwise_for_one_plan()
    {
        var problem = new CoverProblem([AClient()], [_yanis], new(Familiarity: 80, Requirements: 5, Load: 0));

        Assert.Equal((8_500, 0, 0), (problem.PriceOfUnit(0, 0), problem.LoadPrice(0, 10), problem.LoadPrice(0, 0)));
    }

    [Fact]
    public void A_half_day_without_anybody_is_dearer_than_anybody_and_a_change_of_hand_than_two_days_of_a_stranger()
    {
        var problem = new CoverProblem([AClient(orders: 1), AClient(orders: 1) with { IsSensitive = true }], [_yanis]);

        Assert.Equal((1_000_000, 2_000_000), (problem.PriceOfUnit(0, CoverProblem.Nobody), problem.PriceOfUnit(1, CoverProblem.Nobody)));
        Assert.Equal((25_000 * 3, 2 * 25_000 * 3), (problem.ChangePrice(0), problem.ChangePrice(1)));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, true)]
    [InlineData(CoverProblem.Nobody, 0, false)]
    [InlineData(0, CoverProblem.Nobody, false)]
    [InlineData(CoverProblem.Nobody, CoverProblem.Nobody, false)]
    public void Only_from_one_colleague_to_another_is_a_change_of_hand(int before, int after, bool isChange) => Assert.Equal(isChange, CoverProblem.IsChange(before, after));

    /// <summary>What somebody of ten points has on their desk, how many units they are given, and what these cost in a half-day: 200 for the rank of each unit, 6 000 for each rank beyond twenty.</summary>
    public static TheoryData<double, int, long> Loads => new()
    {
        { 9, 0, 0 },
        { 9, 1, 200 * 19 },
        { 9, 2, 200 * (19 + 20) },
        { 9, 3, (200 * (19 + 20 + 21)) + 6_000 },
        { 9, 4, (200 * (19 + 20 + 21 + 22)) + 6_000 + 12_000 },

        // From one and a half times on, only by hand, at the price of the first unit beyond.
        { 14.5, 1, (200 * 30) + 60_000 },
        { 14.5, 2, (200 * (30 + 31)) + 60_000 + 66_000 },
        { 14.5, 3, (200 * (30 + 31 + 31)) + 60_000 + 66_000 + 66_000 },
        { 20, 0, 0 },
        { 20, 1, (200 * 41) + 126_000 },
        { 20, 2, 2 * ((200 * 41) + 126_000) },
    };

    [Theory]
    [MemberData(nameof(Loads))]
    public void Each_unit_on_a_desk_costs_more_than_the_one_before_and_above_all_it_can_carry_dearly(double load, int units, long price)
    {
        var problem = new CoverProblem([AClient()], [_yanis with { Capacity = 10, Load = (decimal)load }]);

        Assert.Equal(price, problem.LoadPrice(0, units));
    }

    [Theory]
    [InlineData(10, 9, 12)]
    [InlineData(10, 14.5, 1)]
    [InlineData(10, 15, 0)]
    [InlineData(10, 20, 0)]
    [InlineData(0.2, 0, 0)]
    [InlineData(0.5, 0, 1)]
    public void There_is_room_up_to_one_and_a_half_times_what_somebody_can_carry(double capacity, double load, int room) =>
        Assert.Equal(room, new CoverProblem([AClient()], [_yanis with { Capacity = (decimal)capacity, Load = (decimal)load }]).Room(0, 0));

    [Fact]
    public void Whoever_can_carry_next_to_nothing_is_full_with_the_first_unit()
    {
        var problem = new CoverProblem([AClient()], [_yanis with { Capacity = 0.2m, Load = 0 }]);

        Assert.Equal(((2 * 20 * 1) * 100, 2 * ((2 * 20 * 1) * 100)), (problem.LoadPrice(0, 1), problem.LoadPrice(0, 2)));
    }

    [Fact]
    public void Where_a_manager_fixed_more_than_there_is_room_for_that_is_the_room()
    {
        ClientToCover[] clients = [AClient(orders: 1), AClient(orders: 2), AClient(orders: 4)];
        var (full, away) = (_yanis with { Capacity = 10, Load = 15 }, Away(_sophie, 4, 9));

        var problem = new CoverProblem(clients, [full, away], kept: [Kept(clients[0], full, 0, 9), Kept(clients[1], full, 0, 3), Kept(clients[2], away, 0, 9)]);

        Assert.Equal([3 + 5, 3], Enumerable.Range(0, 2).Select(part => problem.Room(0, part)));
        Assert.Equal([80, 80], Enumerable.Range(0, 2).Select(part => problem.Room(1, part)));
    }

    [Fact]
    public void What_is_fixed_stays_where_its_stand_in_is_there_and_everywhere_else_the_choice_is_free()
    {
        ClientToCover[] clients = [AClient(), AClient()];
        var yanis = Away(_yanis, 4, 5);
        var problem = new CoverProblem(clients, [yanis, _sophie], kept: [Kept(clients[0], yanis, 2, 7), Kept(clients[1], new(Ids.New<MemberId>(), [], 0, []), 0, 9), Kept(AClient(), _sophie, 0, 9)]);

        Assert.Equal("0..1 2..3 4..5 6..7 8..9", PartsOf(problem));
        Assert.Equal([null, 0, null, 0, null], Enumerable.Range(0, 5).Select(part => problem.Fixed(0, part)));
        Assert.All(Enumerable.Range(0, 5), part => Assert.Null(problem.Fixed(1, part)));

        // Nobody, Yanis, Sophie.
        Assert.Equal(["nys", "y", "ns", "y", "nys"], Enumerable.Range(0, 5).Select(part => string.Concat(new[] { -1, 0, 1 }.Where(standIn => problem.May(0, standIn, part)).Select(standIn => "nys"[standIn + 1]))));
    }

    [Fact]
    public void A_line_is_kept_from_its_first_half_day_to_its_last_and_of_its_client_only()
    {
        ClientToCover[] clients = [AClient(), AClient(0, 3)];
        var problem = new CoverProblem(clients, [_yanis, _sophie], kept: [Kept(clients[0], _sophie, 0, 1), Kept(clients[0], _yanis, 8, 9), Kept(clients[1], _yanis, 0, 9)]);

        Assert.Equal("0..1 2..3 4..7 8..9", PartsOf(problem));
        Assert.Equal([1, null, null, 0], Enumerable.Range(0, 4).Select(part => problem.Fixed(0, part)));
        Assert.Equal([0, 0, null, null], Enumerable.Range(0, 4).Select(part => problem.Fixed(1, part)));
    }

    [Fact]
    public void A_plan_costs_its_choices_its_changes_of_hand_and_its_full_desks_and_nothing_else()
    {
        var (yanis, sophie) = (_yanis with { Capacity = 10, Load = 9 }, Away(_sophie with { Capacity = 10, Load = 0 }, 4, 5));
        var problem = new CoverProblem([AClient(orders: 1), AClient(4, 9, orders: 0)], [yanis, sophie]);
        Assert.Equal("0..3 4..5 6..9", PartsOf(problem));
        Assert.Equal([3, 1], problem.Units);

        // The first client: Sophie, Yanis while she is away, Sophie again. The second: nobody, then Yanis.
        var choice = Choose(problem, [1, 0, 1], [-1, CoverProblem.Nobody, 0]);
        var changes = 2L * 25_000 * 3;
        var strangers = (long)Stranger * ((3 * (4 + 2 + 4)) + (1 * 4));
        var nobody = 1_000_000L * 1 * 2;
        var sophieCarries = 200L * (1 + 2 + 3) * (4 + 4);
        var yanisCarries = (((200L * (19 + 20 + 21)) + 6_000) * 2) + (200L * 19 * 4);

        Assert.Equal(changes + strangers + nobody + sophieCarries + yanisCarries, problem.Cost(choice));
        Assert.Equal(1_000_000L * ((3 * 10) + (1 * 6)), problem.Cost(new(problem)));
    }

    [Fact]
    public void Coming_back_after_nobody_is_no_change_of_hand()
    {
        var problem = new CoverProblem([AClient(orders: 1)], [_yanis with { Load = 0 }, Away(_sophie, 4, 5)]);
        var (carried, three) = (problem.LoadPrice(0, 3), 3L * Stranger);

        Assert.Equal((8 * (three + carried)) + (2 * 3_000_000L), problem.Cost(Choose(problem, [0, CoverProblem.Nobody, 0])));
        Assert.Equal(10 * (three + carried), problem.Cost(Choose(problem, [0, 0, 0])));
    }

    [Fact]
    public void Parts_that_follow_one_another_in_the_same_hand_are_one_line_of_the_plan()
    {
        CoverChain chain = new([Ids.New<AbsenceId>()], Ids.New<MemberId>());
        ClientToCover[] clients = [AClient(), AClient(2, 7) with { Chain = chain }, AClient()];
        var problem = new CoverProblem(clients, [Away(_yanis, 4, 5), _sophie], kept: [Kept(clients[2], _sophie, 6, 9)]);
        Assert.Equal("0..1 2..3 4..5 6..7 8..9", PartsOf(problem));

        var lines = problem.LinesOf(Choose(problem, [0, 0, 1, 0, CoverProblem.Nobody], [0, 1, 1, CoverProblem.Nobody, 0], [1, CoverProblem.Nobody, 1, 1, 1]));

        Assert.Equal(
            [
                Line(clients[0], _yanis, 0, 3), Line(clients[0], _sophie, 4, 5), Line(clients[0], _yanis, 6, 7),
                Line(clients[1], _sophie, 2, 5) with { Chain = chain },
                Line(clients[2], _sophie, 0, 1), Line(clients[2], _sophie, 4, 5), Kept(clients[2], _sophie, 6, 9),
            ],
            lines);
    }

    [Fact]
    public void A_copy_of_a_choice_goes_its_own_way()
    {
        var problem = new CoverProblem([AClient()], [_yanis]);
        var choice = Choose(problem, [0]);
        var copy = choice.Copy();

        copy[0, 0] = CoverProblem.Nobody;

        Assert.Equal((0, CoverProblem.Nobody), (choice[0, 0], copy[0, 0]));
    }

    private static CoverChoice Choose(CoverProblem problem, params int[][] standIns)
    {
        var choice = new CoverChoice(problem);

        foreach (var (client, parts) in standIns.Index())
        {
            foreach (var (part, standIn) in parts.Index())
            {
                choice[client, part] = standIn;
            }
        }

        return choice;
    }

    private static string PartsOf(CoverProblem problem) => string.Join(' ', problem.Parts.Select(part => $"{part.First - _first}..{part.Last - _first}"));

    private static ClientToCover AClient(int first = 0, int last = 9, string language = "fr", int orders = 0) => new(Ids.New<ClientId>(), language, _first + first, _first + last, new(orders));

    private static PlannedCover Line(ClientToCover client, StandIn standIn, int first, int last) => new(client.Id, standIn.Id, _first + first, _first + last);

    private static PlannedCover Kept(ClientToCover client, StandIn standIn, int first, int last) => Line(client, standIn, first, last) with { IsFixed = true };

    private static StandIn Away(StandIn who, int first, int last) =>
        who with { Absences = [Absence.Declare(who.Id, HalfDay.DayOf(_first + first), HalfDay.DayOf(_first + last), HalfDay.HalfOf(_first + first), HalfDay.HalfOf(_first + last)).Value!] };
}
