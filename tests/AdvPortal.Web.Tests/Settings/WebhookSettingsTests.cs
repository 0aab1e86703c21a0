using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Web.Components.Settings;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Settings;

public sealed class WebhookSettingsTests(PortalFixture portal) : ShellContext, IAsyncLifetime
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
    public async Task A_secret_that_is_shown_once_stays_until_the_person_takes_it_away()
    {
        var page = await OpenAsync();
        await page.Find("input[type=url]").ChangeAsync("https://erp.example/portal");
        await page.Find("input[type=checkbox]").ChangeAsync(true);
        await page.Find("form").SubmitAsync();
        var secret = (await page.WaitForElementAsync(".secret")).TextContent;

        await page.WaitForAssertionAsync(() => Assert.Contains(page.FindAll("button.btn"), button => button.TextContent.Trim() == "Modifier"));
        await Button(page, "Modifier").ClickAsync();
        await page.Find("input[type=url]").ChangeAsync("nulle part");
        await page.Find("form").SubmitAsync();
        Assert.Equal(secret, page.Find(".secret").TextContent);

        await Button(page, "J’ai copié le secret").ClickAsync();
        Assert.Empty(page.FindAll(".secret"));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_told_and_the_change_can_be_sent_again()
    {
        var webhook = await _company.PostAsync("webhooks", """{ "url": "https://erp.example/portal", "events": ["order.held"], "isActive": false }""");
        var page = await OpenAsync();
        await Button(page, "Modifier").ClickAsync();
        await page.Find("input[type=url]").ChangeAsync("https://erp.example/other");
        using var _ = await _company.SendAsync(HttpMethod.Patch, $"webhooks/{webhook["id"]}", """{ "events": ["promise.changed"] }""");

        await page.Find("form").SubmitAsync();
        await page.WaitForElementAsync(".refusal");
        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal("https://erp.example/other", page.Find(".card-head .ell").TextContent));
        Assert.False((bool)(await _company.GetAsync($"webhooks/{webhook["id"]}"))["isActive"]!);
    }

    [Fact]
    public async Task Older_messages_asked_for_twice_are_shown_once()
    {
        var webhook = new Webhook("https://erp.example/portal", ["order.held"], [1, 2, 3], null, PortalFixture.Now);
        await _company.StoreAsync([webhook, .. Enumerable.Range(0, 35).Select(at => new WebhookMessage(Ids.New<WebhookMessageId>(), webhook.Id, "order.held", Guid.CreateVersion7(), $"CV26-{at:00000}", "{}", PortalFixture.Now, PortalFixture.Now.AddYears(1)))]);
        var view = (await Services.GetRequiredService<ListWebhooks>().ExecuteAsync()).Value!.Items[0];
        var shown = Render<WebhookMessages>(p => p.Add(m => m.Webhook, view));
        await shown.WaitForAssertionAsync(() => Assert.Equal(10, shown.FindAll(".code").Count));

        // The second click meets the first being answered, or answered already: then it asks for the next ones.
        await shown.InvokeAsync(() => Task.WhenAll(shown.Find(".card-foot button").ClickAsync(), shown.Find(".card-foot button").ClickAsync()));
        await shown.WaitForAssertionAsync(() => Assert.InRange(shown.FindAll(".code").Count, 20, 30));
        Assert.Distinct(shown.FindAll(".code").Select(code => code.TextContent));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<WebhookSettings> page, string words) => page.FindAll("button.btn").First(button => button.TextContent.Trim() == words);

    private async Task<IRenderedComponent<WebhookSettings>> OpenAsync()
    {
        var page = Render<WebhookSettings>();
        await page.WaitForElementAsync("section.card");

        return page;
    }
}
