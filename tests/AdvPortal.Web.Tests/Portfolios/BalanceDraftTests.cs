using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Components.Team;

namespace AdvPortal.Web.Tests.Portfolios;

public sealed class BalanceDraftTests
{
    private static readonly DateOnly _today = new(2026, 11, 23);

    private readonly MemberId _claire = Ids.New<MemberId>();
    private readonly MemberId _yanis = Ids.New<MemberId>();
    private readonly ListPortfolios.Owned _lacombe = new(Ids.New<ClientId>(), "C-1", "Serrurerie Lacombe", null, null) { Work = new(4) };
    private readonly ListPortfolios.Owned _beaulieu = new(Ids.New<ClientId>(), "C-2", "Garage Beaulieu", null, null) { Work = new(9) };
    private readonly BalanceForm _form = new();

    [Fact]
    public void A_client_that_is_moved_leaves_one_load_and_joins_the_other()
    {
        Draft().Move(_lacombe.ClientId.Value, _yanis.Value);
        var draft = Draft();

        Assert.Equal([("Claire Morel", 14m, 9.5m), ("Yanis Benali", 0m, 4.5m)], draft.Columns.Select(c => (c.Person.MemberName!, c.Before, c.After)));
        Assert.Equal((true, _claire.Value), draft.Columns[1].Rows is [var row] ? (row.IsMoved, row.Owner!.Value) : default);
        Assert.Equal([new PublishBalance.Each(_lacombe.ClientId.Value, _claire.Value, _yanis.Value)], draft.Moves);
    }

    [Fact]
    public void Moved_back_nothing_was_moved()
    {
        Draft().Move(_lacombe.ClientId.Value, _yanis.Value);
        Draft().Move(_lacombe.ClientId.Value, _claire.Value);

        Assert.Empty(Draft().Moves);
        Assert.All(Draft().Columns, column => Assert.Equal(column.Before, column.After));
    }

    [Fact]
    public void What_a_colleague_changes_meanwhile_is_marked_and_still_sent_as_it_was_seen()
    {
        Draft().Move(_lacombe.ClientId.Value, _yanis.Value);
        var sophie = Ids.New<MemberId>();

        var after = new BalanceDraft([APerson(_claire, "Claire Morel", _beaulieu), APerson(_yanis, "Yanis Benali"), APerson(sophie, "Sophie Leroy", _lacombe)], _form, _today);

        Assert.True(after.Columns[1].Rows.Single().IsStale);
        Assert.Equal(_claire.Value, after.Moves.Single().FromMemberId);
    }

    [Fact]
    public void Confirmed_after_a_colleague_changed_it_a_move_is_of_what_is_so_now()
    {
        Draft().Move(_lacombe.ClientId.Value, _yanis.Value);
        var sophie = Ids.New<MemberId>();
        BalanceDraft After() => new([APerson(_claire, "Claire Morel", _beaulieu), APerson(_yanis, "Yanis Benali"), APerson(sophie, "Sophie Leroy", _lacombe)], _form, _today);

        After().Move(_lacombe.ClientId.Value, _yanis.Value);

        Assert.False(After().Columns[1].Rows.Single().IsStale);
        Assert.Equal(sophie.Value, After().Moves.Single().FromMemberId);
    }

    [Fact]
    public void What_a_colleague_did_alike_meanwhile_is_done_and_no_move_any_more()
    {
        Draft().Move(_lacombe.ClientId.Value, _yanis.Value);

        var after = new BalanceDraft([APerson(_claire, "Claire Morel", _beaulieu), APerson(_yanis, "Yanis Benali", _lacombe)], _form, _today);

        Assert.Empty(after.Moves);
        Assert.Equal((false, false), after.Columns[1].Rows.Single() is var row ? (row.IsMoved, row.IsStale) : default);
    }

    [Fact]
    public void What_was_moved_to_somebody_gone_stays_where_it_is_and_is_told()
    {
        Draft().Move(_lacombe.ClientId.Value, _yanis.Value);
        Draft().Move(_beaulieu.ClientId.Value, Ids.New<MemberId>().Value);

        var after = new BalanceDraft([APerson(_claire, "Claire Morel", _lacombe, _beaulieu), APerson(_yanis, "Yanis Benali") with { MayTake = false }], _form, _today);

        Assert.Equal(["Garage Beaulieu", "Serrurerie Lacombe"], after.Lost.Select(client => client.Name).Order(StringComparer.Ordinal));
        Assert.Equal(2, Assert.Single(after.Columns).Rows.Count);
        Assert.Empty(after.Moves);
    }

    [Fact]
    public void A_client_that_is_nobodys_can_be_put_back_to_nobody_and_no_other_can()
    {
        BalanceDraft WithNobody() => new([APerson(_claire, "Claire Morel", _beaulieu), new(null, null, [], [_lacombe], [])], _form, _today);
        WithNobody().Move(_lacombe.ClientId.Value, _claire.Value);
        var draft = WithNobody();

        Assert.Equal((true, false), (draft.MayGo(_lacombe.ClientId.Value, draft.Columns[1].Person), draft.MayGo(_beaulieu.ClientId.Value, draft.Columns[1].Person)));
        Assert.Equal(2, draft.Columns[0].Rows.Count);

        draft.Move(_lacombe.ClientId.Value, null);
        Assert.Equal((0, 1), (WithNobody().Moves.Count, WithNobody().Columns[1].Rows.Count));
    }

