using AdvPortal.Application.Orders;

namespace AdvPortal.Web.Api;

/// <summary>When goods can leave, as other systems know it.</summary>
internal sealed class StockDateEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/stock-dates", async (TellStockDates tell, TellStockDates.Form form, HttpContext http) =>
            (await tell.ExecuteAsync(form, http.RequestAborted)).Answer(http)).WithTags("Orders").Produces<TellStockDates.Told>()
            .WithSummary("Tells when goods can leave, row by row")
            .WithDescription("At most 1,000 rows; each names its order (`orderNumber` or `customerReference`) and its line (`lineNo` or `productCode`, ours or the client's). `readyOn: null` takes a date back. What is wrong with one row holds no other up, and the same rows again change nothing.");
}
