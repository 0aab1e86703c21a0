using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AdvPortal.Web.Tests.Clients;

public sealed class ContactApiTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private JsonNode _contact = null!;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        var client = await _company.AClientAsync("Hydraulique Chartraine");
        _contact = await JsonAsync(await _company.Api.PostAsJsonAsync($"clients/{client.Value}/contacts", new { name = "Karim Haddad", role = "Warehouse", phone = "06 39 98 12 07" }));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_patch_changes_what_it_names_and_leaves_the_rest()
    {
        var answer = await PatchAsync(_company, "\"1\"", new { email = "karim.haddad@hydraulique.example", phone = "" });
        var patched = await JsonAsync(answer);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.StatusCode, answer.Headers.ETag!.Tag));
        Assert.Equal(("Karim Haddad", "karim.haddad@hydraulique.example", null), ((string?)patched["name"], (string?)patched["email"], (string?)patched["phone"]));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PatchAsync(_company, "\"1\"", new { name = "Julien Petit" })).StatusCode);
    }

    [Fact]
    public async Task A_site_of_nobody_and_an_address_that_is_none_are_not_taken()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await PatchAsync(_company, "*", new { siteId = Guid.CreateVersion7() })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PatchAsync(_company, "*", new { email = "nobody" })).StatusCode);
    }

    [Fact]
    public async Task A_contact_of_another_company_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await PatchAsync(await portal.ACompanyAsync(), "*", new { name = "Mallory" })).StatusCode);

    private async Task<HttpResponseMessage> PatchAsync(Company company, string ifMatch, object patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"contacts/{_contact["id"]}") { Content = JsonContent.Create(patch) };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);

        return await company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
