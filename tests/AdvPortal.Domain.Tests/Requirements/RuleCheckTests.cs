using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

/// <summary>What a rule may not say is refused in words before it can judge anything.</summary>
public sealed class RuleCheckTests
{
    private static readonly DateOnly _day = Given.Monday;

    public static TheoryData<Rule, Refusal?> Cases { get; } = new()
    {
        { new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }, null },
        { new DeliveryDays { Open = Weekdays.All }, null },
        { new DeliveryDays { NoticeDays = 2 }, null },
        { new DeliveryDays { CutOff = new(15, 0) }, null },
        { new DeliveryDays { Holidays = Domain.Common.Calendars.HolidayZone.FrMetropole }, null },
        { new DeliveryDays(), new RuleSaysNothing() },
        { new DeliveryDays { Windows = [], ClosedDates = [], OpenDates = [], IfClosed = IfClosed.Ask }, new RuleSaysNothing() },
        { new DeliveryDays { Closed = Weekdays.All }, new ClosesEveryDay() },
        { new DeliveryDays { Closed = Weekdays.Tuesday, Open = Weekdays.Monday | Weekdays.Tuesday }, new DayBothOpenAndClosed(DayOfWeek.Tuesday) },
        { new DeliveryDays { Closed = Weekdays.Sunday, Open = Weekdays.Sunday }, new DayBothOpenAndClosed(DayOfWeek.Sunday) },
        { new DeliveryDays { NoticeDays = 0 }, new NoticeOutOfRange(DeliveryDays.NoticeMaxDays) },
        { new DeliveryDays { NoticeDays = DeliveryDays.NoticeMaxDays + 1 }, new NoticeOutOfRange(DeliveryDays.NoticeMaxDays) },
        { new DeliveryDays { NoticeDays = DeliveryDays.NoticeMaxDays }, null },
        { new DeliveryDays { Windows = [new() { Days = Weekdays.Friday }] }, new WindowWithoutHours() },
        { new DeliveryDays { Windows = [new() { From = new(8, 0) }, new() { From = new(14, 0), Until = new(14, 0) }] }, new WindowEndsBeforeItStarts(new(14, 0), new(14, 0)) },
        { new DeliveryDays { ClosedDates = [new(_day, _day.AddDays(-1))] }, new PeriodEndsBeforeItStarts(_day, _day.AddDays(-1)) },
        { new DeliveryDays { OpenDates = [new(_day, _day.AddDays(-1))] }, new PeriodEndsBeforeItStarts(_day, _day.AddDays(-1)) },
        { new DeliveryDays { ClosedDates = [new(_day, _day.AddDays(364), EveryYear: true)] }, new ClosesEveryDay() },
        { new DeliveryDays { ClosedDates = [new(_day, _day.AddDays(363), EveryYear: true)] }, null },
        { new Labelling { Symbology = Symbology.Qr }, null },
        { new Labelling(), new SymbologyMissing() },
        { new Labelling { Symbology = Symbology.Qr, Copies = 0 }, new CopiesOutOfRange(Labelling.CopiesMax) },
        { new Labelling { Symbology = Symbology.Qr, Copies = Labelling.CopiesMax + 1 }, new CopiesOutOfRange(Labelling.CopiesMax) },
        { new Labelling { Symbology = Symbology.Qr, Copies = Labelling.CopiesMax }, null },
        { new Labelling { Symbology = Symbology.Qr, Payload = [LabelField.Batch, LabelField.Batch] }, new LabelFieldRepeated() },
        { new Labelling { Symbology = Symbology.Qr, Template = new('x', Labelling.TemplateMaxLength + 1) }, new LabelTemplateTooLong(Labelling.TemplateMaxLength) },
        { new ProductCode { Prefix = "0A-" }, null },
        { new ProductCode { Prefix = "" }, new PrefixNotValid("", ProductCode.AffixMaxLength) },
        { new ProductCode { Prefix = "0A -" }, new PrefixNotValid("0A -", ProductCode.AffixMaxLength) },
        { new ProductCode { Prefix = "0A\u0000" }, new PrefixNotValid("0A\u0000", ProductCode.AffixMaxLength) },
        { new ProductCode { Prefix = new('A', 21) }, new PrefixNotValid(new('A', 21), ProductCode.AffixMaxLength) },
        { new ProductCode { Prefix = new('A', 20) }, null },
        { new ProductCode { Suffix = "\u00A0" }, new SuffixNotValid("\u00A0", ProductCode.AffixMaxLength) },
        { new ProductCode { Pad = new(0, '0') }, new PadNotValid(ProductCode.CodeMaxLength) },
        { new ProductCode { Pad = new(41, '0') }, new PadNotValid(ProductCode.CodeMaxLength) },
        { new ProductCode { Pad = new(10, ' ') }, new PadNotValid(ProductCode.CodeMaxLength) },
        { new ProductCode { Pad = new(40, '0') }, null },
        { new ProductCode { Map = new Dictionary<string, string> { ["A"] = "" } }, new MappedCodeNotValid(ProductCode.CodeMaxLength) },
        { new ProductCode { Map = new Dictionary<string, string> { ["A"] = "1", ["B"] = "1" } }, new BuyerCodeGivenTwice("1") },
        { new ProductCode { Documents = Documents.Invoice }, new RuleSaysNothing() },
        { new ProductCode { Map = new Dictionary<string, string>() }, new RuleSaysNothing() },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_is_checked_before_it_is_put_in_force(Rule rule, Refusal? refusal)
    {
        Assert.Equal(refusal, rule.Check());
        Assert.Equal(refusal, Requirement.Prepare(Ids.New<RequirementId>(), 1, Given.Client, null, null, Given.Content(rule)).Refusal);
    }
}
