using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace AdvPortal.Web.Tests.Inquiries;

/// <summary>Questions over the API: the shapes that clients' programs count on, answered once.</summary>
public sealed class InquiryApiTests(PortalFixture portal)
{
    [Fact]
    public async Task A_question_is_opened_read_answered_and_closed()
    {
        var company = await portal.ACompanyAsync();
        var client = (Guid)(await PostedAsync(company, "clients", """{ "code": "C-1", "name": "Hydraulique", "language": "fr", "currency": "EUR" }"""))["id"]!;
        var order = await PostedAsync(company, "orders", $$"""{ "clientId": "{{client}}", "customerReference": "4500187342", "lines": [{ "buyerCode": "0A-VH", "quantity": 5 }] }""");
        var opened = await PostedAsync(company, "inquiries", $$"""{ "clientId": "{{client}}", "from": "n.rousseau@chartraine.example", "subject": "Délai", "body": "Où en est notre commande 4500187342 ?" }""");

        Assert.Equal(("open", client), ((string)opened["status"]!, (Guid)opened["clientId"]!));
        Assert.NotNull(opened["dueAt"]);
        Assert.True(opened.ContainsKey("ownerId") && opened.ContainsKey("actingOwnerId"));
        Assert.Equal(((Guid)order["id"]!, (string)order["number"]!), ((Guid)opened["orders"]![0]!["orderId"]!, (string)opened["orders"]![0]!["number"]!));

        var (id, seen) = ((Guid)opened["id"]!, (Guid)opened["lastMessageId"]!);
        var state = (await company.Api.GetFromJsonAsync<JsonObject>(new Uri($"inquiries/{id}/order-state", UriKind.Relative)))!;
        Assert.Contains("0A-VH", (string)state["text"]!, StringComparison.Ordinal);

        var body = $$"""{ "key": "{{Guid.CreateVersion7()}}", "seenMessageId": "{{seen}}", "text": "Vendredi." }""";
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await SendAsync(company, $"inquiries/{id}/replies", body, null)).Status);
        var answered = await SendAsync(company, $"inquiries/{id}/replies", body, "\"1\"");
        var again = await SendAsync(company, $"inquiries/{id}/replies", body, "\"1\"");

        Assert.Equal((HttpStatusCode.OK, "answered", null), (answered.Status, (string)answered.Body["status"]!, (string?)answered.Body["dueAt"]));
        Assert.Equal((HttpStatusCode.OK, 2), (again.Status, (int)again.Body["messageCount"]!));
        Assert.Equal((HttpStatusCode.Conflict, "NewerMessageArrived"), await RefusedAsync(company, $"inquiries/{id}/replies", $$"""{ "seenMessageId": "{{seen}}", "text": "Lundi." }"""));
        Assert.Equal("closed", (string)(await SendAsync(company, $"inquiries/{id}/close", "{}", "*")).Body["status"]!);
        Assert.Equal((HttpStatusCode.Conflict, "InquiryDoesNotAllow"), await RefusedAsync(company, $"inquiries/{id}/close", "{}"));
        Assert.Equal(2, (await company.Api.GetFromJsonAsync<JsonObject>(new Uri($"inquiries/{id}/messages", UriKind.Relative)))!["items"]!.AsArray().Count);
        Assert.Single((await company.Api.GetFromJsonAsync<JsonObject>(new Uri($"inquiries?status=closed&orderId={order["id"]}", UriKind.Relative)))!["items"]!.AsArray());
    }

    [Fact]
    public async Task What_came_of_a_question_is_read_with_it()
    {
        var company = await portal.ACompanyAsync();
        var client = (Guid)(await PostedAsync(company, "clients", """{ "code": "C-1", "name": "Hydraulique", "language": "fr", "currency": "EUR" }"""))["id"]!;
        var id = (Guid)(await PostedAsync(company, "inquiries", $$"""{ "clientId": "{{client}}", "from": "n.rousseau@chartraine.example", "subject": "Cartons", "body": "Étiquette rouge, s’il vous plaît." }"""))["id"]!;
        var complaint = await PostedAsync(company, "complaints", $$"""{ "clientId": "{{client}}", "inquiryId": "{{id}}", "subject": "Cartons", "description": "Sans étiquette", "nature": "logistics" }""");
        var requirement = await PostedAsync(company, $"clients/{client}/requirements", """{ "sentence": "Étiquette rouge", "source": { "kind": "email", "who": "N. Rousseau" }, "severity": "warn", "rule": { "kind": "instruction", "text": "Étiquette rouge" } }""");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(company, $"inquiries/{id}/requirement", $$"""{ "requirementId": "{{requirement["id"]}}" }""", "*")).Status);
        var came = (await company.Api.GetFromJsonAsync<JsonObject>(new Uri($"inquiries/{id}/follow-ups", UriKind.Relative)))!;

        Assert.Equal((id, "Cartons"), ((Guid)complaint["inquiryId"]!, (string)complaint["inquirySubject"]!));
        Assert.Equal(((string)complaint["number"]!, (string)requirement["number"]!), ((string)came["complaints"]![0]!["number"]!, (string)came["requirements"]![0]!["number"]!));
        Assert.Equal((Guid)complaint["id"]!, (Guid)(await company.Api.GetFromJsonAsync<JsonObject>(new Uri($"complaints?inquiryId={id}", UriKind.Relative)))!["items"]![0]!["id"]!);
    }

    [Fact]
    public async Task A_template_is_written_changed_and_taken_away()
    {
        var company = await portal.ACompanyAsync();
        var made = await PostedAsync(company, "reply-templates", """{ "name": "Merci", "language": "fr", "body": "Bonjour {{ contact.name }}," }""");
        var path = $"reply-templates/{made["id"]}";
        var changed = await SendAsync(company, path, """{ "name": "Merci à vous", "language": "fr", "body": "Bonjour," }""", $"\"{made["version"]}\"", HttpMethod.Put);
        Assert.Equal((HttpStatusCode.OK, "Merci à vous"), (changed.Status, (string)changed.Body["name"]!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(company, path, """{ "name": "Merci", "language": "fr", "body": "Bonjour {{ contact." }""", "*", HttpMethod.Put)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(company, path, "{}", $"\"{made["version"]}\"", HttpMethod.Delete)).Status);
        var gone = await SendAsync(company, path, "{}", "*", HttpMethod.Delete);
        Assert.Equal((HttpStatusCode.OK, "Merci à vous"), (gone.Status, (string)gone.Body["name"]!));
        Assert.DoesNotContain("Merci", (await company.Api.GetFromJsonAsync<JsonObject>(new Uri("reply-templates", UriKind.Relative)))!["items"]!.AsArray().Select(t => ((string)t!["name"]!)[..5]));
    }

    private static async Task<JsonObject> PostedAsync(Company company, string path, string body)
    {
        var (status, made) = await SendAsync(company, path, body, null);
        Assert.True(status is HttpStatusCode.Created, made.ToJsonString());

        return made;
    }

    private static async Task<(HttpStatusCode, string?)> RefusedAsync(Company company, string path, string body)
    {
        var (status, problem) = await SendAsync(company, path, body, "*");

        return (status, (string?)problem["refusal"]);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Body)> SendAsync(Company company, string path, string body, string? version, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        using var answer = await company.Api.SendAsync(request);

        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
