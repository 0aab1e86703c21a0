using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Tests.Deliveries;

namespace AdvPortal.Web.Tests.Api;

public sealed partial class DescriptionTests(PortalFixture portal)
{
    [Fact]
    public async Task Every_route_is_described_with_what_it_answers()
    {
        using var client = portal.Client();
        var description = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var routes = Route.Of(portal).Where(route => route.IsDescribed).ToList();
        var described = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key.TrimEnd('/')}"));

        Assert.StartsWith("3.1.", (string?)description["openapi"], StringComparison.Ordinal);
        Assert.Equal(routes.Select(route => route.ToString()).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.All(routes, route => Assert.Empty(Missing(route, OperationOf(description, route))));
    }

    [Fact]
    public async Task What_can_be_sent_has_an_example_and_a_shape()
    {
        using var client = portal.Client();
        var description = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var order = description["paths"]!["/api/v1/orders"]!["post"]!;
        var answered = order["responses"]!["201"]!["content"]!["application/json"]!["schema"]!;

        Assert.Equal("4500187342", (string?)order["requestBody"]!["content"]!["application/json"]!["example"]!["customerReference"]);
        Assert.Equal("#/components/schemas/OrderView", (string?)answered["$ref"]);
        Assert.Equal("uuid", (string?)description["components"]!["schemas"]!["OrderView"]!["properties"]!["id"]!["format"] ?? (string?)description["components"]!["schemas"]!["OrderId"]!["format"]);
    }

    [Fact]
    public async Task Every_post_that_acts_on_nothing_yet_answers_with_the_status_and_the_shape_that_are_described()
    {
        var company = await portal.ACompanyAsync();
        var member = (await company.AMemberAsync("Claire Morel", Role.Adv)).Value;
        var chartraine = new Client("C-0147", "Hydraulique Chartraine", "fr", "EUR");
        var contact = chartraine.Meet("Karim Haddad", ContactRole.Warehouse, "k.haddad@chartraine.example", phone: null, language: null).Id.Value;
        await company.StoreAsync(chartraine, new AdvPortal.Domain.Products.Product("BL-1", "Vis", "PCE"));
        var client = chartraine.Id.Value;
        var order = await company.AConfirmedOrderAsync(client);
        const string Rule = """ "sentence": "Pas le mercredi", "source": { "kind": "email", "who": "Karim", "on": "2025-02-03" }, "severity": "warn", "rule": { "kind": "deliveryDays", "closed": ["wednesday"] } """;
        var bodies = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["clients"] = """{ "code": "C-1", "name": "Serrurerie Lacombe", "language": "fr", "currency": "EUR" }""",
            ["clients/{id}/sites"] = """{ "name": "Entrepôt" }""",
            ["clients/{id}/contacts"] = """{ "name": "Karim Haddad" }""",
            ["clients/{id}/requirements"] = $"{{ {Rule} }}",
            ["clients/{id}/reconfirmations"] = $$"""{ "contactId": "{{contact}}" }""",
            ["clients/import"] = "code;nom\nC-2;Cantines du Loir\n",
            ["requirements/import"] = "client;phrase;dit par\nC-9;Pas le mercredi;Karim\n",
            ["products"] = """{ "code": "VH-1", "name": "Vis", "unit": "PCE" }""",
            ["products/import"] = "code;désignation\nVH-2;Vis\n",
            ["requirement-interpretations"] = """{ "text": "Rien le mercredi" }""",
            ["requirement-rehearsals"] = $$"""{ "clientId": "{{client}}", {{Rule}} }""",
            ["order-documents"] = "rien",
            ["orders"] = $$"""{ "clientId": "{{client}}", "lines": [{ "productCode": "X", "quantity": 1 }] }""",
            ["orders/changes"] = $$"""{ "orders": ["{{client}}"], "act": "confirm" }""",
            ["views"] = """{ "name": "Retards", "query": "view=late" }""",
            ["stock-dates"] = """{ "rows": [] }""",
            ["stock-dates/import"] = "commande;ligne;disponible le\nCV26-99999;10;2026-12-01\n",
            ["shipments"] = """{ "rows": [] }""",
            ["shipments/import"] = "BL;commande;ligne;date de départ\nEXP-1;CV26-99999;10;2026-11-23\n",
            ["webhooks"] = """{ "url": "https://erp.example/portal", "events": ["order.received"], "isActive": false }""",
            ["deliveries"] = $$"""{ "orders": ["{{order["id"]}}"] }""",
            ["inquiries"] = $$"""{ "clientId": "{{client}}", "from": "n.rousseau@chartraine.example", "subject": "Délai", "body": "Où en est notre commande ?" }""",
            ["reply-templates"] = """{ "name": "Merci", "language": "fr", "body": "Bonjour {{ contact.name }}," }""",
            ["complaints"] = $$"""{ "clientId": "{{client}}", "subject": "Retard", "description": "Toujours rien", "nature": "logistics", "severity": "major", "lines": [{ "orderId": "{{order["id"]}}", "lineNo": "10", "quantity": 1 }] }""",
            ["tenders"] = $$"""{ "clientId": "{{client}}", "title": "Vis inox 2027", "submissionDueAt": "2027-12-04T11:00:00Z", "lines": [{ "description": "Entretoise sur plan", "quantities": [200] }] }""",
            ["blanket-orders"] = $$"""{ "clientId": "{{client}}", "validFrom": "2026-01-01", "validUntil": "2026-12-31", "lines": [{ "productCode": "BL-1", "quantity": 10, "netPrice": 1 }] }""",
            ["handoffs"] = "{}",
            ["portfolio-transfers"] = $$"""{ "clientIds": ["{{client}}"], "toMemberId": "{{member}}", "from": "2026-11-23" }""",
            ["portfolios/leaving-proposal"] = $$"""{ "memberId": "{{member}}" }""",
            ["portfolios/publication"] = $$"""{ "moves": [{ "clientId": "{{client}}", "fromMemberId": "{{member}}", "toMemberId": "{{member}}" }], "from": "2026-11-23", "reason": "Nouveau" }""",
            ["absences/import"] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
            ["absences"] = $$"""{ "memberId": "{{member}}", "from": "2026-12-01", "until": "2026-12-02" }""",
        };
        var description = JsonNode.Parse(await company.Api.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var posts = Route.Of(portal).Where(route => route is { Method: "POST", IsDescribed: true } && !NeedsVersion(OperationOf(description, route))).ToList();
        Assert.Equal(bodies.Keys.Order(StringComparer.Ordinal), posts.Select(route => route.Path["/api/v1/".Length..]).Order(StringComparer.Ordinal));

        // What is asked about must be there before the question.
        foreach (var route in posts.OrderBy(route => route.Path.EndsWith("reconfirmations", StringComparison.Ordinal)))
        {
            var body = bodies[route.Path["/api/v1/".Length..]];
            using var content = new StringContent(body, Encoding.UTF8, body[0] is '{' ? "application/json" : "text/csv");
            var whose = route.Path.EndsWith("absences/import", StringComparison.Ordinal) ? $"?memberId={member}" : "";
            using var answer = await company.Api.PostAsync(new Uri(route.For(client) + whose, UriKind.Relative), content);
            var operation = OperationOf(description, route);
            var said = $"{(int)answer.StatusCode}";
            Assert.True(answer.IsSuccessStatusCode, $"{route}: {await answer.Content.ReadAsStringAsync()}");
            Assert.Contains((route.ToString(), said), operation["responses"]!.AsObject().Where(it => it.Key[0] == '2').Select(it => (route.ToString(), it.Key)));
            Assert.Equal(
                (route.ToString(), string.Join(' ', PropertiesOf(description, operation["responses"]![said]!["content"]!["application/json"]!["schema"]!))),
                (route.ToString(), string.Join(' ', JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject().Select(it => it.Key).Order(StringComparer.Ordinal))));
        }
    }

