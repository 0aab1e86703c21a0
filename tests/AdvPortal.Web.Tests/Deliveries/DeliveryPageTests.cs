using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Deliveries;

public sealed class DeliveryPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private Guid _delivery;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("RP-M8-ZN", "Rondelle", "PCE"));
        _delivery = await ADeliveryAsync();
        _scope = _company.SignIn(await _company.AMemberAsync("Yanis Benali", Role.Logistics), Role.Logistics);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_told_and_shown_and_what_was_typed_can_be_sent_again()
    {
        var page = await OpenAsync();
        await ClickAsync(page, "Modifier");
        await Carrier(page).ChangeAsync("Geodis");
        await ColleagueAsync("DB Schenker");

        await page.Find("form").SubmitAsync();
        await page.WaitForElementAsync(".refusal");
        Assert.Contains("DB Schenker", page.Find(".delivery-facts").TextContent, StringComparison.Ordinal);
        Assert.Equal("Geodis", Carrier(page).GetAttribute("value"));

        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Geodis", page.Find(".delivery-facts").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".refusal, form"));
    }

    [Fact]
    public async Task What_was_begun_with_one_delivery_is_not_done_to_another()
    {
        var page = await OpenAsync();
        await ClickAsync(page, "Modifier");
        await Carrier(page).ChangeAsync("Geodis");
        var other = await ADeliveryAsync();

        page.Render(p => p.Add(d => d.Id, other));
        await page.WaitForAssertionAsync(() => Assert.Contains("BL26-00002", page.Find("h1").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task What_needs_nothing_said_is_done_at_once_without_a_form()
    {
        await _company.PostAsync($"deliveries/{_delivery}/packing", """{ "parcels": 1 }""");
        var page = await OpenAsync();
        await _company.StoreAsync(async db => (await db.Deliveries.AsTracking().SingleAsync(d => d.Id == new DeliveryId(_delivery))).Track("DB Schenker", null, null));
        await ClickAsync(page, "Déballer");

        await page.WaitForElementAsync(".refusal");
        Assert.Empty(page.FindAll("form"));
        await ClickAsync(page, "Déballer");
        await page.WaitForAssertionAsync(() => Assert.Contains("Planifiée", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_or_a_quantity_that_cannot_be_read_is_not_sent()
    {
        var page = await OpenAsync();
        await ClickAsync(page, "Modifier");
        await page.Find("form input[inputmode=decimal]").ChangeAsync("beaucoup");
        await page.Find("form").SubmitAsync();

        Assert.NotEmpty(page.FindAll("form [role=alert]"));
        Assert.Equal(1, (int)(await _company.GetAsync($"deliveries/{_delivery}"))["version"]!);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    // In one go: what a colleague does redraws the page at any moment.
    private static Task ClickAsync(IRenderedComponent<DeliveryPage> page, string words) => page.InvokeAsync(() => Button(page, words).ClickAsync());

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<DeliveryPage> page, string words) => page.FindAll("button.btn").First(button => button.TextContent.Trim() == words);

    private static AngleSharp.Dom.IElement Carrier(IRenderedComponent<DeliveryPage> page) => page.Find("form input[maxlength='100']");

    private async Task<Guid> ADeliveryAsync() => (Guid)(await _company.ADeliveryAsync((await _company.AClientAsync("Hydraulique Chartraine")).Value))["id"]!;

    private async Task ColleagueAsync(string carrier)
    {
        using var answer = await _company.SendAsync(HttpMethod.Patch, $"deliveries/{_delivery}", $$"""{ "carrier": "{{carrier}}" }""");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<IRenderedComponent<DeliveryPage>> OpenAsync()
    {
        var page = Render<DeliveryPage>(p => p.AddCascadingValue(Claire(Permission.ReadOrders, Permission.HandleDeliveries)).Add(d => d.Id, _delivery));
        await page.WaitForElementAsync(".delivery-facts");

        return page;
    }
}
