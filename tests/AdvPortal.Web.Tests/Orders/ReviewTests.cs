using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Orders;

public sealed class ReviewTests : ShellContext
{
    private static readonly DateOnly _today = new(2026, 11, 23);
    private static readonly DateOnly _wednesday = new(2026, 11, 25);
    private static readonly DateOnly _friday = new(2026, 11, 27);
    private static readonly RequirementId _codes = Ids.New<RequirementId>();

    [Fact]
    public void What_blocks_comes_first_and_is_answered_by_the_first_digits()
    {
        var groups = FindingGroup.Of(AnOrder());

        Assert.Equal(
            [(DeliveryDays.KindName, 1, 1, 1), (ProductCode.KindName, 2, null, null), (FindingKinds.PriceDiffers, 1, 2, 2)],
            groups.Select(g => (g.First.Kind, g.Findings.Count, g.Key, g.Point)));
    }

    [Fact]
    public void Lines_are_numbered_as_they_stand_whatever_came_first()
    {
        var order = AnOrder();
        var price = order.Findings.Single(f => f.Kind == FindingKinds.PriceDiffers);
        var groups = FindingGroup.Of(order with { Findings = [price, price with { Id = Ids.New<FindingId>(), LineNo = "20" }] });

        Assert.Equal([("20", 1), ("40", 2)], groups.Select(g => (g.First.LineNo!, g.Key!.Value)));
    }

    [Fact]
    public void Ctrl_Enter_with_points_left_shows_the_first_and_sends_nothing()
    {
        var (order, sent) = (AnOrder(), 0);
        var foot = Render<ReviewFoot>(p => p.Add(f => f.Order, order).Add(f => f.Groups, FindingGroup.Of(order)).Add(f => f.MayAct, true).Add(f => f.Sent, () => sent++));

        Assert.Contains("Restent 2 points\u00A0: date, prix ligne 40", foot.Markup, StringComparison.Ordinal);
        foot.Find("[data-key='ctrl+enter']").Click();

        Assert.Equal(0, sent);
        Assert.Equal("point-1", JSInterop.VerifyInvoke("advPortal.focus").Arguments[0]);
    }

    [Fact]
    public void Ctrl_Enter_with_nothing_left_sends()
    {
        var (order, sent) = (AnOrder() with { Findings = [] }, 0);
        var foot = Render<ReviewFoot>(p => p.Add(f => f.Order, order).Add(f => f.Groups, FindingGroup.Of(order)).Add(f => f.MayAct, true).Add(f => f.Sent, () => sent++));
        foot.Find("[data-key='ctrl+enter']").Click();

        Assert.Equal(1, sent);
        JSInterop.VerifyNotInvoke("advPortal.focus");
    }

    [Fact]
    public void A_price_that_differs_is_tinted_and_offers_the_contracts_or_an_exception()
    {
        FindingGroup? accepted = null, waived = null;
        var order = AnOrder();
        var lines = Render<ReviewLines>(p => p.Add(l => l.Order, order).Add(l => l.Groups, FindingGroup.Of(order)).Add(l => l.Today, _today).Add(l => l.MayAct, true)
            .Add(l => l.Accepted, g => accepted = g).Add(l => l.Waived, g => waived = g));

        Assert.Single(lines.FindAll("tr.warn.joined"));
        lines.Find("button[data-key='2']").Click();
        lines.Find("button[data-key='d']").Click();

        Assert.Equal(("40", "40"), (accepted!.First.LineNo, waived!.First.LineNo));
        Assert.Equal(["Appliquer 1,25", "Accepter 1,15…", "Demander au client", "Voir avec le commercial"], lines.FindAll("td.act button").Select(b => b.FirstChild!.TextContent.Trim()));
    }

    [Fact]
    public void Whoever_may_only_read_is_offered_no_answer()
    {
        var order = AnOrder();
        var lines = Render<ReviewLines>(p => p.Add(l => l.Order, order).Add(l => l.Groups, FindingGroup.Of(order)).Add(l => l.Today, _today));
        var foot = Render<ReviewFoot>(p => p.Add(f => f.Order, order).Add(f => f.Groups, FindingGroup.Of(order)));

        Assert.Empty(lines.FindAll("td.act button"));
        Assert.Empty(foot.FindAll("button"));
    }

