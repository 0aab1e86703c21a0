using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tests.Contracts;

public sealed class BlanketOrderTests
{
    private static readonly ProductId _screw = Ids.New<ProductId>();
    private static readonly BlanketLineId _line = Ids.New<BlanketLineId>();

    [Theory]
    [InlineData("CADRE-2026", true, null, CallOffBasis.Named)]
    [InlineData("cadre 2026", true, null, CallOffBasis.Named)]
    [InlineData("CO-00012", true, null, CallOffBasis.Named)]
    [InlineData("AUTRE", true, null, CallOffBasis.Proposed)]
    [InlineData(null, true, null, CallOffBasis.Proposed)]
    [InlineData(null, false, null, null)]
    [InlineData("CADRE-2026", false, null, CallOffBasis.Named)]
    [InlineData("CADRE-2026", true, CallOffBasis.Person, CallOffBasis.Person)]
    [InlineData(null, false, CallOffBasis.Proposed, null)]
    [InlineData(null, false, CallOffBasis.Person, CallOffBasis.Person)]
    public void A_line_finds_its_agreement_by_what_was_said_then_by_name_then_as_the_only_one(string? named, bool isWithin, CallOffBasis? before, CallOffBasis? expected)
    {
        var on = isWithin ? Given.Monday : Given.Monday.AddYears(2);
        var link = CallOffMatching.Of(_screw, "EUR", on, Given.Monday, named is null ? [] : [named], before is { } basis ? new(_line, basis) : null, [AStanding()]);

        Assert.Equal(expected, link?.Basis);
        Assert.Equal(expected is null ? null : _line, link?.Line);
    }

    [Fact]
    public void Of_two_agreements_none_is_proposed_a_closed_one_is_named_in_vain_and_whoever_says_none_means_none()
    {
        var (one, other) = (AStanding(), AStanding() with { Line = Ids.New<BlanketLineId>(), Number = "CO-00013", CustomerReference = null });

        Assert.Null(CallOffMatching.Of(_screw, "EUR", Given.Monday, Given.Monday, [], null, [one, other]));
        Assert.Null(CallOffMatching.Of(_screw, "EUR", Given.Monday, Given.Monday, ["CADRE-2026"], null, [one with { Status = BlanketStatus.Closed }, other]));
        Assert.Equal("CO-00012", CallOffMatching.NamedInVain(_screw, ["CADRE-2026"], [one with { Status = BlanketStatus.Closed }, other])?.Number);
        Assert.Null(CallOffMatching.Of(_screw, "EUR", Given.Monday, Given.Monday, ["CADRE-2026"], new(null, CallOffBasis.Person), [one])!.Line);
        Assert.Null(CallOffMatching.Of(_screw, "USD", Given.Monday, Given.Monday, ["CADRE-2026"], null, [one]));
        Assert.Null(CallOffMatching.Of(Ids.New<ProductId>(), "EUR", Given.Monday, Given.Monday, ["CADRE-2026"], null, [one]));
    }

    [Theory]
    [InlineData(CallOffBasis.Proposed)]
    [InlineData(CallOffBasis.Named)]
    [InlineData(CallOffBasis.Person)]
    public void What_nobody_wants_on_a_day_stays_with_its_agreement_when_that_ends_and_finds_none_that_is_over(CallOffBasis basis)
    {
        var over = new DateOnly(2027, 1, 4);

        Assert.Equal(_line, CallOffMatching.Of(_screw, "EUR", null, over, [], new(_line, basis), [AStanding()])?.Line);
        Assert.Null(CallOffMatching.Of(_screw, "EUR", null, over, [], null, [AStanding()]));
    }

    /// <summary>Beside the orders a list is kept of what each promised last: the rule that is tested has no part in it.</summary>
    [Fact]
    public void What_remains_is_what_was_agreed_less_what_each_order_promised_last_whatever_becomes_of_it()
    {
        var random = new Random(20261127);

        for (var turn = 0; turn < 200; turn++)
        {
            List<Order> orders = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => ACallOff(random.Next(1, 6_000), rest: decimal.MaxValue / 4))];
            var asked = orders.Select(order => order.Lines[0].Quantity).ToArray();
            var promised = new Stack<decimal>[orders.Count];

