using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace AdvPortal.Bench.Lab;

/// <summary>The portal as it is deployed (bin/bench publishes it), in a process of its own, without the limits that would stop a benchmark.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PortalProcess(Process process, Uri address, TimeSpan start) => (_process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the command line to /health/ready.</summary>
    public TimeSpan Start { get; }

    public static async Task<PortalProcess> StartAsync(string connectionString, CancellationToken ct)
    {
        var portal = Path.Combine(Repository.Root, "artifacts", "portal");
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(portal, "AdvPortal.Web.dll"), "--urls", address.ToString(), "--contentRoot", portal,
                $"--ConnectionStrings:AdvPortal={connectionString}", $"--Portal:PublicAddress={address}", "--Serilog:MinimumLevel:Default=Warning",
                "--Portal:RequestsPerSecond:Key=0", "--Portal:RequestsPerSecond:Address=0", "--Portal:RequestsPerSecond:Tenant=0", "--Portal:GuessesPerMinute=10000",
            },
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Staging" },
        };
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

        return new(process, address, Stopwatch.GetElapsedTime(started));
    }

    public HttpClient Api(Crowd crowd)
    {
        var http = new HttpClient { BaseAddress = new(Address, $"{crowd.Slug}/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", crowd.Secret);

        return http;
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
