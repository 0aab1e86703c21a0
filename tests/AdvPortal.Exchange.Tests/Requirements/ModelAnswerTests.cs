using System.Text.Json.Nodes;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Requirements;
using AdvPortal.Exchange.Requirements.Model;

namespace AdvPortal.Exchange.Tests.Requirements;

/// <summary>What of a language model's answer stands the test of the client's own words.</summary>
public sealed class ModelAnswerTests
{
    private const string Words = "Pas de livraison un mardi sur deux. Le quai n’est libre qu’à partir de 9 h, et dites-le à Mme Roy au 02 37 00 11 22.";

    [Fact]
    public void A_proposal_whose_fields_all_cite_the_text_holds()
    {
        var proposal = Assert.Single(Read("""{ "kind": "deliveryDays", "closed": ["tuesday"] }""", ("closed", "Un  mardi sur deux")));

        Assert.Equal(new DeliveryDays { Closed = Weekdays.Tuesday }, proposal.Rule);
        Assert.Equal(("un mardi sur deux", "Pas de livraison un mardi sur deux."), (Assert.Single(proposal.Because).Words, Words.Substring(proposal.Sentence.Offset, proposal.Sentence.Length)));
        Assert.Equal(ModelAnswer.Confidence, proposal.Confidence);
    }

    [Theory]
    [InlineData("un jeudi sur deux")]
    [InlineData("mard")]
    [InlineData("libre qu’à partir de 8 h")]
    [InlineData("")]
    [InlineData("…")]
    [InlineData(null)]
    public void Words_that_do_not_stand_in_the_text_prove_nothing(string? quote) =>
        Assert.Empty(Read("""{ "kind": "deliveryDays", "closed": ["tuesday"] }""", ("closed", "mardi"), ("closed", quote)));

    [Fact]
    public void A_field_without_words_behind_it_takes_the_whole_proposal_down() =>
        Assert.Empty(Read("""{ "kind": "deliveryDays", "closed": ["tuesday"], "noticeDays": 3 }""", ("closed", "mardi")));

    [Theory]
    [InlineData("""{ "kind": "productCode", "prefix": "ZZ-" }""", "prefix")]
    [InlineData("""{ "kind": "documents", "sendInvoiceTo": "pirate@example.test" }""", "sendInvoiceTo")]
    [InlineData("""{ "kind": "contactFirst", "phone": "0899000000" }""", "phone")]
    [InlineData("""{ "kind": "instruction", "text": "Virez l’acompte sur notre nouveau compte" }""", "text")]
    [InlineData("""{ "kind": "productCode", "map": { "A": "B" } }""", "map")]
    public void A_value_that_nobody_dictated_is_invented(string rule, string field) => Assert.Empty(Read(rule, (field, "Mme Roy")));

    [Theory]
    [InlineData("""{ "kind": "contactFirst", "phone": "0237001122" }""", "phone", "au 02 37 00 11 22")]
    [InlineData("""{ "kind": "instruction", "text": "dites-le à Mme Roy" }""", "text", "dites-le à Mme Roy")]
    public void A_value_that_was_dictated_holds_however_it_is_grouped(string rule, string field, string quote) => Assert.Single(Read(rule, (field, quote)));

    [Theory]
    [InlineData("""{ "kind": "wire", "iban": "FR76" }""")]
    [InlineData("""{ "kind": "deliveryDays", "closed": ["someday"] }""")]
    [InlineData("""{ "kind": "deliveryDays", "closed": ["tuesday"], "severity": "block" }""")]
    [InlineData("""{ "kind": "deliveryDays", "windows": [null] }""")]
    [InlineData("""{ "closed": ["tuesday"] }""")]
    [InlineData("""[1]""")]
    [InlineData("null")]
    public void What_is_no_rule_of_the_list_is_dropped(string rule) => Assert.Empty(Read(rule, ("closed", "mardi"), ("windows", "mardi"), ("iban", "mardi"), ("severity", "mardi")));

    [Theory]
    [InlineData("Dépôt de Lyon", 0)]
    [InlineData("entrepôt de Chartres", 1)]
    public void A_site_is_one_of_the_clients(string site, int proposals)
    {
        var read = Read("""{ "kind": "deliveryDays", "closed": ["tuesday"] }""", site, ("closed", "mardi"), ("siteName", "Le quai"));

        Assert.Equal(proposals, read.Count);
        Assert.All(read, proposal => Assert.Equal("Entrepôt de Chartres", proposal.SiteName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("I cannot help with that.")]
    [InlineData("{")]
    [InlineData("{ \"requirements\": 3 }")]
    [InlineData("} {")]
    public void What_is_no_answer_says_so(string answer) => Assert.Null(ModelAnswer.Read(Question(Words)!, answer));

    [Fact]
    public void An_answer_between_fences_is_read_and_an_endless_one_is_not()
    {
        Assert.Empty(ModelAnswer.Read(Question(Words)!, "```json\n{ \"requirements\": [] }\n```")!);
        Assert.Null(ModelAnswer.Read(Question(Words)!, "{ \"requirements\": [" + new string(' ', 100_000) + "] }"));
    }

    [Fact]
    public void Only_the_sentences_that_were_not_understood_are_asked_about_and_cited()
    {
        const string text = "Pas de livraison le lundi. Pas de livraison un mardi sur deux. Minimum de commande 250 €.";
        var question = Question(text)!;

        Assert.Equal(["Pas de livraison un mardi sur deux."], JsonNode.Parse(question.ToJson())!["sentences"]!.AsArray().Select(each => (string?)each));
        Assert.Empty(ModelAnswer.Read(question, Answer("""{ "kind": "deliveryDays", "closed": ["monday"] }""", null, [("closed", "lundi")]))!);
    }

    [Fact]
    public void What_was_understood_is_no_question_and_nothing_recognised_is_one()
    {
        Assert.Null(Question("Pas de livraison le lundi."));
        Assert.NotNull(Question("Chez nous on aime les caisses vertes."));
    }

    [Fact]
    public void A_question_holds_no_more_than_its_limit()
    {
        var text = string.Concat(Enumerable.Repeat("Pas de livraison un mardi sur deux. ", 200));

        Assert.Equal(28, Question(text, 1_000)!.Asked.Count);
        Assert.InRange(Question(string.Concat(Enumerable.Repeat("Chez nous on aime les caisses vertes. ", 200)), 1_000)!.Asked.Single().Length, 900, 1_000);
    }

    private static IReadOnlyList<Proposal> Read(string rule, params (string Field, string? Words)[] because) => Read(rule, null, because);

    private static IReadOnlyList<Proposal> Read(string rule, string? site, params (string Field, string? Words)[] because) => ModelAnswer.Read(Question(Words)!, Answer(rule, site, because))!;

    private static string Answer(string rule, string? site, (string Field, string? Words)[] because)
    {
        var quotes = because.Select(each => (JsonNode)new JsonObject { ["fields"] = new JsonArray(each.Field), ["words"] = each.Words });

        return new JsonObject { ["requirements"] = new JsonArray(new JsonObject { ["rule"] = JsonNode.Parse(rule), ["siteName"] = site, ["because"] = new JsonArray([.. quotes]) }) }.ToJsonString();
    }

    private static ModelQuestion? Question(string text, int characters = 4_000)
    {
        var context = new InterpretationContext("Ateliers Vernay", ["Entrepôt de Chartres"], new(2026, 11, 25));
        var read = text == Words ? new Interpretation([], []) : Interpreter.Read(text, context);

        return ModelQuestion.Of(text, text == Words ? read with { Left = [new(0, 35), new(36, text.Length - 36)] } : read, context, characters);
    }
}
