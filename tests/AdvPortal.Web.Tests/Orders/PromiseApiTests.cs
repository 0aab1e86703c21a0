using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Orders;

/// <summary>New dates told, and orders changed after their confirmation, as programs do it.</summary>
public sealed class PromiseApiTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = new("C-0147", "Hydraulique Chartraine", "fr", "EUR");
        _client.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@chartraine.example", null, null);
        var product = new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE");
        await _company.StoreAsync(_client, product, new ContractPrice(_client.Id, product.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_date_is_drafted_and_told()
    {
        var order = await AConfirmedOrderAsync();
        var id = (string)order["id"]!;
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await _company.Api.PostAsJsonAsync($"orders/{id}/promises/notice", new { })).StatusCode);

        var days = await JsonAsync(await _company.Api.GetAsync($"orders/{id}/arrival-days?from={DateOnly.Parse((string)order["promisedOn"]!, CultureInfo.InvariantCulture).AddDays(3):O}"));
        var moved = await JsonAsync(await PostAsync($"orders/{id}/promises", new { deliverOn = days[0]!["first"], cause = "supplier" }));
        Assert.Null(moved["promises"]!.AsArray()[^1]!["toldAt"]);

        var draft = await JsonAsync(await _company.Api.GetAsync($"orders/{id}/promises/notice"));
        Assert.Equal(("fr", "n.rousseau@chartraine.example"), ((string?)draft["language"], (string?)draft["to"]![0]!["address"]));

        var told = await JsonAsync(await PostAsync($"orders/{id}/promises/notice", new { text = "Bonjour,\n\nLivraison plus tard." }));
        Assert.Equal("scheduled", (string?)told["notice"]!["state"]);
    }

    [Fact]
    public async Task An_order_is_changed_beside_somebody_else_and_what_both_changed_is_told()
    {
        var order = await AConfirmedOrderAsync();
        var (id, version) = ((string)order["id"]!, (int)order["version"]!);
        var seen = (await JsonAsync(await _company.Api.GetAsync($"orders/{id}/terms")))["terms"]!;
        var first = await PostAsync($"orders/{id}/amendments", new { reason = "Appel", side = "client", seen, terms = Change(seen, quantity: 6000) }, version);
        Assert.Equal(("toReview", 2), ((string?)(await JsonAsync(first))["status"], (int)(await JsonAsync(first))["revision"]!));

        var second = await PostAsync($"orders/{id}/amendments", new { reason = "Appel", side = "client", seen, terms = Change(seen, reference: "B") }, version);
        Assert.Equal(("B", 6000m), (await JsonAsync(second) is var merged ? ((string?)merged["customerReference"], (decimal)merged["lines"]![0]!["quantity"]!) : default));

        var third = await PostAsync($"orders/{id}/amendments", new { reason = "Appel", side = "us", seen, terms = Change(seen, quantity: 7000) }, version);
        Assert.Equal((HttpStatusCode.Conflict, "ChangedByBoth"), (third.StatusCode, (string?)(await JsonAsync(third))["refusal"]));
        Assert.Contains("quantité", (string?)(await JsonAsync(third))["detail"], StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PostAsync($"orders/{id}/amendments", new { reason = "Appel", side = "us", terms = seen }, version)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync($"orders/{id}/amendments", new { })).StatusCode);
    }

    private static JsonNode Change(JsonNode seen, decimal? quantity = null, string? reference = null)
    {
        var terms = seen.DeepClone();
        terms["customerReference"] = reference ?? (string?)terms["customerReference"];
        terms["lines"]![0]!["quantity"] = quantity ?? (decimal)terms["lines"]![0]!["quantity"]!;

        return terms;
    }

    private async Task<JsonNode> AConfirmedOrderAsync()
    {
        var order = await JsonAsync(await _company.Api.PostAsJsonAsync("orders", new { clientId = _client.Id.Value, customerReference = "4500187342", lines = new[] { new { productCode = "VH-M8-30-ZN", quantity = 5000 } } }));

        return await JsonAsync(await PostAsync($"orders/{order["id"]}/confirmation", new { }));
    }

    private async Task<HttpResponseMessage> PostAsync(string path, object body, int? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", version is { } seen ? $"\"{seen}\"" : "*");
        request.Headers.TryAddWithoutValidation("Accept-Language", "fr");

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
