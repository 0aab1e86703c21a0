using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Orders;

public sealed class CorrectionApiTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private ClientId _client;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = await _company.AClientAsync("Hydraulique Chartraine");
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("EH-M8-ZN", "Écrou H M8", "PCE"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_patch_changes_the_lines_it_names_and_leaves_the_others()
    {
        var order = await PlaceAsync();
        var answer = await PatchAsync(order, "\"1\"", new { customerReference = (string?)null, lines = new[] { new { lineNo = "20", quantity = 7, productCode = "EH-M8-ZN" } } });
        var patched = await JsonAsync(answer);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.StatusCode, answer.Headers.ETag!.Tag));
        Assert.Null(patched["customerReference"]);
        Assert.Equal(["10:5:VH-M8-30-ZN", "20:7:EH-M8-ZN"], patched["lines"]!.AsArray().Select(l => $"{l!["lineNo"]}:{(decimal)l["quantity"]!:0.##}:{l["productCode"]}"));
        Assert.DoesNotContain(patched["findings"]!.AsArray(), f => (string?)f!["kind"] == "unknownProduct");
    }

    [Fact]
    public async Task A_patch_needs_the_version_that_was_seen()
    {
        var order = await PlaceAsync();

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await PatchAsync(order, null, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PatchAsync(order, "\"7\"", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(order, "*", new { customerReference = "4500187343" })).StatusCode);
    }

    [Fact]
    public async Task Another_companys_order_is_not_there()
    {
        var order = await PlaceAsync();
        var them = await portal.ACompanyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"orders/{order["id"]}") { Content = JsonContent.Create(new { customerReference = "X" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        Assert.Equal(HttpStatusCode.NotFound, (await them.Api.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_by_name()
    {
        var order = await PlaceAsync();
        var noSuchLine = await PatchAsync(order, "*", new { lines = new[] { new { lineNo = "99", quantity = 1 } } });
        var noSuchProduct = await PatchAsync(order, "*", new { lines = new[] { new { lineNo = "10", productCode = "NOBODY" } } });
        var notThisShape = await PatchAsync(order, "*", new { lines = new[] { new { lineNo = "10", quantity = "many" } } });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "NoSuchLine"), (noSuchLine.StatusCode, (string?)(await JsonAsync(noSuchLine))["refusal"]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "UnknownProductCode"), (noSuchProduct.StatusCode, (string?)(await JsonAsync(noSuchProduct))["refusal"]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, notThisShape.StatusCode);
    }

    private async Task<JsonNode> PlaceAsync() => await JsonAsync(await _company.Api.PostAsJsonAsync("orders", new
    {
        clientId = _client.Value,
        customerReference = "4500187342",
        lines = new[] { new { productCode = (string?)"VH-M8-30-ZN", buyerCode = (string?)null, quantity = 5 }, new { productCode = (string?)null, buyerCode = (string?)"4711", quantity = 6 } },
    }));

    private async Task<HttpResponseMessage> PatchAsync(JsonNode order, string? ifMatch, object patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"orders/{order["id"]}") { Content = JsonContent.Create(patch) };

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
