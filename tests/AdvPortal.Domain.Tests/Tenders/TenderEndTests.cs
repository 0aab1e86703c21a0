using System.Globalization;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Tenders;

namespace AdvPortal.Domain.Tests.Tenders;

/// <summary>Approval, versions, and what becomes of an offer that is won.</summary>
public sealed class TenderEndTests
{
    [Fact]
    public void The_desk_offers_up_to_its_limit_and_asks_above_it()
    {
        var small = Tendered.Priced();
        Tendered.Ok(small.RequestApproval(695.00m, Given.Now, Given.Claire));
        Assert.Equal((TenderStatus.Approved, new TenderApproval(695.00m, Given.Claire, Given.Now, true, Given.Claire, Given.Now)), (small.Status, small.Approvals[0]));

        var large = Tendered.Priced();
        Tendered.Ok(large.RequestApproval(694.99m, Given.Now, Given.Claire));
        Assert.Equal((TenderStatus.ToApprove, null), (large.Status, large.Approvals[0].IsApproved));
        Assert.IsType<TenderNeedsReason>(large.Judge(false, " ", Given.Now).Refusal);
        Tendered.Ok(large.Judge(false, " Marge ", Given.Now));
        Assert.Equal((TenderStatus.Open, false, "Marge"), (large.Status, large.Approvals[0].IsApproved, large.Approvals[0].Reason));

        Tendered.Ok(large.RequestApproval(0, Given.Now));
        Tendered.Ok(large.Judge(true, "oublié", Given.Now, Given.Claire));
        Assert.Equal((2, TenderStatus.Approved, null), (large.Approvals.Count, large.Status, large.Approvals[0].Reason));
    }

