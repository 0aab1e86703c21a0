using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class ReferenceTests
{
    private const string Pattern = @"^45\d{8}$";

    [Theory]
    [InlineData("4500187342", true, Pattern, null)]
    [InlineData(" 4500187342 ", true, Pattern, null)]
    [InlineData("450018734", true, Pattern, MessageKeys.ReferenceUnlike)]
    [InlineData("450018734", true, null, null)]
    [InlineData(null, true, null, MessageKeys.ReferenceMissing)]
    [InlineData(" ", true, null, MessageKeys.ReferenceMissing)]
    [InlineData(null, null, Pattern, MessageKeys.ReferenceMissingLike)]
    public void A_reference_is_there_and_looks_right_or_blocks(string? reference, bool? required, string? pattern, string? said)
    {
        var judgement = Given.Judge(Given.ADraft("2026-11-24") with { CustomerReference = reference }, Given.ARequirement(new Reference { Required = required, Pattern = pattern }));

        Assert.Equal(said is null ? [] : [(said, true, (int?)null)], judgement.Findings.Select(found => (found.Evidence.Explanation.Key, found.Blocks, found.Line)));
    }

    [Fact]
    public void A_reference_put_right_clears_the_finding()
    {
        var requirement = Given.ARequirement(new Reference { Required = true, Pattern = Pattern }, Severity.AutoFix);
        var order = Given.AnOrder(Given.ADraft("2026-11-24") with { CustomerReference = "4711" }, requirement);
        Assert.IsType<RequirementsNotMet>(order.Confirm(Given.Now).Refusal);

        var corrected = order.ToDraft() with { CustomerReference = "4500187342" };
        order.Correct(corrected, Given.Judge(corrected, requirement));

        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void Where_it_is_repeated_is_said_once_it_is_known()
    {
        var rule = Given.ARequirement(new Reference { Where = Documents.Label | Documents.Invoice }, Severity.Task);

        Assert.Equal(
            [new FindingValues { CustomerReference = "4500187342", Documents = Documents.Label | Documents.Invoice }], Given.Judge(Given.ADraft("2026-11-24"), rule).Findings.Select(found => found.Evidence.After));
        Assert.Empty(Given.Judge(Given.ADraft("2026-11-24") with { CustomerReference = null }, rule).Findings);
    }

    // What a narrower requirement says of the number is said instead; what it does not speak of stays.
    [Theory]
    [InlineData(null, null, null, MessageKeys.ReferenceMissing)]
    [InlineData(false, null, null, MessageKeys.ReferenceMissing)]
    [InlineData(true, null, null, MessageKeys.ReferenceMissing)]
    [InlineData(null, Pattern, null, MessageKeys.ReferenceMissingLike)]
    [InlineData(null, Pattern, "4711", MessageKeys.ReferenceUnlike)]
    [InlineData(true, null, "4711", null)]
    public void The_site_has_the_last_word_on_the_number_alone(bool? required, string? pattern, string? reference, string? said)
    {
        var everywhere = Given.ARequirement(new Reference { Required = true, Where = Documents.Label });
        var site = Given.ARequirement(new Reference { Required = required, Pattern = pattern, Where = pattern is null && required is not true ? Documents.Label : Documents.None }, site: Given.Chartres, number: 13);
        var found = Given.Judge(Given.ADraft("2026-11-24") with { CustomerReference = reference }, everywhere, site).Findings;

        Assert.Equal(said is null ? [] : [said], found.Select(each => each.Evidence.Explanation.Key).Where(key => key != MessageKeys.ReferenceShown));
        Assert.Equal(reference is null ? 0 : 1, found.Count(each => each.Evidence.Explanation.Key == MessageKeys.ReferenceShown));
    }
}
