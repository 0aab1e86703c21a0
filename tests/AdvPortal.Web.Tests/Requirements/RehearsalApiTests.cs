using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Requirements;

public sealed class RehearsalApiTests(PortalFixture portal)
{
    [Fact]
    public async Task A_draft_is_tried_on_past_orders_without_being_kept()
    {
        var company = await portal.ACompanyAsync();
        var client = await company.AClientAsync("Hydraulique Chartraine");
        await company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
        await company.Api.PostAsJsonAsync("orders", new { clientId = client.Value, customerReference = "4500187342", lines = new[] { new { productCode = "VH-M8-30-ZN", quantity = 5, netPrice = 1 } } });

        var answer = await company.Api.PostAsJsonAsync("requirement-rehearsals", new { clientId = client.Value, severity = "autoFix", rule = new { kind = "productCode", prefix = "0A-" } });
        var rehearsal = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((1, 1, 0), ((int)rehearsal["examined"]!, (int)rehearsal["changed"]!, (int)rehearsal["conflicts"]!));
        Assert.Equal(1, (int)rehearsal["orders"]![0]!["codesChanged"]!);
        Assert.Empty((await company.Api.GetFromJsonAsync<JsonNode>($"clients/{client.Value}/requirements"))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Open_orders_the_last_twelve_months_and_contradictions_are_told_apart()
    {
        var company = await portal.ACompanyAsync();
        var client = await company.AClientAsync("Hydraulique Chartraine");
        await company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
        await company.Api.PostAsJsonAsync("orders", new { clientId = client.Value, customerReference = "4500187342", lines = new[] { new { productCode = "VH-M8-30-ZN", quantity = 5, netPrice = 1 } } });
        var there = await (await company.Api.PostAsJsonAsync($"clients/{client.Value}/requirements", new { sentence = "0A- devant nos codes", source = new { kind = "email", who = "Karim Haddad" }, severity = "autoFix", rule = new { kind = "productCode", prefix = "0A-" } })).Content.ReadFromJsonAsync<JsonNode>();

        var rehearsal = (await (await company.Api.PostAsJsonAsync("requirement-rehearsals", new { clientId = client.Value, severity = "autoFix", rule = new { kind = "productCode", prefix = "0B-" } })).Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.All([rehearsal, rehearsal["open"]!, rehearsal["lastTwelveMonths"]!], part => Assert.Equal((1, 1, 0, 0, 1), ((int)part["examined"]!, (int)part["changed"]!, (int)part["unchanged"]!, (int)part["conflicts"]!, part["orders"]!.AsArray().Count)));
        var against = Assert.Single(rehearsal["contradictions"]!.AsArray())!;
        Assert.Equal(((string)there!["id"]!, (string)there["number"]!, "Deux codes pour un même produit sur un même document\u00a0: celle-ci l’emporterait."), ((string)against["requirementId"]!, (string)against["requirementNumber"]!, (string)against["explanation"]!));
        Assert.Equal(1, (int)rehearsal["others"]!);
        Assert.Equal((0, 0, 0), (await company.Api.GetFromJsonAsync<JsonNode>($"requirements/{there["id"]}"))!["usage"] is { } usage ? ((int)usage["orders"]!, (int)usage["obeyed"]!, (int)usage["waived"]!) : default);
    }

    [Fact]
    public async Task What_cannot_be_tried_is_said_by_field()
    {
        var company = await portal.ACompanyAsync();
        var answer = await company.Api.PostAsJsonAsync("requirement-rehearsals", new { rule = (object?)null });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["clientId", "rule"], (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsObject().Select(field => field.Key).Order());
    }
}
