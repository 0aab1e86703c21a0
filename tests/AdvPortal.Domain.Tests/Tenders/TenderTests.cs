using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Tenders;

namespace AdvPortal.Domain.Tests.Tenders;

/// <summary>What is asked for, what contributors and questions add to it, and what is offered.</summary>
public sealed class TenderTests
{
    [Fact]
    public void A_tender_is_opened_with_what_the_client_asks_for()
    {
        var tender = Tendered.Opened();
        tender.Numbered(2026, 12);

        Assert.Equal(("AO26-00012", "Vis inox 2027", TenderStatus.Open, Tendered.Due, 0m), (tender.Number, tender.Title, tender.Status, tender.DueAt, tender.Amount));
        Assert.Equal(["10", "20"], tender.Lines.Select(line => line.LineNo));
        Assert.Equal([1000m, 5000m], tender.Lines[0].Quantities);
        Assert.Throws<InvalidOperationException>(() => tender.Numbered(2026, 13));
    }

    [Fact]
    public void A_deadline_that_has_passed_is_refused_and_said_in_the_companys_hours()
    {
        var past = Given.Now;
        Assert.Equal(new DeadlineIsPast(Given.Monday, new(10, 0)), Tendered.Open(Tendered.Head(past), Tendered.Screws).Refusal);
        Assert.Equal(new DeadlineIsPast(Given.Monday, new(10, 0)), Tendered.Opened().Change(Tendered.Head(past), [], Given.Now, Tendered.Paris).Refusal);

        // What stands may pass while something else is put right.
        var tender = Tendered.Opened();
        Tendered.Ok(tender.Change(Tendered.Head(), [], Tendered.Due.AddHours(1), Tendered.Paris));
        Assert.True(Tendered.Open(Tendered.Head(past.AddMinutes(1)), Tendered.Screws).IsOk);
    }

    [Fact]
    public void Questions_end_before_the_offer_is_due() =>
        Assert.IsType<QuestionsAfterDeadline>(Tendered.Open(Tendered.Head(questions: Tendered.Due.AddMinutes(1))).Refusal);

    [Fact]
    public void A_list_of_lines_has_its_length()
    {
        Assert.True(Tendered.Open(Tendered.Head(), [.. Enumerable.Repeat(Tendered.Part, Tender.MostLines)]).IsOk);
        Assert.Equal(new TooManyEntries(Tender.MostLines), Tendered.Open(Tendered.Head(), [.. Enumerable.Repeat(Tendered.Part, Tender.MostLines + 1)]).Refusal);
    }

    [Fact]
    public void What_was_offered_for_a_line_stays_while_it_is_for_the_same_goods()
    {
        var tender = Tendered.Priced();
        var (screws, part) = (tender.Lines[0].Id, tender.Lines[1].Id);
        Tendered.Ok(tender.Change(Tendered.Head(), [Tendered.Part with { Id = part, Description = "Entretoise plan B" }, Tendered.Screws with { Id = screws, Quantities = [2000] }], Given.Now, Tendered.Paris));

        Assert.Equal([(screws, "20", 2), (part, "10", 1)], tender.Lines.Select(line => (line.Id, line.LineNo, line.Prices.Count)));
        Assert.Equal((164.00m + 300.00m, "Entretoise plan B"), (tender.Amount, tender.Lines[1].Description));

        Tendered.Ok(tender.Change(Tendered.Head(), [Tendered.Screws with { Id = screws, ProductId = Tendered.Washer }], Given.Now, Tendered.Paris));
        Assert.Empty(Assert.Single(tender.Lines).Prices);
        Assert.Equal(new NoSuchTenderLine("30"), tender.Change(Tendered.Head(), [Tendered.Part with { Id = part, LineNo = "30" }], Given.Now, Tendered.Paris).Refusal);
    }

