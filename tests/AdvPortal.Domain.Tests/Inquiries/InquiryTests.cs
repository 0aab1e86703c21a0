using AdvPortal.Domain.Inquiries;
using static AdvPortal.Domain.Tests.Inquiries.InquiryLifeTests;

namespace AdvPortal.Domain.Tests.Inquiries;

/// <summary>What a conversation keeps, whom it awaits, and how two become one.</summary>
public sealed class InquiryTests
{
    [Fact]
    public void An_answer_that_crosses_a_newer_message_is_held_back()
    {
        var inquiry = At(InquiryStatus.Open);
        var seen = inquiry.LastMessageId;
        inquiry.Receive(Words("C’est urgent !"), Service, Now.AddHours(2));

        Assert.Equal(new NewerMessageArrived(false, "Nathalie Rousseau", Now.AddHours(2)), inquiry.Reply("Vendredi.", null, seen, awaits: false, null, Now.AddHours(3)).Refusal);
        Assert.True(inquiry.Reply("Demain.", null, inquiry.LastMessageId, awaits: false, null, Now.AddHours(3)).IsOk);
    }

    [Fact]
    public void An_answer_that_crosses_a_colleagues_is_held_back_and_a_note_holds_nothing_back()
    {
        var inquiry = At(InquiryStatus.Open);
        var seen = inquiry.LastMessageId;
        inquiry.Note("Je m’en occupe", null, [], Now);
        Assert.True(inquiry.Reply("Vendredi.", null, seen, awaits: false, null, Now.AddHours(1)).IsOk);

        Assert.IsType<NewerMessageArrived>(inquiry.Reply("Lundi.", null, seen, awaits: false, null, Now.AddHours(1)).Refusal);
    }

    [Theory]
    [InlineData(InquiryStatus.Open, false)]
    [InlineData(InquiryStatus.Waiting, false)]
    [InlineData(InquiryStatus.Answered, true)]
    public void An_answer_taken_back_leaves_no_trace(InquiryStatus before, bool awaits)
    {
        var inquiry = At(before);
        var (due, last, preview, count) = (inquiry.DueAt, inquiry.LastMessageId, inquiry.Preview, inquiry.MessageCount);
        var reply = inquiry.Reply("Vendredi.", null, null, awaits, null, Now.AddHours(2)).Value!;

        Assert.True(inquiry.TakeBack(reply.Id, Service).IsOk);
        Assert.Equal((before, due, last, preview, count), (inquiry.Status, inquiry.DueAt, inquiry.LastMessageId, inquiry.Preview, inquiry.MessageCount));
    }

    [Fact]
    public void An_answer_that_was_answered_is_not_taken_back()
    {
        var inquiry = At(InquiryStatus.Open);
        var reply = inquiry.Reply("Vendredi.", null, null, awaits: false, null, Now).Value!;
        inquiry.Receive(Words("Merci"), Service, Now.AddHours(1));

        Assert.IsType<ReplyHasLeft>(inquiry.TakeBack(reply.Id, Service).Refusal);
    }

    [Fact]
    public void A_machine_changes_nothing_but_is_kept()
    {
        var inquiry = At(InquiryStatus.Answered);
        inquiry.Receive(Words("Je suis absente jusqu’à lundi") with { IsMachine = true }, Service, Now.AddHours(2));

        Assert.Equal((InquiryStatus.Answered, InquiryVoice.Machine, "Vendredi."), (inquiry.Status, inquiry.Messages[^1].Voice, inquiry.Preview));
    }

    [Fact]
    public void Machines_that_answer_each_other_come_to_an_end()
    {
        var inquiry = At(InquiryStatus.Open);

        for (var message = inquiry.MessageCount; message < Inquiry.MostMessages; message++)
        {
            Assert.True(inquiry.Receive(Words("Bien reçu"), Service, Now).IsOk);
        }

        Assert.IsType<InquiryTooLong>(inquiry.Receive(Words("Bien reçu"), Service, Now).Refusal);
        Assert.Equal(Inquiry.MostMessages, inquiry.MessageCount);
    }

