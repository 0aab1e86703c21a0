using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Settings;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Settings;

public sealed class ServiceSettingsTests(PortalFixture portal) : ShellContext, IAsyncLifetime
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
    public async Task The_usual_delays_are_shown_changed_and_kept()
    {
        var page = await OpenAsync();
        Assert.Equal(ServiceTerms.Usual.Rules.Count, page.FindAll(".service-rule").Count);

        await page.Find("input[type=time]").ChangeAsync("09:30:00");
        await page.FindAll(".service-rule")[0].QuerySelector("input")!.ChangeAsync("6");
        await page.FindAll(".service-rule")[^1].QuerySelector("button")!.ClickAsync();
        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal("09:30", page.Find("input[type=time]").GetAttribute("value")?[..5]));

        var kept = (await _scope.ServiceProvider.GetRequiredService<ReadServiceDelays>().ExecuteAsync()).Value!.Form;
        Assert.Equal((new TimeOnly(9, 30), 3, 6m), (kept.Opens, kept.Rules.Count, kept.Rules[0].Hours));
    }

    [Fact]
    public async Task A_day_that_ends_before_it_begins_and_two_delays_for_the_same_are_told_and_not_kept()
    {
        var page = await OpenAsync();
        await page.FindAll("input[type=time]")[1].ChangeAsync("07:00:00");
        await page.FindAll("button.btn").First(button => button.TextContent.Trim() == "Ajouter un délai").ClickAsync();
        await page.Find("form").SubmitAsync();

        Assert.Equal(["La fin vient après le début.", "Deux délais concernent la même chose\u00A0: retirez-en un."], page.FindAll("[role=alert]").Select(alert => alert.TextContent.Trim()));
        Assert.Equal(ServiceTerms.Usual.Closes, (await _scope.ServiceProvider.GetRequiredService<ReadServiceDelays>().ExecuteAsync()).Value!.Form.Closes);
    }

    [Fact]
    public async Task Whoever_may_not_see_them_is_told_so_and_waits_for_nothing()
    {
        await using var reader = _company.SignIn(await _company.AMemberAsync("Rémi Lecteur", Role.Reader), Role.Reader);
        Services.AddFallbackServiceProvider(reader.ServiceProvider);

        var page = Render<ServiceSettings>();

        await page.WaitForElementAsync(".refusal");
        Assert.Empty(page.FindAll("form, .skeleton"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<IRenderedComponent<ServiceSettings>> OpenAsync()
    {
        var page = Render<ServiceSettings>();
        await page.WaitForElementAsync("form");

        return page;
    }
}
