using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What counts at planning, packing, labelling and invoicing: seen before, judged there, settled like the rest.</summary>
public sealed class StepTests
{
    private const Moments Late = Moments.Planning | Moments.Packing | Moments.Labelling | Moments.Invoicing;
    private static readonly Instruction _call = new() { Text = "Prévenir M. Haddad" };

    [Fact]
    public void What_will_count_is_told_step_by_step_in_order()
    {
        var ahead = Ahead(
            Given.ADraft("2026-11-27"),
            Given.ARequirement(_call, number: 1, moments: Moments.Invoicing | Moments.Packing), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday), number: 2, moments: Moments.Planning),
            Given.ARequirement(new Labelling { Symbology = Symbology.Qr }, number: 3, moments: Moments.Labelling), Given.ARequirement(new Reference { Required = true }, number: 4));

        Assert.Equal([(Moments.Planning, 2), (Moments.Packing, 1), (Moments.Labelling, 3), (Moments.Invoicing, 1)], ahead.Select(each => (each.Step, each.Requirement.Number)));
    }

    [Fact]
    public void Another_site_another_family_and_another_time_do_not_count()
    {
        Assert.Empty(Ahead(
            Given.ADraft("2026-11-27"), Given.ARequirement(_call, site: Given.Strasbourg, moments: Late), Given.ARequirement(_call, family: "Inox", moments: Late),
            Given.ARequirement(_call, until: "2026-11-26", moments: Late), Given.ARequirement(_call, from: "2026-11-28", moments: Late)));
    }

    [Fact]
    public void A_family_concerns_its_lines_alone()
    {
        var ahead = Ahead(Given.ADraft("2026-11-27", Given.ALine(), Given.ALine("20") with { ProductFamily = "Inox" }), Given.ARequirement(_call, family: "inox", moments: Moments.Packing));

        Assert.Equal([1], Assert.Single(ahead).Lines!);
    }

    [Fact]
    public void What_a_narrower_requirement_says_instead_is_not_told()
    {
        var (wide, narrow) = (new BackOrder { Policy = BackOrderPolicy.Keep }, new BackOrder { Policy = BackOrderPolicy.Cancel });

        Assert.Equal([2], Ahead(Given.ADraft("2026-11-27"), Given.ARequirement(wide, number: 1, moments: Moments.Packing), Given.ARequirement(narrow, site: Given.Chartres, number: 2, moments: Moments.Packing))
            .Select(each => each.Requirement.Number));
    }

    [Fact]
    public void While_the_site_is_unknown_what_may_count_is_told_and_nothing_passes()
    {
        var (draft, requirement) = (Given.ADraft("2026-11-27") with { SiteId = null }, Given.ARequirement(_call, site: Given.Strasbourg, moments: Moments.Labelling));

        Assert.True(Assert.Single(Ahead(draft, requirement)).IfDeliveredThere);
        Assert.Equal((FindingKinds.UnknownSite, Severity.Block, Moments.Labelling), At(Moments.Labelling, draft, requirement).Select(found => (found.Evidence.Kind, found.Severity, found.Step)).Single());
        Assert.Empty(At(Moments.Packing, draft, requirement));
    }

    [Fact]
    public void A_step_looks_at_its_own_requirements_only() =>
        Assert.Empty(At(Moments.Labelling, Given.ADraft("2026-11-25"), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday)), Given.ARequirement(_call, moments: Moments.Packing)));

    [Fact]
    public void A_promised_day_on_which_the_client_does_not_receive_is_found_at_the_step_and_stays_promised()
    {
        var judgement = Judgement.AtStep(Given.ADraft(Given.Wednesday), Rulebook.Of([Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday), moments: Moments.Planning)]), Given.ThisMorning, Moments.Planning);

        Assert.Equal(Given.Wednesday, Assert.Single(judgement.Findings).Evidence.Before!.DeliverOn);
        Assert.Equal(Given.Wednesday, judgement.Lines[0].PromisedOn);
    }

    [Fact]
    public void Notice_that_was_given_in_time_does_not_run_out()
    {
        var rulebook = Rulebook.Of([Given.ARequirement(new DeliveryDays { NoticeDays = 2 }, moments: Moments.Packing)]);

        Assert.Empty(Judgement.AtStep(Given.ADraft("2026-11-26"), rulebook, Given.ThisMorning with { Today = Given.Wednesday, SiteToday = Given.Wednesday }, Moments.Packing).Findings);
        Assert.Single(Judgement.AtStep(Given.ADraft("2026-11-24"), rulebook, Given.ThisMorning, Moments.Packing).Findings);
    }

    [Fact]
    public void Without_a_promised_day_nobody_knows_whether_it_suits() =>
        Assert.Equal(
            FindingKinds.NoDateFits,
            At(Moments.Planning, Given.ADraft((DateOnly?)null), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday), moments: Moments.Planning)).Single().Evidence.Kind);

    [Fact]
    public void What_is_found_at_a_step_blocks_there_and_nowhere_before()
    {
        var requirement = Given.ARequirement(_call, moments: Moments.Labelling);
        var order = Given.AnOrder(Given.ADraft("2026-11-27"), requirement);

        Assert.True(order.Reach(Moments.Labelling, Judge(order, Moments.Labelling, requirement)));
        Assert.Empty(order.Unmet(Moments.Packing));
        Assert.True(order.Confirm(Given.Now).IsOk);

        Assert.True(order.Accept(Assert.Single(order.Unmet(Moments.Labelling)).Id, Given.Claire, Given.Now).IsOk);
        Assert.Empty(order.Unmet(Moments.Labelling));
    }

    [Fact]
    public void What_was_decided_stays_decided_when_the_step_is_reached_again()
    {
        var requirement = Given.ARequirement(_call, moments: Moments.Labelling);
        var order = AConfirmedOrder(requirement);
        order.Reach(Moments.Labelling, Judge(order, Moments.Labelling, requirement));
        Assert.True(order.Waive(order.Unmet(Moments.Labelling)[0].Id, "Prévenu hier", "M. Haddad", Given.Claire, Given.Now).IsOk);

        Assert.False(order.Reach(Moments.Labelling, Judge(order, Moments.Labelling, requirement)));
        Assert.Equal(FindingState.Waived, Assert.Single(order.Findings).State);
    }

    [Fact]
    public void What_was_settled_before_the_promise_is_not_asked_again()
    {
        var requirement = Given.ARequirement(_call, moments: Moments.Confirmation | Moments.Labelling);
        var order = Given.AnOrder(Given.ADraft("2026-11-27"), requirement);
        Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).IsOk);
        Assert.True(order.Confirm(Given.Now).IsOk);

        Assert.False(order.Reach(Moments.Labelling, Judge(order, Moments.Labelling, requirement)));
    }

    [Fact]
    public void What_is_no_longer_required_is_no_longer_found_unless_somebody_decided_it()
    {
        var requirement = Given.ARequirement(_call, moments: Moments.Labelling);
        var order = AConfirmedOrder(requirement);
        order.Reach(Moments.Labelling, Judge(order, Moments.Labelling, requirement));

        Assert.True(order.Reach(Moments.Labelling, Judge(order, Moments.Labelling)));
        Assert.Empty(order.Findings);
    }

    [Fact]
    public void What_one_step_finds_leaves_what_another_found()
    {
        var requirement = Given.ARequirement(_call, moments: Moments.Labelling);
        var order = AConfirmedOrder(requirement);
        var version = order.Version;
        order.Reach(Moments.Labelling, Judge(order, Moments.Labelling, requirement));
        Assert.NotEqual(version, order.Version);

        version = order.Version;
        Assert.False(order.Reach(Moments.Packing, Judge(order, Moments.Packing, requirement)));
        Assert.Equal((Moments.Labelling, version), (Assert.Single(order.Findings).Step, order.Version));
    }

    [Fact]
    public void A_correction_before_the_promise_leaves_what_was_found_at_a_step()
    {
        var requirement = Given.ARequirement(_call, moments: Moments.Labelling);
        var order = Given.AnOrder(Given.ADraft("2026-11-27"), requirement);
        order.Reach(Moments.Labelling, Judge(order, Moments.Labelling, requirement));
        Assert.True(order.Correct(order.ToDraft(), Given.Judge(order.ToDraft(), requirement)).IsOk);

        Assert.Equal(Moments.Labelling, Assert.Single(order.Findings).Step);
    }

    [Fact]
    public void Whoever_prints_labels_prints_those_that_are_required() =>
        Assert.Equal(FindingState.Applied, At(Moments.Labelling, Given.ADraft("2026-11-27"), Given.ARequirement(new Labelling { Symbology = Symbology.Qr }, moments: Moments.Labelling)).Single().State);

    [Theory]
    [InlineData(Moments.Packing)]
    [InlineData(Moments.Planning)]
    public void A_step_does_not_change_what_was_promised(Moments step)
    {
        var requirement = Given.ARequirement(step is Moments.Packing ? new Packaging { MultipleOf = 3000 } : Given.NoDeliveryOn(DayOfWeek.Friday), moments: step);
        var order = AConfirmedOrder(requirement);
        order.Reach(step, Judge(order, step, requirement));
        var found = Assert.Single(order.Unmet(step));

        Assert.IsType<NothingToAccept>(order.Accept(found.Id, Given.Claire, Given.Now).Refusal);
        Assert.True(order.Waive(found.Id, "Entendu au téléphone", "M. Haddad", Given.Claire, Given.Now).IsOk);
        Assert.Equal((Given.Day("2026-11-27"), 5000), (order.Lines[0].PromisedOn, order.Lines[0].Quantity));
    }

    private static Order AConfirmedOrder(params Requirement[] requirements)
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-27"), requirements);
        Assert.True(order.Confirm(Given.Now).IsOk);

        return order;
    }

    private static Judgement Judge(Order order, Moments step, params Requirement[] requirements) => Judgement.AtStep(order.AsItStands(), Rulebook.Of(requirements), Given.ThisMorning, step);

    private static IReadOnlyList<Found> At(Moments step, OrderDraft standing, params Requirement[] requirements) => Judgement.AtStep(standing, Rulebook.Of(requirements), Given.ThisMorning, step).Findings;

    private static IReadOnlyList<StepAhead> Ahead(OrderDraft standing, params Requirement[] requirements) => StepsAhead.Of(standing, Rulebook.Of(requirements), Given.ThisMorning);
}
