using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Deliveries;

/// <summary>What warehouses and carriers tell the portal, and by which calendars it ships.</summary>
public sealed class ShipmentApiTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private Guid _client;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = (await _company.AClientAsync("Hydraulique Chartraine")).Value;
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("RP-M8-ZN", "Rondelle", "PCE"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_shipment_is_told_once_however_often_it_is_sent_and_each_row_says_what_became_of_it()
    {
        var order = await _company.AConfirmedOrderAsync(_client);
        var body = $$"""{ "rows": [{ "shipmentNumber": "EXP-1", "orderNumber": "{{order["number"]}}", "lineNo": "10", "quantity": 5000, "shippedOn": "2026-11-23" }, { "shipmentNumber": "EXP-1", "orderNumber": "CV26-99999", "lineNo": "10", "shippedOn": "2026-11-23" }] }""";
        var (first, again) = (await KeyedAsync(body, "k-1"), await KeyedAsync(body, "k-1"));

        Assert.Equal((1, 1, "taken", "BL26-00001"), ((int)first["taken"]!, (int)first["refused"]!, (string?)first["rows"]![0]!["outcome"], (string?)first["rows"]![0]!["deliveryNumber"]));
        Assert.Equal(("StockDateOrderUnknown", "Aucune commande ne porte «\u00A0CV26-99999\u00A0»."), ((string?)first["rows"]![1]!["refusal"], (string?)first["rows"]![1]!["detail"]));
        Assert.True(JsonNode.DeepEquals(first, again));
        Assert.Equal((0, 1), ((int)(await _company.PostAsync("shipments", body))["taken"]!, (int)(await _company.PostAsync("shipments", body))["known"]!));

        var delivery = await _company.GetAsync($"deliveries/{first["rows"]![0]!["deliveryId"]}");
        Assert.Equal(("shipped", "EXP-1"), ((string?)delivery["status"], (string?)delivery["reference"]));
    }

    [Fact]
    public async Task A_list_and_a_message_are_looked_at_and_brought_in()
    {
        var order = await _company.AConfirmedOrderAsync(_client);
        var list = $"BL;Commande;Ligne;Qté;Date de départ\nEXP-1;{order["number"]};10;4000;23/11/2026\n";

        Assert.Equal((true, 1), ((await FileAsync("shipments/import?preview=true", list)) is var seen ? ((bool)seen["preview"]!, (int)seen["created"]!) : default));
        Assert.Equal(1, (int)(await FileAsync("shipments/import", list))["created"]!);
        Assert.Equal(1, (int)(await FileAsync("shipments/import", list))["unchanged"]!);

        // Our own note of it, read back, is known too.
        var note = await _company.Api.GetStringAsync(new Uri($"deliveries/{(await _company.GetAsync("deliveries"))["items"]![0]!["id"]}/delivery-note?format=xml", UriKind.Relative));
        Assert.Equal(1, (int)(await FileAsync("shipments/import", note))["unchanged"]!);
    }

    [Fact]
    public async Task The_clients_labels_are_printed_for_the_parcels_that_were_packed()
    {
        var id = (await _company.ADeliveryAsync(_client))["id"];
        using var none = await _company.Api.GetAsync(new Uri($"deliveries/{id}/labels?template=client", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);

        await _company.PostAsync($"deliveries/{id}/packing", """{ "pallets": 1 }""");
        Assert.StartsWith("%PDF-", await _company.Api.GetStringAsync(new Uri($"deliveries/{id}/labels?template=client", UriKind.Relative)), StringComparison.Ordinal);
        using var odd = await _company.Api.GetAsync(new Uri($"deliveries/{id}/labels?template=mine", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
    }

    [Fact]
    public async Task Calendars_are_replaced_by_whoever_saw_them_and_an_order_goes_by_them()
    {
        using var read = await _company.Api.GetAsync(new Uri("shipping-calendars", UriKind.Relative));
        const string Closed = """{ "own": { "closures": [{ "from": "2026-12-01", "until": "2026-12-11", "name": "Inventaire" }] }, "carriers": [{ "name": "Heppner", "workingDays": 1, "isUsual": true }] }""";
        using var changed = await _company.SendAsync(HttpMethod.Put, "shipping-calendars", Closed, read.Headers.ETag!.ToString());
        using var outdated = await _company.SendAsync(HttpMethod.Put, "shipping-calendars", Closed, read.Headers.ETag.ToString());
        using var never = await _company.SendAsync(HttpMethod.Put, "shipping-calendars", """{ "own": { "days": [] } }""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.UnprocessableEntity), (changed.StatusCode, outdated.StatusCode, never.StatusCode));
        Assert.Equal("fr-metropole", (string?)(await _company.GetAsync("shipping-calendars"))["calendars"]!["own"]!["holidays"]);

        var order = await _company.PostAsync("orders", $$"""{ "clientId": "{{_client}}", "customerReference": "PO-7", "requestedOn": "2026-12-03", "lines": [{ "productCode": "VH-M8-30-ZN", "quantity": 1, "netPrice": 1 }] }""");
        Assert.Equal("2026-12-15", (string?)order["lines"]![0]!["promisedOn"]);

        using var reader = await _company.ApiAsync(Role.Adv);
        using var refused = await reader.GetAsync(new Uri("shipping-calendars", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<JsonNode> KeyedAsync(string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("shipments", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await _company.Api.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<JsonNode> FileAsync(string path, string content)
    {
        using var answer = await _company.Api.PostAsync(new Uri(path, UriKind.Relative), new ByteArrayContent(Encoding.UTF8.GetBytes(content)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
