using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Members;

public sealed class MemberApiTests(PortalFixture portal)
{
    [Fact]
    public async Task Members_come_by_name_a_page_at_a_time_and_none_of_another_company()
    {
        var (ours, theirs) = (await portal.ACompanyAsync(), await portal.ACompanyAsync());
        await theirs.AMemberAsync("Bruno Stranger", Role.Admin);
        await ours.AMemberAsync("Claire Morel", Role.Adv);
        await ours.AMemberAsync("Ada Admin", Role.Admin, Role.Manager);

        var first = JsonNode.Parse(await ours.Api.GetStringAsync("members?limit=1"))!;
        var second = JsonNode.Parse(await ours.Api.GetStringAsync($"members?limit=1&cursor={first["next"]}"))!;

        Assert.Equal(("Ada Admin", "manager,admin"), ((string?)first["items"]![0]!["name"], string.Join(',', first["items"]![0]!["roles"]!.AsArray())));
        Assert.Equal("Claire Morel", (string?)Assert.Single(second["items"]!.AsArray())!["name"]);
        Assert.EndsWith("@example.test", (string?)second["items"]![0]!["email"]);
        Assert.Null((string?)second["next"]);
    }

    [Fact]
    public async Task Only_who_may_erase_can_export_and_erase_and_nobody_reaches_a_stranger()
    {
        var (ours, theirs) = (await portal.ACompanyAsync(), await portal.ACompanyAsync());
        var client = await ours.AClientAsync("Hydraulique Chartraine");
        var made = await (await ours.Api.PostAsJsonAsync($"clients/{client.Value}/contacts", new { name = "Karim Haddad", role = "warehouse", email = "k.haddad@example.test" })).Content.ReadFromJsonAsync<JsonNode>();
        var (data, erasure) = ($"contacts/{made!["id"]}/personal-data", $"contacts/{made["id"]}/erasure");
        using var adv = await ours.ApiAsync(Role.Adv);

        Assert.Equal(HttpStatusCode.NotFound, (await theirs.Api.GetAsync(data)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await adv.GetAsync(data)).StatusCode);
        var exported = await ours.Api.GetAsync(data);
        Assert.Equal("attachment", exported.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("k.haddad@example.test", await exported.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await ours.Api.PostAsync(erasure, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EraseAsync(theirs.Api)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await EraseAsync(adv)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await EraseAsync(ours.Api)).StatusCode);
        Assert.DoesNotContain("Haddad", await ours.Api.GetStringAsync(data), StringComparison.OrdinalIgnoreCase);

        async Task<HttpResponseMessage> EraseAsync(HttpClient api)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, erasure);
            request.Headers.TryAddWithoutValidation("If-Match", "*");

            return await api.SendAsync(request);
        }
    }
}
