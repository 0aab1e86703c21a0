using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Tests.Deliveries;

namespace AdvPortal.Web.Tests.Api;

/// <summary>Every address with an id: whose it is, or that it ever was, cannot be told from the answer.</summary>
public sealed class StrangerTests(PortalFixture portal)
{
    private const string Requirement = """{ "sentence": "Pas de livraison le mercredi", "source": { "kind": "email", "who": "Karim", "on": "2025-02-03" }, "severity": "block", "rule": { "kind": "deliveryDays", "closed": ["wednesday"] } }""";

    /// <summary>What is well-formed where nothing is not.</summary>
    private static readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/clients/{id}/sites"] = """{ "name": "Entrepôt" }""",
        ["POST /api/v1/clients/{id}/contacts"] = """{ "name": "Karim Haddad", "role": "buyer" }""",
        ["PUT /api/v1/clients/{id}/prices"] = "[]",
        ["POST /api/v1/order-documents/{id}/completion"] = """{ "cited": { "reference": "BC-1" } }""",
        ["PUT /api/v1/clients/{id}/product-codes"] = "[]",
        ["POST /api/v1/clients/{id}/requirements"] = Requirement,
        ["POST /api/v1/requirements/{id}/revisions"] = Requirement,
        ["POST /api/v1/orders/{id}/findings/{findingId}/waiver"] = """{ "reason": "Convenu", "agreedBy": "Karim" }""",
        ["POST /api/v1/orders/{id}/cancellation"] = """{ "reason": "En double" }""",
        ["POST /api/v1/absences/{id}/handback/marks"] = """{ "state": "seen" }""",
        ["POST /api/v1/absences/{id}/handback/notes"] = """{ "clientId": "01939f5e-0000-7000-8000-000000000000", "kind": "done", "text": "Rappelé" }""",
        ["PUT /api/v1/reply-templates/{id}"] = """{ "name": "Merci", "language": "fr", "body": "Bonjour," }""",
        ["PUT /api/v1/blanket-orders/{id}"] = """{ "validFrom": "2026-01-01", "validUntil": "2026-12-31", "lines": [{ "productCode": "VH-1", "quantity": 10, "netPrice": 1 }] }""",
        ["PUT /api/v1/absences/{id}/cover-plan"] = """{ "lines": [] }""",
    };

    [Fact]
    public async Task Another_companys_id_a_deleted_one_and_one_of_nothing_are_answered_alike()
    {
        var (us, them) = (await portal.ACompanyAsync(), await portal.ACompanyAsync());
        var theirs = await ThingsOfAsync(them);
        var archived = new Client("C-ARCHIVED", "Parti", "fr", "EUR");
        archived.Archive();
        await us.StoreAsync(archived);
        var routes = Route.Of(portal).Where(route => route.Path.Contains("{id}", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(routes);

        foreach (var route in routes)
        {
            var nothing = await AskAsync(us, route, Guid.CreateVersion7());

            Assert.Equal((route.ToString(), HttpStatusCode.NotFound), (route.ToString(), nothing.Status));
            Assert.Equal(nothing, await AskAsync(us, route, TheirsFor(route, theirs)));

            if (KindOf(route) == "clients")
            {
                Assert.Equal(nothing, await AskAsync(us, route, archived.Id.Value));
            }

            // Theirs is there, for them: else nothing was shown.
            if (route is { Method: "GET", IsDescribed: true })
            {
                Assert.NotEqual(HttpStatusCode.NotFound, (await AskAsync(them, route, TheirsFor(route, theirs))).Status);
            }
        }
    }

    private static string KindOf(Route route) => route.Path.Split('/')[3];

    private static Guid TheirsFor(Route route, Dictionary<string, Guid> theirs) =>
        theirs.TryGetValue(KindOf(route), out var id) ? id : throw new InvalidOperationException($"{route}: say in ThingsOfAsync how one is made.");

    private static async Task<Dictionary<string, Guid>> ThingsOfAsync(Company company)
    {
        var client = await MadeAsync(company, "clients", """{ "code": "C-1", "name": "Hydraulique", "language": "fr", "currency": "EUR" }""");
        var member = await company.AMemberAsync("Yanis", Role.Adv);
        using var document = await company.Api.PostAsync(new Uri("order-documents", UriKind.Relative), new ByteArrayContent(Encoding.UTF8.GetBytes("rien")));

        using var table = await company.Api.PostAsync(new Uri($"order-documents?clientId={client}", UriKind.Relative), new ByteArrayContent(Encoding.UTF8.GetBytes("Commande;Code article;Quantité\n45001;VH-1;5\n")));
        var layouts = await company.Api.GetFromJsonAsync<JsonNode>(new Uri("document-layouts", UriKind.Relative));

        return new(StringComparer.Ordinal)
        {
            ["document-layouts"] = (Guid)layouts!["items"]![0]!["id"]!,
            ["clients"] = client,
            ["sites"] = await MadeAsync(company, $"clients/{client}/sites", _bodies["POST /api/v1/clients/{id}/sites"]),
            ["contacts"] = await MadeAsync(company, $"clients/{client}/contacts", """{ "name": "Karim Haddad", "role": "warehouse" }"""),
            ["handoffs"] = await MadeAsync(company, "handoffs", "{}"),
            ["requirements"] = await MadeAsync(company, $"clients/{client}/requirements", Requirement),
            ["orders"] = await MadeAsync(company, "orders", $$"""{ "clientId": "{{client}}", "lines": [{ "productCode": "X", "quantity": 1 }] }"""),
            ["views"] = await MadeAsync(company, "views", """{ "name": "Retards", "query": "view=late" }"""),
            ["products"] = await MadeAsync(company, "products", """{ "code": "VH-1", "name": "Vis", "unit": "PCE" }"""),
            ["absences"] = await MadeAsync(company, "absences", $$"""{ "memberId": "{{member.Value}}", "from": "2026-12-01", "until": "2026-12-02" }"""),
            ["order-documents"] = await IdAsync(document, "order-documents"),
            ["webhooks"] = await MadeAsync(company, "webhooks", """{ "url": "https://erp.example/portal", "events": ["order.received"], "isActive": false }"""),
            ["deliveries"] = (Guid)(await company.ADeliveryAsync(client))["id"]!,
            ["inquiries"] = await MadeAsync(company, "inquiries", $$"""{ "clientId": "{{client}}", "from": "n.rousseau@chartraine.example", "subject": "Délai", "body": "Où en est notre commande ?" }"""),
            ["reply-templates"] = await MadeAsync(company, "reply-templates", """{ "name": "Merci", "language": "fr", "body": "Bonjour {{ contact.name }}," }"""),
            ["complaints"] = await MadeAsync(company, "complaints", $$"""{ "clientId": "{{client}}", "subject": "Retard", "description": "Toujours rien", "nature": "logistics" }"""),
            ["tenders"] = await MadeAsync(company, "tenders", $$"""{ "clientId": "{{client}}", "title": "Vis inox 2027", "submissionDueAt": "2027-12-04T11:00:00Z" }"""),
            ["blanket-orders"] = await ABlanketOrderAsync(company, client),
            ["members"] = member.Value,
            ["mailbox"] = Guid.CreateVersion7(),
        };
    }

    // The product is there once the others are made.
    private static Task<Guid> ABlanketOrderAsync(Company company, Guid client) =>
        MadeAsync(company, "blanket-orders", $$"""{ "clientId": "{{client}}", "validFrom": "2026-01-01", "validUntil": "2026-12-31", "lines": [{ "productCode": "VH-1", "quantity": 10, "netPrice": 1 }] }""");

    private static async Task<Guid> MadeAsync(Company company, string path, string body)
    {
        using var answer = await company.Api.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        return await IdAsync(answer, path);
    }

    private static async Task<Guid> IdAsync(HttpResponseMessage answer, string path)
    {
        Assert.True(answer.StatusCode is HttpStatusCode.Created, $"{path}: {await answer.Content.ReadAsStringAsync()}");

        return (Guid)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private static async Task<(HttpStatusCode Status, string Problem)> AskAsync(Company company, Route route, Guid id)
    {
        using var request = new HttpRequestMessage(new(route.Method), new Uri(route.For(id), UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        if (route.Method != "GET")
        {
            request.Content = new StringContent(_bodies.GetValueOrDefault(route.ToString(), "{}"), Encoding.UTF8, "application/json");
        }

        using var answer = await company.Api.SendAsync(request);

        if (answer.StatusCode is not HttpStatusCode.NotFound)
        {
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!.AsObject();
        problem.Remove("traceId");

        return (answer.StatusCode, problem.ToJsonString());
    }
}
