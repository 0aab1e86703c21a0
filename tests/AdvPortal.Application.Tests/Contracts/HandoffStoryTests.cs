using AdvPortal.Application.Contracts;
using AdvPortal.Application.Day;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using static AdvPortal.Application.Tests.Contracts.HandoffContents;

namespace AdvPortal.Application.Tests.Contracts;

public sealed class HandoffStoryTests(TestDatabase database) : IAsyncLifetime
{
    private World _desk = null!;
    private World _marc = null!;
    private MemberId _claire;

    public async ValueTask InitializeAsync()
    {
        _desk = await database.ATenantAsync();
        _claire = await _desk.AMemberAsync("Claire Morel", Role.Adv);
        _marc = await _desk.AsAsync(await _desk.AMemberAsync("Marc Dubois", Role.Sales), Role.Sales);
        await _desk.AProductAsync("VH-M8-30-ZN");
    }

    public async ValueTask DisposeAsync()
    {
        await _marc.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_client_reaches_a_portfolio_with_all_that_sales_knew()
    {
        var submitted = await _marc.SubmitAsync(Full());
        Assert.Contains((await _desk.Get<ReadMyDay>().ExecuteAsync()).Value!.Items, item => item.SubjectId == submitted.Id.Value && item.Kind is DayItemKind.HandoffToAccept);

        var accepted = (await _desk.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, _claire, submitted.Version)).Value!;

        Assert.Equal((HandoffStatus.Accepted, "Marc Dubois", "Claire Morel"), (accepted.Status, accepted.AuthorName, accepted.OwnerName));
        var client = await _desk.ReadAsync(db => db.Clients.Include(c => c.Sites).Include(c => c.Contacts).SingleAsync(c => c.Id == accepted.ClientId));
        Assert.Equal(("C-0200", "Rennes", 2), (client.Code, client.Sites.Single().Name, client.Contacts.Count));
        var price = await _desk.ReadAsync(db => db.ContractPrices.SingleAsync(p => p.ClientId == client.Id));
        Assert.Equal((8.40m, 100m, new DateOnly(2027, 12, 31)), (price.NetPrice, price.PriceBaseQuantity, price.ValidUntil!.Value));
        Assert.Equal(_claire, (await _desk.Get<ReadResponsible>().ExecuteAsync(client.Id)).Value!.OwnerId);
        Assert.DoesNotContain((await _desk.Get<ReadMyDay>().ExecuteAsync()).Value!.Items, item => item.Kind is DayItemKind.HandoffToAccept);
    }

    [Fact]
    public async Task What_goes_back_comes_again_and_keeps_the_reasons()
    {
        var submitted = await _marc.SubmitAsync(Full());
        var returned = (await _desk.Get<ReturnHandoff>().ExecuteAsync(submitted.Id, ["Le quai de Rennes manque"], submitted.Version)).Value!;
        var changed = (await _marc.Get<ChangeHandoff>().ExecuteAsync(returned.Id, content => content with { Sites = [content.Sites[0] with { Notes = "Quai B" }] }, returned.Version)).Value!;
        var again = (await _marc.Get<SubmitHandoff>().ExecuteAsync(changed.Id, changed.Version)).Value!;

        Assert.Equal((HandoffStatus.Submitted, "Le quai de Rennes manque"), (again.Status, again.Remarks.Single().Texts.Single()));
    }

    [Fact]
    public async Task A_code_that_is_no_product_of_ours_is_said_before_it_is_handed_over()
    {
        var started = (await _marc.Get<StartHandoff>().ExecuteAsync(Full() with { Prices = [new("XX-1", 1m)] })).Value!;

        Assert.Equal(new UnknownProductCode("XX-1"), (await _marc.Get<SubmitHandoff>().ExecuteAsync(started.Id, started.Version)).Refusal);
    }

    [Fact]
    public async Task A_client_of_long_standing_keeps_its_sites_and_gains_the_new_ones()
    {
        var client = await _desk.AClientAsync("Électro Distribution Ouest", c => c.OpenSite("Rennes", "Europe/Paris", PostalAddress.Empty));
        var content = Full();
        var submitted = await _marc.SubmitAsync(content with { Client = new(Id: client.Id, Name: client.Name), Sites = [.. content.Sites, new("Laval", "ZI", "53000", "Laval")] });
        var accepted = (await _desk.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, _claire, submitted.Version)).Value!;

        Assert.Equal(client.Id, accepted.ClientId);
        Assert.Equal(client.Version + 1, (await _desk.ReadAsync(db => db.Clients.SingleAsync(c => c.Id == client.Id))).Version);
        Assert.Equal(["Laval", "Rennes"], await _desk.ReadAsync(db => db.Sites.Where(s => s.ClientId == client.Id).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync()));
    }

    [Fact]
    public async Task Sales_cannot_accept_and_another_company_sees_nothing()
    {
        var submitted = await _marc.SubmitAsync(Full());
        await using var other = await database.ATenantAsync();
        var stranger = await other.AClientAsync();

        Assert.IsType<NotAllowed>((await _marc.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, _claire, submitted.Version)).Refusal);
        Assert.IsType<NoSuchHandoff>((await other.Get<ReadHandoff>().ExecuteAsync(submitted.Id)).Refusal);
        Assert.IsType<NoSuchHandoff>((await other.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, _claire, null)).Refusal);
        Assert.Empty((await other.Get<ListHandoffs>().ExecuteAsync()).Value!.Items);

        var mine = (await _marc.Get<StartHandoff>().ExecuteAsync(new())).Value!;
        Assert.IsType<NoSuchClient>((await _marc.Get<ChangeHandoff>().ExecuteAsync(mine.Id, content => content with { Client = new(Id: stranger.Id) }, mine.Version)).Refusal);
    }
}
