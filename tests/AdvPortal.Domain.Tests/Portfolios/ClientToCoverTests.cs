using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

/// <summary>How well colleagues know a client, and when they are there for it.</summary>
public sealed class ClientToCoverTests
{
    private static readonly DateOnly _monday = new(2026, 12, 7);
    private static readonly int _first = HalfDay.Of(_monday, DayHalf.Morning);

    [Theory]
    [InlineData(0, 0, false, 0)]
    [InlineData(1, 0, false, 0.33)]
    [InlineData(3, 0, false, 1)]
    [InlineData(0, 5, false, 0.25)]
    [InlineData(0, 20, false, 1)]
    [InlineData(0, 0, true, 0.5)]
    [InlineData(1, 2, false, 0.43)]
    [InlineData(0, 2, true, 0.6)]
    [InlineData(5, 50, true, 1)]
    public void Three_covers_or_twenty_orders_are_knowing_a_client_and_having_owned_it_is_half_of_it(int stood, int handled, bool owned, double familiarity)
    {
        var (member, knows) = (Ids.New<MemberId>(), new Acquaintance(stood, handled, owned, 0, null));
        var client = new ClientToCover(Ids.New<ClientId>(), "fr", 0, 9, new(3)) { Acquainted = new Dictionary<MemberId, Acquaintance> { [member] = knows } };

        Assert.Equal(((decimal)familiarity, (decimal)familiarity, 0m), (knows.Familiarity, client.Familiar(member), client.Familiar(Ids.New<MemberId>())));
    }

    /// <summary>The half-days of a span, and whether somebody is away who has Tuesday off, and takes Thursday and Friday morning.</summary>
    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(0, 9, true)]
    [InlineData(3, 4, true)]
    [InlineData(4, 5, false)]
    [InlineData(5, 6, true)]
    [InlineData(8, 9, true)]
    [InlineData(9, 13, false)]
    [InlineData(16, 16, true)]
    public void Who_takes_leave_or_does_not_work_at_any_time_of_a_span_is_away(int first, int last, bool isAway)
    {
        var member = Ids.New<MemberId>();
        var standIn = new StandIn(member, ["fr"], 0, [Absence.Declare(member, _monday.AddDays(3), _monday.AddDays(4), untilHalf: DayHalf.Morning).Value!]) { Week = new(School: 0b1100) };

        Assert.Equal(isAway, standIn.IsAway(_first + first, _first + last));
    }

    [Fact]
    public void A_language_is_spoken_or_not() =>
        Assert.Equal([true, false, false], ((string[])["fr", "FR", "de"]).Select(new StandIn(Ids.New<MemberId>(), ["fr", "en"], 0, []).Speaks));
}
