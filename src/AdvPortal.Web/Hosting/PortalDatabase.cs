using AdvPortal.Application.Common;
using AdvPortal.EmbeddedPostgres;

namespace AdvPortal.Web.Hosting;

/// <summary>The database this portal works on: the configured one, or a private server that starts and stops with it.</summary>
internal sealed class PortalDatabase : IAsyncDisposable
{
    private readonly EmbeddedServer? _server;

    private PortalDatabase(string connectionString, EmbeddedServer? server) => (ConnectionString, _server) = (connectionString, server);

    /// <summary>As the role that serves people: it owns nothing and cannot bypass row security.</summary>
    public string ConnectionString { get; }

    public static Task<PortalDatabase> OpenAsync(string[] args) => OpenAsync(WebApplication.CreateBuilder(args).Configuration, CancellationToken.None);

    private static async Task<PortalDatabase> OpenAsync(ConfigurationManager configuration, CancellationToken ct)
    {
        if (configuration.GetConnectionString("AdvPortal") is { Length: > 0 } configured)
        {
            if (configuration.GetConnectionString("AdvPortalOwner") is { Length: > 0 } owner)
            {
                await Database.MigrateAsync(owner, ct);
            }

            return new(configured, server: null);
        }

        var server = await EmbeddedServer.StartAsync(new() { DataDirectory = configuration["Portal:DataDirectory"] ?? ".data" }, ct);
        await Database.MigrateAsync(server.OwnerConnectionString, ct);

        return new(server.AppConnectionString, server);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
