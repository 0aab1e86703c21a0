using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What an order amounts to, held against what it must and what pays its carriage.</summary>
public sealed class MinimumOrderTests
{
    private static readonly MinimumOrder _amount = new() { Amount = 500, Currency = "EUR" };

    public static TheoryData<MinimumOrder, Message?> Cases { get; } = new()
    {
        { _amount with { Amount = 420 }, null },
        { _amount with { Amount = 420.01m }, new(MessageKeys.MinimumAmount, new Money(420, "EUR"), new Money(420.01m, "EUR")) },
        { new() { Quantity = 5000 }, null },
        { new() { Quantity = 5001 }, new(MessageKeys.MinimumQuantity, 5000m, 5001m) },
        { new() { CarriagePaidFrom = 420, Currency = "EUR" }, null },
        { new() { CarriagePaidFrom = 421, Currency = "EUR" }, new(MessageKeys.CarriageNotPaid, new Money(420, "EUR"), new Money(421, "EUR")) },
        { _amount with { Amount = 1, Currency = "CHF" }, new(MessageKeys.MinimumOtherCurrency, new Money(1, "CHF"), "EUR") },
        { _amount with { Amount = 1, Currency = "CHF", CarriagePaidFrom = 2 }, new(MessageKeys.MinimumOtherCurrency, new Money(1, "CHF"), "EUR") },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_order_of_5000_for_420_euros_is_enough_or_not(MinimumOrder rule, Message? said) =>
        Assert.Equal(said is null ? [] : [said], Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(rule)).Findings.Select(found => found.Evidence.Explanation));

    [Fact]
    public void Both_thresholds_are_said_apart()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_amount with { CarriagePaidFrom = 1000 }));

        Assert.Equal([(null, true), (false, true)], order.Findings.Select(finding => (finding.After?.CarriagePaid, finding.Blocks)));
        Assert.Equal([420m, 420m], order.Findings.Select(finding => finding.Before!.TotalNet!.Value));
    }

    [Fact]
    public void Too_little_is_nothing_to_accept_but_to_correct_or_to_waive()
    {
        var requirement = Given.ARequirement(_amount);
        var order = Given.AnOrder(Given.ADraft("2026-11-24"), requirement);
        Assert.IsType<NothingToAccept>(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).Refusal);

        var more = Given.ADraft("2026-11-24", Given.ALine(quantity: 6000));
        order.Correct(more, Given.Judge(more, requirement));

        Assert.Empty(order.Findings);
    }

    [Fact]
    public void An_automatic_minimum_corrects_nothing_and_blocks() =>
        Assert.True(Assert.Single(Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(_amount, Severity.AutoFix)).Findings).Blocks);

    [Fact]
    public void Carriage_that_is_not_paid_is_noted_by_itself() =>
        Assert.Equal(FindingState.Applied, Assert.Single(Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(new MinimumOrder { CarriagePaidFrom = 1000, Currency = "EUR" }, Severity.AutoFix)).Findings).State);

    [Fact]
    public void A_line_without_a_price_counts_for_nothing()
    {
        var free = Given.ALine("20") with { NetPrice = null, ContractPrice = null };
        var findings = Given.Judge(Given.ADraft("2026-11-24", Given.ALine(), free), Given.ARequirement(_amount)).Findings;

        Assert.Contains(new(MessageKeys.MinimumAmount, new Money(420, "EUR"), new Money(500, "EUR")), findings.Select(found => found.Evidence.Explanation));
    }

    [Fact]
    public void The_amount_is_that_of_whole_packs_where_they_are_made_up_at_once()
    {
        var packs = new Packaging { MultipleOf = 6000 };

        Assert.Equal(["packaging"], Kinds(Severity.AutoFix));
        Assert.Equal(["packaging", "minimumOrder"], Kinds(Severity.Block));

        IEnumerable<string> Kinds(Severity severity) =>
            Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(_amount, number: 1), Given.ARequirement(packs, severity, number: 2)).Findings.Select(found => found.Evidence.Kind);
    }

    [Fact]
    public void A_minimum_of_a_family_counts_its_lines_only_and_that_of_the_client_all()
    {
        var inox = Given.ALine("20") with { ProductFamily = "Inox" };
        var draft = Given.ADraft("2026-11-24", Given.ALine(), inox);

        Assert.Equal([new Money(420, "EUR")], Given.Judge(draft, Given.ARequirement(_amount, family: "Inox")).Findings.Select(found => found.Evidence.Explanation.Parts[0]));
        Assert.Empty(Given.Judge(draft, Given.ARequirement(_amount)).Findings);
        Assert.Equal([new Money(840, "EUR")], Given.Judge(draft, Given.ARequirement(_amount with { Amount = 900 }), Given.ARequirement(_amount with { Amount = 1 }, family: "Inox", number: 13)).Findings.Select(found => found.Evidence.Explanation.Parts[0]));
    }
}