    [Fact]
    public void A_message_brings_back_what_was_put_off()
    {
        var inquiry = At(InquiryStatus.Open);
        Assert.IsType<SnoozedIntoPast>(inquiry.Snooze(Now, Now).Refusal);
        Assert.True(inquiry.Snooze(Now.AddDays(1), Now).IsOk);
        Assert.Equal(Now.AddHours(4), inquiry.DueAt);

        inquiry.Receive(Words("Alors ?"), Service, Now.AddHours(2));
        Assert.Null(inquiry.SnoozedUntil);
    }

    [Fact]
    public void Urgency_leaves_less_time_from_the_beginning_on()
    {
        var inquiry = At(InquiryStatus.Open);
        inquiry.Classify(inquiry.ClientId, "Urgent", InquiryKind.Other, InquiryPriority.Urgent, Service);

        Assert.Equal(Now.AddHours(1), inquiry.DueAt);
    }

    [Fact]
    public void What_comes_after_an_answer_has_its_own_time_and_what_comes_while_we_wait_the_rest()
    {
        var (answered, waiting) = (At(InquiryStatus.Answered), At(InquiryStatus.Waiting));
        answered.Receive(Words("Et le reste ?"), Service, Now.AddHours(2));
        waiting.Receive(Words("La 4500187342"), Service, Now.AddHours(2));

        Assert.Equal((Now.AddHours(6), Now.AddHours(5)), (answered.DueAt, waiting.DueAt));
    }

    [Fact]
    public void Closed_and_taken_up_again_it_has_the_time_that_was_left_and_after_an_answer_its_own()
    {
        var (asked, later, answered) = (At(InquiryStatus.Open), At(InquiryStatus.Open), At(InquiryStatus.Answered));
        var due = asked.DueAt;
        asked.Close(Now.AddHours(1));
        asked.Receive(Words("Je suis absente") with { IsMachine = true }, Service, Now.AddHours(1));
        asked.Reopen(Service, Now.AddHours(1));
        later.Close(Now.AddHours(1));
        later.Reopen(Service, Now.AddHours(3));
        answered.Close(Now.AddHours(1));
        answered.Reopen(Service, Now.AddHours(2));

        Assert.Equal((due, Now.AddHours(6), Now.AddHours(6)), (asked.DueAt, later.DueAt, answered.DueAt));
    }

    [Fact]
    public void An_answer_goes_to_somebody_else_only_where_the_client_is_known_to_have_the_address()
    {
        var inquiry = At(InquiryStatus.Open);
        inquiry.Receive(Words("Et moi ?", "pirate@ailleurs.example") with { IsKnown = false }, Service, Now.AddHours(1));
        inquiry.Receive(Words("J’insiste", "pirate@ailleurs.example") with { IsKnown = false }, Service, Now.AddHours(1));
        Assert.Equal(("n.rousseau@chartraine.example", "J’insiste"), (inquiry.Address, inquiry.Preview));

        inquiry.Receive(Words("Je suis sa collègue", "p.martin@chartraine.example"), Service, Now.AddHours(2));
        Assert.Equal("p.martin@chartraine.example", inquiry.Address);
    }

    [Fact]
    public void What_another_client_says_is_none_of_its_business()
    {
        var (inquiry, nobodys) = (At(InquiryStatus.Open), Inquiry.Open(Ids.New<InquiryId>(), null, "Délai", Words("Où ?"), Service, Now));
        var other = Ids.New<ClientId>();

        Assert.True(inquiry.IsOthers(other, "n.rousseau@chartraine.example"));
        Assert.False(inquiry.IsOthers(inquiry.ClientId, "p.martin@chartraine.example"));
        Assert.False(inquiry.IsOthers(null, "pirate@ailleurs.example"));
        Assert.True(nobodys.IsOthers(other, "p.martin@chartraine.example"));
        Assert.False(nobodys.IsOthers(other, "N.Rousseau@chartraine.example"));
    }