            for (var at = 0; at < orders.Count; at++)
            {
                promised[at] = new([0]);

                for (var step = random.Next(1, 9); step > 0; step--)
                {
                    switch ((orders[at].Status, random.Next(4)))
                    {
                        case (OrderStatus.ToReview, < 3):
                            Assert.True(orders[at].Confirm(Given.Now).IsOk);
                            promised[at].Push(asked[at]);
                            break;
                        case (OrderStatus.Confirmed, 0):
                            Assert.True(orders[at].TakeBack().IsOk);
                            promised[at].Pop();
                            break;
                        case (OrderStatus.Confirmed, 1):
                            Assert.True(orders[at].Cancel("Besoin terminé").IsOk);
                            promised[at] = new([0]);
                            break;
                        case (OrderStatus.Confirmed, _):
                        case (OrderStatus.ToReview, _) when promised[at].Count > 1:
                            Amend(orders[at], asked[at] = random.Next(1, 6_000));

                            // An earlier promise cannot be taken back any more: the client has heard of it.
                            promised[at] = new([promised[at].Peek()]);
                            break;
                    }

                    Assert.Equal(promised[at].Peek(), orders[at].CalledOff(_line));
                }
            }

            var agreed = random.Next(1, 20_000);
            Assert.Equal(agreed - promised.Sum(each => each.Peek()), new BlanketBalance(agreed, orders.Sum(order => order.CalledOff(_line))).Remaining);
        }
    }

    [Fact]
    public void A_change_in_review_takes_nothing_more_and_gives_nothing_back_before_it_is_confirmed()
    {
        var order = ACallOff(6_000, rest: 10_000);
        Assert.True(order.Confirm(Given.Now).IsOk);

        Amend(order, 8_000);
        Assert.Equal((6_000, 8_000), (order.CalledOff(_line), order.WouldCallOff(_line)));
        Amend(order, 2_000);
        Assert.Equal((6_000, 2_000), (order.CalledOff(_line), order.WouldCallOff(_line)));
        Assert.True(order.Link("10", null).IsOk);
        Assert.Equal((6_000, 0), (order.CalledOff(_line), order.WouldCallOff(_line)));

        Assert.True(order.Confirm(Given.Now).IsOk);
        Assert.Equal(0, order.CalledOff(_line));
    }

    [Fact]
    public void A_line_that_a_change_adds_takes_nothing_before_it_is_confirmed_and_one_that_it_takes_out_takes_nothing_at_once()
    {
        var order = ACallOff(6_000, rest: 10_000);
        Assert.True(order.Confirm(Given.Now).IsOk);
        var draft = ADraft(6_000, 10_000);
        var other = draft with { Lines = [draft.Lines[0] with { LineNo = "20", Quantity = 1_000 }] };

        Assert.True(order.Amend(other, Given.Judge(other), new(null, 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
        Assert.Equal((0, 1_000), (order.CalledOff(_line), order.WouldCallOff(_line)));
        Assert.True(order.Confirm(Given.Now).IsOk);
        Assert.Equal(1_000, order.CalledOff(_line));
    }

    [Fact]
    public void Taking_the_confirmation_of_a_change_back_leaves_what_was_promised_before()
    {
        var order = ACallOff(6_000, rest: 10_000);
        Assert.True(order.Confirm(Given.Now).IsOk);
        Amend(order, 8_000);
        Assert.True(order.Confirm(Given.Now).IsOk);
        Assert.Equal(8_000, order.CalledOff(_line));

        Assert.True(order.TakeBack().IsOk);
        Assert.Equal((1, 6_000), (order.ConfirmedIn, order.CalledOff(_line)));

        var first = ACallOff(6_000, rest: 10_000);
        Assert.True(first.Confirm(Given.Now).IsOk);
        Assert.True(first.TakeBack().IsOk);
        Assert.Equal((null, 0), (first.ConfirmedIn, first.CalledOff(_line)));
    }

    [Fact]
    public void What_was_given_up_counts_neither_when_it_is_judged_nor_when_it_is_promised_and_what_is_reduced_is_what_leaves()
    {
        var order = AShortOrder();
        Assert.Equal((6_000, 4_000, 2_000), (order.Lines[0].Quantity, order.Lines[0].CancelledQuantity, order.CalledOff(_line)));

        // 2 000 are left to leave, and 2 000 are left of the agreement.
        Judge(order, rest: 2_000);
        Assert.DoesNotContain(order.Findings, f => f.Kind == FindingKinds.BlanketExceeded);
        Assert.Null(order.Confirm(Given.Now, agreed: [AStanding() with { CalledOff = 8_000 }]).Refusal);

        var tight = AShortOrder();
        Judge(tight, rest: 1_500);
        var finding = Assert.Single(tight.Findings, f => f.Kind == FindingKinds.BlanketExceeded);
        Assert.Equal((2_000, 1_500), (finding.Before!.Quantity, finding.After!.Quantity));
        Assert.IsType<LineHasShipped>(tight.Accept(finding.Id, Given.Claire, Given.Now).Refusal);

        // 1 500 came back and leave again: reduced to what is left, that is what is ordered, and nothing of it is given up.
        var reduced = AShortOrder();
        Assert.True(reduced.TakeShipmentBack(new Dictionary<string, decimal> { ["10"] = 1_500 }).IsOk);
        Judge(reduced, rest: 1_000);
        Assert.True(reduced.Accept(reduced.Findings.Single(f => f.Kind == FindingKinds.BlanketExceeded).Id, Given.Claire, Given.Now).IsOk);
        Assert.Equal((1_000, 0, 500, 1_000), (reduced.Lines[0].Quantity, reduced.Lines[0].CancelledQuantity, reduced.Lines[0].OutstandingQuantity, reduced.WouldCallOff(_line)));
    }

    [Fact]
    public void More_than_is_left_blocks_and_is_reduced_agreed_to_or_taken_out()
    {
        var reduced = ACallOff(6_000, rest: 4_000);
        var finding = Assert.Single(reduced.Findings, f => f.Kind == FindingKinds.BlanketExceeded);

        Assert.IsType<RequirementsNotMet>(reduced.Confirm(Given.Now).Refusal);
        Assert.True(reduced.Accept(finding.Id, Given.Claire, Given.Now).IsOk);
        Assert.Equal(4_000, reduced.Lines[0].Quantity);
        Assert.True(reduced.Confirm(Given.Now, agreed: [AStanding() with { CalledOff = 6_000 }]).IsOk);

        var excepted = ACallOff(6_000, rest: 4_000);
        Assert.True(excepted.Waive(excepted.Findings.Single(f => f.Kind == FindingKinds.BlanketExceeded).Id, "Pointe d’activité", "Mme Rousseau", Given.Claire, Given.Now).IsOk);
        Assert.True(excepted.Confirm(Given.Now, agreed: [AStanding() with { CalledOff = 6_000 }]).IsOk);

        var taken = ACallOff(6_000, rest: 4_000);
        Assert.True(taken.Link("10", null).IsOk);
        Assert.True(taken.Confirm(Given.Now, agreed: []).IsOk);
        Assert.Equal(0, taken.CalledOff(_line));
    }

    [Fact]
    public void Whoever_is_confirmed_second_has_what_the_first_leaves()
    {
        var (first, second) = (ACallOff(6_000, rest: 10_000), ACallOff(6_000, rest: 10_000));

        Assert.True(first.Confirm(Given.Now, agreed: [AStanding()]).IsOk);

        var left = AStanding() with { CalledOff = first.CalledOff(_line) };
        var refused = Assert.IsType<RequirementsNotMet>(second.Confirm(Given.Now, agreed: [left]).Refusal);

        Assert.Equal(4_000, Assert.Single(refused.Findings).After!.Quantity);
        Assert.DoesNotContain(second.Findings, f => f.Kind == FindingKinds.BlanketExceeded);
        Assert.True(second.HoldCallOffs([left]));
        Assert.False(second.HoldCallOffs([left]));
        Assert.True(second.HoldCallOffs([AStanding()]));
        Assert.True(second.Confirm(Given.Now, agreed: [AStanding()]).IsOk);
    }

    [Fact]
    public void Nothing_more_is_promised_of_a_closed_agreement_and_what_was_promised_stays()
    {
        var closed = AStanding() with { Status = BlanketStatus.Closed };
        Assert.Equal(FindingKinds.BlanketExceeded, Assert.Single(Assert.IsType<RequirementsNotMet>(ACallOff(1_000, rest: 10_000).Confirm(Given.Now, agreed: [closed]).Refusal).Findings).Kind);

        var promised = ACallOff(1_000, rest: 10_000);
        Assert.True(promised.Confirm(Given.Now, agreed: [AStanding()]).IsOk);
        Amend(promised, 1_200);
        Assert.IsType<RequirementsNotMet>(promised.Confirm(Given.Now, agreed: [closed]).Refusal);
        Amend(promised, 900);
        Assert.True(promised.Confirm(Given.Now, agreed: [closed]).IsOk);
        Assert.Equal(900, promised.CalledOff(_line));
    }

    [Fact]
    public void A_price_of_ours_is_that_of_the_agreement_that_a_person_links_and_the_clients_stays_theirs()
    {
        var draft = ADraft(5_000, rest: 10_000);
        var (ours, theirs) = (Given.AnOrder(draft with { Lines = [draft.Lines[0] with { CallOff = null, PriceIsOurs = true }] }), Given.AnOrder(draft with { Lines = [draft.Lines[0] with { CallOff = null }] }));
        var agreed = AStanding() with { NetPrice = 0.08m, PriceBaseQuantity = 1 };

        Assert.True(ours.Link("10", agreed).IsOk);
        Assert.True(theirs.Link("10", agreed).IsOk);
        Assert.Equal((8.00m, 400m, 8.40m, 420m), (ours.Lines[0].NetPrice, ours.TotalNet, theirs.Lines[0].NetPrice, theirs.TotalNet));

        // What was promised is charged as it was promised.
        var promised = Given.AnOrder(draft with { Lines = [draft.Lines[0] with { CallOff = null, PriceIsOurs = true }] });
        Assert.True(promised.Confirm(Given.Now).IsOk);
        Assert.True(promised.Link("10", agreed).IsOk);
        Assert.Equal(8.40m, promised.Lines[0].NetPrice);
    }

    [Fact]
    public void An_agreement_in_another_currency_or_on_another_product_is_called_off_by_nobody()
    {
        var order = ACallOff(1_000, rest: 10_000);

        Assert.IsType<NoSuchBlanketLine>(order.Link("10", AStanding() with { Currency = "USD" }).Refusal);
        Assert.IsType<NoSuchBlanketLine>(order.Link("10", AStanding() with { ProductId = Ids.New<ProductId>() }).Refusal);
        Assert.Null(CallOffMatching.Of(_screw, "USD", Given.Monday, Given.Monday, [], new(_line, CallOffBasis.Person), [AStanding()]));
    }

    [Fact]
    public void A_quantity_moves_for_a_reason_and_never_below_what_is_called_off()
    {
        var blanket = ABlanket();
        var taken = new Dictionary<BlanketLineId, decimal> { [blanket.Lines[0].Id] = 4_000 };

        Assert.IsType<AgreedQuantityNeedsReason>(Change(blanket, 12_000, taken, null).Refusal);
        Assert.IsType<AgreedBelowCalledOff>(Change(blanket, 3_999, taken, "Moins").Refusal);
        Assert.True(Change(blanket, 4_000, taken, "Avenant").IsOk);
        Assert.Equal([new QuantityChange("VH-M8-30-ZN", 10_000, 4_000)], Assert.Single(blanket.Changes).Quantities);
        Assert.IsType<ClosingBlanketNeedsReason>(blanket.Close(" ", null, Given.Now).Refusal);
        Assert.True(blanket.Close("Terminé", null, Given.Now).IsOk);
        Assert.IsType<BlanketIsClosed>(Change(blanket, 5_000, taken, "Trop tard").Refusal);
    }

    private static BlanketStanding AStanding() => new(
        _line, Ids.New<BlanketOrderId>(), "CO-00012", "CADRE-2026", BlanketStatus.Open, new(2026, 1, 1), new(2026, 12, 31), "EUR", _screw, "VH-M8-30-ZN", 10_000, 8.40m, 100, 0, 0);

    private static Order ACallOff(decimal quantity, decimal rest) => Given.AnOrder(ADraft(quantity, rest));

    private static OrderDraft ADraft(decimal quantity, decimal rest) => Given.ADraft("2026-11-27", Given.ALine(quantity: quantity) with
    {
        ProductId = _screw,
        CallOff = new(_line, CallOffBasis.Proposed),
        Facts = new() { Agreement = AStanding() with { CalledOff = 10_000 - rest } },
    });

    private static void Amend(Order order, decimal quantity)
    {
        var draft = ADraft(quantity, decimal.MaxValue / 4);

        Assert.True(order.Amend(draft, Given.Judge(draft), new(null, 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
    }

    // 2 000 of 6 000 have left; the rest was given up, and a second line is to leave still.
    private static Order AShortOrder()
    {
        var draft = ADraft(6_000, rest: 10_000);
        var order = Given.AnOrder(draft with { Lines = [draft.Lines[0], Given.ALine("20", "RP-M8-ZN", 100)] });
        Assert.True(order.Confirm(Given.Now).IsOk);
        Assert.True(order.Ship(new Dictionary<string, decimal> { ["10"] = 2_000 }, ShippingTerms.Usual).IsOk);
        Assert.True(order.CloseShort(["10"], "Solde abandonné").IsOk);

        return order;
    }

    // A change of the other line: this one is judged as it stands.
    private static void Judge(Order order, decimal rest)
    {
        var draft = order.ToDraft();
        var judged = draft with { Lines = [draft.Lines[0] with { Facts = new() { Agreement = AStanding() with { CalledOff = 10_000 - rest } } }, draft.Lines[1] with { Quantity = 200 }] };

        Assert.True(order.Amend(judged, Given.Judge(judged), new(null, 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
    }

    private static BlanketOrder ABlanket() => BlanketOrder.Open(Ids.New<BlanketOrderId>(), Terms, [Agreed(10_000)], Given.Now).Value!;

    private static BlanketTerms Terms => new(Given.Client, "CADRE-2026", "EUR", new(2026, 1, 1), new(2026, 12, 31));

    private static AgreedLine Agreed(decimal quantity) => new(_screw, "VH-M8-30-ZN", "Vis", quantity, "PCE", 8.40m, 100);

    private static Result Change(BlanketOrder blanket, decimal quantity, Dictionary<BlanketLineId, decimal> taken, string? reason) => blanket.Change(Terms, [Agreed(quantity)], taken, reason, null, Given.Now);
}
