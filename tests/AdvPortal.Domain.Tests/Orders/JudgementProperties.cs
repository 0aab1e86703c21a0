using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What holds for any rules, any date asked for and any hour of receipt.</summary>
public sealed class JudgementProperties
{
    [Property(MaxTest = 500)]
    public Property A_promised_date_is_allowed_by_every_rule_and_never_earlier_than_possible() => Prop.ForAll(Cases.ToArbitrary(), @case =>
    {
        var promised = @case.Judge().Lines[0].PromisedOn;

        return promised is not { } day || (IsPossible(day, @case) && @case.Rules.All(rule => Allows(rule, day, @case)));
    });

    [Property(MaxTest = 500)]
    public Property A_date_that_can_be_kept_is_kept() => Prop.ForAll(Cases.ToArbitrary(), @case =>
    {
        var kept = @case.Asked is { } asked && IsPossible(asked, @case) && @case.Rules.All(rule => Allows(rule, asked, @case));

        return !kept || (@case.Judge() is { Findings: [] } judgement && judgement.Lines[0].PromisedOn == @case.Asked);
    });

    [Property(MaxTest = 500)]
    public Property No_working_day_that_would_do_is_passed_over() => Prop.ForAll(Cases.ToArbitrary(), @case =>
    {
        if (@case.Asked is not { } asked || @case.Judge().Lines[0].PromisedOn is not { } promised || promised <= asked)
        {
            return true;
        }

        return Enumerable.Range(1, promised.DayNumber - asked.DayNumber - 1).Select(asked.AddDays)
            .All(day => !WorkingDays.Contains(day) || !IsPossible(day, @case) || !@case.Rules.All(rule => Allows(rule, day, @case)));
    });

    [Property(MaxTest = 300)]
    public Property The_order_in_which_requirements_come_does_not_matter() => Prop.ForAll(Cases.ToArbitrary(), Gen.Shuffle(Enumerable.Range(0, 9)).ToArbitrary(), (@case, shuffle) =>
    {
        var requirements = @case.Rules.Select((rule, index) => Given.ARequirement(rule, number: index + 1))
            .Append(Given.ARequirement(new ProductCode { Prefix = "A" }, number: 7)).Append(Given.ARequirement(new ProductCode { Prefix = "B" }, number: 8))
            .Append(Given.ARequirement(new Labelling { Symbology = Symbology.Qr }, number: 9)).ToList();
        var shuffled = shuffle.Where(index => index < requirements.Count).Select(index => requirements[index]);

        var (one, other) = (@case.Judge(requirements), @case.Judge(shuffled));

        return Told(one).SequenceEqual(Told(other)) && one.Lines.SequenceEqual(other.Lines);
    });

    private static IEnumerable<object?> Told(Judgement judgement) =>
        judgement.Findings.Select(found => (object?)(found.Requirement?.Number, found.Line, found.Severity, found.Evidence.Before, found.Evidence.After, found.Evidence.Explanation));

    // Written anew, not taken from the engine: what it is held against must not be itself.
    private static bool Allows(DeliveryDays rule, DateOnly day, Case @case)
    {
        var late = rule.CutOff is { } hour && @case.Received > hour;
        var first = late ? Given.Monday.AddDays(1) : Given.Monday;

        return rule.Closes(day) is null
            && (rule.NoticeDays is not { } notice || day >= first.AddDays(notice))
            && (!late || WorkingDays.Departure(day, @case.Transport) >= first);
    }

    private static bool IsPossible(DateOnly day, Case @case) => WorkingDays.Departure(day, @case.Transport) >= Given.Monday;

    public sealed record Case(DateOnly? Asked, TimeOnly Received, int Transport, IReadOnlyList<DeliveryDays> Rules)
    {
        public Judgement Judge() => Judge(Rules.Select((rule, index) => Given.ARequirement(rule, index % 2 == 0 ? Severity.Block : Severity.AutoFix, number: index + 1)));

        public Judgement Judge(IEnumerable<Requirement> requirements) =>
            Judgement.Of(Given.ADraft(Asked), Rulebook.Of(requirements), Given.ThisMorning with { ReceivedAt = Received }, transport: new(Transport));
    }

    private static Gen<DateOnly> Days => Gen.Choose(-5, 60).Select(Given.Monday.AddDays);

    private static Gen<DatePeriod> Periods =>
        from @from in Days
        from length in Gen.Choose(0, 20)
        from everyYear in Gen.Elements(false, true)
        select new DatePeriod(@from, @from.AddDays(length), everyYear);

    private static Gen<DeliveryDays> Rules =>
        from closed in Gen.Choose(0, 126)
        from open in Gen.Elements(Weekdays.None, Weekdays.None, Weekdays.Saturday | Weekdays.Tuesday)
        from closedDates in Periods.ListOf(1)
        from openDate in Days
        from cutOff in Gen.Elements<TimeOnly?>(null, null, new(9, 0), new(15, 0))
        from notice in Gen.Elements<int?>(null, null, 1, 4)
        from holidays in Gen.Elements<HolidayZone?>(null, HolidayZone.FrMetropole, HolidayZone.FrAlsaceMoselle)
        from ifClosed in Gen.Elements(IfClosed.Next, IfClosed.Next, IfClosed.Previous, IfClosed.Ask)
        select new DeliveryDays
        {
            Closed = (Weekdays)closed & ~open,
            Open = open,
            ClosedDates = [.. closedDates],
            OpenDates = [new(openDate)],
            CutOff = cutOff,
            NoticeDays = notice,
            Holidays = holidays,
            IfClosed = ifClosed,
        };

    private static Gen<Case> Cases =>
        from asked in Days
        from none in Gen.Choose(0, 9)
        from hour in Gen.Choose(6, 20)
        from transport in Gen.Choose(0, 3)
        from count in Gen.Choose(0, 4)
        from rules in Rules.ListOf(count)
        select new Case(none == 0 ? null : asked, new(hour, 0), transport, [.. rules]);
}
