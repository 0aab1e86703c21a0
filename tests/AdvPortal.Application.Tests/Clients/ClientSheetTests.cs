using AdvPortal.Application.Clients;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Tests.Portfolios;

namespace AdvPortal.Application.Tests.Clients;

public sealed class ClientSheetTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;
    private World _world = null!;

    public async ValueTask InitializeAsync()
    {
        _team = await TeamWorld.FoundAsync(database);
        _world = _team.World;
        await _world.AProductAsync("VH-M8-30-ZN");
        await _world.AProductAsync("EH-M8-ZN");
    }

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task The_list_counts_what_is_open_and_names_who_answers()
    {
        var cancelled = await PlaceAsync("4500187341", "VH-M8-30-ZN");
        await PlaceAsync("4500187342", "VH-M8-30-ZN");
        Assert.True((await _world.Get<CancelOrder>().ExecuteAsync(cancelled.Id, new("Doublon"), cancelled.Version)).IsOk);
        await _team.CoveredAsync(_team.Claire, _team.Yanis, TeamWorld.Monday, TeamWorld.Monday.AddDays(1));

        var row = Assert.Single((await _world.Get<BrowseClients>().ExecuteAsync(new(_team.Lacombe.Name))).Value!.Items);
        Assert.Equal((1, "Claire Morel", "Yanis Benali"), (row.OpenOrders, row.OwnerName, row.ActingOwnerName));

        var answered = (await _world.Get<BrowseClients>().ExecuteAsync(new(AnsweredBy: _team.Claire))).Value!.Items;
        Assert.DoesNotContain(answered, client => client.Id == _team.Lacombe.Id);
    }

    [Fact]
    public async Task Open_lines_say_what_waits_for_a_decision_and_leave_out_what_is_over()
    {
        var placed = await PlaceAsync("4500187342", "VH-M8-30-ZN", "NOBODY-KNOWS");
        var open = (await _world.Get<ListOpenLines>().ExecuteAsync(_team.Lacombe.Id)).Value!;

        Assert.Equal(1, open.Orders);
        Assert.Equal([("10", 5m), ("20", 5m)], open.Lines.OrderBy(l => l.LineNo, StringComparer.Ordinal).Select(l => (l.LineNo, l.Outstanding)));
        Assert.True(open.Lines.Single(l => l.LineNo == "20") is { ToSettle: true, Why: not null });

        Assert.True((await _world.Get<CancelOrder>().ExecuteAsync(placed.Id, new("Doublon"), placed.Version)).IsOk);
        var after = (await _world.Get<ListOpenLines>().ExecuteAsync(_team.Lacombe.Id)).Value!;
        Assert.Equal((0, 0), (after.Orders, after.Lines.Count));
    }

    [Fact]
    public async Task The_story_of_a_client_tells_of_its_orders_by_number_newest_first_page_by_page()
    {
        var order = await PlaceAsync("4500187342", "VH-M8-30-ZN");
        Assert.True((await _world.Get<AddContact>().ExecuteAsync(_team.Lacombe.Id, new() { Name = "Karim Haddad" })).IsOk);

        var first = (await _world.Get<ReadClientHistory>().ExecuteAsync(_team.Lacombe.Id, size: 1)).Value!;
        var second = (await _world.Get<ReadClientHistory>().ExecuteAsync(_team.Lacombe.Id, first.Next, 1)).Value!;

        Assert.Equal("AddContact", Assert.Single(first.Items).UseCase);
        Assert.Equal(("PlaceOrder", order.Number), (second.Items[0].UseCase, second.Items[0].Subject!));
    }

    [Fact]
    public async Task A_contact_is_put_right_once_for_each_version_that_was_seen()
    {
        var contact = (await _world.Get<AddContact>().ExecuteAsync(_team.Lacombe.Id, new() { Name = "Karim Haddad" })).Value!;
        var changed = await _world.Get<UpdateContact>().ExecuteAsync(contact.Id, _ => new ContactForm { Name = "Karim Haddad", Phone = " ", Habits = " Plutôt le matin " }, contact.Version);
        var late = await _world.Get<UpdateContact>().ExecuteAsync(contact.Id, _ => new ContactForm { Name = "Somebody else" }, contact.Version);

        Assert.Equal((contact.Version + 1, null, "Plutôt le matin"), (changed.Value!.Version, changed.Value.Phone, changed.Value.Habits));
        Assert.IsType<Invalid>((await _world.Get<UpdateContact>().ExecuteAsync(contact.Id, _ => new ContactForm { Name = "Karim Haddad", Habits = new('x', 301) }, null)).Refusal);
        Assert.IsType<ChangedMeanwhile>(late.Refusal);
        Assert.Equal("Karim Haddad", Assert.Single((await _world.Get<ListContacts>().ExecuteAsync(_team.Lacombe.Id)).Value!.Items).Name);
    }

    private async Task<OrderView> PlaceAsync(string reference, params string[] codes)
    {
        var form = new PlaceOrder.Form { ClientId = _team.Lacombe.Id, CustomerReference = reference, Lines = [.. codes.Select(code => new PlaceOrder.Line { ProductCode = code, Quantity = 5 })] };

        return (await _world.Get<PlaceOrder>().ExecuteAsync(form)).Value!;
    }
}
