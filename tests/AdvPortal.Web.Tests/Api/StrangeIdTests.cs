using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Api;

/// <summary>Every id in a query or in a body, and the second one in an address: whose it is, or that it ever was, cannot be told from the answer.</summary>
public sealed class StrangeIdTests(PortalFixture portal)
{
    private const string Source = """ "source": { "kind": "email", "who": "Karim", "on": "2025-02-03" } """;

    [Fact]
    public async Task Another_companys_id_a_deleted_one_and_one_of_nothing_are_answered_alike_wherever_they_stand()
    {
        var (us, them) = (await ThingsOfAsync(await portal.ACompanyAsync()), await ThingsOfAsync(await portal.ACompanyAsync()));

        foreach (var place in Places(us))
        {
            var nothing = await AskAsync(us.Company, place, Guid.CreateVersion7());
            Assert.Equal((place.Name, place.Method == "GET" ? HttpStatusCode.OK : HttpStatusCode.NotFound), (place.Name, nothing.Status));
            Assert.Equal((place.Name, nothing), (place.Name, await AskAsync(us.Company, place, place.Of(them))));

            if (place.Of(us) == us.Client)
            {
                Assert.Equal((place.Name, nothing), (place.Name, await AskAsync(us.Company, place, us.Archived)));
            }

            // Ours is there: else nothing was shown.
            Assert.NotEqual((place.Name, nothing), (place.Name, await AskAsync(us.Company, place, place.Of(us))));
        }
    }

    private static IEnumerable<Place> Places(Things us)
    {
        var requirement = (string where) => $$"""{ "sentence": "Pas le lundi", {{Source}}, "severity": "warn", {{where}}, "rule": { "kind": "deliveryDays", "closed": ["monday"] } }""";

        return
        [
            new("GET", "clients?owner=ID", null, it => it.Member),
            new("GET", "orders?clientId=ID", null, it => it.Client),
            new("GET", "orders?owner=ID", null, it => it.Member),
            new("GET", "absences?memberId=ID", null, it => it.Member),
            new("POST", "order-documents?clientId=ID", "rien", it => it.Client),
            new("POST", $"orders/{us.Order}/findings/ID/acceptance", "", it => it.Finding),
            new("POST", $"orders/{us.Order}/findings/ID/waiver", """{ "reason": "Convenu", "agreedBy": "Karim" }""", it => it.Finding),
            new("POST", "orders", """{ "clientId": "ID", "lines": [{ "productCode": "X", "quantity": 1 }] }""", it => it.Client),
            new("POST", "orders", $$"""{ "clientId": "{{us.Client}}", "siteId": "ID", "lines": [{ "productCode": "X", "quantity": 1 }] }""", it => it.Site),
            new("PATCH", $"orders/{us.Order}", """{ "siteId": "ID" }""", it => it.Site),
            new("PATCH", $"orders/{us.Order}", """{ "clientId": "ID" }""", it => it.Client),
            new("PATCH", $"order-documents/{us.Document}", """{ "clientId": "ID" }""", it => it.Client),
            new("POST", $"clients/{us.Client}/contacts", """{ "name": "Karim", "role": "buyer", "siteId": "ID" }""", it => it.Site),
            new("PATCH", $"contacts/{us.Contact}", """{ "siteId": "ID" }""", it => it.Site),
            new("POST", $"clients/{us.Client}/requirements", requirement("\"siteId\": \"ID\""), it => it.Site),
            new("POST", "requirement-rehearsals", requirement("\"clientId\": \"ID\""), it => it.Client),
            new("POST", "requirement-rehearsals", requirement($"\"clientId\": \"{us.Client}\", \"requirementId\": \"ID\""), it => it.Requirement),
            new("POST", "handoffs", """{ "client": { "id": "ID" } }""", it => it.Client),
            new("PATCH", $"handoffs/{us.Started}", """{ "client": { "id": "ID" } }""", it => it.Client),
            new("POST", $"handoffs/{us.Submitted}/acceptance", """{ "ownerId": "ID" }""", it => it.Member),
            new("POST", "absences", """{ "memberId": "ID", "from": "2026-12-14", "until": "2026-12-15" }""", it => it.Member),
            new("PUT", $"absences/{us.Absence}/cover-plan", $$"""{ "lines": [{ "clientId": "ID", "coverMemberId": "{{us.StandIn}}" }] }""", it => it.Client),
            new("PUT", $"absences/{us.Absence}/cover-plan", $$"""{ "lines": [{ "clientId": "{{us.Client}}", "coverMemberId": "ID" }] }""", it => it.StandIn),
            new("POST", "portfolio-transfers", $$"""{ "clientIds": ["ID"], "toMemberId": "{{us.StandIn}}", "from": "2026-11-23" }""", it => it.Client),
            new("POST", "portfolio-transfers", $$"""{ "clientIds": ["{{us.Client}}"], "toMemberId": "ID", "from": "2026-11-23" }""", it => it.Member),
            new("GET", "portfolios/knowledge?memberId=ID", null, it => it.Member),
            new("POST", "portfolios/leaving-proposal", """{ "memberId": "ID" }""", it => it.Member),
            new("POST", "portfolios/publication", $$"""{ "moves": [{ "clientId": "ID", "toMemberId": "{{us.StandIn}}" }], "from": "2026-11-23", "reason": "x" }""", it => it.Client),
            new("POST", "portfolios/publication", $$"""{ "moves": [{ "clientId": "{{us.Client}}", "toMemberId": "ID" }], "from": "2026-11-23", "reason": "x" }""", it => it.Member),
        ];
    }

