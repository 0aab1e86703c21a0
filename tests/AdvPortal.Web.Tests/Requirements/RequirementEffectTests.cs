using AdvPortal.Application.Common;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Tenancy;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Requirements;

public sealed class RequirementEffectTests : ShellContext
{
    private static readonly RequirementId _other = Ids.New<RequirementId>();
    private static readonly Effect _open = new(7, 2, 5, 1, [AnOrder("CV26-04531", new(2026, 12, 7)), AnOrder("CV26-04540", null)]);

    public RequirementEffectTests() => Services.AddSingleton(new TenantClock(TimeProvider.System, new CurrentTenant()));

    [Fact]
    public void Open_orders_are_counted_and_the_changed_ones_shown_before_and_after()
    {
        var card = Render<RequirementEffect>(it => it.Add(each => each.Rehearsal, ARehearsal()));

        Assert.Equal("Effet sur les commandes ouvertes", card.Find("h2").TextContent);
        Assert.Equal(["7 examinées", "2 changent", "5 inchangées", "1 en conflit"], card.FindAll(".req-counts > div").Select(count => $"{count.Children[0].TextContent} {count.Children[1].TextContent}"));
        Assert.Equal(["CV26-04531", "CV26-04540"], card.FindAll("a.code").Select(order => order.TextContent));
        Assert.Equal(["lun. 7 déc. 2026", "aucune date possible"], card.FindAll(".card-row > div > b").Select(after => after.TextContent));
        Assert.Equal("Sur 12 mois\u00a0: 4 commandes changées sur 31", card.Find(".card-foot").TextContent);
    }

    [Fact]
    public void Nothing_concerned_is_said_in_words() =>
        Assert.Contains("n’est concernée", Render<RequirementEffect>(it => it.Add(each => each.Rehearsal, ARehearsal() with { Examined = 0 })).Markup, StringComparison.Ordinal);

    [Fact]
    public void What_became_of_a_revision_is_shown_as_shares_with_the_motives()
    {
        var usage = new RequirementUsage(3, 41, 38, 3, 0, new(2026, 11, 20), [new(Ids.New<OrderId>(), "CV26-04500", "Livraison exceptionnelle")]);
        var card = Render<RequirementUse>(it => it.Add(each => each.Usage, usage).Add(each => each.Rehearsal, ARehearsal()));

        Assert.Equal(("Depuis la v3", "41 commandes"), (card.Find("h2").TextContent, card.Find(".card-head span").TextContent));
        Assert.Equal(["38 respectées", "3 dérogations motivées"], card.FindAll(".req-shares span").Select(share => share.TextContent));
        Assert.Equal(["flex:38", "flex:3"], card.FindAll(".bar b").Select(share => share.GetAttribute("style")));
        Assert.Equal("CV26-04500", card.Find("a.code").TextContent);
        Assert.Equal("Aucune contradiction avec les 6 autres exigences. Les commandes déjà confirmées gardent la v3.", card.Find(".req-said span").TextContent);
    }

    [Fact]
    public void What_stands_against_a_requirement_is_worded_with_a_way_to_it()
    {
        var against = new RehearsedContradiction(_other, "EX-018", new(MessageKeys.Against(ProductCode.KindName), new Message(MessageKeys.Prevails)));
        var card = Render<RequirementUse>(it => it.Add(each => each.Rehearsal, ARehearsal() with { Contradictions = [against] }));

        Assert.Equal("EX-018 Deux codes pour un même produit sur un même document\u00a0: celle-ci l’emporterait.", card.Find(".req-said span").TextContent);
        Assert.Equal($"requirements/{_other.Value}", card.Find(".req-said a").GetAttribute("href"));
    }

    private static Rehearsal ARehearsal() => new(36, 5, 31, 1, _open.Orders, _open, new(31, 4, 27, 0, []), [], 6);

    private static OrderRehearsal AnOrder(string number, DateOnly? after) =>
        new(Ids.New<OrderId>(), number, OrderStatus.ToReview, default, 6, 2140, "EUR", new(2026, 12, 4), after, 0, after is null, null);
}
