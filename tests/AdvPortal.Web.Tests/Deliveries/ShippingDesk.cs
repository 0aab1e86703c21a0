using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Deliveries;

/// <summary>Orders and deliveries as a program makes them.</summary>
internal static class ShippingDesk
{
    /// <summary>Of 5 000 and 300 pieces, promised for Tuesday 24 November 2026.</summary>
    public static async Task<JsonNode> AConfirmedOrderAsync(this Company company, Guid client, string reference = "4500187342")
    {
        var order = await company.PostAsync("orders", $$"""
            { "clientId": "{{client}}", "customerReference": "{{reference}}", "requestedOn": "2026-11-24",
              "lines": [{ "lineNo": "10", "productCode": "VH-M8-30-ZN", "quantity": 5000, "netPrice": 8.40, "priceBaseQuantity": 100 }, { "lineNo": "20", "productCode": "RP-M8-ZN", "quantity": 300, "netPrice": 1 }] }
            """);

        foreach (var finding in order["findings"]!.AsArray().Where(f => (string?)f!["state"] == "open"))
        {
            await company.PostAsync($"orders/{order["id"]}/findings/{finding!["id"]}/waiver", """{ "reason": "Convenu", "agreedBy": "Karim" }""");
        }

        return await company.PostAsync($"orders/{order["id"]}/confirmation", "{}");
    }

    public static async Task<JsonNode> ADeliveryAsync(this Company company, Guid client)
    {
        var order = await company.AConfirmedOrderAsync(client);

        return await company.PostAsync("deliveries", $$"""{ "orders": ["{{order["id"]}}"], "arriveOn": "2026-11-24" }""");
    }

    /// <summary>What is answered, which must be a success.</summary>
    public static async Task<JsonNode> PostAsync(this Company company, string path, string body)
    {
        using var answer = await company.SendAsync(HttpMethod.Post, path, body);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {said}");

        return JsonNode.Parse(said)!;
    }

    public static async Task<HttpResponseMessage> SendAsync(this Company company, HttpMethod method, string path, string body, string version = "*")
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", version);

        return await company.Api.SendAsync(request);
    }

    /// <summary>From now on its parcels are numbered.</summary>
    public static async Task NumberAsync(this Company company, string prefix)
    {
        await using var scope = company.SignIn(await company.AMemberAsync("Sophie", Role.Admin), Role.Admin);
        var settings = (await scope.ServiceProvider.GetRequiredService<ReadTenantSettings>().ExecuteAsync()).Value!;
        settings.Form.CompanyPrefix = prefix;
        Assert.True((await scope.ServiceProvider.GetRequiredService<ChangeTenantSettings>().ExecuteAsync(settings.Form, settings.Version)).IsOk);
    }

    public static async Task<JsonNode> GetAsync(this Company company, string path) => (await company.Api.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
}