    private static async Task<Things> ThingsOfAsync(Company company)
    {
        var (member, standIn) = (await company.AMemberAsync("Claire Morel", Role.Adv), await company.AMemberAsync("Yanis Benali", Role.Adv));
        var client = (await company.AClientAsync("Hydraulique", member)).Value;
        var archived = new Client("C-ARCHIVED", "Parti", "fr", "EUR");
        archived.Archive();
        await company.StoreAsync(archived);
        var requirement = await MadeAsync(company, $"clients/{client}/requirements", $$"""{ "sentence": "Pas le mercredi", {{Source}}, "severity": "block", "rule": { "kind": "deliveryDays", "closed": ["wednesday"] } }""");
        var order = await company.Api.PostAsJsonAsync("orders", new { clientId = client, requestedOn = "2026-11-25", lines = new[] { new { productCode = "X", quantity = 1 } } });
        var placed = (await order.Content.ReadFromJsonAsync<JsonNode>())!;
        var finding = placed["findings"]!.AsArray().First(it => (string?)it!["kind"] == "deliveryDays")!;
        using var file = new StringContent("Commande;Référence;Quantité\n4500187342;X;1\n", Encoding.UTF8, "text/csv");
        using var document = await company.Api.PostAsync(new Uri("order-documents", UriKind.Relative), file);
        var submitted = await MadeAsync(company, "handoffs", Handoff);
        using var submission = new HttpRequestMessage(HttpMethod.Post, $"handoffs/{submitted}/submission") { Headers = { IfMatch = { System.Net.Http.Headers.EntityTagHeaderValue.Any } } };
        using var handedOver = await company.Api.SendAsync(submission);
        Assert.True(handedOver.IsSuccessStatusCode, await handedOver.Content.ReadAsStringAsync());

        return new(
            company, client, archived.Id.Value, await MadeAsync(company, $"clients/{client}/sites", """{ "name": "Entrepôt" }"""),
            await MadeAsync(company, $"clients/{client}/contacts", """{ "name": "Karim Haddad", "role": "warehouse" }"""), requirement, (Guid)placed["id"]!, (Guid)finding["id"]!,
            (Guid)(await document.Content.ReadFromJsonAsync<JsonNode>())!["id"]!, await MadeAsync(company, "handoffs", "{}"), submitted,
            await MadeAsync(company, "absences", $$"""{ "memberId": "{{member.Value}}", "from": "2026-12-01", "until": "2026-12-02" }"""), member.Value, standIn.Value);
    }

    private const string Handoff =
        """
        { "client": { "code": "C-0200", "name": "Électro Distribution" }, "contract": { "reference": "CC-1", "signedOn": "2026-11-20", "startsOn": "2027-01-04", "endsOn": "2027-12-31", "renewal": "none" },
          "sites": [{ "name": "Rennes", "street": "7 rue du Noyer", "postcode": "35000", "city": "Rennes" }],
          "contacts": [{ "name": "Maud", "role": "buyer", "email": "m@edo.example" }, { "name": "Léo", "role": "accounting", "email": "l@edo.example" }],
          "prices": [{ "productCode": "VH-1", "netPrice": 8.40 }],
          "answers": [{ "question": "deliveryTimes", "answer": "no" }, { "question": "labelling", "answer": "no" }, { "question": "productCodes", "answer": "no" },
                      { "question": "documents", "answer": "no" }, { "question": "partialDelivery", "answer": "no" }, { "question": "invoicing", "answer": "no" }] }
        """;

    private static async Task<Guid> MadeAsync(Company company, string path, string body)
    {
        if (path == "handoffs" && body.Length > 2)
        {
            await MadeAsync(company, "products", """{ "code": "VH-1", "name": "Vis", "unit": "PCE" }""");
        }

        using var answer = await company.Api.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.True(answer.StatusCode is HttpStatusCode.Created, $"{path}: {await answer.Content.ReadAsStringAsync()}");

        return (Guid)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private static async Task<(HttpStatusCode Status, string Said)> AskAsync(Company company, Place place, Guid id)
    {
        var put = (string text) => text.Replace("ID", id.ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new(place.Method), new Uri(put(place.Path), UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content = place.Body is { } body ? new StringContent(put(body), Encoding.UTF8, body is "rien" ? "text/csv" : "application/json") : null;
        using var answer = await company.Api.SendAsync(request);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        said.Remove("traceId");

        return (answer.StatusCode, said.ToJsonString().Replace(id.ToString(), "ID", StringComparison.Ordinal));
    }

    private sealed record Place(string Method, string Path, string? Body, Func<Things, Guid> Of)
    {
        public string Name => $"{Method} {Path} {Body}";
    }

    private sealed record Things(
        Company Company, Guid Client, Guid Archived, Guid Site, Guid Contact, Guid Requirement, Guid Order, Guid Finding, Guid Document, Guid Started, Guid Submitted, Guid Absence, Guid Member, Guid StandIn);
}
