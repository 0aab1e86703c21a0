using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Requirements;

public sealed class RulePartTests : ShellContext
{
    [Fact]
    public async Task A_day_is_closed_and_opened_again_and_the_rest_of_the_rule_stays()
    {
        Rule rule = new DeliveryDays { Closed = Weekdays.Wednesday, NoticeDays = 2 };
        var part = Render<DeliveryDaysPart>(it => it.Add(each => each.Rule, rule).Add(each => each.RuleChanged, changed => rule = changed));

        await part.Find("button[title='jeudi']").ClickAsync();
        Assert.Equal(new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday, NoticeDays = 2 }, rule);

        part.Render(it => it.Add(each => each.Rule, rule));
        await part.Find("button[title='mercredi']").ClickAsync();
        Assert.Equal(new DeliveryDays { Closed = Weekdays.Thursday, NoticeDays = 2 }, rule);
    }

    [Fact]
    public async Task A_closure_keeps_its_last_day_when_its_first_was_changed_on_a_page_not_yet_drawn_again()
    {
        Rule rule = new DeliveryDays { ClosedDates = [new(new(2026, 12, 24))] };
        var part = Render<DeliveryDaysPart>(it => it.Add(each => each.Rule, rule).Add(each => each.RuleChanged, changed => rule = changed));
        var untilOfThePageAsItWas = part.FindComponents<DateInput>()[1].Instance.ValueChanged;

        await part.InvokeAsync(() => part.FindComponents<DateInput>()[0].Instance.ValueChanged.InvokeAsync(new(2026, 12, 21)));
        part.Render(it => it.Add(each => each.Rule, rule));
        await part.InvokeAsync(() => untilOfThePageAsItWas.InvokeAsync(new(2027, 1, 3)));

        Assert.Equal([new(new(2026, 12, 21), new(2027, 1, 3))], ((DeliveryDays)rule).ClosedDates!);
    }

    [Fact]
    public async Task A_rule_that_names_its_open_days_goes_on_naming_them()
    {
        Rule rule = new DeliveryDays { Open = Weekdays.Monday | Weekdays.Tuesday };
        var part = Render<DeliveryDaysPart>(it => it.Add(each => each.Rule, rule).Add(each => each.RuleChanged, changed => rule = changed));

        await part.Find("button[title='vendredi']").ClickAsync();

        Assert.Equal(new DeliveryDays { Open = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Friday }, rule);
    }

    [Fact]
    public void A_prefix_is_shown_on_one_of_our_codes()
    {
        var part = Render<ProductCodePart>(it => it.Add(each => each.Rule, new ProductCode { Prefix = "0A-" }));

        Assert.Equal("0A-VH-M8-30-ZN", part.Find(".codes b").TextContent);
    }

    [Fact]
    public void The_days_to_come_show_what_the_rule_closes_and_weekends_only_where_it_opens_them()
    {
        Assert.Equal([true, false, false], ClosedDays(new DeliveryDays { Closed = Weekdays.Wednesday }, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday));
        Assert.Empty(ClosedDays(new DeliveryDays { Closed = Weekdays.Wednesday }, DayOfWeek.Saturday));
        Assert.Equal([false], ClosedDays(new DeliveryDays { Open = Weekdays.Saturday }, DayOfWeek.Saturday));
    }

    [Fact]
    public async Task A_code_of_its_own_is_added_and_taken_away()
    {
        Rule rule = new ProductCode { Prefix = "0A-" };
        var part = Render<ProductCodePart>(it => it.Add(each => each.Rule, rule).Add(each => each.RuleChanged, changed => rule = changed));

        await part.Find("input[aria-label='Notre code']").ChangeAsync("EH-M8");
        await part.Find("input[aria-label='Code du client']").ChangeAsync(" 4711 ");
        await part.FindAll("button").Single(button => button.TextContent == "Ajouter").ClickAsync();
        Assert.Equal("4711", ((ProductCode)rule).ToBuyer("EH-M8"));

        part.Render(it => it.Add(each => each.Rule, rule));
        await part.Find("button[aria-label*='EH-M8']").ClickAsync();
        Assert.Equal(new ProductCode { Prefix = "0A-" }, rule);
    }

    [Fact]
    public void Every_kind_of_rule_has_its_part_and_can_be_read_back_in_words()
    {
        Assert.All(RuleKinds.All, kind =>
        {
            Assert.Equal(kind, RuleKinds.Of(kind.Empty()));
            Assert.NotEmpty(Text[$"Rule.{kind.Name}"].Value);
            Assert.NotEmpty(RuleWords.Of(kind.Empty(), Text));
        });
        Assert.Equal(
            "Pas de livraison\u00A0: mercredi et jeudi. Une date impossible passe à la première possible après.",
            RuleWords.Of(new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }, Text));
    }

    // The first of each of these days to come, where it is shown at all.
    private IEnumerable<bool> ClosedDays(DeliveryDays rule, params DayOfWeek[] days)
    {
        var shown = Render<DeliveryWeeks>(it => it.Add(each => each.Rule, rule)).FindAll("button");

        return days.Select(day => shown.FirstOrDefault(button => button.TextContent.Trim().StartsWith(CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(day), StringComparison.Ordinal)))
            .Where(button => button is not null).Select(button => button!.ClassList.Contains("closed"));
    }
}
