using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>Quantities that must be whole packs, and the amounts that follow.</summary>
public sealed class QuantityTests
{
    private static readonly Packaging _fifty = new() { MultipleOf = 50 };

    [Theory]
    [InlineData(4000, null)]
    [InlineData(4001, 4050)]
    [InlineData(1, 50)]
    [InlineData(49.5, 50)]
    [InlineData(50, null)]
    public void A_quantity_between_two_packs_goes_up_to_the_next(double ordered, int? proposed)
    {
        var judgement = Given.Judge(Given.ADraft("2026-11-24", Given.ALine(quantity: (decimal)ordered)), Given.ARequirement(_fifty));

        Assert.Equal(proposed is { } next ? [((decimal)ordered, (decimal?)next, (int?)0)] : [], judgement.Findings.Select(found => (found.Evidence.Before!.Quantity!.Value, found.Evidence.After!.Quantity, found.Line)));
        Assert.All(judgement.Findings, found => Assert.Equal(new(MessageKeys.QuantityRaised, (decimal)ordered, (decimal)proposed!, 50m), found.Evidence.Explanation));
    }

    [Theory]
    [InlineData("0.3", "0.1", null)]
    [InlineData("0.35", "0.1", "0.4")]
    [InlineData("1000000", "0.0003", "1000000.0002")]
    public void Fractions_are_counted_exactly(string ordered, string multiple, string? proposed)
    {
        var judgement = Given.Judge(Given.ADraft("2026-11-24", Given.ALine(quantity: Parse(ordered))), Given.ARequirement(new Packaging { MultipleOf = Parse(multiple) }));

        Assert.Equal(proposed is null ? null : Parse(proposed), judgement.Findings.Select(found => found.Evidence.After!.Quantity).FirstOrDefault());

        static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_missing_quantity_is_no_multiple_of_anything() =>
        Assert.Equal([FindingKinds.MissingQuantity], Given.Judge(Given.ADraft("2026-11-24", Given.ALine(quantity: null)), Given.ARequirement(_fifty)).Findings.Select(found => found.Evidence.Kind));

    [Fact]
    public void What_is_automatic_changes_quantity_and_amount_and_says_what_was_ordered()
    {
        var order = AnOrder(Severity.AutoFix);

        Assert.Equal((4050m, 4050m, 340.20m, 340.20m), (order.Lines[0].Quantity, order.Lines[0].OutstandingQuantity, order.Lines[0].LineAmount, order.TotalNet));
        Assert.Equal((FindingState.Applied, 4001m), (order.Findings[0].State, order.Findings[0].Before!.Quantity));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Theory]
    [InlineData(Severity.Block)]
    [InlineData(Severity.Warn)]
    [InlineData(Severity.Task)]
    public void Anything_else_waits_for_a_person(Severity severity)
    {
        var order = AnOrder(severity);
        Assert.Equal((4001m, severity is not Severity.Block), (order.Lines[0].Quantity, order.Confirm(Given.Now).IsOk));

        order = AnOrder(severity);
        Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).IsOk);
        Assert.Equal((4050m, 340.20m), (order.Lines[0].Quantity, order.TotalNet));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void A_waiver_brings_back_what_was_ordered()
    {
        var order = AnOrder(Severity.AutoFix);

        Assert.True(order.Waive(order.Findings[0].Id, "Carton entamé", "Karim Haddad", Given.Claire, Given.Now).IsOk);

        Assert.Equal((4001m, 336.08m), (order.Lines[0].Quantity, order.TotalNet));
    }

    [Fact]
    public void Judging_again_changes_nothing_whatever_was_decided()
    {
        foreach (var order in new[] { AnOrder(Severity.AutoFix), Accepted(), Waived() })
        {
            var before = (order.Lines[0].Quantity, order.Findings[0].Id, order.Findings[0].State);
            var draft = order.ToDraft();
            Assert.True(order.Correct(draft, Given.Judge(draft, _requirement)).IsOk);

            Assert.Equal(before, (order.Lines[0].Quantity, Assert.Single(order.Findings).Id, order.Findings[0].State));
        }
    }

    [Fact]
    public void A_raised_quantity_that_is_sent_back_as_it_stands_keeps_its_history()
    {
        var order = AnOrder(Severity.AutoFix);
        var asItStands = Given.ADraft("2026-11-24", Given.ALine(quantity: 4050));

        order.Correct(asItStands, Given.Judge(asItStands, _requirement));

        Assert.Equal((4050m, 4001m, FindingState.Applied), (order.Lines[0].Quantity, Assert.Single(order.Findings).Before!.Quantity, order.Findings[0].State));
    }

    [Fact]
    public void Another_quantity_is_another_matter()
    {
        var order = AnOrder(Severity.AutoFix);
        var corrected = Given.ADraft("2026-11-24", Given.ALine(quantity: 4020));

        order.Correct(corrected, Given.Judge(corrected, Given.ARequirement(_fifty, Severity.AutoFix)));

        Assert.Equal((4050m, 4020m), (order.Lines[0].Quantity, order.Findings.Single(finding => finding.RequirementId != _requirement.Id).Before!.Quantity));
    }

    private static readonly Requirement _requirement = Given.ARequirement(_fifty, Severity.AutoFix);

    private static Order AnOrder(Severity severity) =>
        Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine(quantity: 4001)), severity is Severity.AutoFix ? _requirement : Given.ARequirement(_fifty, severity));

    private static Order Accepted()
    {
        var order = AnOrder(Severity.AutoFix);
        order.Accept(order.Findings[0].Id, Given.Claire, Given.Now);

        return order;
    }

    private static Order Waived()
    {
        var order = AnOrder(Severity.AutoFix);
        order.Waive(order.Findings[0].Id, "Carton entamé", "Karim Haddad", Given.Claire, Given.Now);

        return order;
    }
}
