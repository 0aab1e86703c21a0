using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class RulebookTests
{
    private const string Family = "Inox";

    [Theory]
    [InlineData(false, null, "client-X")]
    [InlineData(true, null, "site-X")]
    [InlineData(false, "INOX", "family-X")]
    [InlineData(true, Family, "both-X")]
    [InlineData(true, "Laiton", "site-X")]
    public void The_narrower_rule_wins(bool atChartres, string? family, string code) =>
        Assert.Equal(code, Everywhere.BuyerCode("X", null, family, atChartres ? Given.Chartres : Given.Strasbourg, Documents.Invoice, Given.Monday));

    [Theory]
    [InlineData("2026-01-01", 1, "2025-01-01", 2, "one-X")] // the later word
    [InlineData("2025-01-01", 1, "2026-01-01", 2, "other-X")]
    [InlineData("2025-01-01", 2, "2025-01-01", 1, "one-X")] // of the same day, the higher number
    [InlineData("2025-01-01", 1, "2025-01-01", 2, "other-X")]
    public void Of_two_of_one_scope_the_later_wins_in_whatever_order_they_came(string one, int first, string other, int second, string code)
    {
        Requirement[] both = [Given.ARequirement(new ProductCode { Prefix = "one-" }, number: first, from: one), Given.ARequirement(new ProductCode { Prefix = "other-" }, number: second, from: other)];

        Assert.All([both, [both[1], both[0]]], (Requirement[] come) => Assert.Equal(code, Rulebook.Of(come).BuyerCode("X", null, null, null, Documents.Invoice, Given.Monday)));
    }

    [Fact]
    public void A_rule_of_another_document_leaves_the_code_alone()
    {
        var book = Rulebook.Of([Given.ARequirement(new ProductCode { Prefix = "0A-", Documents = Documents.Invoice })]);

        Assert.Equal("0A-X", book.BuyerCode("X", null, null, null, Documents.Invoice, Given.Monday));
        Assert.Equal("known", book.BuyerCode("X", "known", null, null, Documents.Label, Given.Monday));
        Assert.Null(book.BuyerCode("X", null, null, null, Documents.Label, Given.Monday));
        Assert.Null(book.BuyerCode("X", null, null, null, Documents.Invoice, Given.Day("2025-02-02")));
    }

    [Fact]
    public void A_client_code_may_stand_for_several_codes_of_ours_of_the_site_in_question()
    {
        Assert.Equal(["site-X", "X"], Rulebook.Of([
            Given.ARequirement(new ProductCode { Suffix = "!" }),
            Given.ARequirement(new ProductCode { Prefix = "site-", Suffix = "!" }, site: Given.Chartres)]).OurCodes("site-X!", Given.Chartres, Given.Monday).Order(StringComparer.Ordinal).Reverse());
        Assert.Empty(Everywhere.OurCodes("site-X", Given.Strasbourg, Given.Monday));
    }

    [Fact]
    public void A_rule_of_one_site_makes_the_site_matter_until_it_is_over()
    {
        var book = Rulebook.Of([Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Monday), site: Given.Chartres, from: "2026-12-01", until: "2026-12-31")]);

        Assert.True(book.NeedsSite(Given.Monday, Moments.Review));
        Assert.True(book.NeedsSite(Given.Day("2026-12-31"), Moments.Review));
        Assert.False(book.NeedsSite(Given.Day("2027-01-01"), Moments.Review));
        Assert.False(book.NeedsSite(Given.Monday, Moments.Invoicing));
        Assert.False(Rulebook.Of([Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Monday))]).NeedsSite(Given.Monday, Moments.Review));
        Assert.False(Rulebook.Empty.NeedsSite(Given.Monday, Moments.Review));
    }

    [Theory]
    [InlineData(false, null, 100)]
    [InlineData(true, null, 50)]
    [InlineData(false, "INOX", 20)]
    [InlineData(true, Family, 10)]
    [InlineData(true, "Laiton", 50)]
    public void A_product_is_taken_in_the_packs_of_the_narrowest_word(bool atChartres, string? family, int pack)
    {
        var book = Rulebook.Of(
        [
            Given.ARequirement(new Packaging { PalletType = PalletType.Eur }, site: Given.Chartres, family: Family, number: 1),
            Given.ARequirement(new Packaging { MultipleOf = 100 }, number: 2),
            Given.ARequirement(new Packaging { MultipleOf = 50 }, site: Given.Chartres, number: 3),
            Given.ARequirement(new Packaging { MultipleOf = 20 }, family: Family, number: 4),
            Given.ARequirement(new Packaging { MultipleOf = 10 }, site: Given.Chartres, family: Family, number: 5),
        ]);

        Assert.Equal(pack, book.PackOf(family, atChartres ? Given.Chartres : Given.Strasbourg, Given.Monday));
        Assert.Null(book.PackOf(family, Given.Chartres, Given.Day("2025-02-02")));
        Assert.Null(Everywhere.PackOf(family, Given.Chartres, Given.Monday));
    }

    private static Rulebook Everywhere => Rulebook.Of(
    [
        Given.ARequirement(new ProductCode { Prefix = "client-" }, number: 1),
        Given.ARequirement(new ProductCode { Prefix = "both-" }, site: Given.Chartres, family: Family, number: 2),
        Given.ARequirement(new ProductCode { Prefix = "site-" }, site: Given.Chartres, number: 3),
        Given.ARequirement(new ProductCode { Prefix = "family-" }, family: Family, number: 4),
    ]);
}
