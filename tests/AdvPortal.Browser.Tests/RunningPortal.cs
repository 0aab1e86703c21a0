using AdvPortal.Application.Common;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Tenants;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace AdvPortal.Browser.Tests;

/// <summary>The whole portal on a port of its own, from Monday 23 November 2026, 08:12 in Paris, until the story says that time passes.</summary>
internal sealed class RunningPortal : WebApplicationFactory<Program>
{
    private readonly IBrowser _browser;
    private readonly string _database;
    private readonly bool _demo;

    public RunningPortal(IBrowser browser, string database, bool demo)
    {
        (_browser, _database, _demo) = (browser, database, demo);
        UseKestrel(0);
        StartServer();
        Address = new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 7, 12, 0, TimeSpan.Zero));

    public Uri Address { get; }

    /// <summary>A fresh company with its people, who all have the demo's password.</summary>
    public async Task<Company> ACompanyAsync(string name, params (string Name, Role Role)[] people)
    {
        var tenant = new Tenant($"t-{Guid.CreateVersion7():N}", name, "Europe/Paris", "fr", "EUR");
        var company = new Company(this, tenant);
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunUnrecordedAsync(db => Task.FromResult(db.Add(tenant)), CancellationToken.None);
        }

        await company.StoreAsync(new TenantSettings(name));

        foreach (var person in people)
        {
            await company.HireAsync(person.Name, person.Role);
        }

        return company;
    }

    /// <summary>A browser of somebody's own, with nothing in it.</summary>
    public async Task<Desk> ADeskAsync(int width = 1440, bool dark = false) => await Desk.OpenAsync(await _browser.NewContextAsync(new()
    {
        BaseURL = Address.ToString(),
        ViewportSize = new() { Width = width, Height = Desk.HeightOf(width) },
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "fr-FR",
    }));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Serilog:MinimumLevel:Default", "Warning")
        .UseSetting("ConnectionStrings:AdvPortal", _database)
        .UseSetting("Portal:Demo", _demo ? "true" : "false")
        .ConfigureServices(services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            // The browser's clock is the machine's: on it, a cookie of the story's week must not have expired.
            .PostConfigureAll<CookieAuthenticationOptions>(cookie => cookie.ExpireTimeSpan = TimeSpan.FromDays(36_500)));
}
