using AdvPortal.Application.Common;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Requirements;

public sealed class SentenceReadingTests : ShellContext
{
    private const string Words = "Pas le mercredi, si possible";

    [Fact]
    public void The_words_behind_each_field_are_marked_and_what_was_not_understood_is_said()
    {
        var proposal = new InterpretationView.Proposed(null, null, null, null, new DeliveryDays { Closed = Weekdays.Wednesday }, 0.85, [new(["closed"], "mercredi", new(7, 8))], ["si possible"], Words);

        var reading = Render<SentenceReading>(it => it.Add(each => each.Reading, new(Words, [proposal], [])).Add(each => each.Taken, proposal));

        Assert.Equal(("mercredi", "jours fermés"), (reading.Find("mark").TextContent, reading.Find("mark").GetAttribute("title")));
        Assert.Equal(Words, reading.Find(".reading-words").TextContent);
        Assert.Contains("si possible", reading.Find(".warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_takes_the_one_that_is_meant()
    {
        InterpretationView.Proposed? taken = null;
        InterpretationView.Proposed[] proposals = [Proposal(new DeliveryDays { Closed = Weekdays.Wednesday }), Proposal(new Labelling { Symbology = Symbology.Qr })];
        var reading = Render<SentenceReading>(it => it.Add(each => each.Reading, new(Words, proposals, [])).Add(each => each.Taken, proposals[0]).Add(each => each.Take, one => taken = one));

        await reading.Find("button").ClickAsync();

        Assert.Same(proposals[1], taken);
    }

    [Fact]
    public void What_a_language_model_proposes_is_marked_shows_its_words_and_is_not_counted_as_understood()
    {
        InterpretationView.Proposed[] proposals = [Proposal(new DeliveryDays { Closed = Weekdays.Wednesday }), Proposal(new DeliveryDays { Closed = Weekdays.Tuesday }) with { Origin = ProposalOrigin.Model, Because = [new(["closed"], "mercredi", new(7, 8))] }];
        var reading = Render<SentenceReading>(it => it.Add(each => each.Reading, new(Words, proposals, ["si possible"])).Add(each => each.Taken, proposals[0]));

        Assert.Equal("Proposé par le modèle de langue — à vérifier", reading.FindAll(".reading-one")[1].QuerySelector(".chip")!.TextContent);
        Assert.Contains("«\u00A0mercredi\u00A0»\u00A0: jours fermés", reading.FindAll(".reading-one")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("Reprendre", Assert.Single(reading.FindAll("button")).TextContent);
        Assert.DoesNotContain("Ces mots contiennent", reading.Markup, StringComparison.Ordinal);
        Assert.Contains("si possible", reading.Find(".reading > .warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_became_of_the_language_model_is_said()
    {
        var reading = Render<SentenceReading>(it => it.Add(each => each.Reading, new(Words, [], [Words])).Add(each => each.Asking, true));
        Assert.Contains("Le modèle de langue lit", reading.Markup, StringComparison.Ordinal);

        reading.Render(it => it.Add(each => each.Reading, new(Words, [], [Words]) { Silence = ModelSilence.Slow }).Add(each => each.Asking, false));
        Assert.Contains("n’a pas répondu à temps", reading.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_read_of_a_text_too_long_is_said()
    {
        var reading = Render<SentenceReading>(it => it.Add(each => each.Reading, new(Words, [], []) { UnreadFrom = 7 }));

        Assert.Contains("7 caractères sur 28 sont lus", reading.Find(".warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_silence_of_a_language_model_has_a_word() => Assert.All(Enum.GetValues<ModelSilence>(), silence => Assert.NotEmpty(Text.Word(silence)));

    [Fact]
    public void Every_field_that_a_rule_can_state_has_a_word()
    {
        var fields = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)))
            .SelectMany(type => type.GetProperties().Where(field => field.CanWrite)).Select(field => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.Name))
            .Except(["ifClosed"]).Concat(["siteName", "validFrom", "validUntil"]);

        Assert.All(fields, field => Assert.NotEmpty(Text[$"Reading.Field.{field}"].Value));
    }

    private static InterpretationView.Proposed Proposal(Rule rule) => new(null, null, null, null, rule, 0.95, [], [], Words);
}
