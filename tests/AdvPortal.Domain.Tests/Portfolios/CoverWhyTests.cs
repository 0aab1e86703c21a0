using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

/// <summary>In what words a plan says why it chose a colleague: what tipped the scales against whoever else was there.</summary>
public sealed class CoverWhyTests
{
    private static readonly Acquaintance _thrice = new(3, 0, Owned: false, 0, null);

    private readonly StandIn _yanis = new(Ids.New<MemberId>(), ["fr"], 20, []);
    private readonly StandIn _sophie = new(Ids.New<MemberId>(), ["fr"], 20, []);
    private readonly StandIn _bruno = new(Ids.New<MemberId>(), ["fr"], 20, []);

    [Fact]
    public void Where_nobody_else_was_there_that_is_said_and_nothing_weighed()
    {
        Assert.Equal([new("Cover.OnlyOne")], Why(Knows(_thrice), []));
        Assert.Equal([new("Cover.ByHand"), new("Cover.Stood", 3)], Why(Knows(_thrice), [], isFixed: true));
    }

    public static TheoryData<Acquaintance, string, int> Acquaintances => new()
    {
        { new(2, 15, Owned: true, 0, null), "Cover.Stood", 2 },
        { new(1, 0, Owned: false, 0, null), "Cover.Stood", 1 },
        { new(0, 15, Owned: true, 0, null), "Cover.Owned", 0 },
        { new(0, 15, Owned: false, 0, null), "Cover.Handled", 15 },
    };

    [Theory]
    [MemberData(nameof(Acquaintances))]
    public void Who_knows_the_client_is_said_to_by_what_they_did_for_it(Acquaintance knows, string key, int count) =>
        Assert.Equal([count > 0 ? new(key, count) : new(key)], Why(Knows(knows), [_sophie]));

    [Fact]
    public void What_everybody_else_knows_as_well_tips_no_scales()
    {
        var client = AClient(("y", _thrice), ("s", _thrice)) with { Work = new(1, Requirements: 2) };

        Assert.Equal([new("Cover.HasRoom")], Why(client, [_sophie]));

        // Against two others, one of whom knows it, half of it is left: 25 points.
        Assert.Equal([new("Cover.Stood", 3)], Why(client, [_sophie, _bruno]));
    }

    [Fact]
    public void A_client_of_their_own_that_is_alike_is_named()
    {
        Assert.Equal([new("Cover.SameRequirements", "Bertin")], Why(Knows(new(0, 0, Owned: false, 0.8m, "Bertin")), [_sophie]));
        Assert.Equal([new("Cover.FewRequirements")], Why(Knows(new(0, 0, Owned: false, 0.8m, null)), [_sophie]));
        Assert.Equal([new("Cover.FewRequirements")], Why(AClient(("y", new(0, 0, Owned: false, 0.5m, "Bertin")), ("s", new(0, 0, Owned: false, 0.5m, "Denis"))), [_sophie]));
    }

    [Theory]
    [InlineData("fr", "Cover.Speaks.fr")]
    [InlineData("en", "Cover.Speaks.en")]
    [InlineData("de", "Cover.Speaks.de")]
    [InlineData("es", "Cover.Speaks.es")]
    [InlineData("it", "Cover.Speaks.it")]
    [InlineData("nl", "Cover.Speaks.nl")]
    [InlineData("pl", "Cover.Speaks")]
    public void Who_speaks_the_client_s_language_where_others_do_not_is_said_to(string language, string key)
    {
        var (client, speaks, other) = (AClient() with { Language = language }, _yanis with { Languages = [language] }, _sophie with { Languages = ["pt"] });

        Assert.Equal([new(key)], Why(client, [other], chosen: speaks));
        Assert.Equal([new("Cover.FewRequirements")], Why(client, [other with { Languages = [language] }], chosen: speaks));
        Assert.Equal([new("Cover.FewRequirements")], Why(client, [other], chosen: _yanis with { Languages = [] }));
    }

    [Fact]
    public void Who_carries_less_of_what_they_can_than_the_others_do_has_room()
    {
        // A quarter of what she can carry, against half and three quarters of theirs.
        Assert.Equal([new("Cover.HasRoom")], Why(AClient(), [_sophie with { Load = 20 }, _bruno with { Load = 30 }], chosen: _yanis with { Load = 10 }));
        Assert.Equal([new("Cover.HasRoom")], Why(AClient(), [_sophie with { Load = 20, Capacity = 20 }]));
        Assert.Equal([new("Cover.FewRequirements")], Why(AClient(), [_sophie with { Load = 10 }]));
    }

