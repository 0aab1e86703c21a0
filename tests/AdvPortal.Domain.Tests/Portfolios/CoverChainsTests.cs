using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

/// <summary>
/// What becomes of a client of Claire's, away all week, when her stand-in is away too, and theirs. Who answers is written half-day by
/// half-day: y for Yanis, s for Sophie, b for Bruno, d for Dora; a dash for whoever owns the client.
/// </summary>
public sealed class CoverChainsTests
{
    private static readonly DateOnly _monday = new(2026, 12, 7);
    private static readonly int _first = HalfDay.Of(_monday, DayHalf.Morning);
    private static readonly DateTimeOffset _published = DateTimeOffset.UnixEpoch;

    private readonly MemberId _claire = Ids.New<MemberId>();
    private readonly MemberId _yanis = Ids.New<MemberId>();
    private readonly MemberId _sophie = Ids.New<MemberId>();
    private readonly MemberId _bruno = Ids.New<MemberId>();
    private readonly MemberId _dora = Ids.New<MemberId>();

    // Two of Claire's, one of Yanis's and one of Sophie's.
    private readonly ClientId _lacombe = Ids.New<ClientId>();
    private readonly ClientId _bertin = Ids.New<ClientId>();
    private readonly ClientId _ofYanis = Ids.New<ClientId>();
    private readonly ClientId _ofSophie = Ids.New<ClientId>();

    private readonly List<Absence> _absences = [];

    [Theory]
    [InlineData(2, 5, "yyssssyyyy")]
    [InlineData(0, 3, "ssssyyyyyy")]
    [InlineData(6, 9, "yyyyyyssss")]
    [InlineData(0, 9, "ssssssssss")]
    [InlineData(9, 9, "yyyyyyyyys")]
    [InlineData(0, 0, "syyyyyyyyy")]
    public void A_stand_in_who_is_away_steps_aside_for_exactly_that_time(int from, int until, string answers)
    {
        var claire = Away(_claire, 0, 9, Line(_lacombe, _yanis, 0, 9), Line(_bertin, _yanis, 0, 9));
        var version = claire.Version;

        Away(_yanis, from, until, Line(_lacombe, _sophie, from, until, claire));

        Assert.Equal((answers, "yyyyyyyyyy"), (Answers(_lacombe), Answers(_bertin)));
        Assert.True(claire.Version > version);
        Assert.All(_absences.SelectMany(a => a.Covers), cover => Assert.Equal(_published, cover.PublishedAt));
    }

    [Fact]
    public void What_is_only_proposed_steps_aside_for_nobody()
    {
        var claire = Away(_claire, 0, 9, Line(_lacombe, _yanis, 0, 9));
        Assert.True(claire.Reopen(_first + 4).IsOk);

        Away(_yanis, 2, 5, Line(_lacombe, _sophie, 2, 5, claire));

        Assert.Equal("yyssss----", Answers(_lacombe));
        Assert.Equal([(false, _first + 4, _first + 9)], claire.Covers.Where(cover => !cover.IsPublished).Select(cover => (cover.IsPublished, cover.FirstHalf, cover.LastHalf)));
    }

    [Theory]
    [InlineData(2, "yyyyyyyyyy")]
    [InlineData(3, "yysyyyyyyy")]
    [InlineData(5, "yysssyyyyy")]
    public void A_stand_in_who_is_back_sooner_or_whose_plan_is_taken_back_answers_again(int half, string answers)
    {
        foreach (var act in (Func<Absence, int, IReadOnlyCollection<Absence>, Result>[])[CoverChains.Return, CoverChains.Reopen])
        {
            _absences.Clear();
            var claire = Away(_claire, 0, 9, Line(_lacombe, _yanis, 0, 9), Line(_bertin, _bruno, 0, 9));
            var yanis = Away(_yanis, 2, 5, Line(_lacombe, _sophie, 2, 5, claire), Line(_ofYanis, _sophie, 2, 5));
            var version = claire.Version;

            Assert.True(act(yanis, _first + half, Others(yanis)).IsOk);

            Assert.Equal((answers, "bbbbbbbbbb"), (Answers(_lacombe), Answers(_bertin)));
            Assert.Equal(answers[2..6].Replace('y', '-'), Answers(_ofYanis)[2..6]);
            Assert.True(claire.Version > version);
            Assert.Equal([null], claire.Covers.Where(cover => cover.FirstHalf == _first + half).Select(cover => cover.PublishedAt));
        }
    }

