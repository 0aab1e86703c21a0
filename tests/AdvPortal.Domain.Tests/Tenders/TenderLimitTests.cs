using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Tenders;

namespace AdvPortal.Domain.Tests.Tenders;

/// <summary>Where what may be said of a tender ends, and which of two things that are wrong with it is said.</summary>
public sealed class TenderLimitTests
{
    [Fact]
    public void Contributors_and_questions_have_their_number_and_keep_the_order_in_which_they_came()
    {
        var tender = Tendered.Opened();

        for (var at = 0; at < Tender.MostTasks; at++)
        {
            Tendered.Ok(Plan());
        }

        for (var at = 0; at < Tender.MostQuestions; at++)
        {
            Tendered.Ok(Ask());
        }

        Assert.Equal(new TooManyEntries(Tender.MostTasks), Plan().Refusal);
        Assert.Equal(new TooManyEntries(Tender.MostQuestions), Ask().Refusal);
        Assert.Equal(Enumerable.Range(0, Tender.MostTasks), tender.Tasks.Select(task => task.Position));
        Assert.Equal(Enumerable.Range(0, Tender.MostQuestions), tender.Questions.Select(question => question.Position));

        // Whoever is asked instead of the first comes last.
        Tendered.Ok(tender.Drop(tender.Tasks[0].Id));
        Tendered.Ok(Plan());
        Assert.Equal(Tender.MostTasks, tender.Tasks[^1].Position);

        Result Plan() => tender.Plan(new(TenderTaskKind.Price, "Prix matière ?", Given.Claire, Given.Wednesday));
        Result Ask() => tender.Ask(TenderVoice.Client, "Emballage ?", Given.Monday, Tendered.DayOf);
    }

    [Fact]
    public void Questions_may_end_with_the_offer_and_the_offer_is_in_time_up_to_its_last_minute()
    {
        Assert.True(Tendered.Open(Tendered.Head(questions: Tendered.Due), Tendered.Screws).IsOk);

        foreach (var (at, isLate) in ((DateTimeOffset, bool)[])[(Tendered.Due, false), (Tendered.Due.AddSeconds(1), true)])
        {
            var tender = Tendered.At(TenderStatus.Approved);
            Tendered.Ok(tender.Submit(Tendered.Terms(Given.Monday), null, at));
            Assert.Equal(isLate, tender.Versions[0].IsLate);
        }
    }

    [Fact]
    public void Prices_that_end_on_the_day_on_which_they_would_begin_hold_that_day()
    {
        var tender = Tendered.At(TenderStatus.Submitted);

        Assert.True(tender.Win([new(tender.Lines[0].Id)], new(TenderReason.Price), Given.Day("2027-12-31"), Given.Now, Tendered.Paris).IsOk);
    }

    [Fact]
    public void Of_a_unit_that_is_less_than_the_product_s_the_price_is_reckoned_and_of_more_what_it_is_for()
    {
        var tender = Tendered.At(TenderStatus.Submitted);
        Tendered.Ok(tender.Win([new(tender.Lines[0].Id)], new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris));

        Assert.Equal([(16.40m, 100m, 500m), (15.80m, 100m, 2500m)], PricesAt(0.5m));
        Assert.Equal([(8.20m, 200m, 2000m), (7.90m, 200m, 10_000m)], PricesAt(2));

        IEnumerable<(decimal, decimal, decimal)> PricesAt(decimal units) =>
            tender.AwardedPrices([new(tender.Lines[0].Id, Units: units)], Given.Monday).Select(price => (price.NetPrice, price.PriceBaseQuantity, price.MinimumQuantity!.Value));
    }

    [Fact]
    public void Goods_are_what_the_line_says_they_are_and_only_else_what_the_award_does()
    {
        var tender = Tendered.Opened(Tendered.Screws, Tendered.Part, Tendered.Part);
        Tendered.Ok(tender.Price([.. Enumerable.Range(0, 3).Select(at => Tendered.Offer(tender, at, tiers: new TierPrice(0, 1.50m)))]));
        Tendered.Ok(tender.RequestApproval(100_000, Given.Now));
        Tendered.Ok(tender.Submit(Tendered.Terms(Given.Monday), null, Given.Now));
        var (screws, part, other) = (tender.Lines[0].Id, tender.Lines[1].Id, tender.Lines[2].Id);

        Assert.Equal(new AwardedTwice("ENT-01"), Win(new(part, Tendered.Washer, "ENT-01"), new(other, Tendered.Washer, "ENT-01")));
        Assert.Equal(new AwardedTwice(""), Win(new(part, Tendered.Washer), new(other, Tendered.Washer)));
        Assert.Equal(new NoSuchTenderLine($"{Guid.Empty}"), Win(new Award(Guid.Empty)));
        Assert.Null(Win(new(screws, Tendered.Washer, "ENT-01"), new(part, Tendered.Washer, "ENT-01"), new(other)));
        Assert.Equal([Tendered.Screw, Tendered.Washer, null], tender.Lines.Select(line => line.ProductId));

        Refusal? Win(params Award[] awards) => tender.Win(awards, new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris).Refusal;
    }

