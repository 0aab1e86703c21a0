using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Intake;

/// <summary>Changes and cancellations as clients' programs send them, and ours decide on them.</summary>
public sealed class AmendmentApiTests(PortalFixture portal) : IAsyncLifetime
{
    private static readonly string[] _first = ["10"];

    private const string Reference = "4500187342";

    private Company _company = null!;
    private ClientId _client;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = await _company.AClientAsync("Hydraulique Chartraine", await _company.AMemberAsync("Claire Morel", Role.Adv));
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_change_is_read_shown_applied_and_answered_under_the_same_number()
    {
        var order = await AConfirmedOrderAsync();
        var document = await SendAsync(Change("CHG-1", 6000));
        Assert.Equal(("needs-review", (string?)order["id"], Reference, "amendment"), ((string?)document["status"], (string?)document["amendsOrderId"], (string?)document["refersTo"], (string?)document["change"]!["kind"]));
        Assert.Empty(document["orders"]!.AsArray());

        var shown = await _company.Api.GetFromJsonAsync<JsonNode>($"order-documents/{document["id"]}/amendment");
        Assert.Equal(("changed", 5000m, 6000m), ((string?)shown!["lines"]![0]!["kind"], (decimal)shown["lines"]![0]!["before"]!["quantity"]!, (decimal)shown["lines"]![0]!["after"]!["quantity"]!));

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await _company.Api.PostAsJsonAsync($"order-documents/{document["id"]}/application", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ActAsync(document, "application", new { }, "\"99\"")).StatusCode);
        var applied = await ActAsync(document, "application", new { lines = _first });
        Assert.Equal((HttpStatusCode.OK, "done"), (applied.StatusCode, (string?)(await JsonAsync(applied))["status"]));
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(document, "refusal", new { reason = "tooLate" }, "*")).StatusCode);

        var amended = await _company.Api.GetFromJsonAsync<JsonNode>($"orders/{order["id"]}");
        Assert.Equal(("toReview", 6000m, 2, "applied"), ((string?)amended!["status"], (decimal)amended["lines"]![0]!["quantity"]!, (int)amended["revision"]!, (string?)amended["amendments"]![0]!["outcome"]));
        await OnOrderAsync(order, "confirmation");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{order["id"]}/acknowledgement") { Headers = { Accept = { new("application/xml") } } };
        var xml = await (await _company.Api.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.Contains($">{amended["number"]}-2<", xml, StringComparison.Ordinal);
        Assert.Contains(">CHG-1<", xml, StringComparison.Ordinal);
        Assert.Contains("listID=\"UNCL1229\">3<", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_its_reason_and_whoever_may_only_read_decides_nothing()
    {
        var order = await AConfirmedOrderAsync();
        var document = await SendAsync(Change("CHG-1", 6000));
        var unsaid = await ActAsync(document, "refusal", new { });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "AmendmentRefusalNeedsReason"), (unsaid.StatusCode, (string?)(await JsonAsync(unsaid))["refusal"]));

        using var reader = await _company.ApiAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(new Uri($"order-documents/{document["id"]}/amendment", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ActAsync(document, "application", new { }, api: reader)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ActAsync(document, "refusal", new { reason = "tooLate" }, api: reader)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await ActAsync(document, "refusal", new { reason = "inPreparation", note = "Départ demain" })).StatusCode);
        Assert.Equal("confirmed", (string?)(await _company.Api.GetFromJsonAsync<JsonNode>($"orders/{order["id"]}"))!["status"]);
    }

    [Fact]
    public async Task Of_two_orders_of_one_number_a_program_says_which_and_a_strangers_is_none()
    {
        var (first, _) = (await AConfirmedOrderAsync(), await AConfirmedOrderAsync());
        var document = await SendAsync(Change("CHG-1", 6000));
        Assert.Null(document["amendsOrderId"]);
        Assert.Equal(2, (await _company.Api.GetFromJsonAsync<JsonNode>($"order-documents/{document["id"]}/amendment"))!["candidates"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(document, "application", new { })).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await PatchAsync(document, new { amendsOrderId = Guid.CreateVersion7() })).StatusCode);
        var told = await JsonAsync(await PatchAsync(document, new { amendsOrderId = (string?)first["id"] }));
        Assert.Equal((string?)first["id"], (string?)told["amendsOrderId"]);
    }

    private async Task<JsonNode> AConfirmedOrderAsync()
    {
        var order = await JsonAsync(await _company.Api.PostAsJsonAsync("orders", new
        {
            clientId = _client.Value,
            customerReference = Reference,
            lines = new[] { new { lineNo = "10", productCode = "VH-M8-30-ZN", quantity = 5000, netPrice = 8.40m, priceBaseQuantity = 100 } },
        }));

        foreach (var finding in order["findings"]!.AsArray())
        {
            await OnOrderAsync(order, $"findings/{finding!["id"]}/waiver", new { reason = "Convenu", agreedBy = "Nathalie Rousseau" });
        }

        return await OnOrderAsync(order, "confirmation");
    }

    private async Task<JsonNode> OnOrderAsync(JsonNode order, string act, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"orders/{order["id"]}/{act}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await _company.Api.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        return await JsonAsync(answer);
    }

    private async Task<HttpResponseMessage> ActAsync(JsonNode document, string act, object body, string? match = null, HttpClient? api = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"order-documents/{document["id"]}/{act}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", match ?? "*");

        return await (api ?? _company.Api).SendAsync(request);
    }

    private async Task<HttpResponseMessage> PatchAsync(JsonNode document, object patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"order-documents/{document["id"]}") { Content = JsonContent.Create(patch) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        return await _company.Api.SendAsync(request);
    }

    private async Task<JsonNode> SendAsync(string xml)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(xml));
        content.Headers.ContentDisposition = new("attachment") { FileName = "modification.xml" };

        return await JsonAsync(await _company.Api.PostAsync($"order-documents?clientId={_client.Value}", content));
    }

    private static string Change(string number, int quantity) => $"""
        <OrderChange xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderChange-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-11-23</cbc:IssueDate>
          <cac:OrderReference><cbc:ID>{Reference}</cbc:ID></cac:OrderReference>
          <cac:OrderLine><cac:LineItem><cbc:ID>10</cbc:ID><cbc:Quantity unitCode="H87">{quantity}</cbc:Quantity><cac:Item><cac:SellersItemIdentification><cbc:ID>VH-M8-30-ZN</cbc:ID></cac:SellersItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>
        </OrderChange>
        """;

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
