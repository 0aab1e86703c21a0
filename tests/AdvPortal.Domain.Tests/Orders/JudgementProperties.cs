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

    [Property(MaxTest = 300)]
    public Property Every_alternative_is_allowed_and_the_way_ends_at_the_date_proposed() => Prop.ForAll(Cases.ToArbitrary(), @case =>
        @case.Judge().Findings.All(found =>
            found.Evidence.Alternatives.All(day => IsPossible(day, @case) && day != found.Evidence.After?.DeliverOn && @case.Rules.All(rule => Allows(rule, day, @case)))
            && (found.Evidence.After?.DeliverOn is not { } proposed || found.Evidence.Trace[^1] is { Stage: DateStage.Site, Why: null } last && last.Date == proposed)
            && found.Evidence.Trace.Select(step => step.Stage).SequenceEqual(found.Evidence.Trace.Select(step => step.Stage).Order())));

    [Property(MaxTest = 300)]
    public Property A_date_that_was_proposed_is_not_moved_again() => Prop.ForAll(Cases.ToArbitrary(), @case =>
        @case.Judge().Lines[0].PromisedOn is not { } promised || (@case with { Asked = promised }).Judge() is { Findings: [] });

    [Property(MaxTest = 500)]
    public Property Whatever_is_required_judging_again_what_was_judged_changes_nothing() => Prop.ForAll(Books.ToArbitrary(), book =>
    {
        var order = Order.Receive(Ids.New<OrderId>(), book.Draft, book.Judge(book.Draft), Given.Now, Given.Now).Value!;
        var before = Standing(order);
        order.Correct(order.ToDraft(), book.Judge(order.ToDraft()));

        return before.SequenceEqual(Standing(order));
    });

    [Property(MaxTest = 500)]
    public Property Precedence_does_not_depend_on_the_order_in_which_requirements_come() => Prop.ForAll(Books.ToArbitrary(), Gen.Shuffle(Enumerable.Range(0, 12)).ToArbitrary(), (book, shuffle) =>
    {
        var shuffled = book with { Requirements = [.. shuffle.Where(index => index < book.Requirements.Count).Select(index => book.Requirements[index])] };
        var (one, other) = (book.Judge(book.Draft), shuffled.Judge(book.Draft));

        return Told(one).SequenceEqual(Told(other)) && one.Lines.SequenceEqual(other.Lines)
            && one.Findings.Zip(other.Findings).All(pair => one.OverruledBy(pair.First).SequenceEqual(other.OverruledBy(pair.Second)));
    });

    [Property(MaxTest = 500)]
    public Property Of_one_matter_only_one_requirement_speaks_for_a_line() => Prop.ForAll(Books.ToArbitrary(), book =>
    {
        var policies = book.Judge(book.Draft).Findings.Where(found => found.Evidence.Kind == BackOrder.KindName).ToList();

        return Enumerable.Range(0, book.Draft.Lines.Count).All(index => policies.Count(found => found.Line is null || found.Line == index) <= 1);
    });

    private static List<object?> Standing(Order order) =>
        [.. order.Lines.Select(line => (object?)(line.LineNo, line.Quantity, line.LineAmount, line.PromisedOn, line.ShipOn, line.BuyerCode)), .. order.Findings.Select(finding => (object?)(finding.Id, finding.State, finding.Before, finding.After))];

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

    public sealed record Book(OrderDraft Draft, IReadOnlyList<Requirement> Requirements)
    {
        public Judgement Judge(OrderDraft draft) => Judgement.Of(draft, Rulebook.Of(Requirements), Given.ThisMorning);
    }

    private static Gen<Rule> AnyRule => Gen.OneOf(
        Rules.Select(rule => (Rule)rule),
        Gen.Elements<Rule>(new Packaging { MultipleOf = 50 }, new Packaging { MultipleOf = 7, PalletType = PalletType.Eur }, new Packaging { MaxHeightCm = 180, NoMixedPallets = true }),
        Gen.Elements<Rule>(new MinimumOrder { Amount = 500, Currency = "EUR" }, new MinimumOrder { Amount = 9, Currency = "CHF", CarriagePaidFrom = 10 }, new MinimumOrder { Quantity = 6000, CarriagePaidFrom = 900, Currency = "EUR" }),
        Gen.Elements<Rule>(new PartialDelivery { Allowed = false }, new PartialDelivery { Allowed = true }),
        Gen.Elements<Rule>(new BackOrder { Policy = BackOrderPolicy.Keep }, new BackOrder { Policy = BackOrderPolicy.Cancel }),
        Gen.Elements<Rule>(new RequiredDocuments { DeliveryNoteCopies = 2, Language = "de" }, new RequiredDocuments { Language = "fr" }, new RequiredDocuments { Certificate = Certificate.Origin }),
        Gen.Elements<Rule>(new Reference { Required = true, Pattern = "^46" }, new Reference { Where = Documents.Label }),
        Gen.Elements<Rule>(new ContactFirst { Who = "magasin" }, new Instruction { Text = "Hayon" }),
        Gen.Elements<Rule>(new ProductCode { Prefix = "A-" }, new ProductCode { Prefix = "B-", Documents = Documents.Invoice }, new Labelling { Symbology = Symbology.Qr }, new Labelling { Symbology = Symbology.Qr, Copies = 2 }));

    private static Gen<Book> Books =>
        from lines in (from quantity in Gen.Choose(1, 200) from family in Gen.Elements<string?>(null, "Inox", "Laiton") from date in Gen.OneOf(Gen.Constant((DateOnly?)null), Days.Select(day => (DateOnly?)day)) select (quantity, family, date)).NonEmptyListOf()
        from asked in Days
        from rules in (from rule in AnyRule
                       from severity in Gen.Elements(Severity.Warn, Severity.Task, Severity.AutoFix, Severity.Block)
                       from site in Gen.Elements<SiteId?>(null, Given.Chartres, Given.Strasbourg)
                       from family in Gen.Elements<string?>(null, null, "Inox")
                       from since in Gen.Elements("2025-02-03", "2026-01-01", "2026-11-26")
                       select (rule, severity, site, family, since)).ListOf()
        select new Book(
            Given.ADraft(asked, [.. lines.Take(4).Select((line, index) => Given.ALine($"{(index + 1) * 10}", quantity: line.quantity) with { ProductFamily = line.family, RequestedOn = line.date })]),
            [.. rules.Take(12).Where(each => each.rule.Check() is null).Select((each, index) => Given.ARequirement(each.rule, each.severity, each.site, each.family, index + 1, each.since))]);

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
