using System.Security.Cryptography;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using static AdvPortal.Domain.Intake.OrderDocumentStatus;

namespace AdvPortal.Domain.Tests.Intake;

/// <summary>What becomes of a document from its arrival to its orders.</summary>
public sealed class OrderDocumentTests
{
    private static readonly byte[] _content = [1, 2, 3];

    [Fact]
    public void What_a_client_sent_is_kept_as_it_is_before_anybody_reads_it()
    {
        var document = new OrderDocument(_content, "commande.pdf", "application/pdf", Given.Client, Given.Now);

        Assert.Equal(("commande.pdf", "application/pdf", Given.Client, Given.Now), (document.FileName, document.ContentType, document.ClientId, document.ReceivedAt));
        Assert.Equal((3, Received, 0, "unknown", "not-an-order"), (document.Size, document.Status, document.Tries, document.Format, document.Verdict));
        Assert.Equal(SHA256.HashData(_content), document.Sha256);
    }

    [Theory]
    [InlineData(true, NeedsClient)]
    [InlineData(false, SetAside)]
    public void What_is_an_order_goes_on_to_who_ordered_it_and_the_rest_waits_for_nobody(bool isOrder, OrderDocumentStatus status)
    {
        var document = ADocument();
        document.Begin(Given.Now.AddMinutes(5));
        document.Begin(Given.Now.AddMinutes(9));
        Assert.Equal((2, Given.Now.AddMinutes(9)), (document.Tries, document.ReadUntil));

        document.WasRead("edifact", "orders", "{}", isOrder);

        Assert.Equal((status, "edifact", "orders", "{}", null), (document.Status, document.Format, document.Verdict, document.Reading, document.ReadUntil));
    }

    /// <summary>Where a document stands, whether orders came of it, and why it is not read again.</summary>
    public static TheoryData<OrderDocumentStatus, bool, Type?> ReadAgain => new()
    {
        { Received, false, typeof(DocumentBeingRead) },
        { NeedsClient, false, null },
        { NeedsReview, false, null },
        { NeedsReview, true, typeof(DocumentSettled) },
        { SetAside, false, null },
        { Done, false, typeof(DocumentSettled) },
        { Done, true, typeof(DocumentSettled) },
    };

    [Theory]
    [MemberData(nameof(ReadAgain))]
    public void What_nothing_came_of_yet_can_be_read_again(OrderDocumentStatus status, bool hasOrders, Type? refusal)
    {
        var document = In(status);

        if (hasOrders)
        {
            document.Became(0, Ids.New<OrderId>());
        }

        Assert.Equal(refusal, document.ReadAgain().Refusal?.GetType());
        Assert.Equal(refusal is null ? Received : status, document.Status);
    }

    [Fact]
    public void Read_again_it_is_as_if_nobody_had_looked_but_for_what_a_person_said_it_changes()
    {
        var order = Ids.New<OrderId>();

        foreach (var isTold in (bool[])[true, false])
        {
            var document = ADocument();
            document.Begin(Given.Now);
            document.Amends(order, isTold);
            document.SetAside(SetAsideReason.Duplicate, "Reçue deux fois");

            Assert.True(document.ReadAgain().IsOk);

            Assert.Equal((0, null, null, null), (document.Tries, document.ReadUntil, document.SetAsideBecause, document.SetAsideNote));
            Assert.Equal(isTold ? order : null, document.AmendsOrderId);
        }
    }

    [Fact]
    public void Nobody_can_say_that_it_changes_no_order()
    {
        var document = ADocument();
        document.Amends(null, isTold: true);

        Assert.False(document.IsOrderTold);
    }

    [Fact]
    public void A_place_in_the_file_becomes_one_order_and_no_second()
    {
        var (document, first, third) = (ADocument(), Ids.New<OrderId>(), Ids.New<OrderId>());
        Assert.Null(document.OrderAt(0));

        document.Became(0, first);
        document.Became(0, Ids.New<OrderId>());
        document.Became(2, third);

        Assert.Equal([first, null, third], Enumerable.Range(0, 3).Select(document.OrderAt));
        Assert.Equal([(0, first), (2, third)], document.Orders.Select(order => (order.Index, order.OrderId)));
    }

    [Theory]
    [InlineData("Doublon de la 4711", "Doublon de la 4711")]
    [InlineData("  Doublon ", "Doublon")]
    [InlineData(" ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Set_aside_it_says_why_and_waits_for_nobody(string? note, string? said)
    {
        var document = In(NeedsReview);
        Assert.True(document.WaitFor(WaitingFor.Client).IsOk);

        document.SetAside(SetAsideReason.Duplicate, note);

        Assert.Equal((SetAside, SetAsideReason.Duplicate, said, null), (document.Status, document.SetAsideBecause, document.SetAsideNote, document.WaitingFor));
    }

    [Theory]
    [InlineData(Received, false)]
    [InlineData(NeedsClient, true)]
    [InlineData(NeedsReview, true)]
    [InlineData(Done, false)]
    [InlineData(SetAside, false)]
    public void Only_what_is_undecided_waits_for_an_answer_and_goes_on_waiting_while_it_is(OrderDocumentStatus status, bool waits)
    {
        var document = In(status);

        Assert.Equal(waits ? null : typeof(DocumentSettled), document.WaitFor(WaitingFor.Sales).Refusal?.GetType());
        Assert.Equal(waits ? WaitingFor.Sales : null, document.WaitingFor);

        foreach (var next in (OrderDocumentStatus[])[NeedsClient, NeedsReview])
        {
            document.Settle(next);
            Assert.Equal(waits ? WaitingFor.Sales : null, document.WaitingFor);
        }

        document.Settle(Done);
        Assert.Null(document.WaitingFor);
    }

    private static OrderDocument ADocument() => new(_content, "commande.pdf", "application/pdf", null, Given.Now);

    private static OrderDocument In(OrderDocumentStatus status)
    {
        var document = ADocument();
        document.Settle(status);

        return document;
    }
}
