using AdvPortal.Bench.Lab;
using Npgsql;

namespace AdvPortal.Bench.Orders;

/// <summary>P4: what people type into the search box, against the same questions asked by the superuser, whom no row security slows.</summary>
internal sealed class SearchBenchmark : Benchmark
{
    private const int Rounds = 60;
    private const double BarMilliseconds = 100;

    public override string Id => "P4";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var crowd = await laboratory.ManyAsync(ct);
        await using var asSuperuser = NpgsqlDataSource.Create((await laboratory.ServerAsync(ct)).AdminConnectionString!);
        await using var scope = crowd.Enter(await laboratory.ServicesAsync(ct));
        var search = scope.ServiceProvider.GetRequiredService<SearchEverything>();
        var portal = await laboratory.PortalAsync(ct);
        using var api = portal.Api(crowd);
        List<Figure> figures = [];

        foreach (var (what, typed) in new[] { ("an order number", $"45{laboratory.Orders / 2:00000000}"), ("a piece of a client's name", "chaudronn"), ("a product code", crowd.ProductCodes[77]) })
        {
            var questions = await laboratory.Capture.ListenAsync(() => search.ExecuteAsync(typed, ct));
            await Timings.WarmAsync(portal, () => AskAsync(api, typed, ct), ct);
            var times = await Timings.InTurnAsync(Rounds, () => AskAsync(api, typed, ct), () => SqlCapture.ReplayAsync(asSuperuser, crowd.Tenant.Id.Value, questions, ct));
            figures.Add(Figure.AtMost(Id, $"search by {what} among {laboratory.Orders}, p50", times[0].P50, "ms", times[1].P50, 3));
            figures.Add(Figure.AtMost(Id, $"search by {what}, p95", times[0].P95, "ms", BarMilliseconds));
        }

        return figures;
    }

    private static async Task AskAsync(HttpClient api, string typed, CancellationToken ct)
    {
        using var answer = await api.GetAsync($"search?q={Uri.EscapeDataString(typed)}", ct);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(ct);
    }
}
