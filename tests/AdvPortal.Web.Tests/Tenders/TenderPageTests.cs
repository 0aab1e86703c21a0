using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Tenders;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Tenders;

/// <summary>A tender in the hands of whoever prices it, and of whoever was asked for a figure.</summary>
public sealed class TenderPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private MemberId _paul;
    private JsonNode _tender = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _paul = await _company.AMemberAsync("Paul Garnier", Role.Logistics);
        var client = await _company.AClientAsync("Hydraulique Chartraine");
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
        _tender = await _company.PostAsync("tenders", $$"""
            { "clientId": "{{client.Value}}", "title": "Vis 2027", "submissionDueAt": "2027-12-04T11:00:00Z", "lines": [ { "productCode": "VH-M8-30-ZN", "quantities": [1000, 5000], "priceBaseQuantity": 100 } ] }
            """);
        await PlanAsync(_paul, "Transport ?");
        await PlanAsync(await _company.AMemberAsync("Lucie Petit", Role.Sales), "Marge ?");
    }

    [Fact]
    public async Task Prices_are_typed_beside_the_quantities_that_are_asked_for_and_what_is_left_empty_is_none()
    {
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Assert.Equal(["1000", "5000"], page.FindAll(".tender-tier:not(.tender-tier-head) input:first-child").Select(input => input.GetAttribute("value")));

        await page.Find("input[aria-label^='Prix HT']").ChangeAsync("8,20");
        await page.Find(".tender-keep button").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Total au plus 410,00\u00A0€", page.Find(".tender-line").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll(".tender-tier:not(.tender-tier-head)"));
        Assert.Equal(2, page.FindAll(".tender-answer").Count);
    }

    [Fact]
    public async Task A_contributor_answers_what_was_asked_of_them_and_sees_no_field_beside_it()
    {
        var page = await OpenAsync(_paul, Role.Logistics);
        Assert.Empty(page.FindAll(".tender-tier, .tender-plan, .tender-question"));
        Assert.Equal("Réponse à «\u00A0Transport ?\u00A0»", Assert.Single(page.FindAll(".tender-answer textarea")).GetAttribute("aria-label"));

        await page.Find(".tender-answer textarea").ChangeAsync("45 € la palette");
        await page.Find(".tender-answer").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".tender-answer")));
        Assert.Contains("45 € la palette", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".refusal"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private Task<JsonNode> PlanAsync(MemberId who, string text) =>
        _company.PostAsync($"tenders/{_tender["id"]}/tasks", $$"""{ "kind": "transport", "text": "{{text}}", "assigneeId": "{{who.Value}}", "dueOn": "2027-11-30" }""");

    private async Task<IRenderedComponent<TenderPage>> OpenAsync(MemberId member, Role role)
    {
        _scope = _company.SignIn(member, role);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        var page = Render<TenderPage>(p => p.Add(it => it.Id, (Guid)_tender["id"]!).AddCascadingValue(Claire([.. Roles.PermissionsOf(role)])));
        await page.WaitForElementAsync(".tender-line");

        return page;
    }
}