    [Fact]
    public void The_heaviest_reason_comes_first_and_a_second_only_if_it_weighs_half_of_it()
    {
        // He knows it (50), speaks its language (40), and has room (20).
        var (yanis, sophie) = (_yanis with { Load = 0, Languages = ["de"] }, _sophie with { Load = 20 });
        Assert.Equal([new("Cover.Stood", 3), new("Cover.Speaks.de")], Why(Knows(_thrice) with { Language = "de" }, [sophie], chosen: yanis));

        // He knows it by half (25), and speaks its language.
        Assert.Equal([new("Cover.Speaks.de"), new("Cover.Handled", 10)], Why(Knows(new(0, 10, Owned: false, 0, null)) with { Language = "de" }, [sophie], chosen: yanis));

        // Exactly half is worth saying, less is not.
        Assert.Equal([new("Cover.Speaks.de"), new("Cover.HasRoom")], Why(AClient() with { Language = "de" }, [sophie], chosen: yanis));
        Assert.Equal([new("Cover.Speaks.de")], Why(AClient() with { Language = "de" }, [sophie with { Load = 19 }], chosen: yanis));
    }

    [Fact]
    public void What_this_plan_weighs_more_is_said_first()
    {
        var (yanis, client) = (_yanis with { Load = 0 }, Knows(new(0, 10, Owned: false, 1, "Bertin")));

        Assert.Equal([new("Cover.SameRequirements", "Bertin"), new("Cover.Handled", 10)], Why(client, [_sophie], chosen: yanis));
        Assert.Equal([new("Cover.Handled", 10)], Why(client, [_sophie], chosen: yanis, weights: new(Familiarity: 100, Requirements: 0, Load: 0)));
        Assert.Equal([new("Cover.HasRoom")], Why(client, [_sophie], chosen: yanis, weights: new(Familiarity: 10, Requirements: 0, Load: 100)));
    }

    [Fact]
    public void Who_was_chosen_by_hand_is_said_to_and_the_one_reason_that_speaks_for_it()
    {
        var yanis = _yanis with { Load = 0, Languages = ["de"] };

        Assert.Equal([new("Cover.ByHand"), new("Cover.Stood", 3)], Why(Knows(_thrice) with { Language = "de" }, [_sophie], chosen: yanis, isFixed: true));
        Assert.Equal([new("Cover.ByHand")], Why(AClient(), [_sophie], isFixed: true));
    }

    [Theory]
    [InlineData(0, 20, "Cover.FewRequirements")]
    [InlineData(1, 80, "Cover.FewRequirements")]
    [InlineData(2, 20, "Cover.HasRoom")]
    [InlineData(2, 40, "Cover.HasRoom")]
    [InlineData(2, 41, "Cover.Balance")]
    public void Where_nothing_tipped_the_scales_what_makes_it_possible_is_said(int requirements, int load, string key) =>
        Assert.Equal([new(key)], Why(AClient() with { Work = new(1, Requirements: requirements) }, [_sophie with { Load = load }], chosen: _yanis with { Load = load }));

    [Fact]
    public void The_figures_of_a_choice_are_how_well_it_is_known_how_free_they_stay_and_whether_they_speak()
    {
        Assert.Equal((1m, 0.75m, true), Figures(CoverReasons.Of(Knows(_thrice), _yanis, 10)));
        Assert.Equal((0m, 0.67m, false), Figures(CoverReasons.Of(AClient() with { Language = "de" }, _yanis with { Capacity = 30 }, 10)));
        Assert.Equal((0m, 0m, true), Figures(CoverReasons.Of(AClient(), _yanis, 50)));
        Assert.Equal((0m, 0.5m, true), Figures(CoverReasons.Of(AClient(), _yanis with { Capacity = 0.1m }, 0.5m)));

        static (decimal, decimal, bool) Figures(CoverReasons reasons) => (reasons.Familiarity, reasons.Load, reasons.Language);
    }

    private IReadOnlyList<Message> Why(ClientToCover client, IReadOnlyList<StandIn> others, StandIn? chosen = null, bool isFixed = false, CoverWeights? weights = null) =>
        CoverWhy.Of(client, chosen ?? _yanis, others, standIn => standIn.Load, weights ?? CoverWeights.Usual, isFixed);

    private ClientToCover Knows(Acquaintance knows) => AClient(("y", knows));

    private ClientToCover AClient(params (string Who, Acquaintance Knows)[] known) =>
        new(Ids.New<ClientId>(), "fr", 0, 9, new(1)) { Acquainted = known.ToDictionary(each => each.Who == "y" ? _yanis.Id : _sophie.Id, each => each.Knows) };
}
