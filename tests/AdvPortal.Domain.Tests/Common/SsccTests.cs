namespace AdvPortal.Domain.Tests.Common;

/// <summary>GS1 General Specifications: 2.2.1 (SSCC), 7.9.1 (check digit), 3 and 7.8 (element strings).</summary>
public sealed class SsccTests
{
    [Theory]
    [InlineData("3012345", 17, "030123450000000178")]
    [InlineData("3012345", 3_000_000_017, "330123450000000179")] // the digit in front makes room for more
    [InlineData("301234567890", 10_000, "130123456789000009")]
    [InlineData("3012", 0, "030120000000000000")]
    public void A_unit_is_numbered_by_its_company(string prefix, long number, string sscc)
    {
        Assert.Equal(sscc, Sscc.Of(prefix, number));
        Assert.True(Sscc.IsValid(sscc));
    }

    [Theory]
    [InlineData("106141411234567897")]
    [InlineData("340123450000000000")]
    public void A_number_is_valid_by_its_last_digit_alone(string sscc)
    {
        Assert.True(Sscc.IsValid(sscc));
        Assert.All(Enumerable.Range(0, 10).Where(digit => sscc[^1] != '0' + digit), digit => Assert.False(Sscc.IsValid($"{sscc[..^1]}{digit}")));
    }

    [Theory]
    [InlineData("629104150021", '3')] // a GTIN-13: weights run from the right
    [InlineData("03600029145", '2')]
    public void The_last_digit_checks_keys_of_every_length(string digits, char check) => Assert.Equal(check, Sscc.CheckDigit(digits));

    [Fact]
    public void No_number_beyond_what_the_prefix_leaves_is_given()
    {
        Assert.Equal(100_000, Sscc.Capacity("301234567890"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sscc.Of("301234567890", 100_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sscc.Of("301234567890", -1));
        Assert.Throws<ArgumentException>(() => Sscc.Of("30A", 1));
        Assert.Equal("930123456789099993", Sscc.Of("301234567890", 99_999));
    }

    [Theory]
    [InlineData("3012", true)]
    [InlineData("301234567890", true)]
    [InlineData("301", false)]
    [InlineData("3012345678901", false)]
    [InlineData("30123A5", false)]
    [InlineData("٣٠١٢٣", false)] // digits of another script
    public void A_company_prefix_has_four_to_twelve_digits(string text, bool itIs) => Assert.Equal(itIs, Sscc.IsCompanyPrefix(text));

    [Theory]
    [InlineData("", false)]
    [InlineData("0", false)] // it checks nothing
    [InlineData("00", true)]
    [InlineData("17", true)]
    [InlineData("A9", false)] // as if A were a digit
    [InlineData("40123455", true)]
    [InlineData("40123456", false)]
    public void Nothing_but_digits_is_checked(string text, bool itIs) => Assert.Equal(itIs, Sscc.IsChecked(text));
}
