using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What is said of an order, of which line, and on whose behalf.</summary>
public sealed class JudgementTests
{
    private static readonly DeliveryDays _chartres = Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday);
    private static readonly ProductCode _prefix = new() { Prefix = "0A-" };
    private static readonly Labelling _qr = new() { Symbology = Symbology.Qr };

    [Fact]
    public void The_three_sentences_of_the_story_act_together()
    {
        var judgement = Given.Judge(
            Given.ADraft(Given.Wednesday, Given.ALine(), Given.ALine("20", "VCHC-M6-20")),
            Given.ARequirement(_chartres, site: Given.Chartres), Given.ARequirement(_prefix, Severity.AutoFix), Given.ARequirement(_qr, Severity.AutoFix));

        Assert.Equal(["deliveryDays", "labelling", "productCode", "productCode"], judgement.Findings.Select(found => found.Evidence.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(["0A-VH-M8-30-ZN", "0A-VCHC-M6-20"], judgement.Lines.Select(line => line.BuyerCode));
        Assert.All(judgement.Lines, line => Assert.Equal(Given.Day("2026-11-27"), line.PromisedOn));
    }

    [Fact]
    public void A_rule_of_Chartres_never_leaks_to_Strasbourg() =>
        Assert.Empty(Given.Judge(Given.ADraft(Given.Wednesday) with { SiteId = Given.Strasbourg }, Given.ARequirement(_chartres, site: Given.Chartres)).Findings);

    [Fact]
    public void An_order_without_a_site_is_not_judged_as_if_no_site_mattered()
    {
        var found = Assert.Single(Given.Judge(Given.ADraft(Given.Wednesday) with { SiteId = null }, Given.ARequirement(_chartres, site: Given.Chartres)).Findings);

        Assert.Equal((FindingKinds.UnknownSite, true), (found.Evidence.Kind, found.Blocks));
    }

    [Fact]
    public void A_rule_is_looked_at_at_its_moments_only()
    {
        Assert.Empty(Given.Judge(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres, moments: Moments.Invoicing)).Findings);
        Assert.Single(Given.Judge(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres, moments: Moments.Confirmation)).Findings);
        Assert.Single(Judgement.Of(Given.ADraft(Given.Wednesday), Rulebook.Of([Given.ARequirement(_qr, moments: Moments.Packing)]), Given.ThisMorning, Moments.Packing).Findings);
    }

    [Fact]
    public void Lines_of_one_date_share_one_finding_and_lines_of_their_own_have_each_theirs()
    {
        var requirement = Given.ARequirement(_chartres);
        var own = Given.ALine("20") with { RequestedOn = Given.Day("2026-12-02") };

        Assert.Equal([null], Given.Judge(Given.ADraft(Given.Wednesday, Given.ALine(), Given.ALine("20")), requirement).Findings.Select(found => found.Line));

        var apart = Given.Judge(Given.ADraft(Given.Wednesday, Given.ALine(), own, Given.ALine("30") with { RequestedOn = Given.Day("2026-12-01") }), requirement);
        Assert.Equal([0, 1], apart.Findings.Select(found => found.Line));
        Assert.Equal(["2026-11-27", "2026-12-04", "2026-12-01"], apart.Lines.Select(line => $"{line.PromisedOn:yyyy-MM-dd}"));
    }

    [Fact]
    public void Delivery_days_of_a_product_family_move_its_lines_only()
    {
        var requirement = Given.ARequirement(_chartres, family: "Inox");
        var steel = Given.ALine();
        var inox = Given.ALine("20") with { ProductFamily = "inox" };

        var mixed = Given.Judge(Given.ADraft(Given.Wednesday, steel, inox), requirement);
        Assert.Equal([1], mixed.Findings.Select(found => found.Line));
        Assert.Equal([25, 27], mixed.Lines.Select(line => line.PromisedOn!.Value.Day));

        Assert.Equal([null], Given.Judge(Given.ADraft(Given.Wednesday, inox, inox with { LineNo = "30" }), requirement).Findings.Select(found => found.Line));
    }

    [Fact]
    public void Every_requirement_against_a_date_says_so_and_all_propose_the_same()
    {
        var judgement = Given.Judge(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Friday), Severity.Warn, number: 13));

        Assert.Equal(2, judgement.Findings.Count);
        Assert.All(judgement.Findings, found => Assert.Equal(Given.Day("2026-11-30"), found.Evidence.After!.DeliverOn));
    }

    [Theory]
    [InlineData(Severity.AutoFix, "0A-VH-M8-30-ZN", FindingState.Applied)]
    [InlineData(Severity.Block, "0A-VH-M8-30-ZN", FindingState.Open)]
    [InlineData(Severity.Warn, null, FindingState.Open)]
    public void A_code_is_shown_as_the_severity_asks_and_ours_is_never_rewritten(Severity severity, string? shown, FindingState state)
    {
        var draft = Given.ADraft("2026-11-24");
        var judgement = Given.Judge(draft, Given.ARequirement(_prefix, severity));

        var found = Assert.Single(judgement.Findings);
        Assert.Equal((state, 0), (found.State, found.Line));
        Assert.Equal((new FindingValues { ProductCode = "VH-M8-30-ZN" }, new FindingValues { BuyerCode = "0A-VH-M8-30-ZN" }), (found.Evidence.Before, found.Evidence.After));
        Assert.Equal(new(MessageKeys.CodeShown, "VH-M8-30-ZN", "0A-VH-M8-30-ZN"), found.Evidence.Explanation);
        Assert.Equal(shown, judgement.Lines[0].BuyerCode);
        Assert.Equal("VH-M8-30-ZN", draft.Lines[0].ProductCode);
    }

    [Fact]
    public void Of_two_code_rules_the_narrower_decides_except_where_it_is_silent()
    {
        var site = new ProductCode { Prefix = "CH-", Documents = Documents.Invoice };
        var judgement = Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(_prefix, Severity.AutoFix, number: 1), Given.ARequirement(site, Severity.AutoFix, site: Given.Chartres, number: 2));

        Assert.Equal(["CH-VH-M8-30-ZN", "0A-VH-M8-30-ZN"], judgement.Findings.Select(found => found.Evidence.After!.BuyerCode));
        Assert.Equal("0A-VH-M8-30-ZN", judgement.Lines[0].BuyerCode); // an acknowledgement is no invoice
        Assert.Equal(MessageKeys.CodeShownOnSome, judgement.Findings[0].Evidence.Explanation.Key);

        var narrowest = Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(_prefix, number: 1), Given.ARequirement(site with { Documents = Documents.None }, site: Given.Chartres, number: 2));
        Assert.Equal(["CH-VH-M8-30-ZN"], narrowest.Findings.Select(found => found.Evidence.After!.BuyerCode));
    }

    [Fact]
    public void Labels_are_planned_once_for_each_kind_and_unit()
    {
        var judgement = Given.Judge(
            Given.ADraft("2026-11-24"),
            Given.ARequirement(_qr, Severity.AutoFix, number: 1),
            Given.ARequirement(_qr with { Copies = 2 }, Severity.AutoFix, site: Given.Chartres, number: 2),
            Given.ARequirement(_qr with { Per = LogisticUnit.Pallet }, Severity.AutoFix, number: 3),
            Given.ARequirement(_qr with { Symbology = Symbology.Gs1128 }, Severity.AutoFix, number: 4));

        Assert.Equal(
            [new LabelPlan(Symbology.Qr, LogisticUnit.Parcel, 2), new(Symbology.Gs1128, LogisticUnit.Parcel, 1), new(Symbology.Qr, LogisticUnit.Pallet, 1)],
            judgement.Findings.Select(found => found.Evidence.After!.Labels));
        Assert.All(judgement.Findings, found => Assert.Equal((FindingState.Applied, (int?)null), (found.State, found.Line)));
        Assert.Equal(new(MessageKeys.LabelsPerParcel, "QR code", 2), judgement.Findings[0].Evidence.Explanation);
        Assert.Equal(new(MessageKeys.LabelsPerPallet, "QR code", 1), judgement.Findings[2].Evidence.Explanation);
    }

    [Theory]
    [InlineData("2026-12-01", 0)] // leaves on 30 November
    [InlineData("2026-12-02", 1)]
    public void Labels_count_from_the_day_on_which_the_goods_are_packed(string deliverOn, int findings) =>
        Assert.Equal(findings, Given.Judge(Given.ADraft(deliverOn), Given.ARequirement(_qr, from: "2026-12-01")).Findings.Count);

    [Fact]
    public void Labels_of_a_product_family_are_planned_when_the_order_has_some()
    {
        var requirement = Given.ARequirement(_qr, family: "Inox");

        Assert.Empty(Given.Judge(Given.ADraft("2026-11-24"), requirement).Findings);
        Assert.Single(Given.Judge(Given.ADraft("2026-11-24", Given.ALine(), Given.ALine("20") with { ProductFamily = "Inox" }), requirement).Findings);
    }

    [Fact]
    public void A_code_rule_holds_on_the_day_on_which_the_order_is_judged() =>
        Assert.Empty(Given.Judge(Given.ADraft("2026-12-24"), Given.ARequirement(_prefix, from: "2026-12-01")).Findings);

    [Fact]
    public void Lines_that_have_one_day_of_their_own_have_one_date()
    {
        var draft = Given.ADraft("2026-11-27", Given.ALine() with { RequestedOn = Given.Wednesday }, Given.ALine("20") with { RequestedOn = Given.Wednesday });

        Assert.Null(Assert.Single(Given.Judge(draft, Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday))).Findings).Line);
    }

    [Fact]
    public void What_holds_for_a_family_elsewhere_does_not_part_the_lines()
    {
        var draft = Given.ADraft(Given.Wednesday, Given.ALine() with { ProductFamily = "Inox" }, Given.ALine("20"));
        var everywhere = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday));

        Assert.Null(Assert.Single(Given.Judge(draft, everywhere, Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Monday), site: Given.Strasbourg, family: "Inox", number: 13)).Findings).Line);
        Assert.Equal([0, 1], Given.Judge(draft, everywhere, Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Monday), family: "Inox", number: 13)).Findings.Select(found => found.Line!.Value));
    }
}
