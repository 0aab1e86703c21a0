using AdvPortal.Application.Day;
using AdvPortal.Application.Demo;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Demo;

public sealed class SeedDemoTests(TestDatabase database)
{
    [Fact]
    public async Task The_demo_tells_the_story_of_the_tour_and_is_told_once()
    {
        await using var world = database.Nobody();
        await SeedDemo.ExecuteAsync(world.Get<IServiceProvider>());
        await SeedDemo.ExecuteAsync(world.Get<IServiceProvider>());
        var tenant = (await world.Get<FindTenant>().ExecuteAsync("visserie-du-perche"))!;
        world.Get<CurrentMember>().ActAsPortal(tenant.Id, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

        var team = (await world.Get<ListPortfolios>().ExecuteAsync()).Value!.Items;
        var yanis = team.Single(p => p.MemberName == "Yanis Benali");
        var claire = team.Single(p => p.MemberName == "Claire Morel");
        Assert.NotEmpty(yanis.Clients);
        Assert.All(yanis.Clients, client => Assert.Equal(claire.MemberId, client.ActingOwnerId));

        var asked = await world.ReadAsync(db => db.History.Where(h => h.UseCase == nameof(OpenInquiry) || h.UseCase == nameof(ReplyToInquiry)).Select(h => new { h.ClientId, h.MemberId }).ToListAsync());
        Assert.NotEmpty(asked);
        Assert.All(asked, each => Assert.Contains(team, p => p.Clients.Any(client => client.ClientId == each.ClientId && (client.ActingOwnerId ?? p.MemberId) == each.MemberId)));

        var statuses = await world.ReadAsync(db => db.Orders.GroupBy(o => o.Status).ToDictionaryAsync(g => g.Key, g => g.Count()));
        Assert.Equal([OrderStatus.ToReview, OrderStatus.Confirmed, OrderStatus.PartlyShipped, OrderStatus.OnHold], statuses.Keys.Order());
        Assert.Equal((1, 2, 2), await world.ReadAsync(async db => (
            await db.Orders.CountAsync(o => o.IsThreatened),
            await db.Orders.CountAsync(o => o.NextDueOn < world.Get<TenantClock>().Today),
            (await db.Orders.Include(o => o.Promises).AsSplitQuery().ToListAsync()).Count(o => o.Promises.Any(p => p.Cause is PromiseCause.Supplier or PromiseCause.StockShortage)))));

        var calendars = (await world.Get<ReadShippingCalendars>().ExecuteAsync()).Value!.Calendars;
        Assert.Equal("Inventaire", Assert.Single(calendars.Own.Closures).Name);
        Assert.Equal([true, false], calendars.Carriers.Select(carrier => carrier.IsUsual));
        Assert.Equal(1, await world.Get<WatchPromises>().ExecuteAsync());
        Assert.Equal(2, await world.ReadAsync(db => db.Orders.CountAsync(o => o.IsThreatened)));

        var today = world.Get<TenantClock>().Today;
        var received = (await world.Get<ReceiveOrderDocument>().ExecuteAsync(DemoOrderFile.Write(today), "commande.edi", "application/EDIFACT", client: null)).Value!;
        var order = (await world.Get<ReadOrder>().ExecuteAsync(received.Orders[0].OrderId!.Value)).Value!;
        Assert.Equal(DemoOrderFile.Reference(today), order.CustomerReference);
        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(order.Findings, f => f.Kind == DeliveryDays.KindName).After!.DeliverOn);
        Assert.Single(order.Findings, f => f.Kind == FindingKinds.PriceDiffers);
        Assert.Equal(["VH-M8-30-ZN", "EH-M8-ZN", "RP-M8-ZN"], order.Lines.Select(l => l.ProductCode));
        Assert.Contains((await world.Get<ReadMyDay>().ExecuteAsync()).Value!.Items, item => item.SubjectId == order.Id.Value);
    }
}