    [Fact]
    public void Who_is_called_again_has_to_look_again()
    {
        var (inquiry, sophie) = (At(InquiryStatus.Open), Ids.New<MemberId>());
        inquiry.Note("@Sophie ?", null, [sophie], Now);
        inquiry.Mentions[0].See(Now.AddMinutes(1));
        inquiry.Note("@Sophie ??", null, [sophie], Now.AddHours(1));

        Assert.Null(Assert.Single(inquiry.Mentions).SeenAt);
    }

    [Fact]
    public void Two_conversations_become_one_in_the_order_in_which_they_were_had()
    {
        var first = At(InquiryStatus.Open);
        var second = At(InquiryStatus.Waiting, first.ClientId);
        var order = Ids.New<OrderId>();
        first.Link(order, null, null);
        var messages = first.Messages.Concat(second.Messages).Select(message => message.Id).ToList();
        var due = first.DueAt;

        Assert.True(first.MergeInto(second, Service, Now).IsOk);
        Assert.Equal(messages, second.Messages.Select(message => message.Id));
        Assert.Equal((InquiryStatus.Open, due, order), (second.Status, second.DueAt, second.Links[0].OrderId!.Value));
        Assert.Equal((InquiryStatus.Closed, second.Id, 0, null), (first.Status, first.MergedIntoId!.Value, first.Messages.Count, first.DueAt));
    }

    [Fact]
    public void What_goes_on_elsewhere_takes_along_whom_it_calls_and_whom_it_answers_and_comes_into_sight()
    {
        var first = At(InquiryStatus.Open);
        var second = Inquiry.Open(Ids.New<InquiryId>(), first.ClientId, "Au téléphone", Words("Et la suite ?", null) with { Name = null }, Service, Now);
        var (sophie, yanis, contact) = (Ids.New<MemberId>(), Ids.New<MemberId>(), Ids.New<ContactId>());
        first.Meet(contact);
        first.Note("@Sophie @Yanis ?", null, [sophie, yanis], Now);
        second.Note("@Sophie ?", null, [sophie], Now);
        second.Mentions[0].See(Now);
        second.Snooze(Now.AddDays(1), Now);

        Assert.True(first.MergeInto(second, Service, Now).IsOk);
        Assert.Equal([sophie, yanis], second.Mentions.Select(mention => mention.MemberId));
        Assert.All(second.Mentions, mention => Assert.Null(mention.SeenAt));
        Assert.Empty(first.Mentions);
        Assert.Equal(("n.rousseau@chartraine.example", "Nathalie Rousseau", contact, null), (second.Address, second.PersonName, second.ContactId, second.SnoozedUntil));
    }

    [Fact]
    public void What_is_put_off_twice_comes_back_at_the_earlier_hour()
    {
        var first = At(InquiryStatus.Open);
        var second = At(InquiryStatus.Open, first.ClientId);
        first.Snooze(Now.AddDays(1), Now);
        second.Snooze(Now.AddDays(2), Now);
        first.MergeInto(second, Service, Now);

        Assert.Equal(Now.AddDays(1), second.SnoozedUntil);
    }

