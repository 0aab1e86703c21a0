using AdvPortal.Application.Common;
using AdvPortal.EmbeddedPostgres;

namespace AdvPortal.Web.Hosting;

/// <summary>The database this portal works on: the configured one, or a private server that starts and stops with it.</summary>
internal sealed class PortalDatabase : IAsyncDisposable
{
    private readonly EmbeddedServer _server;

    private PortalDatabase(EmbeddedServer server) => _server = server;

    /// <summary>As the role that serves people: it owns nothing and cannot bypass row security.</summary>
    public string ConnectionString => _server.AppConnectionString;

    public static async Task<PortalDatabase> OpenAsync(string[] args, CancellationToken ct)
    {
        var options = Options(args);
        var server = await EmbeddedServer.StartAsync(options, ct);

        try
        {
            Console.WriteLine($"Database: {server.WhereFound}.");

            // A configured server is migrated when its owner is named; else whoever looks after it does so.
            if (options.ConnectionString is null || options.OwnerConnectionString is not null)
            {
                await Database.MigrateAsync(server.OwnerConnectionString, ct);
            }

            return new(server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>`backup FILE` and `restore FILE` instead of a portal.</summary>
    public static Task<int?> TryCommandAsync(string[] args, CancellationToken ct) => DatabaseCommand.TryRunAsync(args, Options(args), Console.Error, ct);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static EmbeddedServerOptions Options(string[] args)
    {
        var configuration = WebApplication.CreateBuilder(args).Configuration;

        return new()
        {
            ConnectionString = Named("AdvPortal"),
            OwnerConnectionString = Named("AdvPortalOwner"),
            DataDirectory = configuration["Portal:DataDirectory"] ?? ".data",
        };

        string? Named(string name) => configuration.GetConnectionString(name) is { Length: > 0 } value ? value : null;
    }
}
