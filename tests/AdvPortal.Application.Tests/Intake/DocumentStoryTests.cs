using System.Text;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Application.Tests.Intake;

public sealed class DocumentStoryTests(TestDatabase database) : IAsyncLifetime
{
    private const string Chartres = "3020000000024";
    private const string Dreux = "3020000000031";

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c =>
        {
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty, Chartres);
            c.OpenSite("Dreux", "Europe/Paris", PostalAddress.Empty, Dreux);
        });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Two_orders_of_one_file_go_each_to_the_site_it_names()
    {
        var document = await ReceiveAsync(Message("4500187342", Chartres) + Message("4500187343", Dreux));

        Assert.Equal("done", document.Status);
        Assert.Equal(["Entrepôt de Chartres", "Dreux"], await SitesAsync(document));
    }

    [Fact]
    public async Task A_place_that_nobody_knows_is_asked_and_never_taken_from_the_order_before()
    {
        var document = await ReceiveAsync(Message("4500187342", Chartres) + Message("4500187343", "3020000000048"));
        Assert.Equal(("needs-client", (OrderId?)null), (document.Status, document.Orders[1].OrderId));

        var answered = (await _world.Get<AnswerOrderDocument>().ExecuteAsync(document.Id, form => form with { SiteId = _client.Sites[1].Id }, document.Version)).Value!;

        Assert.Equal("done", answered.Status);
        Assert.Equal(["Entrepôt de Chartres", "Dreux"], await SitesAsync(answered));
    }

    [Fact]
    public async Task The_original_shows_the_file_a_segment_to_a_line_and_where_each_value_stands()
    {
        var document = await ReceiveAsync(Message("4500187342", Chartres));
        var file = (await _world.Get<ReadReview>().ExecuteAsync(document.Orders[0].OrderId!.Value)).Value!.Original!;
        var original = (await _world.Get<ReadOriginal>().ExecuteAsync(document.Id)).Value!;

        Assert.Equal(("edifact-orders", 1, 0, "10"), (file.Format, file.Orders, file.OrderAt, Assert.Single(file.LineNos)));
        var lines = Assert.IsType<TextPart>(Assert.Single(original.Parts)).Lines;
        Assert.Contains(lines, line => line.Text == "LIN+10'");
        var quantity = Assert.Single(original.Spots, spot => spot.Value == "orders[0].lines[0].quantity");
        Assert.Equal("5000", lines[quantity.Line].Text.Substring(quantity.From, quantity.Length));
        Assert.IsType<NoSuchOrderDocument>((await _world.Get<ReadOriginal>().ExecuteAsync(Ids.New<OrderDocumentId>())).Refusal);
    }

    [Fact]
    public async Task An_original_that_was_drawn_is_shown_again_as_it_is_and_never_to_whoever_may_not_see_it()
    {
        var document = await ReceiveAsync(Message("4500187342", Chartres));
        var original = (await _world.Get<ReadOriginal>().ExecuteAsync(document.Id)).Value!;

        Assert.Same(original, (await _world.Get<ReadOriginal>().ExecuteAsync(document.Id)).Value);

        await using var stranger = await database.ATenantAsync();
        Assert.IsType<NoSuchOrderDocument>((await stranger.Get<ReadOriginal>().ExecuteAsync(document.Id)).Refusal);
        stranger.Get<DrawnOriginals>().Keep(stranger.Tenant, document.Id, original);
        Assert.IsType<NoSuchOrderDocument>((await stranger.Get<ReadOriginal>().ExecuteAsync(document.Id)).Refusal);
    }

    [Fact]
    public async Task What_a_person_has_to_decide_in_a_file_stands_in_the_way_of_a_promise_until_somebody_has_looked()
    {
        var document = await ReceiveAsync(Message("4500187342", Chartres).Replace("DTM+137:20261123:102", "DTM+137:20261399:102", StringComparison.Ordinal));
        Assert.Equal("needs-review", document.Verdict);
        var order = document.Orders[0].OrderId!.Value;

        var doubt = Assert.Single((await _world.Get<ReadOrder>().ExecuteAsync(order)).Value!.Findings, f => f.Kind == FindingKinds.DocumentDoubt);
        Assert.Contains(Assert.IsType<RequirementsNotMet>((await _world.Get<ConfirmOrder>().ExecuteAsync(order, null)).Refusal).Findings, f => f.Id == doubt.Id);

        Assert.True((await _world.Get<AcceptFinding>().ExecuteAsync(order, doubt.Id, null)).IsOk);
        Assert.DoesNotContain((await _world.Get<ConfirmOrder>().ExecuteAsync(order, null)).Refusal is RequirementsNotMet left ? left.Findings : [], f => f.Id == doubt.Id);
    }

    private async Task<OrderDocumentView> ReceiveAsync(string messages)
    {
        var text = $"UNB+UNOC:3+3020000000017:14+3012345600016:14+261123:0812+1'{messages}UNZ+1+1'";

        return (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.UTF8.GetBytes(text), "commandes.edi", "", client: _client.Id)).Value!;
    }

    private async Task<List<string>> SitesAsync(OrderDocumentView document)
    {
        List<string> sites = [];

        foreach (var entry in document.Orders)
        {
            var order = (await _world.Get<ReadOrder>().ExecuteAsync(entry.OrderId!.Value)).Value!;
            sites.Add(_client.Sites.Single(s => s.Id == order.SiteId).Name);
        }

        return sites;
    }

    private static string Message(string number, string site) =>
        $"UNH+{number}+ORDERS:D:96A:UN:EAN008'BGM+220+{number}+9'DTM+137:20261123:102'NAD+BY+3020000000017::9'NAD+DP+{site}::9'CUX+2:EUR:9'LIN+10'PIA+1+0A-VH-M8-30-ZN:IN'QTY+21:5000:PCE'UNS+S'UNT+11+{number}'";
}
