using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>Orders as a test needs them: whatever they give cause to say is agreed.</summary>
internal static class PlacedOrders
{
    /// <summary>Placed, and nothing of it is left to settle.</summary>
    public static async Task<OrderView> PlacedAsync(this World world, PlaceOrder.Form form)
    {
        var order = Ok(await world.Get<PlaceOrder>().ExecuteAsync(form));

        foreach (var finding in order.Findings.Where(f => f.State is FindingState.Open))
        {
            order = Ok(await world.Get<WaiveFinding>().ExecuteAsync(order.Id, finding.Id, new("Convenu", "Le service achats"), order.Version));
        }

        return order;
    }

    public static async Task<OrderView> ConfirmedAsync(this World world, PlaceOrder.Form form)
    {
        var order = await world.PlacedAsync(form);

        return Ok(await world.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version));
    }

    private static OrderView Ok(Result<OrderView> result)
    {
        Assert.True(result.IsOk, result.Refusal?.ToString());

        return result.Value;
    }
}
