using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Complaints;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Complaints;

/// <summary>A complaint while it is being opened: what is known stands in it, what was typed is found again, and of something else it knows nothing.</summary>
public sealed class NewComplaintPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private Guid _client;
    private JsonNode _order = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = (await _company.AClientAsync("Hydraulique Chartraine")).Value;
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
        _order = await _company.PostAsync("orders", $$"""{ "clientId": "{{_client}}", "customerReference": "4500187342", "lines": [ { "productCode": "VH-M8-30-ZN", "quantity": 5000, "netPrice": 8.40, "priceBaseQuantity": 100 } ] }""");
        _scope = _company.SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task What_was_found_and_chosen_is_there_again_however_far_the_next_search_came()
    {
        var page = await OpenAsync("complaints/new");
        await page.Find("input[placeholder='CV26-…']").ChangeAsync((string)_order["number"]!);
        await page.Find(".card-head + .card-body button").ClickAsync();
        await page.WaitForElementAsync(".complaint-new");
        await page.Find(".complaint-new input.chk").ChangeAsync(true);
        await page.Find(".complaint-new input.num").ChangeAsync("800");

        // The next number is only half typed.
        await page.Find("input[placeholder='CV26-…']").ChangeAsync("CV26-9");
        await DisposeComponentsAsync();

        page = await OpenAsync("complaints/new");
        await page.WaitForElementAsync(".draft-offer");
        await page.Find(".draft-offer .btn").ClickAsync();
        await page.WaitForElementAsync(".complaint-new input.num");
        Assert.Equal("800", page.Find(".complaint-new input.num").GetAttribute("value"));
        Assert.Empty(page.FindAll(".refusal"));
    }

    [Fact]
    public async Task What_was_said_in_a_conversation_stands_in_it_and_another_one_begins_empty()
    {
        var inquiry = await _company.PostAsync("inquiries", $$"""{ "clientId": "{{_client}}", "from": "n.rousseau@chartraine.example", "subject": "Commande 4500187342", "body": "Sur la commande 4500187342, deux cartons sont vides." }""");
        var page = await OpenAsync($"complaints/new?inquiry={inquiry["id"]}");
        await page.WaitForElementAsync(".complaint-new");
        Assert.Equal("Commande 4500187342", page.Find("input[maxlength='200']").GetAttribute("value"));
        Assert.Contains("deux cartons sont vides", page.Find("textarea").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[placeholder='CV26-…']"));

        await page.InvokeAsync(() => Services.GetRequiredService<NavigationManager>().NavigateTo("complaints/new"));
        await page.WaitForElementAsync("input[placeholder='CV26-…']");
        Assert.Empty(page.Find("input[maxlength='200']").GetAttribute("value") ?? "");
        Assert.Empty(page.FindAll(".complaint-new"));
    }

    [Fact]
    public async Task A_conversation_of_nobody_yet_is_told_so()
    {
        var inquiry = await _company.PostAsync("inquiries", """{ "from": "qui@ailleurs.example", "subject": "Question", "body": "Où ?" }""");
        var page = await OpenAsync($"complaints/new?inquiry={inquiry["id"]}");
        await page.WaitForElementAsync(".refusal");
        Assert.Contains("de quel client", page.Find(".refusal").TextContent, StringComparison.Ordinal);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<IRenderedComponent<NewComplaintPage>> OpenAsync(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<NewComplaintPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])));
        await page.WaitForElementAsync("form");

        return page;
    }
}