    [Fact]
    public async Task The_page_of_the_api_asks_nothing_of_another_machine()
    {
        using var client = portal.Client();
        using var answer = await client.GetAsync(new Uri("/api-docs/", UriKind.Relative));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var files = Source().Matches(page).Select(match => match.Groups["address"].Value).ToList();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Contains("//", StringComparison.Ordinal));
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("script-src[^;]*unsafe", policy);
        Assert.Contains($"nonce=\"{Nonce().Match(policy).Groups["nonce"].Value}\"", page, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(files.Select(file => client.GetAsync(new Uri(new("http://localhost/api-docs/"), file)))), got => Assert.Equal(HttpStatusCode.OK, got.StatusCode));
    }

    [Fact]
    public async Task Elsewhere_no_script_of_a_page_runs()
    {
        using var client = portal.Client();
        using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.DoesNotContain("nonce", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static bool NeedsVersion(JsonNode operation) => operation["parameters"]?.AsArray().Any(it => (string?)it!["name"] == "If-Match") is true;

    private static IEnumerable<string> PropertiesOf(JsonNode description, JsonNode schema) =>
        ((string?)schema["$ref"] is { } name ? description["components"]!["schemas"]![name.Split('/')[^1]]! : schema)["properties"]!.AsObject().Select(it => it.Key).Order(StringComparer.Ordinal);

    private static JsonNode OperationOf(JsonNode description, Route route) =>
        (description["paths"]![route.Path] ?? description["paths"]![route.Path + "/"])![route.Method.ToLowerInvariant()]!;

    private static IEnumerable<string> Missing(Route route, JsonNode operation)
    {
        var responses = operation["responses"]!.AsObject();
        var headers = operation["parameters"]?.AsArray().Where(it => (string?)it!["in"] == "header").Select(it => (string?)it!["name"]).ToList() ?? [];
        string[] expected =
        [
            "400", "401", "403", "429",
            .. route.Path.Contains('{', StringComparison.Ordinal) ? ["404"] : Array.Empty<string>(),
            .. route.Method != "GET" ? ["409", "422"] : Array.Empty<string>(),
            .. headers.Contains("If-Match") ? ["412", "428"] : Array.Empty<string>(),
            .. operation["requestBody"] is not null ? ["415"] : Array.Empty<string>(),
        ];

        var success = responses.Where(it => it.Key[0] == '2').ToList();

        return
        [
            .. expected.Where(status => !responses.ContainsKey(status)).Select(status => $"{route}: {status}"),
            .. operation["summary"] is not null ? [] : new[] { $"{route}: what it is for" },
            .. success.Count > 0 && success.All(it => it.Value!["content"] is not null) ? [] : new[] { $"{route}: what it answers" },
            .. route.Method is not ("PATCH" or "PUT") || headers.Contains("If-Match") ? [] : new[] { $"{route}: If-Match" },
            .. route.Method != "POST" || headers.Contains("Idempotency-Key") ? [] : new[] { $"{route}: Idempotency-Key" },
        ];
    }

    [GeneratedRegex("(src|href)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();
}
