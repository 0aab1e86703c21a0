using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

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

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
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
}
