using AdvPortal.Application.Members;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Orders;

public sealed class SavedViewTests(TestDatabase database) : IAsyncLifetime
{
    private BookWorld _book = null!;
    private World _claire = null!;
    private World _yanis = null!;

    public async ValueTask InitializeAsync()
    {
        _book = await BookWorld.FoundAsync(database);
        (_claire, _yanis) = (await _book.World.AsAsync(_book.Team.Claire, Role.Adv), await _book.World.AsAsync(_book.Team.Yanis, Role.Adv));
    }

    public async ValueTask DisposeAsync()
    {
        await _claire.DisposeAsync();
        await _yanis.DisposeAsync();
        await _book.DisposeAsync();
    }

    [Fact]
    public async Task A_view_is_a_tab_with_its_count_for_whom_it_is_meant()
    {
        await _book.ConfirmedAsync("a", _book.Team.Lacombe, BookWorld.Monday);
        await _book.PlacedAsync("b", _book.Team.Lacombe, BookWorld.Monday);
        await SaveAsync(_claire, "À moi", "?view=open&status=confirmed&nonsense=1");
        await SaveAsync(_claire, "À tous", "view=open", isShared: true);

        Assert.Equal([("À moi", "view=open&status=confirmed", 1, true), ("À tous", "view=open", 2, true)], await TabsAsync(_claire));
        Assert.Equal([("À tous", "view=open", 2, false)], await TabsAsync(_yanis));
        await using var them = await BookWorld.FoundAsync(database);
        Assert.Empty(await TabsAsync(them.World));
    }

    [Fact]
    public async Task Its_owner_renames_changes_shares_and_drops_it_and_nobody_else_does()
    {
        var mine = await SaveAsync(_claire, "À moi", "view=late");
        Assert.Equal(new NoSuchView(), (await _yanis.Get<DropView>().ExecuteAsync(mine.Id, null)).Refusal);

        var shared = (await _claire.Get<ChangeView>().ExecuteAsync(mine.Id, form => Change(form, "Retards", true), mine.Version)).Value!;
        Assert.Equal(("Retards", true, 2), (shared.Name, shared.IsShared, shared.Version));
        Assert.Equal(new ChangedMeanwhile(), (await _claire.Get<DropView>().ExecuteAsync(mine.Id, mine.Version)).Refusal);
        Assert.Equal(new NotYourView(), (await _yanis.Get<ChangeView>().ExecuteAsync(mine.Id, form => Change(form, "Le mien", false), null)).Refusal);
        Assert.Equal(["Name"], Assert.IsType<Invalid>((await _claire.Get<ChangeView>().ExecuteAsync(mine.Id, form => Change(form, " ", false), null)).Refusal).Fields.Keys);

        Assert.True((await _claire.Get<DropView>().ExecuteAsync(mine.Id, 2)).IsOk);
        Assert.Equal(new NoSuchView(), (await _claire.Get<ReadView>().ExecuteAsync(mine.Id)).Refusal);
    }

    [Fact]
    public async Task What_a_program_saves_is_everybody_s()
    {
        await using var program = _book.World.AsKey();
        var view = await SaveAsync(program, "Du progiciel", "view=late");

        Assert.True(view.IsShared);
        Assert.Equal("Du progiciel", Assert.Single((await _yanis.Get<ListViews>().ExecuteAsync()).Value!.Items).Name);
    }

    [Fact]
    public async Task Another_company_s_view_is_none()
    {
        var view = await SaveAsync(_claire, "À tous", "view=late", isShared: true);
        await using var them = await BookWorld.FoundAsync(database);

        Assert.Equal(new NoSuchView(), (await them.World.Get<ReadView>().ExecuteAsync(view.Id)).Refusal);
        Assert.Equal(new NoSuchView(), (await them.World.Get<ChangeView>().ExecuteAsync(view.Id, form => Change(form, "Pris", true), null)).Refusal);
        Assert.Equal(new NoSuchView(), (await them.World.Get<DropView>().ExecuteAsync(view.Id, null)).Refusal);
    }

    [Fact]
    public async Task The_columns_that_somebody_looks_at_are_theirs()
    {
        Assert.True((await _claire.Get<KeepBookColumns>().ExecuteAsync("client,amount")).IsOk);

        Assert.Equal(("client,amount", null), ((await _book.ReadAsync("", by: _claire)).Columns, (await _book.ReadAsync("", by: _yanis)).Columns));
        await using var program = _book.World.AsKey();
        Assert.Equal(new NotAllowed(), (await program.Get<KeepBookColumns>().ExecuteAsync("client")).Refusal);
    }

    private static Result<SavedViewForm> Change(SavedViewForm form, string name, bool isShared)
    {
        (form.Name, form.IsShared) = (name, isShared);

        return form;
    }

    private static async Task<SavedViewRow> SaveAsync(World by, string name, string query, bool isShared = false) =>
        (await by.Get<SaveView>().ExecuteAsync(new() { Name = name, Query = query, IsShared = isShared })).Value!;

    private async Task<IEnumerable<(string, string, int, bool)>> TabsAsync(World by) =>
        (await by.Get<ReadOrderBook>().ExecuteAsync(new())).Value!.Saved.Select(kept => (kept.View.Name, kept.View.Query, kept.Orders, kept.IsMine));
}
