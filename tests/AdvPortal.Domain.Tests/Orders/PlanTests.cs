using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What is to be done or minded when an order is prepared.</summary>
public sealed class PlanTests
{
    public static TheoryData<Rule, FindingValues, Message> Cases { get; } = new()
    {
        { new BackOrder { Policy = BackOrderPolicy.Keep }, new() { BackOrder = BackOrderPolicy.Keep }, new(MessageKeys.BackOrderKept) },
        { new BackOrder { Policy = BackOrderPolicy.Cancel }, new() { BackOrder = BackOrderPolicy.Cancel }, new(MessageKeys.BackOrderCancelled) },
        { new BackOrder { Policy = BackOrderPolicy.Ask }, new() { BackOrder = BackOrderPolicy.Ask }, new(MessageKeys.BackOrderAsked) },
        { new Packaging { PalletType = PalletType.Eur, MaxHeightCm = 180 }, new() { Pallets = new(PalletType.Eur, 180, null, null) }, new(MessageKeys.Pallets, [Parts(new Message(MessageKeys.PalletsOf, "EUR"), new Message(MessageKeys.PalletsHeight, 180))]) },
        { new Packaging { MaxWeightKg = 800, NoMixedPallets = true }, new() { Pallets = new(null, null, 800, true) }, new(MessageKeys.Pallets, [Parts(new Message(MessageKeys.PalletsWeight, 800m), new Message(MessageKeys.PalletsNotMixed))]) },
        { new RequiredDocuments { DeliveryNoteCopies = 2, Certificate = Certificate.Type31 }, new() { Papers = new(2, null, null, Certificate.Type31) }, new(MessageKeys.Papers, [Parts(new Message(MessageKeys.PapersCopies, 2), new Message("certificate.type31"))]) },
        { new RequiredDocuments { Language = "de", SendInvoiceTo = "a@b.fr" }, new() { Papers = new(null, "de", "a@b.fr", null) }, new(MessageKeys.Papers, [Parts(new Message(MessageKeys.PapersLanguage, new Language("de")), new Message(MessageKeys.PapersInvoice, "a@b.fr"))]) },
        { new ContactFirst { Who = "magasin", Phone = "0237000000", BeforeHours = 24 }, new() { Contact = new("magasin", "0237000000", 24) }, new(MessageKeys.ContactBefore, 24) },
        { new ContactFirst { Who = "magasin" }, new() { Contact = new("magasin", null, null) }, new(MessageKeys.ContactFirst) },
        { new Instruction { Text = "Camion avec hayon" }, new() { Instruction = "Camion avec hayon" }, new(MessageKeys.Instruction, "Camion avec hayon") },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_said_once_for_the_order(Rule rule, FindingValues after, Message explanation)
    {
        var found = Assert.Single(Given.Judge(Given.ADraft("2026-11-24", Given.ALine(), Given.ALine("20")), Given.ARequirement(rule, Severity.Task)).Findings);

        Assert.Equal((rule.Kind, null, after, explanation), (found.Evidence.Kind, found.Line, found.Evidence.After, found.Evidence.Explanation));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_ticked_or_accepted_and_then_nothing_stands_in_the_way(Rule rule, FindingValues after, Message explanation)
    {
        foreach (var severity in new[] { Severity.Task, Severity.Block })
        {
            var order = Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(rule, severity));
            Assert.Equal((severity is Severity.Block, after, explanation), (order.Findings[0].Blocks, order.Findings[0].After, order.Findings[0].Explanation));

            Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).IsOk);
            Assert.True(order.Confirm(Given.Now).IsOk);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_only_a_person_can_do_is_not_done_by_itself(Rule rule, FindingValues after, Message explanation)
    {
        var found = Assert.Single(Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(rule, Severity.AutoFix)).Findings);
        var byHand = rule is Instruction or ContactFirst;

        Assert.Equal((byHand ? FindingState.Open : FindingState.Applied, byHand, after, explanation), (found.State, found.Blocks, found.Evidence.After, found.Evidence.Explanation));
    }

    [Fact]
    public void A_rule_of_a_family_is_said_on_its_lines()
    {
        var inox = Given.ALine("20") with { ProductFamily = "Inox" };

        Assert.Equal([1], Given.Judge(Given.ADraft("2026-11-24", Given.ALine(), inox), Given.ARequirement(new Instruction { Text = "Gants" }, family: "Inox")).Findings.Select(found => found.Line));
    }

