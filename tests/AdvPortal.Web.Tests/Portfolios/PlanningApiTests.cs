using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Portfolios;

public sealed class PlanningApiTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private MemberId _claire;
    private MemberId _yanis;
    private ClientId _lacombe;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        (_claire, _yanis) = (await _company.AMemberAsync("Claire Morel", Role.Adv), await _company.AMemberAsync("Yanis Benali", Role.Adv));
        _lacombe = await _company.AClientAsync("Serrurerie Lacombe", _claire);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_working_week_is_read_and_replaced_with_the_tag_that_was_seen()
    {
        var path = $"members/{_yanis.Value}/working-week";
        var read = await _company.Api.GetAsync(path);
        var tag = read.Headers.ETag!.Tag;
        Assert.Equal(["memberId", "partTime", "school", "capacity", "weeklyCapacity", "languages", "team"], (await JsonAsync(read)).AsObject().Select(it => it.Key));

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await PutAsync(path, null, new { })).StatusCode);
        var put = await PutAsync(path, tag, new { partTime = new[] { new { day = "wednesday", half = "morning" }, new { day = "wednesday", half = "afternoon" } }, capacity = 30, languages = new[] { "fr", "en" } });
        var week = await JsonAsync(put);

        Assert.Equal((HttpStatusCode.OK, 24m, 2), (put.StatusCode, (decimal)week["weeklyCapacity"]!, week["languages"]!.AsArray().Count));
        Assert.NotEqual(tag, put.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(path, tag, new { })).StatusCode);
    }

    [Fact]
    public async Task What_a_plan_weighs_is_read_and_replaced()
    {
        var absence = await JsonAsync(await _company.Api.PostAsJsonAsync("absences", new { memberId = _claire.Value, from = "2026-11-25", until = "2026-11-27" }));
        var path = $"absences/{absence["id"]}/cover-plan/weights";
        var read = await _company.Api.GetAsync(path);

        Assert.Equal(["familiarity", "requirements", "load"], (await JsonAsync(read)).AsObject().Select(it => it.Key));
        var put = await PutAsync(path, read.Headers.ETag!.Tag, new { familiarity = 10, requirements = 20, load = 70 });
        Assert.Equal((HttpStatusCode.OK, 70), (put.StatusCode, (int)(await JsonAsync(put))["load"]!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(path, "*", new { familiarity = 101 })).StatusCode);
    }

    [Fact]
    public async Task What_is_only_in_one_head_is_listed_with_the_reasons_in_the_caller_s_words()
    {
        var map = await JsonAsync(await _company.Api.GetAsync("portfolios/knowledge"));
        var client = map["items"]![0]!;

        Assert.Equal((_lacombe.Value.ToString(), "high", 1), ((string?)client["clientId"], (string?)client["risk"]!["level"], client["knowing"]!.AsArray().Count));
        Assert.Equal(("oneKnows", "Une seule personne le connaît"), ((string?)client["risk"]!["reasons"]![0]!["gap"], (string?)client["risk"]!["reasons"]![0]!["said"]));
        Assert.Equal((string?)client["clientId"], (string?)(await JsonAsync(await _company.Api.GetAsync($"clients/{_lacombe.Value}/knowledge")))["clientId"]);
    }

    [Fact]
    public async Task Portfolios_are_shared_anew_all_at_once_or_not_at_all()
    {
        var leaving = await JsonAsync(await _company.Api.PostAsJsonAsync("portfolios/leaving-proposal", new { memberId = _claire.Value }));
        Assert.Equal(_yanis.Value.ToString(), (string?)leaving["lines"]![0]!["toMemberId"]);

        object form = new { moves = new[] { new { clientId = _lacombe.Value, fromMemberId = _claire.Value, toMemberId = _yanis.Value } }, from = "2026-11-25", reason = "Départ" };
        Assert.Equal(HttpStatusCode.OK, (await _company.Api.PostAsJsonAsync("portfolios/publication", form)).StatusCode);

        var again = await _company.Api.PostAsJsonAsync("portfolios/publication", form);
        Assert.Equal((HttpStatusCode.Conflict, "OwnersChanged"), (again.StatusCode, (string?)(await JsonAsync(again))["refusal"]));

        var owners = (await JsonAsync(await _company.Api.GetAsync("portfolios/owner-proposal?language=fr")))["items"]!.AsArray();
        Assert.Equal(["Claire Morel", "Yanis Benali"], owners.Select(it => (string?)it!["memberName"]).Order(StringComparer.Ordinal));
    }

    private async Task<HttpResponseMessage> PutAsync(string path, string? ifMatch, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
