using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Clients;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Clients;

public sealed class ClientPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private Client _client = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = new("C-0147", "Hydraulique Chartraine", "fr", "EUR");
        _client.Note("02 61 91 04 18", null);
        _client.OpenSite("Entrepôt de Chartres", "Europe/Paris", new("4 rue du Silo", "28000", "Chartres", "FR"));
        _client.Meet("Karim Haddad", ContactRole.Warehouse, null, "06 39 98 12 07", null);
        var product = new Product("RP-M8-ZN", "Rondelle plate M8", "PCE");
        await _company.StoreAsync(_client, product, new BuyerCode(_client.Id, "4711", product.Id));
    }

    [Fact]
    public async Task Whoever_manages_clients_and_orders_can_act_on_all_of_the_sheet()
    {
        var page = await OpenAsync(Role.Adv);

        Assert.Equal(["orders/new", "edit"], page.FindAll(".actions a.btn:not([href^='tel:'])").Select(a => a.GetAttribute("href")!).Select(href => href.Contains("orders/new", StringComparison.Ordinal) ? "orders/new" : "edit").OrderDescending());
        await page.WaitForElementAsync("[aria-label='Modifier Karim Haddad']");
        Assert.Equal(2, page.FindAll("button.btn.ga").Count);
        Assert.Single(page.FindAll(".tabs a[href$='history']"));
    }

    [Fact]
    public async Task Whoever_may_only_read_is_told_all_and_offered_nothing()
    {
        var page = await OpenAsync(Role.Reader);
        await page.WaitForStateAsync(() => page.Markup.Contains("Karim Haddad", StringComparison.Ordinal));

        Assert.Equal("tel:0261910418", page.Find(".actions a.btn").GetAttribute("href"));
        Assert.Contains("4 rue du Silo, 28000 Chartres", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".actions a.btn:not([href^='tel:']), button.btn.ga, .card button.ib, .tabs a[href$='history']"));
    }

    [Fact]
    public async Task A_tab_that_is_not_for_a_member_is_the_first_one_instead()
    {
        var page = await OpenAsync(Role.Reader, "history");

        Assert.Equal("Vue d’appel", page.Find(".tab[aria-current]").TextContent.Trim());
    }

    [Fact]
    public async Task Codes_are_found_from_either_side_and_removed_only_by_who_may()
    {
        var page = await OpenAsync(Role.Adv, "codes");
        await page.WaitForElementAsync("[aria-label='Retirer 4711']");
        await page.InvokeAsync(() => page.Find("input[type=search]").InputAsync("rp-m8"));
        Assert.Contains("4711", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("input[type=search]").InputAsync("VH-"));
        Assert.DoesNotContain("4711", page.Find(".sheet-pair").TextContent, StringComparison.Ordinal);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<IRenderedComponent<ClientPage>> OpenAsync(Role role, string? tab = null)
    {
        _scope = _company.SignIn(await _company.AMemberAsync("Claire Morel", role), role);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo($"clients/{_client.Id.Value}{(tab is null ? "" : $"?Tab={tab}")}");
        var page = Render<ClientPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(role)])).Add(c => c.Id, _client.Id.Value));
        await page.WaitForElementAsync(".tabs");

        return page;
    }
}