    [Fact]
    public void Kept_for_good_a_client_does_not_go_where_it_was_foreseen_to_go()
    {
        var later = _lacombe with { Next = new(_yanis, _today.AddDays(30)) };
        BalanceDraft Foreseen() => new([APerson(_claire, "Claire Morel", later), APerson(_yanis, "Yanis Benali")], _form, _today);
        Assert.False(Foreseen().HasNothing(_yanis.Value));

        Foreseen().Move(later.ClientId.Value, _claire.Value, forGood: true);

        Assert.Equal([new PublishBalance.Each(later.ClientId.Value, _claire.Value, _claire.Value)], Foreseen().Moves);
        Assert.Equal((true, false), Foreseen().Columns[0].Rows.Single() is var row ? (row.IsMoved, row.IsStale) : default);
        Assert.True(new BalanceDraft([APerson(_claire, "Claire Morel", _lacombe), APerson(_yanis, "Yanis Benali")], _form, _today).HasNothing(_yanis.Value));
    }

    [Fact]
    public void What_is_foreseen_for_before_the_day_has_happened_by_then()
    {
        var soon = _lacombe with { Next = new(_yanis, _today.AddDays(7)) };

        Assert.Equal(_claire.Value, new BalanceDraft([APerson(_claire, "Claire Morel", soon), APerson(_yanis, "Yanis Benali")], _form, _today).OwnerOf(soon.ClientId.Value));
        Assert.Equal(_yanis.Value, new BalanceDraft([APerson(_claire, "Claire Morel", soon), APerson(_yanis, "Yanis Benali")], _form, _today.AddDays(7)).OwnerOf(soon.ClientId.Value));
    }

    [Fact]
    public void Of_several_changes_that_are_foreseen_the_last_until_the_day_counts()
    {
        var sophie = Ids.New<MemberId>();
        var twice = _lacombe with { Next = new(_yanis, _today.AddDays(8)), AfterNext = [new(sophie, _today.AddDays(22))] };
        BalanceDraft On(int days) => new([APerson(_claire, "Claire Morel", twice), APerson(_yanis, "Yanis Benali"), APerson(sophie, "Sophie Leroy")], _form, _today.AddDays(days));
        Guid OwnerOn(int days) => On(days).OwnerOf(twice.ClientId.Value)!.Value;

        Assert.Equal((_claire.Value, _yanis.Value, sophie.Value), (OwnerOn(0), OwnerOn(8), OwnerOn(27)));
        Assert.Equal((false, false, true), (On(0).HasNothing(sophie.Value), On(8).HasNothing(sophie.Value), On(27).HasNothing(_yanis.Value)));
    }

    [Fact]
    public void What_a_colleague_kept_for_good_meanwhile_is_no_move_any_more()
    {
        var later = _lacombe with { Next = new(_yanis, _today.AddDays(30)) };
        new BalanceDraft([APerson(_claire, "Claire Morel", later), APerson(_yanis, "Yanis Benali")], _form, _today).Move(later.ClientId.Value, _claire.Value, forGood: true);

        Assert.Empty(Draft().Moves);
        Assert.False(Draft().Columns[0].Rows[0].IsMoved || Draft().Columns[0].Rows[1].IsMoved);
    }

    [Fact]
    public void Whoever_may_take_nothing_and_has_nothing_is_not_shown()
    {
        var gone = APerson(Ids.New<MemberId>(), "Marc Dubois") with { MayTake = false };

        Assert.Equal(["Claire Morel"], new BalanceDraft([APerson(_claire, "Claire Morel", _lacombe), gone], _form, _today).Columns.Select(c => c.Person.MemberName));
    }

    [Fact]
    public void A_client_foreseen_for_somebody_gone_stands_apart_until_it_is_given_to_somebody()
    {
        var gone = Ids.New<MemberId>();
        var foreseen = _lacombe with { Next = new(gone, _today.AddDays(7)) };
        BalanceDraft On(int days) => new([APerson(_claire, "Claire Morel", foreseen, _beaulieu), APerson(_yanis, "Yanis Benali")], _form, _today.AddDays(days));

        Assert.DoesNotContain(On(6).Columns, column => column.IsOrphaned);
        var apart = Assert.Single(On(7).Columns, column => column.IsOrphaned);
        Assert.Equal((_lacombe.ClientId, gone.Value, 4.5m, false), (apart.Rows.Single().Client.ClientId, apart.Rows.Single().Owner!.Value, apart.After, apart.IsOver));
        Assert.Equal(2, On(7).Columns.Sum(column => column.Rows.Count));

        On(7).Move(_lacombe.ClientId.Value, _yanis.Value);
        Assert.DoesNotContain(On(7).Columns, column => column.IsOrphaned);
        Assert.Equal([new PublishBalance.Each(_lacombe.ClientId.Value, gone.Value, _yanis.Value)], On(7).Moves);
    }

    private BalanceDraft Draft() => new([APerson(_claire, "Claire Morel", _lacombe, _beaulieu), APerson(_yanis, "Yanis Benali")], _form, _today);

    private static ListPortfolios.Portfolio APerson(MemberId id, string name, params ListPortfolios.Owned[] clients) =>
        new(id, name, [Role.Adv], clients, []) { Capacity = Workload.Capacity, MayTake = true };
}
