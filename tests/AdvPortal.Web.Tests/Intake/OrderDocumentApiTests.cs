using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Intake;

public sealed class OrderDocumentApiTests(PortalFixture portal) : IAsyncLifetime
{
    private const string Order = "po_number,order_date,line_number,buyer_sku,description,quantity,unit_of_measure,unit_price\n4500187342,2026-11-23,1,4711,Vis,5000,EA,8.40\n4500187342,2026-11-23,2,4712,Rondelle,10,EA,1.25\n";

    private Company _company = null!;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("RP-M8-ZN", "Rondelle M8", "PCE"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_document_of_nobody_waits_until_client_and_codes_are_said_and_the_codes_are_learnt_when_asked()
    {
        var client = await _company.AClientAsync("Hydraulique Chartraine");
        var document = await SendAsync(Order);
        Assert.Equal("needs-client", (string?)document["status"]);

        var alone = await PatchAsync(document, new { codes = new Dictionary<string, string> { ["4711"] = "VH-M8-30-ZN" } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CodesNeedClientAndSite"), (alone.StatusCode, (string?)(await JsonAsync(alone))["refusal"]));

        var answered = await JsonAsync(await PatchAsync(document, new
        {
            clientId = client.Value,
            codes = new Dictionary<string, string> { ["4711"] = "VH-M8-30-ZN", ["4712"] = "RP-M8-ZN" },
            learnCodes = true,
        }));
        Assert.Equal("done", (string?)answered["status"]);

        var order = await JsonAsync(await _company.Api.GetAsync($"orders/{answered["orders"]![0]!["orderId"]}"));
        Assert.Equal(["4711=VH-M8-30-ZN", "4712=RP-M8-ZN"], order["lines"]!.AsArray().Select(l => $"{l!["buyerCode"]}={l["productCode"]}"));

        var next = await SendAsync(Order.Replace("4500187342", "4500187343", StringComparison.Ordinal), client);
        var second = await JsonAsync(await _company.Api.GetAsync($"orders/{next["orders"]![0]!["orderId"]}"));
        Assert.Equal("VH-M8-30-ZN", (string?)second["lines"]![0]!["productCode"]);
    }

    [Fact]
    public async Task A_line_without_any_code_is_answered_by_what_it_says()
    {
        var client = await _company.AClientAsync("Hydraulique Chartraine");
        var document = await SendAsync("po_number,order_date,line_number,description,quantity,unit_of_measure,unit_price\n4500187345,2026-11-23,1,Vis de 30,5000,EA,8.40\n");

        var answered = await JsonAsync(await PatchAsync(document, new { clientId = client.Value, codes = new Dictionary<string, string> { ["Vis de 30"] = "VH-M8-30-ZN" }, learnCodes = true }));

        var line = (await JsonAsync(await _company.Api.GetAsync($"orders/{answered["orders"]![0]!["orderId"]}")))["lines"]![0]!;
        Assert.Equal(("VH-M8-30-ZN", null), ((string?)line["productCode"], (string?)line["buyerCode"]));
    }

    [Fact]
    public async Task What_waits_and_what_was_set_aside_are_listed_apart()
    {
        var waiting = await SendAsync(Order);
        var aside = await SendAsync("Bonjour, merci de rappeler.");

        Assert.Equal([(string?)waiting["id"]], await IdsAsync("waiting"));
        Assert.Equal([(string?)aside["id"]], await IdsAsync("setAside"));
        Assert.Equal(HttpStatusCode.BadRequest, (await _company.Api.GetAsync("order-documents?view=nonsense")).StatusCode);
        Assert.Empty((await JsonAsync(await (await portal.ACompanyAsync()).Api.GetAsync("order-documents")))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_nobody_orders_with_is_set_aside_once_and_stays_kept()
    {
        var document = await SendAsync(Order);
        var first = await SetAsideAsync();

        Assert.Equal((HttpStatusCode.OK, "set-aside"), (first.StatusCode, (string?)(await JsonAsync(first))["status"]));
        Assert.Equal(HttpStatusCode.Conflict, (await SetAsideAsync()).StatusCode);
        Assert.Equal(Order, await _company.Api.GetStringAsync($"order-documents/{document["id"]}/content"));

        async Task<HttpResponseMessage> SetAsideAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"order-documents/{document["id"]}/set-aside");
            request.Headers.TryAddWithoutValidation("If-Match", "*");

            return await _company.Api.SendAsync(request);
        }
    }

    private async Task<IEnumerable<string?>> IdsAsync(string view) =>
        (await JsonAsync(await _company.Api.GetAsync($"order-documents?view={view}")))["items"]!.AsArray().Select(d => (string?)d!["id"]);

    private async Task<JsonNode> SendAsync(string text, ClientId? client = null)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentDisposition = new("attachment") { FileName = "commande.csv" };

        return await JsonAsync(await _company.Api.PostAsync(client is { } id ? $"order-documents?clientId={id.Value}" : "order-documents", content));
    }

    private async Task<HttpResponseMessage> PatchAsync(JsonNode document, object patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"order-documents/{document["id"]}") { Content = JsonContent.Create(patch) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
