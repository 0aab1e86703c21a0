using AdvPortal.Domain.Clients;

namespace AdvPortal.Domain.Tests.Clients;

/// <summary>When a price holds. What becomes of it when another one is agreed is in <see cref="Tenders.TenderEndTests"/>.</summary>
public sealed class ContractPriceTests
{
    [Theory]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-26", false)]
    public void It_holds_from_its_first_to_its_last_day(string day, bool holds) =>
        Assert.Equal(holds, APrice(until: Given.Wednesday).Holds(Given.Day(day), 1));

    [Fact]
    public void Without_a_last_day_it_goes_on() => Assert.True(APrice().Holds(Given.Monday.AddYears(20), 1));

    [Theory]
    [InlineData(null, "0.5", true)]
    [InlineData("500", "499.999", false)]
    [InlineData("500", "500", true)]
    [InlineData("500", "500.001", true)]
    public void It_holds_from_its_quantity_on(string? minimum, string quantity, bool holds) =>
        Assert.Equal(holds, APrice(minimum: minimum is null ? null : Number(minimum)).Holds(Given.Monday, Number(quantity)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_is_priced_by_no_quantity(int priceBase)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => APrice(priceBase));
        Assert.Throws<ArgumentOutOfRangeException>(() => APrice().Agree(8.40m, priceBase, "EUR", null));
    }

    [Fact]
    public void Agreed_anew_it_keeps_its_first_day_and_its_quantity()
    {
        var price = APrice(minimum: 500);

        price.Agree(7.90m, 10, "CHF", Given.Wednesday);

        Assert.Equal((7.90m, 10m, "CHF", Given.Wednesday), (price.NetPrice, price.PriceBaseQuantity, price.Currency, price.ValidUntil));
        Assert.Equal((Given.Monday, 500m), (price.ValidFrom, price.MinimumQuantity));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ContractPrice APrice(int priceBase = 100, DateOnly? until = null, decimal? minimum = null) =>
        new(Given.Client, Ids.New<ProductId>(), 8.40m, priceBase, "EUR", Given.Monday, until, minimum);
}