    [Fact]
    public void Where_the_plan_of_the_owner_is_being_redone_meanwhile_nobody_steps_back_into_it()
    {
        var claire = Away(_claire, 0, 9, Line(_lacombe, _yanis, 0, 9));
        var yanis = Away(_yanis, 2, 5, Line(_lacombe, _sophie, 2, 5, claire));
        Assert.True(CoverChains.Reopen(claire, _first, Others(claire)).IsOk);

        Assert.True(CoverChains.Return(yanis, _first + 4, Others(yanis)).IsOk);

        Assert.Equal("----------", Answers(_lacombe));
    }

    /// <summary>Yanis is away from the third half-day to the eighth, Sophie from the fifth to the sixth, Bruno in the sixth.</summary>
    [Theory]
    [InlineData(2, "yyyyyyyyyy", "yyyyyyyyyy", "----------", "----bd----")]
    [InlineData(4, "yyssyyyyyy", "yybbyyyyyy", "--ss------", "----bd----")]
    [InlineData(5, "yyssbyyyyy", "yybbbyyyyy", "--ssb-----", "----bd----")]
    [InlineData(6, "yyssbdyyyy", "yybbbdyyyy", "--ssbd----", "----bd----")]
    public void A_stand_in_who_is_back_relieves_whoever_stood_in_for_theirs_and_of_nobody_else_s_clients(int half, string lacombe, string bertin, string ofYanis, string ofSophie)
    {
        var (_, yanis, _, _) = Chain();
        Assert.Equal(("yyssbdssyy", "yybbbdbbyy", "--ssbdss--", "----bd----"), (Answers(_lacombe), Answers(_bertin), Answers(_ofYanis), Answers(_ofSophie)));

        Assert.True(CoverChains.Return(yanis, _first + half, Others(yanis)).IsOk);

        Assert.Equal((lacombe, bertin, ofYanis, ofSophie), (Answers(_lacombe), Answers(_bertin), Answers(_ofYanis), Answers(_ofSophie)));
    }

    [Theory]
    [InlineData(4, "yyssssssyy", "yybbbdbbyy", "--ssssss--", "----------")]
    [InlineData(5, "yyssbsssyy", "yybbbdbbyy", "--ssbsss--", "----b-----")]
    public void One_absence_further_whoever_is_back_goes_on_for_whom_they_stood_in_for(int half, string lacombe, string bertin, string ofYanis, string ofSophie)
    {
        var (_, _, sophie, _) = Chain();

        Assert.True(CoverChains.Return(sophie, _first + half, Others(sophie)).IsOk);

        Assert.Equal((lacombe, bertin, ofYanis, ofSophie), (Answers(_lacombe), Answers(_bertin), Answers(_ofYanis), Answers(_ofSophie)));
    }

    [Fact]
    public void The_owner_who_is_back_answers_for_what_is_theirs_whoever_stood_in_and_however_far()
    {
        var (claire, _, _, _) = Chain();

        Assert.True(CoverChains.Return(claire, _first + 5, Others(claire)).IsOk);

        Assert.Equal(("yyssb-----", "yybbb-----", "--ssbdss--", "----bd----"), (Answers(_lacombe), Answers(_bertin), Answers(_ofYanis), Answers(_ofSophie)));
    }

    /// <summary>Yanis, Sophie and Bruno are all away from the third half-day to the eighth: of those between, no line is left.</summary>
    [Theory]
    [InlineData(0, 4, "yydd------")]
    [InlineData(1, 4, "yyddyyyyyy")]
    [InlineData(2, 4, "yyddssssyy")]
    [InlineData(3, 4, "yyddbbbbyy")]
    [InlineData(1, 2, "yyyyyyyyyy")]
    public void Whoever_is_back_relieves_the_last_of_a_chain_whose_links_stepped_aside_for_all_of_their_time(int who, int half, string answers)
    {
        var claire = Away(_claire, 0, 9, Line(_lacombe, _yanis, 0, 9));
        var yanis = Away(_yanis, 2, 7, Line(_lacombe, _sophie, 2, 7, claire));
        var sophie = Away(_sophie, 2, 7, Line(_lacombe, _bruno, 2, 7, claire, yanis));
        var bruno = Away(_bruno, 2, 7, Line(_lacombe, _dora, 2, 7, claire, yanis, sophie));
        Assert.Equal("yyddddddyy", Answers(_lacombe));
        var back = new[] { claire, yanis, sophie, bruno }[who];

        Assert.True(CoverChains.Return(back, _first + half, Others(back)).IsOk);

        Assert.Equal(answers, Answers(_lacombe));
        Assert.All(_absences.SelectMany(a => a.Covers), cover => Assert.Equal(_claire, cover.AbsentId));
    }

