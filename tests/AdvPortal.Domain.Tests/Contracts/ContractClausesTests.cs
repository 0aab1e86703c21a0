using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Contracts;

public sealed class ContractClausesTests
{
    private static readonly HandoffClause _clause = new("6.2", "À Rennes, livraison avant 10 h 30, quai B", 3);

    [Fact]
    public void A_clause_becomes_a_sentence_of_the_clients_that_answers_its_question_and_keeps_its_number()
    {
        var empty = HandoffTests.Full() with { Answers = [], Sentences = [] };
        var content = empty.Require(_clause, HandoffQuestion.DeliveryTimes);

        Assert.Equal(new("À Rennes, livraison avant 10 h 30, quai B", HandoffQuestion.DeliveryTimes, "Maud Le Goff", SourceKind.Contract, new(2026, 11, 20), Clause: "6.2"), Assert.Single(content.Sentences));
        Assert.True(HandoffChecklist.IsAnswered(content, HandoffQuestion.DeliveryTimes));
        Assert.Equal(_clause, Assert.Single(content.Clauses));
        Assert.Null(Assert.Single(empty.Require(_clause, null).Sentences).Question);
    }

    [Fact]
    public void A_price_and_a_promise_name_the_clause_they_stand_on()
    {
        var content = HandoffTests.Full().Price(_clause, 0).Promise(_clause);

        Assert.Equal("6.2", content.Prices[0].Clause);
        Assert.Equal(new("À Rennes, livraison avant 10 h 30, quai B", Clause: "6.2"), content.Promises[^1]);
        Assert.Equal(_clause, Assert.Single(content.Clauses));
    }

    [Fact]
    public void A_clause_that_is_marked_again_stands_there_once_and_as_it_is_now() =>
        Assert.Equal([_clause], HandoffTests.Full().WithClause(_clause with { Words = "…" }).WithClause(_clause).Clauses);

    [Fact]
    public void What_was_made_of_a_clause_stays_without_its_mark()
    {
        var made = HandoffTests.Full().Require(_clause, HandoffQuestion.Labelling).Price(_clause, 0).Promise(_clause);
        var content = made.WithoutClause("6.2");

        Assert.Empty(content.Clauses);
        Assert.Equal((made.Sentences.Count, made.Promises.Count), (content.Sentences.Count, content.Promises.Count));
        Assert.DoesNotContain("6.2", content.Sentences.Select(said => said.Clause).Concat(content.Promises.Select(promise => promise.Clause)).Concat(content.Prices.Select(price => price.Clause)));
    }

    [Fact]
    public void Another_clause_keeps_what_stands_on_it()
    {
        var other = _clause with { Number = "7.1" };
        var full = HandoffTests.Full() with { Prices = [new("VH-M8-30-ZN", 8.40m), new("RP-M8-ZN", 1.20m)] };
        var made = full.Require(_clause, null).Require(other, null).Price(_clause, 0).Price(other, 1).Promise(_clause).Promise(other);
        Assert.Equal(["6.2", "7.1"], made.Prices.Select(price => price.Clause));

        var content = made.WithoutClause("6.2");

        Assert.Equal([other], content.Clauses);
        Assert.Equal([null, "7.1"], content.Prices.Select(price => price.Clause));
        Assert.Equal([null, null, "7.1"], content.Sentences.Select(said => said.Clause));
        Assert.Equal([null, null, "7.1"], content.Promises.Select(promise => promise.Clause));
    }

    [Fact]
    public void A_clause_without_words_or_a_client_without_a_buyer_leaves_them_to_be_said()
    {
        var content = new HandoffContent().Require(new("6.2"), null).Promise(new("6.2"));

        Assert.Equal(("", null), (content.Sentences[0].Sentence, content.Sentences[0].Who));
        Assert.Equal("", content.Promises[0].What);
    }

    [Fact]
    public void A_long_clause_is_cut_where_a_requirement_and_a_promise_end()
    {
        var content = HandoffTests.Full().Require(_clause with { Words = new('x', 4000) }, null).Promise(_clause with { Words = new('x', 4000) });

        Assert.Equal((RequirementRevision.SentenceMaxLength, Handoff.TextMaxLength), (content.Sentences[^1].Sentence!.Length, content.Promises[^1].What!.Length));
    }
}
