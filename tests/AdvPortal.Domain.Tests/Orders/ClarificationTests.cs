using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class ClarificationTests
{
    private static readonly DateTimeOffset _later = Given.Now.AddHours(2);

    [Fact]
    public void A_question_is_open_until_it_is_answered_or_nobody_waits_any_more()
    {
        var (answered, withdrawn) = (AQuestion(), AQuestion());
        Assert.True(answered.IsOpen);
        Assert.Equal(("Délai", "Mercredi vous convient-il ?"), (answered.Subject, answered.Text));

        answered.Answered("Karim Haddad", "Oui", null, _later);
        withdrawn.Withdraw(_later);
        withdrawn.Withdraw(_later.AddDays(1));

        Assert.Equal((false, _later), (answered.IsOpen, answered.AnsweredAt));
        Assert.Equal((false, _later), (withdrawn.IsOpen, withdrawn.WithdrawnAt));
    }

    [Fact]
    public void What_is_answered_after_an_answer_is_added_below_it()
    {
        var (question, document) = (AQuestion(), Ids.New<OrderDocumentId>());
        question.Answered(" Karim Haddad ", " Oui ", document, Given.Now);
        Assert.Equal(("Karim Haddad", "Oui", document), (question.AnsweredBy, question.Answer, question.AnswerDocumentId));

        question.Answered("Nathalie Bouvier", "Avant midi", null, _later);
        Assert.Equal(("Nathalie Bouvier", "Oui\n\nAvant midi", document, _later), (question.AnsweredBy, question.Answer, question.AnswerDocumentId, question.AnsweredAt));

        var other = Ids.New<OrderDocumentId>();
        question.Answered("Nathalie Bouvier", "Voir le plan", other, _later);
        Assert.Equal(other, question.AnswerDocumentId);
    }

    [Fact]
    public void However_much_is_written_what_has_room_is_kept()
    {
        var question = AQuestion();
        question.Answered(new('k', 300), new('x', 30_000), null, _later);

        Assert.Equal((200, 20_000), (question.AnsweredBy!.Length, question.Answer!.Length));
    }

    private static Clarification AQuestion() =>
        new(Ids.New<ClarificationId>(), Ids.New<OrderId>(), null, Given.Client, WaitingFor.Client, " Délai ", " Mercredi vous convient-il ? ", Given.Claire, Given.Now);
}
