using AdvPortal.Web.Components.Layout;
using Microsoft.Playwright;

namespace AdvPortal.Browser.Tests;

/// <summary>Every place of the portal, full of work: nothing that axe calls more than minor, no error, no request to anywhere else.</summary>
[Collection("Browser")]
public sealed class EveryPageTests(BrowserFixture browsers)
{
    private const string Visserie = "visserie-du-perche";

    /// <summary>Every pair of theme, language and width once.</summary>
    [Theory]
    [InlineData(false, "fr", 1440)]
    [InlineData(true, "fr", 390)]
    [InlineData(false, "en", 390)]
    [InlineData(true, "en", 1440)]
    public async Task Nothing_is_wrong_with_any_page(bool dark, string language, int width)
    {
        await using var portal = browsers.Start(demo: true);
        await using var sophie = await portal.ADeskAsync(width, dark);
        var found = new List<string>();
        await sophie.Page.GotoAsync($"/{Visserie}/sign-in");
        found.AddRange(await sophie.ViolationsAsync("sign-in"));
        await sophie.SignInAsync(Visserie, $"sophie.leroy@{Visserie}.example");
        await sophie.Context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = portal.Address.ToString() }]);

        foreach (var path in (IEnumerable<string>)[.. await PagesAsync(sophie), .. await EveryDocument.SendAsync(portal.Address, Visserie)])
        {
            await sophie.GoAsync(Visserie, path);
            await Assertions.Expect(sophie.Page.Locator("main .skeleton")).ToHaveCountAsync(0);
            Assert.Equal(language, await sophie.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.True(await sophie.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"« {path} » scrolls sideways.");
            found.AddRange(await sophie.ViolationsAsync(path));
        }

        // What only the administrator has.
        await using var ada = await portal.ADeskAsync(width, dark);
        await ada.SignInAsync(Visserie, $"ada.admin@{Visserie}.example");

        foreach (var section in (string[])["company", "members", "mailbox", "keys"])
        {
            await ada.GoAsync(Visserie, $"settings/{section}");
            found.AddRange(await ada.ViolationsAsync($"settings/{section}"));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
        sophie.AssertNothingWrong();
        ada.AssertNothingWrong();
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(Desk desk)
    {
        string[] places = [.. Navigation.All.Append(Navigation.Mailbox).Select(place => place.Href), .. Navigation.Creatable.Select(made => made.Href), "orders/documents", "orders/documents?view=done", "orders/layouts", "team?Portfolios=true"];
        (string At, string Link)[] inside = [("orders", "main a[href^='orders/0']"), ("clients", "main a[href^='clients/0']"), ("team", "main a[href^='team?Absence=']")];
        var pages = new List<string>(places);

        foreach (var (at, link) in inside)
        {
            await desk.GoAsync(Visserie, at);
            var first = desk.Page.Locator(link).First;
            await first.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            pages.Add((await first.GetAttributeAsync("href"))!);
        }

        return pages;
    }
}
