using AdvPortal.Application.Common;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Tenants;
using AdvPortal.Tests;
using AdvPortal.Web.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(PortalFixture))]

namespace AdvPortal.Web.Tests;

/// <summary>The whole portal over a real PostgreSQL, at a Monday morning of its own: Monday 23 November 2026, 08:12 in Paris.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 12, 0, TimeSpan.Zero);

    private readonly TestPostgres _postgres = new();
    private WebApplicationFactory<Program> _portal = null!;

    public IServiceProvider Services => _portal.Services;

    /// <summary>A caller outside any company.</summary>
    public HttpClient Client() => _portal.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>Somebody with a browser.</summary>
    internal Visit Visit() => new(_portal);

    /// <summary>The same portal over the same database, with something in it replaced.</summary>
    public WebApplicationFactory<Program> With(Action<IServiceCollection> replace) => _portal.WithWebHostBuilder(host => host.ConfigureServices(replace));

    /// <summary>The same portal over the same database, set up otherwise.</summary>
    public WebApplicationFactory<Program> With(params (string Key, string Value)[] settings) => _portal.WithWebHostBuilder(host =>
    {
        foreach (var (key, value) in settings)
        {
            host.UseSetting(key, value);
        }
    });

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await Database.MigrateAsync(_postgres.OwnerConnectionString);
        _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Testing")
            .UseSetting("Serilog:MinimumLevel:Default", "Warning")
            .UseSetting("Portal:RequestsPerSecond:Address", "0")
            .UseSetting("ConnectionStrings:AdvPortal", _postgres.AppConnectionString)
            .ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Now)))));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    /// <summary>A fresh company with an API key that may do everything.</summary>
    public async Task<Company> ACompanyAsync()
    {
        var tenant = new Tenant($"t-{Guid.CreateVersion7():N}", "Visserie du Perche", "Europe/Paris", "fr", "EUR");
        await using (var scope = _portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunUnrecordedAsync(db => Task.FromResult(db.Add(tenant)), CancellationToken.None);
        }

        var company = new Company(_portal, tenant);
        await company.StoreAsync(new TenantSettings("Visserie du Perche"));
        company.Api = await company.ApiAsync(Role.Admin);

        return company;
    }
}
