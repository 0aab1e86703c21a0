using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Orders;

public sealed class StepsCardTests : ShellContext
{
    private static readonly DateOnly _today = new(2026, 11, 23);
    private static readonly RequirementId _call = Ids.New<RequirementId>();

    [Fact]
    public void Each_step_says_what_the_client_wants_there_in_order()
    {
        var card = Render(Row(Moments.Labelling, "EX-002"), Row(Moments.Packing, "EX-001") with { LineNos = ["20", "30"] });

        Assert.Equal(["Au colisage", "À l’étiquetage"], card.FindAll("h3").Select(title => title.TextContent));
        Assert.Equal(["EX-001 v1", "EX-002 v1"], card.FindAll("li a").Select(link => link.TextContent));
        Assert.Contains("lignes 20, 30", card.Find("li .src").TextContent, StringComparison.Ordinal);
        Assert.Contains("Prévenir M. Haddad", card.Find("li b").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_shown_of_an_order_without_steps() => Assert.Empty(Render().Markup.Trim());

    [Theory]
    [InlineData(Severity.Block, FindingState.Open, "Bloque l’étape", true)]
    [InlineData(Severity.Task, FindingState.Open, "À faire", true)]
    [InlineData(Severity.Warn, FindingState.Open, "À savoir", true)]
    [InlineData(Severity.AutoFix, FindingState.Applied, "Automatique", false)]
    [InlineData(Severity.Task, FindingState.Accepted, "Fait", false)]
    [InlineData(Severity.Block, FindingState.Waived, "Dérogation", false)]
    public void A_row_says_how_it_stands_and_offers_an_answer_where_one_is_missing(Severity severity, FindingState state, string look, bool answers)
    {
        var card = Render(Row(Moments.Packing, "EX-001") with { Severity = severity, Findings = [AFinding(severity, state)] });

        Assert.Equal(look, card.Find("li .chip").TextContent);
        Assert.Equal(answers, card.FindAll("li button").Count == 2);
    }

    [Theory]
    [InlineData(true, "Réglée à la validation")]
    [InlineData(false, "Respectée")]
    public void What_asks_for_nothing_more_says_why(bool settled, string look) =>
        Assert.Equal(look, Render(Row(Moments.Packing, "EX-001") with { IsSettled = settled }).Find("li .chip").TextContent);

    [Fact]
    public void What_would_change_the_promise_can_only_be_waived()
    {
        var moved = AFinding(Severity.Block, FindingState.Open) with { Before = new() { DeliverOn = _today }, After = new() { DeliverOn = _today.AddDays(1) } };

        Assert.Equal("Déroger…", Render(Row(Moments.Planning, "EX-001") with { Findings = [moved] }).Find("li button").TextContent);
    }

    [Fact]
    public void An_answer_names_the_step_and_the_requirement()
    {
        StepsCard.Answer? answer = null;
        var card = Render<StepsCard>(it => it.Add(each => each.Review, AReview(Row(Moments.Packing, "EX-001") with { Findings = [AFinding(Severity.Task, FindingState.Open)] })).Add(each => each.MaySettle, true).Add(each => each.Accepted, (StepsCard.Answer given) => answer = given));
        card.Find("li button").Click();

        Assert.Equal(new(Moments.Packing, _call), answer);
    }

    private IRenderedComponent<StepsCard> Render(params IReadOnlyList<ReviewView.StepRow> rows) => Render<StepsCard>(it => it.Add(each => each.Review, AReview(rows)).Add(each => each.MaySettle, true));

    private static ReviewView.StepRow Row(Moments step, string number) =>
        new(step, _call, number, 1, Severity.Task, "Merci de prévenir M. Haddad", new(SourceKind.Email, "Karim Haddad"), new Instruction { Text = "Prévenir M. Haddad" }, null, IfDeliveredThere: false);

    private static OrderView.FindingRow AFinding(Severity severity, FindingState state) =>
        new(Ids.New<FindingId>(), Instruction.KindName, severity, state, null, _call, "EX-001", 1, null, null, new(MessageKeys.Instruction, "Prévenir M. Haddad"), null, new() { Instruction = "Prévenir M. Haddad" }, [], null) { AtStep = Moments.Packing };

    private static ReviewView AReview(params IReadOnlyList<ReviewView.StepRow> rows) => new(
        new(Ids.New<OrderId>(), "CV26-04518", 1, OrderStatus.Confirmed, Ids.New<ClientId>(), null, null, null, null, "EUR", null, null, default, default, null, null, 0, [], []),
        "Hydraulique Chartraine", [], null, null, _today, default, null, [], [])
    {
        FirstDeparture = _today,
        Ahead = rows,
    };
}
