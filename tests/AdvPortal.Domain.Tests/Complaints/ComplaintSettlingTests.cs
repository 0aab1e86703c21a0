using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tests.Deliveries;
using AdvPortal.Domain.Tests.Orders;

namespace AdvPortal.Domain.Tests.Complaints;

/// <summary>What is disputed, what is given for it, who has to agree, and what it cost.</summary>
public sealed class ComplaintSettlingTests
{
    private const decimal Limit = 50;

    [Fact]
    public void What_is_disputed_is_worth_its_quantity_at_the_lines_price()
    {
        var complaint = Complained.Opened();

        Assert.Equal([(5000m, 800m, 67.20m), (300m, 200m, 16.80m)], complaint.Lines.Select(line => (line.DeliveredQuantity, line.Quantity, line.Amount)));
        Assert.Equal((84.00m, "EUR"), (complaint.DisputedAmount, complaint.Currency));
    }

    [Fact]
    public void More_than_was_delivered_is_not_disputed()
    {
        var (delivery, order) = Complained.Delivered();
        var line = delivery.Lines[1];

        Assert.Equal(new DisputesTooMuch(order.Number, "20", 300), Complained.Open(Complained.Of(order, "20", 301, delivery)).Refusal);
        Assert.True(Complained.Open(Complained.Of(order, "20", 300, delivery)).IsOk);
        Assert.Equal(new DisputesTooMuch(order.Number, "20", 300), Complained.Open(Complained.Of(order, "20", -1, delivery)).Refusal);

        // What others dispute of it already is theirs.
        var elsewhere = new Dictionary<Guid, decimal> { [line.Id] = 250 };
        Assert.Equal(new DisputesTooMuch(order.Number, "20", 50), Complaint.Open(Ids.New<ComplaintId>(), Complained.Head(), [Complained.Of(order, "20", 51, delivery)], elsewhere, Given.Now, Given.Monday).Refusal);
    }

    [Fact]
    public void Goods_are_disputed_once_whether_their_delivery_is_named_or_only_their_order()
    {
        var (delivery, order) = Complained.Delivered();
        var line = order.Lines.Single(each => each.LineNo == "20");

        Assert.Equal(new DisputesTooMuch(order.Number, "20", 100), Complained.Open(Complained.Of(order, "20", 200, delivery), Complained.Of(order, "20", 101)).Refusal);
        Assert.True(Complained.Open(Complained.Of(order, "20", 200, delivery), Complained.Of(order, "20", 100)).IsOk);

        var byOrder = new Dictionary<Guid, decimal> { [line.Id] = 250 };
        Assert.Equal(new DisputesTooMuch(order.Number, "20", 50), Beside(byOrder, Complained.Of(order, "20", 51, delivery)).Refusal);
        Assert.True(Beside(byOrder, Complained.Of(order, "20", 50, delivery)).IsOk);
    }

    [Fact]
    public void What_came_back_and_was_sent_again_is_disputed_beside_what_came_after_it()
    {
        var (delivery, order) = Complained.Delivered();
        var refusedBefore = new Dictionary<Guid, decimal> { [order.Lines.Single(line => line.LineNo == "20").Id] = 300 };

        Assert.Equal(new DisputesTooMuch(order.Number, "20", 0), Beside(refusedBefore, Complained.Of(order, "20", 1, delivery)).Refusal);
        Assert.True(Beside(refusedBefore, Complained.Of(order, "20", 300, delivery) with { CameBack = 300 }).IsOk);
    }

    [Theory]
    [InlineData(ComplaintStatus.Refused)]
    [InlineData(ComplaintStatus.Withdrawn)]
    public void What_others_dispute_since_a_complaint_ended_is_not_disputed_a_second_time(ComplaintStatus ended)
    {
        var (delivery, order) = Complained.Delivered();
        Disputed[] lines = [Complained.Of(order, "20", 200, delivery)];
        var complaint = Complained.Open(lines).Value!;
        Complained.Ok(ended is ComplaintStatus.Refused ? complaint.Refuse("Hors contrat", Given.Now) : complaint.Withdraw("Retrouvées", Given.Now));

        Assert.Equal(new DisputesTooMuch(order.Number, "20", 199), Reopened(101).Refusal);
        Assert.Equal(ended, complaint.Status);
        Complained.Ok(Reopened(100));

        Result Reopened(decimal byOthers) => complaint.Reopen(
            "Perdues", Discipline.Containment, lines, new Dictionary<Guid, decimal> { [delivery.Lines[1].Id] = byOthers, [lines[0].Line.Id] = byOthers }, Given.Now, Given.Monday);
    }

