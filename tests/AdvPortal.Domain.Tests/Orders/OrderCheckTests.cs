using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What an order gives cause to say without any requirement behind it.</summary>
public sealed class OrderCheckTests
{
    [Fact]
    public void An_order_that_agrees_with_all_that_is_known_gives_no_cause() =>
        Assert.Empty(Check(Given.ADraft("2026-11-24"), new(ContractCurrency: "eur", AnnouncedTotal: 420.01m)));

    [Theory]
    [InlineData("1.15", "1.25", MessageKeys.PriceBelow, "8.0")]
    [InlineData("1.30", "1.25", MessageKeys.PriceAbove, "4.0")]
    [InlineData("1.30", "0", MessageKeys.PriceAbove, "100")]
    public void A_price_that_differs_from_the_contract_blocks_and_the_contract_is_proposed(decimal ordered, decimal agreed, string key, decimal percent)
    {
        var found = Assert.Single(Check(Given.ADraft("2026-11-24", Given.ALine() with { NetPrice = ordered, ContractPrice = agreed })));

        Assert.Equal((FindingKinds.PriceDiffers, true, 0), (found.Evidence.Kind, found.Blocks, found.Line));
        Assert.Equal(new(key, new UnitPrice(ordered), new UnitPrice(agreed), percent), found.Evidence.Explanation);
        Assert.Equal((ordered, agreed), (found.Evidence.Before!.NetPrice, found.Evidence.After!.NetPrice));
    }

    [Fact]
    public void No_price_is_said_unless_the_contract_has_one()
    {
        var line = Given.ALine() with { NetPrice = null };

        Assert.Empty(Check(Given.ADraft("2026-11-24", line)));
        var found = Assert.Single(Check(Given.ADraft("2026-11-24", line with { ContractPrice = null })));
        Assert.Equal((FindingKinds.PriceMissing, false), (found.Evidence.Kind, found.Blocks));
    }

    [Fact]
    public void Prices_in_two_currencies_are_not_compared_but_the_currency_blocks()
    {
        var found = Assert.Single(Check(Given.ADraft("2026-11-24", Given.ALine() with { NetPrice = 9 }), new(ContractCurrency: "CHF")));

        Assert.Equal((FindingKinds.CurrencyDiffers, true), (found.Evidence.Kind, found.Blocks));
        Assert.Equal(("EUR", "CHF"), (found.Evidence.Before!.Currency, found.Evidence.After!.Currency));
    }

