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
        var link = CallOffMatching.Of(_screw, "EUR", on, named is null ? [] : [named], before is { } basis ? new(_line, basis) : null, [AStanding()]);

        Assert.Equal(expected, link?.Basis);
        Assert.Equal(expected is null ? null : _line, link?.Line);
    }

    [Fact]
    public void Of_two_agreements_none_is_proposed_a_closed_one_is_named_in_vain_and_whoever_says_none_means_none()
    {
        var (one, other) = (AStanding(), AStanding() with { Line = Ids.New<BlanketLineId>(), Number = "CO-00013", CustomerReference = null });

        Assert.Null(CallOffMatching.Of(_screw, "EUR", Given.Monday, [], null, [one, other]));
        Assert.Null(CallOffMatching.Of(_screw, "EUR", Given.Monday, ["CADRE-2026"], null, [one with { Status = BlanketStatus.Closed }, other]));
        Assert.Equal("CO-00012", CallOffMatching.NamedInVain(_screw, ["CADRE-2026"], [one with { Status = BlanketStatus.Closed }, other])?.Number);
        Assert.Null(CallOffMatching.Of(_screw, "EUR", Given.Monday, ["CADRE-2026"], new(null, CallOffBasis.Person), [one])!.Line);
        Assert.Null(CallOffMatching.Of(_screw, "USD", Given.Monday, ["CADRE-2026"], null, [one]));
        Assert.Null(CallOffMatching.Of(Ids.New<ProductId>(), "EUR", Given.Monday, ["CADRE-2026"], null, [one]));
    }

    [Fact]
    public void What_is_agreed_is_what_is_called_off_and_what_remains_whatever_becomes_of_the_orders()
    {
        var random = new Random(20261127);

        for (var turn = 0; turn < 200; turn++)
        {
            var agreed = random.Next(1, 20_000);
            List<Order> orders = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => ACallOff(random.Next(1, 6_000), rest: decimal.MaxValue / 4))];
            var expected = 0m;

            foreach (var order in orders)
            {
                Assert.Equal(0, order.CalledOff(_line));

                if (random.Next(3) > 0)
                {
                    Assert.True(order.Confirm(Given.Now).IsOk);
                    Assert.Equal(order.Lines[0].Quantity, order.CalledOff(_line));

                    if (random.Next(3) == 0)
                    {
                        Assert.True(order.Cancel("Besoin terminé").IsOk);
                        Assert.Equal(0, order.CalledOff(_line));
                    }
                    else if (random.Next(2) == 0)
                    {
                        var wanted = random.Next(1, 6_000);
                        Amend(order, wanted);
                        Assert.Equal(wanted, order.CalledOff(_line));
                    }
                }

                expected += order.CallsOff ? order.Lines[0].Quantity : 0;
            }

            var balance = new BlanketBalance(agreed, orders.Sum(order => order.CalledOff(_line)));

            Assert.Equal(expected, balance.CalledOff);
            Assert.Equal(agreed, balance.CalledOff + balance.Remaining);
        }
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
        Assert.True(promised.Confirm(Given.Now, agreed: [closed]).IsOk);
        Assert.Equal(1_200, promised.CalledOff(_line));
    }

    [Fact]
    public void An_agreement_in_another_currency_or_on_another_product_is_called_off_by_nobody()
    {
        var order = ACallOff(1_000, rest: 10_000);

        Assert.IsType<NoSuchBlanketLine>(order.Link("10", AStanding() with { Currency = "USD" }).Refusal);
        Assert.IsType<NoSuchBlanketLine>(order.Link("10", AStanding() with { ProductId = Ids.New<ProductId>() }).Refusal);
        Assert.Null(CallOffMatching.Of(_screw, "USD", Given.Monday, [], new(_line, CallOffBasis.Person), [AStanding()]));
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

    private static BlanketOrder ABlanket() => BlanketOrder.Open(Ids.New<BlanketOrderId>(), Terms, [Agreed(10_000)], Given.Now).Value!;

    private static BlanketTerms Terms => new(Given.Client, "CADRE-2026", "EUR", new(2026, 1, 1), new(2026, 12, 31));

    private static AgreedLine Agreed(decimal quantity) => new(_screw, "VH-M8-30-ZN", "Vis", quantity, "PCE", 8.40m, 100);

    private static Result Change(BlanketOrder blanket, decimal quantity, Dictionary<BlanketLineId, decimal> taken, string? reason) => blanket.Change(Terms, [Agreed(quantity)], taken, reason, null, Given.Now);
}
