using AdvPortal.Application.Outbox;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests;
using AdvPortal.Exchange.Intake;
using AdvPortal.Tests;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(TestDatabase))]

namespace AdvPortal.Application.Tests;

/// <summary>A real PostgreSQL, migrated by its owner and used, as in production, by a role that cannot bypass row security.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    internal static readonly MailSettings Mails = new() { From = new("portal@example.test", "AdvPortal"), PublicAddress = new("https://portal.example/") };

    private readonly TestPostgres _postgres = new();
    private ServiceProvider _services = null!;

    public string AsApp => _postgres.AppConnectionString;

    /// <summary>As the application, in a database of its own: where posts and webhooks are delivered, which is done for every tenant at once.</summary>
    public string AsPost { get; private set; } = "";

    public string AsSuperuser => _postgres.AdminConnectionString;

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await Database.MigrateAsync(_postgres.OwnerConnectionString);
        AsPost = await _postgres.CopyAsync("advportal_post");
        _services = Build(AsApp);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    /// <summary>A fresh tenant, with somebody in it who may do everything.</summary>
    public async Task<World> ATenantAsync()
    {
        var world = new World(_services);
        await world.FoundAsync();

        return world;
    }

    /// <summary>A scope in which nobody signed in.</summary>
    public World Nobody() => new(_services);

    internal static ServiceProvider Build(string connectionString, Action<IServiceCollection>? also = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddScoped<TestClock>();
        services.AddScoped<TimeProvider>(scope => scope.GetRequiredService<TestClock>());
        services.AddAdvPortal(connectionString);
        services.AddSingleton(Mails);
        services.AddSingleton(Mails.Transport);
        services.AddSingleton<RuleWording>((rule, language) => $"{rule.Kind} ({language})");
        services.AddSingleton(new SecretBox(secret => Array.ConvertAll(System.Text.Encoding.UTF8.GetBytes(secret), b => (byte)~b), closed => System.Text.Encoding.UTF8.GetString(Array.ConvertAll(closed, b => (byte)~b))));
        services.AddSingleton(new LimitedReaderOptions("/there/is/no/such/program", []));
        also?.Invoke(services);

        return services.BuildServiceProvider();
    }
}
