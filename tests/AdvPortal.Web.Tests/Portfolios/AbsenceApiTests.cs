using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Portfolios;

public sealed class AbsenceApiTests(PortalFixture portal) : IAsyncLifetime
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
    public async Task An_absence_is_declared_planned_and_published_as_the_contract_says()
    {
        var declared = await _company.Api.PostAsJsonAsync("absences", new { memberId = _claire.Value, from = "2026-11-25", until = "2026-11-27", untilHalf = "morning" });
        var absence = await JsonAsync(declared);

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (declared.StatusCode, declared.Headers.ETag!.Tag));
        Assert.Equal($"/{_company.Slug}/api/v1/absences/{absence["id"]}", declared.Headers.Location!.OriginalString);
        Assert.Equal(("morning", "proposed"), ((string?)absence["untilHalf"], (string?)absence["coverPlan"]!["status"]));
        Assert.Equal(["absenceId", "memberId", "from", "until", "status", "lines", "loads", "uncovered", "gaps", "warnings", "weights"], absence["coverPlan"]!.AsObject().Select(p => p.Key));
        var line = absence["coverPlan"]!["lines"]![0]!;
        Assert.Equal((_yanis.Value.ToString(), "2026-11-25", 0, 0), ((string?)line["coverMemberId"], (string?)line["from"], (int)line["openOrders"]!, (int)line["dueDuring"]!));
        Assert.Equal(["familiarity", "load", "language", "words"], line["because"]!.AsObject().Select(p => p.Key));

        var plan = $"absences/{absence["id"]}/cover-plan";
        var put = await SendAsync(HttpMethod.Put, plan, "\"1\"", new { lines = new[] { new { clientId = _lacombe.Value, coverMemberId = _yanis.Value, from = "2026-11-25", until = "2026-11-26" } } });
        Assert.Equal((HttpStatusCode.OK, "\"2\"", 1), (put.StatusCode, put.Headers.ETag!.Tag, (await JsonAsync(put))["uncovered"]!.AsArray().Count));

        var published = await SendAsync(HttpMethod.Post, $"{plan}/publication", "\"2\"");
        Assert.Equal((HttpStatusCode.OK, "published"), (published.StatusCode, (string?)(await JsonAsync(published))["status"]));

        var responsible = await JsonAsync(await _company.Api.GetAsync($"clients/{_lacombe.Value}/responsible?on=2026-11-26"));
        Assert.Equal((_claire.Value.ToString(), _yanis.Value.ToString()), ((string?)responsible["ownerId"], (string?)responsible["actingOwnerId"]));
        Assert.Equal("Yanis Benali remplace Claire Morel pendant son absence, jusqu’au jeu. 26 nov. 2026 inclus.", (string?)responsible["because"]);
        Assert.Null((await JsonAsync(await _company.Api.GetAsync($"clients/{_lacombe.Value}/responsible?on=2026-11-28")))["actingOwnerId"]);
    }

    [Fact]
    public async Task Acting_on_a_plan_needs_the_version_that_was_seen()
    {
        var absence = await DeclareAsync();
        var plan = $"absences/{absence["id"]}/cover-plan";

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await SendAsync(HttpMethod.Post, $"{plan}/publication", null)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(HttpMethod.Post, $"{plan}/publication", "\"7\"")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"{plan}/publication", "*")).StatusCode);

        var again = await SendAsync(HttpMethod.Post, $"{plan}/publication", "*");
        Assert.Equal((HttpStatusCode.Conflict, "PlanIsPublished"), (again.StatusCode, (string?)(await JsonAsync(again))["refusal"]));
    }

    [Fact]
    public async Task Another_company_s_ids_answer_like_ids_that_never_were()
    {
        var absence = await DeclareAsync();
        var stranger = await portal.ACompanyAsync();

        foreach (var id in new[] { (string)absence["id"]!, Guid.CreateVersion7().ToString() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Api.GetAsync($"absences/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Api.GetAsync($"absences/{id}/cover-plan")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Api.GetAsync($"clients/{_lacombe.Value}/responsible")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Api.PostAsJsonAsync("absences", new { memberId = _claire.Value, from = "2026-12-07", until = "2026-12-07" })).StatusCode);
    }

    [Fact]
    public async Task Clients_change_hands_and_the_portfolios_say_so()
    {
        var moved = await _company.Api.PostAsJsonAsync("portfolio-transfers", new { clientIds = new[] { _lacombe.Value }, toMemberId = _yanis.Value, from = "2026-11-23", reason = "départ" });
        var portfolios = (await JsonAsync(await _company.Api.GetAsync("portfolios")))["items"]!.AsArray();

        Assert.Equal(HttpStatusCode.Created, moved.StatusCode);
        Assert.Equal(_lacombe.Value.ToString(), (string?)portfolios.Single(p => (string?)p!["memberId"] == _yanis.Value.ToString())!["clients"]![0]!["clientId"]);

        var reader = await _company.ApiAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("portfolios")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync("portfolio-transfers", new { clientIds = new[] { _lacombe.Value }, toMemberId = _claire.Value, from = "2026-11-23" })).StatusCode);
    }

    [Fact]
    public async Task An_empty_declaration_is_told_field_by_field()
    {
        var refused = await _company.Api.PostAsJsonAsync("absences", new { });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Choisissez une personne.", (string?)(await JsonAsync(refused))["errors"]!["memberId"]![0]);
    }

    private async Task<JsonNode> DeclareAsync() =>
        await JsonAsync(await _company.Api.PostAsJsonAsync("absences", new { memberId = _claire.Value, from = "2026-11-25", until = "2026-11-27" }));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? ifMatch, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
