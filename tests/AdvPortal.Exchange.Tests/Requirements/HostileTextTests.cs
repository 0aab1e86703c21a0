using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Exchange.Tests.Requirements;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("asdf qwer zxcv 12 34 !!! ???")]
    [InlineData("« « « ' \" “ (((( [[[ {{{ préfixe «")]
    [InlineData("\uD800 pas de \uDC00 livraison \0\u0001")]
    [InlineData("lundi lundi lundi mardi sauf sauf pas pas uniquement")]
    [InlineData("de 99h99 à 25h, le 31 février et le 45/13/2027")]
    public void Nonsense_is_no_requirement(string text) => Assert.Empty(Spoken.Read(text, "Dépôt d'Agen").Proposals);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_text_said_to_come_from_an_end_of_the_calendar_is_answered(string receivedOn) =>
        Assert.NotEmpty(Spoken.Said(Spoken.Read("Fermé du 24 décembre au 2 janvier.", receivedOn: receivedOn)));

    [Theory]
    [InlineData("\nPas de livraison le lundi.")]
    [InlineData("\n\n\nPas de livraison le lundi.\n\n")]
    public void Blank_lines_before_a_text_say_nothing(string text) => Assert.Equal("""{"kind":"deliveryDays","closed":["monday"]}""", Spoken.Said(Spoken.Read(text)));

    [Fact]
    public void A_text_of_more_sentences_than_anybody_writes_is_read_up_to_a_limit_and_says_so()
    {
        var text = "Pas de livraison le lundi.\n" + string.Concat(Enumerable.Repeat("a\n", 9_000)) + "Minimum de commande 500 €.";
        var read = Spoken.Read(text);

        Assert.Single(read.Proposals);
        Assert.InRange(read.UnreadFrom!.Value, 1_000, text.Length - 1);
        Assert.NotEmpty(read.Unresolved);
    }

    [Fact]
    public void A_text_too_long_is_read_up_to_a_limit_and_says_so()
    {
        var text = "Pas de livraison le lundi. " + string.Concat(Enumerable.Repeat("Bla bla bla. ", 10_000)) + "Minimum de commande 500 €.";
        var read = Spoken.Read(text);

        Assert.Equal(Interpreter.MaxLength, read.UnreadFrom);
        Assert.Single(read.Proposals);
        Assert.All(read.Unresolved, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.NotEmpty(read.Unresolved);
    }

    [Theory]
    [InlineData("pas de livraison le lundi et ")]
    [InlineData("(\"«'")]
    [InlineData("1 2 3 ")]
    [InlineData("ne pas plus rien que ")]
    [InlineData("du 2 au ")]
    [InlineData("à Chartres et à Lucé, ")]
    public void Endless_repetition_is_answered(string piece) =>
        Assert.NotNull(Spoken.Read(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)), "Entrepôt de Chartres|Atelier de Lucé"));

    [Fact]
    public void Two_sentences_that_contradict_each_other_are_both_shown_and_flagged()
    {
        var read = Spoken.Read("Minimum de commande 200 €. Minimum de commande 300 €.");

        Assert.Equal(2, read.Proposals.Count);
        Assert.NotEmpty(read.Proposals[1].Unresolved);
    }

    [Theory]
    [InlineData("Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres")]
    [InlineData("livrason mer. et jeu. uniquement svp, mini de commande 250€")]
    [InlineData("À compter du 1er janvier, notre atelier de Lucé ne réceptionnera plus rien le samedi.")]
    [InlineData("Prévenir M. Leroy au 06 12 34 56 78 la veille, œuvre fragile « à plat »")]
    public void Every_reason_quotes_the_text_where_it_stands(string text) =>
        Assert.All(Spoken.Read(text, "Entrepôt de Chartres|Atelier de Lucé").Proposals, proposal =>
        {
            Assert.NotEmpty(proposal.Because);
            Assert.All(proposal.Because, because => Assert.Equal(text.Substring(because.At.Offset, because.At.Length), because.Words));
            Assert.All(proposal.Unresolved, words => Assert.Contains(words, text, StringComparison.Ordinal));
        });

    [Fact]
    public void A_typing_error_and_a_flag_each_lower_the_confidence()
    {
        var sure = Assert.Single(Spoken.Read("Pas de livraison le mercredi.").Proposals).Confidence;

        Assert.True(Assert.Single(Spoken.Read("Pas de livraison le mecredi.").Proposals).Confidence < sure);
        Assert.True(Assert.Single(Spoken.Read("Pas de livraison le mercredi, sauf urgence.").Proposals).Confidence < sure);
    }
}
