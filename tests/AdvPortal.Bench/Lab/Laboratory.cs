using AdvPortal.Application;
using AdvPortal.Application.Outbox;
using AdvPortal.EmbeddedPostgres;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AdvPortal.Bench.Lab;

/// <summary>What benchmarks share, made when the first one asks: a throw-away PostgreSQL as safe as production's, companies full of orders, a running portal.</summary>
internal sealed class Laboratory(int orders, int neighbours) : IAsyncDisposable
{
    /// <summary>A company small enough that nothing is slow in it.</summary>
    public const int FewOrders = 10_000;

    private const int OrdersOfNeighbour = 2_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("advportal-bench-");
    private EmbeddedServer? _server;
    private ServiceProvider? _services;
    private NpgsqlDataSource? _asApp;
    private Crowd? _many;
    private Crowd? _few;
    private PortalProcess? _portal;

    public int Orders => orders;

    public SqlCapture Capture { get; } = new();

    public async Task<EmbeddedServer> ServerAsync(CancellationToken ct)
    {
        if (_server is null)
        {
            if (!OperatingSystem.IsWindows())
            {
                // A temporary folder is its maker's alone; the server may run as somebody else.
                _folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            }

            _server = await StartServerAsync(ct);
            await Database.MigrateAsync(_server.OwnerConnectionString, ct);
        }

        return _server;
    }

    /// <summary>The same data under another server, after the first one died; whoever was connected is not any more.</summary>
    public async Task RestartServerAsync(CancellationToken ct)
    {
        foreach (var each in new IAsyncDisposable?[] { _portal, _asApp, _services, _server })
        {
            if (each is not null)
            {
                await each.DisposeAsync();
            }
        }

        (_portal, _asApp, _services) = (null, null, null);
        _server = await StartServerAsync(ct);
    }

    /// <summary>The use cases in this process, as the portal composes them.</summary>
    public async Task<ServiceProvider> ServicesAsync(CancellationToken ct)
    {
        if (_services is null)
        {
            var mails = new MailSettings { From = new("portal@example.test", "AdvPortal"), PublicAddress = new("http://127.0.0.1/") };
            _services = new ServiceCollection()
                .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
                .AddAdvPortal((await ServerAsync(ct)).AppConnectionString)
                .AddSingleton(mails)
                .AddSingleton(mails.Transport)
                .ConfigureDbContext<Persistence.AdvDbContext>(options => options.AddInterceptors(Capture))
                .BuildServiceProvider();
        }

        return _services;
    }

    /// <summary>As adv_app, past everything of ours.</summary>
    public async Task<NpgsqlDataSource> AsAppAsync(CancellationToken ct) => _asApp ??= NpgsqlDataSource.Create((await ServerAsync(ct)).AppConnectionString);

    public async Task<Crowd> ManyAsync(CancellationToken ct)
    {
        if (_many is null)
        {
            // Before the large one, whose filling brings the statistics up to date.
            Console.WriteLine($"Filling {neighbours} neighbours with {OrdersOfNeighbour} orders each…");

            for (var n = 1; n <= neighbours; n++)
            {
                await Generator.FillAsync(this, $"bench-neighbour-{n}", OrdersOfNeighbour, ct, settle: false);
            }

            _many = await FillAsync("bench-many", orders, ct);
        }

        return _many;
    }

    public async Task<Crowd> FewAsync(CancellationToken ct) => _few ??= await FillAsync("bench-few", int.Min(orders, FewOrders), ct);

    public async Task<PortalProcess> PortalAsync(CancellationToken ct) => _portal ??= await PortalProcess.StartAsync((await ServerAsync(ct)).AppConnectionString, listens: false, ct);

    /// <summary>The next who asks gets a fresh one.</summary>
    public async Task StopPortalAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
            _portal = null;
        }
    }

    private Task<Crowd> FillAsync(string slug, int count, CancellationToken ct)
    {
        Console.WriteLine($"Filling {slug} with {count} orders…");

        return Generator.FillAsync(this, slug, count, ct);
    }

    private Task<EmbeddedServer> StartServerAsync(CancellationToken ct) =>
        EmbeddedServer.StartAsync(new() { DataDirectory = _folder.FullName, Settings = [("max_wal_size", "4GB"), ("maintenance_work_mem", "256MB")] }, ct);

    public async ValueTask DisposeAsync()
    {
        await StopPortalAsync();

        foreach (var each in new IAsyncDisposable?[] { _asApp, _services, _server })
        {
            if (each is not null)
            {
                await each.DisposeAsync();
            }
        }

        _folder.Delete(recursive: true);
    }
}
