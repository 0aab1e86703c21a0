using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Checks;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>What no order can hold is cut or left out and told; the file is never refused for it.</summary>
public sealed class OrderBoundsTests
{
    [Fact]
    public void A_file_within_the_bounds_is_placed_as_it_stands()
    {
        var order = Order(new PurchaseOrderLine { LineNo = "10", BuyerCode = "4711", Quantity = 5, NetPrice = 8.40m, PriceBaseQuantity = 100 });

        Assert.Same(order, OrderBounds.Fit(order));
    }

    [Fact]
    public void Every_line_gets_a_number_of_its_own_and_the_first_to_bear_one_keeps_it()
    {
        string?[] given = ["10", "10", null, "3", "10-2", "10", new('7', 30), new('7', 30)];

        var numbers = OrderBounds.Fit(Order([.. given.Select(no => new PurchaseOrderLine { LineNo = no })])).Lines.Select(line => line.LineNo!).ToList();

        Assert.Equal(["10", "10-3", "3-2", "3", "10-2", "10-4"], numbers.Take(6));
        Assert.Equal(given.Length, numbers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(numbers, no => Assert.InRange(no.Length, 1, 20));
    }

    [Fact]
    public void As_many_lines_as_an_order_has_may_all_bear_one_number()
    {
        var order = Order([.. Enumerable.Repeat(new PurchaseOrderLine { LineNo = new('1', 20) }, ReadingLimits.LinesPerOrder)]);

        Assert.Equal(ReadingLimits.LinesPerOrder, OrderBounds.Fit(order).Lines.Select(line => line.LineNo).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("LIN+1++X:SA'QTY+21:99999999999:PCE'", "number-out-of-bounds")]
    [InlineData("LIN+1++X:SA'QTY+21:5:PCE'PRI+AAA:999999999'", "number-out-of-bounds")]
    [InlineData("LIN+1++X:SA'QTY+21:5:PCE'PRI+AAA:1:::0.00001'", "number-out-of-bounds")]
    [InlineData("LIN+1++X:SA'QTY+21:999999999:PCE'PRI+AAA:99999999'", "number-out-of-bounds")]
    [InlineData("LIN+1++X:SA'QTY+21:5'LIN+1++Y:SA'QTY+21:5'", "line-renumbered")]
    public void What_does_not_fit_is_told(string lines, string code) =>
        Assert.Contains(Reading.Of(Reading.Interchange(lines)).Problems, problem => problem.Code == code);

    [Fact]
    public void A_text_that_is_cut_is_told_and_can_be_taken_for_no_other()
    {
        var order = Order(new PurchaseOrderLine { LineNo = "10", BuyerCode = new string('A', 38) + "😀😀" }) with { OrderNumber = new('9', 100) };
        var fitted = OrderBounds.Fit(order);

        Assert.Equal((new string('9', 69) + "…", new string('A', 38) + "…"), (fitted.OrderNumber, fitted.Lines[0].BuyerCode));
    }

    private static PurchaseOrder Order(params PurchaseOrderLine[] lines) => new() { OrderNumber = "4500187342", Lines = lines };
}
