using AdvPortal.Web.Components.Layout;
using Microsoft.Playwright;

namespace AdvPortal.Browser.Tests;

/// <summary>Every place of the portal, full of work: nothing that axe calls more than minor, no error, no request to anywhere else.</summary>
[Collection("Browser")]
public sealed class EveryPageTests(BrowserFixture browsers)
{
    private const string Visserie = "visserie-du-perche";

    /// <summary>Every pair of theme, language and width once: in each language each page is opened once, and looked at in two ways.</summary>
    [Fact]
    public async Task Nothing_is_wrong_with_any_page()
    {
        await using var portal = browsers.Start(demo: true);
        var documents = await EveryDocument.SendAsync(portal.Address, Visserie);
        var found = await Task.WhenAll(
            LookAsync(portal, documents, "fr", new(Dark: false, Width: 1440), new(Dark: true, Width: 390)),
            LookAsync(portal, documents, "en", new(Dark: false, Width: 390), new(Dark: true, Width: 1440)));

        Assert.True(found.All(each => each.Count == 0), string.Join(Environment.NewLine, found.SelectMany(each => each)));
    }

    private static async Task<List<string>> LookAsync(RunningPortal portal, IReadOnlyList<string> documents, string language, Look one, Look other)
    {
        List<string> found = [];
        await using var sophie = await portal.ADeskAsync(one.Width, one.Dark);
        await sophie.Page.GotoAsync($"/{Visserie}/sign-in");
        await ScanAsync("sign-in", sophie);
        await sophie.SignInAsync(Visserie, $"sophie.leroy@{Visserie}.example");
        await sophie.SpeakAsync(portal, language);

        foreach (var path in (IEnumerable<string>)[.. await PagesAsync(sophie), .. documents])
        {
            await OpenAsync(path, sophie);
        }

        // What only the administrator has.
        await using var ada = await portal.ADeskAsync(one.Width, one.Dark);
        await ada.SignInAsync(Visserie, $"ada.admin@{Visserie}.example");
        await ada.SpeakAsync(portal, language);

        foreach (var section in (string[])["company", "calendars", "members", "service", "mailbox", "keys", "webhooks"])
        {
            await OpenAsync($"settings/{section}", ada);
        }

        sophie.AssertNothingWrong();
        ada.AssertNothingWrong();

        return found;

        async Task OpenAsync(string path, Desk desk)
        {
            await desk.GoAsync(Visserie, path);
            Assert.Equal(language, await desk.Page.Locator("html").GetAttributeAsync("lang"));
            await ScanAsync(path, desk);
        }

        // It ends as the next page is opened: now in the one way, now in the other.
        async Task ScanAsync(string path, Desk desk)
        {
            found.AddRange(await ViolationsAsync(path, desk, one));
            await desk.SwitchAsync(other.Width, other.Dark);
            found.AddRange(await ViolationsAsync(path, desk, other));
            (one, other) = (other, one);
        }
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(string path, Desk desk, Look look)
    {
        Assert.True(await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"« {path} » scrolls sideways: {look}.");

        return (await desk.ViolationsAsync(path)).Select(violation => $"{look} {violation}");
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(Desk desk)
    {
        string[] places = [.. Navigation.All.Append(Navigation.Mailbox).Select(place => place.Href), .. Navigation.Creatable.Select(made => made.Href), "orders/documents", "orders/documents?view=done", "orders/layouts", "team?Portfolios=true", "team/balance", "team/knowledge"];
        (string At, string Link)[] inside = [("orders", "main a[href^='orders/0']"), ("clients", "main a[href^='clients/0']"), ("team", "main a.bar-away"), ("team", "main a[href*='/briefing']"), ("complaints", "main a[href^='complaints/0']"), ("inquiries?Section=All", "main a[href^='inquiries/0']"), ("tenders?view=All", "main a[href^='tenders/0']")];
        var pages = new List<string>(places);

        foreach (var (at, link) in inside)
        {
            await desk.GoAsync(Visserie, at);
            var first = desk.Page.Locator(link).First;
            await first.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            pages.Add((await first.GetAttributeAsync("href"))!);
        }

        // Of the client who has one.
        await desk.GoAsync(Visserie, "clients?q=Agri-Perche");
        await desk.GoAsync(Visserie, (await desk.Page.Locator("main a[href^='clients/0']").Filter(new() { HasText = "Agri-Perche Machines" }).First.GetAttributeAsync("href"))!);
        var blanket = (await desk.Page.Locator("main a[href^='blanket-orders/0']").First.GetAttributeAsync("href"))!;

        return [.. pages, blanket, $"{blanket}/edit"];
    }

    private sealed record Look(bool Dark, int Width);
}
