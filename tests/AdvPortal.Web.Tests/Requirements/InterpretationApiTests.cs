using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Tests;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>What a client wrote, as a program has it read.</summary>
public sealed class InterpretationApiTests(PortalFixture portal)
{
    private static readonly string[] _sites = ["Entrepôt de Chartres", "Atelier de Lucé"];

    [Fact]
    public async Task A_sentence_is_answered_by_a_rule_the_words_behind_it_and_what_was_not_understood()
    {
        var company = await portal.ACompanyAsync();

        using var answer = await company.Api.PostAsJsonAsync("requirement-interpretations", new
        {
            text = "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres, sauf exception",
            context = new { client = "Hydraulique Chartraine", sites = _sites, receivedOn = "2026-11-23" },
        });
        var read = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        var proposal = read["proposals"]!.AsArray().Single()!;

        Assert.Equal((HttpStatusCode.OK, "grammar"), (answer.StatusCode, (string?)proposal["origin"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "siteName": "Entrepôt de Chartres", "siteId": null, "severity": null, "validFrom": null, "validUntil": null, "rule": { "kind": "deliveryDays", "closed": ["wednesday", "thursday"] } }"""), proposal["requirement"]), proposal.ToJsonString());
        Assert.Contains(proposal["because"]!.AsArray(), why => ((string)why!).Contains("mercredis et jeudis", StringComparison.Ordinal) && ((string)why!).EndsWith("jours fermés", StringComparison.Ordinal));
        Assert.Contains("sauf exception", read.ToJsonString(), StringComparison.Ordinal);
        Assert.InRange((double)proposal["confidence"]!, 0.2, 0.95);
    }

    [Fact]
    public async Task Nothing_to_read_is_refused_in_words()
    {
        var company = await portal.ACompanyAsync();

        using var answer = await company.Api.PostAsJsonAsync("requirement-interpretations", new { text = " " });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Indiquez ce que dit le client, dans ses mots.", (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!["text"]![0]);
    }

    [Fact]
    public async Task What_a_language_model_proposes_says_so_and_stays_unresolved()
    {
        var company = await portal.ACompanyAsync();
        await using var asking = portal.With(services => services.AddSingleton<IChatClient>(new FakeModel("""
            { "requirements": [ { "rule": { "kind": "deliveryDays", "closed": ["tuesday"] }, "because": [ { "fields": ["closed"], "words": "un mardi sur deux" } ] } ] }
            """)));
        using var api = asking.CreateClient();
        (api.BaseAddress, api.DefaultRequestHeaders.Authorization) = (company.Api.BaseAddress, company.Api.DefaultRequestHeaders.Authorization);
        api.DefaultRequestHeaders.AcceptLanguage.Add(new("fr"));

        var read = await ReadAsync(new { text = "Pas de livraison un mardi sur deux." });
        Assert.Equal("model", (string?)read["proposals"]!.AsArray()[^1]!["origin"]);
        Assert.Contains("un mardi sur deux", read["unresolved"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(read["note"]);

        var alone = await ReadAsync(new { text = "Pas de livraison un mardi sur deux.", grammarOnly = true });
        Assert.DoesNotContain("\"model\"", alone.ToJsonString(), StringComparison.Ordinal);

        var nothing = await ReadAsync(new { text = "Un jeudi sur deux, pas de livraison." });
        Assert.Equal("Le modèle de langue ne propose rien de plus.", (string?)nothing["note"]);

        async Task<JsonNode> ReadAsync(object body)
        {
            using var answer = await api.PostAsJsonAsync("requirement-interpretations", body);

            return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        }
    }
}