    [Fact]
    public void The_week_shows_the_day_asked_for_closed_and_the_one_proposed()
    {
        var group = FindingGroup.Of(AnOrder())[0];
        var card = Render<FindingGroupCard>(p => p.Add(c => c.Group, group).Add(c => c.Today, _today).Add(c => c.ShipOn, new(2026, 11, 26)).Add(c => c.MayAct, true));

        Assert.Equal(["mar. 24", "mer. 25", "jeu. 26", "ven. 27", "lun. 30", "mar. 1er"], card.FindAll(".day b").Select(d => d.TextContent));
        Assert.Equal(["mer. 25", "jeu. 26"], card.FindAll(".day.closed b").Select(d => d.TextContent));
        Assert.Equal("ven. 27", card.Find(".day.go b").TextContent);
        Assert.Contains("«\u00A0Pas de livraison les mercredis\u00A0»", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_this_date_is_answered_step_by_step_with_other_dates_to_take()
    {
        DateOnly? chosen = null;
        var mark = (Id: Ids.New<RequirementId>(), Number: "EX-012");
        var order = AnOrder();
        var moved = order.Findings.Single(f => f.Kind == DeliveryDays.KindName) with
        {
            Trace =
            [
                new(DateStage.CutOff, _today.AddDays(1), WhyNot.CutOff, mark.Id, mark.Number, 3), new(DateStage.OwnCalendar, _today.AddDays(1), null, null, null, null),
                new(DateStage.Carrier, _wednesday, null, null, null, null), new(DateStage.Site, _wednesday, WhyNot.Closed, mark.Id, mark.Number, 3), new(DateStage.Site, _friday, null, null, null, null),
            ],
            Alternatives = [new(2026, 11, 30)],
            Overrules = [new(Ids.New<RequirementId>(), "EX-004", 1)],
        };
        var group = FindingGroup.Of(order with { Findings = [moved] })[0];
        var card = Render<FindingGroupCard>(p => p.Add(c => c.Group, group).Add(c => c.Today, _today).Add(c => c.MayAct, true).Add(c => c.Chosen, day => chosen = day));

        Assert.Equal(
            [
                "mer. 25 nov. demandé par le client", "Heure limite passée\u00A0: la commande compte pour le mar. 24 nov. EX-012 v3", "Notre calendrier\u00A0: départ possible le mar. 24 nov.",
                "Transport\u00A0: arrivée possible le mer. 25 nov.", "mer. 25 nov.\u00A0: fermé EX-012 v3", "ven. 27 nov. respecte tout",
            ], card.FindAll(".trace").Select(step => step.TextContent.Trim()));
        Assert.Contains(card.FindAll(".src a"), link => link.TextContent == "EX-004");

        card.Find(".other-dates button").Click();
        Assert.Equal(new DateOnly(2026, 11, 30), chosen);
    }

    [Fact]
    public void Quantities_and_somebody_to_call_are_shown_as_they_are()
    {
        var packs = Ids.New<RequirementId>();
        var order = AnOrder() with
        {
            Findings =
            [
                AFinding(Packaging.KindName, Severity.Block, FindingState.Open, "10", new(MessageKeys.QuantityRaised, 4001m, 4050m, 50m), new() { Quantity = 4001 }, new() { Quantity = 4050 }, packs),
                AFinding(Packaging.KindName, Severity.Block, FindingState.Open, "20", new(MessageKeys.QuantityRaised, 10m, 50m, 50m), new() { Quantity = 10 }, new() { Quantity = 50 }, packs),
                AFinding(ContactFirst.KindName, Severity.Task, FindingState.Open, null, new(MessageKeys.ContactBefore, 24), new(), new() { Contact = new("magasin", "0237000000", 24) }, Ids.New<RequirementId>()) with { DueOn = _wednesday },
            ],
        };
        var groups = FindingGroup.Of(order);
        Assert.Equal([2, 1], groups.Select(group => group.Findings.Count));

        var cards = groups.Select(group => Render<FindingGroupCard>(p => p.Add(c => c.Group, group).Add(c => c.Today, _today).Add(c => c.MayAct, true))).ToList();
        Assert.Equal(["Ligne 10 4\u202F001 → 4\u202F050", "Ligne 20 10 → 50"], cards[0].FindAll(".codes > div").Select(line => line.TextContent.Trim()));
        Assert.StartsWith("Passer aux quantités proposées", cards[0].Find("button.t").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("tel:0237000000", cards[1].Find(".codes a").GetAttribute("href"));
        Assert.Contains("à faire au plus tard le mer. 25 nov.", cards[1].Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_original_marks_what_was_read_and_what_differs()
    {
        var original = new DocumentOriginal(
            [new TextPart(null, [new("BGM+220+4500187342+9'"), new("DTM+2:20261125:102'"), new("LIN+1++RP-M8-ZN:SA'"), new("PRI+AAA:1.15'")])],
            [
                new("orders[0].orderNumber", 0, 0, 8, 10), new("orders[0].requestedDelivery.date", 0, 1, 6, 8),
                new("orders[0].lines[2].supplierCode", 0, 2, 7, 8), new("orders[0].lines[2].netPrice", 0, 3, 8, 4), new("orders[1].orderNumber", 0, 0, 0, 3),
            ]);
        var file = new ReviewView.OriginalFile(Ids.New<OrderDocumentId>(), "a.edi", "edifact-orders", default, [], 2, 0, ["10", "20", "40"]);
        var marks = OriginalMarks.Of(original, AnOrder(), file);
        Assert.Equal((4, 2), (marks.Count, marks.Differing));

        var view = Render<OriginalView>(p => p.Add(c => c.Original, original).Add(c => c.Marks, marks).Add(c => c.Selected, OriginalMarks.LineOf(file, "40") + "netPrice"));

        Assert.Equal(["4500187342:hl", "20261125:hlw", "RP-M8-ZN:hl", "1.15:hlw"], view.FindAll("mark").Select(mark => $"{mark.TextContent}:{mark.ClassName}"));
        Assert.Equal("PRI+AAA:1.15'", view.Find(".file-line.on code").TextContent);
    }

    [Fact]
    public void A_table_and_a_page_show_where_a_value_stands()
    {
        var original = new DocumentOriginal(
            [
                new TablePart("Commande", [new(4, ["Réf.", "Qté"]), new(5, ["A-1", "12"])], 0),
                new PagePart("1", 595, 842, [new("<b>12</b> pièces", 72, 100, 60, 10, false)], [new(72, 110, 400, 0, false)]),
            ],
            [new("orders[0].lines[0].quantity", 0, 1, 1), new("orders[0].orderNumber", 1, Box: new(72, 90, 60, 12))]);
        var view = Render<OriginalView>(p => p.Add(c => c.Original, original).Add(c => c.Marks, OriginalMarks.All(original)).Add(c => c.Selected, "orders[0].lines[0]"));
        Assert.Equal("12", view.Find("td.hl.on").TextContent);

        view.Render(p => p.Add(c => c.Selected, "orders[0].orderNumber"));

        Assert.Equal("70.5", view.Find("rect.hl.on").GetAttribute("x"));
        Assert.Equal("<b>12</b> pièces", view.Find("svg text").TextContent);
    }

    private static OrderView AnOrder() => new(
        Ids.New<OrderId>(), "CV26-04518", 3, OrderStatus.ToReview, Ids.New<ClientId>(), null, null, null, "4500187342", "EUR", _wednesday, _friday,
        default, default, null, null, 535m,
        [ALine("10", "VH-M8-30-ZN", 8.40m, 8.40m), ALine("20", "EH-M8-ZN", 3.10m, 3.10m), ALine("40", "RP-M8-ZN", 1.15m, 1.25m)],
        [
            AFinding(ProductCode.KindName, Severity.AutoFix, FindingState.Applied, "10", new(MessageKeys.CodeShown, "VH-M8-30-ZN", "0A-VH-M8-30-ZN"), new() { ProductCode = "VH-M8-30-ZN" }, new() { BuyerCode = "0A-VH-M8-30-ZN" }, _codes),
            AFinding(ProductCode.KindName, Severity.AutoFix, FindingState.Applied, "20", new(MessageKeys.CodeShown, "EH-M8-ZN", "0A-EH-M8-ZN"), new() { ProductCode = "EH-M8-ZN" }, new() { BuyerCode = "0A-EH-M8-ZN" }, _codes),
            AFinding(FindingKinds.PriceDiffers, Severity.Block, FindingState.Open, "40", new(MessageKeys.PriceBelow, 1.15m, 1.25m, 8.0m), new() { NetPrice = 1.15m }, new() { NetPrice = 1.25m }),
            AFinding(DeliveryDays.KindName, Severity.Block, FindingState.Open, null, new(MessageKeys.DeliveryMoved, _wednesday, _friday), new() { DeliverOn = _wednesday }, new() { DeliverOn = _friday }, Ids.New<RequirementId>()) with
            {
                Sentence = "Pas de livraison les mercredis",
                Reasons = [new(_wednesday, WhyNot.Closed), new(_wednesday.AddDays(1), WhyNot.Closed)],
            },
        ]);

    private static OrderView.Line ALine(string no, string code, decimal price, decimal contract) =>
        new(no, code, code, code, 1000, "PCE", price, 100, contract, price * 10, _wednesday, null, _friday, null, 1000);

    private static OrderView.FindingRow AFinding(string kind, Severity severity, FindingState state, string? line, Message explanation, FindingValues before, FindingValues after, RequirementId? requirement = null) =>
        new(Ids.New<FindingId>(), kind, severity, state, line, requirement, requirement is null ? null : "EX-012", requirement is null ? null : 3, null, null, explanation, before, after, [], null);
}
