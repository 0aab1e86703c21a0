using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class OrderTermsTests
{
    private static readonly OrderTerms _seen = new(null, "4500187342", Given.Wednesday, [ALine("10", 5000), ALine("20", 300), ALine("30", 40)]);

    [Fact]
    public void What_differs_is_told_field_by_field_and_a_line_that_comes_or_goes_once()
    {
        var wanted = _seen with { CustomerReference = "B", Lines = [ALine("10", 6000) with { NetPrice = 0.084m, PriceBaseQuantity = 1 }, ALine("20", 300), ALine("40", 7)] };

        Assert.Equal(
            [
                new(null, TermsField.Reference, "4500187342", "B"), new("10", TermsField.Quantity, 5000m, 6000m),
                new("30", TermsField.Line, 40m, null), new TermsChange("40", TermsField.Line, null, 7m),
            ],
            wanted.Against(_seen));
    }

    [Fact]
    public void A_line_that_one_gave_up_and_the_other_changed_is_for_a_person_to_decide()
    {
        var without = _seen with { Lines = [ALine("10", 5000), ALine("30", 40)] };
        var changed = _seen with { Lines = [ALine("10", 5000), ALine("20", 400), ALine("30", 40)] };

        Assert.Equal(new TermsChange("20", TermsField.Line, null, 400m), Conflict(without.MergeOnto(_seen, changed)));
        Assert.Equal(new TermsChange("20", TermsField.Line, 400m, null), Conflict(changed.MergeOnto(_seen, without)));
        Assert.Equal(["10", "30"], _seen.MergeOnto(_seen, without).Value!.Lines.Select(line => line.LineNo));
    }

    [Fact]
    public void Two_lines_that_were_added_at_once_are_both_there()
    {
        var (mine, theirs) = (_seen with { Lines = [.. _seen.Lines, ALine("40", 1)] }, _seen with { Lines = [.. _seen.Lines, ALine("40", 2)] });

        Assert.Equal([("40", 2m), ("40-2", 1m)], mine.MergeOnto(_seen, theirs).Value!.Lines.Skip(3).Select(line => (line.LineNo, line.Quantity!.Value)));
        Assert.Equal(4, mine.MergeOnto(_seen, mine).Value!.Lines.Count);
    }

    [Fact]
    public void The_same_price_in_other_words_is_no_change_of_it()
    {
        var mine = _seen with { Lines = [ALine("10", 5000) with { NetPrice = 9 }, .. _seen.Lines.Skip(1)] };
        var theirs = _seen with { Lines = [ALine("10", 5000) with { NetPrice = 0.084m, PriceBaseQuantity = 1 }, .. _seen.Lines.Skip(1)] };

        Assert.Equal(9, mine.MergeOnto(_seen, theirs).Value!.Lines[0].NetPrice);
    }

    [Fact]
    public void Whatever_two_people_change_nothing_of_either_is_lost_or_it_is_refused()
    {
        var turns = new Random(20261126);

        for (var n = 0; n < 2000; n++)
        {
            var (mine, theirs) = (Change(turns), Change(turns));
            var merged = mine.MergeOnto(_seen, theirs);
            var (ours, others) = (mine.Against(_seen).ToList(), theirs.Against(_seen).ToList());

            if (merged.IsOk)
            {
                var all = merged.Value.Against(_seen).ToHashSet();
                Assert.All(ours.Concat(others), change => Assert.Contains(change, all));
                Assert.Equal(merged.Value.Lines.Count, merged.Value.Lines.DistinctBy(line => line.LineNo).Count());
            }
            else
            {
                var conflict = Conflict(merged);
                Assert.Contains(ours, change => change.LineNo == conflict.LineNo);
                Assert.Contains(others, change => change.LineNo == conflict.LineNo);
            }
        }
    }

    [Fact]
    public void An_order_is_changed_as_it_stands_line_by_line_as_the_client_listed_them()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday, Given.ALine("20", quantity: null), Given.ALine() with { BuyerCode = "0A-VH", RequestedOn = Given.Monday.AddDays(8) }));

        Assert.Equal(
            [new("20", "VH-M8-30-ZN", null, null, "PCE", 8.40m, 100, null), new OrderTerms.Line("10", "VH-M8-30-ZN", "0A-VH", 5000, "PCE", 8.40m, 100, Given.Monday.AddDays(8))],
            OrderTerms.Of(order).Lines);
        Assert.Equal((Given.Chartres, "4500187342", Given.Wednesday), (OrderTerms.Of(order).SiteId, OrderTerms.Of(order).CustomerReference, OrderTerms.Of(order).RequestedOn));
        Assert.Empty(OrderTerms.Of(order).Against(OrderTerms.Of(order)));
    }

    private static OrderTerms Change(Random turns)
    {
        var lines = _seen.Lines.Where(_ => turns.Next(6) > 0).Select(line => turns.Next(3) switch
        {
            0 => line with { Quantity = turns.Next(1, 4) },
            1 => line with { NetPrice = turns.Next(1, 4) },
            _ => line,
        });

        return _seen with { CustomerReference = turns.Next(3) == 0 ? $"R{turns.Next(2)}" : _seen.CustomerReference, Lines = [.. lines] };
    }

    private static TermsChange Conflict(Result<OrderTerms> merged) => Assert.IsType<ChangedByBoth>(merged.Refusal).Change;

    private static OrderTerms.Line ALine(string no, decimal quantity) => new(no, "VH-M8-30-ZN", null, quantity, "PCE", 8.40m, 100, null);
}