    [Fact]
    public void What_was_priced_and_then_left_out_is_not_won()
    {
        var tender = Tendered.Priced();
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 1, tiers: new TierPrice(0, 1.50m)) with { IsLeftOut = true }]));
        Tendered.Ok(tender.RequestApproval(1000, Given.Now));
        Tendered.Ok(tender.Submit(Tendered.Terms(Given.Monday), null, Given.Now));

        Assert.Equal(new LineNotOffered("20"), tender.Win([new(tender.Lines[1].Id)], new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris).Refusal);
    }

    [Fact]
    public void What_may_not_be_done_at_all_is_said_before_what_is_wrong_with_it_and_the_reason_before_the_lines()
    {
        var (open, won) = (Tendered.At(TenderStatus.Open), Tendered.At(TenderStatus.Won));
        var misfit = new TenderEnd(TenderReason.Capacity);

        Assert.Equal(new TenderDoesNotAllow(TenderAct.Win, TenderStatus.Open), open.Win([], misfit, Given.Monday, Given.Now, Tendered.Paris).Refusal);
        Assert.Equal(new TenderDoesNotAllow(TenderAct.Lose, TenderStatus.Won), won.Lose(misfit, Given.Now).Refusal);
        Assert.Equal(new TenderDoesNotAllow(TenderAct.Change, TenderStatus.Won), won.Change(Tendered.Head(Given.Now), [], Given.Now, Tendered.Paris).Refusal);
        Assert.IsType<ReasonDoesNotFit>(Tendered.At(TenderStatus.Submitted).Win([], misfit, Given.Monday, Given.Now, Tendered.Paris).Refusal);
    }

    [Theory]
    [InlineData(TenderStatus.Lost, LineOutcome.Lost)]
    [InlineData(TenderStatus.Declined, null)]
    [InlineData(TenderStatus.Cancelled, null)]
    public void Only_what_was_with_the_client_is_lost(TenderStatus status, LineOutcome? outcome) =>
        Assert.All(Tendered.At(status).Lines, line => Assert.Equal(outcome, line.Outcome));

    [Fact]
    public void What_was_judged_before_stays_as_it_was_judged()
    {
        var tender = Tendered.Priced();

        foreach (var reason in (string[])["Marge", "Délai", "Prix"])
        {
            Tendered.Ok(tender.RequestApproval(0, Given.Now));
            Tendered.Ok(tender.Judge(false, reason, Given.Now));
        }

        Assert.Equal(["Prix", "Délai", "Marge"], tender.Approvals.Select(approval => approval.Reason));
    }

    [Fact]
    public void What_is_asked_for_is_put_right_head_and_lines()
    {
        var tender = Tendered.Opened(Tendered.Screws, Tendered.Part with { LineNo = "A-1" });
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 1) with { IsLeftOut = true, Note = " Trop petit " }, Tendered.Offer(tender, 0, tiers: new TierPrice(0, 1)) with { Note = " " }]));
        Assert.Equal([("10", null), ("A-1", "Trop petit")], tender.Lines.Select(line => (line.LineNo, line.Note)));

        Tendered.Ok(tender.Change(
            Tendered.Head() with { Title = " Vis inox 2028 ", Words = null },
            [Tendered.Screws with { Id = tender.Lines[0].Id }, Tendered.Part with { Id = tender.Lines[1].Id, LineNo = "A-1", Unit = "KGM" }], Given.Now, Tendered.Paris));

        Assert.Equal(("Vis inox 2028", "", "A-1"), (tender.Title, tender.Words, tender.Lines[1].LineNo));

        // Of another unit nobody has said yet that we do not offer it.
        Assert.Equal((false, null, false), (tender.Lines[1].IsLeftOut, tender.Lines[1].Note, tender.Lines[1].IsAnswered));
    }

    [Fact]
    public void Nothing_is_offered_below_the_first_price_but_that_price_and_without_any_none()
    {
        var tender = Tendered.Opened();
        Assert.Equal((null, 0m), (tender.Lines[0].PriceFor(1000), tender.Lines[0].Worth));

        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: [new(1000, 8.20m), new(5000, 7.90m)])]));
        Assert.Equal([8.20m, 8.20m, 8.20m, 7.90m], ((decimal[])[1, 1000, 4999, 5000]).Select(quantity => tender.Lines[0].PriceFor(quantity)!.NetPrice));
        Assert.Equal(new TierTwice("10", 5), tender.Price([Tendered.Offer(tender, 0, tiers: [new(0, 3), new(5, 2), new(5, 1)])]).Refusal);
    }

    /// <summary>The largest quantity and the highest price of a line are what it is reckoned by, whatever stands beside them.</summary>
    [Fact]
    public void What_no_column_holds_is_refused_by_its_largest_quantity_and_its_highest_price()
    {
        var tender = Tendered.Opened(Tendered.Part with { Quantities = [1, 999_999_999] }, Tendered.Part with { Quantities = [] });

        Assert.Equal(new Domain.Orders.LineOutOfRange("10"), tender.Price([Tendered.Offer(tender, 0, tiers: [new(0, 99_999_999), new(5, 0.01m)])]).Refusal);
        Assert.Equal(new Domain.Orders.LineOutOfRange("20"), tender.Price([Tendered.Offer(tender, 1, tiers: [new(0, 99_999_999), new(999_999_999, 0.01m)])]).Refusal);
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: new TierPrice(0, 0.01m)), Tendered.Offer(tender, 1, tiers: new TierPrice(0, 99_999_999))]));
    }

    [Fact]
    public void One_price_of_several_that_moved_is_a_change_and_a_line_is_called_by_our_code_else_by_theirs()
    {
        var tender = Tendered.Opened(Tendered.Screws, Tendered.Part with { BuyerCode = "0A-9" });
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: [new(1000, 8.20m), new(5000, 7.90m)]), Tendered.Offer(tender, 1, tiers: new TierPrice(0, 1.50m))]));
        var before = tender.Lines.Select(line => line.Freeze()).ToList();
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: [new(1000, 8.20m), new(5000, 7.80m)])]));

        var lines = TenderComparison.Of(before, [.. tender.Lines.Select(line => line.Freeze())]);

        Assert.Equal([("VH-M8-30-A2", true), ("0A-9", false)], lines.Select(line => (line.Code, line.IsChanged)));
    }
}
