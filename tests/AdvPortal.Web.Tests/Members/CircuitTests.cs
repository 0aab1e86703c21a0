using System.Security.Claims;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Members;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Members;

public sealed class CircuitTests(PortalFixture portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_disabled_members_open_pages_end_with_the_notice_and_a_renamed_ones_go_on(bool isDisabled)
    {
        var company = await portal.ACompanyAsync();
        var (claire, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        await using var page = await OpenAsync(company, email);
        var member = page.ServiceProvider.GetRequiredService<CurrentMember>();
        Assert.True(member.May(Permission.HandleOrders));
        var told = new TaskCompletionSource<Task<AuthenticationState>>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.ServiceProvider.GetRequiredService<AuthenticationStateProvider>().AuthenticationStateChanged += state => told.TrySetResult(state);

        await using var ada = company.SignIn(await company.AMemberAsync("Ada", Role.Admin), Role.Admin);
        Assert.True((await ada.ServiceProvider.GetRequiredService<ChangeAccess>().ExecuteAsync(claire, new() { Name = "Claire Martin", Roles = [Role.Adv], IsDisabled = isDisabled }, null)).IsOk);

        // By the notice, long before the minute is over after which it would be asked anyway.
        var now = await (await told.Task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal((!isDisabled, isDisabled ? null : "Claire Martin"), (now.User.Identity!.IsAuthenticated, now.User.FindFirstValue(ClaimTypes.Name)));
        Assert.Equal(!isDisabled, member.May(Permission.HandleOrders));
    }

    [Fact]
    public async Task A_page_that_is_gone_is_told_nothing_more()
    {
        var company = await portal.ACompanyAsync();
        var (claire, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        var page = await OpenAsync(company, email);
        var provider = (MemberRevalidation)page.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var told = 0;
        provider.AuthenticationStateChanged += _ => told++;
        await page.DisposeAsync();

        await using var ada = company.SignIn(await company.AMemberAsync("Ada", Role.Admin), Role.Admin);
        Assert.True((await ada.ServiceProvider.GetRequiredService<ChangeAccess>().ExecuteAsync(claire, new() { Name = "Claire Martin", Roles = [Role.Adv], IsDisabled = true }, null)).IsOk);
        await provider.AskNowAsync();

        Assert.Equal(0, told);
    }

    [Fact]
    public async Task Portfolios_that_are_closed_are_closed_to_open_pages_and_whoever_becomes_a_manager_is_let_in()
    {
        var company = await portal.ACompanyAsync();
        var (claire, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        var theirs = await company.AClientAsync("Hydraulique Chartraine", await company.AMemberAsync("Yanis Benali", Role.Adv));
        await using var page = await OpenAsync(company, email);
        await using var ada = company.SignIn(await company.AMemberAsync("Ada", Role.Admin), Role.Admin);
        Assert.True((await AddAsync()).IsOk);

        var settings = (await ada.ServiceProvider.GetRequiredService<ReadTenantSettings>().ExecuteAsync()).Value!;
        settings.Form.ClosedPortfolios = true;
        await HeardAsync(async () => Assert.True((await ada.ServiceProvider.GetRequiredService<ChangeTenantSettings>().ExecuteAsync(settings.Form, settings.Version)).IsOk));
        Assert.Equal("Yanis Benali", Assert.IsType<ClientOfAnother>((await AddAsync()).Refusal).Because.Parts[0]);

        await HeardAsync(async () => Assert.True((await ada.ServiceProvider.GetRequiredService<ChangeAccess>().ExecuteAsync(claire, new() { Name = "Claire Morel", Roles = [Role.Adv, Role.Manager] }, null)).IsOk));
        Assert.True((await AddAsync()).IsOk);

        Task<Result<SiteView>> AddAsync() => page.ServiceProvider.GetRequiredService<AddSite>().ExecuteAsync(theirs, new() { Name = "Quai" });

        async Task HeardAsync(Func<Task> change)
        {
            var heard = new TaskCompletionSource<Task<AuthenticationState>>(TaskCreationOptions.RunContinuationsAsynchronously);
            var state = page.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
            AuthenticationStateChangedHandler hear = changed => heard.TrySetResult(changed);
            state.AuthenticationStateChanged += hear;
            await change();
            await (await heard.Task.WaitAsync(TestContext.Current.CancellationToken));
            state.AuthenticationStateChanged -= hear;
        }
    }

    /// <summary>A circuit as its connection opens it, without the browser at the other end.</summary>
    private async Task<AsyncServiceScope> OpenAsync(Company company, string email)
    {
        var (services, ct) = (portal.Services, TestContext.Current.CancellationToken);
        var tenant = (await services.GetRequiredService<TenantDirectory>().FindAsync(company.Slug, ct))!;
        var page = services.CreateAsyncScope();
        var login = (await page.ServiceProvider.GetRequiredService<CheckPassword>().ExecuteAsync(email, Company.Password, ct)).Value;
        await using var other = services.CreateAsyncScope();
        var known = (await other.ServiceProvider.GetRequiredService<RecogniseMember>().ExecuteAsync(tenant, login, null, ct))!;
        var state = (IHostEnvironmentAuthenticationStateProvider)page.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(MemberClaims.ForMember(tenant.Id, login, known, known.Stamp))));

        var http = new DefaultHttpContext();
        http.Features.Set(tenant);
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        await page.ServiceProvider.GetServices<CircuitHandler>().OfType<CircuitSignIn>().Single().OnCircuitOpenedAsync(null!, ct);

        return page;
    }
}
