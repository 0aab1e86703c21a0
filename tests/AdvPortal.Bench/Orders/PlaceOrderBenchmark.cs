using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Orders;

/// <summary>P2: orders of five lines placed by eight clients at once, against the bare rows of such an order in one transaction.</summary>
internal sealed class PlaceOrderBenchmark : Benchmark
{
    private const int Clients = 8;
    private const int Turns = 4;
    private const double Share = 0.33;

    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(3);

    private int _number;

    public override string Id => "P2";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var (crowd, portal, database) = (await laboratory.ManyAsync(ct), await laboratory.PortalAsync(ct), await laboratory.AsAppAsync(ct));
        using var api = portal.Api(crowd);
        var model = await RowsOfOrder.ReadAsync(database, crowd.Tenant.Id.Value, await PlaceAsync(api, crowd, ct), ct);

        var (placed, written) = (0L, 0L);
        await Timings.WarmAsync(portal, TurnAsync, ct);

        for (var turn = 0; turn < Turns; turn++)
        {
            var (ours, theirs) = await TurnAsync();
            (placed, written) = (placed + ours, written + theirs);
        }

        var seconds = Turns * _turn.TotalSeconds;

        return [Figure.AtLeast(Id, $"POST /orders, 5 lines, {Clients} clients", placed / seconds, "/s", written / seconds, Share)];

        async Task<(long Ours, long Theirs)> TurnAsync() =>
            (await CountAsync(() => PlaceAsync(api, crowd, ct)), await CountAsync(() => model.WriteAgainAsync(database, $"B{Interlocked.Increment(ref _number)}", ct)));
    }

    private async Task<Guid> PlaceAsync(HttpClient api, Crowd crowd, CancellationToken ct)
    {
        var number = Interlocked.Increment(ref _number);
        using var answer = await api.PostAsJsonAsync(
            "orders",
            new
            {
                clientId = crowd.Strict.Value,
                customerReference = $"BENCH-{number}",
                requestedOn = "2030-01-02",
                lines = Enumerable.Range(0, 5).Select(line => new { productCode = crowd.ProductCodes[(number + (line * 7)) % crowd.ProductCodes.Count], quantity = 5000, netPrice = 8.40, priceBaseQuantity = 100 }),
            },
            ct);
        var order = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);

        return answer.IsSuccessStatusCode ? order.GetProperty("id").GetGuid() : throw new InvalidOperationException(order.ToString());
    }

    private static async Task<long> CountAsync(Func<Task> work)
    {
        var (done, started) = (0L, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(started) < _turn)
            {
                await work();
                Interlocked.Increment(ref done);
            }
        }));

        return done;
    }
}