    [Theory]
    [InlineData("0A-X", "0A-X")]
    [InlineData(null, "Vis H M8×30")]
    public void An_unknown_product_is_named_as_it_was_sent(string? buyerCode, string named)
    {
        var found = Assert.Single(Check(Given.ADraft("2026-11-24", Given.ALine(code: null) with { BuyerCode = buyerCode })));

        Assert.Equal((FindingKinds.UnknownProduct, true), (found.Evidence.Kind, found.Blocks));
        Assert.Equal(new(MessageKeys.UnknownProduct, named), found.Evidence.Explanation);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_quantity_that_orders_nothing_blocks(int? quantity) =>
        Assert.Equal((FindingKinds.MissingQuantity, true), Single(Check(Given.ADraft("2026-11-24", Given.ALine(quantity: quantity)))));

    [Fact]
    public void A_reference_seen_before_is_said_and_the_other_order_named()
    {
        var found = Assert.Single(Check(Given.ADraft("2026-11-24"), new(DuplicateOf: "CV26-00001")));

        Assert.Equal((FindingKinds.DuplicateReference, false), (found.Evidence.Kind, found.Blocks));
        Assert.Equal("CV26-00001", found.Evidence.Before!.OrderNumber);
        Assert.Equal(new(MessageKeys.DuplicateReference, "4500187342", "CV26-00001"), found.Evidence.Explanation);
    }

    [Theory]
    [InlineData("420.01", false)]
    [InlineData("420.02", true)]
    [InlineData("419.98", true)]
    public void A_total_may_be_a_cent_off(decimal announced, bool said) =>
        Assert.Equal(said, Check(Given.ADraft("2026-11-24"), new(AnnouncedTotal: announced)) is [{ Evidence.Kind: FindingKinds.TotalDiffers, Blocks: false }]);

    [Fact]
    public void A_place_that_we_do_not_know_blocks_unless_a_site_was_chosen()
    {
        var draft = Given.ADraft("2026-11-24");

        Assert.Equal((FindingKinds.UnknownSite, true), Single(Check(draft with { SiteId = null }, new(SiteIsUnknown: true))));
        Assert.Empty(Check(draft, new(SiteIsUnknown: true)));
        Assert.Empty(Check(draft with { SiteId = null }));
    }

    [Fact]
    public void Checks_belong_to_the_review() =>
        Assert.Empty(Judgement.Of(Given.ADraft("2026-11-24", Given.ALine(code: null)), Rulebook.Empty, Given.ThisMorning, Moments.Packing).Findings);

    [Theory]
    [InlineData("5000", "8.40", "100", "420.00")]
    [InlineData("1", "0.125", "1", "0.13")] // away from zero
    [InlineData("-1", "0.125", "1", "-0.13")]
    [InlineData("3", "0.0115", "1", "0.03")]
    public void Half_a_cent_is_rounded_away_from_zero(decimal quantity, decimal price, decimal priceBase, decimal amount) =>
        Assert.Equal(amount, LineAmounts.Of(quantity, price, priceBase));

    [Theory]
    [InlineData("8.40", "100", "100", "8.40")]
    [InlineData("8.40", "100", "1", "0.084")]
    [InlineData("1", "3", "1", "0.3333")]
    [InlineData("0.084", "1", "100", "8.40")]
    [InlineData("0.00012", "1", "1", "0.00012")] // the same is not rounded
    public void A_price_may_be_said_for_another_number_of_units(decimal price, decimal from, decimal to, decimal converted) =>
        Assert.Equal(converted, LineAmounts.Per(price, from, to));

    [Theory]
    [InlineData("999999999", "99", "1", true)]
    [InlineData("1000000000", "1", "1", false)]
    [InlineData("1", "99999999", "1", true)]
    [InlineData("1", "100000000", "1", false)]
    [InlineData("1", "1", "0.0001", true)]
    [InlineData("1", "1", "0.00009", false)]
    [InlineData("1", "1", "999999999", true)]
    [InlineData("1", "1", "1000000000", false)]
    [InlineData("1000", "99999999.999", "1", false)] // a price too dear
    [InlineData("99999999999", "1", "1", false)]
    [InlineData("999999999", "100", "1", true)]
    [InlineData("999999999", "100.0001", "1", false)]
    [InlineData("-999999999", "101", "1", false)]
    [InlineData("-1", "-100000000", "1", false)]
    public void A_line_can_be_reckoned_with_up_to_what_can_be_kept(decimal quantity, decimal price, decimal per, bool fits)
    {
        Assert.Equal(fits, LineAmounts.Fit(quantity, price, per));
        Assert.Equal(per is >= LineAmounts.LeastPriceBase and <= LineAmounts.MostQuantity, LineAmounts.Fit(null, null, per));
    }

    [Fact]
    public void Points_that_a_person_has_to_decide_on_block_until_somebody_has_looked()
    {
        var draft = Given.ADraft("2026-11-24");
        var order = Order.Receive(Ids.New<OrderId>(), draft, Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning, facts: new(Doubts: 2)), Given.Now, Given.Now).Value!;

        Assert.Equal(new Message(MessageKeys.DocumentDoubt, 2), Assert.Single(order.Findings).Explanation);
        Assert.IsType<RequirementsNotMet>(order.Confirm(Given.Now).Refusal);
        Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).IsOk);
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void An_order_that_asks_for_the_same_is_said_once()
    {
        var same = new SameContent(Ids.New<OrderId>(), "CV26-00001", Given.Monday);

        Assert.Equal((FindingKinds.DuplicateContent, false), Single(Check(Given.ADraft("2026-11-24"), new(SameContent: same))));
        Assert.Equal((FindingKinds.DuplicateReference, false), Single(Check(Given.ADraft("2026-11-24"), new(SameContent: same, DuplicateOf: "CV26-00001"))));
        Assert.Equal(2, Check(Given.ADraft("2026-11-24"), new(SameContent: same, DuplicateOf: "CV26-00002")).Count);
    }

    [Theory]
    [InlineData("4500187342", true, false)]
    [InlineData(null, true, true)]
    [InlineData(" ", true, true)]
    [InlineData(null, false, false)]
    public void What_the_client_sent_bears_a_reference(string? reference, bool sent, bool said) =>
        Assert.Equal(said ? [FindingKinds.ReferenceMissing] : [], Check(Given.ADraft("2026-11-24") with { CustomerReference = reference }, new(ReferenceExpected: sent)).Select(found => found.Evidence.Kind));

    [Theory]
    [InlineData("2031-11-21", "2031-11-21", null)]
    [InlineData("2026-11-24", "2031-11-23", null)] // five years from today
    [InlineData("2026-11-24", "2031-11-24", "2031-11-24")]
    [InlineData("2031-11-24", "2026-11-24", "2031-11-24")]
    [InlineData("2032-11-24", "2031-11-24", "2032-11-24")]
    public void A_year_that_was_mistyped_blocks(string ofOrder, string ofLine, string? said)
    {
        var found = Check(Given.ADraft(ofOrder, Given.ALine(), Given.ALine("20") with { RequestedOn = Given.Day(ofLine) })).Where(found => found.Evidence.Kind == FindingKinds.DateFarAhead);

        Assert.Equal(said is null ? [] : [(new Message(MessageKeys.DateFarAhead, Given.Day(said), 5), true)], found.Select(each => (each.Evidence.Explanation, each.Blocks)));
    }

    private static IReadOnlyList<Found> Check(OrderDraft draft, OrderFacts? facts = null) =>
        Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning, facts: facts).Findings;

    private static (string Kind, bool Blocks) Single(IReadOnlyList<Found> findings)
    {
        var found = Assert.Single(findings);

        return (found.Evidence.Kind, found.Blocks);
    }
}