    [Fact]
    public void Whoever_steps_back_goes_on_for_the_owner_until_the_owner_is_back()
    {
        var (claire, yanis, sophie, _) = Chain();
        Assert.True(CoverChains.Return(sophie, _first + 4, Others(sophie)).IsOk);
        Assert.Equal([(_claire, claire.Id)], yanis.Covers.Where(c => c.ClientId == _lacombe && c.FirstHalf == _first + 4).Select(c => (c.AbsentId, c.FollowsFrom.Single())));

        Assert.True(CoverChains.Return(claire, _first + 5, Others(claire)).IsOk);

        Assert.Equal(("yysss-----", "----------"), (Answers(_lacombe), Answers(_ofSophie)));
    }

    [Fact]
    public void What_is_refused_changes_nothing_anywhere()
    {
        var claire = Away(_claire, 0, 9, Line(_lacombe, _yanis, 0, 9));
        var yanis = Away(_yanis, 2, 5, Line(_lacombe, _sophie, 2, 5, claire));
        var (published, versions) = (Answers(_lacombe), _absences.ConvertAll(a => a.Version));

        Assert.IsType<PlanIsPublished>(CoverChains.Publish(yanis, Others(yanis), _published).Refusal);
        Assert.IsType<AbsenceIsOver>(CoverChains.Reopen(yanis, _first + 6, Others(yanis)).Refusal);
        Assert.IsType<AbsenceIsOver>(CoverChains.Return(yanis, _first + 6, Others(yanis)).Refusal);

        Assert.Equal(published, Answers(_lacombe));
        Assert.Equal(versions, _absences.Select(a => a.Version));
    }

    // Claire's clients, then those of whoever stands in for her: Sophie for one, Bruno for the other, and on as they are away themselves.
    private (Absence Claire, Absence Yanis, Absence Sophie, Absence Bruno) Chain()
    {
        var claire = Away(_claire, 0, 9, Line(_lacombe, _yanis, 0, 9), Line(_bertin, _yanis, 0, 9));
        var yanis = Away(_yanis, 2, 7, Line(_lacombe, _sophie, 2, 7, claire), Line(_bertin, _bruno, 2, 7, claire), Line(_ofYanis, _sophie, 2, 7));
        var sophie = Away(_sophie, 4, 5, Line(_lacombe, _bruno, 4, 5, claire, yanis), Line(_ofYanis, _bruno, 4, 5, yanis), Line(_ofSophie, _bruno, 4, 5));
        var bruno = Away(
            _bruno, 5, 5, Line(_lacombe, _dora, 5, 5, claire, yanis, sophie), Line(_ofYanis, _dora, 5, 5, yanis, sophie), Line(_ofSophie, _dora, 5, 5, sophie), Line(_bertin, _dora, 5, 5, claire, yanis));

        return (claire, yanis, sophie, bruno);
    }

    private Absence Away(MemberId member, int first, int last, params PlannedCover[] lines)
    {
        var absence = Absence.Declare(member, HalfDay.DayOf(_first + first), HalfDay.DayOf(_first + last), HalfDay.HalfOf(_first + first), HalfDay.HalfOf(_first + last)).Value!;
        Assert.True(absence.Plan(lines).IsOk);
        Assert.True(CoverChains.Publish(absence, _absences, _published).IsOk);
        _absences.Add(absence);

        return absence;
    }

    // The owner's absence first, that of whoever is replaced last.
    private static PlannedCover Line(ClientId client, MemberId standIn, int first, int last, params Absence[] chain) =>
        new(client, standIn, _first + first, _first + last) { Chain = chain.Length == 0 ? null : new([.. chain.Select(a => a.Id)], chain[0].MemberId) };

    private List<Absence> Others(Absence one) => _absences.FindAll(a => a.Id != one.Id);

    private string Answers(ClientId client) => string.Concat(Enumerable.Range(_first, 10).Select(half =>
        _absences.SelectMany(a => a.Covers).SingleOrDefault(cover => cover.ClientId == client && cover.IsPublished && cover.FirstHalf <= half && cover.LastHalf >= half) is { } cover
            ? "ysbd"[new[] { _yanis, _sophie, _bruno, _dora }.IndexOf(cover.StandInId)] : '-'));
}
