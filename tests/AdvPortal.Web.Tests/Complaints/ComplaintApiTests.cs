using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;
using AdvPortal.Web.Tests.Deliveries;

namespace AdvPortal.Web.Tests.Complaints;

/// <summary>Complaints as programs see them.</summary>
public sealed class ComplaintApiTests(PortalFixture portal)
{
    [Fact]
    public async Task A_complaint_is_opened_worked_on_settled_and_ended()
    {
        var company = await portal.ACompanyAsync();
        var it = await AComplaintAsync(company);
        var id = (string?)it["id"];

        Assert.Equal(("RC26-", "open", "team", 67.20m), (((string?)it["number"])![..5], (string?)it["status"], (string?)it["step"], (decimal)it["disputedAmount"]!));
        Assert.NotNull((string?)it["dueAt"]);
        Assert.True(it.AsObject().ContainsKey("ownerId"));

        var worked = await company.PostAsync($"complaints/{id}/work", """{ "team": [ { "name": "Claire Morel" } ] }""");
        Assert.Equal("Claire Morel", (string?)worked["team"]![0]!["name"]);
        Assert.Equal("problem", (string?)(await company.PostAsync($"complaints/{id}/steps", "{}"))["step"]);
        var planned = await company.PostAsync($"complaints/{id}/actions", """{ "kind": "immediate", "text": "Bloquer le lot" }""");
        Assert.NotNull((await company.PostAsync($"complaints/{id}/actions/{planned["actions"]![0]!["id"]}/completion", "{}"))["actions"]![0]!["doneAt"]);

        var settled = await company.PostAsync($"complaints/{id}/settlement", $$"""{ "lines": [ { "id": "{{it["lines"]![0]!["id"]}}", "settlement": ["creditNote", "return"] } ] }""");
        Assert.Equal(["return", "creditNote"], settled["lines"]![0]!["settlement"]!.AsArray().Select(each => (string?)each));
        Assert.Equal("approved", (string?)(await company.PostAsync($"complaints/{id}/credits", "{}"))["credits"]![0]!["status"]);

        using var report = await company.Api.GetAsync(new Uri($"complaints/{id}/report?paper=letter", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (report.StatusCode, report.Content.Headers.ContentType!.MediaType));

        var listed = (await company.Api.GetFromJsonAsync<JsonNode>(new Uri("complaints?view=open&nature=logistics", UriKind.Relative)))!;
        Assert.Equal(id, (string?)Assert.Single(listed["items"]!.AsArray())!["id"]);
        var disputes = (await company.Api.GetFromJsonAsync<JsonNode>(new Uri($"clients/{it["clientId"]}/disputes", UriKind.Relative)))!;
        Assert.Equal(67.20m, (decimal)disputes["amounts"]![0]!["amount"]!);
    }

    [Fact]
    public async Task What_cannot_be_is_worded_and_nothing_is_kept()
    {
        var company = await portal.ACompanyAsync();
        var it = await AComplaintAsync(company);
        var line = it["lines"]![0]!;

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "DisputesTooMuch"), await RefusedAsync(company, "complaints", Body(it["clientId"]!, line["orderId"]!, 4201)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CreditAboveLine"), await RefusedAsync(company, $"complaints/{it["id"]}/settlement", $$"""{ "lines": [ { "id": "{{line["id"]}}", "settlement": ["creditNote"], "credit": 67.21 } ] }"""));
        Assert.Equal((HttpStatusCode.Conflict, "StepOutOfTurn"), await RefusedAsync(company, $"complaints/{it["id"]}/steps", """{ "discipline": "closure" }"""));
        Assert.Equal((HttpStatusCode.Conflict, "ComplaintDoesNotAllow"), await RefusedAsync(company, $"complaints/{it["id"]}/closure", "{}"));
        Assert.Equal((HttpStatusCode.BadRequest, null), await RefusedAsync(company, "complaints", """{ "nature": "astral" }"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RefusedAsync(company, "complaints", "{}")).Status);
        using var view = await company.Api.GetAsync(new Uri("complaints?view=nonsense", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, view.StatusCode);

        using var moved = await company.SendAsync(HttpMethod.Post, $"complaints/{it["id"]}/withdrawal", """{ "reason": "Retrouvées" }""", "\"9\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, moved.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string? Refusal)> RefusedAsync(Company company, string path, string body)
    {
        using var answer = await company.SendAsync(HttpMethod.Post, path, body);

        return (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["refusal"]);
    }

    private static async Task<JsonNode> AComplaintAsync(Company company)
    {
        var client = new Client("C-0147", "Garage Beaulieu", "fr", "EUR");
        await company.StoreAsync(client);
        var order = await company.AConfirmedOrderAsync(client.Id.Value);

        return await company.PostAsync("complaints", Body(client.Id.Value.ToString(), order["id"]!, 800));
    }

    private static string Body(JsonNode client, JsonNode order, int quantity) => $$"""
        { "clientId": "{{client}}", "subject": "M10×45 livrées au lieu de M10×40", "description": "Deux cartons marqués M10×40 contiennent des M10×45.", "nature": "logistics", "severity": "high",
          "lines": [ { "orderId": "{{order}}", "lineNo": "10", "quantity": {{quantity}} } ] }
        """;
}
