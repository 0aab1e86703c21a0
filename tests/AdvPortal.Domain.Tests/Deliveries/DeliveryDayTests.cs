using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tests.Orders;

namespace AdvPortal.Domain.Tests.Deliveries;

public sealed class DeliveryDayTests
{
    private static readonly DateOnly _friday = Given.Wednesday.AddDays(2);

    [Fact]
    public void A_closed_day_is_refused_with_the_first_that_suits_every_order()
    {
        var noWednesday = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday));
        var noThursday = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Thursday), number: 13);

        Assert.Equal(new ArrivalNotPossible(Given.Wednesday, Given.Wednesday.AddDays(1)), DeliveryDay.WhyNot([Days(noWednesday)], Given.Wednesday));
        Assert.Equal(new ArrivalNotPossible(Given.Wednesday, _friday), DeliveryDay.WhyNot([Days(noWednesday), Days(noThursday)], Given.Wednesday));
        Assert.Null(DeliveryDay.WhyNot([Days(noWednesday), Days(noThursday)], _friday));
    }

    [Fact]
    public void No_day_at_all_is_said()
    {
        var closed = Given.ARequirement(new DeliveryDays { ClosedDates = [new(Given.Monday, Given.Monday.AddDays(300))] });

        Assert.Equal(new NoArrivalPossible(Given.Wednesday), DeliveryDay.WhyNot([Days(closed)], Given.Wednesday));
    }

    [Fact]
    public void After_the_last_day_of_the_calendar_there_is_none() =>
        Assert.Equal(new NoArrivalPossible(DateOnly.MaxValue), DeliveryDay.WhyNot([Days(Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Friday)))], DateOnly.MaxValue));

    [Fact]
    public void What_the_client_agreed_to_for_an_order_is_agreed()
    {
        var noWednesday = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday));
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), noWednesday);
        order.Waive(order.Findings[0].Id, "Exceptionnellement", "Karim Haddad", Given.Claire, Given.Now);
        order.Confirm(Given.Now);
        var days = ArrivalDays.Of(order.AsItStands(), Rulebook.Of([noWednesday]), Given.ThisMorning, Transport.Default);

        Assert.Null(DeliveryDay.WhyNot([(order, days, ["10"])], Given.Wednesday));
        Assert.IsType<ArrivalNotPossible>(DeliveryDay.WhyNot([(order, days, ["10"])], Given.Wednesday.AddDays(7)));
    }

    [Fact]
    public void What_the_client_agreed_to_of_something_else_or_of_another_line_says_nothing_of_a_day()
    {
        var noWednesday = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday), number: 13);
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday, Given.ALine(), Given.ALine("20")), Given.ARequirement(new Instruction { Text = "Film noir" }));
        order.Waive(order.Findings[0].Id, "Sans film", "Karim Haddad", Given.Claire, Given.Now);
        order.Confirm(Given.Now);
        Assert.IsType<ArrivalNotPossible>(DeliveryDay.WhyNot([(order, DaysOf(order, noWednesday), ["10"])], Given.Wednesday));

        var two = Given.AnOrder(Given.ADraft(_friday, Given.ALine(), Given.ALine("20") with { RequestedOn = Given.Wednesday }), noWednesday);
        two.Waive(two.Findings.Single(finding => finding.LineNo == "20").Id, "Exceptionnellement", "Karim Haddad", Given.Claire, Given.Now);
        two.Confirm(Given.Now);
        PromiseLedgerTests.Move(two, "10", Given.Wednesday);
        Assert.Null(DeliveryDay.WhyNot([(two, DaysOf(two, noWednesday), ["20"])], Given.Wednesday));
        Assert.IsType<ArrivalNotPossible>(DeliveryDay.WhyNot([(two, DaysOf(two, noWednesday), ["10"])], Given.Wednesday));
        Assert.IsType<ArrivalNotPossible>(DeliveryDay.WhyNot([(two, DaysOf(two, noWednesday), ["20", "10"])], Given.Wednesday));
    }

    [Fact]
    public void Of_what_comes_in_parts_every_part_has_the_day_that_was_agreed()
    {
        var noWednesday = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday));
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), noWednesday);
        order.Waive(order.Findings[0].Id, "Exceptionnellement", "Karim Haddad", Given.Claire, Given.Now);
        order.Confirm(Given.Now);
        var parts = new Dictionary<string, IReadOnlyList<PromisedPart>> { ["10"] = [PromiseLedgerTests.Part(3000, Given.Wednesday), PromiseLedgerTests.Part(2000, _friday)] };
        Assert.True(order.Repromise(parts, new(PromiseCause.Production), Given.Claire, Given.Now, Given.Monday).IsOk);

        Assert.Null(DeliveryDay.WhyNot([(order, DaysOf(order, noWednesday), ["10"])], Given.Wednesday));
        Assert.IsType<ArrivalNotPossible>(DeliveryDay.WhyNot([(order, DaysOf(order, noWednesday), ["10"])], Given.Wednesday.AddDays(7)));
    }

    [Theory]
    [InlineData(Severity.AutoFix, false, false)]
    [InlineData(Severity.Warn, false, true)]
    [InlineData(Severity.AutoFix, true, true)]
    public void A_client_that_takes_one_delivery_gets_all_unless_it_agreed(Severity severity, bool agreed, bool inParts)
    {
        var rules = Rulebook.Of([Given.ARequirement(new PartialDelivery { Allowed = false }, severity)]);

        Assert.Equal((inParts, inParts ? 0 : null), (Terms(rules, agreed).InParts, Terms(rules, agreed).Together?.Count));
    }

    [Fact]
    public void What_stays_behind_goes_by_the_narrowest_word()
    {
        var rules = Rulebook.Of(
        [
            Given.ARequirement(new BackOrder { Policy = BackOrderPolicy.Keep }, Severity.Task),
            Given.ARequirement(new BackOrder { Policy = BackOrderPolicy.Cancel }, Severity.Task, site: Given.Chartres, number: 13),
            Given.ARequirement(new BackOrder { Policy = BackOrderPolicy.Ask }, Severity.Task, site: Given.Strasbourg, number: 14),
        ]);

        Assert.Equal(BackOrderPolicy.Cancel, Terms(rules).BackOrder);
        Assert.Null(Terms(Rulebook.Empty).BackOrder);
    }

    [Fact]
    public void What_has_left_of_an_order_is_asked_nothing_more()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday, Given.ALine() with { ProductFamily = "Vis" }, Given.ALine("20", quantity: 300)));
        order.Confirm(Given.Now);
        var rules = Rulebook.Of([Given.ARequirement(new BackOrder { Policy = BackOrderPolicy.Cancel }, Severity.Task, family: "vis")]);
        Assert.Null(TermsOfDelivery.Of(order, rules, Given.Wednesday, DeliveryTolerance.None).BackOrder);

        order.Ship(new Dictionary<string, decimal> { ["20"] = 300 }, ShippingTerms.Usual);
        Assert.Equal(BackOrderPolicy.Cancel, TermsOfDelivery.Of(order, rules, Given.Wednesday, DeliveryTolerance.None).BackOrder);
    }

    [Fact]
    public void Who_agreed_to_an_order_in_parts_has_agreed()
    {
        var together = Given.ARequirement(new PartialDelivery { Allowed = false });
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday, Given.ALine(), Given.ALine("20") with { RequestedOn = _friday }), together);
        Assert.False(TermsOfDelivery.Of(order, Rulebook.Of([together]), Given.Wednesday, DeliveryTolerance.None).InParts);

        Assert.All(order.Findings.Where(finding => finding.Kind == PartialDelivery.KindName).ToList(), finding => order.Waive(finding.Id, "En deux fois", "Karim Haddad", Given.Claire, Given.Now));
        Assert.True(TermsOfDelivery.Of(order, Rulebook.Of([together]), Given.Wednesday, DeliveryTolerance.None).InParts);
    }

    [Fact]
    public void Products_that_go_together_go_together_and_leave_the_others_alone()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday, Given.ALine() with { ProductFamily = "Vis" }, Given.ALine("20", quantity: 300)));
        order.Confirm(Given.Now);
        var terms = TermsOfDelivery.Of(order, Rulebook.Of([Given.ARequirement(new PartialDelivery { Allowed = false }, Severity.AutoFix, family: "Vis")]), Given.Wednesday, DeliveryTolerance.None);

        Assert.Equal(new GoesTogether("10"), order.Ship(new Dictionary<string, decimal> { ["10"] = 4000, ["20"] = 300 }, terms).Refusal);
        Assert.True(order.Ship(new Dictionary<string, decimal> { ["20"] = 100 }, terms).IsOk);
    }

    private static ShippingTerms Terms(Rulebook rules, bool agreed = false) =>
        TermsOfDelivery.Of(OrderLifeTests.At(OrderStatus.Confirmed), rules, Given.Wednesday, DeliveryTolerance.None, agreed);

    private static ArrivalDays DaysOf(Order order, params Requirement[] requirements) => ArrivalDays.Of(order.AsItStands(), Rulebook.Of(requirements), Given.ThisMorning, Transport.Default);

    private static (Order, ArrivalDays, IReadOnlyCollection<string>) Days(params Requirement[] requirements)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);

        return (order, DaysOf(order, requirements), ["10", "20"]);
    }
}
