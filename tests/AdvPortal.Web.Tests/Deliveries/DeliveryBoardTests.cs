using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Deliveries;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Deliveries;

/// <summary>The board in the hands of a person who has a keyboard and a mouse. It is Monday 23 November 2026.</summary>
public sealed class DeliveryBoardTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private string _order = "";
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("RP-M8-ZN", "Rondelle", "PCE"));
        _order = (string)(await _company.AConfirmedOrderAsync((await _company.AClientAsync("Hydraulique Chartraine")).Value))["number"]!;
        _scope = _company.SignIn(await _company.AMemberAsync("Yanis Benali", Role.Logistics), Role.Logistics);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task An_order_is_planned_and_its_delivery_moved_with_the_arrow_keys()
    {
        var page = await OpenAsync();
        Assert.Contains(_order, page.Find(".board-left .board-card").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find(".board-left .btn").Click());
        await page.WaitForAssertionAsync(() => Assert.Equal("BL26-00001", page.Find("a.board-card .code").TextContent));
        Assert.Empty(page.FindAll(".board-left .board-card"));
        await page.WaitForAssertionAsync(() => Assert.Equal((1, "true"), (ColumnOf(page), page.Find("a.board-card").GetAttribute("draggable"))));

        await page.InvokeAsync(() => page.Find("a.board-card").KeyDown(new KeyboardEventArgs { Key = "ArrowRight" }));
        await page.WaitForAssertionAsync(() => Assert.Equal((2, "true"), (ColumnOf(page), page.Find("a.board-card").GetAttribute("draggable"))));

        // Before today nothing arrives: it stays, and is told why.
        await page.InvokeAsync(() => page.Find("a.board-card").KeyDown(new KeyboardEventArgs { Key = "ArrowLeft" }));
        await page.WaitForAssertionAsync(() => Assert.Equal((1, "true"), (ColumnOf(page), page.Find("a.board-card").GetAttribute("draggable"))));
        await page.InvokeAsync(() => page.Find("a.board-card").KeyDown(new KeyboardEventArgs { Key = "ArrowLeft" }));
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll(".refusal")));
        Assert.Equal(1, ColumnOf(page));
    }

    [Fact]
    public async Task An_order_dropped_on_a_day_is_planned_for_it()
    {
        await _company.ADeliveryAsync((await _company.AClientAsync("Serrurerie Lacombe")).Value);
        var page = await OpenAsync();

        await page.InvokeAsync(() => page.Find(".board-left .board-card").DragStart());
        await page.InvokeAsync(() => page.FindAll(".board-cell")[4].Drop());

        await page.WaitForAssertionAsync(() => Assert.Equal(2, page.FindAll("a.board-card").Count));
        Assert.Equal(4, page.FindAll(".board-row")[1].QuerySelectorAll(".board-cell").ToList().FindIndex(cell => cell.QuerySelector("a.board-card") is not null));
    }

    [Fact]
    public async Task Without_a_mouse_or_arrow_keys_the_day_is_chosen_from_those_of_the_week()
    {
        var page = await OpenAsync();
        await page.Find(".board-left select").ChangeAsync("2026-11-26");
        await page.Find(".board-left .btn").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(3, ColumnOf(page)));
    }

    [Fact]
    public async Task A_move_that_can_no_longer_be_taken_back_says_why()
    {
        var delivery = await _company.ADeliveryAsync((await _company.AClientAsync("Serrurerie Lacombe")).Value);
        var page = await OpenAsync();
        await page.Find("a.board-card").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowRight" });
        await page.WaitForAssertionAsync(() => Assert.Equal(2, ColumnOf(page) % 5));
        using var changed = await _company.SendAsync(HttpMethod.Patch, $"deliveries/{delivery["id"]}", """{ "carrier": "Geodis" }""");
        Assert.True(changed.IsSuccessStatusCode);

        await page.InvokeAsync(() => Services.GetRequiredService<Notices>().Current!.UndoAsync!());
        await page.WaitForElementAsync(".refusal");
        Assert.Equal(2, ColumnOf(page) % 5);
    }

    [Fact]
    public async Task What_is_dropped_nowhere_is_not_carried_on()
    {
        var page = await OpenAsync();
        await page.Find(".board-left .board-card").DragStartAsync(new());
        await page.Find(".board-left .board-card").DragEndAsync(new());

        if (page.FindAll(".board-cell") is [var cell, ..])
        {
            await cell.DropAsync(new());
        }

        Assert.Empty(page.FindAll("a.board-card"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<IRenderedComponent<DeliveriesPage>> OpenAsync()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("deliveries");
        var page = Render<DeliveriesPage>(p => p.AddCascadingValue(Claire(Permission.ReadOrders, Permission.HandleDeliveries)));
        await page.WaitForElementAsync(".board");

        return page;
    }

    private static int ColumnOf(IRenderedComponent<DeliveriesPage> page) => page.FindAll(".board-cell").ToList().FindIndex(cell => cell.QuerySelector("a.board-card") is not null);
}