    [Fact]
    public void Prices_are_kept_by_quantity_and_the_largest_asked_for_tells_what_it_is_worth()
    {
        var tender = Tendered.Priced();

        Assert.Equal([new TierPrice(1000, 8.20m), new TierPrice(5000, 7.90m)], tender.Lines[0].Prices);
        Assert.Equal([395.00m, 300.00m], tender.Lines.Select(line => line.Worth));
        Assert.Equal(695.00m, tender.Amount);
        Assert.Equal([8.20m, 8.20m, 8.20m, 7.90m], new[] { 1m, 1000, 4999, 5000 }.Select(quantity => tender.Lines[0].PriceFor(quantity)!.NetPrice));

        Tendered.Ok(tender.Price([Tendered.Offer(tender, 1) with { IsLeftOut = true }]));
        Assert.Equal((395.00m, true), (tender.Amount, tender.Lines[1].IsAnswered));
    }

    [Fact]
    public void Without_a_quantity_a_line_is_worth_its_last_tier()
    {
        var tender = Tendered.Opened(Tendered.Screws with { Quantities = [] });
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: [new(0, 9m), new(2000, 8m)])]));
        Assert.Equal(160.00m, tender.Amount);
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: new TierPrice(0, 9m))]));
        Assert.Equal(9.00m, tender.Amount);
    }

    [Fact]
    public void What_the_client_hopes_for_is_told_for_as_many_units_as_the_price()
    {
        var tender = Tendered.Opened();
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 0, tiers: new TierPrice(0, 79m)) with { PriceBaseQuantity = 1000 }]));

        Assert.Equal((80.00m, 1000m), (tender.Lines[0].TargetPrice, tender.Lines[0].PriceBaseQuantity));

        // Said anew for other units, while the price stays for as many as it is for.
        Tendered.Ok(tender.Change(Tendered.Head(), [Tendered.Screws with { Id = tender.Lines[0].Id, TargetPrice = 7.50m, PriceBaseQuantity = 100 }], Given.Now, Tendered.Paris));
        Assert.Equal((75.00m, 1000m), (tender.Lines[0].TargetPrice, tender.Lines[0].PriceBaseQuantity));
    }

    [Fact]
    public void Two_prices_from_one_quantity_on_are_refused_and_nothing_is_kept()
    {
        var tender = Tendered.Priced();

        Assert.Equal(new TierTwice("20", 100), tender.Price([Tendered.Offer(tender, 0), Tendered.Offer(tender, 1, tiers: [new(100, 1), new(100, 2)])]).Refusal);
        Assert.IsType<NoSuchTenderLine>(tender.Price([Tendered.Offer(tender, 0), new(Guid.Empty, [])]).Refusal);
        Assert.Equal(2, tender.Lines[0].Prices.Count);
    }

    [Fact]
    public void What_no_column_holds_is_refused_whether_the_price_or_the_quantity_grew()
    {
        var tender = Tendered.Opened();
        Assert.Equal(new Domain.Orders.LineOutOfRange("20"), tender.Price([Tendered.Offer(tender, 1, tiers: new TierPrice(0, 99_999_999m)) with { PriceBaseQuantity = 0.01m }]).Refusal);
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 1, tiers: new TierPrice(0, 99_999_999m))]));
        Assert.Equal(new Domain.Orders.LineOutOfRange("20"), tender.Change(Tendered.Head(), [Tendered.Part with { Id = tender.Lines[1].Id, Quantities = [999_999_999] }], Given.Now, Tendered.Paris).Refusal);
    }

    [Fact]
    public void A_contributor_is_waited_for_until_the_answer_is_there()
    {
        var tender = Tendered.Priced();
        var task = tender.Tasks[0];
        Assert.Equal(("Prix matière A2 ?", 1, false), (task.Text, tender.OpenTasks, task.IsDone));

        Tendered.Ok(tender.Contribute(task.Id, " 4,10 €/kg ", Given.Now, Given.Claire));
        Assert.Equal(("4,10 €/kg", Given.Claire, 0), (task.Answer, task.AnsweredBy, tender.OpenTasks));
        Tendered.Ok(tender.Contribute(task.Id, " ", Given.Now, Given.Claire));
        Assert.Equal((null, null, null, 1), (task.Answer, task.AnsweredBy, task.AnsweredAt, tender.OpenTasks));

        Assert.IsType<NoSuchTenderTask>(tender.Contribute(Guid.Empty, "?", Given.Now).Refusal);
        Assert.IsType<NoSuchTenderTask>(tender.Drop(Guid.Empty).Refusal);
        Tendered.Ok(tender.Drop(task.Id));
        Assert.Equal(0, tender.OpenTasks);
    }

    [Fact]
    public void Whoever_answers_takes_the_place_of_what_they_have_seen_and_of_nothing_else()
    {
        var tender = Tendered.Priced();
        var (task, question) = (tender.Tasks[0], tender.Questions[0]);
        Tendered.Ok(tender.Contribute(task.Id, "4,10 €/kg", Given.Now, Given.Claire, new(null)));
        Assert.IsType<AnsweredMeanwhile>(tender.Contribute(task.Id, "4,50 €/kg", Given.Now, seen: new(null)).Refusal);
        Assert.IsType<AnsweredMeanwhile>(tender.Contribute(task.Id, null, Given.Now, seen: new(null)).Refusal);
        Assert.Equal(("4,10 €/kg", Given.Claire), (task.Answer, task.AnsweredBy));
        Tendered.Ok(tender.Contribute(task.Id, "4,50 €/kg", Given.Now, seen: new("4,10 €/kg")));
        Tendered.Ok(tender.Contribute(task.Id, null, Given.Now));
        Assert.IsType<AnsweredMeanwhile>(tender.Contribute(task.Id, "4,60 €/kg", Given.Now, seen: new("4,50 €/kg")).Refusal);

        Tendered.Ok(tender.Settle(question.Id, "Plan B", Given.Monday, new(null)));
        Assert.IsType<AnsweredMeanwhile>(tender.Settle(question.Id, null, Given.Monday, new(null)).Refusal);
        Assert.Equal("Plan B", question.Answer);
        Tendered.Ok(tender.Settle(question.Id, "Plan C", Given.Monday, new("Plan B")));
    }

    // The last day for questions is Friday 27 November.
    [Fact]
    public void After_the_last_day_we_ask_no_more_and_the_client_is_noted_as_late()
    {
        var tender = Tendered.Opened();
        Tendered.Ok(tender.Ask(TenderVoice.Us, "Nuance ?", Given.Day("2026-11-27"), Tendered.DayOf));
        Assert.Equal(new QuestionsAreClosed(Given.Day("2026-11-27")), tender.Ask(TenderVoice.Us, "Revêtement ?", Given.Day("2026-11-28"), Tendered.DayOf).Refusal);
        Tendered.Ok(tender.Ask(TenderVoice.Client, "Emballage ?", Given.Day("2026-11-28"), Tendered.DayOf));
        Assert.Equal([false, true], tender.Questions.Select(question => question.IsLate));

        Tendered.Ok(tender.Settle(tender.Questions[1].Id, " Cartons de 500 ", Given.Day("2026-11-30")));
        Assert.Equal(("Cartons de 500", Given.Day("2026-11-30")), (tender.Questions[1].Answer, tender.Questions[1].AnsweredOn));
        Tendered.Ok(tender.Settle(tender.Questions[1].Id, "", Given.Day("2026-11-30")));
        Assert.Equal((null, null), (tender.Questions[1].Answer, tender.Questions[1].AnsweredOn));
        Assert.IsType<NoSuchTenderQuestion>(tender.Settle(Guid.Empty, "?", Given.Monday).Refusal);
    }

    [Fact]
    public void Where_the_client_names_no_day_questions_are_never_late()
    {
        var tender = Tendered.Open(Tendered.Head(), Tendered.Screws).Value!;
        Tendered.Ok(tender.Ask(TenderVoice.Us, "Nuance ?", Given.Day("2027-11-27"), Tendered.DayOf));
        Assert.False(tender.Questions[0].IsLate);
    }
}
