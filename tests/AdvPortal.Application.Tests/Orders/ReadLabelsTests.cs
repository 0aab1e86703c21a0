using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Orders;

public sealed class ReadLabelsTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Labels_follow_what_the_client_requires_of_them()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Qr, Copies = 2, Template = "{buyerCode}/{quantity}" });
        await RequireAsync(new ProductCode { Prefix = "0A-" });
        var run = (await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync(), parcels: 3)).Value!;

        Assert.Equal(
            [(1, 3, "0A-VH-M8-30-ZN/34"), (1, 3, "0A-VH-M8-30-ZN/34"), (2, 3, "0A-VH-M8-30-ZN/33"), (2, 3, "0A-VH-M8-30-ZN/33"), (3, 3, "0A-VH-M8-30-ZN/33"), (3, 3, "0A-VH-M8-30-ZN/33")],
            run.Labels.Select(label => (label.Parcel, label.Parcels, label.Payload)));
    }

    [Fact]
    public async Task A_code_that_the_client_wants_on_invoices_alone_stays_off_the_labels()
    {
        await RequireAsync(new ProductCode { Prefix = "0A-", Documents = Documents.Invoice });

        Assert.Equal("VH-M8-30-ZN", (await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync())).Value!.Labels.Single().BuyerCode);
    }

    [Fact]
    public async Task Labels_can_be_printed_when_nobody_requires_them()
    {
        var label = Assert.Single((await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync())).Value!.Labels);

        Assert.Equal(("4500187342;VH-M8-30-ZN;100", 100), (label.Payload, label.Quantity));
    }

    [Fact]
    public async Task No_more_are_printed_than_somebody_can_mean()
    {
        var order = await PlaceAsync();

        Assert.IsType<LabelsOutOfRange>((await _world.Get<ReadLabels>().ExecuteAsync(order, parcels: ReadLabels.MostLabels + 1)).Refusal);
        Assert.IsType<LabelsOutOfRange>((await _world.Get<ReadLabels>().ExecuteAsync(order, parcels: 0)).Refusal);
        Assert.IsType<NoSuchLine>((await _world.Get<ReadLabels>().ExecuteAsync(order, lineNo: "99")).Refusal);
    }

    [Theory]
    [InlineData(10, 3, "4,3,3")]
    [InlineData(2, 3, "1,1,0")]
    [InlineData(1.5, 2, "0.75,0.75")]
    [InlineData(0.0001, 3, "0.0001,0,0")]
    public void Parcels_share_a_quantity_and_nothing_is_lost(double quantity, int parcels, string shares) =>
        Assert.Equal(shares.Split(','), Enumerable.Range(0, parcels).Select(parcel => ReadLabels.Share((decimal)quantity, parcels, parcel).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<OrderId> PlaceAsync() => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = "4500187342",
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 1 }],
    })).Value!.Id;

    private async Task RequireAsync(Rule rule)
    {
        var created = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new() { Sentence = "Merci", Source = new(SourceKind.Email, "Karim Haddad"), Severity = Severity.AutoFix, Rule = rule });
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }
}
