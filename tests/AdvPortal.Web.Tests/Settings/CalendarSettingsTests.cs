using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Settings;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Settings;

public sealed class CalendarSettingsTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _scope = _company.SignIn(await _company.AMemberAsync("Ada Admin", Role.Admin), Role.Admin);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task A_closure_and_a_carrier_are_added_and_kept_and_one_that_cannot_be_is_said()
    {
        var page = Render<CalendarSettings>();
        await (await page.WaitForElementAsync("form .link-btn")).ClickAsync();
        await page.Find("input[type=date]").ChangeAsync("2026-12-11");
        await page.FindAll("input[type=date]")[1].ChangeAsync("2026-12-01");
        await page.Find("form").SubmitAsync();
        await page.WaitForElementAsync(".refusal");

        await page.Find("input[type=date]").ChangeAsync("2026-12-01");
        await page.FindAll("input[type=date]")[1].ChangeAsync("2026-12-11");
        await page.FindAll("button").First(button => button.TextContent.Contains("Ajouter un transporteur", StringComparison.Ordinal)).ClickAsync();
        await page.FindAll("section")[1].QuerySelector("input.inp")!.ChangeAsync("Heppner");
        await page.Find("input[type=checkbox]").ChangeAsync(true);
        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("habituel", page.FindAll("section")[1].TextContent, StringComparison.Ordinal));

        var kept = (await _company.GetAsync("shipping-calendars"))["calendars"]!;
        Assert.Equal(("2026-12-01", "2026-12-11", "Heppner", true), ((string?)kept["own"]!["closures"]![0]!["from"], (string?)kept["own"]!["closures"]![0]!["until"], (string?)kept["carriers"]![0]!["name"], (bool)kept["carriers"]![0]!["isUsual"]!));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }
}
