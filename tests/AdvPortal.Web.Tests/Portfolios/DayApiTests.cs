using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Portfolios;

public sealed class DayApiTests(PortalFixture portal)
{
    [Fact]
    public async Task The_queue_says_what_waits_until_when_and_for_whom()
    {
        var company = await portal.ACompanyAsync();
        var client = await company.AClientAsync("Serrurerie Lacombe", await company.AMemberAsync("Claire Morel", Role.Adv));
        await company.Api.PostAsJsonAsync("orders", new { clientId = client.Value, requestedOn = "2026-12-08", lines = new[] { new { productCode = "X-1", quantity = 5, netPrice = 2 } } });

        var day = JsonNode.Parse(await company.Api.GetStringAsync("me/day"))!;
        var item = Assert.Single(day["items"]!.AsArray())!;

        Assert.Equal("2026-11-23", (string?)day["today"]);
        Assert.Equal(("orderToReview", "Serrurerie Lacombe", "2026-11-24T07:12:00+00:00"), ((string?)item["kind"], (string?)item["clientName"], (string?)item["dueAt"]));
        Assert.Equal(1, (int)day["portfolios"]![0]!["actions"]!);
    }
}
