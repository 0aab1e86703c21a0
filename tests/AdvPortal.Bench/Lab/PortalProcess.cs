using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace AdvPortal.Bench.Lab;

/// <summary>The portal as it is deployed (bin/bench publishes it), in a process of its own, without the limits that would stop a benchmark; or a site of one trivial page.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly string _pipe;

    private PortalProcess(Process process, Uri address, TimeSpan start, string pipe) => (_process, Address, Start, _pipe) = (process, address, start, pipe);

    public Uri Address { get; }

    /// <summary>From the command line to /health/ready.</summary>
    public TimeSpan Start { get; }

    /// <param name="connectionString">To the database, as the portal's role.</param>
    /// <param name="listens">Its heap can be asked for, through the one hook of the runtime's that needs nothing of the portal.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <param name="settings">Further ones, as on the command line.</param>
    public static Task<PortalProcess> StartAsync(string connectionString, bool listens, CancellationToken ct, params string[] settings)
    {
        var (portal, address) = (Path.Combine(Repository.Root, "artifacts", "portal"), FreeAddress());

        return StartAsync(
            address,
            [
                Path.Combine(portal, "AdvPortal.Web.dll"), "--urls", address.ToString(), "--contentRoot", portal,
                $"--ConnectionStrings:AdvPortal={connectionString}", $"--Portal:PublicAddress={address}", "--Serilog:MinimumLevel:Default=Warning",
                "--Portal:RequestsPerSecond:Key=0", "--Portal:RequestsPerSecond:Address=0", "--Portal:RequestsPerSecond:Tenant=0", "--Portal:GuessesPerMinute=10000",
                .. settings,
            ],
            listens,
            ct);
    }

    public static Task<PortalProcess> StartTrivialAsync(CancellationToken ct)
    {
        var address = FreeAddress();

        return StartAsync(address, [typeof(PortalProcess).Assembly.Location, Circuits.TrivialSite.Name, address.ToString()], listens: true, ct);
    }

    /// <summary>Bytes that the process holds on to, once its garbage is collected.</summary>
    public async Task<long> HeapAsync(CancellationToken ct)
    {
        await using var pipe = new NamedPipeClientStream(".", _pipe, PipeDirection.In, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(ct);
        using var answer = new StreamReader(pipe);

        return long.Parse((await answer.ReadLineAsync(ct))!, CultureInfo.InvariantCulture);
    }

    /// <summary>Bytes that it occupies now; its peak counts from here. Linux tells, and nobody else.</summary>
    public long ForgetPeak()
    {
        File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

        return Status("VmRSS:");
    }

    /// <summary>The most bytes it occupied since then.</summary>
    public long PeakBytes() => Status("VmHWM:");

    /// <summary>Waits until it has nothing to do: its compiler works on after what made it work. Answers for how long it did.</summary>
    public async Task<TimeSpan> QuietAsync(CancellationToken ct)
    {
        for (var before = _process.TotalProcessorTime; ;)
        {
            var last = _process.TotalProcessorTime;
            await Task.Delay(_look, ct);
            _process.Refresh();

            if (_process.TotalProcessorTime - last < _look / 20)
            {
                return _process.TotalProcessorTime - before;
            }
        }
    }

    private long Status(string name) =>
        long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    private static async Task<PortalProcess> StartAsync(Uri address, string[] arguments, bool listens, CancellationToken ct)
    {
        var pipe = $"advportal-bench-{Guid.CreateVersion7():N}";
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Staging" },
        };

        if (listens)
        {
            (start.Environment["DOTNET_STARTUP_HOOKS"], start.Environment[StartupHook.Pipe]) = (typeof(StartupHook).Assembly.Location, pipe);
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The portal does not start.");
        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = address };

        while (!await IsReadyAsync(http, ct))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
            {
                process.Kill();
                throw new InvalidOperationException("The portal does not become ready; what it says is above.");
            }

            await Task.Delay(20, ct);
        }

        return new(process, address, Stopwatch.GetElapsedTime(started), pipe);
    }

    public HttpClient Api(Crowd crowd)
    {
        var http = new HttpClient { BaseAddress = new(Address, $"{crowd.Slug}/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", crowd.Secret);

        return http;
    }

    /// <summary>As kill -9 does: it gets to finish nothing.</summary>
    public void Kill() => _process.Kill();

    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = Address };

        return await IsReadyAsync(http, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Log(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Console.Error.WriteLine($"  portal: {line}");
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken ct)
    {
        try
        {
            return (await http.GetAsync("health/ready", ct)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