    [Fact]
    public void Where_nothing_is_known_to_have_left_what_was_ordered_is_the_most()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Assert.Equal(new DisputesTooMuch(order.Number, "20", 300), Complained.Open(Complained.Of(order, "20", 301)).Refusal);
        Assert.True(Complained.Open(Complained.Of(order, "20", 300)).IsOk);

        var gone = OrderLifeTests.At(OrderStatus.PartlyShipped);
        Assert.Equal(new DisputesTooMuch(gone.Number, "10", 2000), Complained.Open(Complained.Of(gone, "10", 2001)).Refusal);
    }

    [Theory]
    [InlineData(DeliveryStatus.Planned)]
    [InlineData(DeliveryStatus.Packed)]
    [InlineData(DeliveryStatus.Cancelled)]
    public void What_has_not_left_is_not_delivered(DeliveryStatus status)
    {
        var (delivery, order) = DeliveryLifeTests.At(status);

        Assert.Equal(new DisputesTooMuch(order.Number, "20", 0), Complained.Open(Complained.Of(order, "20", 1, delivery)).Refusal);
    }

    [Fact]
    public void Another_clients_order_one_line_twice_and_an_amount_beyond_its_goods_are_refused()
    {
        var (delivery, order) = Complained.Delivered();
        var line = Complained.Of(order, "20", 200, delivery);
        var stranger = Complained.Head() with { ClientId = Ids.New<ClientId>() };

        Assert.Equal(new DisputesOfAnother(order.Number), Complaint.Open(Ids.New<ComplaintId>(), stranger, [line], Complained.Nothing, Given.Now, Given.Monday).Refusal);
        Assert.Equal(new DisputedTwice(order.Number, "20"), Complained.Open(line, line with { Quantity = 1 }).Refusal);
        Assert.Equal(new DisputedAmountTooHigh("20", new(16.80m, "EUR")), Complained.Open(line with { Amount = 16.81m }).Refusal);
        Assert.Equal(5m, Complained.Open(line with { Amount = 5 }).Value!.DisputedAmount);
        Assert.Equal(new TooManyEntries(Complaint.MostLines), Complained.Open([.. Enumerable.Repeat(line, Complaint.MostLines + 1)]).Refusal);
        Assert.Null(Complained.Open().Value!.Currency);
    }

    [Fact]
    public void A_credit_stays_within_its_line()
    {
        var complaint = Complained.Opened();
        var (first, second) = (complaint.Lines[0].Id, complaint.Lines[1].Id);

        Assert.Equal(new CreditAboveLine("10", new(67.20m, "EUR")), complaint.Settle([new(second, Settlements.None), new(first, Settlements.CreditNote, 67.21m)]).Refusal);
        Assert.Equal(new CreditAboveLine("10", new(67.20m, "EUR")), complaint.Settle([new(first, Settlements.CreditNote, -1)]).Refusal);
        Assert.IsType<NoSuchDisputedLine>(complaint.Settle([new(Guid.Empty, Settlements.None)]).Refusal);
        Assert.All(complaint.Lines, line => Assert.Null(line.Settlement));

        Complained.Ok(complaint.Settle([new(first, Settlements.CreditNote | Settlements.Replacement), new(second, Settlements.Return, 10)]));
        Assert.Equal((67.20m, 0m, 67.20m), (complaint.Lines[0].CreditAmount, complaint.Lines[1].CreditAmount, complaint.AmountToCredit));
    }

    [Theory]
    [InlineData(0, CreditStatus.Approved)]
    [InlineData(1, CreditStatus.Requested)]
    public void Up_to_the_limit_the_desk_gives_credit_by_itself(int centsBeyond, CreditStatus status)
    {
        var credit = Limit + (centsBeyond / 100m);
        var complaint = Settled(credit);
        var asked = complaint.RequestCredit(2026, 412, Limit, Given.Now, Given.Claire).Value!;

        Assert.Equal(("AV26-00412", credit, status, Given.Claire), (asked.Number, asked.Amount, asked.Status, asked.RequestedBy));
        Assert.Equal(status is CreditStatus.Approved ? credit : 0, complaint.CreditedAmount);
    }

    [Fact]
    public void In_slices_nobody_gets_past_the_limit()
    {
        var complaint = Settled(30);
        Assert.Equal(CreditStatus.Approved, complaint.RequestCredit(2026, 1, Limit, Given.Now).Value!.Status);
        Assert.IsType<NothingToCredit>(complaint.RequestCredit(2026, 2, Limit, Given.Now).Refusal);

        Complained.Ok(complaint.Settle([new(complaint.Lines[0].Id, Settlements.CreditNote, 51)]));
        var second = complaint.RequestCredit(2026, 2, Limit, Given.Now).Value!;
        Assert.Equal((21m, CreditStatus.Requested), (second.Amount, second.Status));
    }

    [Fact]
    public void Somebody_who_may_approves_once_or_rejects_with_a_reason()
    {
        var complaint = Settled(60);
        var credit = complaint.RequestCredit(2026, 412, Limit, Given.Now).Value!;
        Assert.Equal(new CreditWaits("AV26-00412"), complaint.RequestCredit(2026, 413, Limit, Given.Now).Refusal);
        Assert.IsType<NoSuchCredit>(complaint.JudgeCredit(Guid.Empty, true, null, Given.Now).Refusal);
        Assert.IsType<ComplaintNeedsReason>(complaint.JudgeCredit(credit.Id, false, " ", Given.Now).Refusal);

        Complained.Ok(complaint.JudgeCredit(credit.Id, false, "La moitié suffit", Given.Now, Given.Claire));
        Assert.Equal((CreditStatus.Rejected, "La moitié suffit", 0m), (credit.Status, credit.Reason, complaint.CostOfNonQuality));
        Assert.Equal(new CreditIsJudged("AV26-00412", CreditStatus.Rejected), complaint.JudgeCredit(credit.Id, true, null, Given.Now).Refusal);

        var again = complaint.RequestCredit(2026, 413, Limit, Given.Now).Value!;
        Complained.Ok(complaint.JudgeCredit(again.Id, true, "sans objet", Given.Now, Given.Claire));
        Assert.Equal((CreditStatus.Approved, null, 60m), (again.Status, again.Reason, complaint.CreditedAmount));
    }

    [Fact]
    public void What_was_credited_neither_goes_nor_becomes_less()
    {
        var complaint = Settled(40);
        var credit = complaint.RequestCredit(2026, 1, Limit, Given.Now).Value!;

        Assert.Equal(new CreditIsApproved(credit.Number), complaint.Settle([new(complaint.Lines[0].Id, Settlements.None)]).Refusal);
        Assert.Equal(new CreditIsApproved(credit.Number), complaint.Change(Complained.Head(), [], Complained.Nothing, Complained.DayOf).Refusal);
        Assert.Equal(new CreditIsApproved(credit.Number), complaint.Refuse("Hors contrat", Given.Now).Refusal);
        Assert.Equal(new CreditIsApproved(credit.Number), complaint.Withdraw("Retrouvées", Given.Now).Refusal);

        var waiting = Settled(60);
        Assert.Equal(CreditStatus.Requested, waiting.RequestCredit(2026, 2, Limit, Given.Now).Value!.Status);
        Assert.Equal(new CreditWaits("AV26-00002"), waiting.Refuse("Hors contrat", Given.Now).Refusal);
    }

    [Fact]
    public void It_costs_what_was_credited_and_the_rest()
    {
        var complaint = Settled(40);
        _ = complaint.RequestCredit(2026, 1, Limit, Given.Now);
        Complained.Ok(complaint.Count([new(Guid.Empty, QualityCostKind.Transport, 64.50m, " ", null, Given.Now), new(Guid.Empty, QualityCostKind.Time, 42, "1 h 10", null, Given.Now)]));

        Assert.Equal((146.50m, null, "1 h 10"), (complaint.CostOfNonQuality, complaint.Costs[0].Note, complaint.Costs[1].Note));
        Assert.Equal(new TooManyEntries(QualityCost.Most), complaint.Count([.. Enumerable.Repeat(complaint.Costs[0], QualityCost.Most + 1)]).Refusal);
    }

    [Fact]
    public void It_ends_when_every_line_is_decided_every_credit_is_approved_and_the_client_was_told()
    {
        var complaint = Complained.Prepared();
        Assert.IsType<ComplaintDoesNotAllow>(complaint.Close(Given.Now).Refusal);
        complaint.FinishUntil(Discipline.Implementation);
        Assert.Equal(new StepOutOfTurn(Discipline.Prevention), complaint.Close(Given.Now).Refusal);
        complaint.FinishUntil(Discipline.Prevention);

        Assert.Equal(new LineNotSettled("10"), complaint.Close(Given.Now).Refusal);
        Complained.Ok(complaint.Settle([.. complaint.Lines.Select(line => new SettledLine(line.Id, Settlements.CreditNote))]));
        Assert.IsType<CreditNotApproved>(complaint.Close(Given.Now).Refusal);
        var credit = complaint.RequestCredit(2026, 1, Limit, Given.Now).Value!;
        Assert.Equal(new CreditWaits(credit.Number), complaint.Close(Given.Now).Refusal);
        Complained.Ok(complaint.JudgeCredit(credit.Id, true, null, Given.Now));
        Assert.IsType<ClientNotAnswered>(complaint.Close(Given.Now).Refusal);
        Complained.Ok(complaint.Tell(" Avoir et remplacement ", Given.Now));
        Complained.Ok(complaint.Close(Given.Now));
        Assert.Equal((ComplaintStatus.Closed, "Avoir et remplacement", Given.Now), (complaint.Status, complaint.Answer, complaint.EndedAt));
    }

    [Fact]
    public void A_line_that_stays_as_it_is_keeps_what_was_decided_and_one_that_changes_does_not()
    {
        var (delivery, order) = Complained.Delivered();
        var complaint = Complained.Open(Complained.Of(order, "10", 800, delivery), Complained.Of(order, "20", 200, delivery)).Value!;
        Complained.Ok(complaint.Settle([.. complaint.Lines.Select(line => new SettledLine(line.Id, Settlements.CreditNote))]));
        var kept = complaint.Lines[0].Id;

        Complained.Ok(complaint.Change(
            Complained.Head(ComplaintSeverity.Critical) with { ContactName = " Thomas Legrand ", InvoiceNumber = " " },
            [Complained.Of(order, "20", 100, delivery), Complained.Of(order, "10", 800, delivery) with { ReceivedInstead = " M10×45 " }], Complained.Nothing, Complained.DayOf));

        Assert.Equal(("Thomas Legrand", null, Given.Monday), (complaint.ContactName, complaint.InvoiceNumber, complaint.DueOn));
        Assert.Equal((kept, Settlements.CreditNote, "M10×45", 1), complaint.Lines.Single(line => line.LineNo == "10") is var ten ? (ten.Id, ten.Settlement, ten.ReceivedInstead, ten.Position) : default);
        Assert.Equal(((Settlements?)null, 0m, 8.40m), complaint.Lines.Single(line => line.LineNo == "20") is var twenty ? (twenty.Settlement, twenty.CreditAmount, twenty.Amount) : default);
    }

    [Fact]
    public void It_is_numbered_once()
    {
        var complaint = Complained.Opened();
        complaint.Numbered(2026, 87);

        Assert.Equal("RC26-00087", complaint.Number);
        Assert.Throws<InvalidOperationException>(() => complaint.Numbered(2026, 88));
    }

    private static Result<Complaint> Beside(Dictionary<Guid, decimal> elsewhere, params Disputed[] lines) =>
        Complaint.Open(Ids.New<ComplaintId>(), Complained.Head(), lines, elsewhere, Given.Now, Given.Monday);

    private static Complaint Settled(decimal credit)
    {
        var complaint = Complained.Opened();
        Complained.Ok(complaint.Settle([new(complaint.Lines[0].Id, Settlements.CreditNote, credit), new(complaint.Lines[1].Id, Settlements.None)]));

        return complaint;
    }
}
