using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>One requirement of each kind, and an order that meets every one of them: written, stored, judged, answered.</summary>
public sealed class RuleKindsApiTests(PortalFixture portal) : IAsyncLifetime
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
    public async Task Every_kind_is_kept_as_it_was_sent_and_speaks_of_an_order_it_concerns()
    {
        Dictionary<string, string> rules = new(StringComparer.Ordinal)
        {
            ["deliveryDays"] = """{ "kind": "deliveryDays", "closed": ["wednesday"] }""",
            ["labelling"] = """{ "kind": "labelling", "symbology": "qr", "per": "parcel" }""",
            ["productCode"] = """{ "kind": "productCode", "prefix": "0A-" }""",
            ["packaging"] = """{ "kind": "packaging", "multipleOf": 50, "palletType": "EUR" }""",
            ["minimumOrder"] = """{ "kind": "minimumOrder", "amount": 100000, "currency": "EUR" }""",
            ["partialDelivery"] = """{ "kind": "partialDelivery", "allowed": false }""",
            ["backOrder"] = """{ "kind": "backOrder", "policy": "cancel" }""",
            ["documents"] = """{ "kind": "documents", "deliveryNoteCopies": 2, "certificate": "3.1" }""",
            ["reference"] = """{ "kind": "reference", "required": true, "pattern": "^45\\d{8}$" }""",
            ["contactFirst"] = """{ "kind": "contactFirst", "phone": "0237000000", "beforeHours": 24, "who": "magasin" }""",
            ["instruction"] = """{ "kind": "instruction", "text": "Camion avec hayon" }""",
        };

        foreach (var (kind, rule) in rules)
        {
            var kept = await RequireAsync(rule);
            Assert.Equal(kind, (string)kept["rule"]!["kind"]!);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(rule), (await _company.Api.GetFromJsonAsync<JsonNode>($"requirements/{kept["id"]}"))!["rule"]), kept.ToJsonString());
        }

        var order = await OrderAsync("4711", (4001, "2026-11-25"), (100, "2026-12-01"));
        var said = order["findings"]!.AsArray().Select(finding => (string)finding!["kind"]!).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(said, rules.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(order["findings"]!.AsArray(), finding => ((string)finding!["explanation"]!).Length == 0);

        var again = (await _company.Api.GetFromJsonAsync<JsonNode>($"orders/{order["id"]}"))!;
        Assert.True(JsonNode.DeepEquals(order["findings"], again["findings"]), again["findings"]!.ToJsonString());
    }

    [Fact]
    public async Task A_quantity_that_was_accepted_is_that_of_the_order()
    {
        await RequireAsync("""{ "kind": "packaging", "multipleOf": 50 }""");
        var order = await OrderAsync("4500187342", (4001, "2026-11-25"));
        var finding = order["findings"]!.AsArray().Single(each => (string)each!["kind"]! == "packaging")!;
        Assert.Equal((4001m, 4050m), ((decimal)finding["before"]!["quantity"]!, (decimal)finding["after"]!["quantity"]!));

        var accepted = await PostAsync($"orders/{order["id"]}/findings/{finding["id"]}/acceptance");

        Assert.Equal((4050m, 4050m), ((decimal)accepted["lines"]![0]!["quantity"]!, (decimal)accepted["totalNet"]!));
    }

    [Fact]
    public async Task A_reference_is_cleared_by_a_patch()
    {
        await RequireAsync("""{ "kind": "reference", "required": true }""");
        var order = await OrderAsync(null, (10, "2026-11-25"));
        Assert.Contains(order["findings"]!.AsArray(), each => (string)each!["kind"]! == "reference");

        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"orders/{order["id"]}") { Content = JsonContent.Create(new { customerReference = "4500187342" }) };
        patch.Headers.TryAddWithoutValidation("If-Match", "*");
        var corrected = (await (await _company.Api.SendAsync(patch)).Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.DoesNotContain(corrected["findings"]!.AsArray(), each => (string)each!["kind"]! == "reference");
    }

    [Fact]
    public async Task A_date_tells_its_way_and_may_be_exchanged_for_another_that_does()
    {
        await RequireAsync("""{ "kind": "deliveryDays", "closed": ["wednesday", "thursday"] }""");
        var order = await OrderAsync("4500187342", (10, "2026-11-25"));
        var finding = order["findings"]!.AsArray().Single(each => (string)each!["kind"]! == "deliveryDays")!;

        Assert.Equal(["cutOff", "ownCalendar", "carrier", "site", "site", "site"], finding["trace"]!.AsArray().Select(step => (string)step!["stage"]!));
        Assert.Equal(("EX-001", 1), ((string)finding["trace"]![3]!["requirementNumber"]!, (int)finding["trace"]![3]!["requirementRevision"]!));
        Assert.Equal(["2026-11-24", "2026-11-30", "2026-12-01"], finding["alternatives"]!.AsArray().Select(day => (string)day!));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync($"orders/{order["id"]}/findings/{finding["id"]}/acceptance?deliverOn=2026-12-02")).StatusCode);
        var accepted = await PostAsync($"orders/{order["id"]}/findings/{finding["id"]}/acceptance?deliverOn=2026-11-30");

        Assert.Equal("2026-11-30", (string)accepted["promisedOn"]!);
    }

    [Fact]
    public async Task The_narrower_says_over_whom_it_prevails()
    {
        var wide = await RequireAsync("""{ "kind": "backOrder", "policy": "keep" }""");
        await RequireAsync("""{ "kind": "backOrder", "policy": "cancel" }""");
        var order = await OrderAsync("4500187342", (10, "2026-11-25"));

        var finding = order["findings"]!.AsArray().Single(each => (string)each!["kind"]! == "backOrder")!;
        Assert.Equal(("cancel", (string)wide["number"]!), ((string)finding["after"]!["backOrder"]!, (string)finding["overrules"]![0]!["requirementNumber"]!));
    }

    private async Task<JsonNode> RequireAsync(string rule) => await ReadAsync(await _company.Api.PostAsJsonAsync($"clients/{_client.Value}/requirements", new
    {
        sentence = "Ce que dit le client",
        source = new { kind = "email", who = "Karim Haddad" },
        severity = "block",
        validFrom = "2026-01-01",
        rule = JsonNode.Parse(rule),
    }));

    private async Task<JsonNode> OrderAsync(string? reference, params (decimal Quantity, string On)[] lines) => await ReadAsync(await _company.Api.PostAsJsonAsync("orders", new
    {
        clientId = _client.Value,
        customerReference = reference,
        requestedOn = lines[0].On,
        lines = lines.Select(line => new { productCode = "VH-M8-30-ZN", quantity = line.Quantity, netPrice = 1, requestedOn = line.On }),
    }));

    private async Task<JsonNode> PostAsync(string path) => await ReadAsync(await SendAsync(path));

    private async Task<HttpResponseMessage> SendAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);

        return JsonNode.Parse(body)!;
    }
}
