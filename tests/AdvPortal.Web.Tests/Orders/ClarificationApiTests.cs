using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Orders;

/// <summary>Questions, doubles, packs and near things, as programs see them.</summary>
public sealed class ClarificationApiTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = new("C-0147", "Hydraulique Chartraine", "fr", "EUR");
        _client.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@chartraine.example", null, null);
        await _company.StoreAsync(_client);
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_question_is_drafted_asked_answered_and_the_order_goes_on()
    {
        var order = await PlaceAsync();
        var draft = await JsonAsync(await _company.Api.GetAsync($"orders/{order["id"]}/clarification-draft"));
        Assert.Equal(("client", "n.rousseau@chartraine.example"), ((string?)draft["of"], (string?)draft["recipients"]![0]!["address"]));

        var asked = await JsonAsync(await PostAsync($"orders/{order["id"]}/clarifications", new { of = "client", to = draft["recipients"]![0]!["address"], subject = draft["subject"], text = draft["text"] }));
        Assert.Equal(("toReview", "client"), ((string?)asked["status"], (string?)asked["waitingFor"]));
        Assert.Equal([(string?)order["id"]], (await JsonAsync(await _company.Api.GetAsync("orders?waitingFor=client")))["items"]!.AsArray().Select(o => (string?)o!["id"]));

        var answered = await JsonAsync(await PostAsync($"orders/{order["id"]}/clarifications/answer", new { answer = "1,25 convient.", from = "Nathalie Rousseau" }));
        Assert.Null(answered["waitingFor"]);
        var kept = (await JsonAsync(await _company.Api.GetAsync($"orders/{order["id"]}/clarifications")))["items"]![0]!;
        Assert.Equal(("1,25 convient.", false), ((string?)kept["answer"], (bool)kept["isOpen"]!));
    }

    [Theory]
    [InlineData("orders?status=toReview", HttpStatusCode.OK)]
    [InlineData("orders?view=thisWeek&waitingFor=sales", HttpStatusCode.OK)]
    [InlineData("orders?status=7", HttpStatusCode.BadRequest)]
    [InlineData("orders?waitingFor=nobody", HttpStatusCode.BadRequest)]
    [InlineData("order-documents?waitingFor=client", HttpStatusCode.OK)]
    public async Task Lists_are_asked_for_in_the_names_that_they_answer(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await _company.Api.GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_question_without_an_address_or_to_a_stranger_is_refused()
    {
        var order = await PlaceAsync();
        var (empty, stranger) = (await PostAsync($"orders/{order["id"]}/clarifications", new { of = "client" }), await PostAsync($"orders/{order["id"]}/clarifications", new { of = "client", to = "x@elsewhere.example", subject = "?", text = "?" }));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, stranger.StatusCode));
        Assert.Equal("AddressOfNobody", (string?)(await JsonAsync(stranger))["refusal"]);
    }

    [Fact]
    public async Task A_double_is_resolved_in_one_answer()
    {
        var (first, second) = (await PlaceAsync(), await PlaceAsync());
        var finding = second["findings"]!.AsArray().Single(f => (string?)f!["kind"] == "duplicateReference")!;
        Assert.Equal((string?)first["id"], (string?)finding["before"]!["orderId"]);

        var resolved = await JsonAsync(await PostAsync($"orders/{second["id"]}/findings/{finding["id"]}/duplicate", new { outcome = "ignore" }));
        Assert.Equal(("cancelled", (string?)first["id"]), ((string?)resolved["status"], (string?)resolved["supersededById"]));
    }

    [Fact]
    public async Task A_pack_that_is_told_converts_what_is_ordered_by_it()
    {
        var product = (await JsonAsync(await _company.Api.GetAsync("products?q=VH-M8")))["items"]![0]!;
        var changed = await SendAsync(HttpMethod.Patch, $"products/{product["id"]}", new { packQuantity = 100, packUnit = "BX" });
        Assert.Equal((HttpStatusCode.OK, 100m), (changed.StatusCode, (decimal)(await JsonAsync(changed))["packQuantity"]!));

        var order = await PlaceAsync("BX", 5);
        Assert.Equal((500m, "PCE", "BX"), ((decimal)order["lines"]![0]!["quantity"]!, (string?)order["lines"]![0]!["unit"], (string?)order["lines"]![0]!["ordered"]!["unit"]));
        var shown = order["findings"]!.AsArray().Single(f => (string?)f!["kind"] == "unitConverted")!;
        Assert.Equal(("applied", 5m, 500m), ((string?)shown["state"], (decimal)shown["before"]!["quantity"]!, (decimal)shown["after"]!["quantity"]!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(HttpMethod.Patch, $"products/{product["id"]}", new { packUnit = "KGM" })).StatusCode);
    }

    [Fact]
    public async Task A_document_of_somebody_unknown_is_answered_with_the_nearest()
    {
        const string Message = "UNB+UNOC:3+3020000000017:14+3012345600016:14+261123:0812+1'UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+4500187342+9'NAD+BY+++HYDRAULIQUE CHARTRAINE SA'LIN+10'PIA+1+VH-M8-30:IN'IMD+F++:::VIS H M8X30'QTY+21:5000:PCE'UNS+S'UNT+8+1'UNZ+1+1'";
        using var sent = await _company.Api.PostAsync(new Uri("order-documents", UriKind.Relative), new ByteArrayContent(Encoding.Latin1.GetBytes(Message)));
        var document = await JsonAsync(sent);
        var near = (await JsonAsync(await _company.Api.GetAsync($"order-documents/{document["id"]}/candidates")))["items"]![0]!;

        Assert.Equal(("needs-client", "C-0147"), ((string?)document["status"], (string?)near["clients"]![0]!["code"]));
        Assert.StartsWith("nom proche à 100", (string?)near["clients"]![0]!["because"]![0], StringComparison.Ordinal);
        Assert.Equal("VH-M8-30-ZN", (string?)near["lines"]![0]!["products"]![0]!["code"]);

        var aside = await JsonAsync(await PostAsync($"order-documents/{document["id"]}/set-aside?reason=notForUs&note=Pour%20un%20confr%C3%A8re", new { }));
        Assert.Equal(("set-aside", "notForUs"), ((string?)aside["status"], (string?)aside["setAsideBecause"]));
    }

    private async Task<JsonNode> PlaceAsync(string? unit = null, int quantity = 5000) => await JsonAsync(await _company.Api.PostAsJsonAsync("orders", new
    {
        clientId = _client.Id.Value,
        customerReference = "4500187342",
        lines = new[] { new { productCode = "VH-M8-30-ZN", quantity, unit } },
    }));

    private Task<HttpResponseMessage> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
}
