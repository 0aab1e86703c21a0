using AdvPortal.Application.Tenants;

namespace AdvPortal.Web.Api;

/// <summary>On which days goods leave here, and how carriers bring them.</summary>
internal sealed class ShippingCalendarEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var calendars = api.MapGroup("/shipping-calendars").WithTags("Deliveries");

        calendars.MapGet("/", async (ReadShippingCalendars read, HttpContext http) => (await read.ExecuteAsync(http.RequestAborted)).Answer(http, kept => kept.Version));

        // They are replaced as a whole.
        calendars.MapPut("/", async (ChangeShippingCalendars change, ShippingCalendarForm form, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(form, match.Version, http.RequestAborted)).Answer(http, kept => kept.Version)).NeedsIfMatch();
    }
}
