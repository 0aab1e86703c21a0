using AdvPortal.Application.Day;
using AdvPortal.Application.Orders;
using AdvPortal.Bench.Lab;
using AdvPortal.Domain.Orders;
using AdvPortal.Tests;

namespace AdvPortal.Bench.Orders;

/// <summary>P12: how often the everyday use cases go to the database, beside the visit that opens and the one that commits. A test holds them to it.</summary>
internal sealed class RoundTripBenchmark : Benchmark
{
    private const int Bar = 4;

    public override string Id => "P12";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var crowd = await laboratory.FewAsync(ct);
        await using var scope = crowd.Enter(await laboratory.ServicesAsync(ct));
        var services = scope.ServiceProvider;
        var form = new PlaceOrder.Form { ClientId = crowd.Strict, CustomerReference = "P12", Lines = [new() { ProductCode = crowd.ProductCodes[0], Quantity = 5000, NetPrice = 8.40m }] };
        OrderView? order = null;

        return
        [
            await CountAsync(nameof(ReadMyDay), () => services.GetRequiredService<ReadMyDay>().ExecuteAsync(ct)),
            await CountAsync(nameof(ListOrders), () => services.GetRequiredService<ListOrders>().ExecuteAsync(new(Status: OrderStatus.ToReview), ct)),
            await CountAsync(nameof(PlaceOrder), async () => order = (await services.GetRequiredService<PlaceOrder>().ExecuteAsync(form, ct)).Value),
            await CountAsync(nameof(ReadOrder), () => services.GetRequiredService<ReadOrder>().ExecuteAsync(order!.Id, ct)),
            await CountAsync(nameof(ConfirmOrder), () => services.GetRequiredService<ConfirmOrder>().ExecuteAsync(order!.Id, order.Version, ct)),
        ];
    }

    private async Task<Figure> CountAsync(string useCase, Func<Task> work) => Figure.AtMost(Id, $"round trips of {useCase}", (await RoundTrips.OfAsync(work)).Count, "", Bar);
}