    // 9 € the hundred: 9,00 € as far as anybody can say.
    [Fact]
    public void What_nobody_names_a_quantity_for_is_asked_whatever_the_limit()
    {
        var tender = Tendered.Opened(Tendered.Screws with { Quantities = [] }, Tendered.Part);
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: new TierPrice(0, 9m)), Tendered.Offer(tender, 1, tiers: new TierPrice(0, 1.50m))]));
        Assert.Equal((309.00m, false), (tender.Amount, tender.IsWithin(1_000_000)));
        Tendered.Ok(tender.RequestApproval(1_000_000, Given.Now, Given.Claire));
        Assert.Equal((TenderStatus.ToApprove, null), (tender.Status, tender.Approvals[0].IsApproved));

        // What is not offered brings nothing.
        Tendered.Ok(tender.Rework());
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0) with { IsLeftOut = true }]));
        Assert.Equal((true, false), (tender.IsWithin(300.00m), tender.IsWithin(299.99m)));
        Tendered.Ok(tender.RequestApproval(300.00m, Given.Now, Given.Claire));
        Assert.Equal(TenderStatus.Approved, tender.Status);
    }

    [Fact]
    public void Nothing_leaves_while_a_line_has_no_answer()
    {
        var tender = Tendered.Opened();
        Assert.Equal(new LineNotPriced("10"), tender.RequestApproval(1000, Given.Now).Refusal);
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0) with { IsLeftOut = true }]));
        Assert.Equal(new LineNotPriced("20"), tender.RequestApproval(1000, Given.Now).Refusal);
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 1) with { IsLeftOut = true }]));
        Assert.IsType<NothingOffered>(tender.RequestApproval(1000, Given.Now).Refusal);
    }

    [Fact]
    public void Each_submission_freezes_a_version_and_what_comes_after_it_changes_nothing_of_it()
    {
        var tender = Tendered.At(TenderStatus.Submitted);
        Tendered.Ok(tender.Rework());
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, "2028-12-31", new(1000, 8.20m), new(10000, 7.50m)), Tendered.Offer(tender, 1) with { IsLeftOut = true }]));
        Tendered.Ok(tender.RequestApproval(1000, Given.Now));
        Tendered.Ok(tender.Submit(Tendered.Terms(Given.Monday), null, Tendered.Due.AddMinutes(1)));

        Assert.Equal([(1, 695.00m, "achats@chartraine.example", false), (2, 410.00m, null, true)], tender.Versions.Select(each => (each.Number, each.Amount, each.To, each.IsLate)));
        var lines = TenderComparison.Of(tender.Versions[0].Lines, tender.Versions[1].Lines);
        Assert.Equal([(1000m, 8.20m, 8.20m, 0m), (5000m, 7.90m, null, null), (10000m, null, 7.50m, null)], lines[0].Tiers.Select(tier => (tier.FromQuantity, tier.Before, tier.After, tier.Percent)));
        Assert.Equal((true, true, false), (lines[0].IsChanged, lines[1].IsChanged, TenderComparison.Of(tender.Versions[0].Lines, tender.Versions[0].Lines)[0].IsChanged));
        Assert.Equal((1.50m, null), (lines[1].Tiers[0].Before, lines[1].Tiers[0].After));
    }

    [Fact]
    public void Prices_for_other_numbers_of_units_are_compared_for_the_same()
    {
        OfferedLine line = new(Guid.Empty, "10", "VH", null, "Vis", "PCE", [], 100, [new(0, 8.00m)], 10, null, null, false);
        var compared = Assert.Single(TenderComparison.Of([line], [line with { PriceBaseQuantity = 1000, Prices = [new(0, 76.00m)] }]));
        Assert.Equal((80.00m, 76.00m, -5.0m), (compared.Tiers[0].Before, compared.Tiers[0].After, compared.Tiers[0].Percent));

        // The same at the same price, of other goods or for other quantities.
        OfferedLine[] others = [line with { Description = "Vis TH" }, line with { Unit = "MTR" }, line with { ProductCode = "VX" }, line with { BuyerCode = "0A-1" }, line with { Quantities = [500] }, line with { Note = "En carton" }];
        Assert.All(others, other => Assert.True(TenderComparison.Of([line], [other])[0].IsChanged));
        Assert.Equal([true, true, true, true, true, false], others.Select(other => TenderComparison.Of([line], [other])[0].IsAskedOtherwise));

        // What is in one of them only.
        Assert.Equal((null, true), (TenderComparison.Of([], [line])[0].Before, TenderComparison.Of([], [line])[0].IsChanged));
        Assert.Null(TenderComparison.Of([line], [])[0].After);
    }

    [Fact]
    public void What_holds_no_longer_is_not_submitted()
    {
        var tender = Tendered.At(TenderStatus.Approved);

        Assert.Equal(new OfferHasEnded("10", Given.Day("2027-12-31")), tender.Submit(Tendered.Terms(Given.Day("2028-01-01")), null, Given.Now).Refusal);
        Tendered.Ok(tender.Submit(Tendered.Terms(Given.Day("2027-12-31")), null, Given.Now));
    }

    [Fact]
    public void What_the_client_takes_becomes_its_prices_tier_by_tier()
    {
        var tender = Tendered.At(TenderStatus.Submitted);
        Award[] awards = [new(tender.Lines[0].Id)];
        Tendered.Ok(tender.Win(awards, new(TenderReason.Price, Competitor: "Boulonnerie du Nord"), Given.Wednesday, Given.Now, Tendered.Paris));

        Assert.Equal([LineOutcome.Won, LineOutcome.Lost], tender.Lines.Select(line => line.Outcome));
        Assert.Equal(
            [(Tendered.Screw, 8.20m, 1000m, 100m), (Tendered.Screw, 7.90m, 5000m, 100m)],
            tender.AwardedPrices(awards, Given.Wednesday).Select(price => (price.ProductId, price.NetPrice, price.MinimumQuantity!.Value, price.PriceBaseQuantity)));
        Assert.All(tender.AwardedPrices(awards, Given.Wednesday), price => Assert.Equal((Given.Client, "EUR", Given.Wednesday, Given.Day("2027-12-31")), (price.ClientId, price.Currency, price.ValidFrom, price.ValidUntil)));
    }

    [Fact]
    public void Goods_of_no_catalogue_have_a_price_once_somebody_says_which_product_they_are()
    {
        var tender = Tendered.At(TenderStatus.Submitted);
        Award[] named = [new(tender.Lines[1].Id, Tendered.Washer, "ENT-01")];
        Tendered.Ok(tender.Win(named, new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris));
        var price = Assert.Single(tender.AwardedPrices(named, Given.Monday));
        Assert.Equal((Tendered.Washer, null, 1.50m, "ENT-01"), (price.ProductId, price.MinimumQuantity, price.NetPrice, tender.Lines[1].ProductCode));

        var unnamed = Tendered.At(TenderStatus.Submitted);
        Award[] alone = [new(unnamed.Lines[1].Id)];
        Tendered.Ok(unnamed.Win(alone, new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris));
        Assert.Empty(unnamed.AwardedPrices(alone, Given.Monday));
    }

    [Fact]
    public void What_cannot_be_awarded_is_refused_and_nothing_is_kept()
    {
        var tender = Tendered.At(TenderStatus.Submitted);
        var (screws, part) = (tender.Lines[0].Id, tender.Lines[1].Id);

        Assert.IsType<NothingAwarded>(Win());
        Assert.IsType<NoSuchTenderLine>(Win(new Award(Guid.Empty)));
        Assert.Equal(new AwardedTwice("VH-M8-30-A2"), Win(new(part, Tendered.Screw, "VH-M8-30-A2"), new(screws)));
        Assert.Equal(new AwardEndsBeforeItBegins("10", Given.Day("2027-12-31")), tender.Win([new(screws)], new(TenderReason.Price), Given.Day("2028-01-01"), Given.Now, Tendered.Paris).Refusal);
        Assert.Equal(new AwardBeforeTender(Given.Monday), tender.Win([new(screws)], new(TenderReason.Price), Given.Monday.AddDays(-1), Given.Now, Tendered.Paris).Refusal);
        Assert.Equal((TenderStatus.Submitted, null, null), (tender.Status, tender.Lines[0].Outcome, tender.End));

        Tendered.Ok(tender.Rework());
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 1) with { IsLeftOut = true }]));
        Tendered.Ok(tender.RequestApproval(1000, Given.Now));
        Tendered.Ok(tender.Submit(Tendered.Terms(Given.Monday), null, Given.Now));
        Assert.Equal(new LineNotOffered("20"), Win(new Award(part)));

        Refusal? Win(params Award[] awards) => tender.Win(awards, new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris).Refusal;
    }

    [Fact]
    public void A_requirement_is_linked_only_where_it_is_the_same_clients()
    {
        var tender = Tendered.At(TenderStatus.Won);
        Assert.IsType<Domain.Complaints.RequirementOfAnother>(tender.Link(Ids.New<RequirementId>(), Ids.New<ClientId>()).Refusal);
        Assert.Null(tender.RequirementId);
    }

    // The new ones hold from 23 November to the end of 2027.
    [Theory]
    [InlineData("2026-01-01", null, "2026-01-01..2026-11-22 2028-01-01..")]
    [InlineData("2026-01-01", "2028-06-30", "2026-01-01..2026-11-22 2028-01-01..2028-06-30")]
    [InlineData("2026-01-01", "2026-11-22", "2026-01-01..2026-11-22")]
    [InlineData("2026-01-01", "2026-11-23", "2026-01-01..2026-11-22")]
    [InlineData("2026-11-23", "2027-06-30", "")]
    [InlineData("2027-01-01", "2028-06-30", "2028-01-01..2028-06-30")]
    [InlineData("2027-01-01", null, "2028-01-01..")]
    [InlineData("2028-01-01", null, "2028-01-01..")]
    public void New_prices_take_the_place_of_what_was_agreed(string start, string? end, string left)
    {
        var before = new ContractPrice(Given.Client, Tendered.Screw, 8.40m, 100, "EUR", Given.Day(start), end is null ? null : Given.Day(end), 1000);
        List<ContractPrice> agreed = [From(1000), From(5000)];
        var replaced = ContractPrice.Replace([before], agreed);
        List<ContractPrice> after = [.. new[] { before }.Except(replaced.Void), .. replaced.Begin];

        Assert.Equal(left, string.Join(' ', after.Except(agreed).Select(price => $"{price.ValidFrom:yyyy-MM-dd}..{price.ValidUntil:yyyy-MM-dd}")));
        Assert.All(after.Except(agreed), price => Assert.Equal((8.40m, 1000m), (price.NetPrice, price.MinimumQuantity)));
        Assert.Equal([8m], after.Where(price => price.Holds(Given.Wednesday, 5000)).Select(price => price.NetPrice).Distinct());

        static ContractPrice From(decimal quantity) => new(Given.Client, Tendered.Screw, 8m, 100, "EUR", Given.Monday, Given.Day("2027-12-31"), quantity);
    }

    /// <summary>New prices from 50 000, from 23 November to the end of 2027.</summary>
    [Fact]
    public void Smaller_quantities_keep_their_price_and_larger_ones_do_not_undercut_the_new_one()
    {
        List<ContractPrice> before = [Price(8.40m, "2026-01-01", null), Price(8.30m, "2026-01-01", null, 10_000), Price(8.20m, "2026-01-01", null, 100_000)];
        var after = Replaced(before, Price(8m, "2026-11-23", "2027-12-31", 50_000));

        Assert.Equal([8.40m, 8.30m, 8m, 8m], On("2027-03-01"));
        Assert.Equal([8.40m, 8.30m, 8.30m, 8.20m], On("2028-01-01"));

        List<decimal?> On(string day) => [Agreed(after, day, 500), Agreed(after, day, 20_000), Agreed(after, day, 50_000), Agreed(after, day, 200_000)];
    }

    /// <summary>Of several rows that hold at once the one that began last counts; so it must be after the new ones too, on every day.</summary>
    [Fact]
    public void What_goes_on_afterwards_is_what_would_have_held()
    {
        List<ContractPrice> before = [Price(8.40m, "2026-01-01", null), Price(8.80m, "2027-07-01", "2028-06-30"), Price(8.60m, "2028-03-01", "2028-04-30"), Price(8.90m, "2028-01-01", "2028-01-31")];
        var expected = Days().Select(day => Agreed(before, day, 1)).ToList();
        var after = Replaced(before, Price(8m, "2026-11-23", "2027-12-31"));

        Assert.Equal(expected, Days().Select(day => Agreed(after, day, 1)));
        Assert.Equal((8.40m, 8m, 8m), (Agreed(after, "2026-11-22", 1), Agreed(after, "2026-11-23", 1), Agreed(after, "2027-12-31", 1)));

        static IEnumerable<string> Days() => Enumerable.Range(0, 400).Select(day => Given.Day("2028-01-01").AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Prices_of_another_unit_of_the_same_product_become_prices_of_its_own()
    {
        var tender = Tendered.At(TenderStatus.Submitted);
        Tendered.Ok(tender.Win([new(tender.Lines[0].Id)], new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris));
        var (pieces, hundreds) = (Prices(1), Prices(100));

        Assert.Equal(pieces.Select(price => (price.NetPrice, price.PriceBaseQuantity * 100, price.MinimumQuantity * 100)), hundreds.Select(price => (price.NetPrice, price.PriceBaseQuantity, price.MinimumQuantity)));

        IReadOnlyList<ContractPrice> Prices(decimal units) => tender.AwardedPrices([new(tender.Lines[0].Id, Units: units)], Given.Monday);
    }

    [Fact]
    public void Without_new_prices_nothing_is_replaced_and_without_an_end_nothing_goes_on_after_them()
    {
        var before = new ContractPrice(Given.Client, Tendered.Screw, 8.40m, 100, "EUR", Given.Day("2027-01-01"), null, null);
        Assert.Equal((0, 0), (ContractPrice.Replace([before], []).Void.Count, ContractPrice.Replace([before], []).Begin.Count));

        var agreed = new ContractPrice(Given.Client, Tendered.Screw, 8m, 100, "EUR", Given.Monday, null, null);
        var replaced = ContractPrice.Replace([before], [agreed]);
        Assert.Equal([before], replaced.Void);
        Assert.Equal([agreed], replaced.Begin);

        var endless = new ContractPrice(Given.Client, Tendered.Screw, 8m, 100, "EUR", Given.Monday, DateOnly.MaxValue, null);
        Assert.Equal([endless], ContractPrice.Replace([before], [endless]).Begin);
    }

    private static ContractPrice Price(decimal price, string start, string? end, decimal? from = null) => new(Given.Client, Tendered.Screw, price, 100, "EUR", Given.Day(start), end is null ? null : Given.Day(end), from);

    private static List<ContractPrice> Replaced(List<ContractPrice> before, params ContractPrice[] agreed)
    {
        var replaced = ContractPrice.Replace(before, agreed);

        return [.. before.Except(replaced.Void), .. replaced.Begin];
    }

    // As an order finds its price.
    private static decimal? Agreed(List<ContractPrice> prices, string day, decimal quantity) =>
        prices.Where(price => price.Holds(Given.Day(day), quantity)).OrderByDescending(price => price.MinimumQuantity ?? 0).ThenByDescending(price => price.ValidFrom).FirstOrDefault()?.NetPrice;
}
