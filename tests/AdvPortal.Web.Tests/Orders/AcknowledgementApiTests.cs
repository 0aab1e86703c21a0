using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;

namespace AdvPortal.Web.Tests.Orders;

public sealed class AcknowledgementApiTests(PortalFixture portal)
{
    [Fact]
    public async Task A_confirmed_order_says_how_far_its_answer_has_come_and_sends_it_again_when_it_failed_to_leave()
    {
        var company = await portal.ACompanyAsync();
        var client = new Client("C-1", "Hydraulique Chartraine", "fr", "EUR");
        client.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example", phone: null, language: null);
        await company.StoreAsync(client);
        var order = await PlaceAsync(company, client.Id);
        Assert.Equal("none", (string?)order["acknowledgement"]!["state"]);

        using var request = new HttpRequestMessage(HttpMethod.Post, $"orders/{order["id"]}/acknowledgement") { Headers = { IfMatch = { EntityTagHeaderValue.Any } } };
        using var again = await company.Api.SendAsync(request);
        Assert.Equal((HttpStatusCode.Conflict, "NotConfirmedYet"), (again.StatusCode, (string?)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["refusal"]));

        var confirmed = await ConfirmAsync(company, order);
        Assert.Equal(("scheduled", "n.rousseau@hydraulique-chartraine.example"), ((string?)confirmed["acknowledgement"]!["state"], (string?)confirmed["acknowledgement"]!["to"]));
    }

    [Fact]
    public async Task Without_an_address_the_answer_is_a_document_to_give_another_way()
    {
        var company = await portal.ACompanyAsync();
        var order = await PlaceAsync(company, await company.AClientAsync("Serrurerie Lacombe"));

        Assert.Equal("byOtherMeans", (string?)(await ConfirmAsync(company, order))["acknowledgement"]!["state"]);

        using var asBrowser = new HttpRequestMessage(HttpMethod.Get, $"orders/{order["id"]}/acknowledgement");
        asBrowser.Headers.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var pdf = await company.Api.SendAsync(asBrowser);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Labels_come_as_a_pdf_on_either_sheet()
    {
        var company = await portal.ACompanyAsync();
        var order = await PlaceAsync(company, await company.AClientAsync("Serrurerie Lacombe"));

        foreach (var sheet in (string[])["A6", "a4"])
        {
            using var answer = await company.Api.GetAsync($"orders/{order["id"]}/labels?sheet={sheet}&parcels=2");
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal("%PDF", Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync())[..4]));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await company.Api.GetAsync($"orders/{order["id"]}/labels?sheet=A5")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await company.Api.GetAsync($"orders/{order["id"]}/labels?parcels=0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await company.Api.GetAsync($"orders/{Guid.CreateVersion7()}/labels")).StatusCode);
    }

    [Fact]
    public async Task Outside_development_there_is_no_mailbox() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.ACompanyAsync()).Api.GetAsync($"mailbox/{Guid.CreateVersion7()}/attachments/0")).StatusCode);

    private static async Task<JsonNode> PlaceAsync(Company company, ClientId client)
    {
        using var placed = await company.Api.PostAsJsonAsync("orders", new { clientId = client.Value, requestedOn = "2026-12-08", lines = new[] { new { productCode = "X-1", quantity = 5, netPrice = 2 } } });
        var order = JsonNode.Parse(await placed.Content.ReadAsStringAsync())!;

        foreach (var finding in order["findings"]!.AsArray().Where(f => (string?)f!["state"] == "open"))
        {
            using var waiver = Request($"orders/{order["id"]}/findings/{finding!["id"]}/waiver", new { reason = "Vu avec le client", agreedBy = "Nathalie Rousseau" });
            using var waived = await company.Api.SendAsync(waiver);
            waived.EnsureSuccessStatusCode();
        }

        return order;
    }

    private static async Task<JsonNode> ConfirmAsync(Company company, JsonNode order)
    {
        using var request = Request($"orders/{order["id"]}/confirmation", new { });
        using var confirmed = await company.Api.SendAsync(request);

        return JsonNode.Parse(await confirmed.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private static HttpRequestMessage Request(string path, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);

        return request;
    }
}
