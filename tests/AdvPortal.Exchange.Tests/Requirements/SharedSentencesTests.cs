using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdvPortal.Exchange.Requirements;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Exchange.Tests.Requirements;

public sealed class SharedSentencesTests
{
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Clients_sentences_are_read_as_a_careful_person_reads_them()
    {
        var cases = (await File.ReadAllLinesAsync(CaseFiles.PathOf("sentences/dev.jsonl"))).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).ToList();
        var answers = cases.ConvertAll(Answer);
        var score = new Scoring();

        foreach (var (wanted, answer) in cases.Zip(answers))
        {
            score.Add(wanted, answer);
        }

        await KeepAsync(answers);
        TestContext.Current.SendDiagnosticMessage("Sentences: {0}", score);

        Assert.True(score is { Precision: >= 0.95, Recall: >= 0.85, Silent: 0 }, score.ToString());
    }

    private static JsonNode Answer(JsonNode wanted)
    {
        var context = wanted["context"]!;
        var read = Interpreter.Read((string)wanted["text"]!, new(
            (string?)context["client"], [.. context["sites"]!.AsArray().Select(site => (string)site!)], DateOnly.ParseExact((string)context["receivedOn"]!, "O", CultureInfo.InvariantCulture)));

        return JsonSerializer.SerializeToNode(
            new
            {
                id = (string?)wanted["id"],
                proposals = read.Proposals.Select(each => new
                {
                    requirement = new { kind = each.Rule.Kind, site = each.SiteName, validFrom = each.ValidFrom, validUntil = each.ValidUntil, rule = JsonSerializer.SerializeToNode(each.Rule, _web) },
                    unresolved = each.Unresolved,
                }),
                unresolved = read.Unresolved,
            },
            _web)!;
    }

    /// <summary>Kept for <c>score.py</c>, which says more.</summary>
    private static async Task KeepAsync(List<JsonNode> answers)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AdvPortal.sln")))
        {
            folder = folder.Parent;
        }

        if (folder is not null)
        {
            await File.WriteAllLinesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "artifacts")).FullName, "sentences-answers.jsonl"), answers.Select(answer => answer.ToJsonString(_web)));
        }
    }
}
