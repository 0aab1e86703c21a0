using System.Net;
using System.Net.Http.Json;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Members;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Clients;
using AdvPortal.Web.Components.Complaints;
using AdvPortal.Web.Components.Contracts;
using AdvPortal.Web.Components.Tenders;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Portfolios;

/// <summary>Closed portfolios by REST and on a page: before, during and after a cover, on Monday 23 November 2026 at 08:12.</summary>
public sealed class ClosedPortfolioTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 11, 23);

    private Company _company = null!;
    private MemberId _yanis;
    private MemberId _claire;
    private string _email = "";
    private AsyncServiceScope? _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        await _company.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Confine(true));
        _yanis = await _company.AMemberAsync("Yanis Benali", Role.Adv);
        (_claire, _email) = await _company.APersonAsync("Claire Morel", Role.Adv);
    }

    [Fact]
    public async Task By_REST_everybody_reads_and_a_key_is_kept_to_no_portfolio()
    {
        var client = await ACoveredAsync(1, 4);
        using var claire = portal.Visit();
        await claire.SignInAsync(_company.Slug, _email);
        var path = $"/{_company.Slug}/api/v1/clients/{client.Value}";
        using var answer = await claire.SendAsync(HttpMethod.Post, $"{path}/sites", JsonContent.Create(new { name = "Quai" }));
        using var read = await claire.GetAsync(path);
        using var key = await _company.Api.PostAsJsonAsync($"clients/{client.Value}/sites", new { name = "Quai" }, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Created), (answer.StatusCode, read.StatusCode, key.StatusCode));
    }

    // From and until which half-day of today, counted from this morning, Claire stands in.
    [Theory]
    [InlineData(1, 4, false)]
    [InlineData(0, 0, true)]
    [InlineData(-4, 0, true)]
    [InlineData(-4, -1, false)]
    public async Task A_members_access_opens_and_closes_with_the_cover(int first, int last, bool isOpen)
    {
        var client = await ACoveredAsync(first, last);
        _scope = _company.SignInConfined(_claire, Role.Adv);
        var answer = await _scope.Value.ServiceProvider.GetRequiredService<AddSite>().ExecuteAsync(client, new() { Name = "Quai" });

        Assert.Equal(isOpen, answer.IsOk);
        Assert.Equal(isOpen, answer.Refusal is not ClientOfAnother);
    }

    [Theory]
    [InlineData(1, 4, true)]
    [InlineData(0, 0, false)]
    [InlineData(-4, -1, true)]
    public async Task The_page_says_who_answers_where_one_may_only_read(int first, int last, bool said)
    {
        var client = await ACoveredAsync(first, last);
        _scope = _company.SignInConfined(_claire, Role.Adv);
        Services.AddFallbackServiceProvider(_scope.Value.ServiceProvider);
        var page = Render<ClientPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])).Add(c => c.Id, client.Value));
        await page.WaitForElementAsync(".tabs");

        await page.WaitForAssertionAsync(() => Assert.Equal(said ? 1 : 0, page.FindAll(".closed-note").Count));
        Assert.Equal(said, page.Markup.Contains("demandez une suppléance à un manager", StringComparison.Ordinal));
        Assert.Equal(said ? [] : ["Modifier", "Commande"], page.FindAll(".page-head .actions .btn:not(.tn)").Select(button => button.TextContent.Trim()));
    }

    [Theory]
    [InlineData(1, 4, true)]
    [InlineData(0, 0, false)]
    public async Task A_complaint_and_a_tender_offer_nothing_to_do_where_one_may_only_read(int first, int last, bool said)
    {
        var client = await ACoveredAsync(first, last);
        var complaint = (Guid)(await _company.PostAsync("complaints", $$"""{ "clientId": "{{client.Value}}", "subject": "Colis mouillés", "description": "Trois colis sont arrivés mouillés.", "nature": "logistics", "severity": "minor" }"""))["id"]!;
        var tender = (Guid)(await _company.PostAsync("tenders", $$"""{ "clientId": "{{client.Value}}", "title": "Visserie 2027", "submissionDueAt": "2027-12-15T12:00:00Z", "lines": [ { "description": "Vis H M8×30", "quantities": [1000] } ] }"""))["id"]!;
        _scope = _company.SignInConfined(_claire, Role.Adv);
        Services.AddFallbackServiceProvider(_scope.Value.ServiceProvider);
        var pages = (IRenderedComponent<IComponent>[])[
            Render<ComplaintPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])).Add(it => it.Id, complaint)),
            Render<TenderPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])).Add(it => it.Id, tender)),
        ];

        foreach (var page in pages)
        {
            await page.WaitForElementAsync(".complaint");
            await page.WaitForAssertionAsync(() => Assert.Equal(said ? 1 : 0, page.FindAll(".closed-note").Count));
            Assert.Equal(said, page.FindAll("button:not(.d8 button)").Count == 0);
        }
    }

    [Theory]
    [InlineData(1, 4, true)]
    [InlineData(0, 0, false)]
    public async Task So_say_the_pages_of_what_is_agreed_with_the_client(int first, int last, bool said)
    {
        var client = await ACoveredAsync(first, last);
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
        var blanket = (Guid)(await _company.PostAsync("blanket-orders", $$"""
            { "clientId": "{{client.Value}}", "validFrom": "2026-01-01", "validUntil": "2027-12-31", "lines": [ { "productCode": "VH-M8-30-ZN", "quantity": 10000, "netPrice": 8.2 } ] }
            """))["id"]!;
        _scope = _company.SignInConfined(_claire, Role.Adv);
        Services.AddFallbackServiceProvider(_scope.Value.ServiceProvider);
        var page = Render<BlanketPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])).Add(it => it.Id, blanket));
        var form = Render<BlanketEditPage>(p => p.Add(it => it.Id, blanket));
        await page.WaitForElementAsync(".card");
        await form.WaitForElementAsync(".blanket-ask");

        await page.WaitForAssertionAsync(() => Assert.Equal(said ? 1 : 0, page.FindAll(".closed-note").Count));
        Assert.Equal(said ? 0 : 2, page.FindAll(".page-head .actions .btn").Count);
        await form.WaitForAssertionAsync(() => Assert.Equal(said ? 1 : 0, form.FindAll(".closed-note").Count));
    }

    [Fact]
    public async Task A_client_of_somebody_who_has_left_is_everybodys_and_the_page_says_nothing_else()
    {
        var client = await ACoveredAsync(1, 4);
        await using (var admin = _company.SignIn(await _company.AMemberAsync("Nadia Roussel", Role.Admin), Role.Admin))
        {
            Assert.True((await admin.ServiceProvider.GetRequiredService<ChangeAccess>().ExecuteAsync(_yanis, new() { Name = "Yanis Benali", Roles = [Role.Adv], IsDisabled = true }, null)).IsOk);
        }

        _scope = _company.SignInConfined(_claire, Role.Adv);
        Assert.True((await _scope.Value.ServiceProvider.GetRequiredService<AddSite>().ExecuteAsync(client, new() { Name = "Quai" })).IsOk);
        Services.AddFallbackServiceProvider(_scope.Value.ServiceProvider);
        var page = Render<ClientPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])).Add(c => c.Id, client.Value));
        await page.WaitForElementAsync(".tabs");

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".closed-note")));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();

        if (_scope is { } scope)
        {
            await scope.DisposeAsync();
        }
    }

    private async Task<ClientId> ACoveredAsync(int first, int last)
    {
        var (client, now) = (await _company.AClientAsync("Hydraulique Chartraine", _yanis), HalfDay.Of(_today, DayHalf.Morning));
        var absence = Absence.Declare(_yanis, _today.AddDays(-7), _today.AddDays(7)).Value!;
        Assert.True(absence.Plan([new(client, _claire, now + first, now + last)]).IsOk);
        Assert.True(absence.Publish(DateTimeOffset.UnixEpoch).IsOk);
        await _company.StoreAsync(absence);

        return client;
    }
}
