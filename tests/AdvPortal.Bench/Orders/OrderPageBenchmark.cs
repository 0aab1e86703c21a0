using AdvPortal.Application.Orders;
using AdvPortal.Bench.Lab;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Bench.Orders;

/// <summary>P1: the first page of what one member has to review, newest first, among all the orders of a company.</summary>
internal sealed class OrderPageBenchmark : Benchmark
{
    private const int Rounds = 250;

    public override string Id => "P1";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var (many, few, database) = (await laboratory.ManyAsync(ct), await laboratory.FewAsync(ct), await laboratory.AsAppAsync(ct));
        var services = await laboratory.ServicesAsync(ct);
        await using var scope = many.Enter(services);
        var questions = await laboratory.Capture.ListenAsync(async () =>
            await scope.ServiceProvider.GetRequiredService<ListOrders>().ExecuteAsync(new(Status: OrderStatus.ToReview, Owner: many.Members[0]), ct));

        var portal = await laboratory.PortalAsync(ct);
        using var ofMany = portal.Api(many);
        using var ofFew = portal.Api(few);
        await Timings.WarmAsync(portal, () => PageAsync(ofMany, many, ct), ct);
        var times = await Timings.InTurnAsync(
            Rounds,
            () => PageAsync(ofMany, many, ct),
            () => PageAsync(ofFew, few, ct),
            () => SqlCapture.ReplayAsync(database, many.Tenant.Id.Value, questions, ct));

        return
        [
            Figure.AtMost(Id, $"GET /orders, 25 of {laboratory.Orders}, p50", times[0].P50, "ms", times[2].P50, 3),
            Figure.AtMost(Id, "the same, p95", times[0].P95, "ms", times[2].P95, 4),
            Figure.AtMost(Id, $"the same, p50 against {Laboratory.FewOrders} orders", times[0].P50, "ms", times[1].P50, 1.3),
        ];
    }

    private static async Task PageAsync(HttpClient api, Crowd crowd, CancellationToken ct)
    {
        using var answer = await api.GetAsync($"orders?status=ToReview&owner={crowd.Members[0].Value}", ct);
        var page = await answer.Content.ReadAsStringAsync(ct);

        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(page);
        }
    }
}
