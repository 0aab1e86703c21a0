using AdvPortal.Application.Clients;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tests.Common;

public sealed class SearchTests(TestDatabase database) : IAsyncLifetime
{
    private World _us = null!;
    private World _them = null!;

    public async ValueTask InitializeAsync() => (_us, _them) = (await database.ATenantAsync(), await database.ATenantAsync());

    public async ValueTask DisposeAsync()
    {
        await _us.DisposeAsync();
        await _them.DisposeAsync();
    }

    [Theory]
    [InlineData("forges d'étretat")]
    [InlineData("FORGES D'ETRETAT")]
    [InlineData("forg etre")]
    [InlineData("  étretat ")]
    public async Task Accents_and_case_are_ignored_and_parts_of_words_are_enough(string term)
    {
        var client = await _us.AClientAsync("Forges d'Étretat & Cie");
        await _us.AClientAsync("Hydraulique Chartraine");

        Assert.Equal([client.Id], (await FoundAsync(_us, term)).Clients.Select(hit => hit.Id));
        Assert.Equal([client.Id], (await _us.Get<ListClients>().ExecuteAsync(new(term))).Value!.Items.Select(row => row.Id));
    }

    [Theory]
    [InlineData("%", "100% Inox")]
    [InlineData("_", "Vis_Plus")]
    [InlineData("\\", "Nord\\Sud")]
    [InlineData("'", "L'Atelier")]
    public async Task A_special_character_means_itself(string term, string name)
    {
        await _us.AClientAsync("Sans rien");
        await _us.AClientAsync(name);

        Assert.Equal([name], (await FoundAsync(_us, term)).Clients.Select(hit => hit.Name));
    }

    [Theory]
    [InlineData("'; drop table clients; --")]
    [InlineData("q\0z")]
    [InlineData("   ")]
    public async Task What_is_in_no_text_finds_nothing_and_breaks_nothing(string term)
    {
        await _us.AClientAsync("Hydraulique Chartraine");
        var found = await FoundAsync(_us, term);

        Assert.Equal((0, 0, 0), (found.Orders.Count, found.Clients.Count, found.Products.Count));
    }

    [Fact]
    public async Task Nothing_of_another_tenant_comes_back_whatever_is_searched()
    {
        await AnOrderAsync(_us, "Ours", "PO-77");
        await AnOrderAsync(_them, "Theirs", "PO-77");
        var found = await FoundAsync(_us, "PO-77");

        Assert.Equal(["Ours"], found.Orders.Select(hit => hit.ClientName));
        Assert.Empty((await FoundAsync(_us, "Theirs")).Clients);
        Assert.Single((await FoundAsync(_us, "VH-M8")).Products);

        // The functions are what stands past row security: asked directly, they keep to the tenant too.
        Assert.Single(await _us.ReadAsync(db => db.FindOrders("PO-77").ToListAsync()));
        Assert.Single(await _us.ReadAsync(db => db.FindClients("s").ToListAsync()));
        Assert.Single(await _us.ReadAsync(db => db.FindProducts("0A-9").ToListAsync()));
    }

    [Fact]
    public async Task Without_a_tenant_the_functions_find_nothing()
    {
        await AnOrderAsync(_us, "Ours", "PO-78");
        await using var nobody = database.Nobody();

        Assert.Empty(await nobody.ReadAsync(db => db.FindOrders("PO").ToListAsync()));
        Assert.Empty(await nobody.ReadAsync(db => db.FindClients("o").ToListAsync()));
        Assert.Empty(await nobody.ReadAsync(db => db.FindProducts("VH").ToListAsync()));
    }

    [Fact]
    public async Task A_product_is_found_by_the_clients_code_and_finds_the_orders_that_hold_it()
    {
        var order = await AnOrderAsync(_us, "Hydraulique Chartraine", "PO-79");

        Assert.Equal(["VH-M8-30"], (await FoundAsync(_us, "0a-9")).Products.Select(hit => hit.Code));
        Assert.Equal([order], (await FoundAsync(_us, "vh-m8-30")).Orders.Select(hit => hit.Id));
        Assert.Equal([order], (await _us.Get<ListOrders>().ExecuteAsync(new(OrderBookView.ToReview, Search: "po-7"))).Value!.Items.Select(row => row.Id));
        Assert.Empty((await _us.Get<ListOrders>().ExecuteAsync(new(OrderBookView.Confirmed, Search: "po-7"))).Value!.Items);
    }

    [Fact]
    public async Task Whoever_may_read_nothing_finds_nothing()
    {
        await using var nobody = await _us.AsAsync(Ids.New<MemberId>());

        Assert.IsType<NotAllowed>((await nobody.Get<SearchEverything>().ExecuteAsync("a")).Refusal);
    }

    private static async Task<SearchEverything.Hits> FoundAsync(World world, string term) => (await world.Get<SearchEverything>().ExecuteAsync(term)).Value!;

    private static async Task<OrderId> AnOrderAsync(World world, string client, string reference)
    {
        var (buyer, product) = (await world.AClientAsync(client), await world.AProductAsync("VH-M8-30"));
        await world.StoreAsync(db => db.Add(new BuyerCode(buyer.Id, "0A-97", product.Id)));
        var placed = await world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = buyer.Id, CustomerReference = reference, Lines = [new() { ProductCode = "VH-M8-30", Quantity = 100 }] });

        return placed.Value!.Id;
    }
}
