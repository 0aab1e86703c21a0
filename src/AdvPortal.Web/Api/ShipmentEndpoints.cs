using AdvPortal.Application.Deliveries;

namespace AdvPortal.Web.Api;

/// <summary>What has left, as other systems know it.</summary>
internal sealed class ShipmentEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/shipments", async (TellShipments tell, TellShipments.Form form, HttpContext http) =>
            (await tell.ExecuteAsync(form, http.RequestAborted)).Answer(http)).WithTags("Deliveries").Produces<TellShipments.Told>()
            .WithSummary("Tells what has left, row by row")
            .WithDescription("At most 1,000 rows; each names its shipment (`shipmentNumber`: the sender's, or that of our delivery), its order (`orderNumber` or `customerReference`) and its line (`lineNo` or `productCode`). Rows of one shipment are one delivery, in a transaction of its own. What is wrong with one row holds no other up, and the same rows again change nothing.");
}
