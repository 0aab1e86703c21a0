using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class ContradictionTests
{
    private const Weekdays WorkingWeek = Weekdays.All & ~(Weekdays.Saturday | Weekdays.Sunday);

    public static TheoryData<string, Rule, Rule, string?> Pairs => new()
    {
        { "closed on the only open days", new DeliveryDays { Closed = Weekdays.Monday }, new DeliveryDays { Open = Weekdays.Monday }, MessageKeys.NoDayLeft },
        { "the week shared out", new DeliveryDays { Closed = Weekdays.Monday | Weekdays.Tuesday }, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday | Weekdays.Friday }, MessageKeys.OnlyWeekendsLeft },
        { "closed for a season on the only open day", new DeliveryDays { ClosedDates = [new(new(2026, 11, 1), new(2027, 3, 15))], OpenDates = [new(new DateOnly(2026, 12, 2))] }, new DeliveryDays { Open = Weekdays.Monday }, MessageKeys.NoDayLeft },
        { "one day left", new DeliveryDays { Closed = Weekdays.Monday | Weekdays.Tuesday }, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }, null },
        { "a Saturday that is asked for", new DeliveryDays { Closed = WorkingWeek & ~Weekdays.Monday }, new DeliveryDays { Open = Weekdays.Tuesday | Weekdays.Saturday }, null },
        { "a notice is no closure", new DeliveryDays { NoticeDays = 60 }, new DeliveryDays { Open = Weekdays.Friday }, null },
        { "mornings and afternoons", Hours(8, 11), Hours(14, 17), MessageKeys.NoHourLeft },
        { "the last hour is the first one", Hours(8, 11), Hours(11, 17), null },
        { "hours on other days", Hours(8, 11, Weekdays.Monday), Hours(14, 17, Weekdays.Friday), null },
        { "hours of a closed day", new DeliveryDays { Closed = Weekdays.Friday }, Hours(14, 17, Weekdays.Friday), null },
        { "two prefixes", new ProductCode { Prefix = "0A-" }, new ProductCode { Prefix = "0B-" }, MessageKeys.Against(ProductCode.KindName) },
        { "two prefixes on two documents", new ProductCode { Prefix = "0A-", Documents = Documents.Invoice }, new ProductCode { Prefix = "0B-", Documents = Documents.Label }, null },
        { "two prefixes on one document of several", new ProductCode { Prefix = "0A-", Documents = Documents.Invoice | Documents.Label }, new ProductCode { Prefix = "0B-", Documents = Documents.Label }, MessageKeys.Against(ProductCode.KindName) },
        { "the same codes, written down twice", Mapped("X", "1"), Mapped("X", "1"), null },
        { "another code of one product", Mapped("X", "1"), Mapped("X", "2"), MessageKeys.Against(ProductCode.KindName) },
        { "one label on parcels and on pallets", new Labelling { Symbology = Symbology.Qr }, new Labelling { Symbology = Symbology.Qr, Per = LogisticUnit.Pallet }, MessageKeys.LabelledTwice },
        { "two kinds of labels", new Labelling { Symbology = Symbology.Qr }, new Labelling { Symbology = Symbology.Gs1128, Per = LogisticUnit.Pallet }, null },
        { "one label and two of them", new Labelling { Symbology = Symbology.Qr }, new Labelling { Symbology = Symbology.Qr, Copies = 2 }, MessageKeys.Against(Labelling.KindName) },
        { "the same label twice", new Labelling { Symbology = Symbology.Qr, Payload = [LabelField.Sscc] }, new Labelling { Symbology = Symbology.Qr, Payload = [LabelField.Sscc], Copies = 1 }, null },
        { "two minimums", new MinimumOrder { Amount = 100, Currency = "EUR" }, new MinimumOrder { Amount = 200, Currency = "EUR" }, MessageKeys.Against(MinimumOrder.KindName) },
        { "a minimum and a carriage", new MinimumOrder { Amount = 100, Currency = "EUR" }, new MinimumOrder { CarriagePaidFrom = 200, Currency = "EUR" }, null },
        { "two packs", new Packaging { MultipleOf = 6 }, new Packaging { MultipleOf = 10 }, MessageKeys.Against(Packaging.KindName) },
        { "a pack and a height", new Packaging { MultipleOf = 6 }, new Packaging { MaxHeightCm = 120 }, null },
        { "parts and no parts", new PartialDelivery { Allowed = true }, new PartialDelivery { Allowed = false }, MessageKeys.Against(PartialDelivery.KindName) },
        { "back orders kept and cancelled", new BackOrder { Policy = BackOrderPolicy.Keep }, new BackOrder { Policy = BackOrderPolicy.Cancel }, MessageKeys.Against(BackOrder.KindName) },
        { "two languages", new RequiredDocuments { Language = "fr" }, new RequiredDocuments { Language = "de" }, MessageKeys.Against(RequiredDocuments.KindName) },
        { "two certificates", new RequiredDocuments { Certificate = Certificate.Type31 }, new RequiredDocuments { Certificate = Certificate.Origin }, null },
        { "two forms of a reference", new Reference { Pattern = @"^45\d{8}$" }, new Reference { Pattern = @"^46\d{8}$" }, MessageKeys.Against(Reference.KindName) },
        { "two instructions", new Instruction { Text = "Sonner" }, new Instruction { Text = "Ne pas sonner" }, null },
        { "two kinds", new BackOrder { Policy = BackOrderPolicy.Keep }, new ProductCode { Prefix = "0A-" }, null },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_requirements_of_one_scope_that_cannot_both_be_met_are_told_apart_from_those_that_can(string what, Rule tried, Rule there, string? key)
    {
        var explanations = new[] { Of(Tried(tried), There(there)), Of(Tried(there), There(tried)) }.Select(found => found.SingleOrDefault()?.Explanation.Key);

        Assert.Equal((what, key, key), (what, explanations.First(), explanations.Last()));
    }

    [Fact]
    public void Hours_are_told_of_by_the_days_on_which_there_is_none_in_common() => Assert.Equal(
        [DayOfWeek.Tuesday, DayOfWeek.Friday],
        ((IEnumerable<object>)Assert.Single(Of(Tried(Hours(8, 11)), There(Hours(14, 17, Weekdays.Friday | Weekdays.Tuesday)))).Explanation.Parts[0]).Cast<DayOfWeek>());

    [Fact]
    public void And_from_Monday_to_Sunday() => Assert.Equal(
        [DayOfWeek.Monday, DayOfWeek.Saturday, DayOfWeek.Sunday],
        ((IEnumerable<object>)Assert.Single(Of(Tried(Hours(8, 11)), There(Hours(14, 17, Weekdays.Sunday | Weekdays.Saturday | Weekdays.Monday)))).Explanation.Parts[0]).Cast<DayOfWeek>());

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData("Inox", null, 1)]
    [InlineData(null, "Inox", 1)]
    [InlineData("inox", "Inox", 1)]
    [InlineData("Laiton", "Inox", 0)]
    public void Days_of_two_families_never_meet(string? tried, string? there, int found) => Assert.Equal(found, Of(
        Tried(new DeliveryDays { Closed = Weekdays.Monday }) with { ProductFamily = tried }, There(new DeliveryDays { Open = Weekdays.Monday }, family: there)).Count);

    [Fact]
    public void A_narrower_requirement_is_an_exception_and_no_contradiction_but_days_hold_together_everywhere()
    {
        Assert.Empty(Of(Tried(new ProductCode { Prefix = "0A-" }), There(new ProductCode { Prefix = "0B-" }, site: Given.Chartres)));
        Assert.Empty(Of(Tried(new ProductCode { Prefix = "0A-" }, Given.Strasbourg), There(new ProductCode { Prefix = "0B-" }, site: Given.Chartres)));
        Assert.Empty(Of(Tried(new DeliveryDays { Closed = Weekdays.Monday }, Given.Strasbourg), There(new DeliveryDays { Open = Weekdays.Monday }, site: Given.Chartres)));
        Assert.Single(Of(Tried(new DeliveryDays { Closed = Weekdays.Monday }), There(new DeliveryDays { Open = Weekdays.Monday }, site: Given.Chartres)));
        Assert.Single(Of(Tried(new DeliveryDays { Closed = Weekdays.Monday }, Given.Chartres), There(new DeliveryDays { Open = Weekdays.Monday }, family: "Inox")));
        Assert.Single(Of(Tried(new BackOrder { Policy = BackOrderPolicy.Ask }, Given.Chartres), There(new BackOrder { Policy = BackOrderPolicy.Keep }, site: Given.Chartres)));
    }

    [Theory]
    [InlineData("2026-11-24", null, 1)]
    [InlineData("2026-12-31", null, 1)]
    [InlineData("2027-01-01", null, 0)]
    [InlineData("2026-01-01", "2026-06-30", 0)]
    public void Only_days_to_come_on_which_both_hold_count(string from, string? until, int found) => Assert.Equal(found, Of(
        Tried(new ProductCode { Prefix = "0A-" }) with { Period = new(Given.Day(from), until is null ? null : Given.Day(until)) }, There(new ProductCode { Prefix = "0B-" }, until: "2026-12-31")).Count);

    [Fact]
    public void Who_prevails_is_the_later_of_two_of_one_scope()
    {
        Assert.Equal([new Message(MessageKeys.Prevails)], Assert.Single(Of(Tried(new ProductCode { Prefix = "0A-" }), There(new ProductCode { Prefix = "0B-" }))).Explanation.Parts);
        Assert.Equal([new Message(MessageKeys.GivesWay)], Assert.Single(Of(Tried(new ProductCode { Prefix = "0A-" }), There(new ProductCode { Prefix = "0B-" }, from: "2026-12-01"))).Explanation.Parts);
    }

    [Fact]
    public void Several_that_leave_a_day_two_by_two_but_none_together_are_told_of_without_those_that_do_not_matter()
    {
        var (two, three, none) = (
            Given.ARequirement(new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }, number: 2), Given.ARequirement(new DeliveryDays { Closed = Weekdays.Friday }, number: 3),
            Given.ARequirement(new DeliveryDays { Closed = Weekdays.Sunday }, number: 4));

        var found = Of(Tried(new DeliveryDays { Closed = Weekdays.Monday | Weekdays.Tuesday }), [.. new[] { two, three, none }.SelectMany(InForce.Of)]);

        Assert.Equal([(2, MessageKeys.NoDayLeftTogether), (3, MessageKeys.NoDayLeftTogether)], found.Select(each => (each.With.Number, each.Explanation.Key)));
    }

    [Fact]
    public void What_leaves_no_day_by_itself_is_nobody_elses_fault_and_nothing_contradicts_itself()
    {
        var closed = new DeliveryDays { ClosedDates = [new(new(2026, 1, 1), new(2028, 1, 1))] };

        Assert.Empty(Of(Tried(closed), There(new DeliveryDays { Closed = Weekdays.Monday })));
        Assert.Empty(Of(Tried(new DeliveryDays { Closed = Weekdays.Monday }), There(closed)));

        var there = There(new ProductCode { Prefix = "0B-" });
        Assert.Empty(Of(there[0] with { Revision = 2, Rule = new ProductCode { Prefix = "0A-" } }, there));
    }

    private static DeliveryDays Hours(int from, int until, Weekdays days = Weekdays.None) => new() { Windows = [new() { Days = days, From = new(from, 0), Until = new(until, 0) }] };

    private static ProductCode Mapped(string ours, string theirs) => new() { Map = new Dictionary<string, string>(StringComparer.Ordinal) { [ours] = theirs } };

    private static IReadOnlyList<Contradiction> Of(InForce tried, InForce[] others) => Contradictions.Of(tried, others, Given.Monday);

    private static InForce Tried(Rule rule, SiteId? site = null) => InForce.Of(Given.ARequirement(rule, site: site, number: 99, from: "2026-11-23")).Single();

    private static InForce[] There(Rule rule, SiteId? site = null, string? family = null, string from = "2025-02-03", string? until = null) =>
        [.. InForce.Of(Given.ARequirement(rule, site: site, family: family, from: from, until: until))];
}
