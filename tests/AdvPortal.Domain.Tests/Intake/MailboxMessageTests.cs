using AdvPortal.Domain.Intake;

namespace AdvPortal.Domain.Tests.Intake;

public sealed class MailboxMessageTests
{
    [Theory]
    [InlineData("a1@erp.example", "Commande 4500187342", 1, 1)]
    [InlineData("<a1@erp.example>", "Commande 4500187342", 1, 1)]
    [InlineData(" <a1@erp.example> ", " Commande 4500187342 ", 9, 9)] // wherever it lies
    public void A_message_is_known_again_by_its_id_and_its_subject(string id, string subject, long validity, long uid) =>
        Assert.Equal(MailboxMessage.KeyOf("<a1@erp.example>", "Commande 4500187342", 1, 1), MailboxMessage.KeyOf(id, subject, validity, uid));

    [Theory]
    [InlineData("a2@erp.example", "Commande 4500187342")]
    [InlineData("a1@erp.example", "Commande 4500187343")] // programs use an id twice
    [InlineData("a1@erp.example", null)]
    [InlineData(null, "Commande 4500187342")]
    public void Another_id_or_another_subject_is_another_message(string? id, string? subject) =>
        Assert.NotEqual(MailboxMessage.KeyOf("a1@erp.example", "Commande 4500187342", 1, 1), MailboxMessage.KeyOf(id, subject, 1, 1));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_an_id_it_is_known_by_its_place(string? id)
    {
        var key = MailboxMessage.KeyOf(id, "Commande", 7, 40);

        Assert.Equal(key, MailboxMessage.KeyOf(null, "Autre", 7, 40));
        Assert.NotEqual(key, MailboxMessage.KeyOf(id, "Commande", 7, 41));
        Assert.NotEqual(key, MailboxMessage.KeyOf(id, "Commande", 8, 40));
    }

    [Fact]
    public void It_is_met_once_tried_again_and_becomes_a_document_or_is_set_aside()
    {
        var (taken, left, document) = (AMessage(), AMessage(), Ids.New<OrderDocumentId>());
        Assert.Equal((MailboxMessageStatus.Underway, 1), (taken.Status, taken.Tries));

        taken.TryAgain();
        taken.Became(document);
        Assert.Equal((MailboxMessageStatus.Taken, 2, document, null), (taken.Status, taken.Tries, taken.DocumentId, taken.Reason));

        left.SetAside(MailboxReason.TooLarge);
        Assert.Equal((MailboxMessageStatus.SetAside, null, MailboxReason.TooLarge), (left.Status, left.DocumentId, left.Reason));
    }

    [Fact]
    public void Of_a_long_subject_the_beginning_is_kept_and_of_none_nothing()
    {
        var message = new MailboxMessage([1], null, new string('x', MailboxMessage.TextMaxLength) + "y", Given.Now);

        Assert.Equal((null, new string('x', MailboxMessage.TextMaxLength)), (message.Sender, message.Subject));
    }

    private static MailboxMessage AMessage() => new([1], "karim@hydraulique.example", "Commande 4500187342", Given.Now);
}
