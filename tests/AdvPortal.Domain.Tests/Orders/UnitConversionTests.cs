using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class UnitConversionTests
{
    private static readonly PackSize _box = new(100, "BX", ConversionBasis.Product);
    private static readonly PackSize _multiple = new(50, null, ConversionBasis.Requirement);

    [Theory]
    [InlineData("PCE", "PCE", "1")]
    [InlineData("C62", "PCE", "1")] // two codes of one unit
    [InlineData("pièces", "PCE", "1")]
    [InlineData("CEN", "PCE", "100")]
    [InlineData("Cent.", "PCE", "100")]
    [InlineData("MIL", "CEN", "10")]
    [InlineData("DZN", "PCE", "12")]
    [InlineData("PCE", "CEN", "0.01")]
    [InlineData("TNE", "KGM", "1000")]
    [InlineData("GRM", "KGM", "0.001")]
    [InlineData("MMT", "MTR", "0.001")]
    public void Units_of_one_dimension_are_converted_by_themselves(string theirs, string ours, decimal each) =>
        Assert.Equal((each, ConversionBasis.Standard), UnitConversion.Between(theirs, ours));

    [Theory]
    [InlineData("KGM", "PCE")] // what a piece weighs is no matter of units
    [InlineData("BX", "PCE")]
    [InlineData("caisse", "PCE")]
    [InlineData("zorglub", "PCE")]
    [InlineData("PCE", "zorglub")]
    public void What_units_do_not_say_is_asked(string theirs, string ours) => Assert.Null(UnitConversion.Between(theirs, ours));

    [Theory]
    [InlineData("BX", "100", ConversionBasis.Product)]
    [InlineData("XBX", "100", ConversionBasis.Product)]
    [InlineData("Boîte", "100", ConversionBasis.Product)]
    [InlineData("CT", "50", ConversionBasis.Requirement)] // another pack than the product's
    public void A_pack_holds_what_is_known_of_it_and_the_product_knows_best(string theirs, decimal each, ConversionBasis basis) =>
        Assert.Equal((each, basis), UnitConversion.Between(theirs, "PCE", _box, _multiple));

    [Fact]
    public void A_pallet_is_no_pack_of_any_size() => Assert.Null(UnitConversion.Between("palette", "PCE", _box, _multiple));

    [Theory]
    [InlineData("stère")]
    [InlineData("")]
    public void No_unit_is_made_up(string text) => Assert.Null(UnitOfMeasure.Of(text));

    [Fact]
    public void A_conversion_is_shown_and_is_no_change_of_the_quantity()
    {
        var line = Given.ALine(quantity: 500) with { Ordered = new(5, "BX", 100, ConversionBasis.Product) };
        var found = Assert.Single(Given.Judge(Given.ADraft("2026-11-24", line)).Findings);

        Assert.Equal((FindingKinds.UnitConverted, FindingState.Applied), (found.Evidence.Kind, found.State));
        Assert.Equal((5m, "BX", 500m, "PCE"), (found.Evidence.Before!.Quantity!.Value, found.Evidence.Before.Unit, found.Evidence.After!.Quantity!.Value, found.Evidence.After.Unit));
        Assert.Equal(new(MessageKeys.Of(ConversionBasis.Product), 5m, "BX", 500m, "PCE", 100m), found.Evidence.Explanation);

        var order = Given.AnOrder(Given.ADraft("2026-11-24", line));
        Assert.Equal((500m, "PCE", 5m), (order.Lines[0].Quantity, order.Lines[0].Unit, order.Lines[0].Ordered!.Quantity));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void A_conversion_stays_when_the_order_is_judged_again()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine(quantity: 500) with { Ordered = new(5, "BX", 100, ConversionBasis.Product) }));
        var finding = order.Findings[0].Id;
        var draft = order.ToDraft();
        Assert.True(order.Correct(draft, Given.Judge(draft)).IsOk);

        Assert.Equal((finding, 500m), (Assert.Single(order.Findings).Id, order.Lines[0].Quantity));
    }

    [Fact]
    public void An_unknown_pack_blocks_and_nobody_waives_it()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine(quantity: 5) with { Unit = "BX", Facts = new() { UnitToAsk = "PCE" } }));
        var finding = Assert.Single(order.Findings);

        Assert.Equal((FindingKinds.UnitUnknown, true), (finding.Kind, finding.Blocks));
        Assert.IsType<UnitCannotBeWaived>(order.Waive(finding.Id, "Toujours ainsi", "Karim Haddad", Given.Claire, Given.Now).Refusal);
        Assert.IsType<NothingToAccept>(order.Accept(finding.Id, Given.Claire, Given.Now).Refusal);
    }

    [Fact]
    public void A_pack_that_holds_nothing_is_known_of_nobody() =>
        Assert.Equal((50m, ConversionBasis.Requirement), UnitConversion.Between("BX", "PCE", _box with { Quantity = 0 }, _multiple));
}
