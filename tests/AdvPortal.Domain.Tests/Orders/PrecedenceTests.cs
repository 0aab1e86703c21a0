using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>Where requirements say different things, the narrower prevails and says over which.</summary>
public sealed class PrecedenceTests
{
    private static readonly BackOrder _keep = new() { Policy = BackOrderPolicy.Keep };
    private static readonly BackOrder _cancel = new() { Policy = BackOrderPolicy.Cancel };

    [Fact]
    public void A_site_prevails_over_its_client()
    {
        var (wide, narrow) = (Given.ARequirement(_keep, number: 1), Given.ARequirement(_cancel, site: Given.Chartres, number: 2));

        Assert.Equal([(2, BackOrderPolicy.Cancel, [1])], Told(Given.AnOrder(Given.ADraft("2026-11-24"), wide, narrow)));
        Assert.Equal([(1, BackOrderPolicy.Keep, [])], Told(Given.AnOrder(Given.ADraft("2026-11-24") with { SiteId = Given.Strasbourg }, wide, narrow)));
    }

    [Fact]
    public void Of_two_as_narrow_the_later_prevails_and_of_those_the_higher_number()
    {
        Assert.Equal([(1, BackOrderPolicy.Keep, [2])], Told(Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_keep, number: 1, from: "2026-01-01"), Given.ARequirement(_cancel, number: 2))));
        Assert.Equal([(2, BackOrderPolicy.Cancel, [1])], Told(Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_keep, number: 1), Given.ARequirement(_cancel, number: 2))));
    }

    [Fact]
    public void Who_says_the_same_is_not_overruled() =>
        Assert.Equal([(2, BackOrderPolicy.Keep, [])], Told(Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_keep, number: 1), Given.ARequirement(_keep, number: 2))));

    [Fact]
    public void A_family_prevails_on_its_lines_and_leaves_the_others()
    {
        var order = Given.AnOrder(
            Given.ADraft("2026-11-24", Given.ALine(), Given.ALine("20") with { ProductFamily = "Inox" }), Given.ARequirement(_keep, number: 1), Given.ARequirement(_cancel, family: "inox", number: 2));

        Assert.Equal([("20", 2, [1]), ("10", 1, [])], order.Findings.Select(finding => (finding.LineNo!, finding.RequirementNumber!.Value, Overruled(finding))));
    }

    [Fact]
    public void Only_the_fields_that_differ_are_overruled()
    {
        var order = Given.AnOrder(
            Given.ADraft("2026-11-24"), Given.ARequirement(new RequiredDocuments { DeliveryNoteCopies = 2, Language = "fr" }, number: 1), Given.ARequirement(new RequiredDocuments { Language = "de" }, site: Given.Chartres, number: 2));

        Assert.Equal([new PapersPlan(null, "de", null, null), new PapersPlan(2, null, null, null)], order.Findings.Select(finding => finding.After!.Papers));
        Assert.Equal([[1], []], order.Findings.Select(Overruled));
    }

    [Fact]
    public void What_adds_up_holds_side_by_side_unless_one_is_narrower()
    {
        var (origin, steel) = (new RequiredDocuments { Certificate = Certificate.Origin }, new RequiredDocuments { Certificate = Certificate.Type31 });

        Assert.Equal(2, Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(origin, number: 1), Given.ARequirement(steel, number: 2)).Findings.Count);
        Assert.Equal([(2, [1])], Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(origin, number: 1), Given.ARequirement(steel, site: Given.Chartres, number: 2)).Findings
            .Select(finding => (finding.RequirementNumber!.Value, Overruled(finding))));
    }

    [Fact]
    public void Two_minimum_orders_are_one()
    {
        var order = Given.AnOrder(
            Given.ADraft("2026-11-24"), Given.ARequirement(new MinimumOrder { Amount = 10_000, Currency = "EUR" }, number: 1), Given.ARequirement(new MinimumOrder { Amount = 500, Currency = "EUR" }, site: Given.Chartres, number: 2));

        Assert.Equal([(2, [1])], order.Findings.Select(finding => (finding.RequirementNumber!.Value, Overruled(finding))));
    }

    [Fact]
    public void One_that_is_not_in_force_overrules_nobody() =>
        Assert.Equal([(1, BackOrderPolicy.Keep, [])], Told(Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(_keep, number: 1), Given.ARequirement(_cancel, site: Given.Chartres, number: 2, until: "2026-11-22"))));

    [Fact]
    public void Codes_and_labels_say_over_whom_they_prevail()
    {
        var order = Given.AnOrder(
            Given.ADraft("2026-11-24"),
            Given.ARequirement(new ProductCode { Prefix = "A-" }, number: 1), Given.ARequirement(new ProductCode { Prefix = "B-" }, site: Given.Chartres, number: 2),
            Given.ARequirement(new Labelling { Symbology = Symbology.Qr, Copies = 2 }, number: 3), Given.ARequirement(new Labelling { Symbology = Symbology.Qr }, site: Given.Chartres, number: 4));

        Assert.Equal([(2, [1]), (4, [3])], order.Findings.OrderBy(finding => finding.RequirementNumber).Select(finding => (finding.RequirementNumber!.Value, Overruled(finding))));
    }

    // Of everything that is required of pallets and papers, a narrower requirement that speaks of one thing takes that one alone.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_a_narrower_requirement_takes_is_what_it_speaks_of(int of)
    {
        Packaging[] pallets = [new() { PalletType = PalletType.Chep }, new() { MaxHeightCm = 120 }, new() { MaxWeightKg = 400 }, new() { NoMixedPallets = false, MaxHeightCm = 180 }];
        RequiredDocuments[] papers = [new() { DeliveryNoteCopies = 3 }, new() { Language = "fr" }, new() { SendInvoiceTo = "c@d.fr" }, new() { Certificate = Certificate.Origin }];

        var wide = Plan(new Packaging { PalletType = PalletType.Eur, MaxHeightCm = 180, MaxWeightKg = 800, NoMixedPallets = true }, pallets[of]).Pallets!;
        Assert.Equal(new(of == 0 ? null : PalletType.Eur, of is 1 or 3 ? null : 180, of == 2 ? null : 800, of == 3 ? null : true), wide);

        var all = Plan(new RequiredDocuments { DeliveryNoteCopies = 2, Language = "de", SendInvoiceTo = "a@b.fr", Certificate = Certificate.Type31 }, papers[of]).Papers!;
        Assert.Equal(new(of == 0 ? null : 2, of == 1 ? null : "de", of == 2 ? null : "a@b.fr", of == 3 ? null : Certificate.Type31), all);

        static FindingValues Plan(Rule wide, Rule narrow) =>
            Given.Judge(Given.ADraft("2026-11-27"), Given.ARequirement(wide, Severity.Task, number: 1), Given.ARequirement(narrow, Severity.Task, site: Given.Chartres, number: 2))
                .Findings.Single(found => found.Requirement!.Number == 1).Evidence.After!;
    }

    private static IEnumerable<(int, BackOrderPolicy, int[])> Told(Order order) =>
        order.Findings.Select(finding => (finding.RequirementNumber!.Value, finding.After!.BackOrder!.Value, Overruled(finding)));

    private static int[] Overruled(Finding finding) => [.. finding.Background?.Overrules.Select(mark => mark.Number) ?? []];
}
