using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

public sealed class OwnershipTests
{
    private static readonly DateOnly _january = new(2026, 1, 5);
    private static readonly DateOnly _june = new(2026, 6, 1);

    private readonly ClientId _client = Ids.New<ClientId>();
    private readonly MemberId _claire = Ids.New<MemberId>();
    private readonly MemberId _yanis = Ids.New<MemberId>();
    private readonly MemberId _sophie = Ids.New<MemberId>();

    [Fact]
    public void The_owner_before_ends_the_day_before()
    {
        var claire = Hand([], _claire, _january)!.Begins;
        var yanis = Hand([claire], _yanis, _june)!.Begins;

        Assert.Equal(new DateOnly(2026, 5, 31), claire.Until);
        Assert.True(claire.Holds(new(2026, 5, 31)) && !claire.Holds(_june) && yanis.Holds(_june) && !yanis.Holds(new(2026, 5, 31)));
    }

    [Fact]
    public void What_was_foreseen_for_later_no_longer_counts()
    {
        var claire = Hand([], _claire, _january)!.Begins;
        var yanis = Hand([claire], _yanis, _june)!.Begins;
        var handover = Hand([claire, yanis], _sophie, new(2026, 3, 2))!;

        Assert.Equal([yanis], handover.Void);
        Assert.Equal(new DateOnly(2026, 3, 1), claire.Until);
    }

    [Fact]
    public void A_second_transfer_on_the_same_day_replaces_the_first()
    {
        var claire = Hand([], _claire, _january)!.Begins;
        var handover = Hand([claire], _yanis, _january)!;

        Assert.Equal([claire], handover.Void);
        Assert.Null(claire.Until);
    }

    [Fact]
    public void Handing_a_client_to_who_has_it_and_keeps_it_changes_nothing()
    {
        var claire = Hand([], _claire, _january)!.Begins;

        Assert.Null(Hand([claire], _claire, _june));
        Assert.Null(Hand([claire], _claire, _january));
        Assert.Null(claire.Until);
    }

    [Fact]
    public void Taking_back_a_transfer_foreseen_for_later_leaves_no_gap()
    {
        var claire = Hand([], _claire, _january)!.Begins;
        var yanis = Hand([claire], _yanis, _june)!.Begins;
        var back = Hand([claire, yanis], _claire, _june)!;

        Assert.Equal([yanis], back.Void);
        Assert.Equal((_june, new DateOnly(2026, 5, 31)), (back.Begins.From, claire.Until!.Value));
    }

    [Fact]
    public void Whose_last_day_is_the_one_of_the_transfer_ends_before_it()
    {
        var claire = Hand([], _claire, _january)!.Begins;
        var yanis = Hand([claire], _yanis, _june)!.Begins;

        Assert.Equal([yanis], Hand([claire, yanis], _sophie, _june.AddDays(-1))!.Void);
        Assert.Equal(_june.AddDays(-2), claire.Until);
    }

    private Handover? Hand(Ownership[] history, MemberId to, DateOnly from) => Ownership.Hand(history, _client, to, from, "départ");
}
