using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Api;

/// <summary>What the contract promises of all resources alike.</summary>
public sealed class ContractTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private Guid _client;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = (await _company.AClientAsync("Hydraulique Chartraine", await _company.AMemberAsync("Claire Morel", Role.Adv))).Value;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_list_has_things_of_the_shape_that_they_have_alone()
    {
        await MadeAsync($"clients/{_client}/requirements", """{ "sentence": "Pas le mercredi", "source": { "kind": "email", "who": "Karim", "on": "2025-02-03" }, "severity": "block", "rule": { "kind": "deliveryDays", "closed": ["wednesday"] } }""");
        await MadeAsync($"clients/{_client}/sites", """{ "name": "Entrepôt" }""");
        await MadeAsync($"clients/{_client}/contacts", """{ "name": "Karim Haddad", "email": "karim@chartraine.example" }""");
        await MadeAsync("handoffs", """{ "client": { "name": "Électro" } }""");
        var order = await MadeAsync("orders", $$"""{ "clientId": "{{_client}}", "requestedOn": "2026-11-26", "lines": [{ "productCode": "X", "quantity": 1 }, { "productCode": "Y", "quantity": 2 }] }""");
        await MadeAsync("orders", $$"""{ "clientId": "{{_client}}", "requestedOn": "2026-11-25", "lines": [{ "productCode": "Z", "quantity": 3 }] }""");
        await ConfirmAsync(order);

        foreach (var (list, one) in new[] { ("clients", "clients"), ($"clients/{_client}/sites", "sites"), ($"clients/{_client}/contacts", "contacts"), ($"clients/{_client}/requirements", "requirements"), ("orders", "orders"), ("handoffs", "handoffs") })
        {
            var items = (await GetAsync(list))["items"]!.AsArray();
            Assert.NotEmpty(items);
            Assert.All(await Task.WhenAll(items.Select(async item => (Listed: item!.ToJsonString(), Alone: (await GetAsync($"{one}/{item["id"]}")).ToJsonString()))), it => Assert.Equal(it.Alone, it.Listed));
        }
    }

    [Theory]
    [InlineData("sites", """{ "name": "Site NN" }""")]
    [InlineData("contacts", """{ "name": "Contact NN" }""")]
    public async Task A_list_is_read_a_page_at_a_time(string part, string body)
    {
        for (var n = 1; n <= 5; n++)
        {
            await MadeAsync($"clients/{_client}/{part}", body.Replace("NN", $"{n}", StringComparison.Ordinal));
        }

        Assert.Equal(["1", "2", "3", "4", "5"], (await PagesAsync($"clients/{_client}/{part}?limit=2", 3)).Select(it => ((string)it["name"]!)[^1..]));
        Assert.Equal(HttpStatusCode.BadRequest, (await _company.Api.GetAsync(new Uri($"clients/{_client}/{part}?limit=0", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Portfolios_are_read_a_page_at_a_time_and_nobodys_comes_last()
    {
        await _company.AMemberAsync("Anne", Role.Adv);
        await _company.AMemberAsync("Anne", Role.Adv);
        await _company.AMemberAsync("Yanis", Role.Adv);
        await _company.AClientAsync("À personne");

        Assert.Equal(["Anne", "Anne", "Claire Morel", "Yanis", null], (await PagesAsync("portfolios?limit=1", 5)).Select(it => (string?)it["memberName"]));
    }

    [Theory]
    [InlineData("sites", """{ "name": "Entrepôt" }""")]
    [InlineData("contacts", """{ "name": "Karim" }""")]
    public async Task What_was_made_is_found_where_the_answer_says(string part, string body)
    {
        using var made = await PostAsync($"clients/{_client}/{part}", body);
        using var found = await _company.Api.GetAsync(made.Headers.Location);

        Assert.Equal((HttpStatusCode.OK, made.Headers.ETag), (found.StatusCode, found.Headers.ETag));
        Assert.Equal(await made.Content.ReadAsStringAsync(), await found.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_forgotten_contact_is_found_nowhere()
    {
        var contact = await MadeAsync($"clients/{_client}/contacts", """{ "name": "Karim" }""");
        using var erased = await ActAsync(HttpMethod.Post, $"contacts/{contact}/erasure", "*");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (erased.StatusCode, (await _company.Api.GetAsync(new Uri($"contacts/{contact}", UriKind.Relative))).StatusCode));
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_the_callers_own_path_and_row()
    {
        Assert.Equal(["name"], await ErrorsAsync(HttpMethod.Post, $"clients/{_client}/sites", """{ "name": "" }"""));
        Assert.Equal(["address.country"], await ErrorsAsync(HttpMethod.Post, $"clients/{_client}/sites", """{ "name": "Quai", "address": { "country": "France" } }"""));
        Assert.Equal(
            ["[1].currency", "[1].netPrice"],
            await ErrorsAsync(HttpMethod.Put, $"clients/{_client}/prices", $"[{Price(8.40m, "EUR")}, {Price(-1, "euro")}]"));
        Assert.Equal(["[1]"], await ErrorsAsync(HttpMethod.Put, $"clients/{_client}/prices", $"[{Price(8.40m, "EUR")}, null]"));
        Assert.Equal(["[0].buyerCode"], await ErrorsAsync(HttpMethod.Put, $"clients/{_client}/product-codes", """[{ "buyerCode": "", "productCode": "X" }]"""));

        static string Price(decimal net, string currency) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{ "productCode": "X", "netPrice": {{net}}, "priceBaseQuantity": 100, "currency": "{{currency}}", "validFrom": "2026-01-01" }""");
    }

    [Theory]
    [InlineData("PATCH", "clients/ID")]
    [InlineData("PUT", "clients/ID/prices")]
    public async Task Without_a_version_nothing_is_even_read(string method, string path)
    {
        using var without = await ActAsync(new(method), path.Replace("ID", $"{_client}", StringComparison.Ordinal), null, "{");
        using var with = await ActAsync(new(method), path.Replace("ID", $"{_client}", StringComparison.Ordinal), "*", "{");

        Assert.Equal((HttpStatusCode.PreconditionRequired, HttpStatusCode.BadRequest), (without.StatusCode, with.StatusCode));
    }

    [Fact]
    public async Task Sending_an_answer_again_acts_on_the_order_and_so_needs_its_version()
    {
        var order = await MadeAsync("orders", $$"""{ "clientId": "{{_client}}", "lines": [{ "productCode": "X", "quantity": 1 }] }""");

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await ActAsync(HttpMethod.Post, $"orders/{order}/acknowledgement", null)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ActAsync(HttpMethod.Post, $"orders/{order}/acknowledgement", "\"7\"")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(HttpMethod.Post, $"orders/{order}/acknowledgement", "\"1\"")).StatusCode);
    }

    [Fact]
    public async Task An_answer_in_a_form_that_nobody_writes_is_refused()
    {
        var order = await MadeAsync("orders", $$"""{ "clientId": "{{_client}}", "lines": [{ "productCode": "X", "quantity": 1 }] }""");
        await ConfirmAsync(order);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{order}/acknowledgement");
        request.Headers.Accept.Add(new("image/png"));
        using var answer = await _company.Api.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotAcceptable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private async Task ConfirmAsync(Guid order)
    {
        foreach (var finding in (await GetAsync($"orders/{order}"))["findings"]!.AsArray().Where(it => (string?)it!["state"] == "open"))
        {
            using var waived = await ActAsync(HttpMethod.Post, $"orders/{order}/findings/{finding!["id"]}/waiver", "*", """{ "reason": "Convenu", "agreedBy": "Karim" }""");
        }

        using var confirmed = await ActAsync(HttpMethod.Post, $"orders/{order}/confirmation", "*");
        Assert.True(confirmed.IsSuccessStatusCode, await confirmed.Content.ReadAsStringAsync());
    }

    private async Task<List<JsonNode>> PagesAsync(string path, int expected)
    {
        var items = new List<JsonNode>();
        string? cursor = null;

        for (var page = 1; page <= expected; page++)
        {
            var read = await GetAsync(cursor is null ? path : $"{path}&cursor={cursor}");
            items.AddRange(read["items"]!.AsArray().OfType<JsonNode>());
            cursor = (string?)read["next"];
            Assert.Equal(page == expected, cursor is null);
        }

        return items;
    }

    private async Task<IEnumerable<string>> ErrorsAsync(HttpMethod method, string path, string body)
    {
        using var answer = await ActAsync(method, path, "*", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);

        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal);
    }

    private async Task<HttpResponseMessage> ActAsync(HttpMethod method, string path, string? ifMatch, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await _company.Api.SendAsync(request);
    }

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _company.Api.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private Task<HttpResponseMessage> PostAsync(string path, string body) => _company.Api.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")));

    private async Task<Guid> MadeAsync(string path, string body)
    {
        using var answer = await PostAsync(path, body);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, $"{path}: {await answer.Content.ReadAsStringAsync()}");

        return (Guid)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }
}
