using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Requirements;

public sealed class InterpretSentenceTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_sentence_that_names_a_site_of_the_client_is_read_for_that_site()
    {
        var client = await _world.AClientAsync("Hydraulique Chartraine", c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", new("4 rue du Silo", "28000", "Chartres", "FR")));

        var read = (await _world.Get<InterpretSentence>().ExecuteAsync(new() { Text = "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres", ClientId = client.Id })).Value!;

        var proposal = Assert.Single(read.Proposals);
        Assert.Equal(("Entrepôt de Chartres", client.Sites.Single(s => s.Name == "Entrepôt de Chartres").Id), (proposal.SiteName, proposal.SiteId!.Value));
        Assert.Equal(Weekdays.Wednesday | Weekdays.Thursday, ((DeliveryDays)proposal.Rule).Closed);
        Assert.All(proposal.Because, why => Assert.Equal(why.Words, read.Text.Substring(why.At.Offset, why.At.Length)));
    }

    [Fact]
    public async Task Nothing_is_read_for_a_client_of_another_company()
    {
        await using var other = await database.ATenantAsync();
        var client = await other.AClientAsync("Hydraulique Chartraine");

        Assert.IsType<NoSuchClient>((await _world.Get<InterpretSentence>().ExecuteAsync(new() { Text = "Pas le mercredi", ClientId = client.Id })).Refusal);
    }
}
