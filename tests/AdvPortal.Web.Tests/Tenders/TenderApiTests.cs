using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Tests.Deliveries;

namespace AdvPortal.Web.Tests.Tenders;

/// <summary>Tenders as programs see them.</summary>
public sealed class TenderApiTests(PortalFixture portal)
{
    [Fact]
    public async Task A_tender_is_opened_priced_submitted_won_and_its_prices_are_the_contracts()
    {
        var company = await portal.ACompanyAsync();
        var it = await ATenderAsync(company);
        var (id, line) = ((string?)it["id"], it["lines"]![0]!["id"]);
        Assert.Equal(("AO", "open", "2027-12-04T11:00:00+00:00", "EUR"), (((string?)it["number"])![..2], (string?)it["status"], (string?)it["submissionDueAt"], (string?)it["currency"]));
        Assert.True(it.AsObject().ContainsKey("ownerId"));

        var member = await company.AMemberAsync("Paul Garnier", Domain.Members.Role.Logistics);
        var asked = await company.PostAsync($"tenders/{id}/tasks", $$"""{ "kind": "transport", "text": "Transport ?", "assigneeId": "{{member.Value}}", "dueOn": "2027-11-30" }""");
        Assert.Equal("45 €", (string?)(await company.PostAsync($"tenders/{id}/tasks/{asked["tasks"]![0]!["id"]}/answer", """{ "answer": "45 €" }"""))["tasks"]![0]!["answer"]);
        var question = await company.PostAsync($"tenders/{id}/questions", """{ "voice": "client", "text": "Emballage ?" }""");
        Assert.Equal("Cartons", (string?)(await company.PostAsync($"tenders/{id}/questions/{question["questions"]![0]!["id"]}/answer", """{ "answer": "Cartons" }"""))["questions"]![0]!["answer"]);
        var priced = await company.PostAsync($"tenders/{id}/prices", $$"""{ "lines": [ { "id": "{{line}}", "prices": [ { "netPrice": 8.20 }, { "fromQuantity": 5000, "netPrice": 7.9050 } ], "priceBaseQuantity": 100 } ] }""");
        Assert.Equal((0m, 395.25m), ((decimal)priced["lines"]![0]!["prices"]![0]!["fromQuantity"]!, (decimal)priced["amount"]!));
        Assert.Equal("approved", (string?)(await company.PostAsync($"tenders/{id}/approval-request", "{}"))["status"]);
        Assert.Equal(1, (int)(await company.PostAsync($"tenders/{id}/submission", "{}"))["versions"]![0]!["number"]!);

        using var offer = await company.Api.GetAsync(new Uri($"tenders/{id}/offer?version=1", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (offer.StatusCode, offer.Content.Headers.ContentType!.MediaType));
        var compared = (await company.Api.GetFromJsonAsync<JsonNode>(new Uri($"tenders/{id}/comparison", UriKind.Relative)))!;
        Assert.Equal(("10", false), ((string?)compared["lines"]![0]!["lineNo"], (bool)compared["lines"]![0]!["isChanged"]!));

        var won = await company.PostAsync($"tenders/{id}/award", $$"""{ "lines": [ { "id": "{{line}}" } ], "validFrom": "2027-12-06", "reason": "price", "competitor": "Boulonnerie du Nord" }""");
        Assert.Equal(("won", "price"), ((string?)won["status"], (string?)won["end"]!["reason"]));
        var prices = (await company.Api.GetFromJsonAsync<JsonNode>(new Uri($"clients/{it["clientId"]}/prices", UriKind.Relative)))!;
        Assert.Equal([8.20m, 7.905m], prices.AsArray().Select(price => (decimal)price!["netPrice"]!).OrderDescending());
        var listed = (await company.Api.GetFromJsonAsync<JsonNode>(new Uri($"tenders?view=closed&clientId={it["clientId"]}", UriKind.Relative)))!;
        Assert.Equal(id, (string?)Assert.Single(listed["items"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task What_cannot_be_is_worded_and_nothing_is_kept()
    {
        var company = await portal.ACompanyAsync();
        var it = await ATenderAsync(company);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "DeadlineIsPast"), await RefusedAsync(company, "tenders", Body(it["clientId"]!, "2020-12-04T11:00:00Z")));
        Assert.Equal((HttpStatusCode.Conflict, "LineNotPriced"), await RefusedAsync(company, $"tenders/{it["id"]}/approval-request", "{}"));
        Assert.Equal((HttpStatusCode.Conflict, "TenderDoesNotAllow"), await RefusedAsync(company, $"tenders/{it["id"]}/submission", "{}"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ReasonDoesNotFit"), await RefusedAsync(company, $"tenders/{it["id"]}/cancellation", """{ "reason": "price" }"""));
        Assert.Equal((HttpStatusCode.NotFound, "NoSuchTenderTask"), await RefusedAsync(company, $"tenders/{it["id"]}/tasks/{Guid.CreateVersion7()}/removal", "{}"));
        Assert.Equal((HttpStatusCode.BadRequest, null), await RefusedAsync(company, $"tenders/{it["id"]}/loss", """{ "reason": "astral" }"""));
        using var view = await company.Api.GetAsync(new Uri("tenders?view=nonsense", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, view.StatusCode);

        using var moved = await company.SendAsync(HttpMethod.Post, $"tenders/{it["id"]}/declination", """{ "reason": "capacity" }""", "\"9\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, moved.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string? Refusal)> RefusedAsync(Company company, string path, string body)
    {
        using var answer = await company.SendAsync(HttpMethod.Post, path, body);

        return (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["refusal"]);
    }

    private static async Task<JsonNode> ATenderAsync(Company company)
    {
        var client = new Client("C-0147", "Garage Beaulieu", "fr", "EUR");
        await company.StoreAsync(client);
        await company.StoreAsync(new Product("VH-M8-30-A2", "Vis H M8×30 A2", "PCE"));

        return await company.PostAsync("tenders", Body(client.Id.Value.ToString(), "2027-12-04T11:00:00Z"));
    }

    private static string Body(JsonNode client, string due) => $$"""
        { "clientId": "{{client}}", "title": "Vis inox 2027", "customerReference": "RFQ-2026-114", "submissionDueAt": "{{due}}",
          "lines": [ { "productCode": "VH-M8-30-A2", "quantities": [1000, 5000], "targetPrice": 8.00, "priceBaseQuantity": 100 } ] }
        """;
}
