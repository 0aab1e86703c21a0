using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Deliveries;

public sealed class DeliveryApiTests(PortalFixture portal) : IAsyncLifetime
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
    public async Task A_delivery_goes_from_its_plan_to_its_proof_and_its_order_follows()
    {
        var order = await _company.AConfirmedOrderAsync(_client);
        using var made = await _company.SendAsync(HttpMethod.Post, "deliveries", $$"""{ "orders": ["{{order["id"]}}"], "arriveOn": "2026-11-24" }""");
        var delivery = await JsonAsync(made);
        Assert.Equal((HttpStatusCode.Created, "\"1\"", "planned", "BL26-00001"), (made.StatusCode, made.Headers.ETag!.Tag, (string?)delivery["status"], (string?)delivery["number"]));
        Assert.EndsWith($"/api/v1/deliveries/{delivery["id"]}", made.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["change", "pack", "track", "void"], delivery["acts"]!.AsArray().Select(act => (string?)act));

        await _company.PostAsync($"deliveries/{delivery["id"]}/packing", """{ "parcels": 2 }""");
        var shipped = await _company.PostAsync($"deliveries/{delivery["id"]}/shipment", """{ "carrier": "Heppner", "trackingNumber": "HP42", "trackingLink": "https://suivi.example/HP42" }""");
        Assert.Equal(("shipped", "HP42"), ((string?)shipped["status"], (string?)shipped["trackingNumber"]));
        Assert.Equal("shipped", (string?)(await _company.GetAsync($"orders/{order["id"]}"))["status"]);

        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]);
        using var proof = new HttpRequestMessage(HttpMethod.Post, new Uri($"deliveries/{delivery["id"]}/proof", UriKind.Relative)) { Content = photo };
        proof.Headers.TryAddWithoutValidation("If-Match", "*");
        photo.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"photo.jpg\"");
        var proved = await JsonAsync(await _company.Api.SendAsync(proof));
        using var file = await _company.Api.GetAsync(new Uri($"deliveries/{delivery["id"]}/proof/{proved["files"]![0]!["id"]}", UriKind.Relative));
        Assert.Equal(("image/jpeg", "photo.jpg"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName));

        await _company.PostAsync($"deliveries/{delivery["id"]}/delivery", """{ "receivedBy": "Karim Haddad", "reserves": "Un carton ouvert" }""");
        Assert.Equal("delivered", (string?)(await _company.GetAsync($"orders/{order["id"]}"))["status"]);
        Assert.Equal((string?)delivery["id"], (string?)(await _company.GetAsync("deliveries?tracking=HP42"))["items"]![0]!["id"]);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_by_name_and_changes_nothing()
    {
        var delivery = await _company.ADeliveryAsync(_client);
        var id = delivery["id"];

        Assert.Equal((HttpStatusCode.Conflict, "DeliveryDoesNotAllow"), await RefusedAsync(HttpMethod.Post, $"deliveries/{id}/shipment", "{}"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ArrivalInPast"), await RefusedAsync(HttpMethod.Patch, $"deliveries/{id}", """{ "arriveOn": "2026-11-20" }"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "TrackingLinkNotSafe"), await RefusedAsync(HttpMethod.Patch, $"deliveries/{id}", """{ "trackingLink": "javascript:alert(1)" }"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "SsccNotValid"), await RefusedAsync(HttpMethod.Post, $"deliveries/{id}/packing", """{ "units": [{ "kind": "parcel", "sscc": "123" }] }"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "DeliveryWithoutGoods"), await RefusedAsync(HttpMethod.Post, "deliveries", $$"""{ "orders": ["{{delivery["lines"]![0]!["orderId"]}}"] }"""));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "ChangedMeanwhile"), await RefusedAsync(HttpMethod.Post, $"deliveries/{id}/void", """{ "reason": "Camion" }""", "\"7\""));
        Assert.Equal("1", (await _company.GetAsync($"deliveries/{id}"))["version"]!.ToString());
    }

    [Fact]
    public async Task It_is_moved_and_the_board_of_the_week_shows_it_there()
    {
        var delivery = await _company.ADeliveryAsync(_client);
        using var moved = await _company.SendAsync(HttpMethod.Patch, $"deliveries/{delivery["id"]}", """{ "arriveOn": "2026-11-27" }""", "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "2026-11-26"), (moved.StatusCode, (string?)(await JsonAsync(moved))["shipOn"]));

        var board = await _company.GetAsync("delivery-board?week=2026-11-25");
        Assert.Equal(("2026-11-23", "2026-11-27"), ((string?)board["monday"], (string?)board["deliveries"]![0]!["arriveOn"]));
    }

    [Fact]
    public async Task Its_papers_are_printed_and_sent_in_the_form_that_is_asked_for()
    {
        await _company.NumberAsync("3012345");
        var id = (await _company.ADeliveryAsync(_client))["id"];
        Assert.Equal((HttpStatusCode.Conflict, "NoUnitsToLabel"), await RefusedAsync(HttpMethod.Get, $"deliveries/{id}/labels", ""));
        await _company.PostAsync($"deliveries/{id}/packing", """{ "pallets": 1 }""");

        Assert.StartsWith("%PDF-", await TextAsync($"deliveries/{id}/delivery-note"), StringComparison.Ordinal);
        Assert.Contains("DespatchAdvice", await TextAsync($"deliveries/{id}/delivery-note?format=xml"), StringComparison.Ordinal);
        Assert.StartsWith("UNA", await TextAsync($"deliveries/{id}/delivery-note?format=edifact"), StringComparison.Ordinal);
        Assert.Equal("BL26-00001", (string?)JsonNode.Parse(await TextAsync($"deliveries/{id}/delivery-note?format=json"))!["number"]);
        Assert.StartsWith("%PDF-", await TextAsync($"deliveries/{id}/picking-list"), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", await TextAsync($"deliveries/{id}/labels?paper=a4"), StringComparison.Ordinal);
        Assert.StartsWith("^XA", await TextAsync($"deliveries/{id}/labels?paper=roll100x150&format=zpl"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await RefusedAsync(HttpMethod.Get, $"deliveries/{id}/labels?paper=a7", "")).Item1);

        await _company.PostAsync($"deliveries/{id}/void", """{ "reason": "Camion annulé" }""");
        Assert.Equal((HttpStatusCode.Conflict, "DeliveryIsVoid"), await RefusedAsync(HttpMethod.Get, $"deliveries/{id}/delivery-note", ""));
    }

    [Fact]
    public async Task Whoever_may_only_read_plans_nothing()
    {
        var order = await _company.AConfirmedOrderAsync(_client);
        using var reader = await _company.ApiAsync(Role.Reader);
        using var logistics = await _company.ApiAsync(Role.Logistics);
        var body = $$"""{ "orders": ["{{order["id"]}}"], "arriveOn": "2026-11-24" }""";

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(new Uri("deliveries", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await logistics.PostAsync(new Uri("deliveries", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private async Task<string> TextAsync(string path)
    {
        using var answer = await _company.Api.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<(HttpStatusCode, string?)> RefusedAsync(HttpMethod method, string path, string body, string version = "*")
    {
        using var answer = method == HttpMethod.Get ? await _company.Api.GetAsync(new Uri(path, UriKind.Relative)) : await _company.SendAsync(method, path, body, version);

        return (answer.StatusCode, (string?)(await JsonAsync(answer))["refusal"]);
    }
}
