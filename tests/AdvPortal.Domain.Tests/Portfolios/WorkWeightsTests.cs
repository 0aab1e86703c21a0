using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

public sealed class WorkWeightsTests
{
    // A hundred ordinary orders that took four acts each.
    private static readonly WorkHistory _orders = WorkHistory.None with { Orders = new(100, 400) };

    /// <summary>Complaints and their acts, what one then counts (usually 2), and how many times an order it took.</summary>
    public static TheoryData<int, int, double, double?> Complaints => new()
    {
        { 0, 0, 2, null },
        { 9, 900, 2, null },
        { 10, 80, 2, 2 },
        { 20, 240, 2.5, 3 },
        { 42, 521, 2.75, 3.1 },
        { 10_000, 120_000, 3, 3 },
        { 10_000, 4_000_000, 8, 100 },
        { 10_000, 0, 0.5, 0 },
    };

    [Theory]
    [MemberData(nameof(Complaints))]
    public void What_history_says_is_drawn_towards_the_usual_and_bounded(int things, int acts, double counts, double? ratio)
    {
        var weight = Of(_orders with { Complaints = new(things, acts) }, WorkPart.Complaints);

        Assert.Equal((2m, (decimal)counts, things, (decimal?)ratio), (weight.Usual, weight.Counts, weight.Things, weight.Ratio));
    }

    [Fact]
    public void Without_data_or_with_too_few_orders_everything_counts_what_is_usual()
    {
        var few = new WorkHistory(new(WorkWeights.FewestOrders - 1, 400), new(500, 500), new(500, 500), new(500, 500), new(500, 500));

        Assert.All(WorkWeights.From(few).All.Concat(WorkWeights.Usual.All), weight => Assert.Equal((weight.Usual, false), (weight.Counts, weight.IsMeasured)));
        Assert.Contains(WorkWeights.From(few with { Orders = new(WorkWeights.FewestOrders, 400) }).All, weight => weight.IsMeasured);
        Assert.Same(WorkWeights.Usual, WorkWeights.From(WorkHistory.None));
        Assert.All(Enum.GetValues<WorkPart>(), part => Assert.True(WorkWeights.Usual.Of(part) > 0));
    }

    [Fact]
    public void Whatever_history_says_a_weight_stays_within_its_bounds_and_grows_with_what_a_thing_took()
    {
        var chance = new Random(26);

        for (var round = 0; round < 2_000; round++)
        {
            var (orders, things, acts) = (new WorkTaken(chance.Next(0, 300), chance.Next(0, 3_000)), chance.Next(0, 500), chance.Next(0, 20_000));
            var more = acts + chance.Next(0, 1_000);

            foreach (var part in new[] { WorkPart.Lines, WorkPart.Findings, WorkPart.Questions, WorkPart.Complaints })
            {
                var (less, greater) = (Of(History(orders, new(things, acts)), part), Of(History(orders, new(things, more)), part));

                Assert.InRange(less.Counts, less.Usual / WorkWeights.Furthest, less.Usual * WorkWeights.Furthest);
                Assert.True(greater.Counts >= less.Counts, $"{part}: {things} things, {acts} then {more} acts, {orders}");
            }
        }

        static WorkHistory History(WorkTaken orders, WorkTaken taken) => new(orders, taken, taken, taken, taken);
    }

    [Fact]
    public void A_client_is_weighed_by_what_things_count_in_its_company_and_what_blocks_counts_twice()
    {
        var weights = WorkWeights.From(_orders with { Complaints = new(10_000, 120_000) });
        var work = new ClientWork(2, Requirements: 3, Complaints: 1) { Weights = weights, Exacting = 2 };

        Assert.Equal(0.5m + 2 + 0.5m + 3, work.Points);
        Assert.Equal((WorkPart.Complaints, 1, 3m), (work.Shares[0].Part, work.Shares[0].Count, work.Shares[0].Points));
    }

    private static WorkWeight Of(WorkHistory history, WorkPart part) => WorkWeights.From(history).All.Single(weight => weight.Part == part);
}
