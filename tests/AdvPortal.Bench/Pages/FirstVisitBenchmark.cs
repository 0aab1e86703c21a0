using System.Diagnostics;
using AdvPortal.Bench.Lab;
using Microsoft.Playwright;

namespace AdvPortal.Bench.Pages;

/// <summary>P10: what a first visit costs, with an empty cache: bytes over the wire, and the time until the page answers.</summary>
internal sealed class FirstVisitBenchmark : Benchmark
{
    private const double BarKilobytes = 250;
    private const double BarSeconds = 1;
    private const int Heaviest = 5;

    private static readonly string[] _paths = ["", "orders", "orders/new", "clients", "documents", "team"];

    public override string Id => "P10";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        if (Visitor.WhyNot is { } why)
        {
            return [Figure.Missing(Id, "first visit", why)];
        }

        var portal = await laboratory.PortalAsync(ct);
        await using var visitor = await Visitor.ArriveAsync(laboratory, portal.Address, ct);
        List<Figure> figures = [];

        foreach (var path in _paths)
        {
            // Once for the portal to compile what the page needs.
            await VisitAsync(visitor, path);
            var (bytes, seconds, bare, heavy) = await VisitAsync(visitor, path);
            figures.Add(Figure.AtMost(Id, $"/{path}, compressed", bytes / 1000, "KB", BarKilobytes) with { Note = $"the heaviest: {string.Join(", ", heavy)}" });
            figures.Add(Figure.AtMost(Id, $"/{path}, interactive", seconds, "s", BarSeconds));
            figures.Add(Figure.AtMost(Id, $"/{path}, styles and scripts without Content-Encoding", bare.Count, "", 0) with { Note = bare.Count > 0 ? string.Join(", ", bare) : null });
        }

        return figures;
    }

    private static async Task<(double Bytes, double Seconds, IReadOnlyList<string> Bare, IReadOnlyList<string> Heavy)> VisitAsync(Visitor visitor, string path)
    {
        await using var context = await visitor.FreshAsync();
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        var (bytes, bare, names, sizes) = (0.0, new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal), new List<(string Name, double Bytes)>());
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, finished) =>
        {
            var size = finished!.Value.GetProperty("encodedDataLength").GetDouble();
            bytes += size;
            sizes.Add((names.GetValueOrDefault(finished.Value.GetProperty("requestId").GetString()!, "?"), size));
        };
        network.Event("Network.responseReceived").OnEvent += (_, received) =>
        {
            var (kind, response) = (received!.Value.GetProperty("type").GetString(), received.Value.GetProperty("response"));
            var name = new Uri(response.GetProperty("url").GetString()!).AbsolutePath;
            names[received.Value.GetProperty("requestId").GetString()!] = name;

            if (kind is "Stylesheet" or "Script" && !response.GetProperty("headers").EnumerateObject().Any(header => header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)))
            {
                bare.Add(name);
            }
        };

        var started = Stopwatch.GetTimestamp();
        await visitor.OpenAsync(page, path);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await page.WaitForLoadStateAsync(LoadState.Load);

        return (bytes, seconds, bare, [.. sizes.OrderByDescending(each => each.Bytes).Take(Heaviest).Select(each => $"{each.Name} {each.Bytes / 1000:0} KB")]);
    }
}
