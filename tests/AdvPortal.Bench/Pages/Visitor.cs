using AdvPortal.Application.Demo;
using AdvPortal.Bench.Lab;
using Microsoft.Playwright;

namespace AdvPortal.Bench.Pages;

/// <summary>A browser in which somebody of the demo company is signed in.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string IsInteractive = "() => document.documentElement.dataset.interactive === 'true'";

    private static readonly string[] _flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private string _signedIn = "";

    private Visitor(IPlaywright playwright, IBrowser browser, Uri company) => (_playwright, _browser, Company) = (playwright, browser, company);

    public static string? WhyNot => File.Exists(Chromium) ? null : $"{Chromium} is not installed";

    /// <summary>The first address of the company: pages hang below it.</summary>
    public Uri Company { get; }

    public static async Task<Visitor> ArriveAsync(Laboratory laboratory, Uri portal, CancellationToken ct)
    {
        await SeedDemo.ExecuteAsync(await laboratory.ServicesAsync(ct), ct);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = _flags });
        var visitor = new Visitor(playwright, browser, new(portal, $"{SeedDemo.Access[0].Slug}/"));
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(visitor.Company, "sign-in").ToString());
        await page.FillAsync("input[type=email]", SeedDemo.Access[0].People[0].Email);
        await page.FillAsync("input[type=password]", SeedDemo.Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForFunctionAsync(IsInteractive);
        visitor._signedIn = await context.StorageStateAsync();

        return visitor;
    }

    /// <summary>Signed in, with nothing in its cache.</summary>
    public Task<IBrowserContext> FreshAsync() => _browser.NewContextAsync(new() { StorageState = _signedIn, Locale = "fr-FR", ViewportSize = new() { Width = 1440, Height = 900 } });

    /// <summary>Until the page answers clicks.</summary>
    public async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(Company, path).ToString());
        await page.WaitForFunctionAsync(IsInteractive);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