    [Theory]
    [InlineData(null, "2026-11-30")]
    [InlineData(2, "2026-11-30")]
    [InlineData(24, "2026-11-27")] // the day before is a Sunday
    [InlineData(48, "2026-11-27")]
    [InlineData(73, "2026-11-26")]
    [InlineData(96, "2026-11-26")]
    public void Somebody_is_reached_in_time_on_a_working_day(int? hours, string due)
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-30"), Given.ARequirement(new ContactFirst { Who = "magasin", BeforeHours = hours }));

        Assert.Equal(Given.Day(due), order.Findings[0].DueOn(order.Lines));
    }

    [Fact]
    public void The_day_to_call_follows_the_delivery()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(new ContactFirst { Who = "magasin", BeforeHours = 24 }, number: 1), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday), number: 2));
        var (moved, contact) = (order.Findings.Single(finding => finding.IsAboutDate), order.Findings.Single(finding => !finding.IsAboutDate));
        Assert.Equal((Given.Wednesday, null), (contact.DueOn(order.Lines)!.Value, moved.DueOn(order.Lines)));

        order.Waive(moved.Id, "Quai ouvert", "Karim Haddad", Given.Claire, Given.Now);

        Assert.Equal(Given.Day("2026-11-24"), contact.DueOn(order.Lines));
    }

    [Theory]
    [InlineData(Symbology.Gs1128, LogisticUnit.Pallet, 2, MessageKeys.LabelsPerPallet, "GS1-128", 2)]
    [InlineData(Symbology.DataMatrix, LogisticUnit.Parcel, null, MessageKeys.LabelsPerParcel, "DataMatrix", 1)]
    [InlineData(Symbology.Qr, LogisticUnit.Parcel, 3, MessageKeys.LabelsPerParcel, "QR code", 3)]
    public void Labels_are_said_by_what_is_printed_on_what_and_how_often(Symbology symbology, LogisticUnit unit, int? copies, string key, string name, int printed)
    {
        var found = Assert.Single(Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(new Labelling { Symbology = symbology, Per = unit, Copies = copies }, Severity.Task)).Findings);

        Assert.Equal((new Message(key, name, printed), new LabelPlan(symbology, unit, printed)), (found.Evidence.Explanation, found.Evidence.After!.Labels));
    }

    [Fact]
    public void Pallets_are_said_by_their_name() =>
        Assert.Equal(
            new(MessageKeys.Pallets, [Parts(new Message(MessageKeys.PalletsOf, "CHEP"))]),
            Assert.Single(Given.Judge(Given.ADraft("2026-11-24"), Given.ARequirement(new Packaging { PalletType = PalletType.Chep })).Findings).Evidence.Explanation);

    [Theory]
    [InlineData(null, "2026-11-26")]
    [InlineData(23, "2026-11-26")] // less than a day before is the day itself
    [InlineData(24, "2026-11-25")]
    [InlineData(25, "2026-11-24")]
    [InlineData(96, "2026-11-20")] // Sunday: the Friday before
    public void Whoever_is_to_be_reached_is_reached_in_time_before_the_line_arrives(int? hours, string due)
    {
        var inox = Given.ALine("20") with { ProductFamily = "Inox", RequestedOn = Given.Day("2026-11-26") };
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine(), inox), Given.ARequirement(new ContactFirst { Who = "magasin", BeforeHours = hours }, Severity.Task, family: "Inox"));

        Assert.Equal(("20", Given.Day(due)), (order.Findings[0].LineNo, order.Findings[0].DueOn(order.Lines)));
    }

    [Fact]
    public void Of_a_whole_order_the_first_arrival_counts_and_of_what_asks_for_nobody_none()
    {
        var order = Given.AnOrder(
            Given.ADraft("2026-11-27", Given.ALine(), Given.ALine("20") with { RequestedOn = Given.Day("2026-11-26") }),
            Given.ARequirement(new ContactFirst { Who = "magasin", BeforeHours = 24 }, Severity.Task), Given.ARequirement(new Instruction { Text = "Film noir" }, number: 13));

        Assert.Equal([Given.Day("2026-11-25"), null], order.Findings.OrderBy(finding => finding.RequirementNumber).Select(finding => finding.DueOn(order.Lines)));
    }

    private static object[] Parts(params object[] parts) => parts;
}
