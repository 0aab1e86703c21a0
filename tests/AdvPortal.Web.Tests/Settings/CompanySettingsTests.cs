using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Settings;
using AdvPortal.Web.Tests.Shared;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Settings;

public sealed class CompanySettingsTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _scope = company.SignIn(await company.AMemberAsync("Ada Admin", Role.Admin), Role.Admin);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task Portfolios_are_open_until_an_administrator_closes_them_and_stay_as_they_were_chosen()
    {
        var page = Render<CompanySettings>();
        await page.WaitForElementAsync("form");
        Assert.Equal(("no", false), (Portfolios(page).GetAttribute("value"), await AreClosedAsync()));

        await Portfolios(page).ChangeAsync("yes");
        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal("yes", Portfolios(page).GetAttribute("value")));
        Assert.True(await AreClosedAsync());

        await Portfolios(page).ChangeAsync("no");
        await page.Find("form").SubmitAsync();
        Assert.False(await AreClosedAsync());
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private static IElement Portfolios(IRenderedComponent<CompanySettings> page) => page.FindAll("select").Single(select => select.TextContent.Contains("Fermés", StringComparison.Ordinal));

    private async Task<bool> AreClosedAsync() => (await _scope.ServiceProvider.GetRequiredService<ReadTenantSettings>().ExecuteAsync()).Value!.Form.ClosedPortfolios;
}
