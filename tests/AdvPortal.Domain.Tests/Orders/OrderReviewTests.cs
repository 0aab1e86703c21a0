using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What a person decides about findings, and what follows for the order.</summary>
public sealed class OrderReviewTests
{
    private static readonly DateOnly _friday = Given.Day("2026-11-27");
    private static readonly DeliveryDays _chartres = Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday);
    private static readonly ProductCode _prefix = new() { Prefix = "0A-" };

    [Fact]
    public void A_finding_keeps_the_client_s_words_whatever_comes_later()
    {
        var requirement = Given.ARequirement(_chartres);
        var finding = Assert.Single(Given.AnOrder(Given.ADraft(Given.Wednesday), requirement).Findings);

        Assert.Equal((requirement.Id, 12, 1), (finding.RequirementId, finding.RequirementNumber, finding.RequirementRevision));
        Assert.Equal((requirement.Current.Sentence, requirement.Current.Source), (finding.Sentence, finding.Source));
        Assert.Equal(("deliveryDays", null), (finding.Kind, finding.LineNo));
    }

    [Fact]
    public void Nothing_is_confirmed_while_something_blocks()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres));

        var refusal = Assert.IsType<RequirementsNotMet>(order.Confirm(Given.Now).Refusal);

        Assert.Equal(order.Findings, refusal.Findings);
        Assert.Equal((OrderStatus.ToReview, _friday), (order.Status, order.PromisedOn));
        Assert.All(order.Lines, line => Assert.Null(line.FirstPromisedOn));
    }

    [Theory]
    [InlineData(Severity.Warn)]
    [InlineData(Severity.Task)]
    [InlineData(Severity.AutoFix)]
    public void What_does_not_block_does_not_stop_a_confirmation(Severity severity) =>
        Assert.True(Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres, severity)).Confirm(Given.Now).IsOk);

    [Theory]
    [InlineData(Severity.Block)]
    [InlineData(Severity.Warn)]
    public void Accepting_a_date_promises_it(Severity severity)
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres, severity));

        Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).IsOk);

        var finding = order.Findings[0];
        Assert.Equal((FindingState.Accepted, Given.Claire, Given.Now), (finding.State, finding.AcceptedBy, finding.AcceptedAt));
        Assert.Equal((_friday, _friday, Given.Day("2026-11-26")), (order.PromisedOn, order.Lines[0].PromisedOn, order.Lines[0].ShipOn));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void One_answer_serves_every_requirement_that_proposes_the_same_date()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres), Given.ARequirement(_chartres, number: 13));

        order.Accept(order.Findings[0].Id, Given.Claire, Given.Now);

        Assert.All(order.Findings, finding => Assert.Equal(FindingState.Accepted, finding.State));
    }

    [Theory]
    [InlineData(Severity.Block)]
    [InlineData(Severity.AutoFix)]
    public void A_waived_date_is_promised_as_asked(Severity severity)
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres, severity));

        Assert.True(order.Waive(order.Findings[0].Id, " Quai ouvert ", " Karim Haddad ", Given.Claire, Given.Now).IsOk);

        Assert.Equal(new Waiver("Quai ouvert", "Karim Haddad", Given.Claire, Given.Now), order.Findings[0].Waiver);
        Assert.Equal((FindingState.Waived, Given.Wednesday, Given.Day("2026-11-24")), (order.Findings[0].State, order.PromisedOn, order.Lines[0].ShipOn));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void One_requirement_waived_leaves_the_date_to_the_other()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres), Given.ARequirement(_chartres, number: 13));

        order.Waive(order.Findings[0].Id, "Quai ouvert", "Karim Haddad", Given.Claire, Given.Now);

        Assert.Equal(_friday, order.PromisedOn);
        Assert.IsType<RequirementsNotMet>(order.Confirm(Given.Now).Refusal);
    }

    [Fact]
    public void A_client_to_be_asked_leaves_nothing_to_accept()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres with { IfClosed = IfClosed.Ask }));

        Assert.Null(order.PromisedOn);
        Assert.IsType<NothingToAccept>(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).Refusal);
        Assert.True(order.Waive(order.Findings[0].Id, "Le client a dit oui", "Karim Haddad", Given.Claire, Given.Now).IsOk);
        Assert.Equal(Given.Wednesday, order.PromisedOn);
    }

    [Fact]
    public void Accepting_a_price_takes_the_contract_s_and_waiving_keeps_the_client_s()
    {
        var draft = Given.ADraft("2026-11-24", Given.ALine() with { NetPrice = 1.15m, ContractPrice = 1.25m, Quantity = 10_000 });
        var (accepted, waived) = (Given.AnOrder(draft), Given.AnOrder(draft));
        Assert.Equal(115.00m, accepted.TotalNet);

        accepted.Accept(accepted.Findings[0].Id, Given.Claire, Given.Now);
        waived.Waive(waived.Findings[0].Id, "Geste commercial", "Marc", Given.Claire, Given.Now);

        Assert.Equal((1.25m, 125.00m, 125.00m), (accepted.Lines[0].NetPrice, accepted.Lines[0].LineAmount, accepted.TotalNet));
        Assert.Equal((1.15m, 115.00m), (waived.Lines[0].NetPrice, waived.TotalNet));
        Assert.True(accepted.Confirm(Given.Now).IsOk);
        Assert.True(waived.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void Accepting_a_currency_takes_the_contract_s()
    {
        var draft = Given.ADraft("2026-11-24");
        var order = Order.Receive(Ids.New<OrderId>(), draft, Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning, facts: new(ContractCurrency: "CHF")), Given.Now, Given.Now).Value!;

        order.Accept(order.Findings[0].Id, Given.Claire, Given.Now);

        Assert.Equal("CHF", order.Currency);
    }

    [Theory]
    [InlineData(Severity.AutoFix, "0A-VH-M8-30-ZN", null)]
    [InlineData(Severity.Block, "0A-VH-M8-30-ZN", null)]
    [InlineData(Severity.Warn, null, null)]
    public void A_waived_code_is_shown_as_it_was_sent(Severity severity, string? before, string? after)
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_prefix, severity));
        Assert.Equal(before, order.Lines[0].BuyerCode);

        order.Waive(order.Findings[0].Id, "Autre système", "Nathalie", Given.Claire, Given.Now);

        Assert.Equal((after, "VH-M8-30-ZN"), (order.Lines[0].BuyerCode, order.Lines[0].ProductCode));
    }

    [Fact]
    public void Accepting_a_code_that_was_only_said_shows_it_unless_it_is_for_other_documents()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_prefix, Severity.Warn));
        var invoices = Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_prefix with { Documents = Documents.Invoice }, Severity.Warn));

        order.Accept(order.Findings[0].Id, Given.Claire, Given.Now);
        invoices.Accept(invoices.Findings[0].Id, Given.Claire, Given.Now);

        Assert.Equal("0A-VH-M8-30-ZN", order.Lines[0].BuyerCode);
        Assert.Null(invoices.Lines[0].BuyerCode);
    }

    [Fact]
    public void An_unknown_product_cannot_be_accepted_and_a_missing_quantity_not_even_waived()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine(code: null, quantity: null)));
        var (product, quantity) = (order.Findings[0].Id, order.Findings[1].Id);

        Assert.IsType<NothingToAccept>(order.Accept(product, Given.Claire, Given.Now).Refusal);
        Assert.IsType<MissingQuantityCannotBeWaived>(order.Waive(quantity, "Plus tard", "Nathalie", Given.Claire, Given.Now).Refusal);
        Assert.True(order.Waive(product, "Hors catalogue", "Nathalie", Given.Claire, Given.Now).IsOk);
    }

    [Fact]
    public void A_waiver_needs_a_reason_and_somebody_who_agreed()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres));

        Assert.IsType<WaiverNeedsReason>(order.Waive(order.Findings[0].Id, " ", "Karim", Given.Claire, Given.Now).Refusal);
        Assert.IsType<WaiverNeedsAgreement>(order.Waive(order.Findings[0].Id, "Quai ouvert", "", Given.Claire, Given.Now).Refusal);
        Assert.Equal(FindingState.Open, order.Findings[0].State);
    }

    [Fact]
    public void What_is_settled_or_unknown_or_promised_is_decided_no_more()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres), Given.ARequirement(_prefix, Severity.AutoFix));
        var date = order.Findings[0].Id;

        Assert.IsType<NoSuchFinding>(order.Accept(Ids.New<FindingId>(), Given.Claire, Given.Now).Refusal);
        order.Accept(date, Given.Claire, Given.Now);
        Assert.Equal(new FindingAlreadySettled(FindingState.Accepted), order.Waive(date, "Quai ouvert", "Karim", Given.Claire, Given.Now).Refusal);

        order.Confirm(Given.Now);
        Assert.Equal(new OrderNotToReview(OrderStatus.Confirmed), order.Waive(order.Findings[1].Id, "Quai ouvert", "Karim", Given.Claire, Given.Now).Refusal);
        Assert.Equal(new OrderNotToReview(OrderStatus.Confirmed), order.Accept(order.Findings[1].Id, Given.Claire, Given.Now).Refusal);
    }
}
