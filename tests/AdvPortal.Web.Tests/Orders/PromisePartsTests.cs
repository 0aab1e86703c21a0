using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Promises;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Orders;

public sealed class PromisePartsTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 11, 23);
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly MemberId _claire = Ids.New<MemberId>();

    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _scope = company.SignIn(await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public void The_ledger_tells_newest_first_from_what_to_what_why_on_whose_side_by_whom_and_whether_the_client_knows()
    {
        var card = Render<LedgerCard>(it => it.Add(each => each.Review, AReview(AnOrder(OrderStatus.Confirmed) with
        {
            Promises =
            [
                APromise("10", null, _today.AddDays(1), PromiseCause.First) with { ToldAt = _now.AddHours(-1) },
                APromise("20", null, _today.AddDays(1), PromiseCause.First) with { ToldAt = _now.AddHours(-1) },
                APromise("10", _today.AddDays(1), _today.AddDays(4), PromiseCause.Supplier) with { At = _now },
            ],
        })));
        var entries = card.FindAll("li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Equal(2, entries.Count);
        Assert.All(["mar. 24 nov. → ven. 27 nov.", "ligne 10", "Retard d’un fournisseur, côté nous", "Claire Morel", "Client pas encore prévenu"], words => Assert.Contains(words, entries[0], StringComparison.Ordinal));
        Assert.All(["toutes les lignes", "Première promesse", "Client prévenu auj. 08:00"], words => Assert.Contains(words, entries[1], StringComparison.Ordinal));
    }

    [Fact]
    public void The_lines_tell_what_was_ordered_has_left_is_to_come_and_will_not_with_the_parts_of_a_split()
    {
        var table = Render<LineProgress>(it => it.Add(each => each.Order, AnOrder(OrderStatus.PartlyShipped)).Add(each => each.Today, _today));

        Assert.Equal(["5 000", "2 000", "2 500", "500"], table.FindAll("tbody tr")[0].QuerySelectorAll(".num").Select(cell => cell.TextContent.Replace('\u202F', ' ')));
        Assert.Contains("1 500 le mar. 24 nov. · 1 000 le ven. 27 nov. · Disponible le ven. 27 nov. (Zingage attendu)", table.Find("tr.below").TextContent.Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderStatus.ToReview, "Bloquer…")]
    [InlineData(OrderStatus.Confirmed, "Reprogrammer…", "Disponibilité…", "Modifier la commande…", "Mettre en préparation", "Bloquer…", "Solder…", "Annuler la commande…")]
    [InlineData(OrderStatus.PartlyShipped, "Reprogrammer…", "Disponibilité…", "Modifier la commande…", "Bloquer…", "Solder…")]
    [InlineData(OrderStatus.OnHold, "Modifier la commande…", "Débloquer la commande", "Annuler la commande…")]
    [InlineData(OrderStatus.Delivered, "Clore la commande")]
    [InlineData(OrderStatus.Cancelled)]
    public void What_may_be_done_is_offered_and_nothing_else(OrderStatus status, params string[] offered) =>
        Assert.Equal(offered, Actions(AnOrder(status), Role.Adv).FindAll("button").Select(button => button.TextContent.Trim()));

    [Fact]
    public void A_hold_says_why_until_when_and_who_may_release_it_and_only_they_are_offered_to()
    {
        var held = AnOrder(OrderStatus.OnHold) with { Hold = new(HoldReason.Credit, "Échéance impayée", _today.AddDays(4), HoldRelease.Finance, _claire, _now) };
        var banner = Render<PromiseBanners>(it => it.Add(each => each.Review, AReview(held))).Find(".banner").TextContent;

        Assert.All(["Échéance impayée", "Jusqu’au ven. 27 nov. inclus", "la comptabilité", "Claire Morel"], words => Assert.Contains(words, banner, StringComparison.Ordinal));
        Assert.DoesNotContain("Débloquer", Actions(held, Role.Adv).Markup, StringComparison.Ordinal);
        Assert.Equal(["Débloquer la commande"], Actions(held, Role.Finance).FindAll("button").Select(button => button.TextContent.Trim()));
        Assert.Empty(Actions(AnOrder(OrderStatus.Confirmed), Role.Reader).Markup.Trim());
    }

    [Fact]
    public void What_is_in_danger_or_late_says_so_with_the_next_possible_day_and_that_the_client_does_not_know()
    {
        var moved = AnOrder(OrderStatus.Confirmed) with { Promises = [APromise("10", _today.AddDays(1), _today.AddDays(4), PromiseCause.Supplier)], IsThreatened = true };
        var risk = Render<PromiseBanners>(it => it.Add(each => each.Review, AReview(moved) with { NextPossible = _today.AddDays(7) })).Markup;
        Assert.All(["à risque", "Zingage attendu", "lun. 30 nov.", "Client pas encore prévenu."], words => Assert.Contains(words, risk, StringComparison.Ordinal));

        var late = Render<PromiseBanners>(it => it.Add(each => each.Review, AReview(AnOrder(OrderStatus.Confirmed) with { NextDueOn = _today.AddDays(-3) }))).Markup;
        Assert.Contains("En retard, promise le ven. 20 nov.", late, StringComparison.Ordinal);
        Assert.Equal("Prévenir le client", Actions(moved, Role.Adv).Find("button").TextContent.Trim());
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private IRenderedComponent<OrderActions> Actions(OrderView order, Role role) =>
        Render<OrderActions>(it => it.AddCascadingValue(Claire([.. Roles.PermissionsOf(role)])).Add(each => each.Review, AReview(order)));

    private static OrderView.Promise APromise(string line, DateOnly? was, DateOnly now, PromiseCause cause) => new(line, was, now, [], cause, cause.UsualSide(), null, _claire, _now.AddDays(-1), 1);

    private static OrderView AnOrder(OrderStatus status) => new(
        Ids.New<OrderId>(), "CV26-04518", 1, status, Ids.New<ClientId>(), null, null, null, "4500187342", "EUR", _today, _today.AddDays(4), default, default, null, null, 0,
        [
            new("10", "VH-M8-30-ZN", "0A-VH-M8-30-ZN", "Vis", 5000, "PCE", 8.40m, 100, 8.40m, 420, _today.AddDays(1), _today.AddDays(1), _today.AddDays(4), _today.AddDays(3), 2500)
            {
                ShippedQuantity = 2000, CancelledQuantity = 500, Standing = LineStanding.PartlyShipped, Ready = new(_today.AddDays(4), "Zingage attendu"),
                Schedule = [new(1500, _today.AddDays(1), _today), new(1000, _today.AddDays(4), _today.AddDays(3))],
            },
            new("20", "RP-M8-ZN", "0A-RP-M8-ZN", "Rondelle", 300, "PCE", 1.25m, 100, 1.25m, 3.75m, _today.AddDays(1), _today.AddDays(1), _today.AddDays(1), _today, 300),
        ],
        [])
    {
        Acts = status.Acts(),
        NextDueOn = _today.AddDays(1),
    };

    private static ReviewView AReview(OrderView order) => new(order, "Hydraulique Chartraine", [], null, null, _today, _now, null, [], []) { FirstDeparture = _today, Names = new Dictionary<MemberId, string> { [_claire] = "Claire Morel" } };
}
