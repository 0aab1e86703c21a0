using System.Text;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>What is near when nobody knows for certain, and what is certain.</summary>
public sealed class CandidateTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync("Hydraulique Chartraine", c =>
        {
            c.Identify("FR40552081317", "552081317", null);
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", new("4 rue du Silo", "28000", "Chartres", "FR"), "3020000000024");
            c.OpenSite("Dreux", "Europe/Paris", new("8 rue des Forges", "28100", "Dreux", "FR"));
        });
        await _world.AClientAsync("Serrurerie Lacombe", c => c.OpenSite("Mortagne", "Europe/Paris", new("2 place du Palais", "61400", "Mortagne-au-Perche", "FR")));
        await _world.AClientAsync("Hydraulique de l’Ouest");
        await _world.AProductAsync("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée");
        await _world.AProductAsync("EH-M8-ZN", "Écrou H M8 cl. 8 zingué");
        await _world.AProductAsync("TF-M10-60-ZN", "Tire-fond 10×60 zingué");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_name_alone_places_nothing_and_the_nearest_clients_are_proposed_with_why()
    {
        var document = await ReceiveAsync(Message("NAD+BY+++HYDRAULIQUE CHARTRAINE SAS+12 RUE DES ATELIERS+LUCE++28000+FR'"));
        var clients = (await CandidatesAsync(document)).Clients;

        Assert.Equal(("needs-client", (ClientId?)null), (document.Status, document.ClientId));
        Assert.Equal("Hydraulique Chartraine", clients[0].Name);
        Assert.Equal([MessageKeys.NearName, MessageKeys.SamePostcode], clients[0].Because.Select(b => b.Key));
        Assert.InRange(clients[0].Confidence, 0.8, 0.97);
        Assert.DoesNotContain(clients, c => c.Name == "Serrurerie Lacombe");
        Assert.All(clients.Skip(1), c => Assert.True(c.Confidence < clients[0].Confidence));
    }

    [Theory]
    [InlineData("NAD+BY+55208131766522::107'")] // SIRET of EDF's head office
    [InlineData("NAD+BY+552081317::107'")]
    [InlineData("NAD+BY+X1'RFF+VA:FR 40 552081317'")]
    public async Task A_number_that_is_one_companys_identifies_it(string buyer) =>
        Assert.Equal(_client.Id, (await ReceiveAsync(Message(buyer))).ClientId);

    [Fact]
    public async Task Places_are_proposed_by_postcode_street_and_name()
    {
        var document = await ReceiveAsync(Message("NAD+BY+552081317::107'", "NAD+DP+++MAGASIN+8 RUE DES FORGES+DREUX++28100+FR'"));
        var entry = await CandidatesAsync(document);

        Assert.Empty(entry.Clients);
        Assert.Equal("Dreux", entry.Sites[0].Name);
        Assert.Equal([MessageKeys.SameStreet, MessageKeys.SamePostcode, MessageKeys.SameCity], entry.Sites[0].Because.Select(b => b.Key));
    }

    [Fact]
    public async Task Products_are_proposed_by_code_and_description_and_known_ones_are_not_asked()
    {
        var document = await ReceiveAsync(Message(
            "NAD+BY+++HYDRAULIQUE CHARTRAINE'", lines: "LIN+10'PIA+1+VHM8X30:IN'IMD+F++:::VIS HEXAGONALE M8X30 ZINGUEE'QTY+21:5000:PCE'LIN+20'PIA+5+EH-M8-ZN:SA'QTY+21:100:PCE'LIN+30'PIA+1+999999:IN'QTY+21:1:PCE'"));
        var lines = (await CandidatesAsync(document)).Lines;

        Assert.Equal(["10", "30"], lines.Select(l => l.LineNo));
        Assert.Equal("VH-M8-30-ZN", lines[0].Products[0].Code);
        Assert.True(lines[0].Products[0].Confidence > 0.5);
        Assert.Empty(lines[1].Products);
    }

    [Fact]
    public async Task The_line_of_an_order_whose_product_nobody_knows_is_asked_with_the_nearest()
    {
        await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = _client.Id, Lines = [new() { BuyerCode = "VH-M8-30", Quantity = 1 }] });
        var order = (await _world.Get<ListOrders>().ExecuteAsync(new())).Value!.Items[0];
        var line = Assert.Single((await _world.Get<ReadProductCandidates>().ExecuteAsync(order.Id)).Value!.Items);

        Assert.Equal(("10", "VH-M8-30-ZN"), (line.LineNo, line.Products[0].Code));
        Assert.Contains(order.Findings, f => f is { LineNo: "10", Kind: FindingKinds.UnknownProduct });
    }

    [Fact]
    public async Task Nothing_of_another_company_is_near()
    {
        var document = await ReceiveAsync(Message("NAD+BY+++HYDRAULIQUE CHARTRAINE'"));
        await using var them = await database.ATenantAsync();
        await them.AClientAsync("Hydraulique Chartraine");

        Assert.IsType<Domain.Intake.NoSuchOrderDocument>((await them.Get<ReadCandidates>().ExecuteAsync(document.Id)).Refusal);
        Assert.All((await CandidatesAsync(document)).Clients, c => Assert.Equal(c.Id == _client.Id.Value, c.Name == "Hydraulique Chartraine"));
    }

    [Theory]
    [InlineData("Ets. Hydraulique Chartraine SARL", "hydraulique chartraine", 1)]
    [InlineData("CHARTRAINE HYDRAULIQUE", "Hydraulique Chartraine", 1)]
    [InlineData("Hydraulique Chartaine", "Hydraulique Chartraine", 0.95)]
    [InlineData("Boulangerie du Coin", "Hydraulique Chartraine", 0.3)]
    [InlineData("SARL", "SAS", 0)]
    public void Names_are_as_alike_as_a_person_would_say(string one, string other, double about) => Assert.InRange(Likeness.OfNames(one, other), about - 0.15, about + 0.05);

    private async Task<OrderCandidates> CandidatesAsync(OrderDocumentView document)
    {
        var read = await _world.Get<ReadCandidates>().ExecuteAsync(document.Id);
        Assert.True(read.IsOk, read.Refusal?.ToString());

        return read.Value.Items[0];
    }

    private async Task<OrderDocumentView> ReceiveAsync(string message) =>
        (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.Latin1.GetBytes($"UNB+UNOC:3+3020000000017:14+3012345600016:14+261123:0812+1'{message}UNZ+1+1'"), "commande.edi", "", client: null)).Value!;

    private static string Message(string buyer, string shipTo = "", string lines = "LIN+10'PIA+1+0A-VH-M8-30-ZN:IN'QTY+21:5000:PCE'") =>
        $"UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+4500187342+9'DTM+137:20261123:102'{buyer}{shipTo}CUX+2:EUR:9'{lines}UNS+S'UNT+11+1'";
}
