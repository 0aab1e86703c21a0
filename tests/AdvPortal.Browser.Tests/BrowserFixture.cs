using AdvPortal.Application.Common;
using AdvPortal.Browser.Tests;
using AdvPortal.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace AdvPortal.Browser.Tests;

/// <summary>One Chromium and one PostgreSQL for all stories; each story starts a portal of its own, on a clock of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private readonly TestPostgres _postgres = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("ADVPORTAL_CHROMIUM") is not { Length: > 0 } path && (path = _places.FirstOrDefault(File.Exists)) is null)
        {
            return;
        }

        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        await _postgres.InitializeAsync();
        await Database.MigrateAsync(_postgres.OwnerConnectionString);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            // Containers run as root, without the kernel's sandbox and with little shared memory; what we show is our own.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _postgres.DisposeAsync();
    }

    /// <summary>The portal as somebody would start it; with the demo companies where a story needs a full desk.</summary>
    internal RunningPortal Start(bool demo = false)
    {
        Assert.SkipWhen(_browser is null, $"No browser: none of {string.Join(", ", _places)} is there, and ADVPORTAL_CHROMIUM names none.");

        return new(_browser, _postgres.AppConnectionString, demo);
    }
}