    [Fact]
    public void What_came_of_it_is_its_clients_is_said_once_and_goes_along_where_it_goes_on()
    {
        var first = At(InquiryStatus.Closed);
        var requirement = Ids.New<RequirementId>();
        Assert.IsType<Domain.Complaints.RequirementOfAnother>(first.LedTo(requirement, Ids.New<ClientId>()).Refusal);
        Assert.True(first.LedTo(requirement, first.ClientId!.Value).IsOk);
        Assert.True(first.LedTo(requirement, first.ClientId!.Value).IsOk);
        Assert.Equal(requirement, Assert.Single(first.Links).RequirementId);

        first.Reopen(Service, Now);
        var second = At(InquiryStatus.Open, first.ClientId);
        Assert.True(first.MergeInto(second, Service, Now).IsOk);
        Assert.Equal(requirement, Assert.Single(second.Links).RequirementId);
        Assert.IsType<InquiryGoesOnElsewhere>(first.LedTo(requirement, first.ClientId!.Value).Refusal);
        Assert.IsType<InquiryWithoutClient>(Inquiry.Open(Ids.New<InquiryId>(), null, "Qui ?", Words("Où ?"), Service, Now).LedTo(requirement, Ids.New<ClientId>()).Refusal);

        // What had joined the first goes along where the second goes on.
        var third = At(InquiryStatus.Open, first.ClientId);
        Assert.Throws<InvalidOperationException>(() => first.GoAlong(second));
        Assert.True(second.MergeInto(third, Service, Now).IsOk);
        first.GoAlong(second);
        Assert.Equal(third.Id, first.MergedIntoId);
    }

    [Fact]
    public void Two_clients_are_never_one_conversation()
    {
        Assert.IsType<MergedOverClients>(At(InquiryStatus.Open).MergeInto(At(InquiryStatus.Open), Service, Now).Refusal);
        var inquiry = At(InquiryStatus.Open);
        Assert.IsType<MergedWithItself>(inquiry.MergeInto(inquiry, Service, Now).Refusal);
    }

    [Fact]
    public void A_question_of_its_own_goes_on_alone()
    {
        var inquiry = At(InquiryStatus.Open);
        var (first, second) = (inquiry.Messages[0].Id, inquiry.Messages[1].Id);
        var other = inquiry.Split(Ids.New<InquiryId>(), "La suivante", [second], Service, Now.AddHours(2)).Value!;

        Assert.Equal([first], inquiry.Messages.Select(m => m.Id));
        Assert.Equal([second], other.Messages.Select(m => m.Id));
        Assert.Equal((first, second, inquiry.ClientId, Now.AddMinutes(5).AddHours(4)), (inquiry.LastMessageId, other.LastMessageId, other.ClientId, other.DueAt!.Value));
        Assert.IsType<SplitLeavesNothing>(inquiry.Split(Ids.New<InquiryId>(), "x", [first], Service, Now).Refusal);
        Assert.IsType<SplitWithoutQuestion>(inquiry.Split(Ids.New<InquiryId>(), "x", [second], Service, Now).Refusal);
    }

    [Fact]
    public void Each_half_answers_whoever_spoke_in_it_and_speaks_of_what_was_named_in_it()
    {
        var (inquiry, named, said) = (At(InquiryStatus.Open), Ids.New<OrderId>(), Ids.New<OrderId>());
        inquiry.Receive(Words("Et la nôtre ?", "p.martin@chartraine.example") with { Name = "Paul Martin" }, Service, Now.AddHours(1));
        inquiry.Link(named, null, inquiry.LastMessageId);
        inquiry.Link(said, null, null);
        var other = inquiry.Split(Ids.New<InquiryId>(), "La sienne", [inquiry.LastMessageId!.Value], Service, Now.AddHours(2)).Value!;

        Assert.Equal(("p.martin@chartraine.example", "Paul Martin", named), (other.Address, other.PersonName, Assert.Single(other.Links).OrderId));
        Assert.Equal(("n.rousseau@chartraine.example", "Nathalie Rousseau", said), (inquiry.Address, inquiry.PersonName, Assert.Single(inquiry.Links).OrderId));
    }

    [Fact]
    public void An_order_is_linked_once()
    {
        var (inquiry, order) = (At(InquiryStatus.Open), Ids.New<OrderId>());
        inquiry.Link(order, null, inquiry.LastMessageId);
        inquiry.Link(order, null, null);

        Assert.Single(inquiry.Links);
    }
}
